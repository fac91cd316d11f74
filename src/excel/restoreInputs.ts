import type { CellValue } from '../domain/shared/grid';
import type { Block, PlanCell, PlanInputs, SheetPlan } from '../reports/plan';
import { covers, isFormula } from './cells';
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

/** The cells of a plan by their place on the sheet; blocks are copied when they are first changed. */
class PlanCells {
  private readonly current: Block[];
  private readonly copied = new Set<number>();

  constructor(blocks: readonly Block[]) {
    this.current = [...blocks];
  }

  blocks(): readonly Block[] {
    return this.current;
  }

  value(row: number, column: number): CellValue {
    const cell = this.cell(row, column);
    if (cell === null) return '';
    return isFormula(cell) ? cell.value : cell;
  }

  /** Whether the cell now holds this value: it did already, or it was blank and has taken it. */
  accepts(row: number, column: number, value: CellValue): boolean {
    const cell = this.cell(row, column);
    // A number typed into a cell of texts is the same word.
    if (cell !== null && !isFormula(cell) && String(cell) === String(value)) return true;
    if (cell !== null && cell !== '') return false;
    this.put(row, column, value);
    return true;
  }

  private cell(row: number, column: number): PlanCell {
    const block = this.current[this.blockAt(row, column)];
    return block ? (block.cells[row - block.row]?.[column - block.column] ?? null) : null;
  }

  private put(row: number, column: number, value: CellValue): void {
    const index = this.blockAt(row, column);
    const block = this.current[index];
    if (!block) {
      this.current.push({ row, column, cells: [[value]], role: 'input' });
      return;
    }
    let cells = block.cells as PlanCell[][];
    if (!this.copied.has(index)) {
      cells = block.cells.map((cellsOfRow) => [...cellsOfRow]);
      this.current[index] = { ...block, cells };
      this.copied.add(index);
    }
    const target = cells[row - block.row];
    if (target) target[column - block.column] = value;
  }

  /** The last block wins, as it does on the sheet. −1 if no block covers the cell. */
  private blockAt(row: number, column: number): number {
    for (let index = this.current.length - 1; index >= 0; index--) {
      const block = this.current[index];
      if (block && covers(block, row, column)) return index;
    }
    return -1;
  }
}
