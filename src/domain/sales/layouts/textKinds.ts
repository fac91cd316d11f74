import type { CellValue } from '../../shared/grid';
import { collapseSpaces, foldText } from '../../shared/text';
import { cellText, isBlank } from '../cells';
import { foldName } from '../clientKey';
import { readDateText } from '../dateText';
import { periodPart } from './periodHeading';

/** What a line of an outline names, as far as its text tells. */
export type TextKind = 'document' | 'contract' | 'period' | 'company' | 'other';

const CONTRACT =
  /^(?:(?:основной|типовой|главный)\s)?(?:договор|дог\.|контракт|соглашение|contract|agreement)(?![а-яa-z])|^без договора$/;
/** A date behind «от», “of”, “dated”: documents are called by number and date. */
const DATED = /(?:^|\s)(?:от|of|dated|from|on)\s(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})(?!\d)/;
const DOCUMENT =
  /^(?:реализаци|возврат|корректировк|поступлени|сч[её]т|акт|накладн|чек|отч[её]т|расходн|заказ|упд|торг|передач|отгрузк|оказани|документ|invoice|credit (?:note|memo)|sales (?:order|receipt|invoice)|order|receipt|bill|delivery|refund|payment)[а-я]*(?![a-z]).*\d/;

/** Tells what a line of an outline names: a document of 1C, a contract, a period, a company by its legal form. */
export function textKind(text: string): TextKind {
  const folded = foldText(text);
  if (CONTRACT.test(folded)) return 'contract';
  if (DATED.test(folded) || DOCUMENT.test(folded)) return 'document';
  if (periodPart(text, '') !== null || readDateText(text) !== null) return 'period';
  return foldName(text).form === '' ? 'other' : 'company';
}

/** The date a document's name carries, as it is written there: `12.01.2026` of «Реализация 0001 от 12.01.2026 10:15:00»; `''` without one. */
export function writtenDate(value: CellValue): string {
  if (typeof value !== 'string' || !/\d/.test(value)) return '';
  return DATED.exec(foldText(value))?.[1] ?? '';
}

/** Leading spaces of a cell: how exports without outline levels indent. 0 for a blank. */
export function indentOf(value: CellValue): number {
  if (typeof value !== 'string' || isBlank(value)) return 0;
  return value.length - value.trimStart().length;
}

/** The cell's text for an outline: numbers are codes there («30500») and `''` is a blank. */
export function outlineText(value: CellValue): string {
  return typeof value === 'boolean' ? '' : collapseSpaces(cellText(value));
}
