import type { ClientRow } from '../analysis';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import type { Thresholds } from '../thresholds';
import type { RfmScores } from './types';

/** Scores 1 … 3 while the base is small, 1 … 5 else. */
export const TERCILES = 3;
export const QUINTILES = 5;

/** Clients scored between two breaths. */
const CLIENTS_A_STEP = 8_192;

/** Both scores of a client; which of them is shown the size of the base decides. */
export interface Rfm {
  readonly terciles: RfmScores;
  readonly quintiles: RfmScores;
}

/**
 * Recency, frequency and monetary scores of the clients that bought in the period, in their order (method.md §2, RFM);
 * null for the others, and for all without dates. A score is `1 + ⌊parts × (clients strictly worse) ÷ (all)⌋`, so
 * equal values have equal scores and the worst is always 1. Recency: the later the last purchase the better;
 * frequency: purchases in the period; monetary: net revenue. Of 10, 20, 20, 40 by terciles: 1, 1, 1, 3.
 */
export function* rfmOf(clients: readonly ClientRow[]): Steps<readonly (Rfm | null)[]> {
  const buyers = clients.flatMap((client, position) => (isScored(client) ? [position] : []));
  const pick = (value: (client: ClientRow) => number) =>
    Float64Array.from(buyers, (position) => {
      const client = clients[position];
      return client ? value(client) : 0;
    });
  yield 0;
  const recency = yield* within(strictlyWorse(pick(({ last }) => last ?? 0)), 0, 0.25);
  const frequency = yield* within(strictlyWorse(pick(({ orders }) => orders ?? 0)), 0.25, 0.5);
  const monetary = yield* within(strictlyWorse(pick(({ revenue }) => revenue)), 0.5, 0.75);
  const results = new Array<Rfm | null>(clients.length).fill(null);
  for (const [i, position] of buyers.entries()) {
    if (i % CLIENTS_A_STEP === 0) yield 0.75 + (0.25 * i) / buyers.length;
    const scores = (parts: number): RfmScores => ({
      recency: scoreOf(recency[i] ?? 0, buyers.length, parts),
      frequency: scoreOf(frequency[i] ?? 0, buyers.length, parts),
      monetary: scoreOf(monetary[i] ?? 0, buyers.length, parts),
    });
    results[position] = { terciles: scores(TERCILES), quintiles: scores(QUINTILES) };
  }
  return results;
}

/** The scores in force: none under `rfmLeast` clients, terciles under `rfmQuintiles`. */
export function rfmInForce(
  rfm: Rfm | null,
  buyers: number,
  thresholds: Pick<Thresholds, 'rfmLeast' | 'rfmQuintiles'>,
): RfmScores | null {
  if (!rfm || buyers < thresholds.rfmLeast) return null;
  return buyers < thresholds.rfmQuintiles ? rfm.terciles : rfm.quintiles;
}

function isScored({ orders, last }: ClientRow): boolean {
  return orders !== null && orders > 0 && last !== null;
}

/** How many values are strictly less than each, in the order of the values. */
function* strictlyWorse(values: Float64Array): Steps<Int32Array> {
  const ascending = values.slice().sort();
  const worse = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    if (i % CLIENTS_A_STEP === 0) yield i / values.length;
    worse[i] = lowerBound(ascending, values[i] ?? 0);
  }
  return worse;
}

/** The first place in an ascending list whose value is at least the given one. */
function lowerBound(ascending: Float64Array, value: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? 0) < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function scoreOf(worse: number, all: number, parts: number): number {
  return 1 + Math.floor((parts * worse) / all);
}
