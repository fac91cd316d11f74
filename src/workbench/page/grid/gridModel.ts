import { Model } from '@ironcalc/wasm';
import type {
  Area,
  CellArrayStructure,
  Clipboard,
  ClipboardData,
  Color,
  ExtendedCellStyle,
  SelectedView,
} from '@ironcalc/wasm';
import { Translations } from '../../calc/translations';
import { contains } from '../../host/a1';
import type { Culture } from '../../host/culture';
import { displayText } from '../../host/displayText';
import { renameSheetInFormula, removeSheetFromFormula, rewriteFormulas } from '../../host/formulaReferences';
import { copySheet } from '../../host/sheetCopy';
import { checkSheetName, freeSheetName } from '../../host/sheetNames';
import { createSheet } from '../../model/book';
import type { BookModel, CellStyle, ModelArea, SheetModel } from '../../model/model';
import { shiftOf } from '../../model/shift';
import { ConditionalLooks } from './conditionalLooks';
import type { BookEdits } from './edits';
import { textMeasure } from './font';
import { CELL_PADDING, PIXELS_PER_POINT, SheetGeometry } from './geometry';
import { lookOf, tableLook, typeOf } from './looks';

/** How far the grid looks for a text that flows into the visible columns. */
const OVERFLOW_REACH = 20;

/** Any height will do where there is no cell. */
const STANDARD_LOOK_HEIGHT = 0;

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/**
 * The workbook as the grid sees it: IronCalc's grid asks its model cell by cell, and this model answers from the
 * workbook, so that nothing is copied and a million rows show at once. The engine underneath keeps the view
 * (selection, scrolling, frozen panes, tabs) and decides on conditional formats.
 */
export class GridModel extends Model {
  private readonly looks: ConditionalLooks;
  private readonly stale = new Set<SheetModel>();
  readonly measure = textMeasure();
  private readonly geometries = new Map<SheetModel, SheetGeometry>();
  /** Sheets that the engine underneath knows; the workbook may have more until the grid starts anew. */
  private readonly sheetCount: number;
  private width = 0;
  private height = 0;

  constructor(
    private readonly book: BookModel,
    private readonly culture: Culture,
    private readonly edits: BookEdits,
  ) {
    super('workbench', 'en', 'UTC', 'en');
    this.pauseEvaluation();
    this.sheetCount = book.sheets.length;
    book.sheets.forEach((sheet, index) => this.layOut(sheet, index));
    this.looks = new ConditionalLooks(
      {
        setUserInput: (...cell) => super.setUserInput(...cell),
        addConditionalFormatting: (...rule) => this.addConditionalFormatting(...rule),
        deleteConditionalFormatting: (...rule) => this.deleteConditionalFormatting(...rule),
        getConditionalFormattingList: (sheet) => this.getConditionalFormattingList(sheet),
        evaluate: () => this.evaluate(),
        flushSendQueue: () => this.flushSendQueue(),
      },
      book,
      new Translations(),
    );
    this.bookChanged();
    const active = book.sheets.findIndex(({ id }) => id === book.activeSheetId);
    super.setSelectedSheet(Math.max(0, active));
  }

  /** Tells that cells, rules or sizes changed; the sheets stay the same. */
  bookChanged(): void {
    for (const sheet of this.book.sheets) this.stale.add(sheet);
    this.geometries.clear();
    this.book.sheets.forEach((sheet, index) => this.sizeSheet(sheet, index));
  }

  /** Whether sheets came or went since the grid started: it is about to start anew. */
  get isOutdated(): boolean {
    return this.sheetCount !== this.book.sheets.length;
  }

