import type { ClientRow, VolumeClass } from '../analysis';
import type { Entries, PotentialFacts } from '../entries';
import type { SalesFrame } from '../frame';
import { compareText } from '../shared/compareText';
import { units } from '../shared/money';
import type { Money } from '../shared/money';
import { portionAtLeast } from '../shared/portion';
import { within } from '../shared/steps';
import { CLIENTS_A_STEP } from '../ledgerSpan';
import type { Steps } from '../shared/steps';
import { annualFactor } from './annual';
import { everBought } from './everBought';
import { letterOf } from './letters';
import { movementOf, periodBefore } from './movement';
import { leastMuch } from './much';
import { peersOf } from './peers';
import type { Peers } from './peers';
import { budgetShareOf, headroomOf, mergedFacts, potentialOf } from './potential';
import { regularityOf, xyzOf } from './regularity';
import { rfmInForce, rfmOf } from './rfm';
import type { Rfm } from './rfm';
import type { ClientSegment, Potential, Prospect, Regularity, Segments } from './types';

/** Segments the base: classes by potential, movement, regularity (method.md §2). */
export function* segmentsOf(frame: SalesFrame, entries: Entries): Steps<Segments> {
  const { clients, concentration, period, classLimits } = frame;
  const base = concentration?.base ?? units(0);
  const bought = yield* within(everBought(frame.ledger, frame.known), 0, 0.1);
  const before = yield* within(periodBefore(frame), 0.1, 0.4);
  const movement = before && (yield* within(movementOf(clients, before), 0.4, 0.5));
  const regularity = yield* within(regularityOf(frame), 0.5, 0.7);
  const rfm = yield* within(rfmOf(clients), 0.7, 0.8);

  const factor = annualFactor(period);
  const known = yield* within(knownFacts(clients, entries, factor), 0.8, 0.9);
  const peers = peersOf(known, frame.settings.thresholds);
  const rfmClients = rfm.reduce((count, each) => count + (each ? 1 : 0), 0);
  const much = leastMuch(clients, frame.settings);
  const segmentOf = segmentWriter(frame, { factor, much, base, peers, rfmClients });

  const segments: ClientSegment[] = [];
  for (const [position, client] of clients.entries()) {
    if (position % CLIENTS_A_STEP === 0) yield 0.9 + (0.1 * position) / clients.length;
    segments.push(
      segmentOf(client, {
        ...(known[position] ?? { facts: null, annualRevenue: client.revenue }),
        neverBought: bought[client.index] !== 1,
        override: entries.overrides.get(client.key) ?? null,
        regularity: regularity[client.index] ?? null,
        rfm: rfm[position] ?? null,
        classBefore: before?.clients[position]?.volumeClass ?? null,
      }),
    );
  }
  const model = segments.some(({ potential, neverBought }) => potential !== null && !neverBought)
    ? 'potential'
    : 'volume';
  const share = (limit: Money) => (base > 0 ? limit / base : 0);
  return {
    model,
    bounds:
      frame.settings.choices.bounds === 'fixed'
        ? { a: frame.settings.thresholds.classA, b: frame.settings.thresholds.classB }
        : { a: share(classLimits.a), b: share(classLimits.b) },
    limits: classLimits,
    annualFactor: factor,
    leastMuch: much,
    peers: peers.groups,
    clients:
      model === 'potential'
        ? segments
        : segments.map((segment, position) => ({
            ...segment,
            effective: segment.override ?? clients[position]?.volumeClass ?? null,
          })),
    prospects: prospectsOf(clients, segments, entries, peers),
    askFirst: [...segments.keys()].filter(
      (position) => segments[position]?.potential === null && (clients[position]?.revenue ?? 0) > 0,
    ),
    rfmClients,
    movement,
    before,
  };
}

/** A client's revenue of twelve months and what is known about its potential. */
interface Known {
  readonly annualRevenue: Money;
  readonly facts: PotentialFacts | null;
}

