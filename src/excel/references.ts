import { addressOf, columnLetter } from '../domain/shared/grid';
import type { Area } from '../reports/plan';

/** A sheet name as it stands in formulas: always quoted, apostrophes doubled. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** `areaAddress({ row: 2, column: 1, rows: 3, columns: 2 })` is `A2:B4`. */
export function areaAddress(area: Area): string {
  const last = addressOf(area.row + area.rows - 1, area.column + area.columns - 1);
  return `${addressOf(area.row, area.column)}:${last}`;
}

/** The formula of a workbook name: `='ABCD'!$A$2:$B$4`. */
export function nameFormula(sheet: string, area: Area): string {
  const corner = (row: number, column: number): string => `$${columnLetter(column)}$${row}`;
  const first = corner(area.row, area.column);
  const last = corner(area.row + area.rows - 1, area.column + area.columns - 1);
  return `=${quotedSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}

/** The range of an area on a sheet. */
export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row - 1, area.column - 1, area.rows, area.columns);
}

/** Sets one format for every cell of a range: Excel takes a single value where its types ask for a matrix. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}

/** Quotes that a sheet's name can do without: Excel gives formulas back without them. */
const NEEDLESS_QUOTES = /'([\p{L}_][\p{L}\d_.]*)'!/gu;

/** Whether two formulas are one, however the names of sheets are quoted in them. */
export function isSameFormula(a: string, b: string): boolean {
  return a === b || a.replace(NEEDLESS_QUOTES, '$1!') === b.replace(NEEDLESS_QUOTES, '$1!');
}

const TEXTS = /"(?:[^"]|"")*"/g;
/** References that name their sheet: `'Отдел 1'!$A$1:B2`, `Лист1!A:A`. */
const ELSEWHERE = /(?:'(?:[^']|'')+'|[\p{L}\d_.]+)!\$?[A-Z]*\$?\d*(?::\$?[A-Z]*\$?\d*)?/gu;
/** References to the sheet the formula stands on: `B4`, `$C:$D`, `3:3`. */
const HERE =
  /(?<![\p{L}\d_.])(?:\$?[A-Z]{1,3}\$?\d+(?![\p{L}\d_.(])|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)/u;

/** Whether a formula says the same in any cell of its sheet: it calls none of the cells there, which may be moved. */
export function standsAnywhere(formula: string): boolean {
  return !HERE.test(formula.replace(TEXTS, '').replace(ELSEWHERE, ''));
}
