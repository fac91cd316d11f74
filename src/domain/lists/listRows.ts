import { cellText, isBlank } from '../sales/cells';
import { foldHeading } from '../sales/heading';
import { totalLabel } from '../sales/totals';
import type { Grid } from '../shared/grid';
import type { ListLayout } from './layout';

/** A heading repeats itself with at least so many cells: one may be a client called «Клиент». */
const FEWEST_REPEATED = 2;

/** What a row below the heading is. */
export type ListRowKind = 'blank' | 'skipped' | 'data';

/**
 * Tells the rows of a list apart: blank ones; totals and repeated headings, which are skipped; data. `named` are the
 * columns that name the row: the label of a total stands there or, where they are blank, in another column.
 */
export function rowKinds<Role extends string>(
  grid: Grid,
  { columns, more, headings }: ListLayout<Role>,
  named: readonly Role[],
): (row: number) => ListRowKind {
  const headed = headings.flatMap((heading, column) => (heading === '' ? [] : [column]));
  const naming = new Set(named.flatMap((role) => columns.get(role) ?? []));
  const all = [...new Set([...naming, ...columns.values(), ...more, ...headed])];
  const folded = headings.map((heading) => foldHeading(heading));
  return (row) => {
    let isFilled = false;
    let isNamed = false;
    let isTotal = false;
    let repeated = 0;
    let others = 0;
    for (const column of all) {
      const value = grid.value(row, column);
      if (isBlank(value)) continue;
      isFilled = true;
      const label = totalLabel(value);
      if (naming.has(column)) {
        isNamed = true;
        isTotal ||= label === 'certain' || label === 'likely';
      } else if (!isNamed) isTotal ||= label === 'certain';
      if (foldHeading(value) === folded[column]) repeated++;
      else others++;
    }
    if (!isFilled) return 'blank';
    return isTotal || (repeated >= FEWEST_REPEATED && others === 0) ? 'skipped' : 'data';
  };
}

/** The text of a role's cell; `''` without such a column. */
export function textAt<Role extends string>(
  grid: Grid,
  { columns }: ListLayout<Role>,
  row: number,
  role: Role,
): string {
  const column = columns.get(role);
  return column === undefined ? '' : cellText(grid.value(row, column));
}
