import type { Analysis } from '../analysis';
import { ROWS_A_STEP, upTo } from '../ledgerSpan';
import type { Dimension, Ledger } from '../sales/types';
import type { Steps } from '../shared/steps';

/** What all clients bought in the period, by code of a dimension. */
export interface BaseSums {
  /** Net revenue in units of `Money`. */
  readonly net: Float64Array;
  /** 1 where anybody bought: a line with a positive amount. */
  readonly isBought: Uint8Array;
}

/** The rows of some clients, in the order of the ledger, and what the base bought beside them. */
export interface AskedRows {
  /** Up to the as-of date. */
  readonly known: Int32Array;
  /** Those of them in the period. */
  readonly current: Int32Array;
  /** Null without a dimension. */
  readonly base: BaseSums | null;
}

/**
 * One pass over the ledger for all clients asked for: `isAsked` is 1 at their indices. The spans are those of every
 * analysis: up to the as-of date, and the period in it; without dates both are everything.
 */
export function* askedRows(
  { rowCount, client, date, amount }: Ledger,
  { asOf, period }: Pick<Analysis, 'asOf' | 'period'>,
  isAsked: Uint8Array,
  dimension: Dimension | null,
): Steps<AskedRows> {
  const lastKnown = asOf ?? Infinity;
  const span = upTo(asOf, period);
  const first = span.from ?? -Infinity;
  const last = span.to ?? Infinity;
  const known = new Int32Array(rowCount);
  const current = new Int32Array(rowCount);
  let [knownCount, currentCount] = [0, 0];
  const base = dimension && baseOf(dimension);
  for (let row = 0; row < rowCount; row++) {
    if (row % ROWS_A_STEP === 0) yield row / rowCount;
    const day = date?.[row] ?? null;
    if (day !== null && day > lastKnown) continue;
    const isCurrent = day === null || (day >= first && day <= last);
    if (isCurrent && base) addToBase(base, dimension.codes[row] ?? -1, amount[row] ?? 0);
    if (isAsked[client[row] ?? -1] !== 1) continue;
    known[knownCount++] = row;
    if (isCurrent) current[currentCount++] = row;
  }
  return { known: known.subarray(0, knownCount), current: current.subarray(0, currentCount), base };
}

function baseOf({ names }: Dimension): BaseSums {
  return { net: new Float64Array(names.length), isBought: new Uint8Array(names.length) };
}

function addToBase({ net, isBought }: BaseSums, code: number, amount: number): void {
  if (code < 0) return;
  net[code] = (net[code] ?? 0) + amount;
  if (amount > 0) isBought[code] = 1;
}
