import type { Analysis, ClientRow, Period } from './analysis';
import { dependencyOf } from './dependency/dependency';
import type { Entries } from './entries';
import { NO_ENTRIES } from './entries';
import type { SalesFrame } from './frame';
import { healthOf } from './health/health';
import { purchaseDaysOf } from './intervals';
import { leadingNames } from './leadingName';
import { CLIENTS_A_STEP, ROWS_A_STEP, rowsWithin, upTo } from './ledgerSpan';
import { ordersAmong } from './orders';
import { choosePeriod } from './period';
import { purchasesByClient } from './purchases';
import type { Ledger, Reading } from './sales/types';
import { segmentsOf } from './segments/segments';
import type { Settings } from './settings';
import type { ExcelSerial } from './shared/dates';
import { units } from './shared/money';
import { within } from './shared/steps';
import type { Steps } from './shared/steps';
import { standingsOf } from './standings';
import { teamOf } from './team/team';

/**
 * Analyses the sales: period, net revenue, classes, flags and concentration per client (method.md §2, §3, §8).
 * A null as-of date is the latest sale. Sales after the as-of date count nowhere. Every client of the ledger has a
 * row, by revenue descending, then by name.
 */
export function* analyse(
  reading: Reading,
  settings: Settings,
  asOf: ExcelSerial | null,
  entries: Entries = NO_ENTRIES,
): Steps<Analysis> {
  const frame = yield* within(frameOf(reading, settings, asOf), 0, 0.5);
  const segments = yield* within(segmentsOf(frame, entries), 0.5, 0.6);
  const dependency = yield* within(dependencyOf(frame, entries), 0.6, 0.7);
  const team = yield* within(teamOf(frame), 0.7, 0.8);
  const health = yield* within(healthOf(frame, entries, team, segments), 0.8, 1);
  const { asOf: day, period, clients, concentration } = frame;
  return { asOf: day, period, clients, concentration, segments, dependency, health, team };
}

/** Cuts the sales to the period and puts together what every analysis starts from. */
export function* frameOf(reading: Reading, settings: Settings, asOf: ExcelSerial | null): Steps<SalesFrame> {
  const { ledger, firstDate, lastDate } = reading;
  const today = lastDate === null ? null : (asOf ?? lastDate);
  const period = periodOf(reading, settings, today);

  const known = yield* within(rowsWithin(ledger, { from: null, to: today }), 0, 0.1);
  const current = yield* within(rowsWithin(ledger, upTo(today, period)), 0.1, 0.2);
  const revenue = yield* within(revenueByClient(ledger, current), 0.2, 0.3);
  const before = period?.previous
    ? yield* within(rowsWithin(ledger, upTo(today, period.previous)), 0.3, 0.35)
    : null;
  const previous = before && (yield* within(revenueByClient(ledger, before), 0.35, 0.4));

  const clientCount = ledger.clients.length;
  const periodOrders = yield* within(ordersAmong(ledger, current), 0.4, 0.6);
  const allOrders = yield* within(ordersAmong(ledger, known), 0.6, 0.75);
  const purchaseDays = allOrders && (yield* within(purchaseDaysOf(allOrders, clientCount), 0.75, 0.8));
  const purchases = periodOrders && purchasesByClient(periodOrders, clientCount);
  yield 0.8;
  const history = allOrders && purchasesByClient(allOrders, clientCount);
  yield 0.8;
  const managers =
    ledger.manager && (yield* within(leadingNames(ledger, ledger.manager, current), 0.8, 0.85));

  const { rows, concentration, limits } = yield* within(
    standingsOf(ledger.clients, revenue, settings.thresholds, settings.choices.bounds),
    0.85,
    0.9,
  );
  const clients: ClientRow[] = [];
  for (const { client, ...standing } of rows) {
    if (clients.length % CLIENTS_A_STEP === 0) yield 0.9 + (0.1 * clients.length) / clientCount;
    const { key, name } = clientAt(ledger, client);
    const { orders = null, averageOrder = null } = purchases?.(client) ?? {};
    const { first = null, last = null } = history?.(client) ?? {};
    clients.push({
      index: client,
      key,
      name,
      ...standing,
      previous: previous && units(previous[client] ?? 0),
      orders,
      averageOrder,
      first,
      last,
      daysSince: today !== null && last !== null ? today - last : null,
      manager: managers?.[client] ?? null,
    });
  }
  return {
    ledger,
    settings,
    asOf: today,
    period,
    firstDate,
    known,
    current,
    before,
    revenue,
    revenueBefore: previous,
    periodOrders,
    allOrders,
    purchaseDays,
    clients,
    concentration,
    classLimits: limits,
  };
}

function periodOf(
  { firstDate, lastDate }: Reading,
  settings: Settings,
  asOf: ExcelSerial | null,
): Period | null {
  if (firstDate === null || lastDate === null || asOf === null) return null;
  return choosePeriod({ first: firstDate, last: lastDate }, settings.period, asOf);
}

/** Exact net revenue in units of `Money`, by client index. */
function* revenueByClient(ledger: Ledger, rows: Int32Array): Steps<Float64Array> {
  const revenue = new Float64Array(ledger.clients.length);
  for (let i = 0; i < rows.length; i++) {
    if (i % ROWS_A_STEP === 0) yield i / rows.length;
    const row = rows[i] ?? 0;
    const client = ledger.client[row] ?? 0;
    revenue[client] = (revenue[client] ?? 0) + (ledger.amount[row] ?? 0);
  }
  return revenue;
}

function clientAt(ledger: Ledger, index: number) {
  const client = ledger.clients[index];
  if (!client) throw new Error(`The ledger has no client ${index}`);
  return client;
}
