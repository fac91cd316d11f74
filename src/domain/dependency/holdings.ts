import type { ClientRow, Concentration, DependencyFlag, Share } from '../analysis';
import type { SalesFrame } from '../frame';
import { leadingNames } from '../leadingName';
import type { Dimension } from '../sales/types';
import { compareText } from '../shared/compareText';
import { units } from '../shared/money';
import { sortInSteps } from '../shared/sortInSteps';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { foldText } from '../shared/text';
import { concentrationOf } from './concentration';
import { dependencyFlagger } from './flags';
import type { HoldingStanding } from './types';

/** Holdings by revenue, what they make of the flags, and how concentrated revenue is over them. */
export interface HoldingStandings {
  readonly holdings: readonly HoldingStanding[];
  /** Over holdings and clients that belong to none; null without holdings or revenue. */
  readonly concentration: Concentration | null;
  /** Strongest flag of each client's holding, its own where it has none; aligned with the clients. */
  readonly flags: readonly DependencyFlag[];
}

/**
 * Joins clients under common control (method.md §3: the holding decides). A client with rows in several holdings
 * belongs to the one with most of its revenue in the period. The shares of holdings are of the base of all shares;
 * the concentration is measured on `Σ max(net, 0)` over holdings, whose members are netted first.
 */
export function* holdingsOf(frame: SalesFrame): Steps<HoldingStandings> {
  const { clients, ledger, concentration, settings } = frame;
  const own = clients.map(({ flag }) => flag);
  if (!ledger.holding) return { holdings: [], concentration: null, flags: own };

  const names = yield* within(holdingNames(frame, ledger.holding), 0, 0.7);
  const groups = groupsOf(clients, names);
  if (groups.length === 0) return { holdings: [], concentration: null, flags: own };
  yield 0.75;

  const flagOf = concentration
    ? dependencyFlagger(concentration.base, settings.thresholds)
    : (): DependencyFlag => 'none';
  const base = concentration?.base ?? 0;
  const holdings = groups
    .map(({ name, members }): HoldingStanding => {
      const revenue = units(members.reduce((total, member) => total + (clients[member]?.revenue ?? 0), 0));
      const share = (base > 0 ? Math.max(revenue, 0) / base : 0) as Share;
      return { name, members, revenue, share, flag: flagOf(revenue) };
    })
    .sort((a, b) => b.revenue - a.revenue || compareText(a.name, b.name));
  const flags = [...own];
  const isMember = new Uint8Array(clients.length);
  for (const { members, flag } of holdings) {
    for (const member of members) {
      flags[member] = flag;
      isMember[member] = 1;
    }
  }
  yield 0.8;
  const alone = clients.filter((_, position) => isMember[position] === 0);
  const overHoldings = yield* within(concentrationOver([...holdings, ...alone]), 0.8, 1);
  return { holdings, concentration: overHoldings, flags };
}

/** The holding of each client of the ledger by its rows in the period; of one that bought nothing then, by all its rows. */
function* holdingNames(
  { ledger, current, known }: SalesFrame,
  holding: Dimension,
): Steps<readonly (string | null)[]> {
  const now = yield* within(leadingNames(ledger, holding, current), 0, 0.5);
  const ever = yield* within(leadingNames(ledger, holding, known), 0.5, 1);
  return now.map((name, client) => name ?? ever[client] ?? null);
}

/** Clients (positions) by holding; names that differ only in case are one, as they are on «ABCD». */
function groupsOf(
  clients: readonly ClientRow[],
  names: readonly (string | null)[],
): readonly { readonly name: string; readonly members: number[] }[] {
  const groups = new Map<string, { name: string; members: number[] }>();
  for (const [position, { index }] of clients.entries()) {
    const name = names[index] ?? null;
    if (name === null) continue;
    const key = foldText(name);
    const group = groups.get(key) ?? { name, members: [] };
    group.members.push(position);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function* concentrationOver(
  buyers: readonly Pick<HoldingStanding, 'revenue' | 'flag'>[],
): Steps<Concentration | null> {
  const revenue = Float64Array.from(buyers, (buyer) => buyer.revenue);
  const order = yield* sortInSteps(
    Int32Array.from(revenue.keys()),
    (a, b) => (revenue[b] ?? 0) - (revenue[a] ?? 0),
  );
  const descending = Float64Array.from(order, (buyer) => revenue[buyer] ?? 0);
  const positive = descending.filter((amount) => amount > 0);
  if (positive.length === 0) return null;
  return yield* concentrationOf({
    descending: positive,
    base: units(positive.reduce((total, amount) => total + amount, 0)),
    negatives: units(descending.reduce((total, amount) => total + Math.min(amount, 0), 0)),
    flags: buyers.map(({ flag }) => flag),
  });
}
