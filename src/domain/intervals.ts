import { ROWS_A_STEP } from './ledgerSpan';
import type { Orders } from './orders';
import { percentile } from './shared/percentile';
import { sortRows } from './shared/rowGroups';
import { within } from './shared/steps';
import type { Steps } from './shared/steps';

/** Sorting the orders is about this part of the work. */
const SORTED = 0.7;

/** The median as a percentile. */
export const MIDDLE = 0.5;

/** The distinct days on which each client bought, ascending; the days of client c stand from `start[c]` to `start[c + 1]`. */
export interface PurchaseDays {
  /** By index into `ledger.clients`, and one entry more: the end of the last client. */
  readonly start: Int32Array;
  readonly day: Int32Array;
}

/**
 * The distinct purchase days of every client (method.md §6): days of orders with a positive total. Two orders of one
 * day are one day of purchase. Null without dates. Linear in the orders and the days they span.
 */
export function* purchaseDaysOf(orders: Orders, clientCount: number): Steps<PurchaseDays | null> {
  const { count, client, day } = orders;
  if (!day) return null;
  const sorted = yield* within(
    sortRows(
      Int32Array.from({ length: count }, (_, i) => i),
      [client, day],
    ),
    0,
    SORTED,
  );
  const start = new Int32Array(clientCount + 1);
  const days = new Int32Array(count);
  let filled = 0;
  let current = 0;
  for (let i = 0; i < count; i++) {
    if (i % ROWS_A_STEP === 0) yield SORTED + (1 - SORTED) * (i / count);
    const order = sorted[i] ?? 0;
    const who = client[order] ?? 0;
    while (current < who) start[++current] = filled;
    const bought = day[order] ?? 0;
    if (filled === start[who] || days[filled - 1] !== bought) days[filled++] = bought;
  }
  while (current < clientCount) start[++current] = filled;
  return { start, day: days.subarray(0, filled) };
}

/** The purchase days of one client, ascending. */
export function daysOfClient({ start, day }: PurchaseDays, client: number): Int32Array {
  return day.subarray(start[client] ?? 0, start[client + 1] ?? 0);
}

/**
 * Median of the intervals between ascending days; with an even number of intervals the mean of the middle two.
 * Null with fewer than two days. Days 1, 8, 10, 40 have intervals of 7, 2 and 30 and a median of 7.
 */
export function medianInterval(days: Int32Array): number | null {
  if (days.length < 2) return null;
  const intervals = Float64Array.from(
    { length: days.length - 1 },
    (_, i) => (days[i + 1] ?? 0) - (days[i] ?? 0),
  );
  return percentile(intervals, MIDDLE);
}
