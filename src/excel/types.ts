import type { CellValue } from '../domain/shared/grid';
import type { OwnTabKey } from '../reports/plan';

/**
 * A sheet or an Excel table that may hold the sales, or several sheets of one shape read as one. Our own tabs are
 * never offered.
 */
export interface Source {
  readonly kind: 'sheet' | 'table' | 'sheets';
  /** Invariant id of the sheet (of several: of the first) or the table in Excel. */
  readonly id: string;
  /** Name shown to the user: the sheet's or the table's; of several sheets `Январь … Декабрь`. */
  readonly name: string;
  readonly sheet: string;
  /** Address of the used range without the sheet, `A1:H200` (of several: all, by commas); null for an empty sheet. */
  readonly address: string | null;
  readonly rows: number;
  readonly columns: number;
  /** The sheet (or the table on it) that the user looks at: the default choice. */
  readonly isActive: boolean;
  /** The sheets that kind `sheets` is made of, in the order of the workbook; absent otherwise. */
  readonly parts?: readonly Source[];
  /** Names of sheets that look like the parts and are not among them: said, so that nothing is missed silently. */
  readonly leftOut?: readonly string[];
}

/** What Excel would not let us do, by what the user can do about it. */
export type ExcelTroubleCode =
  | 'cellEditMode'
  | 'protectedSheet'
  | 'protectedWorkbook'
  | 'itemNotFound'
  | 'nameTaken'
  | 'tooLarge'
  | 'busy'
  | 'unsupported'
  | 'unexpected';

export interface ExcelTrouble {
  readonly code: ExcelTroubleCode;
  /** What was being done or where (sheet, tab), for the sentence shown. */
  readonly place: string | null;
  /** Excel's code and error location, for the details; never cell values. */
  readonly details: string;
}

/** The user stopped the work; what was finished stays. */
export interface Cancelled {
  readonly code: 'cancelled';
}

/** How a long reading or writing talks to its caller: the fraction done, 0 … 1, and the wish to stop. */
export interface ProgressHooks {
  readonly onProgress: (fraction: number) => void;
  readonly signal: AbortSignal;
}

/** A part of a tab that this platform refused; the tab stands without it. `name` is the chart's title. */
export type WriteNote =
  | { readonly kind: 'chartSimplified'; readonly name: string }
  | { readonly kind: 'chartRefused'; readonly name: string }
  | { readonly kind: 'pageSetupRefused' };

/** A tab as it now stands in the workbook. */
export interface WrittenTab {
  readonly key: OwnTabKey;
  readonly name: string;
  /** Last row with content. */
  readonly rows: number;
  readonly formulas: number;
  readonly charts: number;
  /** The tab did not stand before this run. */
  readonly isNew: boolean;
  readonly notes: readonly WriteNote[];
}

/** What a person typed in one row of a tab of ours. `key` is the text of its key cell; blank fields are absent. */
export interface InputRecord {
  readonly key: string;
  readonly values: Readonly<Record<string, CellValue>>;
  /** Number formats of typed numbers and dates, where they are to stay as they look. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Typed formulas that give these values and may stand elsewhere on their tab. */
  readonly formulas?: Readonly<Record<string, string>>;
}
