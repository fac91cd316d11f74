import { THRESHOLDS } from './thresholds';
import type { ThresholdKey, ThresholdUnit } from './thresholds';

/** What a threshold may be: `min` and `max` inclusive; `isWhole` where half a day or half a client means nothing. */
export interface ThresholdLimits {
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
}

/**
 * Limits by unit: shares are parts of a whole, an HHI cannot pass the points of a monopoly, and nothing is judged by
 * zero days, months or clients. The upper ends only catch slips of the keyboard.
 */
const BY_UNIT: Readonly<Record<ThresholdUnit, ThresholdLimits>> = {
  share: { min: 0, max: 1, isWhole: false },
  points: { min: 0, max: 10_000, isWhole: false },
  days: { min: 1, max: 3650, isWhole: true },
  months: { min: 1, max: 120, isWhole: true },
  count: { min: 1, max: 100_000, isWhole: true },
  money: { min: 0, max: 1e12, isWhole: false },
  times: { min: 0.1, max: 1000, isWhole: false },
  level: { min: 0, max: 100, isWhole: false },
};

/** Lower ends that differ from those of the unit. */
const LEAST: Partial<Record<ThresholdKey, number>> = {
  /** 0: the file begins where the client base began. */
  startMonths: 0,
  /** One date has no interval. */
  rhythmDates: 2,
};

/** The limits of a threshold, in its own unit. */
export function limitsOf(key: ThresholdKey): ThresholdLimits {
  const limits = BY_UNIT[THRESHOLDS[key].unit];
  return { ...limits, min: LEAST[key] ?? limits.min };
}

/** Whether a value can be used for a threshold. */
export function isWithinLimits(key: ThresholdKey, value: unknown): value is number {
  const { min, max, isWhole } = limitsOf(key);
  return typeof value === 'number' && value >= min && value <= max && (!isWhole || Number.isInteger(value));
}
