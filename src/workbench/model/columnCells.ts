import type { CellStore, ModelArea, ModelValue, StyleId } from './model';
import { isWhole } from './shift';
import type { Shift } from './shift';
import { SparseCells } from './sparseCells';

const BLANK = 0;
const NUMBER = 1;
const TEXT = 2;
const BOOLEAN = 3;
const ERROR = 4;

/** Rows a column starts with; it doubles when full. */
const FIRST_CAPACITY = 1024;

/** A column of typed cells: the number itself, 0 or 1 for a boolean, or the text's place in the dictionary. */
interface Column {
  kinds: Uint8Array;
  data: Float64Array;
  /** Styles in runs: the style of a row is that of the last run starting at or before it. */
  readonly runStarts: number[];
  readonly runStyles: StyleId[];
}

/** Texts of a sheet, each held once. */
class Dictionary {
  readonly texts: string[] = [];
  private readonly codes = new Map<string, number>();

  codeOf(text: string): number {
    let code = this.codes.get(text);
    if (code === undefined) {
      code = this.texts.length;
      this.texts.push(text);
      this.codes.set(text, code);
    }
    return code;
  }
}

/** Collects the rows of a large value-only sheet as they are streamed in, nine bytes a cell. */
export class ColumnCellsBuilder {
  private readonly columns: Column[] = [];
  private readonly dictionary = new Dictionary();
  private rows = 0;
  private capacity = FIRST_CAPACITY;

  /** Adds the next row, from column A; a missing value is blank, a missing style the default look. */
  appendRow(values: readonly (ModelValue | null | undefined)[], styles?: readonly StyleId[]): void {
    if (this.rows === this.capacity) this.enlarge();
    while (this.columns.length < values.length) this.columns.push(this.newColumn());
    for (const [index, column] of this.columns.entries()) {
      this.put(column, values[index] ?? '');
      const style = styles?.[index] ?? 0;
      if (style !== column.runStyles[column.runStyles.length - 1]) {
        column.runStarts.push(this.rows);
        column.runStyles.push(style);
      }
    }
    this.rows += 1;
  }

  /** The sheet as collected; the builder must not be used afterwards. */
  build(): ColumnCells {
    for (const column of this.columns) {
      column.kinds = column.kinds.slice(0, this.rows);
      column.data = column.data.slice(0, this.rows);
    }
    return new ColumnCells(this.columns, this.dictionary.texts, this.rows);
  }

  private put(column: Column, value: ModelValue): void {
    const row = this.rows;
    if (value === '') return;
    if (typeof value === 'number') {
      column.kinds[row] = NUMBER;
      column.data[row] = value;
    } else if (typeof value === 'string') {
      column.kinds[row] = TEXT;
      column.data[row] = this.dictionary.codeOf(value);
    } else if (typeof value === 'boolean') {
      column.kinds[row] = BOOLEAN;
      column.data[row] = value ? 1 : 0;
    } else {
      column.kinds[row] = ERROR;
      column.data[row] = this.dictionary.codeOf(value.error);
    }
  }

  private newColumn(): Column {
    return {
      kinds: new Uint8Array(this.capacity),
      data: new Float64Array(this.capacity),
      runStarts: [0],
      runStyles: [0],
    };
  }

  private enlarge(): void {
    this.capacity *= 2;
    for (const column of this.columns) {
      const { kinds, data } = column;
      column.kinds = new Uint8Array(this.capacity);
      column.kinds.set(kinds);
      column.data = new Float64Array(this.capacity);
      column.data.set(data);
    }
  }
}

/** Cells of a large value-only sheet in typed columns; a touched cell moves into a sparse overlay. */
export class ColumnCells implements CellStore {
  private overlay = new SparseCells();
  private overlaid = false;
  /** Extent of contents; null until asked for after a change. */
  private measured: { rows: number; columns: number } | null = null;

  constructor(
    private columns: readonly Column[],
    private readonly texts: readonly string[],
    private rows: number,
  ) {}

  get rowCount(): number {
    return this.extent().rows;
  }

  get columnCount(): number {
    return this.extent().columns;
  }

  get hasFormulas(): boolean {
    return this.overlay.hasFormulas;
  }

  value(row: number, column: number): ModelValue {
    return this.overlaid && this.overlay.has(row, column)
      ? this.overlay.value(row, column)
      : this.base(row, column);
  }

  formula(row: number, column: number): string | null {
    return this.overlaid ? this.overlay.formula(row, column) : null;
  }

