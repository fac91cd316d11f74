import type { ModelArea, SheetModel } from '../model/model';

/** Excel's standard column width and row height, in points (64 and 20 pixels). */
export const STANDARD_WIDTH = 48;
export const STANDARD_HEIGHT = 15;

/** Where the edges of an area lie on the sheet, in points from its top left corner. */
export function cellEdges(
  sheet: SheetModel,
  area: ModelArea,
): { left: number; top: number; right: number; bottom: number } {
  const across = (column: number): number =>
    extent(sheet.columnWidths, sheet.hiddenColumns, column, STANDARD_WIDTH);
  const down = (row: number): number => extent(sheet.rowHeights, sheet.hiddenRows, row, STANDARD_HEIGHT);
  return {
    left: across(area.column),
    top: down(area.row),
    right: across(area.column + area.columns),
    bottom: down(area.row + area.rows),
  };
}

/** Length of the first `count` rows or columns: standard sizes, but for those that have their own or are hidden. */
function extent(
  sizes: ReadonlyMap<number, number>,
  hidden: ReadonlySet<number>,
  count: number,
  standard: number,
): number {
  let length = count * standard;
  for (const [index, size] of sizes) if (index < count) length += (hidden.has(index) ? 0 : size) - standard;
  for (const index of hidden) if (index < count && !sizes.has(index)) length -= standard;
  return length;
}
