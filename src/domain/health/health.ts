import type { Entries } from '../entries';
import type { SalesFrame } from '../frame';
import type { Steps } from '../shared/steps';
import type { Team } from '../team/types';
import type { Health } from './types';

/** Health of the client base; null without dates (method.md §6). */
export function* healthOf(_frame: SalesFrame, _entries: Entries, _team: Team | null): Steps<Health | null> {
  yield 0;
  return null;
}
