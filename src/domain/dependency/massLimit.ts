import type { Money } from '../shared/money';
import { units } from '../shared/money';

/** A multiple is taken to the billionth, finer than any a person types. */
const BILLION = 1_000_000_000;

/**
 * The least revenue of a client that counts as large on a mass market: `multiple` times the average buyer
 * (method.md §3, seed), compared exactly. Buyers is at least 1. Of 10,000 by nine buyers and 5 it is 5556.
 */
export function massLimit(base: Money, buyers: number, multiple: number): Money {
  const scaled = BigInt(base) * BigInt(Math.round(multiple * BILLION));
  const divisor = BigInt(buyers) * BigInt(BILLION);
  return units(Number((scaled + divisor - 1n) / divisor));
}
