import { addressOf } from '../domain/shared/grid';
import { moneyToNumber, subtractMoney, units } from '../domain/shared/money';
import { formatPercent } from '../i18n/numbers';
import { absolute, areaAddress } from './addresses';
import type { ClientTable } from './clientTable';
import { columnAddress } from './clientTable';
import type { ReportContext } from './context';
import { moneyFormat, PERCENT, TEXT } from './formats';
import { NAMES } from './names';
import type { Area, Block, PlanCell, PlanChart } from './plan';
import { line } from './tabHead';

/** More bars than this are not told apart; the rest is one bar. */
const MOST_BARS = 25;
/** Empty rows between the table and the chart's cells: a filter hides rows of the table, never these. */
const GAP = 3;

/**
 * A Pareto chart of the largest clients and its cells, which stand below the table, outside the printed area.
 * The bars are numbered as in the table. Null without positive revenue.
 */
export function paretoChart(
  { t, analysis, language }: ReportContext,
  table: ClientTable,
  place: Area,
): { readonly blocks: readonly Block[]; readonly chart: PlanChart } | null {
  const { concentration } = analysis;
  if (!concentration) return null;
  const buyers = analysis.clients.filter(({ revenue }) => revenue > 0);
  const top = buyers.slice(0, MOST_BARS);
  const others = buyers.length - top.length;
  const base = moneyToNumber(concentration.base);

  const first = table.lastRow + GAP + 2;
  let running = 0;
  const rows: PlanCell[][] = top.map((client, index) => {
    const row = first + index;
    const rank = index + 1;
    running += client.revenue;
    return [
      String(rank),
      {
        formula: `=INDEX(${columnAddress(table, 'client')},MATCH(${rank},${columnAddress(table, 'number')},0))`,
        value: client.name,
      },
      { formula: `=LARGE(${columnAddress(table, 'revenue')},${rank})`, value: moneyToNumber(client.revenue) },
      accumulatedCell(first, row, moneyToNumber(units(running)) / base),
    ];
  });
  if (others > 0) {
    const row = first + top.length;
    const shown = areaAddress({ row: first, column: 3, rows: top.length, columns: 1 });
    rows.push([
      t('abcd.chart.others'),
      t('abcd.chart.othersName', { count: others }),
      {
        formula: `=ROUND(${NAMES.base}-SUM(${shown}),4)`,
        value: moneyToNumber(subtractMoney(concentration.base, units(running))),
      },
      accumulatedCell(first, row, 1),
    ]);
  }

  const column = (number: number): Area => ({ row: first, column: number, rows: rows.length, columns: 1 });
  return {
    blocks: [
      line(first - 2, 'heading', t('abcd.chart.data')),
      {
        row: first - 1,
        column: 1,
        role: 'columnHeading',
        cells: [
          [t('abcd.chart.label'), t('abcd.chart.name'), t('abcd.chart.revenue'), t('abcd.chart.accumulated')],
        ],
      },
      {
        row: first,
        column: 1,
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
      categories: column(1),
      series: [
        { name: t('abcd.chart.revenue'), values: column(3), as: 'column' },
        { name: t('abcd.chart.accumulated'), values: column(4), as: 'line', secondary: true },
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

function accumulatedCell(firstRow: number, row: number, value: number): PlanCell {
  const sum = `SUM(${absolute(firstRow, 3)}:${addressOf(row, 3)})`;
  return { formula: `=IF(${NAMES.base}>0,${sum}/${NAMES.base},"")`, value };
}
