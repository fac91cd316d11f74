import type { Concentration, DependencyFlag } from '../analysis';
import type { Money } from '../shared/money';
import { addMoney } from '../shared/money';
import type { Steps } from '../shared/steps';
import { concentrationRatio, leastClientsGiving } from './concentrationRatio';
import { gini } from './gini';
import { effectiveClients, herfindahl } from './herfindahl';

/** The part of revenue in `k80` (method.md §3). A word of the trade, not a setting. */
const MOST_OF_REVENUE = 0.8;

/** Measures that take a pass over all clients or more. */
const MEASURES = 3;

/** What the concentration of revenue is measured on. */
export interface RevenueBase {
  /** Positive net revenues, largest first. At least one. */
  readonly descending: Float64Array;
  /** Their exact sum. */
  readonly base: Money;
  /** Exact sum of the negative net revenues, ≤ 0. */
  readonly negatives: Money;
  /** Strongest flag of each client. */
  readonly flags: readonly DependencyFlag[];
}

/**
 * All measures of concentration over the clients with positive net revenue (method.md §3). It pauses between the
 * measures: each is quick, but half a million clients are many.
 */
export function* concentrationOf({ descending, base, negatives, flags }: RevenueBase): Steps<Concentration> {
  const hhi = herfindahl(Array.from(descending, (revenue) => revenue / base));
  yield 1 / MEASURES;
  const inequality = gini(descending);
  yield 2 / MEASURES;
  const ratio = (n: number) => concentrationRatio(descending, base, n);
  const count = (flag: DependencyFlag) => flags.filter((each) => each === flag).length;
  return {
    base,
    negatives,
    net: addMoney(base, negatives),
    cr: { '1': ratio(1), '2': ratio(2), '3': ratio(3), '5': ratio(5), '10': ratio(10) },
    hhi,
    effectiveClients: effectiveClients(hhi),
    gini: inequality,
    k80: leastClientsGiving(descending, base, MOST_OF_REVENUE),
    flags: { large: count('large'), critical: count('critical'), mono: count('mono') },
  };
}
