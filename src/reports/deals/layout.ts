import { QUESTIONS } from '../../domain/deals/checklist';
import { formNumber } from '../../domain/deals/dealCells';
import { columnLetter } from '../../domain/shared/grid';
import { areaAddress, onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { HEAD_ROWS } from '../tabHead';
import type { Area } from '../plan';

/** Columns of «Сделки» in their order: the deal, what follows from it, people's cells, and working columns. */
export const DEAL_TAB_COLUMNS = [
  'client',
  'deal',
  'amount',
  'stage',
  'date',
  'manager',
  'probability',
  'source',
  'factor',
  'expected',
  'category',
  'reason',
  ...QUESTIONS,
  'manual',
  'comment',
  'day',
  'month',
  'stageChance',
  'checklist',
  'listed',
  'moves',
  'note',
  'basis',
  'open',
  'openAmount',
  'openExpected',
  'clientKey',
  'key',
] as const;
export type DealTabColumn = (typeof DEAL_TAB_COLUMNS)[number];

/** Rows of the form at least, and empty ones below the last that is filled. */
const FORM_ROWS = 50;
const FREE_ROWS = 20;

/** Totals and the as-of date stand between the head and the table. */
export const TOTALS_ROW = HEAD_ROWS + 1;
export const FILL_ROW = TOTALS_ROW + 2;
const HEADING_ROW = FILL_ROW + 1;

/** Where the table of deals stands: every formula that refers to it asks here. */
export interface DealTable {
  readonly isForm: boolean;
  readonly headingRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The table of a pipeline: a row per open deal, or the rows of the form. */
export function dealTable({ deals, entries }: Pick<ReportContext, 'deals' | 'entries'>): DealTable {
  const isForm = deals.sheet === null;
  const rows = isForm ? formSize(entries.dealCells.keys()) : Math.max(1, deals.open.length);
  return { isForm, headingRow: HEADING_ROW, firstRow: HEADING_ROW + 1, lastRow: HEADING_ROW + rows };
}

function formSize(keys: Iterable<string>): number {
  let last = 0;
  for (const key of keys) last = Math.max(last, formNumber(key) ?? 0);
  return Math.max(FORM_ROWS, last + FREE_ROWS);
}

/** One-based column on the sheet. */
export function numberOf(column: DealTabColumn): number {
  return DEAL_TAB_COLUMNS.indexOf(column) + 1;
}

/** Letter of a column on the sheet. */
export function letterOf(column: DealTabColumn): string {
  return columnLetter(numberOf(column));
}

/** The cells of a column under its heading. */
export function areaOf({ firstRow, lastRow }: DealTable, column: DealTabColumn): Area {
  return { row: firstRow, column: numberOf(column), rows: lastRow - firstRow + 1, columns: 1 };
}

/** A column of «Сделки» for formulas of another tab: `'Сделки'!$C$9:$C$58`. */
export function dealColumn(ctx: ReportContext): (column: DealTabColumn) => string {
  const table = dealTable(ctx);
  return (column) => onSheet(ctx.tabNames.deals, areaAddress(areaOf(table, column)));
}
