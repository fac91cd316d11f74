import type { Share } from '../analysis';
import type { SalesFrame } from '../frame';
import type { Dimension, Ledger } from '../sales/types';
import { compareText } from '../shared/compareText';
import type { Steps } from '../shared/steps';
import { slicesOf } from './slices';
import type { PartStanding } from './types';

/** With more names than this a column of goods is a list of items, not of groups. */
const MOST_GROUPS = 200;

/**
 * What depends on each manager or product group: the sales of the period in its rows, and how concentrated they are
 * (method.md §3). Rows without a name are a part of their own, named `''`: the revenues of all parts add up to the
 * net sales. Shares are of the parts with positive revenue together. By revenue descending, then by name.
 */
export function* partsOf(
  { ledger, current }: SalesFrame,
  dimension: Dimension | null,
): Steps<readonly PartStanding[]> {
  if (!dimension) return [];
  const slices = yield* slicesOf(ledger, current, dimension.codes);
  const whole = slices.reduce((total, { net }) => total + Math.max(net, 0), 0);
  return slices
    .map(({ key, net, clients, top1, hhi, leader }): PartStanding => ({
      name: dimension.names[key] ?? '',
      revenue: net,
      share: (whole > 0 ? Math.max(net, 0) / whole : 0) as Share,
      clients,
      top1,
      leader: ledger.clients[leader ?? -1]?.name ?? '',
      hhi,
    }))
    .sort((a, b) => b.revenue - a.revenue || compareText(a.name, b.name));
}

/** The column that groups the goods: the source's groups, else its goods where they are few; null without either. */
export function groupsOf({ group, product }: Ledger): Dimension | null {
  if (group) return group;
  return product && product.names.length <= MOST_GROUPS ? product : null;
}
