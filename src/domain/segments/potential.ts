import type { PotentialFacts } from '../entries';
import type { Share } from '../analysis';
import type { Money } from '../shared/money';
import { units } from '../shared/money';
import type { Potential } from './types';

/** Shares of the budget are compared at so many decimals, here and in the workbook: 0.5 is 0.5 in spite of binary. */
export const SHARE_DECIMALS = 9;
const SHARE_SCALE = 10 ** SHARE_DECIMALS;

/** Facts of two sources put together, field by field: what the first knows wins (method.md §2: typed over listed). */
export function mergedFacts(
  typed: PotentialFacts | undefined,
  listed: PotentialFacts | undefined,
): PotentialFacts | null {
  if (!typed || !listed) return typed ?? listed ?? null;
  return {
    budget: typed.budget ?? listed.budget,
    ourShare: typed.ourShare ?? listed.ourShare,
    drivers: typed.drivers ?? listed.drivers,
    norm: typed.norm ?? listed.norm,
    segment: typed.segment ?? listed.segment,
    assessedOn: typed.assessedOn ?? listed.assessedOn,
  };
}

/**
 * What a client could buy a year, by the most trusted method that has its facts (method.md §2): the budget as stated;
 * revenue ÷ our stated share; drivers × norm; the peers of its segment. Null if none has: it is never imputed. Facts
 * that are not positive, and a share above 1, count as unknown. Revenue of 600 with a share of 0.3 makes 2000.
 */
export function potentialOf(
  facts: PotentialFacts,
  annualRevenue: Money,
  peers: Money | null,
): Potential | null {
  const { budget, ourShare, drivers, norm, assessedOn } = facts;
  if (budget !== null && budget > 0) return { amount: budget, method: 'budget', assessedOn };
  if (ourShare !== null && ourShare > 0 && ourShare <= 1 && annualRevenue > 0)
    return { amount: units(Math.round(annualRevenue / ourShare)), method: 'share', assessedOn };
  if (drivers !== null && norm !== null && drivers > 0 && norm > 0)
    return { amount: units(Math.round(drivers * norm)), method: 'norm', assessedOn };
  if (peers !== null && peers > 0) return { amount: peers, method: 'peers', assessedOn };
  return null;
}

/** Our share of a known potential, as it is compared: not cut, at nine decimals. */
export function comparedShare(
  { amount, method }: Potential,
  ourShare: number | null,
  annualRevenue: Money,
): number {
  // The stated share itself: dividing by its own quotient would lose its last digits.
  const share = method === 'share' && ourShare !== null ? ourShare : annualRevenue / amount;
  return Math.round(share * SHARE_SCALE) / SHARE_SCALE;
}

/** Our share of a known potential for reading: cut at nothing and at everything (method.md §2). */
export function shownShare(compared: number): Share {
  return Math.min(1, Math.max(0, compared)) as Share;
}

/** What a client could still buy from us a year: max(0, potential − revenue of twelve months) (method.md §2). */
export function headroomOf({ amount }: Potential, annualRevenue: Money): Money {
  return units(Math.max(0, amount - annualRevenue));
}
