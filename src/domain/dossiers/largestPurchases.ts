import { ROWS_A_STEP } from '../ledgerSpan';
import { ordersAmong } from '../orders';
import type { Ledger } from '../sales/types';
import type { ExcelSerial } from '../shared/dates';
import { compareText } from '../shared/compareText';
import { units } from '../shared/money';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import type { DossierPurchase } from './factTypes';

/** Purchases shown. */
const LARGEST = 3;

/**
 * The three largest orders of clients among the rows (method.md §6: what an order is): tells those of a client by its
 * index; none without documents and dates. Of equals the earlier one is first, then by document.
 */
export function* largestPurchases(
  ledger: Ledger,
  rows: Int32Array,
): Steps<(client: number) => readonly DossierPurchase[]> {
  const orders = yield* within(ordersAmong(ledger, rows), 0, 0.8);
  if (!orders) return () => [];
  const byClient = new Map<number, DossierPurchase[]>();
  for (let i = 0; i < orders.count; i++) {
    if (i % ROWS_A_STEP === 0) yield 0.8 + (0.2 * i) / orders.count;
    const who = orders.client[i] ?? 0;
    let largest = byClient.get(who);
    if (!largest) byClient.set(who, (largest = []));
    const amount = units(orders.total[i] ?? 0);
    if (largest.length === LARGEST && amount < (largest[LARGEST - 1]?.amount ?? 0)) continue;
    largest.push({
      day: orders.day ? ((orders.day[i] ?? 0) as ExcelSerial) : null,
      amount,
      document: ledger.document?.names[orders.document?.[i] ?? -1] ?? null,
    });
    largest.sort(byAmount).splice(LARGEST);
  }
  return (who) => byClient.get(who) ?? [];
}

function byAmount(a: DossierPurchase, b: DossierPurchase): number {
  return (
    b.amount - a.amount || (a.day ?? 0) - (b.day ?? 0) || compareText(a.document ?? '', b.document ?? '')
  );
}
