import { MONEY_SCALE, moneyToNumber, units } from '../../domain/shared/money';
import type { Money } from '../../domain/shared/money';
import { formatDate, formatMoneyShort, formatNumber, formatPercent } from '../../i18n/numbers';
import type { TextKey } from '../../i18n/translate';
import { absolute } from '../addresses';
import type { ReportContext } from '../context';
import { dealColumn } from '../deals/layout';
import { COUNT, PERCENT } from '../formats';
import type { Live } from '../live';
import { live, liveCell, liveText } from '../live';
import { moneyOf } from '../moneyWords';
import { figureName } from '../names';
import type { Figure } from '../names';
import type { PlanCell, PlanName } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';
import type { MonthCells } from './months';
import { formula, MONEY, NOTHING } from './layout';

/** Rows of the three sentences and of the figures below them. */
const SENTENCES = 3;
const RATIO = '0.00';

/** One figure: its label, its value, what it means. */
interface FigureRow {
  readonly label: TextKey;
  readonly cell: PlanCell;
  readonly format: string;
  readonly meaning: string;
  readonly figure?: Figure;
}

/** Three sentences that say the forecast, and the figures they are made of, each a named cell. */
export function summarySection(ctx: ReportContext, row: number, months: MonthCells): Section {
  const { t } = ctx;
  const first = row + SENTENCES + 2;
  const rows = figureRows(ctx, months);
  const at = (label: TextKey) => absolute(first + rows.findIndex((each) => each.label === label), 2);
  return {
    blocks: [
      ...sentences(ctx, at).map((sentence, index) => line(row + index, 'lead', sentence)),
      line(row + SENTENCES + 1, 'heading', t('forecast.section.figures')),
      {
        row: first,
        column: 1,
        role: 'body',
        cells: rows.map(({ label }) => [t(label)]),
      },
      ...rows.map(({ cell, format }, index) => ({
        row: first + index,
        column: 2,
        role: 'body' as const,
        formats: [format],
        align: ['right' as const],
        cells: [[cell]],
      })),
      { row: first, column: 3, role: 'note', cells: rows.map(({ meaning }) => [meaning]) },
    ],
    names: rows.flatMap(({ figure }, index): PlanName[] =>
      figure === undefined
        ? []
        : [{ name: figureName(figure), area: { row: first + index, column: 2, rows: 1, columns: 1 } }],
    ),
    nextRow: first + rows.length + 1,
  };
}

function figureRows(ctx: ReportContext, months: MonthCells): readonly FigureRow[] {
  const { t, deals, language } = ctx;
  const { range, outlook, totals } = deals;
  const column = dealColumn(ctx);
  const amount = (value: number | null | undefined): PlanCell =>
    value === null || value === undefined ? NOTHING : value / MONEY_SCALE;
  const exactness =
    !range || range.error === 0
      ? t('forecast.range.exact')
      : t('forecast.range.error', { error: formatMoneyShort(range.error, language) });
  const outlookPlan = outlook ? moneyToNumber(outlook.plan) : null;
  return [
    {
      label: 'forecast.openDeals',
      figure: 'openDeals',
      cell: formula(`SUM(${column('open')})`, totals.open.deals),
      format: COUNT,
      meaning: t('forecast.openDeals.meaning'),
    },
    {
      label: 'forecast.openAmount',
      figure: 'openAmount',
      cell: formula(`SUM(${column('openAmount')})`, moneyToNumber(totals.open.amount)),
      format: MONEY,
      meaning: t('forecast.openAmount.meaning'),
    },
    {
      label: 'forecast.weighted',
      figure: 'forecast',
      cell: formula(`SUM(${column('openExpected')})`, moneyToNumber(totals.open.expected)),
      format: MONEY,
      meaning: t('forecast.weighted.meaning'),
    },
    {
      label: 'forecast.dated',
      cell: formula(
        `SUMIF(${column('month')},">0",${column('openExpected')})`,
        moneyToNumber(totals.dated.expected),
      ),
      format: MONEY,
      meaning: t('forecast.dated.meaning'),
    },
    {
      label: 'forecast.p10',
      figure: 'p10',
      cell: amount(range?.p10),
      format: MONEY,
      meaning: t('forecast.p10.meaning'),
    },
    {
      label: 'forecast.p50',
      figure: 'p50',
      cell: amount(range?.p50),
      format: MONEY,
      meaning: t('forecast.p50.meaning'),
    },
    {
      label: 'forecast.p90',
      figure: 'p90',
      cell: amount(range?.p90),
      format: MONEY,
      meaning: t('forecast.p90.meaning'),
    },
    {
      label: 'forecast.sigma',
      cell: amount(range?.sigma),
      format: MONEY,
      meaning: `${t('forecast.sigma.meaning')} ${exactness}`,
    },
    {
      label: 'forecast.plan',
      cell: formula(`IF(${months.last}>0,${months.plan},"${NOTHING}")`, outlookPlan ?? NOTHING),
      format: MONEY,
      meaning: t('forecast.plan.meaning'),
    },
    {
      label: 'forecast.fact',
      cell: formula(
        `IF(${months.last}>0,${months.fact},"${NOTHING}")`,
        outlook ? moneyToNumber(outlook.fact) : NOTHING,
      ),
      format: MONEY,
      meaning: t(`forecast.fact.${months.factIs}`),
    },
    {
      label: 'forecast.coverage',
      cell: formula(
        `IF(${months.last}>0,IF(${months.plan}>${months.fact},SUMIFS(${column('openAmount')},${column('month')},">0",` +
          `${column('month')},"<="&${months.last})/(${months.plan}-${months.fact}),"${NOTHING}"),"${NOTHING}")`,
        outlook?.coverage ?? NOTHING,
      ),
      format: RATIO,
      meaning: t('forecast.coverage.meaning'),
    },
    {
      label: 'forecast.chance',
      cell: outlook?.chance ?? NOTHING,
      format: PERCENT,
      meaning: t('forecast.chance.meaning'),
    },
  ];
}

