import type { Deal } from '../../domain/deals/types';
import { MONEY_SCALE, moneyToNumber } from '../../domain/shared/money';
import { absolute } from '../addresses';
import type { ReportContext } from '../context';
import { dealColumn } from '../deals/layout';
import { flagOfShare } from '../dependency/flagOfShare';
import { PERCENT, TEXT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell } from '../live';
import { BASE_NAME } from '../names';
import type { Block, PlanCell } from '../plan';
import type { Section } from '../section';
import { noteSection } from '../section';
import { line } from '../tabHead';
import { formula, KEY_COLUMN, MONEY } from './layout';

/** Clients and single deals shown. */
const CLIENTS = 15;
const SINGLE_DEALS = 10;
const MONEY_DECIMALS = 4;

/** What the open deals would do to the dependency on clients (method.md §4, “Pipeline × dependency”). */
export function dependencySection(ctx: ReportContext, row: number): Section {
  const { t, deals } = ctx;
  const title = t('forecast.section.dependency');
  const { dependency } = deals;
  if (!dependency) return noteSection(row, title, t('forecast.dependency.noSales'));
  if (deals.open.length === 0) return noteSection(row, title, t('forecast.dependency.noDeals'));
  const { bases } = dependency;
  const column = dealColumn(ctx);
  const basesRow = row + 2;
  const base = (of: 'openExpected' | 'openAmount', whole: number, sum: number): PlanCell => {
    // Returns of a client are made up for first: what that takes off stands in the formula, zero as a rule.
    const lessened = (whole - bases.now - sum) / MONEY_SCALE;
    const correction = lessened === 0 ? '' : `+(${lessened})`;
    return formula(
      `ROUND(${BASE_NAME}+SUM(${column(of)})${correction},${MONEY_DECIMALS})`,
      whole / MONEY_SCALE,
    );
  };
  const baseCells = {
    now: absolute(basesRow, 2),
    expected: absolute(basesRow + 1, 2),
    all: absolute(basesRow + 2, 2),
  };
  const headingRow = basesRow + 4;
  const first = headingRow + 1;
  const clients = dependency.clients.slice(0, CLIENTS);
  const rows = clients.map((client, index): PlanCell[] => {
    const at = first + index;
    const cell = (number: number) => absolute(at, number);
    const key = cell(KEY_COLUMN);
    const sum = (of: 'openAmount' | 'openExpected', value: number) =>
      formula(`SUMPRODUCT((${column('clientKey')}=${key})*1,${column(of)})`, value);
    const now = `MAX(${cell(2)},0)`;
    const withAll = `MAX(${cell(2)}+${cell(3)},0)`;
    const share = (part: string, whole: string, value: number) =>
      formula(`IF(${whole}>0,${part}/${whole},0)`, value);
    return [
      client.name,
      moneyToNumber(client.revenue),
      sum('openAmount', moneyToNumber(client.open)),
      sum('openExpected', moneyToNumber(client.expected)),
      share(now, baseCells.now, client.share),
      share(`MAX(${cell(2)}+${cell(4)},0)`, baseCells.expected, client.shareExpected),
      share(withAll, `(${baseCells.now}+${withAll}-${now})`, client.shareOwn),
      share(withAll, baseCells.all, client.shareAll),
      liveCell(
        flagMove(ctx, flagOfShare(ctx, cell(5), client.share), flagOfShare(ctx, cell(7), client.shareOwn)),
      ),
    ];
  });
  const single = singleDeals(ctx, first + rows.length + 1, baseCells.now);
  return {
    blocks: [
      line(row, 'heading', title),
      line(row + 1, 'note', t('forecast.dependency.note')),
      {
        row: basesRow,
        column: 1,
        role: 'body',
        formats: [TEXT, MONEY],
        cells: [
          [t('forecast.dependency.base.now'), formula(BASE_NAME, moneyToNumber(bases.now))],
          [
            t('forecast.dependency.base.expected'),
            base('openExpected', bases.expected, deals.totals.open.expected),
          ],
          [t('forecast.dependency.base.all'), base('openAmount', bases.all, deals.totals.open.amount)],
        ],
      },
      {
        row: headingRow,
        column: 1,
        role: 'columnHeading',
        wrap: true,
        align: [null, 'right', 'right', 'right', 'right', 'right', 'right', 'right', null],
        cells: [
          [
            t('forecast.dependency.client'),
            t('forecast.dependency.revenue'),
            t('forecast.dependency.open'),
            t('forecast.dependency.expected'),
            t('forecast.dependency.share'),
            t('forecast.dependency.shareExpected'),
            t('forecast.dependency.shareOwn'),
            t('forecast.dependency.shareAll'),
            t('forecast.dependency.flag'),
          ],
        ],
      },
      {
        row: first,
        column: 1,
        role: 'body',
        wrap: true,
        formats: [TEXT, MONEY, MONEY, MONEY, PERCENT, PERCENT, PERCENT, PERCENT, null],
        cells: rows,
      },
      {
        row: first,
        column: KEY_COLUMN,
        role: 'note',
        formats: [TEXT],
        // A client without deals has none of them to sum; a blank key would find those of nobody.
        cells: clients.map(({ key, name }) => [key ?? name]),
      },
      ...single.blocks,
    ],
    nextRow: single.nextRow,
  };
}

