import type { SalesFrame } from '../frame';
import { ROWS_A_STEP } from '../ledgerSpan';
import { monthOf } from '../shared/dates';
import type { ExcelSerial, MonthIndex } from '../shared/dates';
import { endOfGroup, sortRows } from '../shared/rowGroups';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import type { Thresholds } from '../thresholds';
import type { Regularity, Xyz } from './types';

/** Sorting the rows is about this part of the work. */
const SORTED = 0.7;

/**
 * How regularly each client of the ledger buys within the period (method.md §2, XYZ), by index: the coefficient of
 * variation of its monthly revenue with the population's standard deviation. Months count from the client's first
 * month with a line to the end of the period or the as-of date; empty ones are zero. 100, 0, 200 give
 * √(20000/3) ÷ 100 = 0.816. Null for a client without lines or with a mean of zero or less; all null without dates.
 */
export function* regularityOf(frame: SalesFrame): Steps<readonly (Regularity | null)[]> {
  const { ledger, current, period, asOf } = frame;
  const { client, date, amount } = ledger;
  const results = new Array<Regularity | null>(ledger.clients.length).fill(null);
  if (!date || period === null || asOf === null) return results;

  const end = monthOf(asOf < period.to ? asOf : period.to);
  const month = yield* monthsOfRows(date, current);
  const sorted = yield* within(sortRows(current, [client, month]), 0, SORTED);
  const keys = [client, month];
  const sums: MonthlySums = { client: -1, first: end, total: 0, squares: 0 };
  const close = () => {
    if (sums.client !== -1) results[sums.client] = variationOf(sums, end - sums.first + 1);
  };
  for (let start = 0, groupEnd = 0, nextBreath = 0; start < sorted.length; start = groupEnd) {
    if (start >= nextBreath) {
      yield SORTED + (1 - SORTED) * (start / sorted.length);
      nextBreath += ROWS_A_STEP;
    }
    groupEnd = endOfGroup(sorted, start, keys);
    let revenue = 0;
    for (let i = start; i < groupEnd; i++) revenue += amount[sorted[i] ?? 0] ?? 0;
    const row = sorted[start] ?? 0;
    if (client[row] !== sums.client) {
      close();
      sums.client = client[row] ?? 0;
      sums.first = month[row] ?? 0;
      sums.total = 0;
      sums.squares = 0;
    }
    sums.total += revenue;
    sums.squares += revenue * revenue;
  }
  close();
  return results;
}

/**
 * The class of regularity (method.md §2): X up to `xyzX`, Y up to `xyzY`, else Z. Null, «нет данных», with fewer
 * months or purchases than it takes.
 */
export function xyzOf(
  regularity: Regularity | null,
  orders: number | null,
  thresholds: Pick<Thresholds, 'xyzX' | 'xyzY' | 'xyzMonths' | 'xyzPurchases'>,
): Xyz | null {
  if (!regularity || regularity.months < thresholds.xyzMonths || (orders ?? 0) < thresholds.xyzPurchases)
    return null;
  const { cv } = regularity;
  if (cv <= thresholds.xyzX) return { class: 'X', cv };
  return { class: cv <= thresholds.xyzY ? 'Y' : 'Z', cv };
}

interface MonthlySums {
  client: number;
  first: MonthIndex;
  total: number;
  squares: number;
}

/** Coefficient of variation from sums over the months, those without lines included in the count. */
function variationOf({ total, squares }: MonthlySums, months: number): Regularity | null {
  if (total <= 0) return null;
  const mean = total / months;
  const variance = Math.max(0, squares / months - mean * mean);
  return { cv: Math.sqrt(variance) / mean, months };
}

/** The month of each row, by row of the ledger; each day is looked up once. */
function* monthsOfRows(date: Int32Array, rows: Int32Array): Steps<Int32Array> {
  const known = new Map<number, MonthIndex>();
  const months = new Int32Array(date.length);
  for (let i = 0; i < rows.length; i++) {
    if (i % ROWS_A_STEP === 0) yield 0;
    const row = rows[i] ?? 0;
    const day = date[row] ?? 0;
    let month = known.get(day);
    if (month === undefined) {
      month = monthOf(day as ExcelSerial);
      known.set(day, month);
    }
    months[row] = month;
  }
  return months;
}
