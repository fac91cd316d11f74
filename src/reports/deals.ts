import { QUESTIONS } from '../domain/deals/checklist';
import { DEAL_FIELDS, FORM_FIELDS, formNumber } from '../domain/deals/dealCells';
import type { Deal } from '../domain/deals/types';
import { moneyToNumber } from '../domain/shared/money';
import { formatNumber } from '../i18n/numbers';
import { absolute, areaAddress } from './addresses';
import type { ReportContext } from './context';
import type { DealTabColumn, DealTable } from './deals/layout';
import {
  areaOf,
  DEAL_TAB_COLUMNS,
  dealTable,
  FILL_ROW,
  letterOf,
  numberOf,
  TOTALS_ROW,
} from './deals/layout';
import { rowWriter } from './deals/rows';
import { stageChoices, WORKING_WIDTHS, workingBlocks } from './deals/working';
import { COUNT, dateFormat, MONEY_EXACT, PERCENT, TEXT } from './formats';
import type { Area, Block, PlanCell, PlanInputs, PlanRule, PlanValidation, SheetPlan } from './plan';
import { footer, HEAD_ROWS, line, tabHead } from './tabHead';

const TAB_COLOR = '#5B4B8A';
const TABLE_NAME = 'ClienteleDeals';
const TABLE_STYLE = 'TableStyleLight1';
/** Amounts from a thousand on read better whole; deals below it are rare enough to show kopecks. */
const MONEY = '#,##0';
const FACTOR = '0.00';
/** Column of the as-of date among the totals. */
const AS_OF_COLUMN = 5;
/** Empty rows between the table and the archive: a filter hides rows of the table, never these. */
const GAP_BELOW_TABLE = 3;

const WIDTHS: Readonly<Partial<Record<DealTabColumn, number>>> = {
  client: 28,
  deal: 24,
  amount: 13,
  stage: 24,
  date: 14,
  manager: 16,
  probability: 14,
  source: 12,
  factor: 13,
  expected: 13,
  category: 13,
  reason: 62,
  comment: 30,
  note: 20,
  key: 24,
};
const NARROW = 13;

/** The tab «Сделки»: every open deal with its probability, where it comes from and why (method.md §4). */
export function dealsPlan(ctx: ReportContext): SheetPlan {
  const { t, tabNames, deals } = ctx;
  const table = dealTable(ctx);
  const archive = archiveOf(ctx, table);
  const hidden = DEAL_TAB_COLUMNS.flatMap((column) =>
    numberOf(column) >= numberOf('day') ? [numberOf(column)] : [],
  );
  const working = WORKING_WIDTHS.map((_, index) => DEAL_TAB_COLUMNS.length + 1 + index);
  return {
    key: 'deals',
    tab: tabNames.deals,
    tabColor: TAB_COLOR,
    columnWidths: [...DEAL_TAB_COLUMNS.map((column) => WIDTHS[column] ?? NARROW), ...WORKING_WIDTHS],
    blocks: [
      ...tabHead(
        ctx,
        t('deals.title'),
        t(table.isForm ? 'deals.model.form' : 'deals.model', { settings: tabNames.settings }),
        [],
      ),
      ...(table.isForm ? [] : [line(HEAD_ROWS, 'note', sourceOf(ctx))]),
      ...totalBlocks(ctx, table),
      line(FILL_ROW, 'note', t('deals.fill')),
      ...tableBlocks(ctx, table),
      ...workingBlocks(ctx),
      ...archive.blocks,
    ],
    names: [],
    tables: [
      {
        name: TABLE_NAME,
        area: {
          row: table.headingRow,
          column: 1,
          rows: table.lastRow - table.headingRow + 1,
          columns: DEAL_TAB_COLUMNS.length,
        },
        style: TABLE_STYLE,
      },
    ],
    rules: rulesOf(ctx, table),
    validations: validationsOf(ctx, table),
    charts: [],
    inputs: [...inputsOf(table), ...archive.inputs],
    hiddenColumns: [...hidden, ...working],
    freeze: { rows: table.headingRow, columns: numberOf('deal') },
    print: {
      orientation: 'landscape',
      titleRows: { from: table.headingRow, to: table.headingRow },
      area: {
        row: 1,
        column: 1,
        rows: table.isForm ? table.lastRow : Math.max(table.lastRow, table.headingRow + deals.open.length),
        columns: numberOf('reason'),
      },
      footer: footer(ctx, 'deals'),
    },
  };
}

