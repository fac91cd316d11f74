import type { Money } from './money';
import { units } from './money';

/** A fraction is taken to the billionth, finer than any threshold a person types: 0.8 is exactly 800,000,000 of them. */
const BILLION = 1_000_000_000;

/**
 * The least amount that is at least `fraction` of a non-negative whole, so that thresholds compare as integers:
 * `part ≥ fraction·whole` is `part >= portionAtLeast(whole, fraction)`, and `<` is its opposite.
 * `portionAtLeast(10_000, 0.8)` is 8000; of 10,001 it is 8001.
 */
export function portionAtLeast(whole: Money, fraction: number): Money {
  return units(Number((scaled(whole, fraction) + BigInt(BILLION - 1)) / BigInt(BILLION)));
}

/**
 * The largest amount that is at most `fraction` of a non-negative whole:
 * `part > fraction·whole` is `part > portionAtMost(whole, fraction)`. Of 10,001 and 0.2 it is 2000.
 */
export function portionAtMost(whole: Money, fraction: number): Money {
  return units(Number(scaled(whole, fraction) / BigInt(BILLION)));
}

/** The product passes 2^53, so it is formed in big integers. */
function scaled(whole: Money, fraction: number): bigint {
  return BigInt(whole) * BigInt(Math.round(fraction * BILLION));
}
