import { columnLetter } from '../../domain/shared/grid';
import { absolute, areaAddress } from '../addresses';
import type { Area } from '../plan';
import { HEAD_ROWS } from '../tabHead';

/**
 * Columns of the register in their order: up to what wants attention they print, then come people's cells and what is
 * worth a look on the screen, then working columns.
 */
const COLUMNS = [
  'number',
  'client',
  'state',
  'class',
  'revenue',
  'share',
  'flag',
  'completeness',
  'freshness',
  'coverage',
  'groupFlags',
  'nextStep',
  'nextDate',
  'manager',
  'attention',
  'relate',
  'comment',
  'variant',
  'updated',
  'score',
  'onAbcd',
  'onKeyClients',
  'flagMoney',
  'counted',
  'noDecider',
  'overdue',
  'stale',
  'noNext',
  'clientKey',
  'key',
] as const;
export type RegisterColumn = (typeof COLUMNS)[number];
export const REGISTER_COLUMNS: readonly RegisterColumn[] = COLUMNS;

/** Widths in characters. */
const COLUMN_WIDTHS: Readonly<Record<RegisterColumn, number>> = {
  number: 5,
  client: 30,
  variant: 14,
  state: 13,
  class: 23,
  revenue: 13,
  share: 10,
  flag: 14,
  completeness: 11,
  freshness: 12,
  updated: 12,
  coverage: 9,
  groupFlags: 20,
  score: 8,
  nextStep: 24,
  nextDate: 11,
  manager: 16,
  attention: 26,
  relate: 26,
  comment: 28,
  onAbcd: 8,
  onKeyClients: 8,
  flagMoney: 14,
  counted: 8,
  noDecider: 8,
  overdue: 8,
  stale: 8,
  noNext: 8,
  clientKey: 24,
  key: 14,
};
/** Beside the table: a gap; values with their words; a gap; holes in order; a gap; key clients that may lack a dossier. */
const WORKING_WIDTHS = [3, 30, 14, 3, 10, 60, 3, 30, 24, 8, 8];
export const WIDTHS: readonly number[] = [
  ...COLUMNS.map((column) => COLUMN_WIDTHS[column]),
  ...WORKING_WIDTHS,
];
export const HIDDEN_COLUMNS: readonly number[] = Array.from(
  { length: WIDTHS.length - columnOf('score') },
  (_, index) => columnOf('score') + 1 + index,
);

/** Columns beside the table. */
const LEFT = COLUMNS.length;
export const WORKING = {
  label: LEFT + 2,
  value: LEFT + 3,
  holeOrder: LEFT + 5,
  holeWords: LEFT + 6,
  missingName: LEFT + 8,
  missingKey: LEFT + 9,
  missingIsKey: LEFT + 10,
  missingNumber: LEFT + 11,
} as const;

/** Values that rows compare with, one cell each, from the top. */
const VALUES = ['today', 'base', 'keyShare', 'flagLarge', 'flagCritical', 'flagMono'] as const;
export type RegisterValue = (typeof VALUES)[number];
export const REGISTER_VALUES: readonly RegisterValue[] = VALUES;

/** Rows: the summary, the worst holes, key clients without a dossier, how to relate one, then the table. */
export const SUMMARY_ROW = HEAD_ROWS + 1;
const SUMMARY_ROWS = 5;
export const HOLES_ROW = SUMMARY_ROW + SUMMARY_ROWS + 1;
/** Sentences about the worst holes. */
export const HOLES = 5;
export const MISSING_ROW = HOLES_ROW + HOLES + 2;
export const RELATE_ROW = MISSING_ROW + 1;
export const HEADING_ROW = RELATE_ROW + 2;
export const FIRST_ROW = HEADING_ROW + 1;
/** A filter hides rows of the table, never these below it. */
export const GAP_BELOW_TABLE = 3;

/** One-based column on the sheet. */
export function columnOf(column: RegisterColumn): number {
  return COLUMNS.indexOf(column) + 1;
}

/** A cell of a row as formulas of the same row call it: `$F23`. */
export function cellIn(row: number): (column: RegisterColumn) => string {
  return (column) => `$${columnLetter(columnOf(column))}${row}`;
}

/** The cells of a column under its heading, side by side with the next ones if `columns` says so. */
export function columnArea(column: RegisterColumn, rows: number, columns = 1): Area {
  return { row: FIRST_ROW, column: columnOf(column), rows, columns };
}

/** The address of a column under its heading: `$F$23:$F$52`. */
export function columnAddress(rows: number): (column: RegisterColumn) => string {
  return (column) => areaAddress(columnArea(column, rows));
}

/** The address of a value beside the table. */
export function valueCell(value: RegisterValue): string {
  return absolute(SUMMARY_ROW + VALUES.indexOf(value), WORKING.value);
}
