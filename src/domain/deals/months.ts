import type { Ledger } from '../sales/types';
import { ROWS_A_STEP } from '../ledgerSpan';
import { monthEnd, monthOf, monthStart } from '../shared/dates';
import type { ExcelSerial, MonthIndex } from '../shared/dates';
import { units, ZERO } from '../shared/money';
import type { Money } from '../shared/money';
import type { Steps } from '../shared/steps';
import { monthsOf } from './sums';
import type { Deal, DealMonth } from './types';

/** Months shown around the as-of date even if nothing is due in them: half a year back to learn from, half ahead to plan. */
const MONTHS_BACK = 5;
const MONTHS_AHEAD = 6;
/** Plans are kept and counted within a year back and two years ahead; others wait in the archive. */
const PLANNED_BACK = 11;
const PLANNED_AHEAD = 24;
const MONTH_KEY = /^(\d{4})-(\d{2})$/;

/** `2026-03` as the key of plans: `monthKey(24314)`. */
export function monthKey(month: MonthIndex): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The month of a key such as `2026-03`; null if it is none. */
export function monthOfKey(key: string): MonthIndex | null {
  const match = MONTH_KEY.exec(key);
  const month = Number(match?.[2]);
  return match && month >= 1 && month <= 12 ? Number(match[1]) * 12 + month - 1 : null;
}

/** The months that can be planned, seen from a day. */
export function plannedMonths(asOf: ExcelSerial): { readonly from: MonthIndex; readonly to: MonthIndex } {
  const now = monthOf(asOf);
  return { from: now - PLANNED_BACK, to: now + PLANNED_AHEAD };
}

/** What the months are made of. */
export interface MonthFacts {
  readonly open: readonly Deal[];
  readonly won: readonly Deal[];
  readonly plans: ReadonlyMap<string, Money>;
  readonly ledger: Ledger;
  readonly asOf: ExcelSerial;
  /** First day of the ledger; null without dates. */
  readonly firstDate: ExcelSerial | null;
}

/**
 * Plan, forecast and fact by month (method.md §4): every month with an open deal or a plan and those around the as-of
 * date, ascending; open deals without a date last. Won deals count in the month they were closed in, else were expected in.
 */
export function* monthsWith(facts: MonthFacts): Steps<readonly DealMonth[]> {
  const { open, won, plans, asOf } = facts;
  const now = monthOf(asOf);
  const forecast = monthsOf(open, ({ expectedOn }) => expectedOn);
  const closed = monthsOf(won, ({ closedOn, expectedOn }) => closedOn ?? expectedOn);
  const planned = new Map<MonthIndex, Money>();
  const { from, to } = plannedMonths(asOf);
  for (const [key, plan] of plans) {
    const month = monthOfKey(key);
    if (month !== null && month >= from && month <= to) planned.set(month, plan);
  }
  const shown = new Set<MonthIndex>([...planned.keys()]);
  for (const month of forecast.keys()) if (month !== null) shown.add(month);
  for (let month = now - MONTHS_BACK; month <= now + MONTHS_AHEAD; month++) shown.add(month);
  const sales = yield* salesByMonth(facts, shown);

  const months = [...shown].sort((a, b) => a - b);
  const rows = months.map((month): DealMonth => {
    const { deals = 0, amount = ZERO, expected = ZERO } = forecast.get(month) ?? {};
    return {
      month,
      deals,
      amount,
      expected,
      plan: planned.get(month) ?? null,
      won: closed.get(month)?.amount ?? ZERO,
      sales: sales.get(month) ?? null,
    };
  });
  const undated = forecast.get(null);
  return undated ? [...rows, { month: null, ...undated, plan: null, won: ZERO, sales: null }] : rows;
}

/** Net revenue of these months up to the as-of date, exactly; a month that the ledger does not reach has none. */
function* salesByMonth(
  { ledger, asOf, firstDate }: MonthFacts,
  months: ReadonlySet<MonthIndex>,
): Steps<ReadonlyMap<MonthIndex, Money>> {
  const sales = new Map<MonthIndex, Money>();
  const { date, amount } = ledger;
  if (!date || firstDate === null) return sales;
  const [first, last] = [monthOf(firstDate), monthOf(asOf)];
  for (const month of months) if (month >= first && month <= last) sales.set(month, ZERO);
  if (sales.size === 0) return sales;
  const from = monthStart(Math.min(...sales.keys()));
  const monthOfDay = new Int32Array(monthEnd(last) - from + 1);
  for (const month of sales.keys())
    monthOfDay.fill(month, monthStart(month) - from, monthEnd(month) - from + 1);
  for (let row = 0; row < ledger.rowCount; row++) {
    if (row % ROWS_A_STEP === 0) yield row / ledger.rowCount;
    const day = date[row] ?? 0;
    if (day < from || day > asOf) continue;
    const month = monthOfDay[day - from] ?? 0;
    const known = sales.get(month);
    if (known !== undefined) sales.set(month, units(known + (amount[row] ?? 0)));
  }
  return sales;
}