  style(row: number, column: number): StyleId {
    return this.overlaid && this.overlay.has(row, column)
      ? this.overlay.style(row, column)
      : this.baseStyle(row, column);
  }

  setValue(row: number, column: number, value: ModelValue): void {
    this.lift(row, column);
    this.overlay.setValue(row, column, value);
  }

  setFormula(row: number, column: number, formula: string): void {
    this.lift(row, column);
    this.overlay.setFormula(row, column, formula);
  }

  setResult(row: number, column: number, value: ModelValue): void {
    this.lift(row, column);
    this.overlay.setResult(row, column, value);
  }

  setStyle(row: number, column: number, style: StyleId): void {
    this.lift(row, column);
    this.overlay.setStyle(row, column, style);
  }

  clear(row: number, column: number, what: 'contents' | 'formats' | 'all'): void {
    const inBase = row < this.rows && column < this.columns.length;
    this.measured = null;
    if (!inBase) return this.overlay.clear(row, column, what);
    this.lift(row, column);
    // The cell stays in the overlay, blank, so that it hides the one below.
    if (what !== 'formats') this.overlay.setValue(row, column, '');
    if (what !== 'contents') this.overlay.setStyle(row, column, 0);
  }

  shift(shift: Shift): void {
    this.measured = null;
    if (shift.axis === 'rows') this.shiftRows(shift);
    else if (isWhole(shift)) this.shiftColumns(shift);
    else this.liftRight(shift);
    this.overlay.shift(shift);
    if (shift.axis === 'columns' && !isWhole(shift)) this.hideRight(shift);
  }

  copy(): ColumnCells {
    // Columns are never changed in place, so that both may stand on them.
    const copy = new ColumnCells(this.columns, this.texts, this.rows);
    copy.overlay = this.overlay.copy();
    copy.overlaid = this.overlaid;
    return copy;
  }

