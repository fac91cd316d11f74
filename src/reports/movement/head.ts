import type { VolumeClass } from '../../domain/analysis';
import { LETTERS } from '../../domain/entries';
import { addressOf } from '../../domain/shared/grid';
import { absolute } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, TEXT } from '../formats';
import { figureName } from '../names';
import type { Block, PlanCell, PlanChart, PlanName } from '../plan';
import { HEAD_ROWS, line } from '../tabHead';
import { directionOf } from './rows';
import type { MovementRow } from './table';
import { MOVEMENT_HEADING_ROW, movementAddress, movementColumn } from './table';
import type { Direction } from './working';
import { CHART_COLUMN, MOVEMENT_CELLS } from './working';

const MATRIX_ROW = HEAD_ROWS + 1;
const FIRST_ROW = MATRIX_ROW + 2;
const TOTAL_ROW = FIRST_ROW + LETTERS.length;
const LABEL_COLUMN = 2;
const FIRST_COLUMN = LABEL_COLUMN + 1;
const TOTAL_COLUMN = FIRST_COLUMN + LETTERS.length;
const FIGURE_COLUMN = movementColumn('direction');
const FIGURES = ['up', 'came', 'down', 'left', 'same'] as const;
/** Classes with revenue: the chart is about them. */
const CHARTED = ['A', 'B', 'C'] as const;
const SERIES = ['came', 'up', 'down', 'left'] as const;

/** Figures that «Диагностика» refers to. */
export function movementNames(): readonly PlanName[] {
  const cell = (figure: 'movedUp' | 'movedDown', key: (typeof FIGURES)[number]): PlanName => ({
    name: figureName(figure),
    area: { row: FIRST_ROW - 1 + FIGURES.indexOf(key), column: FIGURE_COLUMN + 1, rows: 1, columns: 1 },
  });
  return [cell('movedUp', 'up'), cell('movedDown', 'down')];
}

/** The matrix of both periods, its sums and what they come to. */
export function movementHead(ctx: ReportContext, rows: readonly MovementRow[]): readonly Block[] {
  return [...matrixBlocks(ctx, rows), ...figureBlocks(ctx, rows)];
}

function matrixBlocks({ t, analysis }: ReportContext, rows: readonly MovementRow[]): readonly Block[] {
  const matrix = analysis.segments.movement?.matrix;
  const before = movementAddress('classBefore', rows.length);
  const now = movementAddress('classNow', rows.length);
  const words = (letter: VolumeClass) => t(`segments.volume.${letter}`);
  const counts = LETTERS.map((from, index): PlanCell[] => {
    const row = FIRST_ROW + index;
    const cells = LETTERS.map((to): PlanCell => ({
      formula: `=COUNTIFS(${before},"${from}",${now},"${to}")`,
      value: matrix?.[from][to] ?? 0,
    }));
    const sum = LETTERS.reduce((total, to) => total + (matrix?.[from][to] ?? 0), 0);
    const span = `${addressOf(row, FIRST_COLUMN)}:${addressOf(row, TOTAL_COLUMN - 1)}`;
    return [words(from), ...cells, { formula: `=SUM(${span})`, value: sum }];
  });
  const totals = [...LETTERS, null].map((to, index): PlanCell => {
    const column = FIRST_COLUMN + index;
    const span = `${addressOf(FIRST_ROW, column)}:${addressOf(TOTAL_ROW - 1, column)}`;
    const value =
      to === null ? rows.length : LETTERS.reduce((total, from) => total + (matrix?.[from][to] ?? 0), 0);
    return { formula: `=SUM(${span})`, value };
  });
  const formats = [TEXT, ...LETTERS.map(() => COUNT), COUNT];
  return [
    line(MATRIX_ROW, 'heading', t('movement.matrix')),
    {
      row: MATRIX_ROW + 1,
      column: LABEL_COLUMN,
      role: 'columnHeading',
      wrap: true,
      align: [null, ...LETTERS.map(() => 'right' as const), 'right'],
      cells: [[t('movement.matrix.class'), ...LETTERS.map(words), t('movement.matrix.total')]],
    },
    { row: FIRST_ROW, column: LABEL_COLUMN, role: 'body', formats, cells: counts },
    {
      row: TOTAL_ROW,
      column: LABEL_COLUMN,
      role: 'total',
      formats,
      cells: [[t('movement.matrix.total'), ...totals]],
    },
  ];
}

