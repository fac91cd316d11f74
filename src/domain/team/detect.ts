import type { Thresholds } from '../settings';
import type { DetectedType, IntervalClass } from './types';
import { INTERVAL_CLASSES } from './types';

/** What the type of sales is detected from. The fields mean what they mean in `Team`. */
export interface TypeSigns {
  readonly fileMonths: number;
  readonly clients: number;
  readonly medianInterval: number | null;
  readonly oldClients: number;
  readonly singlePart: number | null;
  readonly revenueByInterval: Readonly<Record<IntervalClass, number>>;
}

/**
 * The type of sales (method.md §7; detection ours): too little data; else projects, where most old clients bought
 * once (told by at least `teamClients` of them); else by the median interval between purchases, unless no interval class holds most of the revenue, which is
 * a mixed portfolio. Without any client that has a rhythm nothing is known.
 */
export function detectType(signs: TypeSigns, thresholds: Thresholds): DetectedType {
  const { fileMonths, clients, medianInterval, oldClients, singlePart, revenueByInterval } = signs;
  if (fileMonths < thresholds.teamMonths || clients < thresholds.teamClients) return 'unknown';
  const hasOldClients = oldClients > 0 && oldClients >= thresholds.teamClients;
  if (hasOldClients && (singlePart ?? 0) >= thresholds.projectSingles) return 'project';
  if (medianInterval === null) return 'unknown';
  if (INTERVAL_CLASSES.every((each) => revenueByInterval[each] < thresholds.portfolioPart))
    return 'portfolio';
  return intervalClassOf(medianInterval, thresholds);
}

/** The class of an interval in days: at most `transactionalDays`, at most `mixedDays`, longer. */
export function intervalClassOf(
  interval: number,
  { transactionalDays, mixedDays }: Pick<Thresholds, 'transactionalDays' | 'mixedDays'>,
): IntervalClass {
  if (interval <= transactionalDays) return 'transactional';
  return interval <= mixedDays ? 'mixed' : 'consultative';
}
