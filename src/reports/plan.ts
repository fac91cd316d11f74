import type { CellValue } from '../domain/shared/grid';

/** Our tabs in the order in which they stand in the workbook, by their invariant key (the name shown depends on the language and the user's renaming). */
export const TAB_KEYS = [
  'diagnosis',
  'abcd',
  'potential',
  'movement',
  'dependency',
  'keyClients',
  'dossiers',
  'health',
  'reactivation',
  'questions',
  'team',
  'deals',
  'forecast',
  'dataCheck',
  'settings',
] as const;
export type TabKey = (typeof TAB_KEYS)[number];

/** Whether a text is the key of one of the tabs that always stand. */
export function isTabKey(text: string): text is TabKey {
  return (TAB_KEYS as readonly string[]).includes(text);
}

/** Tabs of which there are many: the dossier of a client, and the report of a meeting (method.md §5). */
export const PAGE_KINDS = ['dossier', 'meeting'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];
export type PageKey = `${PageKind}${number}`;

/** Any tab of ours. */
export type OwnTabKey = TabKey | PageKey;

/** A cell: blank, a value, or a formula (en-US, with `=`) together with the value it must give. */
export type PlanCell = CellValue | null | { readonly formula: string; readonly value: CellValue };

/** Looks by meaning; the writer turns them into fonts, fills and borders. */
export type CellRole =
  | 'title'
  | 'subtitle'
  | 'heading'
  /** A figure to be seen from afar. */
  | 'figure'
  /** The sentence that says what a page found. */
  | 'lead'
  /** A question that a section of a page answers. */
  | 'question'
  | 'columnHeading'
  | 'body'
  | 'total'
  | 'note'
  | 'input'
  | 'good'
  | 'warning'
  | 'bad'
  | 'link';

/** A rectangle of cells. `row` and `column` are one-based. All rows have the same length. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlanCell[])[];
  readonly role: CellRole;
  /** Number format per column of the block (en-US); `@` for text that must stay text. Null: General. */
  readonly formats?: readonly (string | null)[];
  readonly align?: readonly ('left' | 'center' | 'right' | null)[];
  readonly wrap?: boolean;
  /** Lines that each of its rows has room for at least. */
  readonly lines?: number;
  /** Where a block of role `link` leads inside the workbook: `'Зависимость'!A1`. */
  readonly target?: string;
}

/** A rectangle on the plan's own sheet, one-based, inclusive. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A workbook-wide name for one cell or area of this tab. */
export interface PlanName {
  readonly name: string;
  readonly area: Area;
}

/** An Excel table with filters over a filled area whose first row holds the headings (unique texts). */
export interface PlanTable {
  readonly name: string;
  readonly area: Area;
  readonly style: string;
}

/** A rule of conditional format. The colour is never the only sign: the text says it too. */
export type PlanRule =
  | {
      readonly kind: 'textEquals';
      readonly area: Area;
      readonly text: string;
      readonly role: 'good' | 'warning' | 'bad' | 'neutral';
    }
  | {
      readonly kind: 'formula';
      readonly area: Area;
      readonly formula: string;
      readonly role: 'good' | 'warning' | 'bad' | 'neutral';
    }
  | { readonly kind: 'dataBar'; readonly area: Area };

/** What a person may type into an input area. */
export interface PlanValidation {
  readonly area: Area;
  readonly rule:
    | { readonly kind: 'decimal'; readonly min: number; readonly max: number }
    | { readonly kind: 'whole'; readonly min: number; readonly max: number }
    | { readonly kind: 'list'; readonly values: readonly string[] }
    /** A drop-down of what stands in a column of a tab, named as it is called now. */
    | { readonly kind: 'listRange'; readonly tab: string; readonly source: Area }
    | { readonly kind: 'date' };
  readonly message: string;
}

/** What a series of a chart means; the writer turns it into a colour. */
export type ChartTone = 'accent' | 'good' | 'bad' | 'neutral';

/** A line of values drawn by a chart. */
export interface PlanSeries {
  readonly name: string;
  readonly values: Area;
  readonly as?: 'column' | 'line';
  readonly secondary?: boolean;
  /** Absent: the colour of its place among the series. */
  readonly tone?: ChartTone;
  /** Takes its room in a stack but is not drawn, nor named in the legend: what the steps of a bridge stand on. */
  readonly invisible?: boolean;
}

