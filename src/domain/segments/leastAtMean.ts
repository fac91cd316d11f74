import type { Money } from '../shared/money';
import { units } from '../shared/money';

/** The least exact amount that is at least the mean of `count` amounts with the given sum: of 10 by 3 it is 4. */
export function leastAtMean(sum: Money, count: number): Money {
  return units(Math.ceil(sum / count));
}
