import type { SalesFrame } from '../frame';
import { daysOfClient, medianInterval, MIDDLE } from '../intervals';
import { CLIENTS_A_STEP, ROWS_A_STEP } from '../ledgerSpan';
import { addMonths, monthOf } from '../shared/dates';
import { percentile } from '../shared/percentile';
import type { Steps } from '../shared/steps';
import { detectType, intervalClassOf } from './detect';
import type { TypeSigns } from './detect';
import type { Team } from './types';

/** Type of sales and shape of the department; null without dates (method.md §7). */
export function* teamOf(frame: SalesFrame): Steps<Team | null> {
  const { asOf, firstDate, purchaseDays, clients, concentration, settings } = frame;
  if (asOf === null || firstDate === null || !purchaseDays) return null;
  const { thresholds, choices } = settings;

  const isOldUntil = addMonths(asOf, -thresholds.singleMonths);
  const intervals: number[] = [];
  const revenue = { transactional: 0, mixed: 0, consultative: 0 };
  let buyers = 0;
  let oldClients = 0;
  let oldSingles = 0;
  for (const [position, client] of clients.entries()) {
    if (position % CLIENTS_A_STEP === 0) yield (0.8 * position) / clients.length;
    const days = daysOfClient(purchaseDays, client.index);
    if (days.length === 0) continue;
    buyers++;
    if ((days[0] ?? 0) <= isOldUntil) {
      oldClients++;
      if (days.length === 1) oldSingles++;
    }
    const interval = days.length >= thresholds.rhythmDates ? medianInterval(days) : null;
    if (interval === null) continue;
    intervals.push(interval);
    revenue[intervalClassOf(interval, thresholds)] += Math.max(0, client.revenue);
  }
  yield 0.8;

  const base = concentration?.base ?? 0;
  const partOf = (amount: number) => (base > 0 ? amount / base : 0);
  const signs: TypeSigns = {
    fileMonths: monthOf(asOf) - monthOf(firstDate) + 1,
    clients: buyers,
    medianInterval: percentile(intervals, MIDDLE),
    oldClients,
    singlePart: oldClients > 0 ? oldSingles / oldClients : null,
    revenueByInterval: {
      transactional: partOf(revenue.transactional),
      mixed: partOf(revenue.mixed),
      consultative: partOf(revenue.consultative),
    },
  };
  const detected = detectType(signs, thresholds);
  const managers = yield* managersAmong(frame);
  return {
    ...signs,
    detected,
    type: choices.salesType === 'auto' ? detected : choices.salesType,
    isConfirmed: choices.salesType !== 'auto',
    rhythmic: intervals.length,
    oldSingles,
    managers,
    managersFreed: managers * thresholds.routineTime,
    assistantsNeeded: Math.ceil(managers / thresholds.routineManagers),
  };
}

/** Distinct names of managers in the rows of the period. */
function* managersAmong({ ledger, current }: SalesFrame): Steps<number> {
  const codes = new Set<number>();
  for (let i = 0; ledger.manager && i < current.length; i++) {
    if (i % ROWS_A_STEP === 0) yield 0.8 + (0.2 * i) / current.length;
    const code = ledger.manager.codes[current[i] ?? 0] ?? -1;
    if (code >= 0) codes.add(code);
  }
  return codes.size;
}
