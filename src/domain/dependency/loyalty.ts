import type { ClientRow } from '../analysis';
import type { Thresholds } from '../settings';
import type { Money } from '../shared/money';
import { portionAtMost } from '../shared/portion';

/** A programme for one client is a talk with it. */
export const SEVERAL = 2;

/**
 * Positions of the clients for a loyalty programme: several with a flag of their own that together bring more than
 * `loyaltyPart` of the base (method.md §3, seed). Empty if they do not. Clients descend by revenue.
 */
export function loyaltyList(
  clients: readonly ClientRow[],
  base: Money,
  { loyaltyPart }: Pick<Thresholds, 'loyaltyPart'>,
): readonly number[] {
  const large: number[] = [];
  let together = 0;
  for (const [position, { revenue, flag }] of clients.entries()) {
    if (flag === 'none') break;
    large.push(position);
    together += revenue;
  }
  return large.length >= SEVERAL && together > portionAtMost(base, loyaltyPart) ? large : [];
}
