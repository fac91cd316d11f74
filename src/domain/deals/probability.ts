import { decimalFromNumber, moneyFromDecimal, multiplyDecimals } from '../shared/decimal';
import type { ExcelSerial } from '../shared/dates';
import type { Money } from '../shared/money';
import { ZERO } from '../shared/money';
import type { Thresholds } from '../thresholds';
import type { Checklist } from './checklist';
import type { Outcome } from './outcome';

/** Where a deal's probability comes from; `unknown` without any of them: the forecast leaves the deal out and lists it. */
export const PROBABILITY_SOURCES = ['won', 'lost', 'manual', 'checklist', 'stage', 'unknown'] as const;
export type ProbabilitySource = (typeof PROBABILITY_SOURCES)[number];

/** The probability in force. */
export interface EffectiveProbability {
  /** 0 … 1; null if unknown. */
  readonly probability: number | null;
  readonly source: ProbabilitySource;
}

/** What is known of a deal's chances. Probabilities are 0 … 1. */
export interface ProbabilityFacts {
  readonly outcome: Outcome;
  readonly manual: number | null;
  readonly checklist: Checklist | null;
  readonly stage: number | null;
}

/**
 * The effective probability (method.md §4): 1 if won, 0 if lost; else typed by hand; else the checklist, capped by the
 * stage; else the stage. A checklist on a stage that nobody knows stands alone.
 */
export function effectiveProbability(facts: ProbabilityFacts): EffectiveProbability {
  if (facts.outcome === 'won') return { probability: 1, source: 'won' };
  if (facts.outcome === 'lost') return { probability: 0, source: 'lost' };
  if (facts.manual !== null) return { probability: facts.manual, source: 'manual' };
  if (facts.checklist)
    return { probability: Math.min(facts.checklist.probability, facts.stage ?? 1), source: 'checklist' };
  return facts.stage === null
    ? { probability: null, source: 'unknown' }
    : { probability: facts.stage, source: 'stage' };
}

/** Days past the expected day; ≤ 0 while it lies ahead, null without one. */
export function daysOverdue(expected: ExcelSerial | null, asOf: ExcelSerial): number | null {
  return expected === null ? null : asOf - expected;
}

/**
 * What is left of the probability after the expected day has passed (method.md §4): 1 up to the day, then ¾, ½, ¼, and
 * nothing after `overdueThird` days. Not for won and lost deals nor for probabilities typed by hand.
 */
export function overdueFactor(days: number | null, source: ProbabilitySource, limits: Thresholds): number {
  if (days === null || days <= 0 || source === 'won' || source === 'lost' || source === 'manual') return 1;
  if (days <= limits.overdueFirst) return limits.overdueFirstFactor;
  if (days <= limits.overdueSecond) return limits.overdueSecondFactor;
  return days <= limits.overdueThird ? limits.overdueThirdFactor : 0;
}

/** amount · probability · factor, exact and rounded once to 1/10,000 of the currency unit. */
export function expectedAmount(amount: Money, probability: number, factor: number): Money {
  const [money, chance, part] = [amount, probability, factor].map(decimalFromNumber);
  if (!money || !chance || !part) return ZERO;
  const product = multiplyDecimals(multiplyDecimals(money, chance), part);
  // `amount` counts in units already: four decimal places more than the currency's.
  return moneyFromDecimal({ coefficient: product.coefficient, scale: product.scale + MONEY_PLACES }) ?? ZERO;
}
/** Decimal places of `Money`. */
const MONEY_PLACES = 4;

/** How sure a deal is: at least `commit`, at least `bestCase`, any chance, none. */
export const DEAL_CATEGORIES = ['commit', 'bestCase', 'pipeline', 'omitted'] as const;
export type DealCategory = (typeof DEAL_CATEGORIES)[number];

/** The category of a chance 0 … 1, the overdue factor in it (method.md §4). */
export function categoryOf(chance: number, limits: Thresholds): DealCategory {
  const exact = Math.round(chance * CHANCE_GRAIN) / CHANCE_GRAIN;
  if (exact >= limits.commit) return 'commit';
  if (exact >= limits.bestCase) return 'bestCase';
  return exact > 0 ? 'pipeline' : 'omitted';
}
/** Binary noise of a product of shares lies far below this part of a chance. */
const CHANCE_GRAIN = 1e9;
