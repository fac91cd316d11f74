import { DEFAULT_SETTINGS } from '../settings';
import type { Grid } from '../shared/grid';
import { foldHeading } from './heading';
import { PART_MARK } from './layouts/headings';
import { recognise } from './layouts/recognise';
import type { Layout } from './types';

/** What makes two sheets the same form: their layout and their headings, column by column. */
export interface SheetShape {
  readonly layout: Layout;
  /** Folded headings by column of the grid, the rows of one joined, without blank ones at the end. */
  readonly headings: readonly string[];
  /** The same of two sheets that may be read as one: layout, headings, and the periods of a cross-tab, whose year may stand elsewhere. */
  readonly form: string;
  /** Zero-based grid rows. */
  readonly headerRow: number;
  readonly firstDataRow: number;
}

/** The shape of a sheet from its first rows; null if it has no heading. */
export function shapeOf(head: Grid): SheetShape | null {
  const recognised = recognise(head, DEFAULT_SETTINGS, new Set());
  if (recognised === null || recognised.headerRow < 0) return null;
  const { layout, headerRow, firstDataRow, unfolding } = recognised;
  const periods = unfolding?.kind === 'crosstab' ? unfolding.slots.map(({ span }) => span) : [];
  const headings = Array.from({ length: head.columnCount }, (_, column) => {
    const parts: string[] = [];
    for (let row = headerRow; row < firstDataRow; row++) parts.push(foldHeading(head.value(row, column)));
    return parts.filter((part) => part !== '').join(PART_MARK);
  });
  while (headings.at(-1) === '') headings.pop();
  const form = JSON.stringify([layout, headings, periods]);
  return { layout, headings, form, headerRow, firstDataRow };
}
