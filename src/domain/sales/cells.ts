import type { CellValue } from '../shared/grid';
import { collapseSpaces } from '../shared/text';

/** Excel errors as they come from Excel, and as Russian Excel spells them in pasted data. */
const ERRORS = new Set([
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#BUSY!',
  '#UNKNOWN!',
  '#GETTING_DATA',
  '#Н/Д',
  '#ЗНАЧ!',
  '#ССЫЛКА!',
  '#ДЕЛ/0!',
  '#ЧИСЛО!',
  '#ИМЯ?',
  '#ПУСТО!',
]);

/** A sign that can be seen: no space of any kind. */
const VISIBLE = /[^\s\u180e\u200b-\u200d\u2060]/;

/** Is there nothing to see in the cell? Spaces of any kind are nothing. */
export function isBlank(value: CellValue): boolean {
  return value === '' || (typeof value === 'string' && !VISIBLE.test(value));
}

/** Is the value an Excel error such as `#N/A`? Errors are unreadable, never zero (method.md §1). */
export function isCellError(value: CellValue): boolean {
  return typeof value === 'string' && value.charCodeAt(0) === HASH && ERRORS.has(value.trim().toUpperCase());
}
const HASH = '#'.charCodeAt(0);

/** The value as one line of text; `''` for a blank or an error. Codes keep their leading zeros. */
export function cellText(value: CellValue): string {
  if (typeof value === 'string') return isCellError(value) ? '' : collapseSpaces(value);
  return String(value);
}