function figureBlocks({ t }: ReportContext, rows: readonly MovementRow[]): readonly Block[] {
  const directions = movementAddress('direction', rows.length);
  const counts = countsOf(rows);
  const count = (direction: Direction) => `COUNTIF(${directions},${MOVEMENT_CELLS.direction[direction]})`;
  const formulas: Readonly<
    Record<(typeof FIGURES)[number], { readonly formula: string; readonly value: number }>
  > = {
    up: { formula: `=${count('up')}+${count('came')}`, value: counts.up + counts.came },
    came: { formula: `=${count('came')}`, value: counts.came },
    down: { formula: `=${count('down')}+${count('left')}`, value: counts.down + counts.left },
    left: { formula: `=${count('left')}`, value: counts.left },
    same: { formula: `=${count('same')}`, value: counts.same },
  };
  return [
    line(MATRIX_ROW, 'heading', t('movement.figures'), FIGURE_COLUMN),
    {
      row: FIRST_ROW - 1,
      column: FIGURE_COLUMN,
      role: 'body',
      formats: [TEXT, COUNT],
      cells: FIGURES.map((key) => [t(`movement.figure.${key}`), formulas[key]]),
    },
  ];
}

function countsOf(rows: readonly MovementRow[]): Record<Direction, number> {
  const counts: Record<Direction, number> = { up: 0, came: 0, down: 0, left: 0, same: 0 };
  for (const { client, before } of rows) counts[directionOf(before.volumeClass, client.volumeClass)] += 1;
  return counts;
}

/** The chart of those that changed class, and the working cells it draws. */
export function movementChart(
  { t }: ReportContext,
  rows: readonly MovementRow[],
): { readonly blocks: readonly Block[]; readonly chart: PlanChart } {
  const directions = movementAddress('direction', rows.length);
  const now = movementAddress('classNow', rows.length);
  const before = movementAddress('classBefore', rows.length);
  const cells = CHARTED.map((letter, index): PlanCell[] => [
    letter,
    ...SERIES.map((series, place): PlanCell => {
      const classes = series === 'left' ? before : now;
      const name = absolute(FIRST_ROW + index, CHART_COLUMN);
      const value = rows.filter(
        ({ client, before: past }) =>
          directionOf(past.volumeClass, client.volumeClass) === series &&
          (series === 'left' ? past.volumeClass : client.volumeClass) === letter,
      ).length;
      return {
        formula: `=COUNTIFS(${classes},${name},${directions},${MOVEMENT_CELLS.direction[SERIES[place] ?? series]})`,
        value,
      };
    }),
  ]);
  const column = (index: number) => ({
    row: FIRST_ROW,
    column: CHART_COLUMN + index,
    rows: CHARTED.length,
    columns: 1,
  });
  const tones = { came: 'accent', up: 'good', down: 'neutral', left: 'bad' } as const;
  const first = movementColumn('orders');
  return {
    blocks: [
      line(FIRST_ROW - 2, 'heading', t('movement.chart.data'), CHART_COLUMN),
      {
        row: FIRST_ROW - 1,
        column: CHART_COLUMN,
        role: 'columnHeading',
        cells: [[t('movement.chart.class'), ...SERIES.map((series) => t(`movement.chart.${series}`))]],
      },
      {
        row: FIRST_ROW,
        column: CHART_COLUMN,
        role: 'note',
        formats: [TEXT, ...SERIES.map(() => COUNT)],
        cells,
      },
    ],
    chart: {
      name: 'ClienteleMovementChart',
      title: t('movement.chart.title'),
      kind: 'stackedColumn',
      categories: column(0),
      series: SERIES.map((series, index) => ({
        name: t(`movement.chart.${series}`),
        values: column(index + 1),
        tone: tones[series],
      })),
      place: {
        row: MATRIX_ROW,
        column: first,
        rows: MOVEMENT_HEADING_ROW - MATRIX_ROW,
        columns: movementColumn('reason') - first + 1,
      },
      valueFormat: COUNT,
      alt: t('movement.chart.alt'),
    },
  };
}
