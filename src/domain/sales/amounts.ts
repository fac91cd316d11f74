import { hundredth, moneyFromDecimal, multiplyDecimals, oneMinus } from '../shared/decimal';
import type { Decimal } from '../shared/decimal';
import type { Grid } from '../shared/grid';
import type { Money } from '../shared/money';
import { sumOfGoods } from './goodsList';
import type { NumberCell, NumberColumn } from './numberColumn';
import type { DecimalSeparator } from './numbers';
import type { AmountSource, ColumnMapping, ColumnRole } from './types';

/** The amount of a row: money, or why there is none. `currency` is the one written beside the number. */
export type RowAmount =
  | {
      readonly state: 'money';
      readonly money: Money;
      readonly currency: string | null;
      readonly textNumbers: number;
    }
  | { readonly state: 'blank' }
  | {
      readonly state: 'unreadable';
      readonly column: number;
      /** The part of the cell that cannot be read, where it is not all of it. */
      readonly part?: string;
    };

/** A number column of the grid and its reader. */
export interface NumberSource {
  readonly column: number;
  readonly reader: NumberColumn;
}

/**
 * Where amounts come from: a column of their own, quantity × price × (1 − discount), or Σ quantity × price over the
 * goods listed in a cell; rounded once to 1/10,000.
 */
export type AmountPlan =
  | { readonly kind: 'amount'; readonly amount: NumberSource }
  | {
      readonly kind: 'product';
      readonly quantity: NumberSource;
      readonly price: NumberSource;
      readonly discount: (NumberSource & { readonly isPercent: boolean }) | null;
    }
  | { readonly kind: 'goods'; readonly column: number; readonly separator: DecimalSeparator };

/** The roles the amount is made of, the best of those that a sheet has; empty if none tells an amount. */
export function amountRoles(mapping: ColumnMapping): readonly ColumnRole[] {
  if (mapping.amount !== undefined) return ['amount'];
  if (mapping.quantity !== undefined && mapping.price !== undefined) return ['quantity', 'price', 'discount'];
  return mapping.goods !== undefined ? ['goods'] : [];
}

/** How a plan obtains the amount, for the notes. */
export function amountSourceOf(plan: AmountPlan): AmountSource {
  if (plan.kind !== 'product') return plan.kind;
  return plan.discount ? 'quantity×price×(1−discount)' : 'quantity×price';
}

/** The column that shows the amount's trouble best: the amount itself, the price, or the goods. */
export function amountColumn(plan: AmountPlan): number {
  switch (plan.kind) {
    case 'amount':
      return plan.amount.column;
    case 'product':
      return plan.price.column;
    case 'goods':
      return plan.column;
  }
}

/** The exact amount of a row. A blank discount is none; a blank quantity or price leaves no amount. */
export function amountOf(grid: Grid, row: number, plan: AmountPlan): RowAmount {
  if (plan.kind === 'goods') return goodsAmount(grid, row, plan);
  if (plan.kind === 'amount') {
    const cell = read(grid, row, plan.amount);
    if (cell.state === 'blank') return BLANK;
    return cell.state === 'number' && !cell.percent
      ? inMoney(cell.decimal, cell.currency, cell.isText ? 1 : 0, plan.amount.column)
      : { state: 'unreadable', column: plan.amount.column };
  }
  return productOf(grid, row, plan);
}
const BLANK: RowAmount = { state: 'blank' };

function goodsAmount(grid: Grid, row: number, plan: AmountPlan & { kind: 'goods' }): RowAmount {
  const { column } = plan;
  const sum = sumOfGoods(grid.value(row, column), plan.separator);
  if (sum.state === 'blank') return BLANK;
  return sum.state === 'sum'
    ? inMoney(sum.decimal, sum.currency, 0, column)
    : { state: 'unreadable', column, part: sum.line };
}

function productOf(grid: Grid, row: number, plan: AmountPlan & { kind: 'product' }): RowAmount {
  const quantity = read(grid, row, plan.quantity);
  const price = read(grid, row, plan.price);
  if (quantity.state === 'unreadable') return { state: 'unreadable', column: plan.quantity.column };
  if (price.state === 'unreadable') return { state: 'unreadable', column: plan.price.column };
  if (quantity.state === 'blank' || price.state === 'blank') return BLANK;
  const currency = price.currency ?? quantity.currency;
  const texts = (quantity.isText ? 1 : 0) + (price.isText ? 1 : 0);
  const full = multiplyDecimals(quantity.decimal, price.decimal);
  const discount = plan.discount ? read(grid, row, plan.discount) : null;
  if (!plan.discount || !discount || discount.state === 'blank')
    return inMoney(full, currency, texts, plan.price.column);
  if (discount.state === 'unreadable') return { state: 'unreadable', column: plan.discount.column };
  const isPercent = discount.percent || plan.discount.isPercent;
  const rate = isPercent ? hundredth(discount.decimal) : discount.decimal;
  return inMoney(
    multiplyDecimals(full, oneMinus(rate)),
    currency,
    texts + (discount.isText ? 1 : 0),
    plan.price.column,
  );
}

function read(grid: Grid, row: number, source: NumberSource): NumberCell {
  return source.reader.read(grid.value(row, source.column));
}

function inMoney(decimal: Decimal, currency: string | null, textNumbers: number, column: number): RowAmount {
  const money = moneyFromDecimal(decimal);
  return money === null ? { state: 'unreadable', column } : { state: 'money', money, currency, textNumbers };
}
