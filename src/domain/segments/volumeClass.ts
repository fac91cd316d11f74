import type { VolumeClass } from '../analysis';
import type { Money } from '../shared/money';
import type { ClassLimits } from './classLimits';

/** Tells the class from the net revenue of a client and the money accumulated before it. */
export type VolumeClassifier = (revenue: Money, before: Money) => VolumeClass;

/**
 * Classes by volume (method.md §2, rule R2): the money accumulated **before** a client decides. Below the bound of A
 * → A, below the bound of B → B, else C; without net revenue → D. Compared exactly, in units of money, so that a
 * share of exactly 80 % before is B. With bounds of 80 and 95 a client that has 79.9999 before it is A.
 */
export function volumeClassifier({ a, b }: Pick<ClassLimits, 'a' | 'b'>): VolumeClassifier {
  return (revenue, before) => {
    if (revenue <= 0) return 'D';
    if (before < a) return 'A';
    return before < b ? 'B' : 'C';
  };
}
