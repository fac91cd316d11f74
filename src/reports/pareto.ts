import { addressOf } from '../domain/shared/grid';
import { moneyToNumber, subtractMoney, units } from '../domain/shared/money';
import { formatPercent } from '../i18n/numbers';
import { absolute, areaAddress, onSheet } from './addresses';
import type { ClientColumn } from './clientTable';
import { clientTable, columnAddress } from './clientTable';
import type { ReportContext } from './context';
import { moneyFormat, PERCENT, TEXT } from './formats';
import { BASE_NAME } from './names';
import type { Area, Block, PlanCell, PlanChart } from './plan';
import { line } from './tabHead';

/** More bars than this are not told apart; the rest is one bar. */
const MOST_BARS = 25;

/** Where the chart stands, and the first cell of the working cells it draws. */
export interface ParetoPlace {
  readonly place: Area;
  readonly row: number;
  readonly column: number;
}

/**
 * A Pareto chart of the largest clients and its working cells: heading, column headings, up to 25 clients, the others.
 * The bars are numbered as in the client table. Null without positive revenue.
 */
export function paretoChart(
  { t, analysis, language, tabNames }: ReportContext,
  { place, row: headingRow, column: left }: ParetoPlace,
): { readonly blocks: readonly Block[]; readonly chart: PlanChart } | null {
  const { concentration } = analysis;
  if (!concentration) return null;
  const buyers = analysis.clients.filter(({ revenue }) => revenue > 0);
  const top = buyers.slice(0, MOST_BARS);
  const others = buyers.length - top.length;
  const base = moneyToNumber(concentration.base);

  const table = clientTable(analysis);
  const sheet = (column: ClientColumn) => onSheet(tabNames.abcd, columnAddress(table, column));
  const [label, revenue, accumulated] = [left, left + 2, left + 3];
  const first = headingRow + 2;
  const accumulatedCell = (row: number, value: number): PlanCell => {
    const sum = `SUM(${absolute(first, revenue)}:${addressOf(row, revenue)})`;
    return { formula: `=IF(${BASE_NAME}>0,${sum}/${BASE_NAME},"")`, value };
  };
  let running = 0;
  const rows: PlanCell[][] = top.map((client, index) => {
    const row = first + index;
    const rank = index + 1;
    running += client.revenue;
    return [
      String(rank),
      {
        formula: `=INDEX(${sheet('client')},MATCH(${rank},${sheet('number')},0))`,
        value: client.name,
      },
      { formula: `=LARGE(${sheet('revenue')},${rank})`, value: moneyToNumber(client.revenue) },
      accumulatedCell(row, moneyToNumber(units(running)) / base),
    ];
  });
  if (others > 0) {
    const row = first + top.length;
    const shown = areaAddress({ row: first, column: revenue, rows: top.length, columns: 1 });
    rows.push([
      t('abcd.chart.others', { first: top.length + 1 }),
      t('abcd.chart.othersName', { count: others }),
      {
        formula: `=ROUND(${BASE_NAME}-SUM(${shown}),4)`,
        value: moneyToNumber(subtractMoney(concentration.base, units(running))),
      },
      accumulatedCell(row, 1),
    ]);
  }

  const column = (number: number): Area => ({ row: first, column: number, rows: rows.length, columns: 1 });
  return {
    blocks: [
      line(headingRow, 'heading', t('abcd.chart.data'), left),
      {
        row: first - 1,
        column: left,
        role: 'columnHeading',
        cells: [
          [t('abcd.chart.label'), t('abcd.chart.name'), t('abcd.chart.revenue'), t('abcd.chart.accumulated')],
        ],
      },
      {
        row: first,
        column: left,
        role: 'note',
        formats: [TEXT, null, moneyFormat(analysis), PERCENT],
        align: ['center', null, null, null],
        cells: rows,
      },
    ],
    chart: {
      name: 'ClienteleParetoChart',
      title: t('abcd.chart.title'),
      kind: 'pareto',
      categories: column(label),
      series: [
        { name: t('abcd.chart.revenue'), values: column(revenue), as: 'column' },
        { name: t('abcd.chart.accumulated'), values: column(accumulated), as: 'line', secondary: true },
      ],
      place,
      valueFormat: moneyFormat(analysis),
      alt: t('abcd.chart.alt', { text: topInWords() }),
    },
  };

  function topInWords(): string {
    return top
      .slice(0, 3)
      .map(({ name, share }) => `${name} – ${formatPercent(share ?? 0, language)}`)
      .join('; ');
  }
}
