import { STATUSES } from '../../domain/health/types';
import type { Health } from '../../domain/health/types';
import { moneyToNumber, units } from '../../domain/shared/money';
import { absolute, onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT } from '../formats';
import { literal, live, liveCell, liveText } from '../live';
import { moneyOf } from '../moneyWords';
import { figureName } from '../names';
import type { Area, PlanCell } from '../plan';
import { yearlyCell } from '../reactivation/summary';
import { statusWords } from '../reactivation/words';
import type { Section } from '../section';
import { line } from '../tabHead';
import { CHART_COLUMN, CHART_COLUMNS, VALUE_COLUMN } from './layout';

const CHART_ROWS = 10;

/** How many clients are active and how many slip away, as «Реактивация» counts them. */
export function statusSection(ctx: ReportContext, health: Health, row: number): Section {
  const { t, analysis, tabNames } = ctx;
  const money = moneyFormat(analysis);
  const first = row + 3;
  const total = absolute(first + STATUSES.length, VALUE_COLUMN);
  const bought = STATUSES.reduce((sum, status) => sum + health.statuses[status], 0);
  const yearly = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<string, number>;
  for (const { status, yearlyRevenue } of health.clients)
    if (status !== null) yearly[status] = (yearly[status] ?? 0) + yearlyRevenue;

  const rows = STATUSES.map((status, index): PlanCell[] => {
    const count = absolute(first + index, VALUE_COLUMN);
    return [
      statusWords(status, t),
      liveCell(live(figureName(status), health.statuses[status])),
      liveCell(live(`IF(${total}>0,${count}/${total},0)`, bought > 0 ? health.statuses[status] / bought : 0)),
      liveCell(
        live(onSheet(tabNames.reactivation, yearlyCell(status)), moneyToNumber(units(yearly[status] ?? 0))),
      ),
    ];
  });
  const column = (number: number): Area => ({
    row: first,
    column: number,
    rows: STATUSES.length,
    columns: 1,
  });
  const counts = `${absolute(first, VALUE_COLUMN)}:${absolute(first + STATUSES.length - 1, VALUE_COLUMN)}`;
  return {
    blocks: [
      line(row, 'heading', t('health.section.statuses')),
      line(
        row + 1,
        'note',
        liveCell(
          liveText(t('health.statuses.note'), {
            risk: moneyOf(figureName('moneyAtRisk'), moneyToNumber(health.moneyAtRisk), t),
            tab: live(literal(tabNames.reactivation), tabNames.reactivation),
          }),
        ),
      ),
      {
        row: row + 2,
        column: 1,
        role: 'columnHeading',
        align: [null, 'right', 'right', 'right'],
        cells: [
          [
            t('reactivation.summary.status'),
            t('reactivation.summary.clients'),
            t('reactivation.summary.share'),
            t('reactivation.summary.yearly'),
          ],
        ],
      },
      { row: first, column: 1, role: 'body', formats: [null, COUNT, PERCENT, money], cells: rows },
      {
        row: first + STATUSES.length,
        column: 1,
        role: 'total',
        formats: [null, COUNT],
        cells: [[t('reactivation.summary.total'), liveCell(live(`SUM(${counts})`, bought))]],
      },
    ],
    charts: [
      {
        name: 'ClienteleStatuses',
        title: t('health.statuses.title'),
        kind: 'column',
        categories: column(1),
        series: [{ name: t('reactivation.summary.clients'), values: column(VALUE_COLUMN) }],
        place: { row: row + 2, column: CHART_COLUMN, rows: CHART_ROWS, columns: CHART_COLUMNS },
        labels: true,
        alt: t('health.statuses.alt'),
      },
    ],
    nextRow: row + 2 + CHART_ROWS + 1,
  };
}
