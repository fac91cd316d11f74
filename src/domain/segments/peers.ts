import type { PotentialFacts } from '../entries';
import { compareText } from '../shared/compareText';
import { percentile } from '../shared/percentile';
import type { Money } from '../shared/money';
import { units } from '../shared/money';
import type { Thresholds } from '../thresholds';

/** A segment of peers as a user named it (method.md §2). */
export interface PeerGroup {
  /** As it was first spelled. */
  readonly name: string;
  /** Clients of the segment that bought in the period. */
  readonly members: number;
  /** The percentile of their revenue of twelve months. */
  readonly percentile: Money;
}

/** The segments of peers, in the order of their names. */
export interface Peers {
  readonly groups: readonly PeerGroup[];
  /** What a client of the segment could buy: null for an unknown segment or one of too few peers. */
  readonly potentialOf: (segment: string | null) => Money | null;
}

/**
 * Groups the clients by segment; each segment's percentile (method.md §2: the 75th) stands for what its members could
 * buy, if it has at least `peersLeast` members with revenue. Spaces and the size of letters don't tell segments apart.
 */
export function peersOf(
  clients: readonly { readonly annualRevenue: Money; readonly facts: PotentialFacts | null }[],
  thresholds: Pick<Thresholds, 'peersLeast' | 'peersPercentile'>,
): Peers {
  const found = new Map<string, { readonly name: string; readonly revenues: number[] }>();
  for (const { annualRevenue, facts } of clients) {
    const name = spaced(facts?.segment ?? '');
    if (name === '') continue;
    const group = found.get(folded(name)) ?? { name, revenues: [] };
    found.set(folded(name), group);
    if (annualRevenue > 0) group.revenues.push(annualRevenue);
  }
  const groups = new Map(
    [...found]
      .sort(([, a], [, b]) => compareText(a.name, b.name))
      .map(([key, { name, revenues }]): [string, PeerGroup] => [
        key,
        {
          name,
          members: revenues.length,
          percentile: units(Math.round(percentile(revenues, thresholds.peersPercentile) ?? 0)),
        },
      ]),
  );
  return {
    groups: [...groups.values()],
    potentialOf: (segment) => {
      const group = segment === null ? undefined : groups.get(folded(spaced(segment)));
      return group && group.members >= thresholds.peersLeast ? group.percentile : null;
    },
  };
}

/** As Excel's `TRIM`: no spaces around, one between words. */
function spaced(name: string): string {
  return name.replace(/ +/g, ' ').trim();
}

function folded(name: string): string {
  return name.toLowerCase();
}
