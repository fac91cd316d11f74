import type { Deal } from '../deals/types';
import { typedShare } from '../lists/typedCells';
import type { Settings } from '../settings';
import type { Result } from '../shared/result';
import { fail, ok } from '../shared/result';
import { fieldValue } from './book';
import type { PageWords } from './book';
import type { ChoiceOf } from './figures';
import { dealCalled } from './openDealLabels';

/** What a confirmed meeting report carries over to «Сделки». */
export interface ConfirmedChange {
  /** Key of the deal. */
  readonly deal: string;
  /** 0 … 1 */
  readonly probability: number;
}

/** Why a meeting report carries nothing over, in the order of the checks; the page says it. */
export const CHANGE_OBSTACLES = [
  'notConfirmed',
  'noDeal',
  'unknownDeal',
  'noProbability',
  'badProbability',
] as const;
export type ChangeObstacle = (typeof CHANGE_OBSTACLES)[number];

/**
 * The probability that a meeting report gives a deal, once a person has confirmed it (method.md §5). `deals` are the
 * client's open ones; the deal is found by what its drop-down calls it. 0.4, 40 and «40 %» are the same.
 */
export function confirmedChange(
  words: PageWords,
  deals: readonly Pick<Deal, 'key' | 'name'>[],
  habits: Pick<Settings, 'decimalSeparator' | 'dateOrder'>,
  choiceOf: ChoiceOf,
): Result<ConfirmedChange, ChangeObstacle> {
  if (choiceOf('confirm', fieldValue(words, 'meeting.confirm')) !== 'yes') return fail('notConfirmed');
  const called = String(fieldValue(words, 'meeting.deal'));
  if (called === '') return fail('noDeal');
  const deal = dealCalled(called, deals);
  if (!deal) return fail('unknownDeal');
  const typed = fieldValue(words, 'meeting.after');
  if (typed === '') return fail('noProbability');
  const probability = typedShare(typed, habits);
  return probability === null ? fail('badProbability') : ok({ deal: deal.key, probability });
}
