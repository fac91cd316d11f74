import type { ClientRow } from '../domain/analysis';
import type { ClientSegment, RfmScores, Segments } from '../domain/segments/types';
import type { CellValue } from '../domain/shared/grid';
import { moneyToNumber, units } from '../domain/shared/money';
import type { ClientColumn, ClientTable } from './clientTable';
import { letterOf } from './clientTable';
import { allWords, finalWords } from './classWords';
import type { ReportContext } from './context';
import { COUNT, dateFormat, moneyFormat, PERCENT, SIGNED_PERCENT, TEXT } from './formats';
import { literal, liveCell } from './live';
import type { Block, PlanCell } from './plan';
import { potentialTable, pulled } from './potential/table';
import type { PotentialColumn } from './potential/table';
import { flagWords, reasonWriter } from './reasons';
import { rfmParts, segmentCells } from './segmentCells';
import { workingCells } from './workingCells';

/** Coefficients of variation. */
const CV = '0.00';

/** Widths of the columns in characters. */
export const CLIENT_WIDTHS: Readonly<Record<ClientColumn, number>> = {
  number: 6,
  client: 30,
  revenue: 14,
  share: 8,
  before: 11,
  class: 10,
  final: 36,
  strategy: 48,
  potential: 14,
  budgetShare: 9,
  headroom: 14,
  flag: 24,
  change: 11,
  manager: 15,
  reason: 64,
  override: 10,
  comment: 26,
  holding: 18,
  action: 52,
  previous: 14,
  orders: 8,
  averageOrder: 12,
  last: 12,
  days: 7,
  xyz: 11,
  rfm: 8,
  moneyBefore: 15,
  moneyWith: 15,
  key: 30,
  cv: 12,
  months: 12,
  rfm3: 9,
  rfm5: 9,
};

/** Headings over numbers stand where the numbers stand. */
const NUMERIC: ReadonlySet<ClientColumn> = new Set<ClientColumn>([
  'number',
  'revenue',
  'share',
  'before',
  'previous',
  'change',
  'orders',
  'averageOrder',
  'last',
  'days',
  'moneyBefore',
  'moneyWith',
  'potential',
  'budgetShare',
  'headroom',
  'cv',
  'months',
]);

/** Short words stand in the middle. */
const CENTERED: ReadonlySet<ClientColumn> = new Set<ClientColumn>(['class', 'override', 'xyz', 'rfm']);

/** Columns of people, side by side. */
export const ABCD_INPUTS = ['override', 'comment', 'holding'] as const satisfies readonly ClientColumn[];

/** Only reasons wrap: a wrapped name would make rows of different heights for little. */
const WRAPPED: ReadonlySet<ClientColumn> = new Set<ClientColumn>(['reason']);

/** The client table: its heading and a row per client, live over the working cells. */
export function clientTableBlocks(ctx: ReportContext, table: ClientTable): readonly Block[] {
  const { t, analysis, language } = ctx;
  const money = moneyFormat(analysis);
  const formats: Readonly<Record<ClientColumn, string | null>> = {
    number: COUNT,
    client: TEXT,
    revenue: money,
    share: PERCENT,
    before: PERCENT,
    class: null,
    final: null,
    strategy: null,
    potential: money,
    budgetShare: PERCENT,
    headroom: money,
    flag: null,
    override: TEXT,
    comment: TEXT,
    action: null,
    xyz: null,
    rfm: null,
    cv: CV,
    months: COUNT,
    rfm3: TEXT,
    rfm5: TEXT,
    previous: money,
    change: SIGNED_PERCENT,
    orders: COUNT,
    averageOrder: money,
    last: dateFormat(language),
    days: COUNT,
    manager: TEXT,
    holding: TEXT,
    reason: null,
    moneyBefore: money,
    moneyWith: money,
    key: TEXT,
  };
  const align = table.columns.map((column) => (CENTERED.has(column) ? 'center' : null));
  const rows =
    analysis.clients.length > 0
      ? analysis.clients.map(rowWriter(ctx, table))
      : [table.columns.map(() => null)];
  return [
    {
      row: table.headingRow,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      formats: table.columns.map(() => TEXT),
      align: table.columns.map((column) =>
        NUMERIC.has(column) ? 'right' : CENTERED.has(column) ? 'center' : null,
      ),
      cells: [table.columns.map((column) => t(`abcd.column.${column}`))],
    },
    ...columnRuns(table).map(({ from, to, role, wrap }): Block => ({
      row: table.firstRow,
      column: from,
      role,
      wrap,
      formats: table.columns.slice(from - 1, to).map((column) => formats[column]),
      align: align.slice(from - 1, to),
      cells: rows.map((cells) => cells.slice(from - 1, to)),
    })),
  ];
}

