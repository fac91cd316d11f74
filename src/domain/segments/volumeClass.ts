import type { VolumeClass } from '../analysis';
import type { Thresholds } from '../settings';
import type { Money } from '../shared/money';
import { portionAtLeast } from '../shared/portion';

/** Tells the class from the net revenue of a client and the money accumulated before it. */
export type VolumeClassifier = (revenue: Money, before: Money) => VolumeClass;

/**
 * Classes by volume over a base of revenue (method.md §2, rule R2): the share accumulated **before** a client
 * decides. Below `classA` → A, below `classB` → B, else C; without net revenue → D. Compared exactly, in units of
 * money, so that a share of exactly 80 % before is B. With a base of 100 a client that has 79.9999 before it is A.
 */
export function volumeClassifier(
  base: Money,
  thresholds: Pick<Thresholds, 'classA' | 'classB'>,
): VolumeClassifier {
  const limitA = portionAtLeast(base, thresholds.classA);
  const limitB = portionAtLeast(base, thresholds.classB);
  return (revenue, before) => {
    if (revenue <= 0) return 'D';
    if (before < limitA) return 'A';
    return before < limitB ? 'B' : 'C';
  };
}
