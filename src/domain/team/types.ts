/** Types of sales (method.md §7). */
export const SALES_TYPES = ['transactional', 'mixed', 'consultative', 'project'] as const;
export type SalesType = (typeof SALES_TYPES)[number];

/** What the data say: `portfolio`: no interval class holds `portfolioPart` of revenue; `unknown`: too little data. */
export type DetectedType = SalesType | 'portfolio' | 'unknown';

/** Types told by the median interval between purchases; projects are told by single purchases. */
export const INTERVAL_CLASSES = ['transactional', 'mixed', 'consultative'] as const;
export type IntervalClass = (typeof INTERVAL_CLASSES)[number];

/** Type of sales and shape of the department (method.md §7). */
export interface Team {
  readonly detected: DetectedType;
  /** Confirmed by the user, else what was detected. */
  readonly type: DetectedType;
  readonly isConfirmed: boolean;
  /** Calendar months from the first sale of the file to the as-of date; below `teamMonths` nothing is detected. */
  readonly fileMonths: number;
  /** Clients that ever bought; below `teamClients` nothing is detected. */
  readonly clients: number;
  /** Those of them with a rhythm of their own: at least `rhythmDates` days of purchase. */
  readonly rhythmic: number;
  /** Median of clients' median intervals in days (≥ `rhythmDates` days of purchase each); null without any. */
  readonly medianInterval: number | null;
  /** Clients first seen `singleMonths` ago or earlier, and those of them with a single day of purchase. */
  readonly oldClients: number;
  readonly oldSingles: number;
  /** oldSingles ÷ oldClients; null without any. It tells projects from `teamClients` old clients on. */
  readonly singlePart: number | null;
  /**
   * Share of the period's revenue by interval class, of all positive net revenue; sums to at most 1 (clients with too
   * few dates are in none). Zeros without revenue.
   */
  readonly revenueByInterval: Readonly<Record<IntervalClass, number>>;
  /** Distinct names of managers in the period; 0 without such a column. */
  readonly managers: number;
  /** Full-time managers' worth of time freed by taking routine away: managers × `routineTime`. */
  readonly managersFreed: number;
  /** People who take the routine over: ceil(managers ÷ `routineManagers`). */
  readonly assistantsNeeded: number;
}
