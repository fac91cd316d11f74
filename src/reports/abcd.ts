import type { Analysis, ClientRow, VolumeClass } from '../domain/analysis';
import { moneyToNumber, units } from '../domain/shared/money';
import { areaAddress } from './addresses';
import type { ClientColumn, ClientTable } from './clientTable';
import { clientTable, columnAddress, columnArea, columnNumber, letterOf } from './clientTable';
import type { ReportContext } from './context';
import { COUNT, dateFormat, moneyFormat, PERCENT, SIGNED_PERCENT, TEXT } from './formats';
import type { Live } from './live';
import { literal, live, liveCell, liveText, percentOf, roundHalfUp } from './live';
import { NAMES, thresholdName } from './names';
import { paretoChart } from './pareto';
import type { Area, Block, PlanCell, PlanName, PlanRule, SheetPlan } from './plan';
import { flagWords, reasonWriter, rules } from './reasons';
import { footer, HEAD_ROWS, line, tabHead, warnings } from './tabHead';

const TAB_COLOR = '#1F6F5C';
const TABLE_NAME = 'ClienteleClients';
const TABLE_STYLE = 'TableStyleLight1';

/** Class summary: heading, four classes, total, base. */
const SUMMARY_ROW = HEAD_ROWS + 1;
const CLASSES: readonly VolumeClass[] = ['A', 'B', 'C', 'D'];
const TOTAL_ROW = SUMMARY_ROW + CLASSES.length + 1;
const BASE_ROW = TOTAL_ROW + 1;
/** Row of the model in words. */
const MODEL_ROW = 3;

/** The chart needs the width of so many columns. */
const FEWEST_CHART_COLUMNS = 4;
/** Empty rows between the table and the chart's cells: a filter hides rows of the table, never these. */
const GAP_BELOW_TABLE = 4;

/** Decimals of a limit in money: exact for thresholds in whole per cent, coarse enough to swallow binary noise. */
const LIMIT_DECIMALS = 5;

/** Widths in characters. */
const WIDTHS: Readonly<Record<ClientColumn, number>> = {
  number: 7,
  client: 36,
  revenue: 14,
  share: 10,
  before: 12,
  class: 10,
  flag: 25,
  previous: 14,
  change: 12,
  orders: 8,
  averageOrder: 12,
  last: 12,
  days: 7,
  manager: 16,
  reason: 64,
  moneyBefore: 15,
  moneyWith: 15,
};

/** Headings over numbers stand where the numbers stand. */
const NUMERIC: ReadonlySet<ClientColumn> = new Set<ClientColumn>([
  'number',
  'revenue',
  'share',
  'before',
  'previous',
  'change',
  'orders',
  'averageOrder',
  'last',
  'days',
  'moneyBefore',
  'moneyWith',
]);

/** The tab «ABCD»: every client with its class, flag and reason, live over the thresholds (method.md §2). */
export function abcdPlan(ctx: ReportContext): SheetPlan {
  const { t, analysis, tabNames } = ctx;
  const table = clientTable(analysis);
  const lastPrinted = columnNumber(table, 'reason');
  const helperColumn = table.columns.length + 2;
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
    columnWidths: [...table.columns.map((column) => WIDTHS[column]), 3, 32, 16, 3, 24, 44],
    blocks: [
      ...tabHead(ctx, t('abcd.title'), modelLine(ctx, table), notes),
      ...summaryBlocks(ctx, table),
      ...limitBlocks(ctx, helperColumn),
      ...tableBlocks(ctx, table),
      ...(pareto?.blocks ?? []),
    ],
    names: [cellName(NAMES.base, BASE_ROW, columnNumber(table, 'revenue')), ...limitNames(helperColumn)],
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
    inputs: [],
    freeze: { rows: table.headingRow, columns: columnNumber(table, 'client') },
    print: {
      orientation: 'landscape',
      titleRows: { from: table.headingRow, to: table.headingRow },
      area: { row: 1, column: 1, rows: table.lastRow, columns: lastPrinted },
      footer: footer(ctx, 'abcd'),
    },
  };
}

