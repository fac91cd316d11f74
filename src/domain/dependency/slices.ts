import type { Share } from '../analysis';
import { ROWS_A_STEP } from '../ledgerSpan';
import type { Ledger } from '../sales/types';
import { compareText } from '../shared/compareText';
import { units } from '../shared/money';
import type { Money } from '../shared/money';
import { endOfGroup, sortRows } from '../shared/rowGroups';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { concentrationRatio } from './concentrationRatio';
import { herfindahl } from './herfindahl';

/** Sorting the rows is about this part of the work. */
const SORTED = 0.6;

/** The sales of one part of the rows (a quarter, a manager, a product group) and how concentrated they are. */
export interface Slice {
  /** What its rows have in common. */
  readonly key: number;
  /** Net sum of its rows. */
  readonly net: Money;
  /** Σ max(net, 0) over its clients: the base of its shares. */
  readonly base: Money;
  /** Clients with positive net revenue in it. */
  readonly clients: number;
  /** Shares of its largest client and of its three largest; 0 without a base. */
  readonly top1: Share;
  readonly cr3: Share;
  /** 0 … 10,000; 0 without a base. */
  readonly hhi: number;
  /** Index of its largest client in the ledger; of equals the first by name, then by key. Null without a base. */
  readonly leader: number | null;
}

/**
 * Cuts rows by a key (indexed by row) and nets them by client within each slice: its base, shares and HHI
 * (method.md §3). Slices ascend by key. Their nets add up to the sum of the rows.
 */
export function* slicesOf(ledger: Ledger, rows: Int32Array, key: Int32Array): Steps<readonly Slice[]> {
  const { client, amount } = ledger;
  const keys = [key, client];
  const sorted = yield* within(sortRows(rows, keys), 0, SORTED);
  const slices: Slice[] = [];
  // The members of the slice at hand; no client is twice in one.
  const who = new Int32Array(ledger.clients.length);
  const nets = new Float64Array(ledger.clients.length);
  let count = 0;
  for (let start = 0, end = 0, nextBreath = 0; start < sorted.length; start = end) {
    const done = SORTED + (1 - SORTED) * (start / sorted.length);
    if (start >= nextBreath) {
      yield done;
      nextBreath += ROWS_A_STEP;
    }
    end = endOfGroup(sorted, start, keys);
    let net = 0;
    for (let i = start; i < end; i++) net += amount[sorted[i] ?? 0] ?? 0;
    const row = sorted[start] ?? 0;
    who[count] = client[row] ?? 0;
    nets[count++] = net;
    const slice = key[row] ?? 0;
    if (end === sorted.length || key[sorted[end] ?? 0] !== slice) {
      slices.push(
        yield* within(sliceOf(ledger, slice, who.subarray(0, count), nets.subarray(0, count)), done, done),
      );
      count = 0;
    }
  }
  return slices;
}

/** One slice from its clients and their nets: each pass over them is quick, but they may be hundreds of thousands. */
function* sliceOf(ledger: Ledger, key: number, who: Int32Array, nets: Float64Array): Steps<Slice> {
  const net = units(nets.reduce((total, each) => total + each, 0));
  // Sorted, so that the rounding of ratios does not depend on the order of rows.
  const descending = nets
    .filter((each) => each > 0)
    .sort()
    .reverse();
  yield 0;
  const base = units(descending.reduce((total, revenue) => total + revenue, 0));
  const ratio = (n: number) => (base > 0 ? concentrationRatio(descending, base, n) : (0 as Share));
  const hhi = herfindahl(Array.from(descending, (revenue) => revenue / base));
  yield 0;
  return {
    key,
    net,
    base,
    clients: descending.length,
    top1: ratio(1),
    cr3: ratio(3),
    hhi,
    leader: leaderOf(ledger, who, nets),
  };
}

function leaderOf({ clients }: Ledger, who: Int32Array, nets: Float64Array): number | null {
  let leader: number | null = null;
  let most = 0;
  for (const [at, net] of nets.entries()) {
    if (net <= 0 || net < most) continue;
    const client = who[at] ?? 0;
    if (net > most || leader === null || isBefore(client, leader)) leader = client;
    most = net;
  }
  return leader;

  /** By name, then by key. */
  function isBefore(a: number, b: number): boolean {
    const [one, other] = [clients[a], clients[b]];
    return (
      (compareText(one?.name ?? '', other?.name ?? '') || compareText(one?.key ?? '', other?.key ?? '')) < 0
    );
  }
}
