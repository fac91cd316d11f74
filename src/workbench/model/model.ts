/**
 * The workbook that the stand-in host holds: plain data, in Excel's own terms. Engines stand behind it:
 * `files/` reads and writes it as .xlsx and .csv, `calc/` recalculates its formulas, `host/` answers Excel's
 * client over it, `page/` shows it. Rows and columns are zero-based here, sheets are addressed by id.
 */

import type { Shift } from './shift';

/** Blank is `''`; an error is `{ error: '#N/A' }` so that the text "#N/A" stays a text. */
export type ModelValue = string | number | boolean | ModelError;
export interface ModelError {
  readonly error: string;
}

/** Looks of a cell; absent fields mean the default. Colours are `#RRGGBB`. Interned in {@link BookModel.styles}. */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify' | 'fill' | 'centerContinuous' | 'distributed';
  readonly vertical?: 'top' | 'middle' | 'bottom' | 'justify' | 'distributed';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly borders?: Readonly<Partial<Record<BorderSide, BorderLine>>>;
  readonly locked?: boolean;
}
export type BorderSide = 'top' | 'bottom' | 'left' | 'right';
export interface BorderLine {
  readonly style: 'thin' | 'medium' | 'thick' | 'dashed' | 'dotted' | 'double' | 'hair';
  readonly color: string;
}

/** Style 0 is the default look. */
export type StyleId = number;

/**
 * The cells of one sheet. Two stores implement it: sparse rows (editable, with formulas) and typed columns
 * (large value-only sheets, streamed in; writing to one converts just the touched cells into an overlay).
 */
export interface CellStore {
  /** Extent of cells with content: rows and columns counted from A1. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Result of the cell: its value, or the last result of its formula. */
  value(row: number, column: number): ModelValue;
  /** The formula in en-US syntax with its `=`, or null. */
  formula(row: number, column: number): string | null;
  style(row: number, column: number): StyleId;
  setValue(row: number, column: number, value: ModelValue): void;
  /** Sets a formula; its value stays what it was until the next recalculation. */
  setFormula(row: number, column: number, formula: string): void;
  /** Stores a formula's result; the cell keeps its formula. */
  setResult(row: number, column: number, value: ModelValue): void;
  setStyle(row: number, column: number, style: StyleId): void;
  clear(row: number, column: number, what: 'contents' | 'formats' | 'all'): void;
  /** Moves cells where others come or go: what came is blank and without a style. */
  shift(shift: Shift): void;
  /** The same cells once more; changes to one do not show in the other. */
  copy(): CellStore;
  /** The smallest area around all cells with contents (or with contents or a style), or null if there is none. */
  usedArea(what: 'contents' | 'all'): ModelArea | null;
  /** Whether any cell holds a formula. */
  readonly hasFormulas: boolean;
  /** Every cell that has content or a style, row by row. */
  cells(): Iterable<{ readonly row: number; readonly column: number }>;
}

/** Zero-based, inclusive of the first cell, `rows` × `columns` in size. */
export interface ModelArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface TableModel {
  id: string;
  name: string;
  area: ModelArea;
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
}

export interface ConditionalFormatModel {
  id: string;
  area: ModelArea;
  priority: number;
  stopIfTrue: boolean;
  rule:
    | { readonly kind: 'custom'; readonly formula: string }
    | {
        readonly kind: 'containsText';
        readonly operator: 'contains' | 'notContains' | 'beginsWith' | 'endsWith';
        readonly text: string;
      }
    | {
        readonly kind: 'cellValue';
        readonly operator: string;
        readonly formula1: string;
        readonly formula2?: string;
      }
    | { readonly kind: 'dataBar'; readonly color: string };
  style: { fill?: string; color?: string; bold?: boolean };
}

export interface ValidationModel {
  area: ModelArea;
  rule:
    | { readonly kind: 'list'; readonly source: string; readonly inCellDropDown: boolean }
    | {
        readonly kind: 'decimal' | 'wholeNumber' | 'date' | 'textLength';
        readonly operator: string;
        readonly formula1: string | number;
        readonly formula2?: string | number;
      }
    | { readonly kind: 'custom'; readonly formula: string };
  ignoreBlanks: boolean;
  prompt?: { readonly title: string; readonly message: string };
  error?: { readonly title: string; readonly message: string; readonly style: string };
}

