import type { PotentialFacts } from '../entries';
import type { Share } from '../analysis';
import type { Money } from '../shared/money';
import { units } from '../shared/money';
import type { Potential } from './types';

/** Shares of the budget are compared at so many decimals, here and in the workbook: 0.5 is 0.5 in spite of binary. */
export const SHARE_DECIMALS = 9;
const SHARE_SCALE = 10 ** SHARE_DECIMALS;

/**
 * Facts of two sources put together, field by field: what the first knows wins (method.md §2: typed over listed). What
 * cannot be – nothing, less than nothing, a share above 1 – is not known.
 */
export function mergedFacts(
  typed: PotentialFacts | undefined,
  listed: PotentialFacts | undefined,
): PotentialFacts | null {
  if (!typed && !listed) return null;
  const first = <T>(pick: (facts: PotentialFacts) => T | null, isUsable: (value: T) => boolean): T | null => {
    for (const facts of [typed, listed]) {
      const value = facts ? pick(facts) : null;
      if (value !== null && isUsable(value)) return value;
    }
    return null;
  };
  const isPositive = (value: number) => value > 0;
  return {
    budget: first(({ budget }) => budget, isPositive),
    ourShare: first(
      ({ ourShare }) => ourShare,
      (share) => share > 0 && share <= 1,
    ),
    drivers: first(({ drivers }) => drivers, isPositive),
    norm: first(({ norm }) => norm, isPositive),
    segment: first(
      ({ segment }) => segment,
      (segment) => segment.trim() !== '',
    ),
    assessedOn: first(({ assessedOn }) => assessedOn, isPositive),
  };
}

/**
 * What a client could buy a year, by the most trusted method that has its facts (method.md §2): the budget as stated;
 * revenue ÷ our stated share; drivers × norm; the peers of its segment. Null if none has: it is never imputed. The
 * facts are {@link mergedFacts}. Revenue of 600 with a share of 0.3 makes 2000.
 */
export function potentialOf(
  facts: PotentialFacts,
  annualRevenue: Money,
  peers: Money | null,
): Potential | null {
  const { budget, ourShare, drivers, norm, assessedOn } = facts;
  if (budget !== null) return { amount: budget, method: 'budget', assessedOn };
  if (ourShare !== null && annualRevenue > 0)
    return { amount: units(Math.round(annualRevenue / ourShare)), method: 'share', assessedOn };
  if (drivers !== null && norm !== null)
    return { amount: units(Math.round(drivers * norm)), method: 'norm', assessedOn };
  if (peers !== null && peers > 0) return { amount: peers, method: 'peers', assessedOn };
  return null;
}

/**
 * Our share of a known potential (method.md §2), cut at nothing and at everything, at nine decimals, so that a share of
 * exactly the limit is not below it.
 */
export function budgetShareOf(
  { amount, method }: Potential,
  ourShare: number | null,
  annualRevenue: Money,
): Share {
  // The stated share itself: dividing by its own quotient would lose its last digits.
  const share = method === 'share' && ourShare !== null ? ourShare : annualRevenue / amount;
  return Math.min(1, Math.max(0, Math.round(share * SHARE_SCALE) / SHARE_SCALE)) as Share;
}

/** What a client could still buy from us a year: max(0, potential − revenue of twelve months) (method.md §2). */
export function headroomOf({ amount }: Potential, annualRevenue: Money): Money {
  return units(Math.max(0, amount - annualRevenue));
}
