import type { SheetModel, StyleTable } from '../../model/model';
import { fontPixels } from './font';
import type { MeasureText } from './font';

/** Points of the file to pixels of the screen at 100 %. */
export const PIXELS_PER_POINT = 96 / 72;

/** Frames of the grid in pixels: the row numbers, the column letters, the line beside frozen cells. */
export const ROW_HEADER = 30;
export const COLUMN_HEADER = 28;
export const FROZEN_LINE = 3;

/** Excel's standard column and row at 100 %, in pixels. */
const STANDARD_COLUMN = 64;
const STANDARD_ROW = 20;

/** The grid's line height in font sizes, and the padding at a cell's side in pixels. */
const LINE_HEIGHT = 1.5;
export const CELL_PADDING = 4;

/** So many cells are looked at from the top; what follows in a larger list is rows of one line. */
const MOST_FITTED_CELLS = 50_000;

/** Where the rows and columns of one sheet lie on the screen, in pixels from A1. Rows and columns zero-based. */
export class SheetGeometry {
  /** Rows that Excel would make higher for their texts, because nobody set their height. */
  private readonly fitted: ReadonlyMap<number, number>;

  constructor(
    private readonly sheet: SheetModel,
    styles: StyleTable,
    measure: MeasureText,
  ) {
    this.fitted = fittedRows(sheet, styles, measure);
  }

  columnWidth(column: number): number {
    return columnPixels(this.sheet, column);
  }

  rowHeight(row: number): number {
    if (this.sheet.hiddenRows.has(row)) return 0;
    return this.fitted.get(row) ?? setRowPixels(this.sheet, row);
  }

  /** Pixels from column A to the left edge of a column. */
  columnOffset(column: number): number {
    const { columnWidths, hiddenColumns } = this.sheet;
    return offset(column, STANDARD_COLUMN, [columnWidths.keys(), hiddenColumns], (at) =>
      this.columnWidth(at),
    );
  }

  /** Pixels from row 1 to the upper edge of a row. */
  rowOffset(row: number): number {
    const { rowHeights, hiddenRows } = this.sheet;
    const exceptions = [rowHeights.keys(), hiddenRows, this.fitted.keys()];
    return offset(row, STANDARD_ROW, exceptions, (at) => this.rowHeight(at));
  }

  /** A distance from the top in points, as the file counts it without fitted rows, where it lies on the screen. */
  down(points: number): number {
    let rest = points * PIXELS_PER_POINT;
    let row = 0;
    for (; rest >= setRowPixels(this.sheet, row); row++) rest -= setRowPixels(this.sheet, row);
    return this.rowOffset(row) + rest;
  }
}

function columnPixels(sheet: SheetModel, column: number): number {
  if (sheet.hiddenColumns.has(column)) return 0;
  const points = sheet.columnWidths.get(column);
  return points === undefined ? STANDARD_COLUMN : Math.round(points * PIXELS_PER_POINT);
}

/** Height that was set, or the standard one; never 0, so that a walk down ends. */
function setRowPixels(sheet: SheetModel, row: number): number {
  const points = sheet.rowHeights.get(row);
  return points === undefined ? STANDARD_ROW : Math.max(1, Math.round(points * PIXELS_PER_POINT));
}

function fittedRows(
  sheet: SheetModel,
  styles: StyleTable,
  measure: MeasureText,
): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  let count = 0;
  for (const { row, column } of sheet.cells.cells()) {
    if (++count > MOST_FITTED_CELLS) break;
    if (sheet.rowHeights.has(row)) continue;
    const style = styles.get(sheet.cells.style(row, column));
    const value = sheet.cells.value(row, column);
    if (value === '') continue;
    const size = fontPixels(style);
    const room = columnPixels(sheet, column) - CELL_PADDING;
    const isWrapped = style.wrap && typeof value === 'string';
    const lines = isWrapped ? linesOf(value, room, (text) => measure(text, style)) : 1;
    const height = Math.round(lines * size * LINE_HEIGHT);
    if (height > Math.max(STANDARD_ROW, heights.get(row) ?? 0)) heights.set(row, height);
  }
  return heights;
}

/** Lines of a text broken at spaces to a width, as the grid breaks it. */
function linesOf(text: string, room: number, width: (text: string) => number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let line: string | null = null;
    for (const word of paragraph.split(' ')) {
      const longer: string = line === null ? word : `${line} ${word}`;
      const isNewLine: boolean = line === null || width(longer) >= room;
      lines += isNewLine ? 1 : 0;
      line = isNewLine ? word : longer;
    }
  }
  return lines;
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
