import type { Culture } from '../../host/culture';
import { parseEntry } from '../../host/typedEntry';
import type { BookModel, CellStyle, ModelArea, ModelValue, SheetModel, StyleId } from '../../model/model';

/** Why an edit was not made. */
export type Refusal = 'protected' | 'structure' | 'unsupported' | 'sheetName';

interface CellBefore {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly formula: string | null;
  readonly value: ModelValue;
  readonly style: StyleId;
}

/** What people do to the workbook in the grid: typed as into Excel, and undone again. Rows and columns zero-based. */
export class BookEdits {
  private readonly done: (readonly CellBefore[])[] = [];
  private undone: (readonly CellBefore[])[] = [];

  constructor(
    private readonly book: BookModel,
    private readonly culture: Culture,
    private readonly onEdited: () => void,
    private readonly onRefused: (reason: Refusal) => void,
  ) {}

  /** Texts typed or pasted, the first at the given cell. */
  type(sheet: SheetModel, row: number, column: number, texts: readonly (readonly string[])[]): void {
    const columns = Math.max(0, ...texts.map((line) => line.length));
    this.change(sheet, { row, column, rows: texts.length, columns }, (r, c) => {
      const text = texts[r - row]?.[c - column];
      if (text !== undefined) this.enter(sheet, r, c, text);
    });
  }

  clear(sheet: SheetModel, area: ModelArea): void {
    const used = sheet.cells;
    const rows = Math.min(area.rows, used.rowCount - area.row);
    const columns = Math.min(area.columns, used.columnCount - area.column);
    this.change(sheet, { ...area, rows, columns }, (r, c) => used.clear(r, c, 'contents'));
  }

  restyle(sheet: SheetModel, area: ModelArea, change: CellStyle): void {
    const { cells } = sheet;
    this.change(sheet, area, (r, c) => {
      cells.setStyle(
        r,
        c,
        this.book.styles.intern({ ...this.book.styles.get(cells.style(r, c)), ...change }),
      );
    });
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  undo(): void {
    const step = this.done.pop();
    if (step) this.undone.push(this.restore(step));
  }

  redo(): void {
    const step = this.undone.pop();
    if (step) this.done.push(this.restore(step));
  }

  /** Says that something is not done here. */
  refuse(reason: Refusal): void {
    this.onRefused(reason);
  }

  /** A change to a sheet as a whole: its name, its place, its columns. It cannot be undone. */
  changeSheet(sheet: SheetModel, change: () => void): void {
    change();
    sheet.pristine = false;
    this.onEdited();
  }

  /** A change to the list of sheets. */
  changeStructure(change: () => void): void {
    if (this.book.isStructureProtected) return this.refuse('structure');
    change();
    this.onEdited();
  }

  private change(sheet: SheetModel, area: ModelArea, change: (row: number, column: number) => void): void {
    if (sheet.isProtected) return this.refuse('protected');
    const before: CellBefore[] = [];
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        before.push(this.cellBefore(sheet, row, column));
        change(row, column);
      }
    }
    if (before.length === 0) return;
    this.done.push(before);
    this.undone = [];
    sheet.pristine = false;
    this.onEdited();
  }

  private enter(sheet: SheetModel, row: number, column: number, text: string): void {
    const { cells } = sheet;
    const style = this.book.styles.get(cells.style(row, column));
    if (text === '') {
      cells.clear(row, column, 'contents');
    } else if (style.numberFormat === '@') {
      cells.setValue(row, column, text);
    } else if (text.startsWith('=') && text.length > 1) {
      cells.setFormula(row, column, text);
    } else {
      const { value, format } = parseEntry(text, this.culture, new Date().getFullYear());
      cells.setValue(row, column, value);
      const isGeneral = style.numberFormat === undefined || style.numberFormat === 'General';
      if (format !== undefined && isGeneral) {
        cells.setStyle(row, column, this.book.styles.intern({ ...style, numberFormat: format }));
      }
    }
  }

  private restore(step: readonly CellBefore[]): readonly CellBefore[] {
    const now = step.map(({ sheet, row, column }) => this.cellBefore(sheet, row, column));
    for (const { sheet, row, column, formula, value, style } of step) {
      if (formula !== null) sheet.cells.setFormula(row, column, formula);
      else if (value === '') sheet.cells.clear(row, column, 'contents');
      else sheet.cells.setValue(row, column, value);
      sheet.cells.setStyle(row, column, style);
    }
    this.onEdited();
    return now;
  }

  private cellBefore(sheet: SheetModel, row: number, column: number): CellBefore {
    const { cells } = sheet;
    return {
      sheet,
      row,
      column,
      formula: cells.formula(row, column),
      value: cells.value(row, column),
      style: cells.style(row, column),
    };
  }
}
