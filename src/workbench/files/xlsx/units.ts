import { columnLetter } from '../../../domain/shared/grid';
import type { ModelArea } from '../../model/model';

/** English Metric Units in a point (ECMA-376 part 1, 20.1.10.16). */
export const EMU_PER_POINT = 12_700;
/** Excel lays sheets out at 96 dots an inch. */
const POINTS_PER_PIXEL = 0.75;
/** Width of the widest digit of Calibri 11, the standard font, in pixels. */
const DIGIT_PIXELS = 7;
/** File widths are kept to 1/256 of a character (ECMA-376 part 1, 18.3.1.13). */
const WIDTH_STEPS = 256;
/** Standard column (8.43 characters) and row where the sheet says nothing else, in points. */
export const STANDARD_COLUMN = 48;
export const STANDARD_ROW = 15;

/** Column width of the file (characters, padding included) in points: 9.140625 is 48. */
export function pointsOfWidth(width: number): number {
  return Math.floor(width * DIGIT_PIXELS + 0.5) * POINTS_PER_PIXEL;
}

/** Column width in points as the file keeps it: 48 is 9.140625. */
export function widthOfPoints(points: number): number {
  const pixels = Math.round(points / POINTS_PER_PIXEL);
  return Math.floor((pixels / DIGIT_PIXELS) * WIDTH_STEPS) / WIDTH_STEPS;
}

/** `addressAt(0, 2)` is `C1`. */
export function addressAt(row: number, column: number): string {
  return `${columnLetter(column + 1)}${row + 1}`;
}

/** `{row: 0, column: 0, rows: 2, columns: 2}` is `A1:B2`; a single cell is `A1`. */
export function referenceOf(area: ModelArea): string {
  const first = addressAt(area.row, area.column);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${addressAt(area.row + area.rows - 1, area.column + area.columns - 1)}`;
}

const LETTER_A = 65;

/** Zero-based column of its letters, alone or in front of a row: `columnOf('C')` and `columnOf('C7')` are 2. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index++) {
    const code = reference.charCodeAt(index);
    if (code < LETTER_A) break;
    column = column * 26 + (code & 31);
  }
  return column - 1;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const REFERENCE = /^\$?([A-Z]{1,3})?\$?(\d+)?(?::\$?([A-Z]{1,3})?\$?(\d+)?)?$/i;

/** The area of `B2:C4`, `$B$2`, `B:C` (all rows) or `2:4` (all columns), without a sheet; null if it is none. */
export function areaOf(reference: string): ModelArea | null {
  const match = REFERENCE.exec(reference);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  const row = match[2] === undefined ? 0 : Number(match[2]) - 1;
  const column = match[1] === undefined ? 0 : columnOf(match[1]);
  const isRange = reference.includes(':');
  const lastRow =
    match[4] !== undefined ? Number(match[4]) - 1 : isRange && match[2] === undefined ? LAST_ROW - 1 : row;
  const lastColumn =
    match[3] !== undefined
      ? columnOf(match[3])
      : isRange && match[1] === undefined
        ? LAST_COLUMN - 1
        : column;
  return {
    row: Math.min(row, lastRow),
    column: Math.min(column, lastColumn),
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  };
}

/** A sheet's name as formulas quote it: `'Bob''s'`. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'My sheet'!$A$1:$B$2` into sheet and area; null where there is no sheet or no plain area. */
export function splitReference(
  reference: string,
): { readonly sheet: string; readonly area: ModelArea } | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(reference.trim());
  const area = match && areaOf(match[3] ?? '');
  return match && area ? { sheet: (match[1] ?? match[2] ?? '').replaceAll("''", "'"), area } : null;
}
