import type { DependencyFlag } from '../analysis';
import type { Thresholds } from '../settings';
import type { Money } from '../shared/money';
import { portionAtLeast, portionAtMost } from '../shared/portion';

/**
 * Tells the strongest dependency flag of a client's net revenue within the base (method.md §3, seed):
 * at least 10 % large, more than 20 % critical, more than 50 % mono-client. Compared exactly, on unrounded shares:
 * exactly 20 % is large, not critical.
 */
export function dependencyFlagger(
  base: Money,
  thresholds: Pick<Thresholds, 'flagLarge' | 'flagCritical' | 'flagMono'>,
): (revenue: Money) => DependencyFlag {
  const least = portionAtLeast(base, thresholds.flagLarge);
  const mostNotCritical = portionAtMost(base, thresholds.flagCritical);
  const mostNotMono = portionAtMost(base, thresholds.flagMono);
  return (revenue) => {
    if (revenue <= 0) return 'none';
    if (revenue > mostNotMono) return 'mono';
    if (revenue > mostNotCritical) return 'critical';
    return revenue >= least ? 'large' : 'none';
  };
}
