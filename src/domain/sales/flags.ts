import type { CellValue } from '../shared/grid';
import { foldText } from '../shared/text';

const YES = new Set([
  'да',
  'истина',
  'true',
  'yes',
  'y',
  '1',
  '+',
  'x',
  'х',
  'v',
  '✓',
  '✔',
  'проведен',
  'posted',
]);
const NO = new Set([
  'нет',
  'ложь',
  'false',
  'no',
  'n',
  '0',
  '-',
  '−',
  '–',
  'не проведен',
  'not posted',
  'unposted',
]);

/** A yes/no cell: true, false, or null if it is blank or says neither. */
export function readFlag(value: CellValue): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = foldText(String(value));
  return YES.has(word) ? true : NO.has(word) ? false : null;
}
