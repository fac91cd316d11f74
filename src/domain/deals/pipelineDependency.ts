import type { DependencyFlag, Share } from '../analysis';
import { dependencyFlagger } from '../dependency/flags';
import type { ClientKey } from '../sales/types';
import type { Thresholds } from '../settings';
import { compareText } from '../shared/compareText';
import { addMoney, units, ZERO } from '../shared/money';
import type { Money } from '../shared/money';
import type { ClientOutlook, Deal, FlagMove, PipelineDependency } from './types';

/** A client of the ledger, as far as dependency needs it; by revenue descending. */
export interface Buyer {
  readonly key: ClientKey;
  readonly name: string;
  readonly revenue: Money;
}

const RANK: Readonly<Record<DependencyFlag, number>> = { none: 0, large: 1, critical: 2, mono: 3 };

/**
 * What the open deals would do to dependency (method.md §4): every client's share if its deals close, as expected and in
 * full, and the single deals that lift their client over a limit or bring the largest client below one. Shares are of
 * Σ max(net, 0) with the deals added. Null without revenue.
 */
export function pipelineDependency(
  buyers: readonly Buyer[],
  base: Money,
  open: readonly Deal[],
  limits: Thresholds,
): PipelineDependency | null {
  if (base <= 0) return null;
  const parties = partiesOf(buyers, open);
  const top = buyers[0];
  const total = (extraOf: (party: Party) => Money): Money =>
    parties.reduce((sum, party) => addMoney(sum, gainOf(party.revenue, extraOf(party))), base);
  const baseExpected = total(({ expected }) => expected);
  const baseAll = total(({ open: all }) => all);
  const flagNow = dependencyFlagger(base, limits);
  const flagExpected = dependencyFlagger(baseExpected, limits);
  const flagAll = dependencyFlagger(baseAll, limits);

  const clients = parties.map((party): ClientOutlook => {
    const { revenue } = party;
    const baseOwn = addMoney(base, gainOf(revenue, party.open));
    const own = withDeals(revenue, party.open);
    const expected = withDeals(revenue, party.expected);
    return {
      ...party,
      share: shareOf(withDeals(revenue, ZERO), base),
      flag: flagNow(revenue),
      shareExpected: shareOf(expected, baseExpected),
      flagExpected: flagExpected(expected),
      shareOwn: shareOf(own, baseOwn),
      flagOwn: dependencyFlagger(baseOwn, limits)(own),
      shareAll: shareOf(own, baseAll),
      flagAll: flagAll(own),
    };
  });

  const revenueOf = new Map(parties.map(({ id, revenue }) => [id, revenue]));
  const pushes: FlagMove[] = [];
  const dilutes: FlagMove[] = [];
  for (const [deal, each] of open.entries()) {
    if (each.amount <= 0) continue;
    const revenue = revenueOf.get(idOf(each)) ?? ZERO;
    const after = addMoney(base, gainOf(revenue, each.amount));
    const pushed = move(each.clientName, revenue, withDeals(revenue, each.amount), after);
    if (each.clientName !== '' && RANK[pushed.to] > RANK[pushed.from]) pushes.push({ deal, ...pushed });
    if (!top || top.key === each.client) continue;
    const diluted = move(top.name, top.revenue, top.revenue, after);
    if (RANK[diluted.to] < RANK[diluted.from]) dilutes.push({ deal, ...diluted });
  }
  return {
    bases: { now: base, expected: baseExpected, all: baseAll },
    clients: clients
      .filter(({ name }) => name !== '')
      .sort((a, b) => b.shareAll - a.shareAll || b.open - a.open || compareText(a.name, b.name)),
    pushes,
    dilutes,
  };

  function move(name: string, before: Money, after: Money, baseAfter: Money): Omit<FlagMove, 'deal'> {
    return {
      name,
      before: shareOf(withDeals(before, ZERO), base),
      after: shareOf(after, baseAfter),
      from: flagNow(before),
      to: dependencyFlagger(baseAfter, limits)(after),
    };
  }
}

interface Party {
  readonly id: string;
  readonly key: ClientKey | null;
  readonly name: string;
  readonly revenue: Money;
  readonly open: Money;
  readonly expected: Money;
}

/** Clients with open deals and the largest client; deals without a client count in the base, as nobody's. */
function partiesOf(buyers: readonly Buyer[], open: readonly Deal[]): readonly Party[] {
  const known = new Map(buyers.map((buyer) => [buyer.key, buyer]));
  const parties = new Map<string, Party>();
  const [top] = buyers;
  if (top) parties.set(top.key, { id: top.key, ...top, open: ZERO, expected: ZERO });
  for (const deal of open) {
    const id = idOf(deal);
    const buyer = deal.client === null ? undefined : known.get(deal.client);
    const party = parties.get(id) ?? {
      id,
      key: deal.client,
      name: buyer?.name ?? deal.clientName,
      revenue: buyer?.revenue ?? ZERO,
      open: ZERO,
      expected: ZERO,
    };
    parties.set(id, {
      ...party,
      open: addMoney(party.open, deal.amount),
      expected: addMoney(party.expected, deal.expected),
    });
  }
  return [...parties.values()];
}

function idOf({ client }: Deal): string {
  return client ?? '';
}

/** Net revenue with deals added, as it counts in the base. */
function withDeals(revenue: Money, deals: Money): Money {
  return units(Math.max(0, revenue + deals));
}

/** What deals add to the base: returns of a client are made up for first. */
function gainOf(revenue: Money, deals: Money): Money {
  return units(withDeals(revenue, deals) - withDeals(revenue, ZERO));
}

function shareOf(part: Money, base: Money): Share {
  return (base > 0 ? part / base : 0) as Share;
}
