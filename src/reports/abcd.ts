import { LETTERS } from '../domain/entries';
import { areaAddress } from './addresses';
import { BASE_COLUMN, BASE_ROW, SUMMARY_ROW, summaryBlocks, summaryNames } from './classSummary';
import { ABCD_INPUTS, CLIENT_WIDTHS, clientTableBlocks } from './clientRows';
import type { ClientTable } from './clientTable';
import { clientTable, columnAddress, columnArea, columnNumber } from './clientTable';
import type { ReportContext } from './context';
import type { Live } from './live';
import { letterSummary } from './letterSummary';
import { literal, live, liveCell, liveText, percentOf } from './live';
import { BASE_NAME, choiceName, thresholdName } from './names';
import { paretoChart } from './pareto';
import type { Area, Block, PlanRule, SheetPlan } from './plan';
import { flagWords } from './reasons';
import { rfmParts, SEGMENT_WIDTHS, segmentBlocks, segmentCells } from './segmentCells';
import { footer, HEAD_ROWS, line, tabHead, warnings } from './tabHead';
import { tidyInputs } from './tidyInputs';
import { workingBlocks } from './workingCells';
import { WORKING_WIDTHS } from './workingPlace';

const TAB_COLOR = '#1F6F5C';
const TABLE_NAME = 'ClienteleClients';
const TABLE_STYLE = 'TableStyleLight1';

/** Row of the model in words. */
const MODEL_ROW = 3;

/** Working columns that say nothing to a reader. */
const HIDDEN = ['cv', 'months', 'rfm3', 'rfm5'] as const;

/** The preset of goods, 0.10 and 0.25: up to this bound of Y practically every real client is Z (method.md §2). */
const STRICT_Y = 0.25;

/** Rows of what the letters mean, and of what XYZ and RFM mean. */
const LETTERS_ROW = BASE_ROW + 1;
const REGULARITY_ROW = LETTERS_ROW + 1;

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
    columnWidths: [
      ...table.columns.map((column) => CLIENT_WIDTHS[column]),
      ...WORKING_WIDTHS,
      ...SEGMENT_WIDTHS,
    ],
    blocks: [
      ...tabHead(ctx, t('abcd.title'), modelLine(ctx, table), notes),
      ...summaryBlocks(ctx, table),
      ...letterSummary(ctx, table),
      line(LETTERS_ROW, 'note', liveCell(letterModel(ctx, table))),
      ...regularityLine(ctx, table),
      ...workingBlocks(ctx, table),
      ...segmentBlocks(ctx, table),
      ...clientTableBlocks(ctx, table),
      ...(pareto?.blocks ?? []),
    ],
    names: [
      { name: BASE_NAME, area: { row: BASE_ROW, column: BASE_COLUMN, rows: 1, columns: 1 } },
      ...summaryNames(),
    ],
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
    validations: [
      {
        area: columnArea(table, 'override'),
        rule: { kind: 'list', values: LETTERS },
        message: t('abcd.input.override'),
      },
    ],
    charts: pareto ? [pareto.chart] : [],
    inputs: [
      {
        area: { ...columnArea(table, 'override'), columns: ABCD_INPUTS.length },
        keyColumn: columnNumber(table, 'key'),
        fields: ABCD_INPUTS,
        tidy: tidyInputs({ override: 'letter' }, ctx.settings),
      },
    ],
    hiddenColumns: HIDDEN.filter((column) => table.columns.includes(column)).map((column) =>
      columnNumber(table, column),
    ),
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
 * The model in words: classes by volume with the bounds in force, and the core of A.
 * Running sums hold only while the rows descend, so a user who sorts by another column reads an alarm there instead.
 */
function modelLine(ctx: ReportContext, table: ClientTable): Live {
  const { t, analysis, settings } = ctx;
  const { value } = segmentCells(table);
  const bounds = {
    a: percentOf(value.boundA, analysis.segments.bounds.a),
    b: percentOf(value.boundB, analysis.segments.bounds.b),
  };
  const own = liveText(t('abcd.model'), bounds);
  const curve = liveText(t('segments.model.curve'), bounds);
  const volume = either(settings.choices.bounds === 'curve', `${value.curve}=1`, curve, own);
  const model = joined(volume, coreCount(ctx, table));
  if (table.lastRow === table.firstRow) return model;
  const revenue = columnArea(table, 'revenue');
  const upper = areaAddress({ ...revenue, rows: revenue.rows - 1 });
  const lower = areaAddress({ ...revenue, row: revenue.row + 1, rows: revenue.rows - 1 });
  const alarm = literal(brokenOrder(t));
  return live(`IF(SUMPRODUCT((${upper}<${lower})*1)=0,${model.formula},${alarm})`, model.value);
}

