import type { Thresholds } from '../settings';
import type { DetectedType, IntervalClass } from '../team/types';
import type { Status, StatusLimits } from './types';

/** What a client's status is told from. Days are whole. */
export interface RhythmFacts {
  readonly daysSinceFirst: number;
  readonly daysSinceLast: number;
  readonly purchaseDays: number;
  /** False for clients first seen in the file's first months: they may be old ones. */
  readonly isStartKnown: boolean;
}

/**
 * A client's status (method.md §6; rule ours). New: its first purchase is at most `newDays` old, and known to be the
 * first. Single: one purchase, older. Else by days since the last purchase against the limits; lost only from
 * `lostDays` on. With a rhythm of 20 days: up to 30 active, up to 40 cooling, up to 60 sleeping, 61 to 89 still
 * sleeping, from 90 lost.
 */
export function statusOf(facts: RhythmFacts, limits: StatusLimits, thresholds: Thresholds): Status {
  const { daysSinceFirst, daysSinceLast, purchaseDays, isStartKnown } = facts;
  if (daysSinceFirst <= thresholds.newDays) {
    if (isStartKnown) return 'new';
  } else if (purchaseDays === 1) {
    return 'single';
  }
  if (daysSinceLast <= limits.active) return 'active';
  if (daysSinceLast <= limits.cooling) return 'cooling';
  return daysSinceLast <= limits.sleeping || daysSinceLast < thresholds.lostDays ? 'sleeping' : 'lost';
}

/** Limits of a client with a rhythm of its own: 1.5, 2 and 3 times the rhythm by default. */
export function ownLimits(rhythm: number, thresholds: Thresholds): StatusLimits {
  return {
    active: thresholds.rhythmActive * rhythm,
    cooling: thresholds.rhythmCooling * rhythm,
    sleeping: thresholds.rhythmSleeping * rhythm,
  };
}

/** Limits of clients with too few dates, by type of sales. */
export function typeLimits(type: IntervalClass, thresholds: Thresholds): StatusLimits {
  return {
    active: thresholds[`${type}Active`],
    cooling: thresholds[`${type}Cooling`],
    sleeping: thresholds[`${type}Sleeping`],
  };
}

/**
 * The type whose limits hold (ours): projects are bought as rarely as consultative sales; a portfolio and an unknown
 * type take the middle.
 */
export function limitsTypeOf(type: DetectedType): IntervalClass {
  switch (type) {
    case 'project':
      return 'consultative';
    case 'portfolio':
    case 'unknown':
      return 'mixed';
    default:
      return type;
  }
}
