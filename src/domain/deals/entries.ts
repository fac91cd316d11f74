import type { DealRow } from '../lists/deals';
import type { Money } from '../shared/money';
import type { Answers } from './checklist';

/** What people typed about one deal on «Сделки». */
export interface DealEntry {
  readonly answers: Answers;
  /** Probability by hand, 0 … 1; null if none is typed or it is no probability. */
  readonly manual: number | null;
  /** What stands in the cell of the manual probability and is none («сто», 150 %); null if nothing is wrong. */
  readonly unreadable: string | null;
}

/** What people typed on «Сделки» and «Прогноз». */
export interface DealEntries {
  /** By the key of the deal. */
  readonly byDeal: ReadonlyMap<string, DealEntry>;
  /** Deals typed into the form, where the workbook has no sheet of deals. */
  readonly form: readonly DealRow[];
  /** Plan of a month, by `YYYY-MM`. */
  readonly plans: ReadonlyMap<string, Money>;
}

/** Nothing typed. */
export const NO_DEAL_ENTRIES: DealEntries = { byDeal: new Map(), form: [], plans: new Map() };