/** The three sentences as texts, for the pane. */
export function forecastSentences(ctx: ReportContext): readonly string[] {
  const { t, deals, language } = ctx;
  const { totals, range } = deals;
  if (deals.all.length === 0) return [t('forecast.empty', { deals: ctx.tabNames.deals })];
  const money = (amount: Money) => formatMoneyShort(amount, language);
  return [
    t('forecast.sentence.open', {
      count: formatNumber(totals.open.deals, language),
      amount: money(totals.open.amount),
      expected: money(totals.open.expected),
    }),
    range
      ? t('forecast.sentence.range', { p10: money(range.p10), p90: money(range.p90), p50: money(range.p50) })
      : t('forecast.sentence.noRange'),
    decisiveSentence(ctx),
  ];
}

function sentences(ctx: ReportContext, at: (label: TextKey) => string): readonly PlanCell[] {
  const { t, deals } = ctx;
  const { totals, range } = deals;
  if (deals.all.length === 0) return [t('forecast.empty', { deals: ctx.tabNames.deals })];
  const money = (label: TextKey, value: Money): Live => moneyOf(at(label), moneyToNumber(value), t);
  const first = liveText(t('forecast.sentence.open'), {
    count: live(at('forecast.openDeals'), totals.open.deals),
    amount: money('forecast.openAmount', totals.open.amount),
    expected: money('forecast.weighted', totals.open.expected),
  });
  const second = range
    ? liveCell(
        liveText(t('forecast.sentence.range'), {
          p10: money('forecast.p10', range.p10),
          p90: money('forecast.p90', range.p90),
          p50: money('forecast.p50', range.p50),
        }),
      )
    : t('forecast.sentence.noRange');
  return [liveCell(first), second, decisiveSentence(ctx)];
}

/** The plan and its chance, else the deal that decides; refreshed by a run. */
function decisiveSentence({ t, deals, language }: ReportContext): string {
  const { outlook, open } = deals;
  if (outlook) {
    return t('forecast.sentence.plan', {
      plan: formatMoneyShort(outlook.plan, language),
      fact: formatMoneyShort(outlook.fact, language),
      chance: formatPercent(outlook.chance, language, 0),
    });
  }
  const [decisive] = deals.deciding;
  const deal = decisive && open[decisive.deal];
  if (!deal) return t('forecast.sentence.noPlan');
  return t('forecast.sentence.decisive', {
    deal: [deal.clientName, deal.name].filter((text) => text !== '').join(', '),
    amount: formatMoneyShort(deal.amount, language),
    part: formatPercent(decisive.part, language, 0),
    date: deal.expectedOn === null ? NOTHING : formatDate(deal.expectedOn, language),
    won: formatMoneyShort(units(decisive.medianWon), language),
    lost: formatMoneyShort(units(decisive.medianLost), language),
  });
}
