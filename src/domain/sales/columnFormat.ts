import type { CellValue } from '../shared/grid';
import type { ExcelSerial } from '../shared/dates';
import { dayOfNumber, readDateText } from './dateText';
import type { DateOrder } from './dateText';
import { separatorOf } from './numbers';
import type { DecimalSeparator, NumberText } from './numbers';
import type { Decided } from './types';

/** What a column as a whole decided, and whether its cells leave a doubt (an answer settles it, but it can still be asked). */
export interface Decision<T> {
  readonly value: T;
  /** On what ground; null if no cell needed a decision. */
  readonly by: Decided<T>['by'] | null;
  /** Cells were seen that read both ways, and none that decides. */
  readonly isOpen: boolean;
}

/** Gathers what the cells of a number column say about its decimal separator (method.md §1: never one cell alone). */
export class SeparatorEvidence {
  private comma = 0;
  private point = 0;
  private openComma = 0;
  private openPoint = 0;
  private plain = 0;

  see(number: NumberText): void {
    const says = separatorOf(number);
    if (says === ',') this.comma++;
    else if (says === '.') this.point++;
    else if (says === 'open,') this.openComma++;
    else if (says === 'open.') this.openPoint++;
    else this.plain++;
  }

  /**
   * The separator: what most telling cells say, else the user's answer, else the likelier reading.
   * Three digits behind a mark are thousands in money, but decimals in a quantity where every cell has them (1C).
   */
  decide(answer: DecimalSeparator | null, isQuantity: boolean): Decision<DecimalSeparator> {
    if (this.comma !== this.point) {
      return { value: this.comma > this.point ? ',' : '.', isOpen: false, by: 'evidence' };
    }
    const isOpen = this.openComma + this.openPoint > 0;
    const by = groundOf(isOpen, answer, this.comma > 0);
    if (answer !== null) return { value: answer, isOpen, by };
    const mark = this.openComma > this.openPoint ? ',' : '.';
    const areDecimals = isQuantity && this.plain === 0;
    const value = areDecimals ? mark : mark === ',' ? '.' : ',';
    return { value, isOpen, by };
  }
}

/** Gathers what the cells of a date column say about the order of day and month. */
export class OrderEvidence {
  private dayFirst = 0;
  private monthFirst = 0;
  private both = 0;
  private dotted = 0;

  see(value: CellValue): void {
    if (typeof value !== 'string') return;
    const date = readDateText(value);
    if (date?.kind !== 'open') return;
    if (date.mdy === null) this.dayFirst++;
    else if (date.dmy === null) this.monthFirst++;
    else if (date.dotted) this.dotted++;
    else this.both++;
  }

  /** The order: what most telling cells say, else day first where points are used, else the user's answer, else the usual one. */
  decide(answer: DateOrder | null, usual: DateOrder): Decision<DateOrder> {
    if (this.dayFirst !== this.monthFirst) {
      return { value: this.dayFirst > this.monthFirst ? 'dmy' : 'mdy', isOpen: false, by: 'evidence' };
    }
    const isOpen = this.both > 0;
    const by = groundOf(isOpen, answer, this.dotted + this.dayFirst > 0);
    if (answer !== null) return { value: answer, isOpen, by };
    return { value: isOpen && this.dotted === 0 ? usual : 'dmy', isOpen, by };
  }
}

function groundOf(isOpen: boolean, answer: unknown, cellsTold: boolean): Decision<unknown>['by'] {
  if (isOpen) return answer === null ? 'default' : 'answer';
  return cellsTold ? 'evidence' : null;
}

/** The day in a cell of a date column, or null. Digits alone may be a serial that lost its format. */
export function readDay(value: CellValue, order: DateOrder): ExcelSerial | null {
  if (typeof value === 'number') return dayOfNumber(value);
  if (typeof value !== 'string') return null;
  const date = readDateText(value);
  if (date !== null) return date.kind === 'day' ? date.day : date[order];
  return /^\s*\d{5}(?:[.,]\d+)?\s*$/.test(value) ? dayOfNumber(Number(value.replace(',', '.'))) : null;
}

/** Day first in Russian headings, month first in others: what files of that origin usually do. */
export function usualOrder(heading: string): DateOrder {
  return /[а-яё]/i.test(heading) || heading === '' ? 'dmy' : 'mdy';
}
