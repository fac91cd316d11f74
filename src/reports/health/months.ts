import type { Health } from '../../domain/health/types';
import { monthEnd, monthOf } from '../../domain/shared/dates';
import { moneyToNumber } from '../../domain/shared/money';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, TEXT } from '../formats';
import type { Area, PlanCell } from '../plan';
import type { Section } from '../section';
import { line } from '../tabHead';
import { CHART_COLUMN, CHART_COLUMNS } from './layout';

/** The chart begins some rows below the heading: a page ends there more often than further down. */
const CHART_OFFSET = 8;
const CHART_ROWS = 18;
/** A line needs two points. */
const FEWEST = 2;
/** Digits of a month in its name. */
const MONTH_DIGITS = 2;

/** The last two years by month: who bought, who came for the first time, who came back. */
export function monthSection(ctx: ReportContext, health: Health, row: number): Section {
  const { t, analysis } = ctx;
  const { months } = health;
  const first = row + 3;
  const column = (number: number): Area => ({ row: first, column: number, rows: months.length, columns: 1 });
  const place = { row: row + CHART_OFFSET, column: CHART_COLUMN, rows: CHART_ROWS, columns: CHART_COLUMNS };
  const isWhole = analysis.asOf !== null && analysis.asOf === monthEnd(monthOf(analysis.asOf));
  return {
    blocks: [
      line(row, 'heading', t('health.section.months')),
      line(row + 1, 'note', t(isWhole ? 'health.months.note' : 'health.months.notePartial')),
      {
        row: row + 2,
        column: 1,
        role: 'columnHeading',
        align: [null, 'right', 'right', 'right', 'right', 'right'],
        cells: [
          (['month', 'revenue', 'orders', 'active', 'first', 'returned'] as const).map((key) =>
            t(`health.months.${key}`),
          ),
        ],
      },
      {
        row: first,
        column: 1,
        role: 'body',
        formats: [TEXT, moneyFormat(analysis), COUNT, COUNT, COUNT, COUNT],
        cells: months.map((point): PlanCell[] => [
          t('health.months.name', {
            month: String(point.month).padStart(MONTH_DIGITS, '0'),
            year: point.year,
          }),
          moneyToNumber(point.revenue),
          point.orders,
          point.active,
          point.first,
          point.returned,
        ]),
      },
    ],
    charts:
      months.length < FEWEST
        ? []
        : [
            {
              name: 'ClienteleMonths',
              title: t('health.months.title'),
              kind: 'line',
              categories: column(1),
              series: [
                { name: t('health.months.active'), values: column(4) },
                { name: t('health.months.first'), values: column(5) },
                { name: t('health.months.returned'), values: column(6) },
              ],
              place,
              alt: t('health.months.alt'),
            },
          ],
    nextRow: row + Math.max(months.length + 3, CHART_OFFSET + CHART_ROWS) + 1,
  };
}
