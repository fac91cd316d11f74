import type { Grid } from '../shared/grid';
import { findHeader } from './header';
import { foldHeading } from './heading';

/** What makes two sheets the same form: their headings, column by column. */
export interface SheetShape {
  /** Folded headings by column of the grid, without blank ones at the end. */
  readonly headings: readonly string[];
  /** Zero-based grid rows. */
  readonly headerRow: number;
  readonly firstDataRow: number;
}

/** The shape of a sheet from its first rows; null if it has no heading. */
export function shapeOf(head: Grid): SheetShape | null {
  const place = findHeader(head, new Set());
  if (place === null || place.row < 0) return null;
  const headings = Array.from({ length: head.columnCount }, (_, column) =>
    foldHeading(head.value(place.row, column)),
  );
  while (headings.at(-1) === '') headings.pop();
  return { headings, headerRow: place.row, firstDataRow: place.firstDataRow };
}