function sourceOf({ t, deals, language }: ReportContext): string {
  const { won, lost, open } = deals.totals;
  const sheet = deals.sheet ?? '';
  if (open.deals === 0) return t('deals.none', { sheet });
  return t('deals.source', {
    sheet,
    won: formatNumber(won.deals, language),
    lost: formatNumber(lost.deals, language),
  });
}

/** The row that the tab keeps for each of its lines: open deals, or the rows of the form. */
function dealAt({ deals }: ReportContext, { isForm }: DealTable): (index: number) => Deal | null {
  if (!isForm) return (index) => deals.open[index] ?? null;
  const byNumber = new Map(deals.all.map((deal) => [formNumber(deal.key), deal]));
  return (index) => byNumber.get(index + 1) ?? null;
}

/** Number, amount and expected sum of the open deals, and the day they are counted for. */
function totalBlocks(ctx: ReportContext, table: DealTable): readonly Block[] {
  const { t, deals, language } = ctx;
  const { open } = deals.totals;
  const column = (name: DealTabColumn) => areaAddress(areaOf(table, name));
  const labels: (string | null)[] = [
    t('deals.total.open'),
    null,
    t('deals.total.amount'),
    t('deals.total.expected'),
    t('deals.asOf'),
  ];
  return [
    {
      row: TOTALS_ROW,
      column: 1,
      role: 'note',
      align: ['left', null, 'right', 'right', 'right'],
      cells: [labels],
    },
    {
      row: TOTALS_ROW + 1,
      column: 1,
      role: 'total',
      formats: [COUNT, null, MONEY, MONEY, dateFormat(language)],
      align: ['left', null, 'right', 'right', 'right'],
      cells: [
        [
          { formula: `=SUM(${column('open')})`, value: open.deals },
          null,
          { formula: `=SUM(${column('openAmount')})`, value: moneyToNumber(open.amount) },
          { formula: `=SUM(${column('openExpected')})`, value: moneyToNumber(open.expected) },
          deals.asOf,
        ],
      ],
    },
  ];
}

/** Absolute address of the as-of date. */
const AS_OF = absolute(TOTALS_ROW + 1, AS_OF_COLUMN);

function tableBlocks(ctx: ReportContext, table: DealTable): readonly Block[] {
  const { t, language } = ctx;
  const formats: Readonly<Partial<Record<DealTabColumn, string>>> = {
    client: TEXT,
    deal: TEXT,
    amount: MONEY,
    stage: TEXT,
    date: dateFormat(language),
    manager: TEXT,
    probability: PERCENT,
    factor: FACTOR,
    expected: MONEY,
    manual: PERCENT,
    comment: TEXT,
    day: dateFormat(language),
    stageChance: PERCENT,
    checklist: PERCENT,
    listed: PERCENT,
    note: TEXT,
    openAmount: MONEY_EXACT,
    openExpected: MONEY_EXACT,
    clientKey: TEXT,
    key: TEXT,
  };
  const write = rowWriter(ctx, table, AS_OF);
  const at = dealAt(ctx, table);
  const rows = Array.from({ length: table.lastRow - table.headingRow }, (_, index) =>
    write(at(index), table.firstRow + index, index + 1),
  );
  const part = (from: DealTabColumn, to: DealTabColumn, role: Block['role'], wrap: boolean): Block => {
    const [first, last] = [numberOf(from), numberOf(to)];
    const columns = DEAL_TAB_COLUMNS.slice(first - 1, last);
    return {
      row: table.firstRow,
      column: first,
      role,
      wrap,
      formats: columns.map((column) => formats[column] ?? null),
      align: columns.map((column) =>
        (QUESTIONS as readonly string[]).includes(column) ? 'center' : column === 'amount' ? 'right' : null,
      ),
      cells: rows.map((cells) => cells.slice(first - 1, last)),
    };
  };
  return [
    {
      row: table.headingRow,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      formats: DEAL_TAB_COLUMNS.map(() => TEXT),
      cells: [DEAL_TAB_COLUMNS.map((column) => t(`deals.column.${column}`))],
    },
    part('client', 'manager', table.isForm ? 'input' : 'body', false),
    part('probability', 'category', 'body', false),
    part('reason', 'reason', 'body', true),
    part('need', 'comment', 'input', false),
    part('day', 'key', 'note', false),
  ];
}

