import type { ModelArea } from '../model/model';

/** Size of an Excel sheet. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** A reference as written: the sheet it names (null: none) and the area. */
export interface Reference {
  readonly sheet: string | null;
  readonly area: ModelArea;
}

const LETTERS = 26;
const CODE_OF_A = 65;

/** `lettersOf(0)` is `A`, `lettersOf(27)` is `AB`. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / LETTERS)) {
    letters = String.fromCharCode(CODE_OF_A + ((rest - 1) % LETTERS)) + letters;
  }
  return letters;
}

/** Parses `A1`, `$A$1:B2`, `A:C`, `2:3`, with or without `Sheet!` or `'My sheet'!` before it; null: not a reference. */
export function parseReference(text: string): Reference | null {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!:\s]+))!)?([^!]+)$/u.exec(text.trim().replace(/^=/, ''));
  if (!match) return null;
  const area = parseArea(match[3] ?? '');
  if (!area) return null;
  return { sheet: match[1]?.replaceAll("''", "'") ?? match[2] ?? null, area };
}

/** Parses a reference without a sheet. */
export function parseArea(text: string): ModelArea | null {
  const match = /^\$?([A-Za-z]{0,3})\$?(\d{0,7})(?::\$?([A-Za-z]{0,3})\$?(\d{0,7}))?$/.exec(text.trim());
  if (!match) return null;
  const [, firstLetters = '', firstDigits = '', lastLetters, lastDigits] = match;
  const isCell = firstLetters !== '' && firstDigits !== '';
  if (lastLetters === undefined || lastDigits === undefined) {
    return isCell ? areaBetween(corner(firstLetters, firstDigits), corner(firstLetters, firstDigits)) : null;
  }
  // Both ends must be of one kind: cells, columns or rows.
  if ((firstLetters === '') !== (lastLetters === '') || (firstDigits === '') !== (lastDigits === ''))
    return null;
  if (firstLetters === '' && firstDigits === '') return null;
  const from = corner(firstLetters, firstDigits);
  const to = corner(lastLetters, lastDigits);
  if (firstDigits === '') return areaBetween({ ...from, row: 0 }, { ...to, row: MAX_ROWS - 1 });
  if (firstLetters === '') return areaBetween({ ...from, column: 0 }, { ...to, column: MAX_COLUMNS - 1 });
  return areaBetween(from, to);
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

function corner(letters: string, digits: string): Corner {
  let column = 0;
  for (const letter of letters.toUpperCase())
    column = column * LETTERS + letter.charCodeAt(0) - CODE_OF_A + 1;
  return { row: Number(digits) - 1, column: column - 1 };
}

function areaBetween(a: Corner, b: Corner): ModelArea | null {
  const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
  const area = {
    row,
    column,
    rows: Math.abs(a.row - b.row) + 1,
    columns: Math.abs(a.column - b.column) + 1,
  };
  return isOnSheet(area) ? area : null;
}

/** Whether an area has cells and lies within the bounds of a sheet. */
export function isOnSheet(area: ModelArea): boolean {
  return (
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows <= MAX_ROWS &&
    area.column + area.columns <= MAX_COLUMNS
  );
}

/** `A1`, `A1:B2`, `A:C` or `2:3`; with `absolute`, `$A$1` and so on. */
export function formatArea(area: ModelArea, absolute = false): string {
  const sign = absolute ? '$' : '';
  const lastRow = area.row + area.rows;
  const lastColumn = lettersOf(area.column + area.columns - 1);
  const firstColumn = lettersOf(area.column);
  if (area.columns === MAX_COLUMNS) return `${sign}${area.row + 1}:${sign}${lastRow}`;
  if (area.rows === MAX_ROWS) return `${sign}${firstColumn}:${sign}${lastColumn}`;
  const first = `${sign}${firstColumn}${sign}${area.row + 1}`;
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${sign}${lastColumn}${sign}${lastRow}`;
}

/** A sheet's name as it stands before `!`: quoted where Excel needs it. `quoteSheet("O'Hara")` is `'O''Hara'`. */
export function quoteSheet(name: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*)$/.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** The cells two areas share, or null. */
export function intersection(a: ModelArea, b: ModelArea): ModelArea | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest area around two. */
export function boundingArea(a: ModelArea, b: ModelArea): ModelArea {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export function contains(outer: ModelArea, inner: ModelArea): boolean {
  const shared = intersection(outer, inner);
  return shared !== null && shared.rows === inner.rows && shared.columns === inner.columns;
}

/** What is left of an area without the cells of another: up to four areas, above, below, left and right of the hole. */
export function subtract(area: ModelArea, hole: ModelArea): ModelArea[] {
  const shared = intersection(area, hole);
  if (!shared) return [area];
  const below = shared.row + shared.rows;
  const after = shared.column + shared.columns;
  return [
    { ...area, rows: shared.row - area.row },
    { ...area, row: below, rows: area.row + area.rows - below },
    { ...shared, column: area.column, columns: shared.column - area.column },
    { ...shared, column: after, columns: area.column + area.columns - after },
  ].filter(({ rows, columns }) => rows > 0 && columns > 0);
}
