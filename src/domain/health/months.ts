import type { SalesFrame } from '../frame';
import { daysOfClient } from '../intervals';
import type { PurchaseDays } from '../intervals';
import { ROWS_A_STEP } from '../ledgerSpan';
import type { Orders } from '../orders';
import { monthOf } from '../shared/dates';
import type { ExcelSerial } from '../shared/dates';
import { units } from '../shared/money';
import { monthsByDay } from '../shared/monthsByDay';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import type { MonthPoint } from './types';

/** Months of a trend: two years, so that every month has the same one a year before. */
const MONTHS_SHOWN = 24;
const MONTHS_A_YEAR = 12;

/** Sums by month from the first one shown; months before it count nowhere. */
interface MonthSums {
  readonly revenue: Float64Array;
  readonly orders: Int32Array;
  readonly total: Float64Array;
  readonly active: Int32Array;
  readonly first: Int32Array;
  readonly retained: Int32Array;
  readonly returned: Int32Array;
}

/**
 * The last months up to the as-of date (method.md §6, “trend”), at most 24 and not before the file begins; a month
 * without sales is a point of zeros. A client is active in a month in which it placed an order.
 */
export function* monthPoints(
  frame: SalesFrame,
  span: { readonly firstDate: ExcelSerial; readonly asOf: ExcelSerial },
  orders: Orders,
  purchaseDays: PurchaseDays,
): Steps<readonly MonthPoint[]> {
  const last = monthOf(span.asOf);
  const begin = Math.max(monthOf(span.firstDate), last - MONTHS_SHOWN + 1);
  const length = Math.max(0, last - begin + 1);
  const sums: MonthSums = {
    revenue: new Float64Array(length),
    orders: new Int32Array(length),
    total: new Float64Array(length),
    active: new Int32Array(length),
    first: new Int32Array(length),
    retained: new Int32Array(length),
    returned: new Int32Array(length),
  };
  const monthAt = monthsByDay(span.firstDate, span.asOf);
  const slotOf = (day: number) => monthAt(day) - begin;
  yield* within(addRevenue(frame, slotOf, sums), 0, 0.4);
  yield* within(addOrders(orders, slotOf, sums), 0.4, 0.7);
  yield* within(addClients(purchaseDays, slotOf, sums), 0.7, 1);

  return Array.from({ length }, (_, slot): MonthPoint => {
    const month = begin + slot;
    const number = sums.orders[slot] ?? 0;
    return {
      year: Math.floor(month / MONTHS_A_YEAR),
      month: (month % MONTHS_A_YEAR) + 1,
      revenue: units(sums.revenue[slot] ?? 0),
      orders: number,
      active: sums.active[slot] ?? 0,
      first: sums.first[slot] ?? 0,
      retained: sums.retained[slot] ?? 0,
      returned: sums.returned[slot] ?? 0,
      averageOrder: number > 0 ? units(Math.round((sums.total[slot] ?? 0) / number)) : null,
    };
  });
}

function* addRevenue(
  { ledger, known }: SalesFrame,
  slotOf: (day: number) => number,
  { revenue }: MonthSums,
): Steps<void> {
  for (let i = 0; i < known.length; i++) {
    if (i % ROWS_A_STEP === 0) yield i / known.length;
    const row = known[i] ?? 0;
    const slot = slotOf(ledger.date?.[row] ?? 0);
    if (slot >= 0) revenue[slot] = (revenue[slot] ?? 0) + (ledger.amount[row] ?? 0);
  }
}

function* addOrders(
  orders: Orders,
  slotOf: (day: number) => number,
  sums: Pick<MonthSums, 'orders' | 'total'>,
): Steps<void> {
  for (let i = 0; i < orders.count; i++) {
    if (i % ROWS_A_STEP === 0) yield i / orders.count;
    const slot = slotOf(orders.day?.[i] ?? 0);
    if (slot < 0) continue;
    increase(sums.orders, slot);
    sums.total[slot] = (sums.total[slot] ?? 0) + (orders.total[i] ?? 0);
  }
}

function* addClients(
  purchaseDays: PurchaseDays,
  slotOf: (day: number) => number,
  { active, first, retained, returned }: MonthSums,
): Steps<void> {
  const clientCount = purchaseDays.start.length - 1;
  for (let client = 0; client < clientCount; client++) {
    if (client % ROWS_A_STEP === 0) yield client / clientCount;
    let previous: number | null = null;
    for (const day of daysOfClient(purchaseDays, client)) {
      const slot = slotOf(day);
      if (slot === previous) continue;
      if (slot >= 0) {
        increase(active, slot);
        increase(previous === null ? first : previous === slot - 1 ? retained : returned, slot);
      }
      previous = slot;
    }
  }
}

function increase(counts: Int32Array, slot: number): void {
  counts[slot] = (counts[slot] ?? 0) + 1;
}
