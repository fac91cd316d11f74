import type { Settings } from '../settings';
import type { CellValue } from '../shared/grid';
import type { ClientKey } from './types';

/** What a person said to the question whether two clients are one; `unclear` is a word that answers nothing. */
export type Verdict = 'yes' | 'no' | 'unclear';

/** An answer beside a pair of clients. */
export interface PairDecision {
  /** The client that takes in the other, if they are one. */
  readonly into: ClientKey;
  readonly from: ClientKey;
  readonly verdict: Verdict;
  /** What stands in the cell, to be left as it is; null if the answer comes from settings alone. */
  readonly typed: CellValue | null;
}

/** What answers come to. */
export interface Decided {
  readonly aliases: Settings['aliases'];
  readonly distinct: Settings['distinct'];
  /** Answers that contradict each other (a = b, b = c, but a ≠ c), by {@link pairId}: no «yes» among them is applied. */
  readonly conflicting: ReadonlySet<string>;
}

/** Between the keys of a pair; no key of a name holds it. */
const JOINT = ' // ';

/** The pair as the key of its row on «Качество данных»: `ромашка // ромшка`. */
export function pairKey({ into, from }: Pick<PairDecision, 'into' | 'from'>): string {
  return `${into}${JOINT}${from}`;
}

/** The pair a row's key names, or null for any other text. */
export function pairFromKey(text: string): Pick<PairDecision, 'into' | 'from'> | null {
  const [into = '', from = '', more] = text.split(JOINT);
  if (into === '' || from === '' || more !== undefined) return null;
  return { into: into as ClientKey, from: from as ClientKey };
}

/** The pair whatever its order: what a decision is found by. */
export function pairId({ into, from }: Pick<PairDecision, 'into' | 'from'>): string {
  return into < from ? `${into}${JOINT}${from}` : `${from}${JOINT}${into}`;
}

/** The decisions that settings hold. */
export function decisionsIn({
  aliases,
  distinct,
}: Pick<Settings, 'aliases' | 'distinct'>): readonly PairDecision[] {
  const joined = (Object.entries(aliases) as [ClientKey, ClientKey][]).map(([from, into]): PairDecision => ({
    into,
    from,
    verdict: 'yes',
    typed: null,
  }));
  const parted = distinct.map(([into, from]): PairDecision => ({ into, from, verdict: 'no', typed: null }));
  return [...joined, ...parted];
}

/**
 * What follows from the decisions. «Yes» joins clients, each to the one that takes it in; a «no» between two clients
 * that «yes» has joined over others contradicts all answers on the way between them.
 */
export function decide(decisions: readonly PairDecision[]): Decided {
  const parted = decisions.filter(({ verdict }) => verdict === 'no');
  const conflicting = new Set<string>();
  let joined = decisions.filter(({ verdict, into, from }) => verdict === 'yes' && into !== from);
  for (const pair of parted) {
    for (let way = wayBetween(pair, joined); way !== null; way = wayBetween(pair, joined)) {
      for (const step of [pair, ...way]) conflicting.add(pairId(step));
      joined = joined.filter((decision) => !conflicting.has(pairId(decision)));
    }
  }
  return {
    aliases: aliasesFrom(joined),
    distinct: parted.map(({ into, from }) => [into, from] as const),
    conflicting,
  };
}

/** The answers «yes» that lead from one client of a pair to the other; null if none do. */
function wayBetween(
  { into, from }: PairDecision,
  joined: readonly PairDecision[],
): readonly PairDecision[] | null {
  const steps = neighboursIn(joined);
  const cameBy = new Map<ClientKey, { decision: PairDecision; before: ClientKey }>();
  const queue = [into];
  for (const key of queue) {
    for (const decision of steps.get(key) ?? []) {
      const next = otherOf(decision, key);
      if (next === into || cameBy.has(next)) continue;
      cameBy.set(next, { decision, before: key });
      queue.push(next);
    }
  }
  const way: PairDecision[] = [];
  for (let at = from; at !== into;) {
    const step = cameBy.get(at);
    if (!step) return null;
    way.push(step.decision);
    at = step.before;
  }
  return way;
}

/** Every client to its neighbour on the way to the one of its group that takes in the others. */
function aliasesFrom(joined: readonly PairDecision[]): Settings['aliases'] {
  const steps = neighboursIn(joined);
  const takenIn = new Set(joined.map(({ from }) => from));
  const heads = joined.map(({ into }) => into).filter((key) => !takenIn.has(key));
  const aliases: Record<ClientKey, ClientKey> = {};
  const seen = new Set<ClientKey>();
  // A circle of answers has no head: then the first of it is.
  for (const head of [...heads, ...steps.keys()]) {
    if (seen.has(head)) continue;
    seen.add(head);
    const queue = [head];
    for (const key of queue) {
      for (const decision of steps.get(key) ?? []) {
        const next = otherOf(decision, key);
        if (seen.has(next)) continue;
        seen.add(next);
        aliases[next] = key;
        queue.push(next);
      }
    }
  }
  return aliases;
}

function neighboursIn(joined: readonly PairDecision[]): ReadonlyMap<ClientKey, readonly PairDecision[]> {
  const steps = new Map<ClientKey, PairDecision[]>();
  for (const decision of joined) {
    for (const key of [decision.into, decision.from]) {
      const known = steps.get(key);
      if (known) known.push(decision);
      else steps.set(key, [decision]);
    }
  }
  return steps;
}

function otherOf({ into, from }: PairDecision, key: ClientKey): ClientKey {
  return key === into ? from : into;
}
