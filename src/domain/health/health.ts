import type { ClientRow, Period } from '../analysis';
import type { Entries } from '../entries';
import type { SalesFrame } from '../frame';
import { ROWS_A_STEP } from '../ledgerSpan';
import type { Segments } from '../segments/types';
import { addMonths, monthOf } from '../shared/dates';
import { addMoney, ZERO } from '../shared/money';
import type { Money } from '../shared/money';
import { sortInSteps } from '../shared/sortInSteps';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import type { Team } from '../team/types';
import { activityOf, countOrders, sumOverBuyers } from './activity';
import type { OrderCount } from './activity';
import { assortmentOf, distinctItems, mustCodesOf } from './assortment';
import { bridgeOf } from './bridge';
import { clientHealth } from './clients';
import { monthPoints } from './months';
import { questionsOf } from './questions';
import { retentionOf } from './retention';
import { secondPurchases } from './seconds';
import { limitsTypeOf, typeLimits } from './status';
import type { Bridge, ClientHealth, Health, MustList, Retention, Status } from './types';

/** Health of the client base; null without dates (method.md §6). */
export function* healthOf(
  frame: SalesFrame,
  entries: Entries,
  team: Team | null,
  segments: Segments,
): Steps<Health | null> {
  const { ledger, settings, asOf, firstDate, period, allOrders, periodOrders, purchaseDays } = frame;
  if (asOf === null || firstDate === null || !period || !allOrders || !periodOrders || !purchaseDays)
    return null;
  const { thresholds } = settings;
  const clientCount = ledger.clients.length;
  const everything = { from: null, to: null };

  const ordersNow = yield* within(countOrders(periodOrders, clientCount, everything), 0, 0.05);
  const ordersBefore =
    period.previous && (yield* within(countOrders(allOrders, clientCount, period.previous), 0.05, 0.1));
  const assortment = yield* within(assortmentIn(frame, entries, ordersNow), 0.1, 0.4);
  const activity = activityOf(ordersNow, period.months, assortment.now);
  const activityBefore =
    ordersBefore && period.previous && activityOf(ordersBefore, monthsOf(period.previous), assortment.before);

  const knownFrom = addMonths(firstDate, thresholds.startMonths);
  const limitsType = limitsTypeOf(team?.type ?? 'unknown');
  const clients = yield* within(
    clientHealth(frame, {
      asOf,
      purchaseDays,
      knownFrom,
      limits: typeLimits(limitsType, thresholds),
      items: assortment.now,
      mustItems: assortment.must && { byClient: assortment.must.byClient, items: assortment.must.list.items },
    }),
    0.4,
    0.6,
  );
  const seconds = yield* within(
    secondPurchases(purchaseDays, { period, asOf, knownFrom, window: thresholds.secondWindow }),
    0.6,
    0.65,
  );
  const change = yield* within(changeOf(frame, period, ordersBefore), 0.65, 0.7);
  const months = yield* within(monthPoints(frame, { firstDate, asOf }, allOrders, purchaseDays), 0.7, 0.9);
  const existingRevenue = firstDate < period.from ? revenueOfExisting(frame.clients, period) : null;
  const base = frame.concentration?.base ?? ZERO;
  const existingPart = existingRevenue !== null && base > 0 ? existingRevenue / base : null;

  return {
    clients,
    statuses: countStatuses(clients),
    limitsType,
    fileStart: firstDate,
    seconds,
    ...change,
    existingRevenue,
    existingPart,
    activity,
    activityBefore,
    averageOrder: activity.averageOrder,
    averageOrderBefore: activityBefore?.averageOrder ?? null,
    frequency: activity.frequency,
    breadth: activity.breadth,
    mustList: assortment.must?.list ?? null,
    mustListShare: mustListShare(assortment.must?.list ?? null, ordersNow.buyers),
    ...contactsOf(frame.clients, entries, asOf),
    moneyAtRisk: clients.reduce((total, client) => addMoney(total, client.moneyAtRisk ?? ZERO), ZERO),
    atRisk: yield* within(toWinBack(clients), 0.9, 1),
    months,
    questions: questionsOf(
      { ...change, existingPart, activity, activityBefore, clients: frame.clients, segments, thresholds },
      entries.answers,
    ),
  };
}

