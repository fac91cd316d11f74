import { DEAL_CATEGORIES } from '../../domain/deals/probability';
import type { DealGroup } from '../../domain/deals/types';
import { MONEY_SCALE, moneyToNumber } from '../../domain/shared/money';
import { roundHalfUp } from '../live';
import type { TextKey } from '../../i18n/translate';
import { absolute, areaAddress } from '../addresses';
import type { ReportContext } from '../context';
import type { DealTabColumn } from '../deals/layout';
import { dealColumn } from '../deals/layout';
import { COUNT, PERCENT, TEXT } from '../formats';
import type { Block, PlanCell, PlanChart } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';
import { formula, KEY_COLUMN, MONEY } from './layout';

/** Groups shown one by one; what is left stands in a row of its own. */
const SHOWN = 15;
const CHART_ROWS = 13;
const FORMATS = [TEXT, COUNT, MONEY, MONEY, PERCENT];
const ALIGN = [null, 'right', 'right', 'right', 'right'] as const;

/** Commit, best case, pipeline and omitted, live over the chances on «Сделки» (method.md §4). */
export function categorySection(ctx: ReportContext, row: number): Section {
  const { t, deals } = ctx;
  const column = dealColumn(ctx);
  const first = row + 3;
  const rows = DEAL_CATEGORIES.map((category, index): PlanCell[] => {
    const { deals: count, amount, expected } = deals.byCategory[category];
    const label = absolute(first + index, 1);
    const sum = (of: DealTabColumn, value: number) =>
      formula(`SUMIF(${column('category')},${label},${column(of)})`, value);
    return [
      t(`deals.category.${category}`),
      sum('open', count),
      sum('openAmount', moneyToNumber(amount)),
      sum('openExpected', moneyToNumber(expected)),
      part(ctx, first + index, moneyToNumber(expected)),
    ];
  });
  return {
    blocks: [
      line(row, 'heading', t('forecast.section.categories')),
      line(row + 1, 'note', t('forecast.categories.note')),
      headings(ctx, row + 2, 'forecast.category'),
      { row: first, column: 1, role: 'body', formats: FORMATS, align: ALIGN, cells: rows },
    ],
    nextRow: first + rows.length + 1,
  };
}

/** The open deals by a text of their rows, largest first, and what is left in one row: together they are the forecast. */
export function groupSection(ctx: ReportContext, row: number, by: 'stage' | 'manager' | 'client'): Section {
  const { t, deals } = ctx;
  const all: readonly DealGroup[] = {
    stage: deals.byStage,
    manager: deals.byManager,
    client: deals.byClient,
  }[by];
  const groups = all.slice(0, SHOWN);
  const column = dealColumn(ctx);
  const first = row + 2;
  const names = column(by);
  const rows = groups.map(({ name, deals: count, amount, expected }, index): PlanCell[] => {
    const key = absolute(first + index, KEY_COLUMN);
    // Exact texts, unlike the criteria of SUMIF, in which a name may read as a comparison.
    const sum = (of: DealTabColumn, value: number) =>
      formula(`SUMPRODUCT((${names}=${key})*1,${column(of)})`, value);
    return [
      name === '' ? t('deals.unnamed') : name,
      sum('open', count),
      sum('openAmount', moneyToNumber(amount)),
      sum('openExpected', moneyToNumber(expected)),
      part(ctx, first + index, moneyToNumber(expected)),
    ];
  });
  const restRow = first + rows.length;
  const shown = (of: (group: DealGroup) => number) => groups.reduce((sum, group) => sum + of(group), 0);
  const rest = (number: number, of: DealTabColumn, total: number, value: number): PlanCell => {
    const above =
      rows.length > 0
        ? `-SUM(${areaAddress({ row: first, column: number, rows: rows.length, columns: 1 })})`
        : '';
    return formula(`ROUND(SUM(${column(of)})${above},4)`, roundHalfUp(total - value, 4));
  };
  const { open } = deals.totals;
  const expectedRest = open.expected - shown(({ expected }) => expected);
  rows.push([
    t('forecast.group.rest'),
    rest(
      2,
      'open',
      open.deals,
      shown(({ deals: count }) => count),
    ),
    rest(3, 'openAmount', open.amount / MONEY_SCALE, shown(({ amount }) => amount) / MONEY_SCALE),
    rest(4, 'openExpected', open.expected / MONEY_SCALE, shown(({ expected }) => expected) / MONEY_SCALE),
    part(ctx, restRow, expectedRest / MONEY_SCALE),
  ]);
  const blocks: Block[] = [
    line(row, 'heading', t(`forecast.section.${by}`)),
    headings(ctx, row + 1, `forecast.group.${by}`),
    { row: first, column: 1, role: 'body', formats: FORMATS, align: ALIGN, cells: rows },
  ];
  if (groups.length > 0)
    blocks.push({
      row: first,
      column: KEY_COLUMN,
      role: 'note',
      formats: [TEXT],
      cells: groups.map(({ name }) => [name]),
    });
  const hasChart = by === 'stage' && groups.length > 1;
  const chart: PlanChart = {
    name: 'ClienteleStagesChart',
    title: t('forecast.chart.stages'),
    kind: 'bar',
    categories: { row: first, column: 1, rows: groups.length, columns: 1 },
    series: [
      {
        name: t('forecast.group.amount'),
        values: { row: first, column: 3, rows: groups.length, columns: 1 },
      },
      {
        name: t('forecast.group.expected'),
        values: { row: first, column: 4, rows: groups.length, columns: 1 },
      },
    ],
    place: { row: restRow + 2, column: 1, rows: CHART_ROWS, columns: 6 },
    valueFormat: MONEY,
    alt: t('forecast.chart.stages.alt'),
  };
  return {
    blocks,
    charts: hasChart ? [chart] : [],
    nextRow: restRow + 2 + (hasChart ? CHART_ROWS + 1 : 0),
  };
}

function headings({ t }: ReportContext, row: number, first: TextKey): Block {
  return {
    row,
    column: 1,
    role: 'columnHeading',
    wrap: true,
    align: ALIGN,
    cells: [
      [
        t(first),
        t('forecast.group.deals'),
        t('forecast.group.amount'),
        t('forecast.group.expected'),
        t('forecast.group.part'),
      ],
    ],
  };
}

/** Part of the forecast that the expected sum of a row is. */
function part(ctx: ReportContext, row: number, expected: number): PlanCell {
  const total = `SUM(${dealColumn(ctx)('openExpected')})`;
  const whole = moneyToNumber(ctx.deals.totals.open.expected);
  return formula(`IF(${total}>0,${absolute(row, 4)}/${total},"")`, whole > 0 ? expected / whole : '');
}
