import type { CellStyle, ModelArea, ModelValue, SheetModel, StyleId } from '../model/model';
import { MAX_COLUMNS, MAX_ROWS, boundingArea, intersection } from './a1';
import { cultureOf } from './culture';
import type { Culture } from './culture';
import { refusal } from './errors';
import type { Json } from './protocol';
import type { Session } from './session';
import { parseEntry } from './typedEntry';

/** A rectangle of cells of one sheet: what stands behind an Excel `Range`. */
export interface Cells {
  readonly sheet: SheetModel;
  readonly area: ModelArea;
}

/** Excel answers `null` instead of the cells of a larger range. */
const LARGEST_READ = 5_000_000;
/** Longest text of a cell. */
const LONGEST_TEXT = 32_767;
/** The number format of cells whose entries stay texts. */
const TEXT_FORMAT = '@';

/** Formulas and their constants are written the en-US way whatever the region. */
const EN_US = cultureOf('en-US');

/** A value per cell as rows, or null where the range is too large for Excel to answer. */
export function readCells(
  { sheet, area }: Cells,
  session: Session,
  read: (row: number, column: number) => Json,
): Json {
  if (area.rows * area.columns > LARGEST_READ) return null;
  for (let column = 0; column < area.columns; column += 1) {
    session.cost.countRead(sheet.name, area.column + column, area.rows);
  }
  const rows: Json[] = new Array<Json>(area.rows);
  for (let row = 0; row < area.rows; row += 1) {
    const cells: Json[] = new Array<Json>(area.columns);
    for (let column = 0; column < area.columns; column += 1) {
      cells[column] = read(area.row + row, area.column + column);
    }
    rows[row] = cells;
  }
  return rows;
}

/** A cell's value as the API gives it: an error is its en-US name. */
export function jsonOf(value: ModelValue): Json {
  return typeof value === 'object' ? value.error : value;
}

/**
 * Gives each cell its part of a value: one value for all, or rows of exactly the range's shape
 * (`InvalidArgument` otherwise). A null leaves its cell as it is.
 */
export function forEachGiven(
  { area }: Cells,
  given: Json,
  put: (row: number, column: number, value: Exclude<Json, null>) => void,
): void {
  const rows = Array.isArray(given) ? shapedRows(given, area) : null;
  if (!rows && area.rows * area.columns > LARGEST_READ) throw refusal('InvalidArgument');
  for (let row = 0; row < area.rows; row += 1) {
    const cells = rows?.[row];
    for (let column = 0; column < area.columns; column += 1) {
      const value = cells ? cells[column] : given;
      if (value !== null && value !== undefined) put(area.row + row, area.column + column, value);
    }
  }
}

function shapedRows(given: readonly Json[], area: ModelArea): readonly (readonly Json[])[] {
  const isShaped =
    given.length === area.rows && given.every((row) => Array.isArray(row) && row.length === area.columns);
  if (!isShaped) throw refusal('InvalidArgument');
  return given as readonly (readonly Json[])[];
}

/** Writes entries into cells as if a person typed them. `culture` is that of the entries, en-US for `formulas`. */
export function enterCells(cells: Cells, given: Json, session: Session, culture: Culture | 'formulas'): void {
  const { sheet } = cells;
  guardCells(cells, session);
  const reading = culture === 'formulas' ? EN_US : culture;
  forEachGiven(cells, given, (row, column, entry) => {
    enterCell(sheet, row, column, entry, session, reading);
    session.cost.cellsWritten += 1;
  });
  session.contentsChanged(sheet);
}

function enterCell(
  sheet: SheetModel,
  row: number,
  column: number,
  entry: Exclude<Json, null>,
  session: Session,
  culture: Culture,
): void {
  const { cells } = sheet;
  if (typeof entry === 'object') throw refusal('InvalidArgument');
  const style = session.book.styles.get(cells.style(row, column));
  if (style.numberFormat === TEXT_FORMAT) {
    cells.setValue(row, column, checkedText(literalText(entry)));
    return;
  }
  if (typeof entry !== 'string') {
    cells.setValue(row, column, entry);
    return;
  }
  checkedText(entry);
  if (isFormula(entry)) {
    cells.setFormula(row, column, checkedFormula(entry));
    return;
  }
  const { value, format } = parseEntry(entry, culture, session.currentYear);
  if (typeof value === 'string' && value === entry && /^[+-]/.test(value)) {
    // What begins with a sign and is no number is taken for a formula: "-Ромашка" gives #NAME?.
    cells.setFormula(row, column, checkedFormula(`=${value}`));
    return;
  }
  cells.setValue(row, column, value);
  if (format !== undefined && (style.numberFormat ?? 'General') === 'General') {
    cells.setStyle(row, column, session.book.styles.intern({ ...style, numberFormat: format }));
  }
}

