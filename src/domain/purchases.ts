import type { Orders } from './orders';
import type { ExcelSerial } from './shared/dates';
import { units } from './shared/money';
import type { Money } from './shared/money';

/** What the orders of one client come to. */
export interface Purchases {
  readonly orders: number;
  /** Total of the orders ÷ their number, rounded to 1/10,000 of the currency unit; null without orders. */
  readonly averageOrder: Money | null;
  /** First and last day of an order; null without orders or dates. */
  readonly first: ExcelSerial | null;
  readonly last: ExcelSerial | null;
}

/** Sums up orders by client; answers for any client index below `clientCount`. */
export function purchasesByClient(orders: Orders, clientCount: number): (client: number) => Purchases {
  const count = new Int32Array(clientCount);
  const total = new Float64Array(clientCount);
  const first = new Int32Array(clientCount);
  const last = new Int32Array(clientCount);
  for (let i = 0; i < orders.count; i++) {
    const client = orders.client[i] ?? 0;
    const day = orders.day?.[i] ?? 0;
    first[client] = count[client] ? Math.min(first[client] ?? day, day) : day;
    last[client] = Math.max(last[client] ?? day, day);
    total[client] = (total[client] ?? 0) + (orders.total[i] ?? 0);
    count[client] = (count[client] ?? 0) + 1;
  }
  return (client) => {
    const number = count[client] ?? 0;
    const dayOf = (days: Int32Array) => (orders.day && number > 0 ? (days[client] as ExcelSerial) : null);
    return {
      orders: number,
      averageOrder: number > 0 ? units(Math.round((total[client] ?? 0) / number)) : null,
      first: dayOf(first),
      last: dayOf(last),
    };
  };
}
