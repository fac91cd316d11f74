import type { CellValue } from '../shared/grid';
import { foldText } from '../shared/text';
import { cellText } from './cells';

/** `InvoiceDate` and `КонтрагентКод` are two words, `SKUCode` too. */
const CAMEL = /(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])|(?<=[A-ZА-ЯЁ])(?=[A-ZА-ЯЁ][a-zа-яё])/gu;
const NOT_WORD = /[^\p{L}\p{N}%№₽$€]+/gu;

/** The words of a heading, folded: `headingWords('Сумма, руб.')` is `['сумма', 'руб']`. */
export function headingWords(heading: string): readonly string[] {
  return foldText(heading.replace(CAMEL, ' '))
    .replace(/№/g, ' номер ')
    .replace(/%/g, ' % ')
    .replace(NOT_WORD, ' ')
    .split(' ')
    .filter((word) => word !== '');
}

/** The heading as it is compared with a remembered one or with a repeated heading row. */
export function foldHeading(value: CellValue): string {
  return foldText(cellText(value));
}