function* knownFacts(
  clients: readonly ClientRow[],
  { potentials, listedPotentials }: Entries,
  factor: number,
): Steps<readonly Known[]> {
  const known: Known[] = [];
  for (const { key, revenue } of clients) {
    if (known.length % CLIENTS_A_STEP === 0) yield known.length / clients.length;
    known.push({
      annualRevenue: units(Math.round(revenue * factor)),
      facts: mergedFacts(potentials.get(key), listedPotentials.get(key)),
    });
  }
  return known;
}

/** What all clients are measured against. */
interface Measures {
  readonly factor: number;
  readonly much: Money | null;
  readonly base: Money;
  readonly peers: Peers;
  readonly rfmClients: number;
}

/** What is known about one client beside its row. */
interface ClientFacts extends Known {
  readonly neverBought: boolean;
  readonly override: ClientSegment['override'];
  readonly regularity: Regularity | null;
  readonly rfm: Rfm | null;
  readonly classBefore: VolumeClass | null;
}

function segmentWriter(
  { settings, classLimits }: SalesFrame,
  { factor, much, base, peers, rfmClients }: Measures,
): (client: ClientRow, facts: ClientFacts) => ClientSegment {
  const { thresholds, choices } = settings;
  const noteFrom = portionAtLeast(base, thresholds.headroomNote);
  const bigFrom = much === null ? null : units(Math.round(much * factor));
  const coreShare = base > 0 ? classLimits.core / base : 0;

  return (client, { facts, annualRevenue, neverBought, override, regularity, rfm, classBefore }) => {
    const potential = facts && potentialOf(facts, annualRevenue, peers.potentialOf(facts.segment));
    const budgetShare = potential && budgetShareOf(potential, facts.ourShare, annualRevenue);
    const headroom = potential && headroomOf(potential, annualRevenue);
    const buysMuch = much !== null && client.revenue > 0 && client.revenue >= much;
    const canBuyMore = budgetShare === null ? null : budgetShare < thresholds.budgetLimit;
    const letter =
      potential === null || canBuyMore === null || neverBought
        ? null
        : letterOf(
            { buysMuch, hasBigBudget: bigFrom !== null && potential.amount >= bigFrom, canBuyMore },
            choices.letters,
          );
    return {
      facts,
      neverBought,
      isCore: client.volumeClass === 'A' && (client.cumulativeBefore ?? 1) < coreShare,
      potential,
      annualRevenue,
      budgetShare,
      isUnderstated: potential !== null && annualRevenue > potential.amount,
      headroom,
      buysMuch,
      canBuyMore,
      letter,
      override,
      effective: override ?? letter,
      hasHeadroomNote: letter !== null && canBuyMore === false && base > 0 && (headroom ?? 0) >= noteFrom,
      classBefore,
      regularity,
      xyz: xyzOf(regularity, client.orders, thresholds),
      rfmParts: rfm,
      rfm: rfmInForce(rfm, rfmClients, thresholds),
    };
  };
}

/** Those that never bought: clients of the ledger with lines of zero only, and names of the list of potentials. */
function prospectsOf(
  clients: readonly ClientRow[],
  segments: readonly ClientSegment[],
  entries: Entries,
  peers: Peers,
): readonly Prospect[] {
  const prospects: Prospect[] = [];
  segments.forEach(({ neverBought, potential, facts }, position) => {
    const client = clients[position];
    if (client && neverBought && potential && facts)
      prospects.push({ key: client.key, name: client.name, potential, facts });
  });
  const known = new Set(clients.map(({ key }) => key));
  for (const { key, name, facts: listed } of entries.prospects) {
    const facts = mergedFacts(entries.potentials.get(key), listed);
    const potential = facts && prospectPotential(facts, peers);
    if (!known.has(key) && potential) prospects.push({ key, name, potential, facts });
  }
  return prospects.sort(
    (a, b) =>
      b.potential.amount - a.potential.amount || compareText(a.name, b.name) || compareText(a.key, b.key),
  );
}

function prospectPotential(facts: PotentialFacts, peers: Peers): Potential | null {
  return potentialOf(facts, units(0), peers.potentialOf(facts.segment));
}
