import { tableRows } from '../../domain/dossiers/book';
import { absolute, areaAddress } from '../addresses';
import type { MeetingPage } from '../pages';
import { MEETING_FIGURES } from '../pages';
import { SIGN_COLUMNS } from '../plan';
import type { Area } from '../plan';

/** Columns of the form: label and words, then a short label and a short value. Agreements stand in them as four columns. */
export const COLUMN = { label: 1, words: 2, shortLabel: 3, short: 4 } as const;
export const LAST_COLUMN = COLUMN.short;
const PAGE_WIDTHS = [23, 41, 20, 17];

/** Out of sight: three columns of signs, then working cells, then the sign that ends the page. */
export const SIGN_COLUMN = LAST_COLUMN + 1;
const FIRST_WORKING = SIGN_COLUMN + SIGN_COLUMNS;

/**
 * Working cells below each other: numbers of the client's open deals, what they are called, their keys as MATCH looks for
 * them, their probabilities now.
 */
const DEAL_COLUMNS = ['number', 'label', 'key', 'probability'] as const;
export type DealColumn = (typeof DEAL_COLUMNS)[number];

/** Working cells in the first row, which nobody takes away: clean figures, the number of the deal chosen, the probability. */
const WORKING_CELLS = [
  ...MEETING_FIGURES.filter((figure) => figure !== 'agreements'),
  'deal',
  'probability',
] as const;
export type WorkingCell = (typeof WORKING_CELLS)[number];
const WORKING_WIDTH = 12;
const LAST_WORKING = FIRST_WORKING + WORKING_CELLS.length;

/** Widths of the page and of everything beside it. */
export const COLUMN_WIDTHS: readonly number[] = [
  ...PAGE_WIDTHS,
  ...new Array<number>(LAST_WORKING - LAST_COLUMN).fill(WORKING_WIDTH),
];
export const HIDDEN_COLUMNS: readonly number[] = Array.from(
  { length: LAST_WORKING - LAST_COLUMN },
  (_, index) => SIGN_COLUMN + index,
);

/** The first row is kept for signs and working cells, out of sight. */
const FIRST_ROW = 2;
/** Rows of tables at least, and empty ones below what is typed. */
const LEAST_ROWS = { agreements: 6, notes: 3 } as const;
const FREE_ROWS = 1;

/** Rows of the form from the top, part by part; the tables stand after theirs. */
const PARTS = [
  ['title', 'how', 'client', 'place', 'ours', 'theirs', 'goal', 'outcome'],
  ['talkHeading', 'discussed', 'needs', 'objections', 'competitors'],
  ['agreedHeading', 'agreedColumns', 'agreements', 'nextStep', 'nextOwner'],
  ['dealHeading', 'deal', 'after', 'status', 'applied'],
  ['notesHeading', 'notes', 'privacy'],
] as const;
export type FormRow = (typeof PARTS)[number][number];

/** Where everything stands. */
export interface FormLayout {
  readonly rowOf: (row: FormRow) => number;
  readonly agreements: Area;
  readonly notes: Area;
  readonly lastRow: number;
}

/** Places the rows of a report, a blank one before each part: tables are as long as what is typed, and a little longer. */
export function formLayout({ words }: Pick<MeetingPage, 'words'>): FormLayout {
  const rows = new Map<FormRow, number>();
  const sizeOf = (row: FormRow): number =>
    row === 'agreements' || row === 'notes'
      ? Math.max(LEAST_ROWS[row], tableRows(words, row).length + FREE_ROWS)
      : 1;
  let next = FIRST_ROW;
  for (const part of PARTS) {
    for (const row of part) {
      rows.set(row, next);
      next += sizeOf(row);
    }
    next++;
  }
  const rowOf = (row: FormRow): number => rows.get(row) ?? FIRST_ROW;
  const table = (row: FormRow, columns: number): Area => ({
    row: rowOf(row),
    column: COLUMN.label,
    rows: sizeOf(row),
    columns,
  });
  return {
    rowOf,
    agreements: table('agreements', LAST_COLUMN),
    notes: table('notes', LAST_COLUMN),
    lastRow: rowOf('privacy'),
  };
}

/** Where a working cell of the first row stands. */
export function workingArea(cell: WorkingCell): Area {
  return { row: 1, column: FIRST_WORKING + WORKING_CELLS.indexOf(cell), rows: 1, columns: 1 };
}

/** Address of a working cell of the first row. */
export function workingCell(cell: WorkingCell): string {
  return absolute(1, workingArea(cell).column);
}

/** Working cells of the first row in their order. */
export function inOrder<T>(cells: Readonly<Record<WorkingCell, T>>): readonly T[] {
  return WORKING_CELLS.map((cell) => cells[cell]);
}
export const WORKING_COLUMN = FIRST_WORKING;

/** The working cells of a column of open deals; there is always one, maybe blank. */
export function dealArea(column: DealColumn, deals: number): Area {
  const number = FIRST_WORKING + DEAL_COLUMNS.indexOf(column);
  return { row: FIRST_ROW, column: number, rows: Math.max(1, deals), columns: 1 };
}

/** The address of {@link dealArea}. */
export function dealAddress(column: DealColumn, deals: number): string {
  return areaAddress(dealArea(column, deals));
}
