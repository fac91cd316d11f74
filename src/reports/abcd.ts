import { areaAddress } from './addresses';
import { BASE_COLUMN, BASE_ROW, SUMMARY_ROW, summaryBlocks } from './classSummary';
import { CLIENT_WIDTHS, clientTableBlocks } from './clientRows';
import type { ClientTable } from './clientTable';
import { clientTable, columnArea, columnNumber } from './clientTable';
import type { ReportContext } from './context';
import type { Live } from './live';
import { literal, live, liveText, percentOf } from './live';
import { BASE_NAME, thresholdName } from './names';
import { paretoChart } from './pareto';
import type { Area, PlanRule, SheetPlan } from './plan';
import { flagWords } from './reasons';
import { footer, HEAD_ROWS, tabHead, warnings } from './tabHead';
import { WORKING_WIDTHS, workingBlocks } from './workingCells';

const TAB_COLOR = '#1F6F5C';
const TABLE_NAME = 'ClienteleClients';
const TABLE_STYLE = 'TableStyleLight1';

/** Row of the model in words. */
const MODEL_ROW = 3;

/** The chart needs the width of so many columns. */
const FEWEST_CHART_COLUMNS = 4;
/** Empty rows between the table and the chart's cells: a filter hides rows of the table, never these. */
const GAP_BELOW_TABLE = 4;

/** The tab «ABCD»: every client with its class, flag and reason, live over the thresholds (method.md §2). */
export function abcdPlan(ctx: ReportContext): SheetPlan {
  const { t, analysis, tabNames } = ctx;
  const table = clientTable(analysis);
  const lastPrinted = columnNumber(table, 'reason');
  const notes = warnings(ctx);
  const pareto = paretoChart(ctx, {
    place: chartPlace(table, notes.length > 0),
    row: table.lastRow + GAP_BELOW_TABLE,
    column: 1,
  });
  return {
    key: 'abcd',
    tab: tabNames.abcd,
    tabColor: TAB_COLOR,
    columnWidths: [...table.columns.map((column) => CLIENT_WIDTHS[column]), ...WORKING_WIDTHS],
    blocks: [
      ...tabHead(ctx, t('abcd.title'), modelLine(ctx, table), notes),
      ...summaryBlocks(ctx, table),
      ...workingBlocks(ctx, table),
      ...clientTableBlocks(ctx, table),
      ...(pareto?.blocks ?? []),
    ],
    names: [{ name: BASE_NAME, area: { row: BASE_ROW, column: BASE_COLUMN, rows: 1, columns: 1 } }],
    tables: [
      {
        name: TABLE_NAME,
        area: {
          row: table.headingRow,
          column: 1,
          rows: table.lastRow - table.headingRow + 1,
          columns: table.columns.length,
        },
        style: TABLE_STYLE,
      },
    ],
    rules: tableRules(ctx, table),
    validations: [],
    charts: pareto ? [pareto.chart] : [],
    inputs: [
      {
        area: columnArea(table, 'holding'),
        keyColumn: columnNumber(table, 'key'),
        fields: ['holding'],
      },
    ],
    freeze: { rows: table.headingRow, columns: columnNumber(table, 'client') },
    print: {
      orientation: 'landscape',
      titleRows: { from: table.headingRow, to: table.headingRow },
      area: { row: 1, column: 1, rows: table.lastRow, columns: lastPrinted },
      footer: footer(ctx, 'abcd'),
    },
  };
}

/**
 * The model in words; running sums hold only while the rows descend, so a user who sorts by another column reads an
 * alarm there instead.
 */
function modelLine({ t, settings }: ReportContext, table: ClientTable): Live {
  const model = liveText(t('abcd.model'), {
    a: percentOf(thresholdName('classA'), settings.thresholds.classA),
    b: percentOf(thresholdName('classB'), settings.thresholds.classB),
  });
  if (table.lastRow === table.firstRow) return model;
  const revenue = columnArea(table, 'revenue');
  const upper = areaAddress({ ...revenue, rows: revenue.rows - 1 });
  const lower = areaAddress({ ...revenue, row: revenue.row + 1, rows: revenue.rows - 1 });
  const alarm = literal(brokenOrder(t));
  return live(`IF(SUMPRODUCT((${upper}<${lower})*1)=0,${model.formula},${alarm})`, model.value);
}

function brokenOrder(t: ReportContext['t']): string {
  return t('abcd.order.broken', { column: t('abcd.column.number') });
}

/** Right of the class summary, down to the table; a warning above keeps its line. */
function chartPlace(table: ClientTable, isWarned: boolean): Area {
  const row = isWarned ? SUMMARY_ROW : HEAD_ROWS;
  const column = columnNumber(table, 'flag');
  const beforeReason = columnNumber(table, 'reason') - column;
  // Without dates and managers few columns are left: then the chart reaches over the reasons.
  const columns = beforeReason >= FEWEST_CHART_COLUMNS ? beforeReason : beforeReason + 1;
  return { row, column, rows: table.headingRow - row, columns };
}

function tableRules({ t }: ReportContext, table: ClientTable): readonly PlanRule[] {
  const classes = columnArea(table, 'class');
  const flags = columnArea(table, 'flag');
  const model: Area = { row: MODEL_ROW, column: 1, rows: 1, columns: 1 };
  return [
    { kind: 'textEquals', area: classes, text: 'A', role: 'good' },
    { kind: 'textEquals', area: classes, text: 'B', role: 'neutral' },
    { kind: 'textEquals', area: classes, text: 'D', role: 'warning' },
    { kind: 'textEquals', area: flags, text: flagWords('mono', t), role: 'bad' },
    { kind: 'textEquals', area: flags, text: flagWords('critical', t), role: 'bad' },
    { kind: 'textEquals', area: flags, text: flagWords('large', t), role: 'warning' },
    { kind: 'dataBar', area: columnArea(table, 'share') },
    { kind: 'textEquals', area: model, text: brokenOrder(t), role: 'bad' },
  ];
}
