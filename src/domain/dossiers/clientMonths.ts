import type { Analysis } from '../analysis';
import type { Health } from '../health/types';
import { ROWS_A_STEP } from '../ledgerSpan';
import type { Ledger } from '../sales/types';
import { monthsByDay } from '../shared/monthsByDay';
import { units } from '../shared/money';
import type { Steps } from '../shared/steps';
import type { DossierMonth } from './factTypes';

const MONTHS_A_YEAR = 12;

/** What the months are laid along: null without dates. */
export interface MonthsScope {
  readonly asOf: Analysis['asOf'];
  readonly health: Pick<Health, 'months' | 'fileStart'> | null;
}

/**
 * Net revenue by calendar month, over the months of the trend of «Здоровье базы» (at most 24 up to the as-of date): tells
 * those of a client by its index. The months of all clients add up to the trend's. `rows` are all up to the as-of date.
 */
export function* clientMonths(
  { client, date, amount }: Ledger,
  { asOf, health }: MonthsScope,
  rows: Int32Array,
): Steps<(client: number) => readonly DossierMonth[] | null> {
  const begin = health?.months[0];
  if (asOf === null || !health || !date || !begin) return () => (health ? [] : null);
  const monthAt = monthsByDay(health.fileStart, asOf);
  const firstMonth = begin.year * MONTHS_A_YEAR + begin.month - 1;
  const byClient = new Map<number, Float64Array>();
  for (let i = 0; i < rows.length; i++) {
    if (i % ROWS_A_STEP === 0) yield i / rows.length;
    const row = rows[i] ?? 0;
    const slot = monthAt(date[row] ?? 0) - firstMonth;
    if (slot < 0) continue;
    const who = client[row] ?? 0;
    let revenue = byClient.get(who);
    if (!revenue) byClient.set(who, (revenue = new Float64Array(health.months.length)));
    revenue[slot] = (revenue[slot] ?? 0) + (amount[row] ?? 0);
  }
  return (who) => {
    const revenue = byClient.get(who);
    return health.months.map(({ year, month }, slot) => ({
      year,
      month,
      revenue: units(revenue?.[slot] ?? 0),
    }));
  };
}