/** A native chart over areas of this tab. */
export interface PlanChart {
  readonly name: string;
  readonly title: string;
  /** `pie` and `doughnut` draw their first series only, in slices by category. */
  readonly kind: 'pareto' | 'column' | 'stackedColumn' | 'bar' | 'stackedBar' | 'line' | 'pie' | 'doughnut';
  readonly categories: Area;
  readonly series: readonly PlanSeries[];
  /** Where it stands: cells it covers. */
  readonly place: Area;
  readonly valueFormat?: string;
  /** Writes the value at each column and bar but zeros, the share at each slice. */
  readonly labels?: boolean;
  /** Text for people who do not see the chart. */
  readonly alt: string;
}

/** Cells that belong to people: read before a re-run, kept by key, written back (design.md, rule 2). */
export interface PlanInputs {
  /** Input area without headings; its rows are keyed by the values of `keyColumn` (one-based column of the sheet). */
  readonly area: Area;
  readonly keyColumn: number;
  /** Names of the input columns, invariant over languages. */
  readonly fields: readonly string[];
  /**
   * What was typed as formulas can count with it («30 %» as 0.3), given back unchanged where it cannot be understood.
   * Absent: it is written back as it was typed.
   */
  readonly tidy?: (field: string, value: CellValue) => CellValue;
}

/** One cell of people's on a page. */
export interface PageField {
  /** `section.field`, invariant over languages. */
  readonly key: string;
  readonly row: number;
  readonly column: number;
  /** What stands in it while nothing is typed, so that the unknown is seen («?»); absent: nothing. */
  readonly blank?: string;
}

/** Rows that people add, sort and take away: known by their order, not by keys. */
export interface PageTable {
  readonly key: string;
  /** First row below the headings. */
  readonly row: number;
  /** Rows made for it, the typed ones and empty ones after them. */
  readonly rows: number;
  readonly columns: readonly { readonly field: string; readonly column: number }[];
}

/**
 * A form that people fill in. Its first row and the columns from `signColumn` on are out of sight: the writer puts signs
 * there, by which people's cells are found again wherever rows were inserted.
 */
export interface PlanPage {
  /** One-based; everything left of it is the page. */
  readonly signColumn: number;
  /** Last row of the page. */
  readonly rows: number;
  readonly fields: readonly PageField[];
  /** One of them must be `NOTES`: it takes what people wrote outside the cells made for it. */
  readonly tables: readonly PageTable[];
}

/** Columns that a page keeps for signs, from `signColumn` on; its working cells may follow. */
export const SIGN_COLUMNS = 3;

/** A tab as data. One writer carries it out; tests read it without any Excel. */
export interface SheetPlan extends PlanContent {
  readonly key: TabKey;
}

/** A page as data: a tab whose cells of people are found by signs. */
export interface PagePlan extends PlanContent {
  readonly key: PageKey;
  readonly page: PlanPage;
}

export type AnyPlan = SheetPlan | PagePlan;

/** What stands on a tab or a page. */
export interface PlanContent {
  /** Name of the tab. */
  readonly tab: string;
  /** `#RRGGBB`. */
  readonly tabColor: string;
  /** Width per column from A, in characters of the default font. */
  readonly columnWidths: readonly number[];
  readonly blocks: readonly Block[];
  readonly names: readonly PlanName[];
  readonly tables: readonly PlanTable[];
  readonly rules: readonly PlanRule[];
  readonly validations: readonly PlanValidation[];
  readonly charts: readonly PlanChart[];
  readonly inputs: readonly PlanInputs[];
  /** One-based columns out of sight: working cells and keys beside the page. */
  readonly hiddenColumns?: readonly number[];
  /** Areas each of whose rows is one cell. */
  readonly merges?: readonly Area[];
  /** Rows and columns frozen from the top left. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly print: {
    readonly orientation: 'portrait' | 'landscape';
    /** One-based rows repeated on every page, or null. */
    readonly titleRows: { readonly from: number; readonly to: number } | null;
    /** Last row and column that print. */
    readonly area: Area;
    readonly footer: string;
    /** How many pages it may take; absent: one across and as many down as it needs. */
    readonly fitToPages?: { readonly wide: number; readonly tall: number };
    /**
     * In its stead: one-based rows at which sections begin. The tab is one page wide, and a section that does not fit on
     * a page begins the next one; with more than `pages` of them the tab is fitted to so many, wherever they break.
     */
    readonly paged?: { readonly sections: readonly number[]; readonly pages: number };
    /** In the middle between the side margins. */
    readonly centered?: boolean;
  };
}
