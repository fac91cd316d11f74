import { sumOf } from '../deals/sums';
import type { Deal, Deals } from '../deals/types';
import type { ClientKey } from '../sales/types';
import { PAUSE_EVERY } from '../sales/pause';
import type { Steps } from '../shared/steps';
import type { DossierDeals } from './factTypes';

/** The deals of the clients asked for, by key: open ones in the order of `Deals.open`, and how the list calls the client. */
export function* clientDeals(
  { all, open }: Pick<Deals, 'all' | 'open'>,
  asked: ReadonlySet<ClientKey>,
): Steps<(client: ClientKey) => DossierDeals & { readonly name: string | null }> {
  const openOf = yield* byClient(open, asked);
  const allOf = yield* byClient(all, asked);
  return (client) => {
    const deals = allOf.get(client) ?? [];
    const standing = openOf.get(client) ?? [];
    return {
      open: standing,
      openSum: sumOf(standing),
      wonSum: sumOf(deals.filter(({ outcome }) => outcome === 'won')),
      name: deals[0]?.clientName ?? null,
    };
  };
}

function* byClient(
  deals: readonly Deal[],
  asked: ReadonlySet<ClientKey>,
): Steps<ReadonlyMap<ClientKey, readonly Deal[]>> {
  const found = new Map<ClientKey, Deal[]>();
  for (const [at, deal] of deals.entries()) {
    if (at % PAUSE_EVERY === 0) yield at / deals.length;
    if (deal.client === null || !asked.has(deal.client)) continue;
    const known = found.get(deal.client);
    if (known) known.push(deal);
    else found.set(deal.client, [deal]);
  }
  return found;
}
