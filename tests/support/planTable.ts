import type { CellValue } from '../../src/domain/shared/grid';
import type { SheetPlan } from '../../src/reports/plan';
import { cellsOf } from './recalculate';

/** What stands, or must stand, in each cell of a plan: `at(plan)(13, 1)`. Blank is `''`. */
export function valuesOf(plan: SheetPlan): (row: number, column: number) => CellValue {
  const values = new Map<string, CellValue>();
  for (const { row, column, cell } of cellsOf(plan)) {
    values.set(`${row}:${column}`, typeof cell === 'object' ? (cell?.value ?? '') : cell);
  }
  return (row, column) => values.get(`${row}:${column}`) ?? '';
}

/** The rows of a plan's first table as records by their headings. */
export function tableRows(plan: SheetPlan): Record<string, CellValue>[] {
  const area = plan.tables[0]?.area;
  if (!area) return [];
  const at = valuesOf(plan);
  const headings = Array.from({ length: area.columns }, (_, i) => String(at(area.row, area.column + i)));
  return Array.from({ length: area.rows - 1 }, (_, row) =>
    Object.fromEntries(headings.map((heading, i) => [heading, at(area.row + 1 + row, area.column + i)])),
  );
}

/** The value beside a label, `steps` cells to the right. */
export function beside(plan: SheetPlan, label: string, steps = 1): CellValue | undefined {
  const at = valuesOf(plan);
  for (const { row, column, cell } of cellsOf(plan)) if (cell === label) return at(row, column + steps);
  return undefined;
}

/** All texts of a plan, as shown. */
export function textsOf(plan: SheetPlan): string[] {
  return [...cellsOf(plan)].flatMap(({ cell }) => {
    const value = typeof cell === 'object' ? cell?.value : cell;
    return typeof value === 'string' ? [value.replace(/\u00a0/g, ' ')] : [];
  });
}
