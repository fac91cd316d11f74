import type { ExcelSerial } from '../shared/dates';
import { originOf } from '../shared/grid';
import type { Grid } from '../shared/grid';
import { isBlank } from './cells';

/** Number format of the added column: tells the reader that its numbers are dates. */
const DATE_FORMAT = 'dd.mm.yyyy';

/** The added column: what it is called, where it stands and where the data beside it begins. */
export interface DateColumn {
  readonly heading: string;
  /** Zero-based, at or behind the end of the grid. */
  readonly column: number;
  /** Zero-based grid rows. */
  readonly headerRow: number;
  readonly firstDataRow: number;
}

/**
 * The grid with one more column: the day that stands for each row's sheet. A list without dates on the sheet
 * «Январь 2026» gets 31.01.2026 in all its rows.
 */
export function withSheetDates(
  grid: Grid,
  { heading, column: added, headerRow, firstDataRow }: DateColumn,
  dayOfSheet: ReadonlyMap<string, ExcelSerial>,
): Grid {
  return {
    ...grid,
    columnCount: added + 1,
    value: (row, column) => {
      if (column !== added) return grid.value(row, column);
      if (row >= firstDataRow)
        return isBlankRow(grid, row) ? '' : (dayOfSheet.get(originOf(grid, row).sheet) ?? '');
      return row === headerRow ? heading : '';
    },
    format: (row, column) =>
      column !== added ? grid.format(row, column) : row >= firstDataRow ? DATE_FORMAT : '',
  };
}

/** A blank row is to stay one. */
function isBlankRow(grid: Grid, row: number): boolean {
  for (let column = 0; column < grid.columnCount; column++) {
    if (!isBlank(grid.value(row, column))) return false;
  }
  return true;
}
