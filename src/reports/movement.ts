import { formatSpan } from '../i18n/numbers';
import { onSheet } from './addresses';
import { clientTable } from './clientTable';
import type { ReportContext } from './context';
import type { Live } from './live';
import { live, liveText, percentOf } from './live';
import { movementChart, movementHead, movementNames } from './movement/head';
import { MOVEMENT_WIDTHS, movementTable } from './movement/rows';
import {
  MOVEMENT_COLUMNS,
  MOVEMENT_HEADING_ROW,
  movementArea,
  movementColumn,
  movementRows,
} from './movement/table';
import { MOVEMENT_CELLS, MOVEMENT_WORKING_WIDTHS, movementWorking } from './movement/working';
import { figureName } from './names';
import type { PlanRule, SheetPlan } from './plan';
import { noteSection } from './section';
import { segmentCells } from './segmentCells';
import { footer, HEAD_ROWS, line, tabHead, warnings } from './tabHead';

const TAB_COLOR = '#3B6EA5';
const TABLE_NAME = 'ClienteleMovement';
const TABLE_STYLE = 'TableStyleLight1';
const HINT_ROW = MOVEMENT_HEADING_ROW - 1;
/** Where the figures stand on a tab that has nothing to compare. */
const EMPTY_FIGURE_ROW = HEAD_ROWS + 4;
const UNKNOWN = '—';

/** The tab «Движение»: class now against class in the period before, live over the thresholds (method.md §2). */
export function movementPlan(ctx: ReportContext): SheetPlan {
  const { t, analysis, tabNames } = ctx;
  if (analysis.segments.movement === null) return emptyPlan(ctx);
  const rows = movementRows(ctx);
  const lastRow = MOVEMENT_HEADING_ROW + Math.max(1, rows.length);
  const { blocks, chart } = movementChart(ctx, rows);
  return {
    key: 'movement',
    tab: tabNames.movement,
    tabColor: TAB_COLOR,
    columnWidths: [...MOVEMENT_COLUMNS.map((column) => MOVEMENT_WIDTHS[column]), ...MOVEMENT_WORKING_WIDTHS],
    blocks: [
      ...tabHead(ctx, t('movement.title'), modelLine(ctx), warnings(ctx)),
      ...movementHead(ctx, rows),
      line(HINT_ROW, 'note', t('movement.hint')),
      ...movementWorking(ctx),
      ...blocks,
      ...movementTable(ctx, rows),
    ],
    names: movementNames(),
    tables: [
      {
        name: TABLE_NAME,
        area: {
          row: MOVEMENT_HEADING_ROW,
          column: 1,
          rows: lastRow - MOVEMENT_HEADING_ROW + 1,
          columns: MOVEMENT_COLUMNS.length,
        },
        style: TABLE_STYLE,
      },
    ],
    rules: rules(ctx, rows.length),
    validations: [],
    charts: [chart],
    inputs: [],
    freeze: { rows: MOVEMENT_HEADING_ROW, columns: movementColumn('client') },
    print: {
      orientation: 'landscape',
      titleRows: { from: MOVEMENT_HEADING_ROW, to: MOVEMENT_HEADING_ROW },
      area: { row: 1, column: 1, rows: lastRow, columns: movementColumn('reason') },
      footer: footer(ctx, 'movement'),
    },
  };
}

/** Without a period before: one sentence why, and what to do. */
function emptyPlan(ctx: ReportContext): SheetPlan {
  const { t, analysis, tabNames } = ctx;
  const why = analysis.period === null ? t('movement.none.noDates') : t('movement.none.short');
  const figures = ['movedUp', 'movedDown'] as const;
  return {
    key: 'movement',
    tab: tabNames.movement,
    tabColor: TAB_COLOR,
    columnWidths: [24, 14, 14, 14, 14, 14],
    blocks: [
      ...tabHead(ctx, t('movement.title'), '', warnings(ctx)),
      ...noteSection(HEAD_ROWS + 1, t('movement.none'), why).blocks,
      {
        row: EMPTY_FIGURE_ROW,
        column: 1,
        role: 'note',
        cells: [
          [t('movement.figure.up'), UNKNOWN],
          [t('movement.figure.down'), UNKNOWN],
        ],
      },
    ],
    names: figures.map((figure, index) => ({
      name: figureName(figure),
      area: { row: EMPTY_FIGURE_ROW + index, column: 2, rows: 1, columns: 1 },
    })),
    tables: [],
    rules: [],
    validations: [],
    charts: [],
    inputs: [],
    freeze: { rows: 1, columns: 0 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: EMPTY_FIGURE_ROW + 1, columns: 6 },
      footer: footer(ctx, 'movement'),
    },
  };
}

/** The rule of the classes with the bounds in force, and the two periods. */
function modelLine({ t, analysis, settings, language, tabNames }: ReportContext): Live {
  const { period, segments } = analysis;
  const { value } = segmentCells(clientTable(analysis));
  const spans = {
    now: period ? formatSpan(period.from, period.to, language) : '',
    before: period?.previous ? formatSpan(period.previous.from, period.previous.to, language) : '',
  };
  const on = (key: 'boundA' | 'boundB') => onSheet(tabNames.abcd, value[key]);
  const own = liveText(t('movement.model', spans), {
    a: percentOf(on('boundA'), segments.bounds.a),
    b: percentOf(on('boundB'), segments.bounds.b),
  });
  const curve = liveText(t('movement.model.curve', spans), {});
  return live(
    `IF(${MOVEMENT_CELLS.limit.curve}=1,${curve.formula},${own.formula})`,
    settings.choices.bounds === 'curve' ? curve.value : own.value,
  );
}

function rules({ t }: ReportContext, rows: number): readonly PlanRule[] {
  const area = movementArea('direction', Math.max(1, rows));
  return [
    { kind: 'textEquals', area, text: t('movement.up'), role: 'good' },
    { kind: 'textEquals', area, text: t('movement.came'), role: 'good' },
    { kind: 'textEquals', area, text: t('movement.down'), role: 'warning' },
    { kind: 'textEquals', area, text: t('movement.left'), role: 'bad' },
  ];
}
