import type { Grid } from '../../shared/grid';
import type { SkipReason } from '../types';
import type { OutlinePlan } from './outline';
import type { PeriodSpan } from './periodHeading';

/** A column of the unfolded list. Column numbers are those of the sheet's grid. */
export type VirtualColumn =
  /** A column as it stands; `carried` ones give a value to the blank cells below it. */
  | { readonly from: 'sheet'; readonly column: number; readonly carried: boolean }
  /** The text of a level of the outline; `isPeriod` ones read as the last day of the period they name. */
  | { readonly from: 'level'; readonly level: number; readonly isPeriod: boolean }
  /** The date written in the text of another virtual column. */
  | { readonly from: 'dateIn'; readonly column: number }
  /** The last day of the period a record stands under. */
  | { readonly from: 'period' }
  /** A measure of a cross-tab, by its number. */
  | { readonly from: 'measure'; readonly measure: number };

/** A list whose rows stay rows: outline levels and carried values become columns. */
export interface RowsUnfolding {
  readonly kind: 'rows';
  readonly columns: readonly VirtualColumn[];
  readonly outline: OutlinePlan | null;
  /** Columns in which a total may be labelled. */
  readonly labels: readonly number[];
}

/** A column of periods (a slot) of a cross-tab: the column of each measure, or −1; `span` is null where it sums up others. */
export interface Slot {
  readonly span: PeriodSpan | null;
  readonly isTotal: boolean;
  readonly columns: readonly number[];
}

/** A cross-tab: every row and slot with a value becomes a record. */
export interface CrosstabUnfolding {
  readonly kind: 'crosstab';
  readonly columns: readonly VirtualColumn[];
  readonly slots: readonly Slot[];
  readonly measures: number;
  /** Measures stand in rows of their own, named in this column by one of the folded texts per measure. */
  readonly rowMeasures: { readonly column: number; readonly names: readonly string[] } | null;
  readonly outline: OutlinePlan | null;
  readonly labels: readonly number[];
}

/** How a layout becomes a plain list. Absent in an understanding: the rows are one already. */
export type Unfolding = RowsUnfolding | CrosstabUnfolding;

/** A row of the list that is none of its entries: a heading over others, or a row skipped for a reason the layout tells. */
export type Fate = 'merged' | Extract<SkipReason, 'total' | 'repeatedHeader'>;

/** A sheet as a plain list. Rows before the first data row are blank where records are no rows. */
export interface Unfolded {
  readonly grid: Grid;
  /** What the layout says of a row; null leaves it to the list reader. */
  readonly fateOf: (row: number) => Fate | null;
  /** First day of the period that a record's day (its last) stands for; the day itself without one. */
  readonly startOf: (day: number) => number;
  /** Headings whose amount is not the sum of their lines: rows of the sheet's grid; and how many headings have that sum. */
  readonly unequal: readonly number[];
  readonly proved: number;
}
