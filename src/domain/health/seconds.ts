import type { Period } from '../analysis';
import type { PurchaseDays } from '../intervals';
import { daysOfClient } from '../intervals';
import { ROWS_A_STEP } from '../ledgerSpan';
import type { ExcelSerial } from '../shared/dates';
import type { Steps } from '../shared/steps';
import type { SecondPurchases } from './types';

/** What the ratio of second purchases is told by. */
export interface SecondsScope {
  readonly period: Pick<Period, 'from' | 'to'>;
  readonly asOf: ExcelSerial;
  /** Clients first seen before it leave both forms. */
  readonly knownFrom: ExcelSerial;
  /** W in days. */
  readonly window: number;
}

/**
 * Second purchases to first ones (method.md §6), over clients whose start is known: (a) second-ever purchases of the
 * period ÷ first-ever ones of the period, as the seed puts it; (b) of the clients whose first purchase is at least W
 * days old, those that bought again within W days. A second purchase is one of another day.
 */
export function* secondPurchases(
  purchaseDays: PurchaseDays,
  { period, asOf, knownFrom, window }: SecondsScope,
): Steps<SecondPurchases> {
  const clientCount = purchaseDays.start.length - 1;
  const isWithin = (day: number) => day >= period.from && day <= period.to;
  let [firstEver, secondEver, cohort, cohortReturned, unknownStart] = [0, 0, 0, 0, 0];
  for (let client = 0; client < clientCount; client++) {
    if (client % ROWS_A_STEP === 0) yield client / clientCount;
    const [first, second = null] = daysOfClient(purchaseDays, client);
    if (first === undefined) continue;
    if (first < knownFrom) {
      unknownStart++;
      continue;
    }
    if (isWithin(first)) firstEver++;
    if (second !== null && isWithin(second)) secondEver++;
    if (asOf - first < window) continue;
    cohort++;
    if (second !== null && second - first <= window) cohortReturned++;
  }
  return {
    knownFrom,
    firstEver,
    secondEver,
    ratio: firstEver > 0 ? secondEver / firstEver : null,
    cohort,
    cohortReturned,
    cohortRatio: cohort > 0 ? cohortReturned / cohort : null,
    unknownStart,
  };
}
