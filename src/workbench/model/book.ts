import type { BookModel, PageLayoutModel, SheetModel } from './model';
import { SparseCells } from './sparseCells';
import { createStyleTable } from './styleTable';

let sheetsMade = 0;

/** An empty, visible sheet with a fresh id. */
export function createSheet(name: string): SheetModel {
  sheetsMade += 1;
  return {
    id: `{00000000-0000-4000-8000-${sheetsMade.toString(16).toUpperCase().padStart(12, '0')}}`,
    name,
    visibility: 'visible',
    tabColor: '',
    cells: new SparseCells(),
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    merges: [],
    frozen: { rows: 0, columns: 0 },
    showGridlines: true,
    tables: [],
    conditionalFormats: [],
    validations: [],
    charts: [],
    hyperlinks: new Map(),
    pageLayout: createPageLayout(),
    customProperties: new Map(),
    isProtected: false,
    sourcePart: null,
    pristine: false,
  };
}

/** A workbook of the given sheets; with none, of one empty «Лист1» as Excel makes it. */
export function createBook(
  name = 'Книга1.xlsx',
  sheets: readonly SheetModel[] = [createSheet('Лист1')],
): BookModel {
  return {
    name,
    sheets: [...sheets],
    activeSheetId: sheets[0]?.id ?? '',
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    names: [],
    settings: new Map(),
    isStructureProtected: false,
    date1904: false,
    styles: createStyleTable(),
    sourcePackage: null,
  };
}

/** Excel's page set-up of a new sheet: portrait A4, margins in points (0.7″ at the sides, 0.75″ above and below). */
export function createPageLayout(): PageLayoutModel {
  return {
    orientation: 'portrait',
    paperSize: 'A4',
    printArea: null,
    titleRows: null,
    titleColumns: null,
    fitToWidth: null,
    fitToHeight: null,
    scale: 100,
    rowBreaks: [],
    centerHorizontally: false,
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
    footer: { left: '', center: '', right: '' },
    header: { left: '', center: '', right: '' },
  };
}
