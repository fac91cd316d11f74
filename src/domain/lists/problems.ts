import { cellText } from '../sales/cells';
import { originOf } from '../shared/grid';
import type { CellValue, Grid } from '../shared/grid';
import { shorten } from '../shared/text';
import type { ListCell } from './listColumns';
import type { RowProblem, RowProblemCode } from './types';

/** Longer cells are cut in messages. */
const LONGEST_VALUE = 60;

/** Gathers what is wrong with the rows of one list, in the order it is met. */
export class ProblemLog {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly grid: Grid,
    private readonly headings: readonly string[],
  ) {}

  /** A problem of a row; `column` of the cell, `value` of what stands there, `other` the grid row it repeats. */
  add(
    code: RowProblemCode,
    row: number,
    at: { readonly column?: number | undefined; readonly value?: string; readonly other?: number } = {},
  ): void {
    const { column, other } = at;
    const value = at.value ?? (column === undefined ? '' : textOf(this.grid.value(row, column)));
    this.problems.push({
      ...originOf(this.grid, row),
      code,
      column: column === undefined ? null : this.grid.firstColumn + column,
      heading: column === undefined ? '' : (this.headings[column] ?? ''),
      value: shorten(value, LONGEST_VALUE),
      other: other === undefined ? null : originOf(this.grid, other).row,
    });
  }

  /** The value of a cell, or null after naming what is wrong with it; `outOfRange` names a value beyond its limits. */
  take<T>(
    cell: ListCell<T>,
    row: number,
    column: number | undefined,
    unreadable: RowProblemCode,
    outOfRange: RowProblemCode,
  ): T | null {
    switch (cell.state) {
      case 'value':
        return cell.value;
      case 'blank':
        return null;
      case 'unreadable':
        this.add(unreadable, row, { column });
        return null;
      case 'outOfRange':
        this.add(outOfRange, row, { column });
        return null;
    }
  }
}

/** As it stands, an Excel error too. */
function textOf(value: CellValue): string {
  return cellText(value) || String(value).trim();
}
