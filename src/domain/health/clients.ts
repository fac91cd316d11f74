import type { Share } from '../analysis';
import type { SalesFrame } from '../frame';
import { daysOfClient, medianInterval } from '../intervals';
import type { PurchaseDays } from '../intervals';
import { CLIENTS_A_STEP, ROWS_A_STEP } from '../ledgerSpan';
import type { ExcelSerial } from '../shared/dates';
import { units, ZERO } from '../shared/money';
import type { Money } from '../shared/money';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { ownLimits, statusOf } from './status';
import type { ClientHealth, StatusLimits } from './types';

/** Length of a year in days for the average year. */
const DAYS_A_YEAR = 365;

/** What the health of each client is told by, beside the frame. */
export interface ClientScope {
  readonly asOf: ExcelSerial;
  readonly purchaseDays: PurchaseDays;
  /** Clients first seen before it may be old ones. */
  readonly knownFrom: ExcelSerial;
  /** Limits of clients without a rhythm of their own. */
  readonly limits: StatusLimits;
  /** Distinct items per client in the period, by index; null without a column of products. */
  readonly items: Int32Array | null;
  readonly mustItems: { readonly byClient: Int32Array; readonly items: number } | null;
}

/** Status, rhythm and money at risk of every client of the frame, in its order (method.md §6). */
export function* clientHealth(frame: SalesFrame, scope: ClientScope): Steps<readonly ClientHealth[]> {
  const revenue = yield* within(knownRevenue(frame), 0, 0.5);
  const clients: ClientHealth[] = [];
  for (const { index } of frame.clients) {
    if (clients.length % CLIENTS_A_STEP === 0) yield 0.5 + (0.5 * clients.length) / frame.clients.length;
    clients.push(healthOfClient(frame, scope, index, units(revenue[index] ?? 0)));
  }
  return clients;
}

function healthOfClient(
  { settings: { thresholds } }: SalesFrame,
  { asOf, purchaseDays, knownFrom, limits, items, mustItems }: ClientScope,
  index: number,
  revenue: Money,
): ClientHealth {
  const days = daysOfClient(purchaseDays, index);
  const first = days[0];
  const last = days[days.length - 1];
  const interval = medianInterval(days);
  const median = days.length >= thresholds.rhythmDates ? interval : null;
  const rhythm = median === null ? null : Math.max(median, thresholds.rhythmFloor);
  const ownOrType = rhythm === null ? limits : ownLimits(rhythm, thresholds);
  const facts = {
    breadth: items && (items[index] ?? 0),
    mustListShare: mustItems && (((mustItems.byClient[index] ?? 0) / mustItems.items) as Share),
  };
  if (first === undefined || last === undefined) return { ...NEVER_BOUGHT, ...facts, limits };

  const status = statusOf(
    {
      daysSinceFirst: asOf - first,
      daysSinceLast: asOf - last,
      purchaseDays: days.length,
      isStartKnown: first >= knownFrom,
    },
    ownOrType,
    thresholds,
  );
  const yearlyRevenue = averageYear(revenue, asOf - first);
  return {
    ...facts,
    status,
    purchaseDays: days.length,
    second: days.length > 1 ? (days[1] as ExcelSerial) : null,
    interval,
    medianInterval: median,
    rhythm,
    limits: ownOrType,
    basis: rhythm === null ? 'type' : 'own',
    expectedNext: rhythm === null ? null : (Math.round(last + rhythm) as ExcelSerial),
    yearlyRevenue,
    moneyAtRisk: status === 'cooling' || status === 'sleeping' ? yearlyRevenue : null,
  };
}

const NEVER_BOUGHT: Omit<ClientHealth, 'breadth' | 'mustListShare' | 'limits'> = {
  status: null,
  purchaseDays: 0,
  second: null,
  interval: null,
  medianInterval: null,
  rhythm: null,
  basis: 'type',
  expectedNext: null,
  yearlyRevenue: ZERO,
  moneyAtRisk: null,
};

/** Revenue of a client over the years since its first purchase, at least one: 300 in 730 days are 150 a year. */
function averageYear(revenue: Money, daysSinceFirst: number): Money {
  return units(Math.round(Math.max(0, revenue) / Math.max(1, daysSinceFirst / DAYS_A_YEAR)));
}

/** Exact net revenue up to the as-of date in units of `Money`, by index of the ledger's client. */
function* knownRevenue({ ledger, known }: SalesFrame): Steps<Float64Array> {
  const revenue = new Float64Array(ledger.clients.length);
  for (let i = 0; i < known.length; i++) {
    if (i % ROWS_A_STEP === 0) yield i / known.length;
    const row = known[i] ?? 0;
    const client = ledger.client[row] ?? 0;
    revenue[client] = (revenue[client] ?? 0) + (ledger.amount[row] ?? 0);
  }
  return revenue;
}
