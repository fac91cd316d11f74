/** Types of sales (method.md §7). */
export const SALES_TYPES = ['transactional', 'mixed', 'consultative', 'project'] as const;
export type SalesType = (typeof SALES_TYPES)[number];

/** Type of sales and shape of the department (method.md §7). */
export interface Team {
  /** `portfolio`: no interval class holds `portfolioPart` of revenue; `unknown`: too little data. */
  readonly detected: SalesType | 'portfolio' | 'unknown';
  /** Confirmed by the user, else what was detected. */
  readonly type: SalesType | 'portfolio' | 'unknown';
  readonly isConfirmed: boolean;
  /** Median of clients' median intervals in days (≥ 3 dates each); null without any. */
  readonly medianInterval: number | null;
  /** Share of single-purchase clients among those first seen `singleMonths` ago or earlier; null without any. */
  readonly singlePart: number | null;
  /** Share of revenue by interval class; sums to at most 1 (clients with too few dates are in none). */
  readonly revenueByInterval: Readonly<Record<'transactional' | 'mixed' | 'consultative', number>>;
  readonly managers: number;
  /** Full-time managers' worth of time freed by taking routine away: managers × `routineTime`. */
  readonly managersFreed: number;
  /** People who take the routine over: ceil(managers ÷ `routineManagers`). */
  readonly assistantsNeeded: number;
}
