import type { ClientKey } from '../sales/types';
import type { ExcelSerial } from '../shared/dates';
import type { Money } from '../shared/money';
import type { ListAccount } from './types';

/** One deal of the user's sheet (method.md §4). Texts are as written, one line, `''` where nothing stands. */
export interface DealRow {
  /** One-based row of its sheet. */
  readonly row: number;
  /** The deal's number, else client and name (with an ordinal for repeats): the same after rows are sorted anew. */
  readonly key: string;
  /** The client as written, and its key with confirmed identities followed; null where the row names nobody. */
  readonly clientText: string;
  readonly client: ClientKey | null;
  /** Its name; the number where it has no name. */
  readonly name: string;
  /** Its number or code in the user's system. */
  readonly number: string;
  /** Null where there is none or it cannot be read: counted as 0 and flagged. */
  readonly amount: Money | null;
  /** The stage as written; the status where the sheet has no stages. */
  readonly stage: string;
  /** Expected day of the decision; null leaves the deal out of the forecast by months. */
  readonly expected: ExcelSerial | null;
  readonly created: ExcelSerial | null;
  /**
   * The day it was won or lost. Where the sheet has one column for both («Close date» of a CRM), it stands here and in
   * `expected`: of an open deal the day is expected, of a closed one it is the fact.
   */
  readonly closed: ExcelSerial | null;
  /** Times the expected day was moved; null where the sheet does not say. */
  readonly moves: number | null;
  /** Probability of the sheet, 0 … 1; null where there is none or it is no probability. */
  readonly probability: number | null;
  readonly manager: string;
  readonly product: string;
  readonly nextStep: string;
  readonly status: string;
  readonly comment: string;
  /** Source or channel the deal came from: own win rates are counted by it (method.md §4). */
  readonly source: string;
  /** Another row has the same number, or the same client, name, amount and day: both stay. */
  readonly isDuplicate: boolean;
}

/** Columns a deals sheet may have; what is absent is null or `''` in every row. */
export const DEAL_COLUMNS = [
  'number',
  'name',
  'client',
  'taxId',
  'clientId',
  'amount',
  'stage',
  'expected',
  'created',
  'closed',
  'moves',
  'probability',
  'manager',
  'product',
  'nextStep',
  'status',
  'comment',
  'source',
] as const;
export type DealColumn = (typeof DEAL_COLUMNS)[number];

/** A sheet of deals, read: rows in the order of the sheet. Rows that name neither a client nor a deal are left out. */
export interface DealList {
  readonly rows: readonly DealRow[];
  /** Columns that were found. */
  readonly has: ReadonlySet<DealColumn>;
  readonly account: ListAccount;
}
