import type { ClientRow, Concentration, Period } from './analysis';
import type { PurchaseDays } from './intervals';
import type { Orders } from './orders';
import type { Ledger } from './sales/types';
import type { ClassLimits } from './segments/classLimits';
import type { Settings } from './settings';
import type { ExcelSerial } from './shared/dates';

/** The sales cut to the period, with what every analysis starts from. Rows are indices into the ledger. */
export interface SalesFrame {
  readonly ledger: Ledger;
  readonly settings: Settings;
  /** Null without dates. */
  readonly asOf: ExcelSerial | null;
  readonly period: Period | null;
  /** First day with a used row; null without dates. */
  readonly firstDate: ExcelSerial | null;
  /** All rows up to the as-of date; those of the period; those of the period before (null if there is none). */
  readonly known: Int32Array;
  readonly current: Int32Array;
  readonly before: Int32Array | null;
  /** Exact net revenue in units of `Money` by index of the ledger's client, in the period and in the one before. */
  readonly revenue: Float64Array;
  readonly revenueBefore: Float64Array | null;
  /** Purchases in the period and up to the as-of date; null without documents and dates. */
  readonly periodOrders: Orders | null;
  readonly allOrders: Orders | null;
  /** Distinct days of purchase up to the as-of date; null without dates. */
  readonly purchaseDays: PurchaseDays | null;
  /** By revenue descending; `index` leads back to the ledger. */
  readonly clients: readonly ClientRow[];
  readonly concentration: Concentration | null;
  /** Bounds of the volume classes in force, in money. */
  readonly classLimits: ClassLimits;
}
