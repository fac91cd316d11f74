import type { CellValue } from '../domain/shared/grid';
import type { Block, PlanCell } from '../reports/plan';
import { covers, isFormula } from './cells';

/** The cells of a plan by their place on the sheet; blocks are copied when they are first changed. */
export class PlanCells {
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

  /** Whether the cell now holds what was typed: it did already, or it was blank and has taken it, in a format of its own if one is given. */
  accepts(row: number, column: number, typed: Exclude<PlanCell, null>, format?: string): boolean {
    const cell = this.cell(row, column);
    // A number typed into a cell of texts is the same word.
    if (cell !== null && !isFormula(cell) && String(cell) === String(typed)) return true;
    if (cell !== null && cell !== '') return false;
    if (format === undefined) this.put(row, column, typed);
    else this.putInFormat(row, column, typed, format);
    return true;
  }

  private cell(row: number, column: number): PlanCell {
    const block = this.current[this.blockAt(row, column)];
    return block ? (block.cells[row - block.row]?.[column - block.column] ?? null) : null;
  }

  private put(row: number, column: number, typed: PlanCell): void {
    const index = this.blockAt(row, column);
    const block = this.current[index];
    if (!block) {
      this.current.push({ row, column, cells: [[typed]], role: 'input' });
      return;
    }
    let cells = block.cells as PlanCell[][];
    if (!this.copied.has(index)) {
      cells = block.cells.map((cellsOfRow) => [...cellsOfRow]);
      this.current[index] = { ...block, cells };
      this.copied.add(index);
    }
    const target = cells[row - block.row];
    if (target) target[column - block.column] = typed;
  }

  /** A block of one cell, which looks like the one it covers. */
  private putInFormat(row: number, column: number, typed: PlanCell, format: string): void {
    const below = this.current[this.blockAt(row, column)];
    this.current.push({
      row,
      column,
      cells: [[typed]],
      role: below?.role ?? 'input',
      formats: [format],
      align: [below?.align?.[column - below.column] ?? null],
      wrap: below?.wrap ?? false,
    });
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
