import { decimalFromNumber } from '../shared/decimal';
import type { Decimal } from '../shared/decimal';
import type { CellValue } from '../shared/grid';
import { isBlank } from './cells';
import { decimalOfDamaged, NO_DAMAGE } from './damage';
import type { Damage, DamageReading } from './damage';
import { dayOfNumber } from './dateText';
import { decimalOf, groupMark, readNumberText, readUnsoundNumber } from './numbers';
import type { DecimalSeparator, NumberText } from './numbers';

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

/**
 * Reads the cells of one number column whose decimal separator is decided. Damaged numbers are read as a person says,
 * and are unreadable until then.
 */
export class NumberColumn {
  private readonly known = new Map<CellValue, NumberCell>();

  constructor(
    private readonly separator: DecimalSeparator,
    private readonly damage: Damage = NO_DAMAGE,
    private readonly damageReading: DamageReading | null = null,
  ) {}

  read(value: CellValue): NumberCell {
    const known = this.known.get(value);
    if (known) return known;
    const cell = this.readCell(value);
    if (this.known.size < MOST_REMEMBERED) this.known.set(value, cell);
    return cell;
  }

  private readCell(value: CellValue): NumberCell {
    if (typeof value === 'number') {
      if (this.damage.hasDates && dayOfNumber(value) === value) return UNREADABLE;
      const decimal = decimalFromNumber(value);
      return decimal
        ? { state: 'number', decimal, percent: false, currency: null, isText: false }
        : UNREADABLE;
    }
    if (typeof value === 'boolean') return UNREADABLE;
    if (isBlank(value) || NO_VALUE.test(value)) return BLANK;
    const written = readNumberText(value);
    const mark = written && groupMark(written);
    if (!written || (mark && this.damage.marks.has(mark)))
      return this.readDamaged(written ?? readUnsoundNumber(value));
    return numberCell(written, decimalOf(written, this.separator));
  }

  private readDamaged(written: NumberText | null): NumberCell {
    if (!written || this.damageReading === null) return UNREADABLE;
    return numberCell(written, decimalOfDamaged(written, this.damageReading));
  }
}

function numberCell({ percent, currency }: NumberText, decimal: Decimal | null): NumberCell {
  return decimal ? { state: 'number', decimal, percent, currency, isText: true } : UNREADABLE;
}
