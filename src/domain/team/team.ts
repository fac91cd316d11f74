import type { SalesFrame } from '../frame';
import type { Steps } from '../shared/steps';
import type { Team } from './types';

/** Type of sales and shape of the department; null without dates (method.md §7). */
export function* teamOf(_frame: SalesFrame): Steps<Team | null> {
  yield 0;
  return null;
}