/** What an entry is in a cell of texts; an apostrophe in front is the mark of a text there, too. */
function literalText(entry: string | number | boolean): string {
  if (typeof entry === 'boolean') return String(entry).toUpperCase();
  return String(entry).replace(/^'/, '');
}

function isFormula(entry: string): boolean {
  if (entry.startsWith('@')) throw refusal('InvalidArgument');
  return entry.startsWith('=') && entry.length > 1;
}

function checkedText(text: string): string {
  if (text.length > LONGEST_TEXT) throw refusal('InvalidArgument');
  return text;
}

/** Refuses a formula with unbalanced quotes or brackets, as far as can be told without an engine. */
function checkedFormula(formula: string): string {
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '0');
  let depth = 0;
  for (const sign of bare) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) break;
  }
  if (depth !== 0 || bare.includes('"') || /[+\-*/^&=<>,;(]$/.test(bare.trim()))
    throw refusal('InvalidArgument');
  return formula;
}

/** Refuses to change locked cells of a protected sheet. */
export function guardCells(cells: Cells, session: Session): void {
  if (!cells.sheet.isProtected) return;
  for (const { row, column } of cellsOf(cells.area)) {
    const { locked } = session.book.styles.get(cells.sheet.cells.style(row, column));
    if (locked !== false) throw refusal('AccessDenied');
  }
}

/** Changes the look of each cell. Whole rows and columns change as far as the sheet is used: the model has no others. */
export function restyle(cells: Cells, session: Session, change: (style: CellStyle) => CellStyle): void {
  const { sheet } = cells;
  session.guardSheet(sheet);
  const area = boundedArea(cells);
  if (area) {
    const changed = new Map<StyleId, StyleId>();
    for (const { row, column } of cellsOf(area)) {
      const old = sheet.cells.style(row, column);
      let style = changed.get(old);
      if (style === undefined) {
        style = session.book.styles.intern(change(session.book.styles.get(old)));
        changed.set(old, style);
      }
      if (style !== old) sheet.cells.setStyle(row, column, style);
    }
  }
  session.looksChanged(sheet);
}

/** What the looks of all cells have in common, or null where they differ. */
export function commonLook<V extends Json>(
  cells: Cells,
  session: Session,
  read: (style: CellStyle) => V,
): V | null {
  const styles = new Set<StyleId>();
  const area = boundedArea(cells);
  if (!area || area.rows * area.columns < cells.area.rows * cells.area.columns) styles.add(0);
  if (area) for (const { row, column } of cellsOf(area)) styles.add(cells.sheet.cells.style(row, column));
  const looks = new Set([...styles].map((style) => read(session.book.styles.get(style))));
  const [look] = looks;
  return looks.size === 1 && look !== undefined ? look : null;
}

/** The area, cut to the used part of the sheet if it spans whole rows or columns; null if nothing is left. */
export function boundedArea({ sheet, area }: Cells): ModelArea | null {
  if (area.rows < MAX_ROWS && area.columns < MAX_COLUMNS) return area;
  const used = sheet.cells.usedArea('all');
  return used && intersection(area, used);
}

export function* cellsOf(area: ModelArea): Generator<{ row: number; column: number }> {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) yield { row, column };
  }
}

/** The smallest area around the used cells within an area, or null. */
export function usedWithin({ sheet, area }: Cells, valuesOnly: boolean): ModelArea | null {
  let used = sheet.cells.usedArea(valuesOnly ? 'contents' : 'all');
  if (!valuesOnly) for (const merge of sheet.merges) used = used ? boundingArea(used, merge) : merge;
  const within = used && intersection(used, area);
  if (!within) return null;
  const isUsed = (row: number, column: number): boolean =>
    sheet.cells.formula(row, column) !== null ||
    sheet.cells.value(row, column) !== '' ||
    (!valuesOnly && sheet.cells.style(row, column) !== 0);
  return shrink(within, isUsed);
}

/** Cuts the edges in which no cell is used. */
function shrink(area: ModelArea, isUsed: (row: number, column: number) => boolean): ModelArea | null {
  let [top, left] = [area.row, area.column];
  let [bottom, right] = [area.row + area.rows - 1, area.column + area.columns - 1];
  const hasRow = (row: number): boolean => {
    for (let column = left; column <= right; column += 1) if (isUsed(row, column)) return true;
    return false;
  };
  const hasColumn = (column: number): boolean => {
    for (let row = top; row <= bottom; row += 1) if (isUsed(row, column)) return true;
    return false;
  };
  while (top <= bottom && !hasRow(top)) top += 1;
  if (top > bottom) return null;
  while (!hasRow(bottom)) bottom -= 1;
  while (!hasColumn(left)) left += 1;
  while (!hasColumn(right)) right -= 1;
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
