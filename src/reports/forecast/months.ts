import { monthKey, plannedMonths } from '../../domain/deals/months';
import type { DealMonth } from '../../domain/deals/types';
import type { MonthIndex } from '../../domain/shared/dates';
import { monthOf } from '../../domain/shared/dates';
import { MONEY_SCALE, moneyToNumber, ZERO } from '../../domain/shared/money';
import type { Language } from '../../domain/settings';
import { absolute, areaAddress } from '../addresses';
import type { ReportContext } from '../context';
import { dealColumn } from '../deals/layout';
import { monthNumber } from '../deals/rows';
import { COUNT, PERCENT, TEXT } from '../formats';
import type { Area, PlanCell, PlanChart } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';
import { formula, KEY_COLUMN, MONEY, PAGE_COLUMNS } from './layout';

/** Months in the chart at most: labels of more run into each other. */
const MOST_IN_CHART = 24;
const CHART_MONTHS_BACK = 6;
const CHART_ROWS = 15;

/** Addresses that other parts of the tab sum over. */
export interface MonthCells {
  /** Last planned month as a number (202603), plan and fact of the planned months: single cells. */
  readonly last: string;
  readonly plan: string;
  readonly fact: string;
  readonly factIs: 'won' | 'sales';
}

/** Plan, forecast and fact by month: plans are people's, the forecast sums «Сделки» live, the fact is of the run. */
export function monthSection(
  ctx: ReportContext,
  row: number,
): { readonly section: Section; readonly cells: MonthCells } {
  const { t, deals, language } = ctx;
  const factIs = deals.totals.won.deals > 0 ? 'won' : 'sales';
  const months = shownMonths(ctx);
  const headingRow = row + 2;
  const first = headingRow + 1;
  const rows = months.map((month, index) => monthRow(ctx, month, first + index, factIs));
  const last = first + months.length - 1;
  const [from, to] = [months[0] ?? 0, months.at(-1) ?? 0];
  const others = otherRows(ctx, from, to);
  const totalRow = last + others.length + 1;
  const working: Area = { row: first, column: KEY_COLUMN, rows: months.length, columns: 5 };
  const workingColumn = (offset: number) =>
    areaAddress({ ...working, column: KEY_COLUMN + offset, columns: 1 });
  const sumsRow = totalRow;
  const planned = deals.outlook;
  const chart = chartOf(ctx, months, first, factIs, totalRow + 2);
  return {
    cells: {
      last: absolute(sumsRow, KEY_COLUMN + 2),
      plan: absolute(sumsRow, KEY_COLUMN + 3),
      fact: absolute(sumsRow, KEY_COLUMN + 4),
      factIs,
    },
    section: {
      blocks: [
        line(row, 'heading', t('forecast.section.months')),
        line(row + 1, 'note', t(`forecast.months.note.${factIs}`)),
        {
          row: headingRow,
          column: 1,
          role: 'columnHeading',
          wrap: true,
          align: [null, ...Array.from({ length: 7 }, () => 'right' as const)],
          cells: [
            [
              t('forecast.month.month'),
              t('forecast.month.plan'),
              t('forecast.month.forecast'),
              t('forecast.month.deals'),
              t('forecast.month.amount'),
              t('forecast.month.won'),
              t('forecast.month.sales'),
              t('forecast.month.part'),
            ],
          ],
        },
        {
          row: first,
          column: 1,
          role: 'body',
          formats: [TEXT],
          cells: months.map((month) => [monthLabel(month, language)]),
        },
        { row: first, column: 2, role: 'input', formats: [MONEY], cells: months.map(() => [null]) },
        {
          row: first,
          column: 3,
          role: 'body',
          formats: [MONEY, COUNT, MONEY, MONEY, MONEY, PERCENT],
          cells: rows.map(({ cells }) => cells),
        },
        {
          row: last + 1,
          column: 1,
          role: 'body',
          formats: [TEXT, MONEY, MONEY, COUNT, MONEY],
          cells: others,
        },
        {
          row: totalRow,
          column: 1,
          role: 'total',
          formats: [TEXT, MONEY, MONEY, COUNT, MONEY, MONEY, MONEY],
          cells: [totalCells()],
        },
        {
          row: first,
          column: KEY_COLUMN,
          role: 'note',
          formats: [TEXT, null, null, MONEY, MONEY],
          cells: rows.map(({ working: cells }) => cells),
        },
        {
          row: sumsRow,
          column: KEY_COLUMN + 2,
          role: 'note',
          formats: [null, MONEY, MONEY],
          cells: [
            [
              formula(`MAX(${workingColumn(2)})`, planned ? numberOfMonth(planned.to) : 0),
              formula(`SUM(${workingColumn(3)})`, planned ? moneyToNumber(planned.plan) : 0),
              formula(`SUM(${workingColumn(4)})`, planned ? moneyToNumber(planned.fact) : 0),
            ],
          ],
        },
      ],
      inputs: [
        {
          area: { row: first, column: 2, rows: months.length, columns: 1 },
          keyColumn: KEY_COLUMN,
          fields: ['plan'],
        },
      ],
      validations: [
        {
          area: { row: first, column: 2, rows: months.length, columns: 1 },
          rule: { kind: 'decimal', min: 0, max: 1e15 },
          message: t('forecast.input.plan'),
        },
      ],
      charts: [chart],
      nextRow: totalRow + 2 + CHART_ROWS + 1,
    },
  };

  function totalCells(): readonly PlanCell[] {
    const { byMonth, totals } = deals;
    const sum = (column: number, rowCount: number, value: number) =>
      formula(`SUM(${areaAddress({ row: first, column, rows: rowCount, columns: 1 })})`, value);
    const all = months.length + others.length;
    const within = byMonth.filter(({ month }) => month !== null && month >= from && month <= to);
    const of = (value: (month: DealMonth) => number) =>
      within.reduce((total, each) => total + value(each), 0);
    return [
      t('report.sum'),
      sum(2, months.length, moneyOfUnits(of(({ plan }) => plan ?? 0))),
      sum(3, all, moneyToNumber(totals.open.expected)),
      sum(4, all, totals.open.deals),
      sum(5, all, moneyToNumber(totals.open.amount)),
      sum(6, months.length, moneyOfUnits(of(({ won }) => won))),
      sum(7, months.length, moneyOfUnits(of(({ sales }) => sales ?? 0))),
    ];
  }
}

