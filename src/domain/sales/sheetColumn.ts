import { columnsBehind } from './layouts/unfold';
import type { Understanding } from './types';

/** The zero-based column of the sheet's grid behind a column of the list; null where no single one is. */
export function sheetColumnOf({ unfolding }: Understanding, index: number): number | null {
  if (!unfolding) return index;
  const [column, ...others] = columnsBehind(unfolding, index);
  return column === undefined || others.length > 0 ? null : column;
}
