import { unfold } from '../domain/sales/layouts/unfold';
import type { Understanding } from '../domain/sales/types';
import type { Settings } from '../domain/settings';
import { originOf } from '../domain/shared/grid';
import type { CellValue, Grid, Origin } from '../domain/shared/grid';
import { complete } from '../domain/shared/steps';

/** Entries shown before anything is computed. */
const ROWS = 5;

/** An entry of the list as the reader sees it. */
export interface FirstRow {
  /** Where it stands on its sheet. */
  readonly origin: Origin;
  /** By the index of the columns of the understanding. */
  readonly values: readonly CellValue[];
}

/**
 * The first entries of a source as the reader sees them: of a grouped report the lines with the groups they stand in,
 * of a cross-tab one entry per period. Rows that only head or sum up others are none.
 */
export function firstRowsOf(
  head: Grid,
  understanding: Understanding,
  settings: Settings,
): readonly FirstRow[] {
  const unfolded = complete(unfold(head, understanding, settings));
  if (!unfolded) return [];
  const { grid, fateOf } = unfolded;
  const rows: FirstRow[] = [];
  for (let row = understanding.firstDataRow; row < grid.rowCount && rows.length < ROWS; row++) {
    if (fateOf(row) !== null) continue;
    const values = understanding.columns.map(({ index }) => grid.value(row, index));
    if (values.some((value) => value !== '')) rows.push({ origin: originOf(grid, row), values });
  }
  return rows;
}