/** Months without a gap, so that a date changed on «Сделки» finds its row. */
function shownMonths({ deals }: ReportContext): readonly MonthIndex[] {
  const limits = plannedMonths(deals.asOf);
  const known = deals.byMonth.flatMap(({ month }) =>
    month !== null && month >= limits.from && month <= limits.to ? [month] : [],
  );
  const [from, to] = [Math.min(...known), Math.max(...known)];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function monthRow(
  ctx: ReportContext,
  month: MonthIndex,
  row: number,
  factIs: 'won' | 'sales',
): { readonly cells: readonly PlanCell[]; readonly working: readonly PlanCell[] } {
  const { deals } = ctx;
  const column = dealColumn(ctx);
  const found = deals.byMonth.find((each) => each.month === month);
  const { amount = ZERO, expected = ZERO, deals: count = 0, plan = null } = found ?? {};
  // A month to come has no fact yet; zero would read as one.
  const isAhead = month > monthOf(deals.asOf);
  const won = moneyToNumber(found?.won ?? ZERO);
  const sales = found?.sales === undefined || found.sales === null ? null : moneyToNumber(found.sales);
  const fact = factIs === 'won' ? won : (sales ?? 0);
  const number = absolute(row, KEY_COLUMN + 1);
  const planCell = absolute(row, 2);
  const factCell = `N(${absolute(row, factIs === 'won' ? 6 : 7)})`;
  const sum = (of: 'openExpected' | 'openAmount' | 'open', value: number) =>
    formula(`SUMIF(${column('month')},${number},${column(of)})`, value);
  const planNumber = plan === null ? null : moneyToNumber(plan);
  const isPlanned = planNumber !== null && month >= monthOf(deals.asOf);
  const isPlannedLive = `IF(ISNUMBER(${planCell}),IF(AND(N(${planCell})>=0,${number}>=${numberOfMonth(monthOf(deals.asOf))})`;
  return {
    cells: [
      sum('openExpected', moneyToNumber(expected)),
      sum('open', count),
      sum('openAmount', moneyToNumber(amount)),
      isAhead && won === 0 ? null : won,
      sales,
      formula(
        `IF(ISNUMBER(${planCell}),IF(N(${planCell})>0,(${factCell}+${absolute(row, 3)})/${planCell},""),"")`,
        planNumber !== null && planNumber > 0 ? (fact + moneyToNumber(expected)) / planNumber : '',
      ),
    ],
    working: [
      monthKey(month),
      numberOfMonth(month),
      formula(`${isPlannedLive},${number},0),0)`, isPlanned ? numberOfMonth(month) : 0),
      formula(`${isPlannedLive},${planCell},0),0)`, isPlanned ? (planNumber ?? 0) : 0),
      formula(`${isPlannedLive},${factCell},0),0)`, isPlanned ? fact : 0),
    ],
  };
}

/** Deals before and after the months shown, and those without a date: they too are part of the sum. */
function otherRows(ctx: ReportContext, from: MonthIndex, to: MonthIndex): readonly (readonly PlanCell[])[] {
  const { t, deals, language } = ctx;
  const column = dealColumn(ctx);
  const [first, last] = [numberOfMonth(from), numberOfMonth(to)];
  const row = (label: string, criteria: string, holds: (month: MonthIndex | null) => boolean): PlanCell[] => {
    const within = deals.byMonth.filter(({ month }) => holds(month));
    const sum = (of: 'openExpected' | 'openAmount' | 'open', value: number) =>
      formula(`SUMIFS(${column(of)},${criteria})`, value);
    const total = (value: (month: DealMonth) => number) =>
      within.reduce((all, month) => all + value(month), 0);
    return [
      label,
      null,
      sum('openExpected', moneyOfUnits(total(({ expected }) => expected))),
      sum(
        'open',
        total(({ deals: count }) => count),
      ),
      sum('openAmount', moneyOfUnits(total(({ amount }) => amount))),
    ];
  };
  const month = column('month');
  return [
    row(
      t('forecast.month.before', { month: monthLabel(from, language) }),
      `${month},">0",${month},"<${first}"`,
      (each) => each !== null && each < from,
    ),
    row(
      t('forecast.month.after', { month: monthLabel(to, language) }),
      `${month},">${last}"`,
      (each) => each !== null && each > to,
    ),
    row(t('forecast.month.undated'), `${month},0`, (each) => each === null),
  ];
}

function chartOf(
  ctx: ReportContext,
  months: readonly MonthIndex[],
  first: number,
  factIs: 'won' | 'sales',
  row: number,
): PlanChart {
  const { t, deals } = ctx;
  const start = Math.max(0, months.indexOf(monthOf(deals.asOf) - CHART_MONTHS_BACK));
  const rows = Math.min(MOST_IN_CHART, months.length - start);
  const column = (number: number): Area => ({ row: first + start, column: number, rows, columns: 1 });
  return {
    name: 'ClienteleMonthsChart',
    title: t('forecast.chart.months'),
    kind: 'column',
    categories: column(1),
    series: [
      { name: t('forecast.month.plan'), values: column(2), tone: 'neutral' },
      { name: t('forecast.month.forecast'), values: column(3), tone: 'accent' },
      { name: t(`forecast.month.${factIs}`), values: column(factIs === 'won' ? 6 : 7), tone: 'good' },
    ],
    place: { row, column: 1, rows: CHART_ROWS, columns: PAGE_COLUMNS - 1 },
    valueFormat: MONEY,
    alt: t('forecast.chart.months.alt'),
  };
}

/** `03.2026` in Russian, `2026-03` in English. */
function monthLabel(month: MonthIndex, language: Language): string {
  const [year = '', number = ''] = monthKey(month).split('-');
  return language === 'ru' ? `${number}.${year}` : `${year}-${number}`;
}

function numberOfMonth(month: MonthIndex): number {
  return monthNumber(Math.floor(month / 12), (month % 12) + 1);
}

function moneyOfUnits(value: number): number {
  return value / MONEY_SCALE;
}
