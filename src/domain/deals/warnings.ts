import type { Share } from '../analysis';
import { subtractMoney } from '../shared/money';
import type { Money } from '../shared/money';
import type { Thresholds } from '../thresholds';
import type { Deal, DealWarning } from './types';
import { DEAL_PROBLEMS } from './types';

/**
 * What makes the forecast doubtful (method.md §4): one deal that is more than `oneDealPart` of it, too few deals for a
 * single number, and deals whose rows want a person. Open deals by expected amount descending.
 */
export function warningsOf(
  open: readonly Deal[],
  expected: Money,
  limits: Thresholds,
): readonly DealWarning[] {
  if (open.length === 0) return [];
  const warnings: DealWarning[] = [];
  const [largest] = open;
  if (largest && expected > 0 && largest.expected > limits.oneDealPart * expected) {
    warnings.push({
      code: 'oneDeal',
      deal: 0,
      part: (largest.expected / expected) as Share,
      without: subtractMoney(expected, largest.expected),
    });
  }
  if (open.length < limits.fewDeals) warnings.push({ code: 'fewDeals', deals: open.length });
  for (const code of DEAL_PROBLEMS) {
    const deals = open.filter(({ problems }) => problems.includes(code)).length;
    if (deals > 0) warnings.push({ code, deals });
  }
  return warnings;
}
