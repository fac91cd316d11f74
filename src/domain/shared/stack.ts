import { originOf } from './grid';
import type { Grid } from './grid';

/** A grid and the first of its rows that is taken: 0, or the first below a heading that was read already. */
export interface StackPart {
  readonly grid: Grid;
  readonly from: number;
}

/**
 * Grids one below the other as one grid, without copying a cell; columns stand as they are. Rows keep the sheet and row
 * they come from. `stackGrids([{ grid: january, from: 0 }, { grid: february, from: 1 }], 'January – February')`
 * holds February's rows below January's, without February's heading.
 */
export function stackGrids(parts: readonly StackPart[], name: string): Grid {
  const placed: (StackPart & { readonly start: number })[] = [];
  let rowCount = 0;
  let columnCount = 0;
  for (const part of parts) {
    placed.push({ ...part, start: rowCount });
    rowCount += Math.max(part.grid.rowCount - part.from, 0);
    columnCount = Math.max(columnCount, part.grid.columnCount);
  }

  // Readers go down the rows: the part of the row before is nearly always the part of the next.
  let current = 0;
  const partOf = (row: number) => {
    while (current > 0 && row < (placed[current]?.start ?? 0)) current--;
    while (row >= (placed[current + 1]?.start ?? Infinity)) current++;
    return placed[current];
  };
  const first = parts[0]?.grid;
  return {
    sheet: name,
    firstRow: first?.firstRow ?? 1,
    firstColumn: first?.firstColumn ?? 1,
    rowCount,
    columnCount,
    value: (row, column) => {
      const part = partOf(row);
      return part ? part.grid.value(part.from + row - part.start, column) : '';
    },
    format: (row, column) => {
      const part = partOf(row);
      return part ? part.grid.format(part.from + row - part.start, column) : '';
    },
    origin: (row) => {
      const part = partOf(row);
      return part ? originOf(part.grid, part.from + row - part.start) : { sheet: name, row: row + 1 };
    },
  };
}
