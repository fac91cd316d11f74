import { ROWS_A_STEP } from './ledgerSpan';
import type { Dimension, Ledger } from './sales/types';
import { compareText } from './shared/compareText';
import { endOfGroup, sortRows } from './shared/rowGroups';
import { within } from './shared/steps';
import type { Steps } from './shared/steps';

/** Sorting the rows is about this part of the work. */
const SORTED = 0.6;

/**
 * For each client the name of the dimension (a manager, a region) with its largest net revenue among the rows;
 * of equals the first by code units. Null where no row names one.
 */
export function* leadingNames(
  ledger: Ledger,
  dimension: Dimension,
  rows: Int32Array,
): Steps<readonly (string | null)[]> {
  const { client, amount } = ledger;
  const { codes, names } = dimension;
  const leaders: (string | null)[] = ledger.clients.map(() => null);
  const best = new Float64Array(ledger.clients.length).fill(-Infinity);
  const keys = [client, codes];
  const sorted = yield* within(sortRows(rows, keys), 0, SORTED);
  for (let start = 0, end = 0, nextBreath = 0; start < sorted.length; start = end) {
    if (start >= nextBreath) {
      yield SORTED + (1 - SORTED) * (start / sorted.length);
      nextBreath += ROWS_A_STEP;
    }
    end = endOfGroup(sorted, start, keys);
    let revenue = 0;
    for (let i = start; i < end; i++) revenue += amount[sorted[i] ?? 0] ?? 0;

    const head = sorted[start] ?? 0;
    const name = names[codes[head] ?? -1];
    const who = client[head] ?? 0;
    if (name === undefined) continue;
    const record = best[who] ?? -Infinity;
    if (revenue > record || (revenue === record && compareText(name, leaders[who] ?? name) < 0)) {
      best[who] = revenue;
      leaders[who] = name;
    }
  }
  return leaders;
}
