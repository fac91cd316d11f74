import type { SalesFrame } from '../frame';
import { ROWS_A_STEP, rowsWithin } from '../ledgerSpan';
import { FIRST_DAYS_OF_A_FULL_MONTH, LAST_DAYS_OF_A_FULL_MONTH } from '../period';
import type { Ledger } from '../sales/types';
import { monthEnd, monthOf, monthStart } from '../shared/dates';
import type { ExcelSerial } from '../shared/dates';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { slicesOf } from './slices';
import type { QuarterPoint } from './types';

const MONTHS_A_QUARTER = 3;
const QUARTERS_A_YEAR = 4;
/** Three years: a trend, and still a readable chart. */
const MOST_QUARTERS = 12;

/** Quarters since year 0: `year * 4 + (quarter − 1)`. Consecutive quarters differ by one. */
type QuarterIndex = number;

/**
 * Concentration by calendar quarter up to the as-of date, oldest first, at most the last 12 (method.md §3). The base
 * of a quarter is `Σ max(net, 0)` of that quarter; a quarter nobody bought in is left out. Empty without dates.
 */
export function* quartersOf({ ledger, asOf, firstDate }: SalesFrame): Steps<readonly QuarterPoint[]> {
  if (ledger.date === null || asOf === null || firstDate === null) return [];
  const last = quarterOf(asOf);
  const from = quarterStart(last - MOST_QUARTERS + 1);
  const rows = yield* within(rowsWithin(ledger, { from, to: asOf }), 0, 0.2);
  const quarters = yield* within(quarterOfRows(ledger, ledger.date), 0.2, 0.4);
  const slices = yield* within(slicesOf(ledger, rows, quarters), 0.4, 1);
  return slices
    .filter(({ base }) => base > 0)
    .map(({ key, base, top1, cr3, hhi, leader }): QuarterPoint => ({
      year: Math.floor(key / QUARTERS_A_YEAR),
      quarter: (key % QUARTERS_A_YEAR) + 1,
      isWhole: isWhole(key, firstDate, asOf),
      base,
      top1,
      cr3,
      hhi,
      leader: ledger.clients[leader ?? -1]?.name ?? '',
    }));
}

function* quarterOfRows({ rowCount }: Ledger, date: Int32Array): Steps<Int32Array> {
  const known = new Map<number, QuarterIndex>();
  const quarters = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (row % ROWS_A_STEP === 0) yield row / rowCount;
    const day = date[row] ?? 0;
    const quarter = known.get(day) ?? quarterOf(day as ExcelSerial);
    known.set(day, quarter);
    quarters[row] = quarter;
  }
  return quarters;
}

/** Whether the sales of the quarter are known from its first days to its last. */
function isWhole(quarter: QuarterIndex, first: ExcelSerial, asOf: ExcelSerial): boolean {
  const start = quarterStart(quarter);
  const end = monthEnd(quarter * MONTHS_A_QUARTER + MONTHS_A_QUARTER - 1);
  return first < start + FIRST_DAYS_OF_A_FULL_MONTH && asOf > end - LAST_DAYS_OF_A_FULL_MONTH;
}

function quarterOf(day: ExcelSerial): QuarterIndex {
  return Math.floor(monthOf(day) / MONTHS_A_QUARTER);
}

function quarterStart(quarter: QuarterIndex): ExcelSerial {
  return monthStart(quarter * MONTHS_A_QUARTER);
}
