import { columnLetter } from '../domain/shared/grid';
import type { Area } from './plan';

/** An absolute reference to one cell: `absolute(3, 2)` is `$B$3`. */
export function absolute(row: number, column: number): string {
  return `$${columnLetter(column)}$${row}`;
}

/** An absolute reference to an area: `$B$3:$C$9`. */
export function areaAddress({ row, column, rows, columns }: Area): string {
  return `${absolute(row, column)}:${absolute(row + rows - 1, column + columns - 1)}`;
}

/** A reference on another sheet. The name is always quoted, apostrophes doubled: `'Клиенты ''A'''!$B$3`. */
export function onSheet(sheet: string, address: string): string {
  return `'${sheet.replace(/'/g, "''")}'!${address}`;
}
