import { STATUSES } from '../../domain/health/types';
import { BRIDGE_FIGURES, bridgeCells, bridgeChart } from '../bridgeChart';
import type { ReportContext } from '../context';
import { COUNT } from '../formats';
import { figureName } from '../names';
import type { Area, Block, PlanCell, PlanChart } from '../plan';
import { statusWords } from '../reactivation/words';

/** A chart with the working cells it draws; `nextRow` is the first free row under them. */
export interface DrawnChart {
  readonly blocks: readonly Block[];
  readonly chart: PlanChart;
  readonly nextRow: number;
}

/** Where the working cells begin and where the chart stands. */
export interface ChartPlace {
  readonly row: number;
  readonly column: number;
  readonly place: Area;
}

/** The growth bridge of «Здоровье базы», drawn once more; null without a period before. */
export function growthChart(ctx: ReportContext, at: ChartPlace): DrawnChart | null {
  const bridge = ctx.analysis.health?.bridge;
  if (!bridge) return null;
  const cells = bridgeCells(ctx, bridge, (row) => `N(${figureName(BRIDGE_FIGURES[row])})`, {
    row: at.row + 1,
    column: at.column,
  });
  return {
    blocks: [cells],
    chart: bridgeChart(
      ctx,
      { row: cells.row, column: cells.column },
      { name: 'ClienteleDiagnosisBridge', place: at.place },
    ),
    nextRow: cells.row + cells.cells.length + 1,
  };
}

/** How many clients have each status. */
export function statusChart({ t, analysis }: ReportContext, at: ChartPlace): DrawnChart | null {
  const { health } = analysis;
  if (!health) return null;
  const first = at.row + 2;
  const area = (column: number): Area => ({ row: first, column, rows: STATUSES.length, columns: 1 });
  return {
    blocks: [
      {
        row: at.row + 1,
        column: at.column,
        role: 'columnHeading',
        cells: [[t('health.statuses.title'), t('reactivation.summary.clients')]],
      },
      {
        row: first,
        column: at.column,
        role: 'note',
        formats: [null, COUNT],
        cells: STATUSES.map((status): PlanCell[] => [
          statusWords(status, t),
          { formula: `=N(${figureName(status)})`, value: health.statuses[status] },
        ]),
      },
    ],
    chart: {
      name: 'ClienteleDiagnosisStatus',
      title: t('health.statuses.title'),
      kind: 'column',
      categories: area(at.column),
      series: [{ name: t('reactivation.summary.clients'), values: area(at.column + 1) }],
      place: at.place,
      labels: true,
      valueFormat: COUNT,
      alt: t('diagnosis.status.alt'),
    },
    nextRow: first + STATUSES.length + 1,
  };
}
