import type { AmountUnit } from './amountUnit';
import type { Unfolding } from './layouts/unfolding';
import type { CellValue, Origin } from '../shared/grid';
import type { ExcelSerial } from '../shared/dates';
import type { Money } from '../shared/money';

declare const clientKeyBrand: unique symbol;

/** A client's identity: its folded name, or its code or ИНН where the sheet has one (method.md §1). */
export type ClientKey = string & { readonly [clientKeyBrand]: true };

/** What a column of the source may mean. One column per role. */
export const COLUMN_ROLES = [
  'client',
  'clientId',
  'taxId',
  'holding',
  'date',
  'amount',
  'quantity',
  'price',
  'discount',
  'goods',
  'document',
  'manager',
  'product',
  'group',
  'region',
  'cost',
  'profit',
  'currency',
  'posted',
  'deleted',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** In a mapping chosen by hand: no column has the role. */
export const NO_COLUMN = -1;

/** Role → zero-based column of the grid, or {@link NO_COLUMN}. */
export type ColumnMapping = Readonly<Partial<Record<ColumnRole, number>>>;

/** What the content of a column looks like. */
export type ColumnKind = 'blank' | 'text' | 'number' | 'date' | 'mixed';

/** One column of the source as the reader sees it. */
export interface ColumnView {
  /** Zero-based column of the grid. */
  readonly index: number;
  /** Heading text; `''` where there is none. */
  readonly header: string;
  readonly kind: ColumnKind;
  readonly role: ColumnRole | null;
  /** Why the role was proposed: by heading words, by content, or by the user. Null without a role. */
  readonly because: 'header' | 'content' | 'user' | null;
  /** What a column without a heading holds that no single column of the sheet does; absent for columns of the sheet. */
  readonly made?: 'level' | 'date' | 'value';
  /** Up to three first non-blank values, for the pane. */
  readonly samples: readonly CellValue[];
}

/** A doubt the reader asks about, with the default it takes if nobody answers. */
export type Doubt =
  | { readonly code: 'dateOrder'; readonly column: number; readonly default: 'dmy' | 'mdy' }
  | { readonly code: 'decimalSeparator'; readonly column: number; readonly default: ',' | '.' }
  | { readonly code: 'severalAmounts'; readonly columns: readonly number[]; readonly default: number }
  | {
      /** No column or level is known to be the client: which of these plays it? */
      readonly code: 'clientLevel';
      readonly columns: readonly number[];
      readonly default: number;
    }
  | {
      readonly code: 'damagedNumbers';
      readonly column: number;
      /** The first few as they stand in the sheet. */
      readonly examples: readonly string[];
      /** The first few days that Excel made of numbers (1.5 became 1 May): never counted, as nobody can tell the number. */
      readonly dates: readonly ExcelSerial[];
      readonly default: 'leaveOut';
    }
  | {
      /** Client codes whose names stand on another sheet. */
      readonly code: 'nameLookup';
      readonly column: number;
      readonly sheet: string;
      readonly default: 'use';
    };

/**
 * How a sheet is laid out (method.md §1): a plain list (under a cap, with a heading of one or more rows); a grouped
 * report as 1C prints it (outline headings with their subtotals mixed into one column); a cross-tab (months across).
 */
export type Layout = 'list' | 'grouped' | 'crosstab';

/** What was understood of a sheet before anything is computed: shown to the user, who may correct it. */
export interface Understanding {
  readonly layout: Layout;
  /** Zero-based grid row of the heading, −1 for a list without one; data starts at `firstDataRow`. */
  readonly headerRow: number;
  readonly firstDataRow: number;
  readonly columns: readonly ColumnView[];
  readonly mapping: ColumnMapping;
  readonly doubts: readonly Doubt[];
  /**
   * How the sheet becomes a plain list, absent where it is one: `columns` and `mapping` then speak of the list's
   * columns, and `neededColumns` of the sheet's.
   */
  readonly unfolding?: Unfolding;
  /** What the sheet says its amounts are counted in, absent where it says nothing: they are read as they stand, never multiplied. */
  readonly unit?: AmountUnit;
}

/** Why a sheet cannot be read at all. Each has one sentence with what to do, in i18n. */
export type ReadingError =
  | { readonly code: 'emptySheet'; readonly sheet: string }
  | { readonly code: 'noHeader'; readonly sheet: string }
  | { readonly code: 'noClientColumn'; readonly sheet: string; readonly headers: readonly string[] }
  | { readonly code: 'noAmountColumn'; readonly sheet: string; readonly headers: readonly string[] }
  | {
      readonly code: 'noUsableRows';
      readonly sheet: string;
      readonly rowsRead: number;
      readonly firstProblem: SkipReason | null;
    }
  | { readonly code: 'amountsTooLarge'; readonly sheet: string }
  | {
      /** Headings of a grouped report that differ from the sum of their lines, or levels that cannot be told. */
      readonly code: 'unclearGroups';
      readonly sheet: string;
      /** One-based sheet row of the first one; null where no level can be told. */
      readonly row: number | null;
    }
  | { readonly code: 'mixedCurrencies'; readonly sheet: string; readonly currencies: readonly string[] };

/** Why a row does not count (method.md §1). */
export const SKIP_REASONS = [
  'blank',
  'repeatedHeader',
  'total',
  'noClient',
  'noAmount',
  'unreadableAmount',
  'unreadableDate',
  'afterAsOf',
  'foreignCurrency',
  'notPosted',
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** All rows skipped for one reason. */
export interface SkipGroup {
  readonly reason: SkipReason;
  readonly rows: number;
  /** Sum of the amounts that could be read in those rows. */
  readonly amount: Money;
  /** The first few of them. */
  readonly examples: readonly SkipExample[];
}

/** One row that was skipped: where it stands, the value that caused it, and its amount (null if unreadable). */
export interface SkipExample extends Origin {
  readonly value: string;
  readonly amount: Money | null;
}

/**
 * Where every row and every kopeck went:
 * `rowsRead = used + merged + Σ skipped.rows` and `amountRead = amountUsed + amountSkipped`.
 */
export interface RowAccount {
  readonly rowsRead: number;
  readonly used: number;
  readonly merged: number;
  readonly skipped: readonly SkipGroup[];
  readonly amountRead: Money;
  readonly amountUsed: Money;
  readonly amountSkipped: Money;
  /** Sum of negative used amounts (returns), ≤ 0. */
  readonly returns: Money;
}

/** A text column as a dictionary: `names[codes[row]]`; code −1 is blank. */
export interface Dimension {
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** One client of the ledger. */
export interface LedgerClient {
  readonly key: ClientKey;
  /** The spelling used most often (the first of equals), or the name that another sheet tells by the code. */
  readonly name: string;
  /** All spellings seen, in order of appearance. More than one is reported as a merge. */
  readonly spellings: readonly string[];
}

/** What a person joined with others: a client as it would stand alone. */
export interface ClientPart {
  readonly key: ClientKey;
  /** Its spelling used most often. */
  readonly name: string;
  /** The client it belongs to now. */
  readonly into: ClientKey;
  readonly rows: number;
  readonly amount: Money;
}

/**
 * The sales, one entry per used row, in columns. Rows keep the order of the sheet.
 * No object per row: a million rows is ordinary.
 */
export interface Ledger {
  readonly rowCount: number;
  readonly clients: readonly LedgerClient[];
  /** Index into `clients`. */
  readonly client: Int32Array;
  /** Whole days as serials; null if the source has no dates. */
  readonly date: Int32Array | null;
  /** Exact amounts in units of `Money`. */
  readonly amount: Float64Array;
  /** One-based rows of the sheet. */
  readonly sourceRow: Int32Array;
  readonly document: Dimension | null;
  readonly manager: Dimension | null;
  readonly product: Dimension | null;
  readonly group: Dimension | null;
  readonly region: Dimension | null;
  readonly holding: Dimension | null;
  /** NaN in rows without a readable quantity. */
  readonly quantity: Float64Array | null;
  /** Exact gross profit per row where the source has profit, or amount − cost; NaN in rows that have neither. */
  readonly profit: Float64Array | null;
}

/** How the amount was obtained: `goods` adds quantity × price over the goods listed inside one cell. */
export type AmountSource = 'amount' | 'quantity×price' | 'quantity×price×(1−discount)' | 'goods';

/** What a whole column decided about how it is written, and on what ground. */
export interface Decided<T> {
  readonly value: T;
  /** Its cells told; or a person did; or neither, and it is the likelier reading. */
  readonly by: 'evidence' | 'answer' | 'default';
}

/** What the reader noticed and the user should know. Counts, not complaints. */
export interface ReadingNotes {
  readonly amountSource: AmountSource;
  /** How dates written as text were read; null where none needed it. */
  readonly dateOrder: Decided<'dmy' | 'mdy'> | null;
  /** How amounts (or prices) written as text were read; null where none needed it. */
  readonly decimalSeparator: Decided<',' | '.'> | null;
  /** ISO code of the currency that counts, or null if the sheet names none. */
  readonly currency: string | null;
  /** Cells with numbers stored as text, converted. */
  readonly textNumbers: number;
  /** Cells with dates stored as text, converted. */
  readonly textDates: number;
  /** Clients with more than one spelling. */
  readonly mergedSpellings: readonly LedgerClient[];
  /** The parts of clients joined by hand (`Settings.aliases`), the one they are joined to among them. */
  readonly joined: readonly ClientPart[];
  /** Headings of a grouped report whose amount is not the sum of their rows, which are what counts; absent if all are. */
  readonly unequalGroups?: readonly Origin[];
}

/** A sheet, read. */
export interface Reading {
  readonly ledger: Ledger;
  readonly account: RowAccount;
  readonly notes: ReadingNotes;
  /** Doubts that the whole columns leave: what the first rows asked and no later row has settled, and what only later rows ask. */
  readonly doubts: readonly Doubt[];
  /** First and last day with a used row; null without dates. */
  readonly firstDate: ExcelSerial | null;
  readonly lastDate: ExcelSerial | null;
}
