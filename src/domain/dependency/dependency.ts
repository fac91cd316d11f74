import type { Entries } from '../entries';
import type { SalesFrame } from '../frame';
import type { Steps } from '../shared/steps';
import type { Dependency } from './types';

/** On whom the revenue depends (method.md §3). */
export function* dependencyOf({ clients }: SalesFrame, _entries: Entries): Steps<Dependency> {
  yield 0;
  return {
    flags: clients.map(({ flag }) => flag),
    isMass: clients.map(() => false),
    holdings: [],
    holdingConcentration: null,
    quarters: [],
    byManager: [],
    byGroup: [],
    loyalty: [],
    keyClients: [],
    managers: [],
    managersNeeded: 0,
  };
}
