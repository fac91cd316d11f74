import type { CellValue } from '../../domain/shared/grid';

/** A sheet of the sample company as plain data. */
export interface SampleSheet {
  readonly name: string;
  /** All rows from A1 on; blank cells are `''`. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Number format per column (en-US), for the rows under the heading. */
  readonly formats: readonly string[];
  /** Width per column, in characters of the default font. */
  readonly columnWidths: readonly number[];
  /** Zero-based row of the column headings. */
  readonly headerRow: number;
  /** Zero-based row of the grand total, or null. */
  readonly totalRow: number | null;
}