  *cells(): Generator<{ row: number; column: number }> {
    const beyond = this.overlaid ? this.overlay.usedArea('all') : null;
    const rows = Math.max(this.rows, beyond ? beyond.row + beyond.rows : 0);
    const columns = Math.max(this.columns.length, beyond ? beyond.column + beyond.columns : 0);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        if (this.isUsed(row, column, 'all')) yield { row, column };
      }
    }
  }

  usedArea(what: 'contents' | 'all'): ModelArea | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    // Rows from the top and from the bottom until both edges of each column are known: linear only for sparse columns.
    for (let column = 0; column < this.columns.length; column += 1) {
      let first = 0;
      while (first < this.rows && !this.isUsed(first, column, what)) first += 1;
      if (first === this.rows) continue;
      let last = this.rows - 1;
      while (!this.isUsed(last, column, what)) last -= 1;
      top = Math.min(top, first);
      bottom = Math.max(bottom, last);
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
    const over = this.overlaid ? this.overlay.usedArea(what) : null;
    if (over) {
      top = Math.min(top, over.row);
      bottom = Math.max(bottom, over.row + over.rows - 1);
      left = Math.min(left, over.column);
      right = Math.max(right, over.column + over.columns - 1);
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  private isUsed(row: number, column: number, what: 'contents' | 'all'): boolean {
    if (this.overlaid && this.overlay.has(row, column)) {
      const filled = this.overlay.value(row, column) !== '' || this.overlay.formula(row, column) !== null;
      return filled || (what === 'all' && this.overlay.style(row, column) !== 0);
    }
    const kinds = this.columns[column]?.kinds;
    if (!kinds || row >= this.rows) return false;
    return kinds[row] !== BLANK || (what === 'all' && this.baseStyle(row, column) !== 0);
  }

  private extent(): { rows: number; columns: number } {
    if (!this.measured) {
      const area = this.usedArea('contents');
      this.measured = area
        ? { rows: area.row + area.rows, columns: area.column + area.columns }
        : { rows: 0, columns: 0 };
    }
    return this.measured;
  }

  private base(row: number, column: number): ModelValue {
    const cells = this.columns[column];
    if (!cells || row >= this.rows) return '';
    const data = cells.data[row] ?? 0;
    switch (cells.kinds[row]) {
      case NUMBER:
        return data;
      case TEXT:
        return this.texts[data] ?? '';
      case BOOLEAN:
        return data === 1;
      case ERROR:
        return { error: this.texts[data] ?? '' };
      default:
        return '';
    }
  }

  private baseStyle(row: number, column: number): StyleId {
    const cells = this.columns[column];
    if (!cells || row >= this.rows) return 0;
    return styleAt(cells, row);
  }

  private shiftRows(shift: Shift): void {
    if (shift.at >= this.rows) return;
    const count = shift.kind === 'insert' ? shift.count : -Math.min(shift.count, this.rows - shift.at);
    const isEvery = shift.from === 0 && shift.to >= this.columns.length - 1;
    const rows = isEvery || count > 0 ? this.rows + count : this.rows;
    this.columns = this.columns.map((column, index) =>
      index < shift.from || index > shift.to
        ? resized(column, rows)
        : withRows(column, shift.at, count, rows),
    );
    this.rows = rows;
  }

  private shiftColumns({ kind, at, count }: Shift): void {
    if (at >= this.columns.length) return;
    const blank = (): Column => ({
      kinds: new Uint8Array(this.rows),
      data: new Float64Array(this.rows),
      runStarts: [0],
      runStyles: [0],
    });
    const gone = kind === 'delete' ? count : 0;
    const come = kind === 'insert' ? Array.from({ length: count }, blank) : [];
    this.columns = [...this.columns.slice(0, at), ...come, ...this.columns.slice(at + gone)];
  }

  /** Cells of some rows alone cannot move in columns: those right of the place move into the overlay first. */
  private liftRight({ at, from, to }: Shift): void {
    for (let row = from; row <= Math.min(to, this.rows - 1); row += 1) {
      for (let column = at; column < this.columns.length; column += 1) this.lift(row, column);
    }
  }

  /** Keeps the columns from showing where the overlay's cells moved away. */
  private hideRight({ at, from, to }: Shift): void {
    for (let row = from; row <= Math.min(to, this.rows - 1); row += 1) {
      for (let column = at; column < this.columns.length; column += 1) {
        if (!this.overlay.has(row, column)) this.overlay.setStyle(row, column, 0);
      }
    }
  }

  /** Moves a cell into the overlay before its first change. */
  private lift(row: number, column: number): void {
    this.overlaid = true;
    this.measured = null;
    if (this.overlay.has(row, column)) return;
    this.overlay.setStyle(row, column, this.baseStyle(row, column));
    const value = this.base(row, column);
    if (value !== '') this.overlay.setValue(row, column, value);
  }
}

/** A column with blank rows put in (`count` above 0) or rows taken out, brought to a length. */
function withRows(column: Column, at: number, count: number, rows: number): Column {
  const { kinds, data, runStarts, runStyles } = column;
  const [come, gone] = [Math.max(0, count), Math.max(0, -count)];
  const starts = [...runStarts.keys()].filter((run) => (runStarts[run] ?? 0) < at);
  const after = [...runStarts.keys()].filter((run) => (runStarts[run] ?? 0) > at + gone);
  const runs: (readonly [start: number, style: StyleId])[] = [
    ...starts.map((run) => [runStarts[run] ?? 0, runStyles[run] ?? 0] as const),
    ...(come > 0 ? [[at, 0] as const] : []),
    [at + come, styleAt(column, at + gone)],
    ...after.map((run) => [(runStarts[run] ?? 0) + count, runStyles[run] ?? 0] as const),
    // Rows that came at the end to keep all columns alike are plain.
    ...(kinds.length + count < rows ? [[kinds.length + count, 0] as const] : []),
  ];
  return {
    kinds: spliced(kinds, new Uint8Array(rows), at, come, gone),
    data: spliced(data, new Float64Array(rows), at, come, gone),
    runStarts: runs.map(([start]) => start),
    runStyles: runs.map(([, style]) => style),
  };
}

function resized(column: Column, rows: number): Column {
  return column.kinds.length === rows ? column : withRows(column, column.kinds.length, 0, rows);
}

function spliced<Cells extends Uint8Array | Float64Array>(
  from: Cells,
  into: Cells,
  at: number,
  come: number,
  gone: number,
): Cells {
  into.set(from.subarray(0, Math.min(at, into.length)));
  if (at + gone < from.length) into.set(from.subarray(at + gone), at + come);
  return into;
}

function styleAt({ runStarts, runStyles }: Column, row: number): StyleId {
  let [low, high] = [0, runStarts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runStarts[middle] ?? 0) <= row) low = middle;
    else high = middle - 1;
  }
  return runStyles[low] ?? 0;
}
