import { ROWS_A_STEP } from '../ledgerSpan';
import type { Dimension, Ledger } from '../sales/types';
import { endOfGroup, sortRows } from '../shared/rowGroups';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { foldText } from '../shared/text';

/** Gathering the rows and sorting them are about these parts of the work. */
const GATHERED = 0.2;
const SORTED = 0.8;

/** What the assortment of a client is counted in: products, else groups; null without either column. */
export function assortmentOf({ product, group }: Ledger): Dimension | null {
  return product ?? group;
}

/**
 * Distinct items that each client bought (lines with a positive amount) among the rows, by index of the client.
 * `itemCodes` holds the item of each row of the ledger, −1 for none.
 */
export function* distinctItems(ledger: Ledger, itemCodes: Int32Array, rows: Int32Array): Steps<Int32Array> {
  const bought = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    if (i % ROWS_A_STEP === 0) yield (GATHERED * i) / rows.length;
    const row = rows[i] ?? 0;
    if ((ledger.amount[row] ?? 0) > 0 && (itemCodes[row] ?? -1) >= 0) bought[count++] = row;
  }
  const keys = [ledger.client, itemCodes];
  const sorted = yield* within(sortRows(bought.subarray(0, count), keys), GATHERED, SORTED);
  const items = new Int32Array(ledger.clients.length);
  for (let start = 0, end = 0, nextBreath = 0; start < sorted.length; start = end) {
    if (start >= nextBreath) {
      yield SORTED + (1 - SORTED) * (start / sorted.length);
      nextBreath += ROWS_A_STEP;
    }
    end = endOfGroup(sorted, start, keys);
    const client = ledger.client[sorted[start] ?? 0] ?? 0;
    items[client] = (items[client] ?? 0) + 1;
  }
  return items;
}

/** The must-list as codes: how many items it has, how many stand nowhere in the sales, and the item of each row. */
export interface MustCodes {
  readonly items: number;
  readonly unknown: number;
  /** By row of the ledger; −1 for what the list does not name. */
  readonly codes: Int32Array;
}

/**
 * Finds the must-list in the assortment; texts compare folded (letter case, ё, spaces), and blank or repeated items
 * of the list count once or not at all. Null for a list without items.
 */
export function* mustCodesOf(assortment: Dimension, mustList: readonly string[]): Steps<MustCodes | null> {
  const itemOf = new Map<string, number>();
  for (const item of mustList) {
    const folded = foldText(item);
    if (folded !== '' && !itemOf.has(folded)) itemOf.set(folded, itemOf.size);
  }
  if (itemOf.size === 0) return null;

  const { names, codes } = assortment;
  const itemOfName = Int32Array.from(names, (name) => itemOf.get(foldText(name)) ?? -1);
  yield 0.5;
  const itemCodes = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    if (row % ROWS_A_STEP === 0) yield 0.5 + (0.5 * row) / codes.length;
    itemCodes[row] = itemOfName[codes[row] ?? -1] ?? -1;
  }
  const found = new Set(itemOfName);
  found.delete(-1);
  return { items: itemOf.size, unknown: itemOf.size - found.size, codes: itemCodes };
}
