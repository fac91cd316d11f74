import type { ClientRow, VolumeClass } from '../analysis';
import type { SalesFrame } from '../frame';
import { ordersAmong } from '../orders';
import { purchasesByClient } from '../purchases';
import { units } from '../shared/money';
import type { Money } from '../shared/money';
import { sortInSteps } from '../shared/sortInSteps';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { standingsOf } from '../standings';
import type { ClassLimits } from './classLimits';
import type { Move, Movement } from './types';

/** Clients handled between two breaths. */
const CLIENTS_A_STEP = 8_192;

const CLASSES: readonly VolumeClass[] = ['A', 'B', 'C', 'D'];

/** A client in the period before. */
export interface Before {
  readonly volumeClass: VolumeClass;
  readonly revenue: Money;
  /** Money accumulated before it; zero without net revenue. */
  readonly accumulated: Money;
  readonly orders: number | null;
}

/** The period before as a whole. */
export interface PeriodBefore {
  readonly base: Money;
  readonly limits: ClassLimits;
  /** Aligned with `Analysis.clients`. */
  readonly clients: readonly Before[];
}

/** Classes of the period before by the same rule on its own revenue (method.md §2, “Movement”); null without one. */
export function* periodBefore(frame: SalesFrame): Steps<PeriodBefore | null> {
  const { ledger, settings, before, revenueBefore } = frame;
  if (before === null || revenueBefore === null) return null;
  const { rows, concentration, limits } = yield* within(
    standingsOf(ledger.clients, revenueBefore, settings.thresholds, settings.choices.bounds),
    0,
    0.6,
  );
  const orders = yield* within(ordersAmong(ledger, before), 0.6, 0.8);
  const purchases = orders && purchasesByClient(orders, ledger.clients.length);
  const byIndex = new Array<Before | undefined>(ledger.clients.length);
  let accumulated = 0;
  let ahead = 0;
  for (const [position, { client, revenue, volumeClass }] of rows.entries()) {
    if (position % CLIENTS_A_STEP === 0) yield 0.8 + (0.2 * position) / rows.length;
    if (position === 0 || rows[position - 1]?.revenue !== revenue) ahead = accumulated;
    accumulated += Math.max(revenue, 0);
    byIndex[client] = {
      volumeClass,
      revenue,
      accumulated: units(revenue > 0 ? ahead : 0),
      orders: purchases?.(client).orders ?? null,
    };
  }
  return {
    base: concentration?.base ?? units(0),
    limits,
    clients: frame.clients.flatMap(({ index }) => byIndex[index] ?? []),
  };
}

/**
 * Who moved between the classes: the matrix over all clients, so that its margins are the class counts of both
 * periods, and the moves by the size of the change in revenue; equal ones in the order of the clients.
 */
export function* movementOf(clients: readonly ClientRow[], before: PeriodBefore): Steps<Movement> {
  const matrix = emptyMatrix();
  const moves: Move[] = [];
  for (const [position, { volumeClass, revenue, orders }] of clients.entries()) {
    if (position % CLIENTS_A_STEP === 0) yield (0.5 * position) / clients.length;
    const past = before.clients[position];
    if (!past) continue;
    matrix[past.volumeClass][volumeClass] += 1;
    if (past.volumeClass === volumeClass) continue;
    moves.push({
      client: position,
      from: past.volumeClass,
      to: volumeClass,
      revenueBefore: past.revenue,
      revenue,
      ordersBefore: past.orders,
      orders,
    });
  }
  const changes = Float64Array.from(moves, (move) => Math.abs(move.revenue - move.revenueBefore));
  const order = yield* within(
    sortInSteps(Int32Array.from(moves.keys()), (a, b) => (changes[b] ?? 0) - (changes[a] ?? 0)),
    0.5,
    1,
  );
  return { matrix, moves: Array.from(order).flatMap((i) => moves[i] ?? []) };
}

function emptyMatrix(): Record<VolumeClass, Record<VolumeClass, number>> {
  const row = () => Object.fromEntries(CLASSES.map((each) => [each, 0])) as Record<VolumeClass, number>;
  return { A: row(), B: row(), C: row(), D: row() };
}
