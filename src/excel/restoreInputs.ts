import type { CellValue } from '../domain/shared/grid';
import type { PlanInputs, SheetPlan } from '../reports/plan';
import { PlanCells } from './planCells';
import type { InputRecord } from './types';

/**
 * A plan with what people typed put back by key, and what found no place in it: rows that vanished, and cells for which
 * the plan has a word of its own. The plan's own values win; its blank input cells take what was typed.
 */
export function restoreInputs(
  plan: SheetPlan,
  records: readonly InputRecord[],
): { readonly plan: SheetPlan; readonly left: readonly InputRecord[] } {
  const cells = new PlanCells(plan.blocks);
  const waiting = new Map(records.map((record) => [record.key, new Map(Object.entries(record.values))]));
  for (const inputs of plan.inputs) {
    for (const { row, key } of keyedRows(cells, inputs)) {
      const typed = waiting.get(key);
      inputs.fields.forEach((field, index) => {
        const value = typed?.get(field);
        if (value === undefined) return;
        const tidy = inputs.tidy?.(field, value) ?? value;
        if (cells.accepts(row, inputs.area.column + index, tidy)) typed?.delete(field);
      });
    }
  }
  const left = [...waiting]
    .filter(([, values]) => values.size > 0)
    .map(([key, values]): InputRecord => ({ key, values: Object.fromEntries(values) }));
  return { plan: { ...plan, blocks: cells.blocks() }, left };
}

/** Records of the same key made one, field by field; of two values the earlier in the list stays. */
export function mergeRecords(lists: readonly (readonly InputRecord[])[]): InputRecord[] {
  const merged = new Map<string, Record<string, CellValue>>();
  for (const { key, values } of lists.flat()) merged.set(key, { ...values, ...merged.get(key) });
  return [...merged].map(([key, values]) => ({ key, values }));
}

function keyedRows(cells: PlanCells, { area, keyColumn }: PlanInputs): { row: number; key: string }[] {
  return Array.from({ length: area.rows }, (_, index) => {
    const row = area.row + index;
    return { row, key: String(cells.value(row, keyColumn)) };
  }).filter(({ key }) => key !== '');
}
