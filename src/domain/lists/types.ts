import type { AmountUnit } from '../sales/amountUnit';
import type { Origin } from '../shared/grid';

/** Plain side lists of the user's workbook: what clients could buy, what every client should buy, open deals. */
export const LIST_KINDS = ['potentials', 'mustList', 'deals'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** What is wrong with one cell or row of a list: an error of that row, never of the run (method.md §8). */
export const ROW_PROBLEMS = [
  'noClient',
  'noName',
  'duplicateClient',
  'duplicateDeal',
  'duplicateItem',
  'unreadableAmount',
  'negativeAmount',
  'unreadableDate',
  'unreadableNumber',
  'unreadableShare',
  'shareOutOfRange',
  'unreadableProbability',
  'probabilityOutOfRange',
  'foreignCurrency',
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/** One problem of a list, with the place a person finds it at. */
export interface RowProblem extends Origin {
  readonly code: RowProblemCode;
  /** One-based sheet column of the cell; null where the whole row is meant. */
  readonly column: number | null;
  /** Heading of that column; `''` without one. */
  readonly heading: string;
  /** What stands there. */
  readonly value: string;
  /** One-based sheet row of the other row, for duplicates. */
  readonly other: number | null;
}

/** Why a list cannot be read at all. */
export type ListError =
  | { readonly code: 'emptyList'; readonly sheet: string }
  | {
      /** No heading names what the list cannot do without. */
      readonly code: 'noListColumn';
      readonly sheet: string;
      readonly missing: 'client' | 'potential' | 'item' | 'deal';
      readonly headings: readonly string[];
    };

/** What was read of a list beside its content: for «Качество данных». */
export interface ListAccount {
  readonly sheet: string;
  /** Filled rows below the heading: those used, those skipped, and those left out for a problem. */
  readonly rowsRead: number;
  readonly rowsUsed: number;
  /** Totals («Итого») and repeated headings. */
  readonly rowsSkipped: number;
  /** The unit of amounts that were converted into that of the sales; null where nothing was. */
  readonly converted: AmountUnit | null;
  readonly problems: readonly RowProblem[];
}