// The class summary above the table.

function summaryBlocks({ t, analysis }: ReportContext, table: ClientTable): readonly Block[] {
  const money = moneyFormat(analysis);
  const formats = [TEXT, TEXT, money, PERCENT, PERCENT, COUNT];
  const align = ['center', null, null, null, null, null] as const;
  const [first, last] = [SUMMARY_ROW + 1, SUMMARY_ROW + CLASSES.length];
  const totals = CLASSES.map((each) => summaryOf(analysis, each));
  const clients = analysis.clients.length;
  const net = sumOf(analysis.clients);
  const total: PlanCell[] = [
    null,
    t('report.sum'),
    { formula: `=ROUND(SUM(C${first}:C${last}),4)`, value: net },
    { formula: `=IF(C${BASE_ROW}>0,SUM(D${first}:D${last}),"")`, value: baseOf(analysis) > 0 ? 1 : '' },
    { formula: `=SUM(E${first}:E${last})`, value: clients > 0 ? 1 : 0 },
    { formula: `=SUM(F${first}:F${last})`, value: clients },
  ];
  return [
    {
      row: SUMMARY_ROW,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      align: ['center', null, 'right', 'right', 'right', 'right'],
      cells: [
        [
          t('abcd.summary.class'),
          t('abcd.summary.words'),
          t('abcd.summary.revenue'),
          t('abcd.summary.shareOfRevenue'),
          t('abcd.summary.shareOfClients'),
          t('abcd.summary.clients'),
        ],
      ],
    },
    {
      row: first,
      column: 1,
      role: 'body',
      formats,
      align,
      cells: CLASSES.map((volumeClass, index) => {
        const row = first + index;
        const { revenue, count } = totals[index] ?? { revenue: 0, count: 0 };
        const base = baseOf(analysis);
        return [
          volumeClass,
          t(`abcd.words.${volumeClass}`),
          {
            formula: `=SUMIF(${columnAddress(table, 'class')},A${row},${columnAddress(table, 'revenue')})`,
            value: revenue,
          },
          volumeClass === 'D'
            ? null
            : {
                formula: `=IF(C${BASE_ROW}>0,C${row}/C${BASE_ROW},"")`,
                value: base > 0 ? revenue / base : '',
              },
          {
            formula: `=IF(F${TOTAL_ROW}>0,F${row}/F${TOTAL_ROW},0)`,
            value: clients > 0 ? count / clients : 0,
          },
          { formula: `=COUNTIF(${columnAddress(table, 'class')},A${row})`, value: count },
        ];
      }),
    },
    { row: TOTAL_ROW, column: 1, role: 'total', formats, align, cells: [total] },
    {
      row: BASE_ROW,
      column: 1,
      role: 'body',
      formats: [TEXT, TEXT, money],
      cells: [
        [
          null,
          t('abcd.base'),
          { formula: `=ROUND(SUMIF(${columnAddress(table, 'revenue')},">0"),4)`, value: baseOf(analysis) },
        ],
      ],
    },
  ];
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

function summaryOf({ clients }: Analysis, volumeClass: VolumeClass): { revenue: number; count: number } {
  const members = clients.filter((client) => client.volumeClass === volumeClass);
  return { revenue: sumOf(members), count: members.length };
}

function sumOf(clients: readonly ClientRow[]): number {
  return moneyToNumber(units(clients.reduce((total, { revenue }) => total + revenue, 0)));
}

function baseOf({ concentration }: Analysis): number {
  return concentration ? moneyToNumber(concentration.base) : 0;
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

// Working cells to the right: limits in money, and the words of the rules.

function limitBlocks({ t, analysis, settings }: ReportContext, column: number): readonly Block[] {
  const { thresholds } = settings;
  const base = baseOf(analysis);
  const { classes, flags } = rules(thresholds, t);
  const limit = (key: 'classA' | 'classB' | 'flagLarge' | 'flagCritical' | 'flagMono'): PlanCell => ({
    formula: `=ROUND(${thresholdName(key)}*${NAMES.base},${LIMIT_DECIMALS})`,
    value: roundHalfUp(thresholds[key] * base, LIMIT_DECIMALS),
  });
  const words: PlanCell[][] = [
    ...classes.map(({ key, words: text }) => [key, liveCell(text)]),
    ...flags.map(({ key, words: text }) => [flagWords(key, t), liveCell(text)]),
    [t('abcd.limits.returns'), t('abcd.reason.returns')],
    [t('abcd.limits.nothing'), t('abcd.reason.nothing')],
  ];
  return [
    line(SUMMARY_ROW, 'heading', t('abcd.limits'), column),
    {
      row: SUMMARY_ROW + 1,
      column,
      role: 'note',
      formats: [TEXT, '#,##0.00'],
      cells: [
        [t('abcd.limits.A'), limit('classA')],
        [t('abcd.limits.B'), limit('classB')],
        [t('abcd.limits.large'), limit('flagLarge')],
        [t('abcd.limits.critical'), limit('flagCritical')],
        [t('abcd.limits.mono'), limit('flagMono')],
      ],
    },
    line(SUMMARY_ROW, 'heading', t('abcd.limits.rule'), column + 3),
    { row: SUMMARY_ROW + 1, column: column + 3, role: 'note', formats: [TEXT, null], cells: words },
  ];
}

function limitNames(column: number): readonly PlanName[] {
  const first = SUMMARY_ROW + 1;
  const limits = [NAMES.limitA, NAMES.limitB, NAMES.limitLarge, NAMES.limitCritical, NAMES.limitMono];
  return [
    ...limits.map((name, index) => cellName(name, first + index, column + 1)),
    { name: NAMES.classRules, area: { row: first, column: column + 3, rows: 3, columns: 2 } },
    { name: NAMES.flagRules, area: { row: first + 3, column: column + 3, rows: 3, columns: 2 } },
    cellName(NAMES.reasonReturns, first + 6, column + 4),
    cellName(NAMES.reasonNothing, first + 7, column + 4),
  ];
}

function cellName(name: string, row: number, column: number): PlanName {
  return { name, area: { row, column, rows: 1, columns: 1 } };
}

// The table of clients.

function tableBlocks(ctx: ReportContext, table: ClientTable): readonly Block[] {
  const { t, analysis, language } = ctx;
  const money = moneyFormat(analysis);
  const formats: Readonly<Record<ClientColumn, string | null>> = {
    number: COUNT,
    client: TEXT,
    revenue: money,
    share: PERCENT,
    before: PERCENT,
    class: null,
    flag: null,
    previous: money,
    change: SIGNED_PERCENT,
    orders: COUNT,
    averageOrder: money,
    last: dateFormat(language),
    days: COUNT,
    manager: TEXT,
    reason: null,
    moneyBefore: money,
    moneyWith: money,
  };
  const align = table.columns.map((column) => (column === 'class' ? 'center' : null));
  const reason = columnNumber(table, 'reason');
  const rows =
    analysis.clients.length > 0
      ? analysis.clients.map(rowWriter(ctx, table))
      : [table.columns.map(() => null)];
  return [
    {
      row: table.headingRow,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      formats: table.columns.map(() => TEXT),
      align: table.columns.map((column) =>
        NUMERIC.has(column) ? 'right' : column === 'class' ? 'center' : null,
      ),
      cells: [table.columns.map((column) => t(`abcd.column.${column}`))],
    },
    // Only reasons wrap: a wrapped name would make rows of different heights.
    ...[
      { from: 1, to: reason - 1, wrap: false },
      { from: reason, to: reason, wrap: true },
      { from: reason + 1, to: table.columns.length, wrap: false },
    ].map(({ from, to, wrap }): Block => ({
      row: table.firstRow,
      column: from,
      role: 'body',
      wrap,
      formats: table.columns.slice(from - 1, to).map((column) => formats[column]),
      align: align.slice(from - 1, to),
      cells: rows.map((cells) => cells.slice(from - 1, to)),
    })),
  ];
}

function rowWriter(
  { t, analysis, settings }: ReportContext,
  table: ClientTable,
): (client: ClientRow, index: number) => PlanCell[] {
  const { clients } = analysis;
  const [revenue, share, before, volumeClass, flag, previous, moneyBefore, moneyWith] = (
    ['revenue', 'share', 'before', 'class', 'flag', 'previous', 'moneyBefore', 'moneyWith'] as const
  ).map((column) => letterOf(table, column)) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const reasonOf = reasonWriter(settings.thresholds, t);
  const words = {
    mono: flagWords('mono', t),
    critical: flagWords('critical', t),
    large: flagWords('large', t),
  };
  const accumulated = accumulate(clients);

  return (client, index) => {
    const row = table.firstRow + index;
    const above = row - 1;
    const amount = `${revenue}${row}`;
    const sums = accumulated[index] ?? { before: 0, with: 0 };
    const change =
      client.previous !== null && client.previous > 0 ? client.revenue / client.previous - 1 : '';
    const cellOf: Readonly<Record<ClientColumn, () => PlanCell>> = {
      number: () => index + 1,
      client: () => client.name,
      revenue: () => moneyToNumber(client.revenue),
      share: () => ({ formula: `=IF(${amount}>0,${amount}/${NAMES.base},"")`, value: client.share ?? '' }),
      before: () => ({
        formula: `=IF(${amount}>0,${moneyBefore}${row}/${NAMES.base},"")`,
        value: client.cumulativeBefore ?? '',
      }),
      class: () => ({
        formula:
          `=IF(${amount}<=0,"D",IF(${moneyBefore}${row}<${NAMES.limitA},"A",` +
          `IF(${moneyBefore}${row}<${NAMES.limitB},"B","C")))`,
        value: client.volumeClass,
      }),
      flag: () => ({
        formula:
          `=IF(${amount}<=0,"",IF(${amount}>${NAMES.limitMono},"${words.mono}",` +
          `IF(${amount}>${NAMES.limitCritical},"${words.critical}",` +
          `IF(${amount}>=${NAMES.limitLarge},"${words.large}",""))))`,
        value: flagWords(client.flag, t),
      }),
      previous: () => (client.previous === null ? null : moneyToNumber(client.previous)),
      change: () => ({ formula: `=IF(${previous}${row}>0,${amount}/${previous}${row}-1,"")`, value: change }),
      orders: () => client.orders,
      averageOrder: () => (client.averageOrder === null ? null : moneyToNumber(client.averageOrder)),
      last: () => client.last,
      days: () => client.daysSince,
      manager: () => client.manager,
      reason: () =>
        liveCell(
          reasonOf(client, {
            revenue: amount,
            share: `${share}${row}`,
            before: `${before}${row}`,
            volumeClass: `${volumeClass}${row}`,
            flag: `${flag}${row}`,
          }),
        ),
      // N() of the heading's text is zero, so the first row needs no formula of its own and rows may be sorted back.
      moneyBefore: () => ({
        formula: `=IF(${amount}=${revenue}${above},${moneyBefore}${above},N(${moneyWith}${above}))`,
        value: sums.before,
      }),
      moneyWith: () => ({ formula: `=ROUND(N(${moneyWith}${above})+MAX(${amount},0),4)`, value: sums.with }),
    };
    return table.columns.map((column) => cellOf[column]());
  };
}

/** Money accumulated before each client's tie group and with the client, returns left out. */
function accumulate(
  clients: readonly ClientRow[],
): readonly { readonly before: number; readonly with: number }[] {
  let before = 0;
  let running = 0;
  return clients.map(({ revenue }, index) => {
    if (index === 0 || clients[index - 1]?.revenue !== revenue) before = running;
    running += Math.max(revenue, 0);
    return { before: moneyToNumber(units(before)), with: moneyToNumber(units(running)) };
  });
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