/** Distinct items per client in both periods, and those of the must-list. */
interface Assortment {
  readonly now: Int32Array | null;
  readonly before: Int32Array | null;
  readonly must: { readonly byClient: Int32Array; readonly list: MustList } | null;
}

function* assortmentIn(
  { ledger, current, before }: SalesFrame,
  { mustList }: Entries,
  { isBuyer }: OrderCount,
): Steps<Assortment> {
  const dimension = assortmentOf(ledger);
  if (!dimension) return { now: null, before: null, must: null };
  const now = yield* within(distinctItems(ledger, dimension.codes, current), 0, 0.4);
  const past = before && (yield* within(distinctItems(ledger, dimension.codes, before), 0.4, 0.7));
  const mustCodes = mustList && (yield* within(mustCodesOf(dimension, mustList), 0.7, 0.75));
  if (!mustCodes) return { now, before: past, must: null };
  const byClient = yield* within(distinctItems(ledger, mustCodes.codes, current), 0.75, 1);
  const { items, unknown } = mustCodes;
  return {
    now,
    before: past,
    must: { byClient, list: { items, unknown, bought: sumOverBuyers(byClient, isBuyer) } },
  };
}

/** What became of the clients of the period before; nulls without one. */
function* changeOf(
  { clients, purchaseDays, revenue, revenueBefore }: SalesFrame,
  period: Period,
  ordersBefore: OrderCount | null,
): Steps<{ readonly retention: Retention | null; readonly bridge: Bridge | null }> {
  if (!revenueBefore || !ordersBefore || !purchaseDays) return { retention: null, bridge: null };
  const retention = yield* within(retentionOf(revenueBefore, revenue), 0, 0.4);
  const bridge = yield* within(
    bridgeOf(clients.length, (position) => {
      const { index = 0, first = null } = clients[position] ?? {};
      return {
        before: revenueBefore[index] ?? 0,
        now: revenue[index] ?? 0,
        isNew: first !== null && first >= period.from && first <= period.to,
        boughtEver: first !== null && first < period.from,
        boughtBefore: ordersBefore.isBuyer[index] === 1,
      };
    }),
    0.4,
    1,
  );
  return { retention, bridge };
}

/** Positive net revenue of the period that comes from clients who bought before it. */
function revenueOfExisting(clients: readonly ClientRow[], { from }: Period): Money {
  return clients.reduce(
    (total, { revenue, first }) =>
      revenue > 0 && first !== null && first < from ? addMoney(total, revenue) : total,
    ZERO,
  );
}

function countStatuses(clients: readonly ClientHealth[]): Readonly<Record<Status, number>> {
  const counts = { active: 0, cooling: 0, sleeping: 0, lost: 0, new: 0, single: 0 };
  for (const { status } of clients) if (status !== null) counts[status]++;
  return counts;
}

/** How the clients that were contacted answered: bought on a later day, or not, or too late for this file to tell. */
function contactsOf(
  clients: readonly ClientRow[],
  { contactedOn }: Entries,
  asOf: number,
): Pick<Health, 'contacted' | 'reactivated' | 'awaited'> {
  let [contacted, reactivated, awaited] = [0, 0, 0];
  for (const { key, last } of clients) {
    const day = contactedOn.get(key);
    if (day === undefined || last === null) continue;
    if (day >= asOf) {
      awaited++;
      continue;
    }
    contacted++;
    if (last > day) reactivated++;
  }
  return { contacted, reactivated, awaited };
}

/** Positions of the cooling, sleeping and lost clients, by average year descending, then by position. */
function* toWinBack(clients: readonly ClientHealth[]): Steps<readonly number[]> {
  const positions: number[] = [];
  for (const [position, { status }] of clients.entries()) {
    if (position % ROWS_A_STEP === 0) yield 0;
    if (status === 'cooling' || status === 'sleeping' || status === 'lost') positions.push(position);
  }
  const yearly = (position: number) => clients[position]?.yearlyRevenue ?? 0;
  return Array.from(yield* sortInSteps(Int32Array.from(positions), (a, b) => yearly(b) - yearly(a)));
}

function mustListShare(list: MustList | null, buyers: number): number | null {
  return list && buyers > 0 ? list.bought / list.items / buyers : null;
}

/** Calendar months that a span touches. */
function monthsOf({ from, to }: Pick<Period, 'from' | 'to'>): number {
  return monthOf(to) - monthOf(from) + 1;
}
