import { sheetName, tokenize } from '../calc/tokens';
import type { ModelArea } from '../model/model';
import { MAX_COLUMNS, MAX_ROWS, isOnSheet, lettersOf, parseArea } from './a1';

/** Which ends of a reference stand still when a formula is copied: `A$1` has a `$` before its row. */
interface Marks {
  readonly column: string;
  readonly row: string;
}

const CORNER = /^(\$?)([A-Z]*)(\$?)(\d*)$/i;
const DELETED = '#REF!';

/**
 * The formula after cells moved under its references: each becomes what `moved` says, `#REF!` where that is null.
 * `home` is the sheet of references that name none; null: they stay as they are.
 */
export function moveReferences(
  formula: string,
  home: string | null,
  moved: (sheet: string, area: ModelArea) => ModelArea | null,
): string {
  return mapReferences(formula, (text, named) => {
    const sheet = named ?? home;
    const area = sheet === null ? null : parseArea(text);
    if (sheet === null || !area) return text;
    const target = moved(sheet, area);
    if (target === area) return text;
    return target ? written(target, text) : DELETED;
  });
}

/**
 * The formula as it reads some rows further down and columns further right: references without `$` go along, those that
 * leave the sheet are `#REF!`. Copied cells take all of them along, sorted ones only those that name no sheet.
 */
export function offsetReferences(
  formula: string,
  by: { readonly rows: number; readonly columns: number },
  which: 'all' | 'unnamed' = 'all',
): string {
  if (by.rows === 0 && by.columns === 0) return formula;
  return mapReferences(formula, (text, named) => {
    if (named !== null && which === 'unnamed') return text;
    const area = parseArea(text);
    if (!area) return text;
    const corners = text.split(':').map((corner) => offsetCorner(corner, by));
    return corners.includes(null) ? DELETED : corners.join(':');
  });
}

/** Gives each reference of a formula, with the sheet it names, for what stands in its place. */
function mapReferences(formula: string, map: (text: string, sheet: string | null) => string): string {
  let mapped = '';
  let sheet: string | null = null;
  let bracket = '';
  for (const { kind, text } of tokenize(formula)) {
    mapped += kind === 'area' ? map(text, sheet) : text;
    // `[1]Лист1!A1` points into another workbook.
    sheet = kind === 'sheet' ? bracket + sheetName(text) : null;
    bracket = kind === 'bracket' ? text : '';
  }
  return mapped;
}

/** An area in the manner of a reference: its `$`, one cell or two, columns or rows alone. */
function written({ row, column, rows, columns }: ModelArea, like: string): string {
  const [first = '', last] = like.split(':');
  const start = corner(marksOf(first), row, column, first);
  if (last === undefined) return start;
  return `${start}:${corner(marksOf(last), row + rows - 1, column + columns - 1, last)}`;
}

function marksOf(text: string): Marks {
  const [, column = '', letters = '', row = ''] = CORNER.exec(text) ?? [];
  // In `$2` the mark stands before the row.
  return letters === '' ? { column: '', row: column } : { column, row };
}

function corner(marks: Marks, row: number, column: number, like: string): string {
  const hasColumn = /[A-Z]/i.test(like);
  const hasRow = /\d/.test(like);
  return `${hasColumn ? marks.column + lettersOf(column) : ''}${hasRow ? `${marks.row}${row + 1}` : ''}`;
}

function offsetCorner(text: string, by: { readonly rows: number; readonly columns: number }): string | null {
  const marks = marksOf(text);
  const area = parseArea(text.includes(':') ? text : `${text}:${text}`);
  if (!area) return null;
  const row = area.rows === MAX_ROWS || marks.row === '$' ? area.row : area.row + by.rows;
  const column =
    area.columns === MAX_COLUMNS || marks.column === '$' ? area.column : area.column + by.columns;
  return isOnSheet({ row, column, rows: 1, columns: 1 }) ? corner(marks, row, column, text) : null;
}