/** Deals that alone change a flag come first, then the largest: what each would do to its client and to the largest one. */
function singleDeals(ctx: ReportContext, row: number, base: string): Section {
  const { t, deals, analysis } = ctx;
  const { dependency } = deals;
  const [top] = analysis.clients;
  const moving = new Set(
    [...(dependency?.pushes ?? []), ...(dependency?.dilutes ?? [])].map(({ deal }) => deal),
  );
  const shown = [...deals.open.keys()]
    .filter((index) => (deals.open[index]?.amount ?? 0) > 0)
    .sort(
      (a, b) =>
        Number(moving.has(b)) - Number(moving.has(a)) ||
        (deals.open[b]?.amount ?? 0) - (deals.open[a]?.amount ?? 0) ||
        a - b,
    )
    .slice(0, SINGLE_DEALS)
    .flatMap((index) => deals.open[index] ?? []);
  if (shown.length === 0 || !top || !dependency) return { blocks: [], nextRow: row };
  const revenueOf = new Map(analysis.clients.map(({ key, revenue }) => [key, revenue]));
  const first = row + 3;
  const whole = moneyToNumber(dependency.bases.now);
  const topRevenue = moneyToNumber(top.revenue);
  const rows = shown.map((deal, index): PlanCell[] => {
    const cell = (number: number) => absolute(first + index, number);
    const revenueCell = cell(KEY_COLUMN + 1);
    const topCell = cell(KEY_COLUMN + 2);
    const now = `MAX(${revenueCell},0)`;
    const later = `MAX(${revenueCell}+${cell(2)},0)`;
    const baseLater = `(${base}+${later}-${now})`;
    const numbers = numbersOf(deal);
    const before = share(now, base, numbers.before);
    const after = share(later, baseLater, numbers.after);
    const topAfter =
      deal.client === top.key
        ? share(later, baseLater, numbers.after)
        : share(topCell, baseLater, topRevenue / numbers.baseLater);
    return [
      [deal.clientName, deal.name].filter((text) => text !== '').join(', '),
      moneyToNumber(deal.amount),
      liveCell(before),
      liveCell(after),
      liveCell(
        flagMove(
          ctx,
          flagOfShare(ctx, cell(3), Number(before.value)),
          flagOfShare(ctx, cell(4), Number(after.value)),
        ),
      ),
      null,
      liveCell(topAfter),
      liveCell(
        flagMove(
          ctx,
          flagOfShare(ctx, `(${topCell}/${base})`, topRevenue / whole),
          flagOfShare(ctx, cell(7), Number(topAfter.value)),
        ),
      ),
      null,
    ];
  });
  const blocks: Block[] = [
    line(row, 'heading', t('forecast.dependency.single')),
    line(row + 1, 'note', t('forecast.dependency.single.note', { client: top.name })),
    {
      row: row + 2,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      align: [null, 'right', 'right', 'right', null, null, 'right', null, null],
      cells: [
        [
          t('forecast.deciding.deal'),
          t('forecast.deciding.amount'),
          t('forecast.dependency.share'),
          t('forecast.dependency.shareAfter'),
          t('forecast.dependency.flagAfter'),
          null,
          t('forecast.dependency.topAfter'),
          t('forecast.dependency.topFlag'),
          null,
        ],
      ],
    },
    {
      row: first,
      column: 1,
      role: 'body',
      wrap: true,
      formats: [TEXT, MONEY, PERCENT, PERCENT, null, null, PERCENT, null, null],
      cells: rows,
    },
    {
      row: first,
      column: KEY_COLUMN + 1,
      role: 'note',
      formats: [MONEY, MONEY],
      cells: shown.map(({ client }) => [
        moneyToNumber((client && revenueOf.get(client)) ?? ZERO_MONEY),
        topRevenue,
      ]),
    },
  ];
  return { blocks, nextRow: first + rows.length + 1 };

  function numbersOf({ client, amount }: Deal) {
    const revenue = moneyToNumber((client && revenueOf.get(client)) ?? ZERO_MONEY);
    const now = Math.max(revenue, 0);
    const later = Math.max(revenue + moneyToNumber(amount), 0);
    const baseLater = whole + later - now;
    return { before: now / whole, after: later / baseLater, baseLater };
  }

  function share(part: string, of: string, value: number): Live {
    return live(`IF(${of}>0,${part}/${of},0)`, value);
  }
}

const ZERO_MONEY = 0 as Deal['amount'];

/** A flag as it is and as it would be: «крупный → моноклиент»; one word where it stays. */
function flagMove({ t }: ReportContext, before: Live, after: Live): Live {
  const none = t('forecast.dependency.noFlag');
  const words = (flag: Live) =>
    live(`IF(${flag.formula}="",${literal(none)},${flag.formula})`, flag.value === '' ? none : flag.value);
  const [from, to] = [words(before), words(after)];
  const same = before.value === after.value;
  return live(
    `IF(${before.formula}=${after.formula},${after.formula},${from.formula}&" → "&${to.formula})`,
    same ? after.value : `${from.value} → ${to.value}`,
  );
}
