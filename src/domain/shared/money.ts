declare const moneyBrand: unique symbol;

/**
 * An exact amount of money: a whole number of 1/10,000 of the currency unit (method.md §1).
 * 1,234.56 roubles are 12_345_600. Sums of `Money` are exact in any order as long as the sum of absolute
 * values stays below {@link MONEY_LIMIT}; the reader refuses a ledger that passes it.
 */
export type Money = number & { readonly [moneyBrand]: true };

/** Units of `Money` in one unit of the currency: four decimals hold price × quantity of every file we know. */
export const MONEY_SCALE = 10_000;

/** The largest magnitude (in units) at which every integer is still exact: 2^53 − 1, about 900 milliard. */
export const MONEY_LIMIT = Number.MAX_SAFE_INTEGER;

export const ZERO = 0 as Money;

/** The exact units as `Money`; the caller guarantees a whole number within {@link MONEY_LIMIT}. */
export function units(value: number): Money {
  return value as Money;
}

/**
 * A currency amount given as a double, rounded to the nearest 1/10,000 (half away from zero).
 * `moneyFromNumber(0.1)` is 1000. Null if not finite or out of the exact range.
 */
export function moneyFromNumber(amount: number): Money | null {
  const scaled = Math.abs(amount) * MONEY_SCALE;
  if (!(scaled <= MONEY_LIMIT)) return null;
  const rounded = Math.round(scaled);
  return units(rounded === 0 ? 0 : amount < 0 ? -rounded : rounded);
}

/** The amount in currency units as the nearest double: for cells, charts and ratios, never for adding. */
export function moneyToNumber(money: Money): number {
  return money / MONEY_SCALE;
}

/** Exact sum of two amounts. */
export function addMoney(a: Money, b: Money): Money {
  return (a + b) as Money;
}

/** Exact difference of two amounts. */
export function subtractMoney(a: Money, b: Money): Money {
  return (a - b) as Money;
}
