import { MAX_COLUMNS, MAX_ROWS } from '../host/a1';
import type { ModelArea } from './model';

/**
 * Rows or columns that come or go, over the whole sheet or a part of it: as Excel's «insert» and «delete» of cells.
 * What stands behind them moves. All indices are zero-based.
 */
export interface Shift {
  readonly kind: 'insert' | 'delete';
  /** What comes or goes: with `rows` cells move down or up, with `columns` right or left. */
  readonly axis: 'rows' | 'columns';
  /** First row or column that comes or goes, and how many do. */
  readonly at: number;
  readonly count: number;
  /** First and last line across in which cells move: columns where rows come or go, and the other way round. */
  readonly from: number;
  readonly to: number;
}

/** The shift that puts cells in an area, or takes them out of it. */
export function shiftOf(area: ModelArea, kind: Shift['kind'], axis: Shift['axis']): Shift {
  const { row, column, rows, columns } = area;
  return axis === 'rows'
    ? { kind, axis, at: row, count: rows, from: column, to: column + columns - 1 }
    : { kind, axis, at: column, count: columns, from: row, to: row + rows - 1 };
}

/** Whether whole rows or columns come or go, so that heights, widths and charts move too. */
export function isWhole({ axis, from, to }: Shift): boolean {
  return from === 0 && to === (axis === 'rows' ? MAX_COLUMNS : MAX_ROWS) - 1;
}

/** The cells that come or go. */
export function areaOf({ axis, at, count, from, to }: Shift): ModelArea {
  const across = to - from + 1;
  return axis === 'rows'
    ? { row: at, column: from, rows: count, columns: across }
    : { row: from, column: at, rows: across, columns: count };
}

/** Where a row or column stands afterwards, or null if it is gone. */
export function movedLine({ kind, at, count }: Shift, line: number): number | null {
  if (line < at) return line;
  if (kind === 'insert') return line + count;
  return line < at + count ? null : line - count;
}

/**
 * What becomes of an area: it moves, grows where cells come inside, shrinks where some go, and is null if all are gone.
 * An area that reaches beyond the lines in which cells move stays as it is, as does one of all rows or columns.
 */
export function movedArea(shift: Shift, area: ModelArea): ModelArea | null {
  if (!liesWithin(shift, area)) return area;
  const { row, column, rows, columns } = area;
  const isRows = shift.axis === 'rows';
  const span = isRows
    ? movedSpan(shift, row, rows, MAX_ROWS)
    : movedSpan(shift, column, columns, MAX_COLUMNS);
  if (!span) return null;
  const [start, length] = span;
  if (start === (isRows ? row : column) && length === (isRows ? rows : columns)) return area;
  return isRows
    ? { row: start, column, rows: length, columns }
    : { row, column: start, rows, columns: length };
}

/** Whether all lines of an area are among those in which cells move. */
export function liesWithin({ axis, from, to }: Shift, { row, column, rows, columns }: ModelArea): boolean {
  const [first, count] = axis === 'rows' ? [column, columns] : [row, rows];
  return first >= from && first + count - 1 <= to;
}

function movedSpan(
  { kind, at, count }: Shift,
  start: number,
  length: number,
  most: number,
): readonly [start: number, length: number] | null {
  if (length === most) return [start, length];
  const end = start + length;
  if (kind === 'insert') {
    const first = start >= at ? start + count : start;
    const last = Math.min(most, end > at ? end + count : end);
    return last > first ? [first, last - first] : null;
  }
  const without = (edge: number): number => edge - Math.min(count, Math.max(0, edge - at));
  const first = without(start);
  const rest = without(end) - first;
  return rest > 0 ? [first, rest] : null;
}
