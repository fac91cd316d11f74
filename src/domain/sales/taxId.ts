import type { CellValue } from '../shared/grid';
import { cellText } from './cells';

/** Weights of the control digits of a Russian ИНН (order of the Federal Tax Service, 2012, appendix on the structure of ИНН). */
const COMPANY_WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const PERSON_WEIGHTS_1 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const PERSON_WEIGHTS_2 = [3, ...PERSON_WEIGHTS_1];
const COMPANY_LENGTH = 10;
const PERSON_LENGTH = 12;
const EU_VAT = /^[A-Z]{2}[0-9A-Z]{8,12}$/;

/**
 * The ИНН in a cell (alone or as ИНН/КПП), or an EU VAT number; `''` if there is none that can be trusted: an ИНН
 * with wrong control digits is a typing error or a filler and must not join clients. A number cell has
 * lost its leading zero, which is given back.
 */
export function readTaxId(value: CellValue): string {
  const first = cellText(value).split(/[\s/\\]/)[0] ?? '';
  if (EU_VAT.test(first.toUpperCase()) && /\d{6}/.test(first)) return first.toUpperCase();
  if (!/^\d{9,12}$/.test(first)) return '';
  const lostZero =
    typeof value === 'number' && (first.length === COMPANY_LENGTH - 1 || first.length === PERSON_LENGTH - 1);
  const digits = lostZero ? `0${first}` : first;
  return isSound(digits) ? digits : '';
}

function isSound(digits: string): boolean {
  if (/^0+$/.test(digits)) return false;
  if (digits.length === COMPANY_LENGTH) return controlDigit(digits, COMPANY_WEIGHTS) === Number(digits[9]);
  return (
    digits.length === PERSON_LENGTH &&
    controlDigit(digits, PERSON_WEIGHTS_1) === Number(digits[10]) &&
    controlDigit(digits, PERSON_WEIGHTS_2) === Number(digits[11])
  );
}

function controlDigit(digits: string, weights: readonly number[]): number {
  return (weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11) % 10;
}