  /** The visible size of the grid, by which keys move the view. */
  setGridSize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    super.setWindowWidth(width);
    super.setWindowHeight(height);
  }

  /** Where the rows and columns of a sheet lie on the screen. */
  geometryOf(sheet: SheetModel): SheetGeometry {
    const geometry = this.geometries.get(sheet) ?? new SheetGeometry(sheet, this.book.styles, this.measure);
    this.geometries.set(sheet, geometry);
    return geometry;
  }

  sheetAt(index: number): SheetModel {
    const sheet = this.book.sheets[index];
    if (!sheet) throw new RangeError(`the workbook has no sheet ${index}`);
    return sheet;
  }

  // What the grid reads.

  override getFormattedCellValue(sheet: number, row: number, column: number): string {
    const model = this.sheetAt(sheet);
    const text = this.textOf(model, row - 1, column - 1);
    const isNumber = typeof model.cells.value(row - 1, column - 1) === 'number';
    return isNumber ? this.fitted(text, model, row - 1, column - 1) : text;
  }

  override getCellContent(sheet: number, row: number, column: number): string {
    const { cells } = this.sheetAt(sheet);
    const formula = cells.formula(row - 1, column - 1);
    if (formula !== null) return formula;
    const value = cells.value(row - 1, column - 1);
    const { numberFormat = 'General' } = this.book.styles.get(cells.style(row - 1, column - 1));
    // As Excel's formula bar: numbers without their format, dates and shares in theirs.
    const isDateOrShare =
      typeof value === 'number' && /[dmyh%]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]/g, ''));
    return displayText(value, isDateOrShare ? numberFormat : 'General', this.culture);
  }

  override getCellType(sheet: number, row: number, column: number): number {
    return typeOf(this.sheetAt(sheet).cells.value(row - 1, column - 1));
  }

  override getCellArrayStructure(): CellArrayStructure {
    return 'SingleCell';
  }

  override getCellStyle(sheet: number, row: number, column: number): ExtendedCellStyle {
    const model = this.sheetAt(sheet);
    const plain = this.lookAt(model, row - 1, column - 1);
    if (model.conditionalFormats.length === 0)
      return { style: plain, icon: null, data_bar: null, rating: null };
    if (this.stale.delete(model)) this.looks.refresh(model);
    const ruled = super.getCellStyle(sheet, Math.max(1, row), Math.max(1, column));
    const { fill, font } = ruled.style;
    const style = {
      ...plain,
      fill: fill.color === undefined ? plain.fill : fill,
      font: {
        ...plain.font,
        b: plain.font.b || font.b,
        ...(font.color === undefined ? {} : { color: font.color }),
      },
    };
    return { ...ruled, style };
  }

  override getColumnWidth(sheet: number, column: number): number {
    return this.geometryOf(this.sheetAt(sheet)).columnWidth(column - 1);
  }

  override getRowHeight(sheet: number, row: number): number {
    return this.geometryOf(this.sheetAt(sheet)).rowHeight(row - 1);
  }

  override getScrollX(): number {
    const { sheet, left_column: left } = this.getSelectedView();
    const frozen = this.getFrozenColumnsCount(sheet);
    const geometry = this.geometryOf(this.sheetAt(sheet));
    return Math.max(0, geometry.columnOffset(left - 1) - geometry.columnOffset(frozen));
  }

  override getScrollY(): number {
    const { sheet, top_row: top } = this.getSelectedView();
    const frozen = this.getFrozenRowsCount(sheet);
    const geometry = this.geometryOf(this.sheetAt(sheet));
    return Math.max(0, geometry.rowOffset(top - 1) - geometry.rowOffset(frozen));
  }

  override getLastNonEmptyInRowBeforeColumn(sheet: number, row: number, column: number): number | undefined {
    for (let before = column - 1; before >= Math.max(1, column - OVERFLOW_REACH); before--) {
      if (this.isFilled(sheet, row, before)) return before;
    }
    return undefined;
  }

  override getFirstNonEmptyInRowAfterColumn(sheet: number, row: number, column: number): number | undefined {
    for (let after = column + 1; after <= column + OVERFLOW_REACH; after++) {
      if (this.isFilled(sheet, row, after)) return after;
    }
    return undefined;
  }

  override setWindowWidth(): void {
    super.setWindowWidth(this.width);
  }

  override setWindowHeight(): void {
    super.setWindowHeight(this.height);
  }

  // Moving in it: merged cells are one, and Ctrl with an arrow goes by the workbook's cells.

  override setSelectedCell(row: number, column: number): void {
    const merge = this.mergeAt(row, column);
    super.setSelectedCell(merge ? merge.row + 1 : row, merge ? merge.column + 1 : column);
    if (merge) this.selectMerge(merge);
  }

  override setSelectedRange(row: number, column: number, lastRow: number, lastColumn: number): void {
    const view = this.getSelectedView();
    const isInside = contains(areaBetween(row, column, lastRow, lastColumn), cellAt(view.row, view.column));
    // The cell may have gone to the first of merged ones, outside of the range: the engine would refuse.
    if (!isInside) super.setSelectedCell(row, column);
    super.setSelectedRange(row, column, lastRow, lastColumn);
  }

  override onAreaSelecting(row: number, column: number): void {
    const view = this.getSelectedView();
    const merge = this.mergeAt(view.row, view.column);
    if (merge && contains(merge, cellAt(row, column))) this.selectMerge(merge);
    else super.onAreaSelecting(row, column);
  }

  override onArrowUp(): void {
    this.stepOver(() => super.onArrowUp(), -1, 0);
  }

  override onArrowDown(): void {
    this.stepOver(() => super.onArrowDown(), 1, 0);
  }

  override onArrowLeft(): void {
    this.stepOver(() => super.onArrowLeft(), 0, -1);
  }

  override onArrowRight(): void {
    this.stepOver(() => super.onArrowRight(), 0, 1);
  }

  override onNavigateToEdgeInDirection(direction: string): void {
    const { sheet, row, column } = this.getSelectedView();
    const [down, right] = STEPS[direction] ?? [0, 0];
    const { cells } = this.sheetAt(sheet);
    const rows = cells.rowCount;
    const columns = cells.columnCount;
    const isInside = (r: number, c: number) => r >= 1 && c >= 1 && r <= rows && c <= columns;
    // From beyond the used cells straight to their edge: nothing lies between.
    let [r, c] = [
      down < 0 ? Math.min(row - 1, rows) : row + down,
      right < 0 ? Math.min(column - 1, columns) : column + right,
    ];
    const wasFilled = this.isFilled(sheet, row, column) && this.isFilled(sheet, r, c);
    while (isInside(r, c) && this.isFilled(sheet, r, c) === wasFilled) [r, c] = [r + down, c + right];
    if (wasFilled) [r, c] = [r - down, c - right];
    else if (!isInside(r, c)) [r, c] = edgeOf(r, c, down, right);
    this.show(r, c);
  }

  /** Selects a cell (one-based) and scrolls to it. */
  show(row: number, column: number): void {
    this.setSelectedCell(row, column);
    this.reveal(this.getSelectedView());
  }

  // What people do in it.

  override setUserInput(sheet: number, row: number, column: number, input: string): void {
    if (input !== this.getCellContent(sheet, row, column)) {
      this.edits.typeChecked(this.sheetAt(sheet), row - 1, column - 1, input);
    }
  }

  override rangeClearContents(
    sheet: number,
    row: number,
    column: number,
    lastRow: number,
    lastColumn: number,
  ): void {
    this.edits.clear(this.sheetAt(sheet), areaBetween(row, column, lastRow, lastColumn));
  }

  override rangeClearAll(
    sheet: number,
    row: number,
    column: number,
    lastRow: number,
    lastColumn: number,
  ): void {
    this.rangeClearContents(sheet, row, column, lastRow, lastColumn);
  }

  override pasteCsvText(area: Area, text: string): void {
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    this.edits.type(
      this.sheetAt(area.sheet),
      area.row - 1,
      area.column - 1,
      lines.map((line) => line.split('\t')),
    );
  }

  override pasteFromClipboard(
    sourceSheet: number,
    [row, column, lastRow, lastColumn]: [number, number, number, number],
    _clipboard: ClipboardData,
    isCut: boolean,
  ): void {
    const source = areaBetween(row, column, lastRow, lastColumn);
    const { sheet, row: toRow, column: toColumn } = this.getSelectedView();
    const texts = this.textsOf(sourceSheet, source, (r, c) => this.getCellContent(sourceSheet, r, c));
    if (isCut) this.edits.clear(this.sheetAt(sourceSheet), source);
    this.edits.type(this.sheetAt(sheet), toRow - 1, toColumn - 1, texts);
  }

  override copyToClipboard(): Clipboard {
    const { sheet, range } = this.getSelectedView();
    const area = areaBetween(...range);
    const texts = this.textsOf(sheet, area, (r, c) => this.textOf(this.sheetAt(sheet), r - 1, c - 1));
    return { csv: texts.map((line) => line.join('\t')).join('\n'), data: new Map(), range };
  }

  override updateRangeStyle({ sheet, row, column, width, height }: Area, path: string, value: string): void {
    const change = STYLE_CHANGES[path]?.(value);
    if (!change) return this.edits.refuse('unsupported');
    this.edits.restyle(
      this.sheetAt(sheet),
      { row: row - 1, column: column - 1, rows: height, columns: width },
      change,
    );
  }

  override canUndo(): boolean {
    return this.edits.canUndo;
  }

  override canRedo(): boolean {
    return this.edits.canRedo;
  }

  override undo(): void {
    this.edits.undo();
  }

  override redo(): void {
    this.edits.redo();
  }

  override setColumnsWidth(sheet: number, from: number, to: number, width: number): void {
    const model = this.sheetAt(sheet);
    this.edits.changeSheet(model, () => {
      for (let column = from - 1; column < to; column++)
        model.columnWidths.set(column, width / PIXELS_PER_POINT);
    });
  }

  override setRowsHeight(sheet: number, from: number, to: number, height: number): void {
    const model = this.sheetAt(sheet);
    this.edits.changeSheet(model, () => {
      for (let row = from - 1; row < to; row++) model.rowHeights.set(row, height / PIXELS_PER_POINT);
    });
  }

  override newSheet(): void {
    this.edits.changeStructure(() => {
      const sheet = createSheet(freeSheetName(this.book, this.culture.name));
      this.book.sheets.push(sheet);
      this.book.activeSheetId = sheet.id;
    });
  }

  override deleteSheet(index: number): void {
    this.edits.changeStructure(() => {
      const [deleted] = this.book.sheets.splice(index, 1);
      if (deleted) rewriteFormulas(this.book, (formula) => removeSheetFromFormula(formula, deleted.name));
      this.book.activeSheetId = this.sheetAt(Math.max(0, index - 1)).id;
    });
  }

  override hideSheet(index: number): void {
    this.edits.changeStructure(() => {
      this.sheetAt(index).visibility = 'hidden';
    });
  }

  override unhideSheet(index: number): void {
    this.edits.changeStructure(() => {
      this.sheetAt(index).visibility = 'visible';
    });
  }

  override setSheetColor(index: number, color: Color): void {
    const sheet = this.sheetAt(index);
    this.edits.changeSheet(sheet, () => {
      sheet.tabColor = typeof color === 'string' ? color : '';
    });
  }

  override renameSheet(index: number, name: string): void {
    const sheet = this.sheetAt(index);
    try {
      checkSheetName(name, this.book, sheet);
    } catch {
      return this.edits.refuse('sheetName');
    }
    this.edits.changeStructure(() => {
      rewriteFormulas(this.book, (formula) => renameSheetInFormula(formula, sheet.name, name));
      sheet.name = name;
      sheet.pristine = false;
    });
  }

  override duplicateSheet(index: number): void {
    this.edits.changeStructure(() => {
      this.book.activeSheetId = copySheet(this.book, this.sheetAt(index), index + 1).id;
    });
  }

  override insertRows(sheet: number, row: number, count: number): void {
    this.edits.shift(this.sheetAt(sheet), shiftOf(rowsAt(row, count), 'insert', 'rows'));
  }

  override deleteRows(sheet: number, row: number, count: number): void {
    this.edits.shift(this.sheetAt(sheet), shiftOf(rowsAt(row, count), 'delete', 'rows'));
  }

  override insertColumns(sheet: number, column: number, count: number): void {
    this.edits.shift(this.sheetAt(sheet), shiftOf(columnsAt(column, count), 'insert', 'columns'));
  }

  override deleteColumns(sheet: number, column: number, count: number): void {
    this.edits.shift(this.sheetAt(sheet), shiftOf(columnsAt(column, count), 'delete', 'columns'));
  }

  // What this stand-in leaves to Excel.
  override moveSheet(): void {
    this.edits.refuse('unsupported');
  }
  override moveRows(): void {
    this.edits.refuse('unsupported');
  }
  override moveColumns(): void {
    this.edits.refuse('unsupported');
  }
  override autoFillRows(): void {
    this.edits.refuse('unsupported');
  }
  override autoFillColumns(): void {
    this.edits.refuse('unsupported');
  }
  override setAreaWithBorder(): void {
    this.edits.refuse('unsupported');
  }
  override setUserArrayFormula(): void {
    this.edits.refuse('unsupported');
  }
  override rangeClearFormatting(): void {
    this.edits.refuse('unsupported');
  }

  private layOut(sheet: SheetModel, index: number): void {
    if (index > 0) super.newSheet();
    super.renameSheet(index, sheet.name);
    if (sheet.visibility !== 'visible') super.hideSheet(index);
    if (sheet.tabColor) super.setSheetColor(index, sheet.tabColor);
    super.setFrozenRowsCount(index, sheet.frozen.rows);
    super.setFrozenColumnsCount(index, sheet.frozen.columns);
    super.setShowGridLines(index, sheet.showGridlines);
  }

  /** The engine moves the view by its own sizes; they need not be exact, only not too small. */
  private sizeSheet(sheet: SheetModel, index: number): void {
    for (const column of sheet.columnWidths.keys()) {
      super.setColumnsWidth(index, column + 1, column + 1, this.geometryOf(sheet).columnWidth(column));
    }
  }

  /** A cell's value in its format, however wide. */
  private textOf({ cells }: SheetModel, row: number, column: number): string {
    const { numberFormat } = this.book.styles.get(cells.style(row, column));
    return displayText(cells.value(row, column), numberFormat ?? 'General', this.culture);
  }

  /** A number that does not fit its column: fewer decimals if its format allows, else `###`; a cut number would lie. */
  private fitted(text: string, sheet: SheetModel, row: number, column: number): string {
    const style = this.book.styles.get(sheet.cells.style(row, column));
    const geometry = this.geometryOf(sheet);
    const width = this.measure(text, style);
    if (width <= geometry.columnWidth(column) - CELL_PADDING) return text;
    const merge = sheet.merges.find((area) => area.row === row && area.column === column);
    const end = geometry.columnOffset(column + (merge?.columns ?? 1));
    const room = end - geometry.columnOffset(column) - CELL_PADDING;
    const fits = (shown: string) => this.measure(shown, style) <= room;
    if (width <= room) return text;
    const isGeneral = style.numberFormat === undefined || style.numberFormat === 'General';
    const [whole = '', fraction = ''] = isGeneral ? text.split(this.culture.decimal) : [];
    for (let digits = fraction.length - 1; digits >= 0; digits--) {
      const shorter = Number(`${whole}.${fraction}`).toFixed(digits).replace('.', this.culture.decimal);
      if (fits(shorter)) return shorter;
    }
    return '#'.repeat(Math.max(1, Math.floor(room / this.measure('#', style))));
  }

  private lookAt(sheet: SheetModel, row: number, column: number): ExtendedCellStyle['style'] {
    // The canvas also asks for the neighbours of A1.
    if (row < 0 || column < 0) return lookOf({}, STANDARD_LOOK_HEIGHT);
    const style = {
      ...tableLook(sheet, row, column),
      ...this.book.styles.get(sheet.cells.style(row, column)),
    };
    return lookOf(style, this.geometryOf(sheet).rowHeight(row));
  }

  /** The merged area around a cell, both one-based as the grid counts; null: the cell is on its own. */
  private mergeAt(row: number, column: number): ModelArea | null {
    const { merges } = this.sheetAt(this.getSelectedSheet());
    return merges.find((area) => contains(area, cellAt(row, column))) ?? null;
  }

  private selectMerge({ row, column, rows, columns }: ModelArea): void {
    super.setSelectedRange(row + 1, column + 1, row + rows, column + columns);
  }

  /** Carries out a step; one that would end inside the merged area it began in goes on to beyond it. */
  private stepOver(step: () => void, down: number, right: number): void {
    const { row, column } = this.getSelectedView();
    const merge = this.mergeAt(row, column);
    if (merge && (down > 0 || right > 0)) {
      const [lastRow, lastColumn] = [merge.row + merge.rows, merge.column + merge.columns];
      super.setSelectedCell(down > 0 ? lastRow : row, right > 0 ? lastColumn : column);
    }
    step();
    const reached = this.getSelectedView();
    if (this.mergeAt(reached.row, reached.column)) this.setSelectedCell(reached.row, reached.column);
  }

  private reveal({ sheet, row, column, top_row: top, left_column: left }: SelectedView): void {
    const geometry = this.geometryOf(this.sheetAt(sheet));
    const frozenRows = this.getFrozenRowsCount(sheet);
    const frozenColumns = this.getFrozenColumnsCount(sheet);
    const rowsShown = Math.max(1, Math.floor(this.height / geometry.rowHeight(row - 1)) - frozenRows - 2);
    const isRowSeen = row <= frozenRows || (row >= top && row < top + rowsShown);
    const width =
      geometry.columnOffset(column) - geometry.columnOffset(left - 1) + geometry.columnOffset(frozenColumns);
    const isColumnSeen = column <= frozenColumns || (column >= left && width < this.width);
    this.setTopLeftVisibleCell(
      isRowSeen ? top : Math.max(frozenRows + 1, row - Math.floor(rowsShown / 2)),
      isColumnSeen ? left : Math.max(frozenColumns + 1, column - 1),
    );
  }

  private isFilled(sheet: number, row: number, column: number): boolean {
    return row >= 1 && column >= 1 && this.sheetAt(sheet).cells.value(row - 1, column - 1) !== '';
  }

  private textsOf(sheet: number, area: ModelArea, text: (row: number, column: number) => string): string[][] {
    const { cells } = this.sheetAt(sheet);
    const rows = Math.max(1, Math.min(area.rows, cells.rowCount - area.row));
    const columns = Math.max(1, Math.min(area.columns, cells.columnCount - area.column));
    return Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (__, column) => text(area.row + row + 1, area.column + column + 1)),
    );
  }
}

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Looks that the keyboard gives: Ctrl+B, Ctrl+I, Ctrl+U. */
const STYLE_CHANGES: Readonly<Record<string, (value: string) => CellStyle>> = {
  'font.b': (value) => ({ bold: value === 'true' }),
  'font.i': (value) => ({ italic: value === 'true' }),
  'font.u': (value) => ({ underline: value === 'true' }),
  num_fmt: (value) => ({ numberFormat: value }),
};

function edgeOf(row: number, column: number, down: number, right: number): [number, number] {
  return [down > 0 ? LAST_ROW : Math.max(1, row), right > 0 ? LAST_COLUMN : Math.max(1, column)];
}

function cellAt(row: number, column: number): ModelArea {
  return { row: row - 1, column: column - 1, rows: 1, columns: 1 };
}

function rowsAt(row: number, count: number): ModelArea {
  return { row: row - 1, column: 0, rows: count, columns: LAST_COLUMN };
}

function columnsAt(column: number, count: number): ModelArea {
  return { row: 0, column: column - 1, rows: LAST_ROW, columns: count };
}

function areaBetween(row: number, column: number, lastRow: number, lastColumn: number): ModelArea {
  return {
    row: Math.min(row, lastRow) - 1,
    column: Math.min(column, lastColumn) - 1,
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  };
}
