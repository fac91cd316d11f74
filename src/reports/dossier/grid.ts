import { UNKNOWN_SIGN } from '../../domain/dossiers/book';
import { SIGN_COLUMNS } from '../plan';

/** Columns of the page in characters: those of the decision group, from the name to the next step (method.md §5). */
const PAGE_WIDTHS = [23, 15, 13, 9, 9, 9, 18, 13, 16];
/** Columns of the page. */
export const PAGE_COLUMNS = PAGE_WIDTHS.length;
/** Signs of the rows stand right of the page: so many columns are kept for them. */
export const SIGN_COLUMN = PAGE_COLUMNS + 1;

/** The first row is kept for signs, and out of sight. */
export const FIRST_ROW = 2;

/** What stands where something is not known. */
export const UNKNOWN = UNKNOWN_SIGN;

/** Columns side by side that make one cell. */
export interface Span {
  readonly column: number;
  readonly columns: number;
}

/** The cells of a row: a label and a value over its whole width, or two of each; a figure with a remark. */
export const SPANS = {
  label: { column: 1, columns: 1 },
  value: { column: 2, columns: PAGE_COLUMNS - 1 },
  leftValue: { column: 2, columns: 3 },
  rightLabel: { column: 5, columns: 2 },
  rightValue: { column: 7, columns: 3 },
  figure: { column: 2, columns: 1 },
  remark: { column: 3, columns: 2 },
  rightHalf: { column: 5, columns: 5 },
  row: { column: 1, columns: PAGE_COLUMNS },
} as const satisfies Readonly<Record<string, Span>>;

/** Working columns beside the rows: weights and what is filled, gaps of sections, days of steps, what the chart draws. */
export const WORKING_COLUMNS = [
  'weightLeft',
  'filledLeft',
  'weightRight',
  'filledRight',
  'section',
  'gap',
  'stepDay',
  'month',
  'revenue',
  'deal',
  'meetingDay',
] as const;
export type WorkingColumn = (typeof WORKING_COLUMNS)[number];

/** Working cells of which a page has one: in the row out of sight, which nobody takes away. */
export const WORKING_CELLS = [
  'client',
  'today',
  'fresh',
  'stale',
  'onAbcd',
  'onPotential',
  'onReactivation',
  'onKeyClients',
  'revenue',
  'flagMoney',
  'keyShare',
  'flagLarge',
  'flagCritical',
  'flagMono',
  'byShare',
  'promising',
  'image',
  'demanding',
  'isKey',
  'people',
  'influence',
  'covered',
  'deciders',
  'reached',
  'against',
  'contacts',
  'nextDay',
] as const;
export type WorkingCell = (typeof WORKING_CELLS)[number];

const FIRST_WORKING = SIGN_COLUMN + SIGN_COLUMNS;
const FIRST_CELL = FIRST_WORKING + WORKING_COLUMNS.length;
/** The last column is kept for the sign that ends the page. */
const LAST_COLUMN = FIRST_CELL + WORKING_CELLS.length;
const WORKING_WIDTH = 10;

/** Widths of the page and of everything beside it. */
export const COLUMN_WIDTHS: readonly number[] = [
  ...PAGE_WIDTHS,
  ...new Array<number>(LAST_COLUMN - PAGE_COLUMNS).fill(WORKING_WIDTH),
];

/** Columns out of sight. */
export const HIDDEN_COLUMNS: readonly number[] = Array.from(
  { length: LAST_COLUMN - PAGE_COLUMNS },
  (_, index) => SIGN_COLUMN + index,
);

/** One-based column of working cells beside the rows. */
export function workingColumn(column: WorkingColumn): number {
  return FIRST_WORKING + WORKING_COLUMNS.indexOf(column);
}

/** One-based column of a working cell in the first row. */
export function workingCellColumn(cell: WorkingCell): number {
  return FIRST_CELL + WORKING_CELLS.indexOf(cell);
}
