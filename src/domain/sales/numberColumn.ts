import { decimalFromNumber } from '../shared/decimal';
import type { Decimal } from '../shared/decimal';
import type { CellValue } from '../shared/grid';
import { isBlank } from './cells';
import { decimalOf, readNumberText } from './numbers';
import type { DecimalSeparator } from './numbers';

/** A cell of a number column: an exact decimal, or why there is none. */
export type NumberCell =
  | {
      readonly state: 'number';
      readonly decimal: Decimal;
      readonly percent: boolean;
      readonly currency: string | null;
      readonly isText: boolean;
    }
  | { readonly state: 'blank' }
  | { readonly state: 'unreadable' };

/** Cells remembered per column: repeated values are read once. Bounds the memory on columns that never repeat. */
const MOST_REMEMBERED = 100_000;
const BLANK: NumberCell = { state: 'blank' };
const UNREADABLE: NumberCell = { state: 'unreadable' };
/** What people type where there is no number. */
const NO_VALUE = /^\s*[-\u2010-\u2015\u2212]\s*$/;

/** Reads the cells of one number column whose decimal separator is decided. */
export class NumberColumn {
  private readonly known = new Map<CellValue, NumberCell>();

  constructor(private readonly separator: DecimalSeparator) {}

  read(value: CellValue): NumberCell {
    const known = this.known.get(value);
    if (known) return known;
    const cell = readCell(value, this.separator);
    if (this.known.size < MOST_REMEMBERED) this.known.set(value, cell);
    return cell;
  }
}

function readCell(value: CellValue, separator: DecimalSeparator): NumberCell {
  if (typeof value === 'number') {
    const decimal = decimalFromNumber(value);
    return decimal ? { state: 'number', decimal, percent: false, currency: null, isText: false } : UNREADABLE;
  }
  if (typeof value === 'boolean') return UNREADABLE;
  if (isBlank(value) || NO_VALUE.test(value)) return BLANK;
  const written = readNumberText(value);
  const decimal = written ? decimalOf(written, separator) : null;
  if (!written || !decimal) return UNREADABLE;
  return { state: 'number', decimal, percent: written.percent, currency: written.currency, isText: true };
}
