import type { Concentration, DependencyFlag, Share, VolumeClass } from './analysis';
import { concentrationOf } from './dependency/concentration';
import { dependencyFlagger } from './dependency/flags';
import { ROWS_A_STEP } from './ledgerSpan';
import type { LedgerClient } from './sales/types';
import { accumulatedBefore } from './segments/accumulated';
import { classLimits } from './segments/classLimits';
import type { ClassLimits } from './segments/classLimits';
import { volumeClassifier } from './segments/volumeClass';
import type { Thresholds } from './settings';
import { compareText } from './shared/compareText';
import { units } from './shared/money';
import type { Money } from './shared/money';
import { sortInSteps } from './shared/sortInSteps';
import { within } from './shared/steps';
import type { Steps } from './shared/steps';
import type { Choices } from './thresholds';

/** Where one client stands among all. The fields mean what they mean in `ClientRow`. */
export interface Standing {
  /** Index of the client as given. */
  readonly client: number;
  readonly revenue: Money;
  readonly share: Share | null;
  readonly rank: number | null;
  readonly cumulativeBefore: Share | null;
  readonly volumeClass: VolumeClass;
  readonly flag: DependencyFlag;
}

/** All clients by revenue, and how concentrated it is. */
export interface Standings {
  readonly rows: readonly Standing[];
  /** Null when no client has positive net revenue (method.md §8). */
  readonly concentration: Concentration | null;
  /** The class bounds in force. */
  readonly limits: ClassLimits;
}

/**
 * Ranks clients by exact net revenue (units of `Money`, by client index), classifies and flags them, and measures
 * concentration (method.md §2, §3). Shares are of `R = Σ max(net, 0)`; clients without net revenue stand last, are
 * D and have no share. Equal revenues are ordered by name, then by key, by code units. The class bounds are own
 * numbers or come from the revenue curve, as `bounds` says.
 */
export function* standingsOf(
  clients: readonly Pick<LedgerClient, 'key' | 'name'>[],
  revenue: Float64Array,
  thresholds: Thresholds,
  bounds: Choices['bounds'] = 'fixed',
): Steps<Standings> {
  const order = yield* within(rankingOf(clients, revenue), 0, RANKED);
  const sorted = Float64Array.from(order, (client) => revenue[client] ?? 0);
  const descending = sorted.filter((amount) => amount > 0);
  const base = totalOf(descending);
  const before = accumulatedBefore(descending);
  const limits = classLimits(descending, base, thresholds, bounds);
  const classOf = volumeClassifier(limits);
  const flagOf = dependencyFlagger(base, thresholds);

  const rows: Standing[] = [];
  for (const [position, client] of order.entries()) {
    if (position % ROWS_A_STEP === 0) yield RANKED + (CLASSED - RANKED) * (position / order.length);
    const amount = units(sorted[position] ?? 0);
    const accumulated = units(before[position] ?? 0);
    const counts = amount > 0;
    rows.push({
      client,
      revenue: amount,
      share: counts ? ((amount / base) as Share) : null,
      rank: counts ? position + 1 : null,
      cumulativeBefore: counts ? ((accumulated / base) as Share) : null,
      volumeClass: classOf(amount, accumulated),
      flag: flagOf(amount),
    });
  }
  if (descending.length === 0) return { rows, concentration: null, limits };
  const negatives = totalOf(sorted.filter((amount) => amount < 0));
  const flags = rows.map((row) => row.flag);
  const concentration = yield* within(concentrationOf({ descending, base, negatives, flags }), CLASSED, 1);
  return { rows, concentration, limits };
}

/** Ranking the clients is about this part of the work, and this much is done when they have their classes. */
const RANKED = 0.7;
const CLASSED = 0.9;

function rankingOf(
  clients: readonly Pick<LedgerClient, 'key' | 'name'>[],
  revenue: Float64Array,
): Steps<Int32Array> {
  return sortInSteps(Int32Array.from(clients.keys()), (a, b) => {
    const difference = (revenue[b] ?? 0) - (revenue[a] ?? 0);
    if (difference !== 0) return difference;
    return (
      compareText(clients[a]?.name ?? '', clients[b]?.name ?? '') ||
      compareText(clients[a]?.key ?? '', clients[b]?.key ?? '')
    );
  });
}

function totalOf(amounts: Float64Array): Money {
  return units(amounts.reduce((total, amount) => total + amount, 0));
}
