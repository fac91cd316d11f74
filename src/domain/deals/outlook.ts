import { monthOf } from '../shared/dates';
import type { ExcelSerial, MonthIndex } from '../shared/dates';
import { addMoney, subtractMoney, units, ZERO } from '../shared/money';
import type { Steps } from '../shared/steps';
import { chanceOfAtLeast, distributionOf } from './distribution';
import { sumOf } from './sums';
import type { Deal, DealMonth, PlanOutlook } from './types';

/**
 * The months that people planned, from the month of the as-of date to the last one with a plan: what is there, what is
 * due, how much work covers the rest, and the chance to get there (method.md §4). Null without a plan.
 */
export function* outlookOf(
  open: readonly Deal[],
  months: readonly DealMonth[],
  asOf: ExcelSerial,
  wonIsKnown: boolean,
): Steps<PlanOutlook | null> {
  const from = monthOf(asOf);
  const planned = months.filter(({ month, plan }) => month !== null && month >= from && plan !== null);
  const last = planned.at(-1)?.month ?? null;
  if (last === null) return null;
  const plan = planned.reduce((sum, each) => addMoney(sum, each.plan ?? ZERO), ZERO);
  const fact = planned.reduce(
    (sum, { won, sales }) => addMoney(sum, wonIsKnown ? won : (sales ?? ZERO)),
    ZERO,
  );
  const dueDeals = open.filter((deal) => isDue(deal, last));
  const due = sumOf(dueDeals);
  const left = subtractMoney(plan, fact);
  const distribution = yield* distributionOf(dueDeals);
  return {
    to: last,
    plan,
    fact,
    factIs: wonIsKnown ? 'won' : 'sales',
    due,
    coverage: left > 0 ? due.amount / left : null,
    chance: left > 0 ? chanceOfAtLeast(distribution, units(left)) : 1,
  };
}

/** Expected by the end of a month; what is overdue is due all the more. */
export function isDue({ expectedOn }: Deal, last: MonthIndex): boolean {
  return expectedOn !== null && monthOf(expectedOn) <= last;
}
