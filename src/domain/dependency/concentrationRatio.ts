import type { Share } from '../analysis';
import type { Money } from '../shared/money';
import { portionAtLeast } from '../shared/portion';

/**
 * Concentration ratio `CR_n`: the share of the n largest clients in the base (method.md §3). Revenues descend;
 * with fewer than n clients it is 1. Revenues of 42, 23, 11, 9, … in 100 give CR3 = 0.76.
 */
export function concentrationRatio(descending: Float64Array, base: Money, n: number): Share {
  return (descending.subarray(0, n).reduce((total, revenue) => total + revenue, 0) / base) as Share;
}

/**
 * The least number of clients that together give at least `part` of the base, compared exactly; revenues descend.
 * With 80 % this is `k80` (method.md §3): 42, 23, 11, 9, … in 100 give 4.
 */
export function leastClientsGiving(descending: Float64Array, base: Money, part: number): number {
  const goal = portionAtLeast(base, part);
  let accumulated = 0;
  const last = descending.findIndex((revenue) => {
    accumulated += revenue;
    return accumulated >= goal;
  });
  return last + 1;
}
