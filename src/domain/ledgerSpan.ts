import type { Ledger } from './sales/types';
import type { ExcelSerial } from './shared/dates';
import type { Steps } from './shared/steps';

/** Rows handled between two breaths: about a millisecond of work. */
export const ROWS_A_STEP = 16_384;

/** Clients put together between two breaths: each takes as long as a handful of rows. */
export const CLIENTS_A_STEP = 2_048;

/** Days from … to, both inclusive; null is open. */
export interface DaySpan {
  readonly from: ExcelSerial | null;
  readonly to: ExcelSerial | null;
}

/** The span, but nothing after the as-of date: a month taken as full may end after it. Without a span everything up to it. */
export function upTo(asOf: ExcelSerial | null, span: DaySpan | null): DaySpan {
  const to = span?.to ?? asOf;
  return { from: span?.from ?? null, to: asOf !== null && to !== null && asOf < to ? asOf : to };
}

/** The rows of the ledger within the days, in the order of the sheet. Without dates every row is within. */
export function* rowsWithin(ledger: Ledger, { from, to }: DaySpan): Steps<Int32Array> {
  const first = from ?? -Infinity;
  const last = to ?? Infinity;
  const rows = new Int32Array(ledger.rowCount);
  let count = 0;
  for (let row = 0; row < ledger.rowCount; row++) {
    if (row % ROWS_A_STEP === 0) yield row / ledger.rowCount;
    const day = ledger.date?.[row] ?? null;
    if (day === null || (day >= first && day <= last)) rows[count++] = row;
  }
  return rows.subarray(0, count);
}
