import type { BookModel, SheetModel } from '../model/model';
import { refusal } from './errors';

/** Excel's limit on the length of a sheet's name. */
const LONGEST_NAME = 31;

/**
 * Refuses a name that Excel refuses: empty, over 31 characters, with `: \ / ? * [ ]`, with an apostrophe at an end,
 * or borne by another sheet in whatever case.
 */
export function checkSheetName(name: string, book: BookModel, self: SheetModel | null): void {
  const isWellFormed =
    name !== '' && name.length <= LONGEST_NAME && !/[:\\/?*[\]]/.test(name) && !/^'|'$/.test(name);
  if (!isWellFormed || name.toLowerCase() === 'history') throw refusal('InvalidArgument');
  const isTaken = book.sheets.some(
    (sheet) => sheet !== self && sheet.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) throw refusal('ItemAlreadyExists');
}

/** The next free name that Excel would give a new sheet: `Лист2`, `Sheet3`. */
export function freeSheetName(book: BookModel, cultureName: string): string {
  const stem = cultureName.startsWith('ru') ? 'Лист' : 'Sheet';
  const taken = new Set(book.sheets.map((sheet) => sheet.name.toLowerCase()));
  let number = 1;
  while (taken.has(`${stem}${number}`.toLowerCase())) number += 1;
  return `${stem}${number}`;
}

/** The name Excel gives a copy: `Лист (2)`; a copy of `Лист (2)` is `Лист (3)`. Long names are cut. */
export function copiedSheetName(book: BookModel, name: string): string {
  const stem = name.replace(/ \(\d+\)$/, '');
  const taken = new Set(book.sheets.map((sheet) => sheet.name.toLowerCase()));
  for (let number = 2; ; number += 1) {
    const end = ` (${number})`;
    const copied = `${stem.slice(0, LONGEST_NAME - end.length)}${end}`;
    if (!taken.has(copied.toLowerCase())) return copied;
  }
}
