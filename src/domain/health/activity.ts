import { ROWS_A_STEP } from '../ledgerSpan';
import type { DaySpan } from '../ledgerSpan';
import type { Orders } from '../orders';
import { units } from '../shared/money';
import type { Steps } from '../shared/steps';
import type { Activity } from './types';

/** Which clients placed orders in a span, and what the orders come to. */
export interface OrderCount {
  readonly orders: number;
  /** Exact sum in units of `Money`. */
  readonly total: number;
  readonly buyers: number;
  /** 1 for a client (index into `ledger.clients`) that placed an order. */
  readonly isBuyer: Uint8Array;
}

/** Counts the orders whose first day is within the span. */
export function* countOrders(orders: Orders, clientCount: number, { from, to }: DaySpan): Steps<OrderCount> {
  const first = from ?? -Infinity;
  const last = to ?? Infinity;
  const isBuyer = new Uint8Array(clientCount);
  let [count, total, buyers] = [0, 0, 0];
  for (let i = 0; i < orders.count; i++) {
    if (i % ROWS_A_STEP === 0) yield i / orders.count;
    const day = orders.day?.[i] ?? 0;
    if (day < first || day > last) continue;
    const client = orders.client[i] ?? 0;
    count++;
    total += orders.total[i] ?? 0;
    if (isBuyer[client] === 1) continue;
    isBuyer[client] = 1;
    buyers++;
  }
  return { orders: count, total, buyers, isBuyer };
}

/**
 * Average order, frequency and breadth of a period (method.md §6). `itemsByClient` holds the distinct items of each
 * client; only buyers count. 12 orders of 4 buyers in 6 months are half an order per buyer and month.
 */
export function activityOf(
  { orders, total, buyers, isBuyer }: OrderCount,
  months: number,
  itemsByClient: Int32Array | null,
): Activity {
  const items = itemsByClient && sumOverBuyers(itemsByClient, isBuyer);
  return {
    orders,
    total: units(total),
    buyers,
    months,
    items,
    averageOrder: orders > 0 ? units(Math.round(total / orders)) : null,
    frequency: buyers > 0 ? orders / buyers / months : null,
    breadth: items !== null && buyers > 0 ? items / buyers : null,
  };
}

/** Sum of a number per client over the buyers. */
export function sumOverBuyers(byClient: Int32Array, isBuyer: Uint8Array): number {
  return byClient.reduce((total, number, client) => total + (isBuyer[client] === 1 ? number : 0), 0);
}
