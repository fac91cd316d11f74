import type { ClientRow } from '../analysis';
import type { Settings } from '../settings';
import type { Money } from '../shared/money';
import { MONEY_SCALE, units } from '../shared/money';
import { leastAtMean } from './leastAtMean';

/**
 * The least revenue of the period that counts as buying much (method.md §2): that of the smallest client of class A;
 * a fixed sum; the mean of all buyers; or that of the n-th largest client. Equal revenues get one answer. Null if
 * nobody can buy much. Clients are ordered by revenue, descending.
 */
export function leastMuch(
  clients: readonly Pick<ClientRow, 'revenue' | 'volumeClass'>[],
  { choices, thresholds }: Pick<Settings, 'choices' | 'thresholds'>,
): Money | null {
  const firstIdle = clients.findIndex(({ revenue }) => revenue <= 0);
  const buyers = firstIdle === -1 ? clients : clients.slice(0, firstIdle);
  switch (choices.much) {
    case 'volumeA': {
      const firstNotA = clients.findIndex(({ volumeClass }) => volumeClass !== 'A');
      return clients[(firstNotA === -1 ? clients.length : firstNotA) - 1]?.revenue ?? null;
    }
    case 'sum':
      return units(Math.max(1, Math.round(thresholds.muchSum * MONEY_SCALE)));
    case 'mean': {
      const sum = units(buyers.reduce((total, { revenue }) => total + revenue, 0));
      return buyers.length > 0 ? leastAtMean(sum, buyers.length) : null;
    }
    case 'top':
      return (
        buyers[Math.min(Math.max(1, Math.floor(thresholds.muchTop)), buyers.length) - 1]?.revenue ?? null
      );
  }
}