/** How many clients the core of A has; nothing while the fourth band is off. */
function coreCount({ t, analysis, settings }: ReportContext, table: ClientTable): Live {
  const { classCore } = settings.thresholds;
  const { value } = segmentCells(table);
  const count = analysis.segments.clients.filter(({ isCore }) => isCore).length;
  const sentence = liveText(` ${t('segments.core.count')}`, {
    core: percentOf(thresholdName('classCore'), classCore),
    count: live(
      // Criteria joined from a fraction would read differently by the region's decimal sign.
      `SUMPRODUCT((${columnAddress(table, 'class')}="A")*(${columnAddress(table, 'moneyBefore')}<${value.core}))`,
      count,
    ),
  });
  return either(classCore > 0, `${thresholdName('classCore')}>0`, sentence, live('""', ''));
}

/** What the letters mean in the model in force; nothing while no potential is known. */
function letterModel({ t, analysis, settings }: ReportContext, table: ClientTable): Live {
  const { value } = segmentCells(table);
  const words = (letters: 'growth' | 'budget') =>
    liveText(t(`segments.model.${letters}`), {
      column: live(literal(t('abcd.column.final')), t('abcd.column.final')),
      much: live(choiceName('much'), t(`choice.much.${settings.choices.much}`)),
      limit: percentOf(value.budgetLimit, settings.thresholds.budgetLimit),
    });
  const isGrowth = settings.choices.letters === 'growth';
  const letters = either(isGrowth, `${value.growth}=1`, words('growth'), words('budget'));
  return either(analysis.segments.model === 'potential', `${value.model}=1`, letters, live('""', ''));
}

/** XYZ with its borders, its step and its σ, and RFM with its parts; nothing where the source has no dates. */
function regularityLine(ctx: ReportContext, table: ClientTable): readonly Block[] {
  const { t, settings } = ctx;
  if (!table.columns.includes('xyz')) return [];
  const { thresholds } = settings;
  const { value } = segmentCells(table);
  const xyz = liveText(t('segments.xyz.model'), {
    x: live(value.xyzX, thresholds.xyzX),
    y: live(value.xyzY, thresholds.xyzY),
    months: live(value.xyzMonths, thresholds.xyzMonths),
    purchases: live(value.xyzPurchases, thresholds.xyzPurchases),
  });
  const nothing = live('""', '');
  const strict = live(literal(t('segments.xyz.strict')), t('segments.xyz.strict'));
  const parts = rfmParts(ctx);
  const rfm = liveText(t('segments.rfm.model'), { parts: live(value.rfm, parts) });
  return [
    line(
      REGULARITY_ROW,
      'note',
      liveCell(
        joined(
          xyz,
          either(thresholds.xyzY <= STRICT_Y, `${value.xyzY}<=${STRICT_Y}`, strict, nothing),
          either(parts > 0, `${value.rfm}>0`, rfm, nothing),
        ),
      ),
    ),
  ];
}

/** One of two sentences, as a condition says now. */
function either(isNow: boolean, condition: string, yes: Live, no: Live): Live {
  return live(`IF(${condition},${yes.formula},${no.formula})`, isNow ? yes.value : no.value);
}

/** Sentences one after the other. */
function joined(...parts: readonly Live[]): Live {
  return live(parts.map(({ formula }) => formula).join('&'), parts.map(({ value }) => value).join(''));
}

function brokenOrder(t: ReportContext['t']): string {
  return t('abcd.order.broken', { column: t('abcd.column.number') });
}

/** Over the reasons, right of the summaries, down to the table; a warning above keeps its line. */
function chartPlace(table: ClientTable, isWarned: boolean): Area {
  const row = isWarned ? SUMMARY_ROW : HEAD_ROWS;
  return { row, column: columnNumber(table, 'reason'), rows: LETTERS_ROW - row, columns: 1 };
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
