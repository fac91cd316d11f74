import type { Settings } from '../settings';
import type { CellValue, Grid } from '../shared/grid';
import type { ExcelSerial } from '../shared/dates';
import type { Steps } from '../shared/steps';
import { amountRoles } from './amounts';
import { SeparatorEvidence } from './columnFormat';
import type { Decision } from './columnFormat';
import { damageOf, EXAMPLES, mayBeDamaged, NO_DAMAGE } from './damage';
import { dayOfNumber, isDateFormat } from './dateText';
import { goodsLines, readGoodsLine } from './goodsList';
import { NumberColumn } from './numberColumn';
import { numberTextOf } from './numbers';
import type { DecimalSeparator } from './numbers';
import type { ColumnMapping, ColumnRole, Doubt } from './types';

/** A number column once all of it was seen. */
export interface SurveyedNumbers {
  readonly role: ColumnRole;
  readonly column: number;
  readonly reader: NumberColumn;
  readonly separator: Decision<DecimalSeparator>;
  /** Some number is over one: a column of rates is then in per cent. */
  readonly isOverOne: boolean;
  /** What the column leaves open, whether a person has answered it or not. */
  readonly doubts: readonly Doubt[];
}

/** Gathers what the cells of one number column say about all of them (method.md §1: never one cell alone). */
export class NumberSurvey {
  private readonly evidence = new SeparatorEvidence();
  private hasSuspects = false;
  private isOverOne = false;

  /** `dates` are days that Excel was already seen to have made of numbers of the column. */
  constructor(
    readonly role: ColumnRole,
    readonly column: number,
    private readonly dates: ExcelSerial[] = [],
  ) {}

  /** Takes a cell in; answers the currency written in it, or null. The format tells a date among numbers. */
  see(value: CellValue, format = ''): string | null {
    if (typeof value === 'number') {
      if (format !== '' && this.dates.length < EXAMPLES && isDateFormat(format)) this.seeDate(value);
      if (Math.abs(value) > 1) this.isOverOne = true;
      return null;
    }
    if (this.role === 'goods') return this.seeGoods(value);
    const written = numberTextOf(value);
    if (!this.hasSuspects && mayBeDamaged(value, written)) this.hasSuspects = true;
    if (!written) return null;
    this.evidence.see(written);
    // Both readings of `1,250` are over one.
    if (!written.percent && Number(written.body.replace(',', '.')) > 1) this.isOverOne = true;
    return written.currency;
  }

  /** Decides how the column is read; looks a second time at a column with numbers that may be damaged. */
  *close(
    grid: Grid,
    firstRow: number,
    { decimalSeparator, damagedNumbers }: Settings,
  ): Steps<SurveyedNumbers> {
    const { role, column, evidence, isOverOne } = this;
    const isQuantity = role === 'quantity';
    const separator = evidence.decide(decimalSeparator, isQuantity);
    const { marks, examples } = this.hasSuspects
      ? yield* damageOf(grid, column, firstRow, separator.value)
      : NO_DAMAGE;
    const { dates } = this;
    const damage = { marks, examples, hasDates: dates.length > 0 };
    const answer = damagedNumbers === 'leaveOut' ? null : damagedNumbers;
    const doubts: Doubt[] = [];
    if (separator.isOpen) {
      doubts.push({ code: 'decimalSeparator', column, default: evidence.decide(null, isQuantity).value });
    }
    if (examples.length + dates.length > 0) {
      doubts.push({ code: 'damagedNumbers', column, examples, dates, default: 'leaveOut' });
    }
    return {
      role,
      column,
      reader: new NumberColumn(separator.value, damage, answer),
      separator,
      isOverOne,
      doubts,
    };
  }

  private seeDate(value: number): void {
    const day = dayOfNumber(value);
    if (day !== null) this.dates.push(day);
  }

  private seeGoods(value: CellValue): string | null {
    let currency: string | null = null;
    for (const line of goodsLines(value)) {
      const goods = readGoodsLine(line);
      if (!goods) continue;
      this.evidence.see(goods.quantity);
      this.evidence.see(goods.price);
      currency ??= goods.price.currency;
    }
    return currency;
  }
}

/**
 * The number columns that are read: those the amount is made of, and measures beside it. `known` are doubts raised by
 * the first rows, whose formats tell dates; later rows are read without formats.
 */
export function numberSurveys(mapping: ColumnMapping, known: readonly Doubt[] = []): readonly NumberSurvey[] {
  const roles = new Set<ColumnRole>([...amountRoles(mapping), 'quantity', 'profit', 'cost']);
  return [...roles].flatMap((role) => {
    const column = mapping[role];
    if (column === undefined) return [];
    const dates = known.flatMap((doubt) =>
      doubt.code === 'damagedNumbers' && doubt.column === column ? doubt.dates : [],
    );
    return [new NumberSurvey(role, column, dates)];
  });
}
