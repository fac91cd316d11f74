/** A cell's value as Excel gives it: blank is `''`, an Excel error is its text such as `#N/A`, a date is its serial. */
export type CellValue = string | number | boolean;

/**
 * A rectangle as read from a sheet. Row and column are zero-based within the grid.
 * Columns that were not asked for read as blank.
 */
export interface Grid {
  /** Name of the sheet, for messages. */
  readonly sheet: string;
  /** One-based row and column of the grid's first cell on its sheet, for addresses in messages. */
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rowCount: number;
  readonly columnCount: number;
  value(row: number, column: number): CellValue;
  /** Number format of the cell in en-US syntax, or `''` where it was not read. Tells dates from numbers. */
  format(row: number, column: number): string;
  /** Where a row of a grid made of other grids comes from. Absent: the row stands on `sheet` at `firstRow + row`. */
  readonly origin?: (row: number) => Origin;
}

/** A row of a sheet, for addresses in messages. */
export interface Origin {
  readonly sheet: string;
  /** One-based. */
  readonly row: number;
}

/** The sheet and the one-based sheet row of a grid's row. */
export function originOf(grid: Grid, row: number): Origin {
  return grid.origin?.(row) ?? { sheet: grid.sheet, row: grid.firstRow + row };
}

/** A grid over rows held in memory, with optional formats of the same shape. Short rows read as blank at their end. */
export function gridOf(
  rows: readonly (readonly CellValue[])[],
  place: {
    sheet?: string;
    firstRow?: number;
    firstColumn?: number;
    formats?: readonly (readonly string[])[];
  } = {},
): Grid {
  let columnCount = 0;
  for (const row of rows) columnCount = Math.max(columnCount, row.length);
  return {
    sheet: place.sheet ?? 'Sheet1',
    firstRow: place.firstRow ?? 1,
    firstColumn: place.firstColumn ?? 1,
    rowCount: rows.length,
    columnCount,
    value: (row, column) => rows[row]?.[column] ?? '',
    format: (row, column) => place.formats?.[row]?.[column] ?? '',
  };
}

/** `columnLetter(1)` is `A`, `columnLetter(28)` is `AB`. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The one-based column in which an address begins: `columnOf('AB7:AC9')` is 28. */
export function columnOf(address: string): number {
  const [letters = ''] = /^[A-Z]+/.exec(address) ?? [];
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `addressOf(3, 2)` is `B3`: one-based row and column. */
export function addressOf(row: number, column: number): string {
  return `${columnLetter(column)}${row}`;
}
