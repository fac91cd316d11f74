import { onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { TEXT } from '../formats';
import { liveCell } from '../live';
import { paretoChart } from '../pareto';
import type { Area, Block, PlanChart, PlanRule, SheetPlan } from '../plan';
import { footer, HEAD_ROWS, line, tabHead, warnings } from '../tabHead';
import { actionBlocks } from './actionList';
import { actions } from './actions';
import { growthChart, statusChart } from './charts';
import type { Finding } from './finding';
import { findings } from './findings';
import { lightWords } from './lights';

const TAB_COLOR = '#1F4E79';
/** light, figure, four columns that a sentence runs over, the tab it comes from */
const WIDTHS = [11, 15, 27, 27, 27, 27, 20];
const SENTENCE_COLUMN = 3;
const TAB_COLUMN = WIDTHS.length;
const CHART_ROWS = 18;
/** Working cells stand right of the page, a narrow column apart. */
const WORKING_COLUMN = WIDTHS.length + 2;
const WORKING_WIDTHS = [28, 24, 16, 16, 16, 16];

/** The tab «Диагностика»: one page that says it all, made of figures that other tabs compute (design.md, rule 3). */
export function diagnosisPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames } = ctx;
  const lines = findings(ctx);
  const todo = actions(ctx);
  const headingRow = HEAD_ROWS + 1;
  const firstRow = headingRow + 1;
  const notes = missing(ctx);
  const notesRow = firstRow + lines.length;
  const chartRow = notesRow + notes.length + 1;
  const charts = chartsOf(ctx, chartRow, headingRow);
  const actionRow = charts.charts.length > 0 ? chartRow + CHART_ROWS + 1 : chartRow;
  const lastRow = todo.length > 0 ? actionRow + 1 + todo.length : Math.max(actionRow - 2, notesRow);

  return {
    key: 'diagnosis',
    tab: tabNames.diagnosis,
    tabColor: TAB_COLOR,
    columnWidths: [...WIDTHS, 3, ...WORKING_WIDTHS],
    blocks: [
      ...tabHead(
        ctx,
        t('diagnosis.title'),
        t('diagnosis.model', { settings: tabNames.settings }),
        warnings(ctx),
      ),
      ...verdictBlocks(ctx, lines, headingRow),
      ...notes.map((note, index) => line(notesRow + index, 'note', note, SENTENCE_COLUMN)),
      ...charts.blocks,
      ...actionBlocks(ctx, todo, actionRow, TAB_COLUMN),
    ],
    names: [],
    tables: [],
    rules: lightRules(ctx, firstRow, lines.length),
    validations: [],
    charts: charts.charts,
    inputs: [],
    freeze: { rows: 1, columns: 0 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: lastRow, columns: WIDTHS.length },
      footer: footer(ctx, 'diagnosis'),
      fitToPages: { wide: 1, tall: 1 },
      centered: true,
    },
  };
}

function verdictBlocks(
  { t, tabNames }: ReportContext,
  lines: readonly Finding[],
  headingRow: number,
): readonly Block[] {
  if (lines.length === 0) return [line(headingRow, 'lead', t('diagnosis.none'))];
  const firstRow = headingRow + 1;
  return [
    {
      row: headingRow,
      column: 1,
      role: 'columnHeading',
      align: ['center', 'right', null, null, null, null, null],
      cells: [
        [
          t('diagnosis.column.light'),
          t('diagnosis.column.figure'),
          t('diagnosis.column.sentence'),
          null,
          null,
          null,
          t('diagnosis.column.tab'),
        ],
      ],
    },
    {
      row: firstRow,
      column: 1,
      role: 'body',
      formats: [null],
      align: ['center'],
      cells: lines.map(({ light }) => [liveCell(light)]),
    },
    // Each figure has a format of its own.
    ...lines.map(({ figure, format }, index): Block => ({
      row: firstRow + index,
      column: 2,
      role: 'total',
      formats: [format],
      align: ['right'],
      cells: [[liveCell(figure)]],
    })),
    {
      row: firstRow,
      column: SENTENCE_COLUMN,
      role: 'body',
      formats: [null],
      cells: lines.map(({ sentence }) => [liveCell(sentence)]),
    },
    ...lines.map(({ tab }, index): Block => ({
      row: firstRow + index,
      column: TAB_COLUMN,
      role: 'link',
      formats: [TEXT],
      target: onSheet(tabNames[tab], 'A1'),
      cells: [[tabNames[tab]]],
    })),
  ];
}

/** What could not be judged, and what to do about it. */
function missing({ t, analysis }: ReportContext): readonly string[] {
  if (!analysis.concentration) return [];
  if (!analysis.health) return [t('diagnosis.noDates')];
  return analysis.health.bridge ? [] : [t('diagnosis.noBefore')];
}

function chartsOf(
  ctx: ReportContext,
  row: number,
  workingRow: number,
): { readonly blocks: readonly Block[]; readonly charts: readonly PlanChart[] } {
  const place = (column: number, columns: number): Area => ({ row, column, rows: CHART_ROWS, columns });
  const bridge = growthChart(ctx, { row: workingRow, column: WORKING_COLUMN, place: place(4, 2) });
  const status = statusChart(ctx, {
    row: bridge?.nextRow ?? workingRow,
    column: WORKING_COLUMN,
    place: place(bridge ? 6 : 4, bridge ? 2 : 4),
  });
  const pareto = paretoChart(ctx, {
    place: place(1, status ? 3 : WIDTHS.length),
    row: status?.nextRow ?? workingRow + 1,
    column: WORKING_COLUMN,
  });
  const drawn = [pareto, bridge, status].flatMap((chart) => chart ?? []);
  return {
    blocks: [
      ...(drawn.length > 0 ? [line(workingRow, 'heading', ctx.t('diagnosis.data'), WORKING_COLUMN)] : []),
      ...drawn.flatMap(({ blocks }) => blocks),
    ],
    charts: drawn.map(({ chart }) => chart),
  };
}

function lightRules({ t }: ReportContext, row: number, rows: number): readonly PlanRule[] {
  if (rows === 0) return [];
  return (['good', 'warning', 'bad'] as const).map((light): PlanRule => ({
    kind: 'textEquals',
    area: { row, column: 1, rows, columns: 1 },
    text: lightWords(light, t),
    role: light,
  }));
}
