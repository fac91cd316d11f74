import type { Letter } from '../entries';
import type { Choices } from '../thresholds';

/** The two answers about a client that make its letter (method.md §2). */
export interface LetterFacts {
  readonly buysMuch: boolean;
  /** Its potential is as large as the revenue of a client that buys much. */
  readonly hasBigBudget: boolean;
  /** Our share of its budget is below the limit. */
  readonly canBuyMore: boolean;
}

/**
 * ABCD by potential (method.md §2). `growth`: A buys much and could buy more, B much but no more, C little but could
 * buy more, D neither. `budget`, the other reading in use: A has a big budget and we have a high share of it, B big
 * and low, C small and high, D small and low.
 */
export function letterOf(
  { buysMuch, hasBigBudget, canBuyMore }: LetterFacts,
  model: Choices['letters'],
): Letter {
  if (model === 'growth') {
    if (buysMuch) return canBuyMore ? 'A' : 'B';
    return canBuyMore ? 'C' : 'D';
  }
  if (hasBigBudget) return canBuyMore ? 'B' : 'A';
  return canBuyMore ? 'D' : 'C';
}
