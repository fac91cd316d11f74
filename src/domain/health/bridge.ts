import { ROWS_A_STEP } from '../ledgerSpan';
import { units } from '../shared/money';
import type { Steps } from '../shared/steps';
import type { Bridge, BridgePart } from './types';

/** One client between two periods. */
export interface BridgeClient {
  /** Net revenue in the period before and in the period, in units of `Money`; either may be negative. */
  readonly before: number;
  readonly now: number;
  /** The first purchase ever is in the period. */
  readonly isNew: boolean;
  /** Bought (an order with a positive total) before the period, and in the period before. */
  readonly boughtEver: boolean;
  readonly boughtBefore: boolean;
}

/**
 * The cause of a client's change in revenue, null without a change. The whole change of a client goes to one part,
 * so that the parts add up exactly, returns included:
 * - more than before: new if its first purchase ever is in the period; reactivated if it had bought, but not in the
 *   period before; else expansion (also of fewer returns);
 * - less than before: lost if it had revenue and now has none (returns beyond that belong to the loss); else
 *   contraction (also of returns without purchases).
 */
export function bridgePartOf({
  before,
  now,
  isNew,
  boughtEver,
  boughtBefore,
}: BridgeClient): BridgePart | null {
  if (now === before) return null;
  if (now < before) return before > 0 && now <= 0 ? 'lost' : 'contraction';
  if (isNew) return 'new';
  return boughtEver && !boughtBefore ? 'reactivated' : 'expansion';
}

/** The growth bridge over all clients (method.md §6): before + parts = now, exactly. */
export function* bridgeOf(clients: number, clientAt: (client: number) => BridgeClient): Steps<Bridge> {
  const money = { new: 0, reactivated: 0, expansion: 0, contraction: 0, lost: 0 };
  const count = { ...money };
  let [before, now] = [0, 0];
  for (let index = 0; index < clients; index++) {
    if (index % ROWS_A_STEP === 0) yield index / clients;
    const client = clientAt(index);
    before += client.before;
    now += client.now;
    const part = bridgePartOf(client);
    if (part === null) continue;
    money[part] += client.now - client.before;
    count[part]++;
  }
  return {
    new: units(money.new),
    reactivated: units(money.reactivated),
    expansion: units(money.expansion),
    contraction: units(money.contraction),
    lost: units(money.lost),
    before: units(before),
    now: units(now),
    delta: units(now - before),
    clients: count,
  };
}
