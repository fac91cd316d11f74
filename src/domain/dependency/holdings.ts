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

/** Clients handled between two breaths: folding a name takes as long as a handful of rows. */
const CLIENTS_A_STEP = 4_096;

/**
 * Joins clients under common control (method.md §3: the holding decides). A client with rows in several holdings
 * belongs to the one with most of its revenue in the period. The shares of holdings are of the base of all shares;
 * the concentration is measured on `Σ max(net, 0)` over holdings, whose members are netted first.
 */
export function* holdingsOf(frame: SalesFrame): Steps<HoldingStandings> {
  const { clients, ledger, concentration, settings } = frame;
  const own = clients.map(({ flag }) => flag);
  if (!ledger.holding) return { holdings: [], concentration: null, flags: own };

  const names = yield* within(holdingNames(frame, ledger.holding), 0, 0.6);
  const groups = yield* within(groupsOf(clients, names), 0.6, 0.7);
  if (groups.length === 0) return { holdings: [], concentration: null, flags: own };

  const flagOf = concentration
    ? dependencyFlagger(concentration.base, settings.thresholds)
    : (): DependencyFlag => 'none';
  const base = concentration?.base ?? 0;
  const found = groups.map(({ name, members }): HoldingStanding => {
    const revenue = units(members.reduce((total, member) => total + (clients[member]?.revenue ?? 0), 0));
    const share = (base > 0 ? Math.max(revenue, 0) / base : 0) as Share;
    return { name, members, revenue, share, flag: flagOf(revenue) };
  });
  yield 0.72;
  const holdings = yield* within(byRevenue(found), 0.72, 0.76);
  const flags = [...own];
  const isMember = new Uint8Array(clients.length);
  for (const { members, flag } of holdings) {
    for (const member of members) {
      flags[member] = flag;
      isMember[member] = 1;
    }
  }
  yield 0.78;
  const alone = clients.filter((_, position) => isMember[position] === 0);
  yield 0.8;
  const overHoldings = yield* within(concentrationOver(holdings, alone), 0.8, 1);
  return { holdings, concentration: overHoldings, flags };
}

/** By revenue descending, then by name. */
function* byRevenue(holdings: readonly HoldingStanding[]): Steps<readonly HoldingStanding[]> {
  const order = yield* sortInSteps(Int32Array.from(holdings.keys()), (a, b) => {
    const [one, other] = [holdings[a], holdings[b]];
    return (other?.revenue ?? 0) - (one?.revenue ?? 0) || compareText(one?.name ?? '', other?.name ?? '');
  });
  return Array.from(order).flatMap((at) => holdings[at] ?? []);
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

interface Group {
  readonly name: string;
  /** Positions of its clients. */
  readonly members: number[];
}

/** Clients by holding; names that differ only in case are one, as they are on «ABCD». */
function* groupsOf(
  clients: readonly ClientRow[],
  names: readonly (string | null)[],
): Steps<readonly Group[]> {
  const byName = new Map<string, Group>();
  const byFoldedName = new Map<string, Group>();
  for (const [position, { index }] of clients.entries()) {
    if (position % CLIENTS_A_STEP === 0) yield position / clients.length;
    const name = names[index] ?? null;
    if (name === null) continue;
    let group = byName.get(name);
    if (!group) {
      const folded = foldText(name);
      group = byFoldedName.get(folded) ?? { name, members: [] };
      byName.set(name, group);
      byFoldedName.set(folded, group);
    }
    group.members.push(position);
  }
  return [...byFoldedName.values()];
}

function* concentrationOver(
  holdings: readonly HoldingStanding[],
  alone: readonly ClientRow[],
): Steps<Concentration | null> {
  const revenue = new Float64Array(holdings.length + alone.length);
  const flags: DependencyFlag[] = [];
  for (const buyers of [holdings, alone]) {
    for (const buyer of buyers) revenue[flags.push(buyer.flag) - 1] = buyer.revenue;
  }
  yield 0.1;
  const descending = revenue
    .filter((amount) => amount > 0)
    .sort()
    .reverse();
  yield 0.3;
  if (descending.length === 0) return null;
  const base = units(descending.reduce((total, amount) => total + amount, 0));
  const negatives = units(revenue.reduce((total, amount) => total + Math.min(amount, 0), 0));
  return yield* within(concentrationOf({ descending, base, negatives, flags }), 0.3, 1);
}
