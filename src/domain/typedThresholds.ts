import type { CellValue } from './shared/grid';
import { isWithinLimits } from './thresholdLimits';
import { RISING_THRESHOLDS } from './thresholds';
import type { ThresholdKey, Thresholds } from './thresholds';

/** A threshold that cannot be used: not a number in its range, or out of order with its neighbours. */
export interface ThresholdNote {
  readonly kind: 'threshold';
  readonly threshold: ThresholdKey;
  readonly problem: 'notANumber' | 'outOfRange' | 'outOfOrder';
  /** The value used instead. */
  readonly used: number;
}

/** Thresholds with the typed ones where they can be used. A group out of order keeps its values as a whole. */
export function withThresholds(
  base: Thresholds,
  typed: ReadonlyMap<ThresholdKey, CellValue>,
): { readonly thresholds: Thresholds; readonly notes: readonly ThresholdNote[] } {
  const thresholds: Record<ThresholdKey, number> = { ...base };
  const notes: ThresholdNote[] = [];
  for (const [threshold, value] of typed) {
    if (isWithinLimits(threshold, value)) thresholds[threshold] = value;
    else {
      const problem = typeof value === 'number' ? 'outOfRange' : 'notANumber';
      notes.push({ kind: 'threshold', threshold, problem, used: base[threshold] });
    }
  }
  for (const group of RISING_THRESHOLDS) {
    if (group.every((key, index) => index === 0 || thresholds[group[index - 1] ?? key] <= thresholds[key]))
      continue;
    for (const key of group) {
      if (thresholds[key] !== base[key])
        notes.push({ kind: 'threshold', threshold: key, problem: 'outOfOrder', used: base[key] });
      thresholds[key] = base[key];
    }
  }
  return { thresholds, notes };
}