function inputsOf(table: DealTable): readonly PlanInputs[] {
  const area = (from: DealTabColumn, fields: readonly string[]): PlanInputs => ({
    area: { ...areaOf(table, from), columns: fields.length },
    keyColumn: numberOf('key'),
    fields,
  });
  const typed = area('need', DEAL_FIELDS);
  return table.isForm ? [area('client', FORM_FIELDS), typed] : [typed];
}

function rulesOf({ t }: ReportContext, table: DealTable): readonly PlanRule[] {
  const category = areaOf(table, 'category');
  return [
    { kind: 'textEquals', area: category, text: t('deals.category.commit'), role: 'good' },
    { kind: 'textEquals', area: category, text: t('deals.category.omitted'), role: 'warning' },
    { kind: 'textEquals', area: areaOf(table, 'source'), text: t('deals.source.unknown'), role: 'warning' },
    {
      kind: 'formula',
      area: areaOf(table, 'factor'),
      formula: `=AND(ISNUMBER($${letterOf('factor')}${table.firstRow}),N($${letterOf('factor')}${table.firstRow})<1)`,
      role: 'warning',
    },
  ];
}

function validationsOf(ctx: ReportContext, table: DealTable): readonly PlanValidation[] {
  const { t, tabNames } = ctx;
  const shared: PlanValidation[] = [
    {
      area: { ...areaOf(table, 'need'), columns: QUESTIONS.length },
      rule: { kind: 'list', values: ['0', '1', '2'] },
      message: t('deals.input.answer'),
    },
    {
      area: areaOf(table, 'manual'),
      rule: { kind: 'decimal', min: 0, max: 1 },
      message: t('deals.input.probability'),
    },
  ];
  if (!table.isForm) return shared;
  return [
    ...shared,
    {
      area: areaOf(table, 'amount'),
      rule: { kind: 'decimal', min: 0, max: 1e12 },
      message: t('deals.input.amount'),
    },
    { area: areaOf(table, 'date'), rule: { kind: 'date' }, message: t('deals.input.date') },
    {
      area: areaOf(table, 'stage'),
      rule: { kind: 'listRange', tab: tabNames.deals, source: stageChoices(ctx) },
      message: t('deals.input.stage', { settings: tabNames.settings }),
    },
  ];
}

/** Deals that people wrote about and that are not on the tab any more: their cells stay people's cells. */
function archiveOf(
  ctx: ReportContext,
  table: DealTable,
): { readonly blocks: readonly Block[]; readonly inputs: readonly PlanInputs[] } {
  const { t, deals, entries } = ctx;
  const open = new Set(deals.open.map(({ key }) => key));
  const closed = table.isForm
    ? []
    : deals.all.filter(({ key }) => !open.has(key) && entries.dealCells.has(key));
  const gone = [
    ...closed.map(({ key, clientName, name }) => ({ key, client: clientName, name })),
    ...deals.vanished.map((key) => ({ key, client: key, name: '' })),
  ];
  if (gone.length === 0) return { blocks: [], inputs: [] };
  const row = table.lastRow + GAP_BELOW_TABLE;
  const first = row + 2;
  const area: Area = { row: first, column: numberOf('need'), rows: gone.length, columns: DEAL_FIELDS.length };
  const blank: PlanCell[] = DEAL_FIELDS.map(() => null);
  return {
    blocks: [
      line(row, 'heading', t('deals.archive')),
      line(row + 1, 'note', t('deals.archive.note')),
      {
        row: first,
        column: 1,
        role: 'note',
        formats: [TEXT, TEXT],
        cells: gone.map(({ client, name }) => [client, name]),
      },
      {
        row: first,
        column: area.column,
        role: 'input',
        formats: DEAL_FIELDS.map((field) =>
          field === 'probability' ? PERCENT : field === 'comment' ? TEXT : null,
        ),
        cells: gone.map(() => blank),
      },
      {
        row: first,
        column: numberOf('key'),
        role: 'note',
        formats: [TEXT],
        cells: gone.map(({ key }) => [key]),
      },
    ],
    inputs: [{ area, keyColumn: numberOf('key'), fields: DEAL_FIELDS }],
  };
}
