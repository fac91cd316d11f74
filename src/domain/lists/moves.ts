import { readDateText } from '../sales/dateText';
import type { CellValue } from '../shared/grid';

/** A count of moves is not larger: a larger number is the serial of a day the deal was moved to. */
const MOST_MOVES = 1_000;
const PARTS = /[;,\n\r→>]+/;

/** How often a deal was moved, as a cell says: a count, or the days it was moved to. Null if it says neither. */
export function movesIn(value: CellValue): number | null {
  if (typeof value === 'number') {
    if (value >= MOST_MOVES) return 1;
    return value >= 0 && Number.isInteger(value) ? value : null;
  }
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = value.trim();
  if (/^\d{1,3}$/.test(text)) return Number(text);
  if (/^[-\u2010-\u2015\u2212]$/.test(text)) return 0;
  const parts = text.split(PARTS).filter((part) => part.trim() !== '');
  return parts.length > 0 && parts.every((part) => readDateText(part.trim()) !== null) ? parts.length : null;
}