export interface ChartSeriesModel {
  id: string;
  name: string;
  /** Quoted references, e.g. `'ABCD'!$C$12:$C$40`; null: no such reference. */
  values: string;
  categories: string | null;
  /** Excel.ChartType of this series where it differs from the chart's. */
  type: string;
  axisGroup: 'primary' | 'secondary';
  color?: string;
  lineWeight?: number;
  markers?: boolean;
  /** Gap between columns in per cent of their width. */
  gapWidth?: number;
  /** Takes its room but is not drawn. */
  isUnfilled?: boolean;
  /** Absent from the legend. */
  isUnnamed?: boolean;
  /** What stands at each point: its value or its share, in this number format (absent: that of the cells). */
  labels?: { readonly shows: 'value' | 'share'; readonly numberFormat?: string; readonly color?: string };
  /** Colours of single points by their index: slices of a pie. */
  pointColors?: Readonly<Record<number, string>>;
}

export interface ChartAxisModel {
  title?: string;
  minimum?: number;
  maximum?: number;
  numberFormat?: string;
  visible: boolean;
  majorGridlines: boolean;
  /** Drawn from the far end: the first category of a bar chart on top. */
  reversed?: boolean;
}

export interface ChartModel {
  id: string;
  name: string;
  /** Excel.ChartType, e.g. `ColumnClustered`, `Line`, `BarClustered`, `Pie`. */
  type: string;
  title: string | null;
  series: ChartSeriesModel[];
  /** Position on the sheet in points. */
  left: number;
  top: number;
  width: number;
  height: number;
  legend: { visible: boolean; position: 'top' | 'bottom' | 'left' | 'right' };
  /** Draws what stands in hidden rows and columns too. */
  drawsHidden?: boolean;
  axes: { category: ChartAxisModel; value: ChartAxisModel; secondaryValue: ChartAxisModel };
  altText?: string;
}

export interface PageLayoutModel {
  orientation: 'portrait' | 'landscape';
  paperSize: string;
  /** A1 reference without the sheet, or null. */
  printArea: string | null;
  titleRows: string | null;
  titleColumns: string | null;
  fitToWidth: number | null;
  fitToHeight: number | null;
  /** Per cent; Excel heeds it and the breaks only where nothing is fitted to pages. */
  scale: number;
  /** Zero-based rows that begin a new page, ascending. */
  rowBreaks: readonly number[];
  centerHorizontally: boolean;
  /** In points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  footer: { left: string; center: string; right: string };
  header: { left: string; center: string; right: string };
}

export interface SheetModel {
  /** `{GUID}`, stable over renames. */
  readonly id: string;
  name: string;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  /** `#RRGGBB` or `''`. */
  tabColor: string;
  cells: CellStore;
  /** Column widths and row heights in points; absent: standard. */
  columnWidths: Map<number, number>;
  rowHeights: Map<number, number>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  merges: ModelArea[];
  frozen: { rows: number; columns: number };
  showGridlines: boolean;
  tables: TableModel[];
  conditionalFormats: ConditionalFormatModel[];
  validations: ValidationModel[];
  charts: ChartModel[];
  hyperlinks: Map<
    string,
    { readonly address?: string; readonly documentReference?: string; readonly screenTip?: string }
  >;
  pageLayout: PageLayoutModel;
  customProperties: Map<string, string>;
  isProtected: boolean;
  /** Part name of the sheet in the opened file (`xl/worksheets/sheet1.xml`), or null for a new sheet. */
  readonly sourcePart: string | null;
  /** True until something on the sheet changes: a pristine sheet is saved byte for byte as it came. */
  pristine: boolean;
}

export interface NameModel {
  name: string;
  /** Formula with `=`, en-US. */
  formula: string;
  /** Sheet id for a sheet-level name, or null. */
  scope: string | null;
  visible: boolean;
  comment?: string;
}

export interface BookModel {
  /** File name shown to the add-in and the user. */
  name: string;
  sheets: SheetModel[];
  activeSheetId: string;
  /** Selection on the active sheet. */
  selection: ModelArea;
  names: NameModel[];
  /** The add-in's workbook settings (Office.js `workbook.settings`), values as JSON text. Kept in the file. */
  settings: Map<string, string>;
  /** Workbook structure is protected: sheets cannot be added, renamed or deleted. */
  isStructureProtected: boolean;
  date1904: boolean;
  styles: StyleTable;
  /** The opened file as it came, for parts we do not know; null for a new or .csv book. */
  sourcePackage: Uint8Array | null;
}

/** Interns styles so that a cell needs one number. */
export interface StyleTable {
  get(id: StyleId): CellStyle;
  /** The id of an equal style, made if need be. */
  intern(style: CellStyle): StyleId;
}

/** Recalculates formulas. One implementation on IronCalc in `calc/`, the same in Node and in the browser. */
export interface Calculator {
  /** Brings the results of all formulas of the book up to date (`setResult`) after cells, names or sheets changed. */
  recalculate(book: BookModel): void;
}
