import type { MonthIndex } from '../shared/dates';
import { monthOf } from '../shared/dates';
import { compareText } from '../shared/compareText';
import { addMoney, ZERO } from '../shared/money';
import type { Money } from '../shared/money';
import { DEAL_CATEGORIES } from './probability';
import type { DealCategory } from './probability';
import type { Deal, DealGroup, DealSum } from './types';

const NOTHING: DealSum = { deals: 0, amount: ZERO, expected: ZERO };

/** Deals, their amounts and what is expected of them, exactly. */
export function sumOf(deals: Iterable<Deal>): DealSum {
  let sum = NOTHING;
  for (const deal of deals) sum = plus(sum, deal);
  return sum;
}

/**
 * Deals summed by a text as Excel compares texts, without case; by expected amount descending, then by amount, then by
 * name. Groups are called as their first deal calls them.
 */
export function groupsBy(deals: Iterable<Deal>, nameOf: (deal: Deal) => string): readonly DealGroup[] {
  const groups = new Map<string, DealGroup>();
  for (const deal of deals) {
    const name = nameOf(deal);
    const key = name.toLowerCase();
    const known = groups.get(key);
    groups.set(key, { name: known?.name ?? name, ...plus(known ?? NOTHING, deal) });
  }
  return [...groups.values()].sort(
    (a, b) => b.expected - a.expected || b.amount - a.amount || compareText(a.name, b.name),
  );
}

/** Deals summed by category. */
export function categoriesOf(deals: readonly Deal[]): Readonly<Record<DealCategory, DealSum>> {
  return Object.fromEntries(
    DEAL_CATEGORIES.map((category) => [category, sumOf(deals.filter((deal) => deal.category === category))]),
  ) as Record<DealCategory, DealSum>;
}

/** Deals summed by the month of a day; deals without it under null. */
export function monthsOf(
  deals: Iterable<Deal>,
  dayOf: (deal: Deal) => Deal['expectedOn'],
): ReadonlyMap<MonthIndex | null, DealSum> {
  const months = new Map<MonthIndex | null, DealSum>();
  for (const deal of deals) {
    const day = dayOf(deal);
    const month = day === null ? null : monthOf(day);
    months.set(month, plus(months.get(month) ?? NOTHING, deal));
  }
  return months;
}

function plus(sum: DealSum, deal: { readonly amount: Money; readonly expected: Money }): DealSum {
  return {
    deals: sum.deals + 1,
    amount: addMoney(sum.amount, deal.amount),
    expected: addMoney(sum.expected, deal.expected),
  };
}
