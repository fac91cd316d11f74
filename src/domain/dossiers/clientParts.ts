import { ROWS_A_STEP } from '../ledgerSpan';
import type { Dimension, Ledger } from '../sales/types';
import { compareText } from '../shared/compareText';
import { units } from '../shared/money';
import type { Money } from '../shared/money';
import { endOfGroup, sortRows } from '../shared/rowGroups';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';

/** Sorting the rows is about this part of the work. */
const SORTED = 0.7;

/** What one client's rows with one name (of a region, a product) come to. */
export interface ClientPartSum {
  readonly code: number;
  readonly name: string;
  /** Returns netted. */
  readonly net: Money;
  /** Any line has a positive amount, as the assortment of «Здоровье базы» counts. */
  readonly isBought: boolean;
}

/**
 * Rows summed by client (index of the ledger) and by name; rows without a name are left out, clients without a named
 * row are absent. Each client's parts by net revenue descending, then by name.
 */
export function* clientParts(
  { client, amount }: Ledger,
  { codes, names }: Dimension,
  rows: Int32Array,
): Steps<ReadonlyMap<number, readonly ClientPartSum[]>> {
  const keys = [client, codes];
  const sorted = yield* within(sortRows(rows, keys), 0, SORTED);
  const parts = new Map<number, ClientPartSum[]>();
  for (let start = 0, end = 0, nextBreath = 0; start < sorted.length; start = end) {
    if (start >= nextBreath) {
      yield SORTED + (1 - SORTED) * (start / sorted.length);
      nextBreath += ROWS_A_STEP;
    }
    end = endOfGroup(sorted, start, keys);
    const head = sorted[start] ?? 0;
    const code = codes[head] ?? -1;
    const name = names[code];
    if (name === undefined) continue;
    let net = 0;
    let isBought = false;
    for (let i = start; i < end; i++) {
      const line = amount[sorted[i] ?? 0] ?? 0;
      net += line;
      if (line > 0) isBought = true;
    }
    const who = client[head] ?? 0;
    const known = parts.get(who);
    const part = { code, name, net: units(net), isBought };
    if (known) known.push(part);
    else parts.set(who, [part]);
  }
  for (const each of parts.values()) {
    yield 1;
    each.sort((a, b) => b.net - a.net || compareText(a.name, b.name));
  }
  return parts;
}
