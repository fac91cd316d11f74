import type { ClientRow } from '../analysis';
import type { Thresholds } from '../settings';
import type { Money } from '../shared/money';
import { portionAtLeast, portionAtMost } from '../shared/portion';

/** A programme for one client is a talk with it. */
const SEVERAL = 2;

/**
 * Positions of the clients for a loyalty programme: several large ones that together bring more than `loyaltyPart` of
 * the base (method.md §3, seed). Empty if they do not. Clients descend by revenue.
 */
export function loyaltyList(
  clients: readonly ClientRow[],
  base: Money,
  { flagLarge, loyaltyPart }: Pick<Thresholds, 'flagLarge' | 'loyaltyPart'>,
): readonly number[] {
  const least = Math.max(1, portionAtLeast(base, flagLarge));
  const large: number[] = [];
  let together = 0;
  for (const [position, { revenue }] of clients.entries()) {
    if (revenue < least) break;
    large.push(position);
    together += revenue;
  }
  return large.length >= SEVERAL && together > portionAtMost(base, loyaltyPart) ? large : [];
}
