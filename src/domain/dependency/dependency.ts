import type { Entries } from '../entries';
import type { SalesFrame } from '../frame';
import { ZERO } from '../shared/money';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { holdingsOf } from './holdings';
import { keyClientsOf, managerLoads, managersNeeded } from './keyClients';
import { loyaltyList } from './loyalty';
import { massLimit } from './massLimit';
import { groupsOf, partsOf } from './parts';
import { quartersOf } from './quarters';
import type { Dependency } from './types';

/** On whom the revenue depends: clients, holdings, managers, product groups, and how that moved (method.md §3). */
export function* dependencyOf(frame: SalesFrame, entries: Entries): Steps<Dependency> {
  const { ledger, clients, concentration, settings } = frame;
  const { thresholds } = settings;
  const base = concentration?.base ?? ZERO;

  const holdings = yield* within(holdingsOf(frame), 0, 0.25);
  const quarters = yield* within(quartersOf(frame), 0.25, 0.6);
  const byManager = yield* within(partsOf(frame, ledger.manager), 0.6, 0.75);
  const byGroup = yield* within(partsOf(frame, groupsOf(ledger)), 0.75, 0.9);

  const buyers = clients.filter(({ revenue }) => revenue > 0).length;
  const mass = buyers > 0 ? massLimit(base, buyers, thresholds.massMultiple) : Infinity;
  const isMass = clients.map(({ revenue }) => revenue > 0 && revenue >= mass);
  yield 0.92;
  const keyClients = keyClientsOf(clients, base, thresholds, entries.marks);
  yield 0.96;
  return {
    flags: holdings.flags,
    isMass,
    holdings: holdings.holdings,
    holdingConcentration: holdings.concentration,
    quarters,
    byManager,
    byGroup,
    loyalty: loyaltyList(clients, base, thresholds),
    keyClients,
    managers: managerLoads(clients, keyClients, thresholds),
    managersNeeded: managersNeeded(keyClients.length, thresholds.keysPerManager),
  };
}
