import type { ClientRow } from '../analysis';
import type { Entries } from '../entries';
import { KEY_MARKS } from '../entries';
import type { Thresholds } from '../settings';
import { compareText } from '../shared/compareText';
import type { Money } from '../shared/money';
import { addMoney, ZERO } from '../shared/money';
import { portionAtLeast } from '../shared/portion';
import type { KeyClient, KeyReason, ManagerLoad } from './types';

/**
 * Key clients with their reasons: a share of at least `keyShare` of the base, or a mark by hand (method.md §3, seed:
 * large is not the same as key). In the order of the clients.
 */
export function keyClientsOf(
  clients: readonly ClientRow[],
  base: Money,
  { keyShare }: Pick<Thresholds, 'keyShare'>,
  marks: Entries['marks'],
): readonly KeyClient[] {
  const least = Math.max(1, portionAtLeast(base, keyShare));
  return clients.flatMap(({ key, revenue }, client): KeyClient[] => {
    const given = marks.get(key);
    const reasons: KeyReason[] = [
      ...(revenue >= least ? (['share'] as const) : []),
      ...(given ? KEY_MARKS.filter((mark) => given.has(mark)) : []),
    ];
    return reasons.length > 0 ? [{ client, reasons }] : [];
  });
}

/**
 * How many key clients each manager holds (method.md §3, seed: 1–3), by the client's leading manager. By revenue of
 * key clients descending, then by revenue, then by name.
 */
export function managerLoads(
  clients: readonly ClientRow[],
  keyClients: readonly KeyClient[],
  { keysPerManager }: Pick<Thresholds, 'keysPerManager'>,
): readonly ManagerLoad[] {
  const loads = new Map<string, { keyClients: number; revenue: Money; keyRevenue: Money }>();
  const loadOf = (manager: string) => {
    const load = loads.get(manager) ?? { keyClients: 0, revenue: ZERO, keyRevenue: ZERO };
    loads.set(manager, load);
    return load;
  };
  for (const { manager, revenue } of clients) {
    if (manager === null) continue;
    const load = loadOf(manager);
    load.revenue = addMoney(load.revenue, revenue);
  }
  for (const { client } of keyClients) {
    const { manager, revenue } = clients[client] ?? { manager: null, revenue: ZERO };
    if (manager === null) continue;
    const load = loadOf(manager);
    load.keyClients += 1;
    load.keyRevenue = addMoney(load.keyRevenue, revenue);
  }
  return [...loads]
    .map(([manager, load]): ManagerLoad => ({
      manager,
      ...load,
      isOverloaded: load.keyClients > keysPerManager,
    }))
    .sort(
      (a, b) => b.keyRevenue - a.keyRevenue || b.revenue - a.revenue || compareText(a.manager, b.manager),
    );
}

/** Managers that so many key clients need: `ceil(key / keysPerManager)` (method.md §3); a norm below 1 counts as 1. */
export function managersNeeded(keyClients: number, keysPerManager: number): number {
  return Math.ceil(keyClients / Math.max(1, keysPerManager));
}