/** Columns side by side that look alike. */
interface ColumnRun {
  readonly from: number;
  readonly to: number;
  readonly role: Block['role'];
  readonly wrap: boolean;
}

function columnRuns(table: ClientTable): readonly ColumnRun[] {
  const inputs: readonly ClientColumn[] = ABCD_INPUTS;
  const runs: ColumnRun[] = [];
  table.columns.forEach((column, index) => {
    const role = inputs.includes(column) ? 'input' : 'body';
    const wrap = WRAPPED.has(column);
    const last = runs.at(-1);
    if (last && last.role === role && last.wrap === wrap) runs[runs.length - 1] = { ...last, to: index + 1 };
    else runs.push({ from: index + 1, to: index + 1, role, wrap });
  });
  return runs;
}

function rowWriter(ctx: ReportContext, table: ClientTable): (client: ClientRow, index: number) => PlanCell[] {
  const { t, analysis, settings } = ctx;
  const { clients, segments } = analysis;
  const letter = (column: ClientColumn) => letterOf(table, column);
  const [revenue, share, before] = [letter('revenue'), letter('share'), letter('before')];
  const [volumeClass, flag, previous] = [letter('class'), letter('flag'), letter('previous')];
  const [moneyBefore, moneyWith] = [letter('moneyBefore'), letter('moneyWith')];
  const working = workingCells(table);
  const cells = segmentCells(table);
  const reasonOf = reasonWriter(ctx, working, cells);
  const potential = potentialTable(ctx);
  const approaches = new Map(allWords(settings.choices.letters, t).map((each) => [each.words, each]));
  const parts = rfmParts(ctx);
  const accumulated = accumulate(clients);

  return (client, index) => {
    const row = table.firstRow + index;
    const segment = segmentAt(segments, index);
    const own = (column: ClientColumn) => `${letter(column)}${row}`;
    const pull = (column: PotentialColumn, value: CellValue): PlanCell => ({
      formula: `=${pulled(potential, column, potential.firstRow + index, own('key'))}`,
      value,
    });
    const words = finalWords(segment, client.volumeClass, segments, settings.choices.letters, t);
    const approach = (column: 2 | 3, value: string | undefined): PlanCell => ({
      formula: `=IFERROR(VLOOKUP(${own('final')},${cells.words},${column},FALSE),"")`,
      value: value ?? '',
    });
    const above = row - 1;
    const amount = `${revenue}${row}`;
    const sums = accumulated[index] ?? { before: 0, with: 0 };
    const change =
      client.previous !== null && client.previous > 0 ? client.revenue / client.previous - 1 : '';
    const cellOf: Readonly<Record<ClientColumn, () => PlanCell>> = {
      number: () => index + 1,
      client: () => client.name,
      revenue: () => moneyToNumber(client.revenue),
      share: () => ({ formula: `=IF(${amount}>0,${amount}/${working.base},"")`, value: client.share ?? '' }),
      before: () => ({
        formula: `=IF(${amount}>0,${moneyBefore}${row}/${working.base},"")`,
        value: client.cumulativeBefore ?? '',
      }),
      class: () => ({
        formula:
          `=IF(${amount}<=0,"D",IF(${moneyBefore}${row}<${working.limit.classA},"A",` +
          `IF(${moneyBefore}${row}<${working.limit.classB},"B","C")))`,
        value: client.volumeClass,
      }),
      flag: () => ({
        formula:
          `=IF(${amount}<=0,"",IF(${amount}>${working.limit.flagMono},${working.flag.mono},` +
          `IF(${amount}>${working.limit.flagCritical},${working.flag.critical},` +
          `IF(${amount}>=${working.limit.flagLarge},${working.flag.large},""))))`,
        value: flagWords(client.flag, t),
      }),
      final: () => {
        const byVolume = `VLOOKUP(${volumeClass}${row},${cells.letters},2,FALSE)`;
        const byPotential = pulled(potential, 'class', potential.firstRow + index, own('key'));
        const computed = `IF(${cells.value.model}=0,${byVolume},${byPotential})`;
        const byHand = `IFERROR(VLOOKUP(${own('override')},${cells.letters},2,FALSE),${computed})`;
        return { formula: `=IF(${own('override')}="",${computed},${byHand})`, value: words };
      },
      strategy: () => approach(2, approaches.get(words)?.strategy),
      action: () => approach(3, approaches.get(words)?.action),
      potential: () => pull('potential', segment.potential ? moneyToNumber(segment.potential.amount) : ''),
      budgetShare: () => pull('share', segment.budgetShare ?? ''),
      headroom: () => pull('headroom', segment.headroom === null ? '' : moneyToNumber(segment.headroom)),
      override: () => null,
      comment: () => null,
      xyz: () => ({
        formula:
          `=IF(OR(${own('cv')}="",${own('months')}<${cells.value.xyzMonths},${own('orders')}<${cells.value.xyzPurchases}),` +
          `${literal(t('segments.xyz.none'))},IF(${own('cv')}<=${cells.value.xyzX},"X",` +
          `IF(${own('cv')}<=${cells.value.xyzY},"Y","Z")))`,
        value: segment.xyz?.class ?? t('segments.xyz.none'),
      }),
      rfm: () => ({
        formula: `=IF(${cells.value.rfm}=0,"",IF(${cells.value.rfm}=3,${own('rfm3')},${own('rfm5')})&"")`,
        value:
          parts === 0
            ? ''
            : scoresText(parts === 3 ? segment.rfmParts?.terciles : segment.rfmParts?.quintiles),
      }),
      cv: () => segment.regularity?.cv ?? null,
      months: () => segment.regularity?.months ?? null,
      rfm3: () => scoresText(segment.rfmParts?.terciles) || null,
      rfm5: () => scoresText(segment.rfmParts?.quintiles) || null,
      previous: () => (client.previous === null ? null : moneyToNumber(client.previous)),
      change: () => ({ formula: `=IF(${previous}${row}>0,${amount}/${previous}${row}-1,"")`, value: change }),
      orders: () => client.orders,
      averageOrder: () => (client.averageOrder === null ? null : moneyToNumber(client.averageOrder)),
      last: () => client.last,
      days: () => client.daysSince,
      manager: () => client.manager,
      holding: () => settings.holdings[client.key] ?? null,
      reason: () =>
        liveCell(
          reasonOf(client, segment, {
            revenue: amount,
            share: `${share}${row}`,
            before: `${before}${row}`,
            volumeClass: `${volumeClass}${row}`,
            flag: `${flag}${row}`,
            moneyBefore: own('moneyBefore'),
            potential: own('potential'),
            budgetShare: own('budgetShare'),
            override: own('override'),
          }),
        ),
      // N() of the heading's text is zero, so the first row needs no formula of its own and rows may be sorted back.
      moneyBefore: () => ({
        formula: `=IF(${amount}=${revenue}${above},${moneyBefore}${above},N(${moneyWith}${above}))`,
        value: sums.before,
      }),
      moneyWith: () => ({ formula: `=ROUND(N(${moneyWith}${above})+MAX(${amount},0),4)`, value: sums.with }),
      key: () => client.key,
    };
    return table.columns.map((column) => cellOf[column]());
  };
}

/** Scores as they read: 5-4-5, recency first. */
function scoresText(scores: RfmScores | undefined): string {
  return scores ? `${scores.recency}-${scores.frequency}-${scores.monetary}` : '';
}

function segmentAt({ clients }: Segments, position: number): ClientSegment {
  const segment = clients[position];
  if (!segment) throw new Error(`There is no segment for client ${position}`);
  return segment;
}

/** Money accumulated before each client's tie group and with the client, returns left out. */
export function accumulate(
  clients: readonly Pick<ClientRow, 'revenue'>[],
): readonly { readonly before: number; readonly with: number }[] {
  let before = 0;
  let running = 0;
  return clients.map(({ revenue }, index) => {
    if (index === 0 || clients[index - 1]?.revenue !== revenue) before = running;
    running += Math.max(revenue, 0);
    return { before: moneyToNumber(units(before)), with: moneyToNumber(units(running)) };
  });
}
