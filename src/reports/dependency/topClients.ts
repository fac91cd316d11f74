import type { CellValue } from '../../domain/shared/grid';
import { moneyToNumber, subtractMoney } from '../../domain/shared/money';
import { formatPercent } from '../../i18n/numbers';
import type { ClientColumn } from '../clientTable';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT } from '../formats';
import { liveCell } from '../live';
import { BASE_NAME } from '../names';
import { paretoChart } from '../pareto';
import type { Area, Block, PlanCell, PlanChart } from '../plan';
import { flagWords } from '../reasons';
import type { Section } from '../section';
import { line } from '../tabHead';
import { flagOfShare, flagRules } from './flagOfShare';
import type { ClientSheet } from './layout';
import { PARETO_CELLS, WIDTHS } from './layout';

/** The largest clients shown one by one. */
export const TOP = 10;
const CHART_ROWS = 13;
/** The bar chart stands in the columns before. */
const PARETO_COLUMN = 5;
const SHARE_COLUMN = 4;
const FLAG_COLUMNS = [5, 9];

/** The largest clients, each with what its loss would do, and the charts of them (method.md §3). */
export function topClients(ctx: ReportContext, sheet: ClientSheet, row: number): Section {
  const buyers = ctx.analysis.clients.filter(({ revenue }) => revenue > 0).length;
  const shown = Math.min(TOP, buyers);
  if (shown === 0) return { blocks: [], nextRow: row };
  const firstRow = row + 2;
  const chartRow = firstRow + shown + 1;
  const pareto = paretoChart(ctx, {
    place: {
      row: chartRow,
      column: PARETO_COLUMN,
      rows: CHART_ROWS,
      columns: WIDTHS.length - PARETO_COLUMN + 1,
    },
    row,
    column: PARETO_CELLS,
  });
  const column = (number: number): Area => ({ row: firstRow, column: number, rows: shown, columns: 1 });
  return {
    blocks: [...tableBlocks(ctx, sheet, row, shown), ...(pareto?.blocks ?? [])],
    rules: [
      ...FLAG_COLUMNS.flatMap((number) => flagRules(ctx, column(number))),
      { kind: 'dataBar', area: column(SHARE_COLUMN) },
    ],
    charts: [barChart(ctx, column, shown, chartRow), ...(pareto ? [pareto.chart] : [])],
    nextRow: chartRow + CHART_ROWS + 1,
  };
}

function tableBlocks(
  ctx: ReportContext,
  sheet: ClientSheet,
  headingRow: number,
  shown: number,
): readonly Block[] {
  const { t, analysis } = ctx;
  const money = moneyFormat(analysis);
  const first = headingRow + 2;
  const base = analysis.concentration ? moneyToNumber(analysis.concentration.base) : 0;
  const top = analysis.clients.slice(0, shown);

  const rows = top.map((client, index): PlanCell[] => {
    const row = first + index;
    const revenue = moneyToNumber(client.revenue);
    const lookup = (column: ClientColumn, value: CellValue): PlanCell => ({
      formula: `=INDEX(${sheet(column)},MATCH($A${row},${sheet('number')},0))`,
      value,
    });
    const nextIndex = index === 0 ? 1 : 0;
    const next = top[nextIndex];
    const nextRow = first + nextIndex;
    const without = analysis.concentration
      ? moneyToNumber(subtractMoney(analysis.concentration.base, client.revenue))
      : 0;
    const nextShare = next ? moneyToNumber(next.revenue) / without : 0;
    return [
      index + 1,
      lookup('client', client.name),
      lookup('revenue', revenue),
      { formula: `=IF(${BASE_NAME}>0,C${row}/${BASE_NAME},0)`, value: base > 0 ? revenue / base : 0 },
      lookup('flag', flagWords(client.flag, t)),
      { formula: `=ROUND(${BASE_NAME}-C${row},4)`, value: without },
      next ? { formula: `=B${nextRow}`, value: next.name } : t('dependency.top.nobody'),
      next ? { formula: `=IF(F${row}>0,C${nextRow}/F${row},0)`, value: nextShare } : null,
      next ? liveCell(flagOfShare(ctx, `H${row}`, nextShare)) : null,
    ];
  });

  return [
    line(headingRow, 'heading', t('dependency.section.top')),
    {
      row: headingRow + 1,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      align: ['center', null, 'right', 'right', null, 'right', null, 'right', null],
      cells: [
        [
          t('dependency.top.number'),
          t('dependency.top.client'),
          t('dependency.top.revenue'),
          t('dependency.top.share'),
          t('dependency.top.flag'),
          t('dependency.top.without'),
          t('dependency.top.next'),
          t('dependency.top.nextShare'),
          t('dependency.top.nextFlag'),
        ],
      ],
    },
    {
      row: first,
      column: 1,
      role: 'body',
      formats: [COUNT, null, money, PERCENT, null, money, null, PERCENT, null],
      align: ['center', null, null, null, null, null, null, null, null],
      cells: rows,
    },
  ];
}

function barChart(
  { t, analysis, language }: ReportContext,
  column: (number: number) => Area,
  shown: number,
  row: number,
): PlanChart {
  const words = analysis.clients
    .slice(0, shown)
    .map(({ name, share }) => `${name} – ${formatPercent(share ?? 0, language)}`);
  return {
    name: 'ClienteleTopChart',
    title: t('dependency.chart.title'),
    kind: 'bar',
    categories: column(2),
    series: [{ name: t('dependency.top.share'), values: column(SHARE_COLUMN) }],
    place: { row, column: 1, rows: CHART_ROWS, columns: PARETO_COLUMN - 1 },
    valueFormat: '0%',
    alt: t('dependency.chart.alt', { text: words.join('; ') }),
  };
}
