import { ROWS_A_STEP } from './ledgerSpan';
import type { Ledger } from './sales/types';
import { partsOf } from './shared/dates';
import type { ExcelSerial } from './shared/dates';
import { endOfGroup, sortRows } from './shared/rowGroups';
import { within } from './shared/steps';
import type { Steps } from './shared/steps';

/** Sorting the rows is about this part of the work. */
const SORTED = 0.6;

/** Purchases in columns, by client (index into `ledger.clients`). Only those with a positive total. */
export interface Orders {
  readonly count: number;
  readonly client: Int32Array;
  /** First day of each order; null without dates. */
  readonly day: Int32Array | null;
  /** Exact total of each order in units of `Money`. */
  readonly total: Float64Array;
  /** Code of each order's document, −1 for lines without a number; null without documents. */
  readonly document: Int32Array | null;
}

/**
 * The orders among the given rows: the lines of one client with the same document number within a calendar year
 * (1C starts its numbers anew every January), else its lines of one day (method.md §6). What nets to zero or less
 * is a return, not an order. Null if the source has neither documents nor dates.
 */
export function* ordersAmong(ledger: Ledger, rows: Int32Array): Steps<Orders | null> {
  const { client, date, document, amount } = ledger;
  if (!document && !date) return null;

  const moment = yield* momentOfRows(ledger);
  const paper = document?.codes ?? new Int32Array(ledger.rowCount);
  const keys = [client, paper, moment];
  const sorted = yield* within(sortRows(rows, keys), 0, SORTED);
  const orderClient = new Int32Array(rows.length);
  const orderDay = new Int32Array(rows.length);
  const orderTotal = new Float64Array(rows.length);
  const orderDocument = document && new Int32Array(rows.length);
  let count = 0;
  for (let start = 0, end = 0, nextBreath = 0; start < sorted.length; start = end) {
    if (start >= nextBreath) {
      yield SORTED + (1 - SORTED) * (start / sorted.length);
      nextBreath += ROWS_A_STEP;
    }
    end = endOfGroup(sorted, start, keys);
    let total = 0;
    let firstDay = Infinity;
    for (let i = start; i < end; i++) {
      const row = sorted[i] ?? 0;
      total += amount[row] ?? 0;
      firstDay = Math.min(firstDay, date?.[row] ?? 0);
    }
    if (total > 0) {
      orderClient[count] = client[sorted[start] ?? 0] ?? 0;
      orderDay[count] = firstDay;
      orderTotal[count] = total;
      if (orderDocument) orderDocument[count] = paper[sorted[start] ?? 0] ?? -1;
      count++;
    }
  }
  return {
    count,
    client: orderClient.subarray(0, count),
    day: date && orderDay.subarray(0, count),
    total: orderTotal.subarray(0, count),
    document: orderDocument && orderDocument.subarray(0, count),
  };
}

/** What tells equal document numbers apart: the year under a number, the day where there is none. */
function* momentOfRows({ rowCount, date, document }: Ledger): Steps<Int32Array> {
  if (!date) return new Int32Array(rowCount);
  if (!document) return date;
  const years = new Map<number, number>();
  const yearOf = (day: number) => {
    const known = years.get(day) ?? partsOf(day as ExcelSerial).year;
    years.set(day, known);
    return known;
  };
  const moment = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (row % ROWS_A_STEP === 0) yield 0;
    const day = date[row] ?? 0;
    moment[row] = document.codes[row] === -1 ? day : yearOf(day);
  }
  return moment;
}
