import type { SheetModel } from '../../model/model';

/** Points of the file to pixels of the screen at 100 %. */
export const PIXELS_PER_POINT = 96 / 72;

/** Excel's standard column and row at 100 %, in pixels. */
export const STANDARD_COLUMN = 64;
export const STANDARD_ROW = 20;

/** Frames of the grid in pixels: the row numbers, the column letters, the line beside frozen cells. */
export const ROW_HEADER = 30;
export const COLUMN_HEADER = 28;
export const FROZEN_LINE = 3;

/** Width of a column (zero-based) in pixels. */
export function columnPixels(sheet: SheetModel, column: number): number {
  if (sheet.hiddenColumns.has(column)) return 0;
  const points = sheet.columnWidths.get(column);
  return points === undefined ? STANDARD_COLUMN : Math.round(points * PIXELS_PER_POINT);
}

/** Height of a row (zero-based) in pixels. */
export function rowPixels(sheet: SheetModel, row: number): number {
  if (sheet.hiddenRows.has(row)) return 0;
  const points = sheet.rowHeights.get(row);
  return points === undefined ? STANDARD_ROW : Math.round(points * PIXELS_PER_POINT);
}

/** Pixels from column A to the left edge of a column. */
export function columnOffset(sheet: SheetModel, column: number): number {
  return offset(column, STANDARD_COLUMN, [sheet.columnWidths.keys(), sheet.hiddenColumns], (at) =>
    columnPixels(sheet, at),
  );
}

/** Pixels from row 1 to the upper edge of a row. */
export function rowOffset(sheet: SheetModel, row: number): number {
  return offset(row, STANDARD_ROW, [sheet.rowHeights.keys(), sheet.hiddenRows], (at) => rowPixels(sheet, at));
}

/** All standard but the exceptions: a sum over these only, whatever the length. */
function offset(
  end: number,
  standard: number,
  exceptions: readonly Iterable<number>[],
  pixels: (at: number) => number,
): number {
  const special = new Set(exceptions.flatMap((some) => [...some]).filter((at) => at < end));
  let sum = (end - special.size) * standard;
  for (const at of special) sum += pixels(at);
  return sum;
}
