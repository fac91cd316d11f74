import type { Settings } from '../settings';
import type { CellValue, Grid } from '../shared/grid';
import type { Steps } from '../shared/steps';
import { amountRoles } from './amounts';
import { SeparatorEvidence } from './columnFormat';
import type { Decision } from './columnFormat';
import { damageOf, mayBeDamaged, NO_DAMAGE } from './damage';
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

  constructor(
    readonly role: ColumnRole,
    readonly column: number,
  ) {}

  /** Takes a cell in; answers the currency written in it, or null. */
  see(value: CellValue): string | null {
    if (typeof value === 'number') {
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
    const damage = this.hasSuspects ? yield* damageOf(grid, column, firstRow, separator.value) : NO_DAMAGE;
    const answer = damagedNumbers === 'leaveOut' ? null : damagedNumbers;
    const doubts: Doubt[] = [];
    if (separator.isOpen) {
      doubts.push({ code: 'decimalSeparator', column, default: evidence.decide(null, isQuantity).value });
    }
    if (damage.examples.length > 0) {
      doubts.push({ code: 'damagedNumbers', column, examples: damage.examples, default: 'leaveOut' });
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

/** The number columns that are read: those the amount is made of, and measures beside it. */
export function numberSurveys(mapping: ColumnMapping): readonly NumberSurvey[] {
  const roles = new Set<ColumnRole>([...amountRoles(mapping), 'quantity', 'profit', 'cost']);
  return [...roles].flatMap((role) => {
    const column = mapping[role];
    return column === undefined ? [] : [new NumberSurvey(role, column)];
  });
}
