import { moneyToNumber } from '../../domain/shared/money';
import { formatMoneyShort } from '../../i18n/numbers';
import type { ReportContext } from '../context';
import { PERCENT, TEXT } from '../formats';
import type { Area, PlanCell } from '../plan';
import { noteSection, tableSection } from '../section';
import type { Section } from '../section';
import { MONEY, PAGE_COLUMNS } from './layout';

const CHART_ROWS = 15;

/** What the open deals can come to: slices of the exact distribution with a picture, refreshed by a run. */
export function rangeSection(ctx: ReportContext, row: number): Section {
  const { t, deals, language } = ctx;
  const { range } = deals;
  const title = t('forecast.section.range');
  if (!range) return noteSection(row, title, t('forecast.range.none'));
  const cells = range.bins.map(({ from, to, chance, atLeast }): PlanCell[] => [
    `${formatMoneyShort(from, language)} – ${formatMoneyShort(to, language)}`,
    moneyToNumber(from),
    moneyToNumber(to),
    chance,
    atLeast,
  ]);
  const section = tableSection(
    row,
    title,
    [
      t('forecast.range.slice'),
      t('forecast.range.from'),
      t('forecast.range.to'),
      t('forecast.range.chance'),
      t('forecast.range.atLeast'),
    ],
    cells,
    [TEXT, MONEY, MONEY, PERCENT, PERCENT],
    t('forecast.range.note'),
  );
  const first = row + 3;
  const column = (number: number): Area => ({ row: first, column: number, rows: cells.length, columns: 1 });
  return {
    ...section,
    charts: [
      {
        name: 'ClienteleRangeChart',
        title: t('forecast.chart.range'),
        kind: 'column',
        categories: column(1),
        series: [{ name: t('forecast.range.chance'), values: column(4) }],
        place: { row: section.nextRow, column: 1, rows: CHART_ROWS, columns: PAGE_COLUMNS - 1 },
        valueFormat: '0%',
        alt: t('forecast.chart.range.alt', {
          p10: formatMoneyShort(range.p10, language),
          p50: formatMoneyShort(range.p50, language),
          p90: formatMoneyShort(range.p90, language),
        }),
      },
    ],
    nextRow: section.nextRow + CHART_ROWS + 1,
  };
}
