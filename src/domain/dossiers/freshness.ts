import type { Thresholds } from '../settings';
import type { ExcelSerial } from '../shared/dates';

/** How fresh a dossier is: updated up to `freshDays` ago, up to `staleDays`, longer; or never dated (method.md §5). */
export type Freshness = 'fresh' | 'ageing' | 'stale' | 'unknown';

/** Freshness on a day. Exactly 90 days ago is fresh, 91 are not; a day to come, written after the run, is fresh. */
export function freshnessOf(
  updated: ExcelSerial | null,
  today: ExcelSerial,
  { freshDays, staleDays }: Pick<Thresholds, 'freshDays' | 'staleDays'>,
): Freshness {
  if (updated === null) return 'unknown';
  const days = today - updated;
  if (days <= freshDays) return 'fresh';
  return days <= staleDays ? 'ageing' : 'stale';
}
