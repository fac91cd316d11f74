import type { CellStore, ModelArea, ModelValue, StyleId } from './model';
import { movedLine } from './shift';
import type { Shift } from './shift';

interface Cell {
  value: ModelValue;
  formula: string | null;
  style: StyleId;
}

/** Cells of an ordinary sheet: rows of cells, only the touched ones held. */
export class SparseCells implements CellStore {
  private readonly rows = new Map<number, Map<number, Cell>>();
  private formulas = 0;
  /** Extent of contents; null after a change that may have shrunk it. */
  private extent: { rows: number; columns: number } | null = { rows: 0, columns: 0 };

  get rowCount(): number {
    return this.measured().rows;
  }

  get columnCount(): number {
    return this.measured().columns;
  }

  get hasFormulas(): boolean {
    return this.formulas > 0;
  }

  /** Whether the store holds the cell at all, be it blank: what an overlay over another store asks. */
  has(row: number, column: number): boolean {
    return this.rows.get(row)?.has(column) ?? false;
  }

  value(row: number, column: number): ModelValue {
    return this.rows.get(row)?.get(column)?.value ?? '';
  }

  formula(row: number, column: number): string | null {
    return this.rows.get(row)?.get(column)?.formula ?? null;
  }

  style(row: number, column: number): StyleId {
    return this.rows.get(row)?.get(column)?.style ?? 0;
  }

  setValue(row: number, column: number, value: ModelValue): void {
    const cell = this.touch(row, column);
    this.dropFormula(cell);
    cell.value = value;
    if (value === '') this.extent = null;
    else this.grow(row, column);
  }

  setFormula(row: number, column: number, formula: string): void {
    const cell = this.touch(row, column);
    if (cell.formula === null) this.formulas += 1;
    cell.formula = formula;
    this.grow(row, column);
  }

  setResult(row: number, column: number, value: ModelValue): void {
    this.touch(row, column).value = value;
  }

  setStyle(row: number, column: number, style: StyleId): void {
    this.touch(row, column).style = style;
  }

  clear(row: number, column: number, what: 'contents' | 'formats' | 'all'): void {
    const cells = this.rows.get(row);
    const cell = cells?.get(column);
    if (!cells || !cell) return;
    if (what !== 'formats') {
      this.dropFormula(cell);
      cell.value = '';
      this.extent = null;
    }
    if (what !== 'contents') cell.style = 0;
    if (isBlank(cell) && cell.style === 0) {
      cells.delete(column);
      if (cells.size === 0) this.rows.delete(row);
    }
  }

  shift(shift: Shift): void {
    this.extent = null;
    if (shift.axis === 'rows') this.shiftRows(shift);
    else this.shiftColumns(shift);
  }

  copy(): SparseCells {
    const copy = new SparseCells();
    for (const [row, cells] of this.rows) {
      copy.rows.set(row, new Map(Array.from(cells, ([column, cell]) => [column, { ...cell }])));
    }
    copy.formulas = this.formulas;
    copy.extent = null;
    return copy;
  }

  *cells(): Generator<{ row: number; column: number }> {
    for (const row of [...this.rows.keys()].sort(ascending)) {
      const cells = this.rows.get(row);
      if (!cells) continue;
      for (const column of [...cells.keys()].sort(ascending)) {
        const cell = cells.get(column);
        if (cell && (!isBlank(cell) || cell.style !== 0)) yield { row, column };
      }
    }
  }

  usedArea(what: 'contents' | 'all'): ModelArea | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [row, cells] of this.rows) {
      for (const [column, cell] of cells) {
        if (isBlank(cell) && (what === 'contents' || cell.style === 0)) continue;
        if (row < top) top = row;
        if (row > bottom) bottom = row;
        if (column < left) left = column;
        if (column > right) right = column;
      }
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  private shiftRows(shift: Shift): void {
    const moving = [...this.rows.keys()].filter((row) => row >= shift.at).sort(ascending);
    // From the far end where cells make room, so that none is moved onto one that still stands there.
    if (shift.kind === 'insert') moving.reverse();
    for (const row of moving) {
      const cells = this.takeRow(row, shift.from, shift.to);
      const target = movedLine(shift, row);
      if (target === null) this.forget(cells);
      else this.putRow(target, cells);
    }
  }

  private shiftColumns(shift: Shift): void {
    for (const [row, cells] of this.rows) {
      if (row < shift.from || row > shift.to) continue;
      const moved = new Map<number, Cell>();
      for (const [column, cell] of cells) {
        const target = movedLine(shift, column);
        if (target === null) this.forget([[column, cell]]);
        else moved.set(target, cell);
      }
      if (moved.size > 0) this.rows.set(row, moved);
      else this.rows.delete(row);
    }
  }

  /** Takes the cells between two columns out of a row. */
  private takeRow(row: number, from: number, to: number): Map<number, Cell> {
    const cells = this.rows.get(row) ?? new Map<number, Cell>();
    const [taken, left] = [new Map<number, Cell>(), new Map<number, Cell>()];
    for (const [column, cell] of cells) (column >= from && column <= to ? taken : left).set(column, cell);
    if (left.size > 0) this.rows.set(row, left);
    else this.rows.delete(row);
    return taken;
  }

  private putRow(row: number, cells: ReadonlyMap<number, Cell>): void {
    if (cells.size > 0) this.rows.set(row, new Map([...(this.rows.get(row) ?? []), ...cells]));
  }

  private forget(cells: Iterable<readonly [number, Cell]>): void {
    for (const [, cell] of cells) this.dropFormula(cell);
  }

  private touch(row: number, column: number): Cell {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = new Map()));
    let cell = cells.get(column);
    if (!cell) cells.set(column, (cell = { value: '', formula: null, style: 0 }));
    return cell;
  }

  private dropFormula(cell: Cell): void {
    if (cell.formula === null) return;
    cell.formula = null;
    this.formulas -= 1;
  }

  private grow(row: number, column: number): void {
    if (!this.extent) return;
    this.extent.rows = Math.max(this.extent.rows, row + 1);
    this.extent.columns = Math.max(this.extent.columns, column + 1);
  }

  private measured(): { rows: number; columns: number } {
    if (!this.extent) {
      const area = this.usedArea('contents');
      this.extent = area
        ? { rows: area.row + area.rows, columns: area.column + area.columns }
        : { rows: 0, columns: 0 };
    }
    return this.extent;
  }
}

function isBlank(cell: Cell): boolean {
  return cell.value === '' && cell.formula === null;
}

function ascending(a: number, b: number): number {
  return a - b;
}
