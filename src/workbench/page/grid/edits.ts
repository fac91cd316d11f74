import type { Culture } from '../../host/culture';
import { HostError } from '../../host/errors';
import { shiftCells } from '../../host/shiftCells';
import { parseEntry } from '../../host/typedEntry';
import type { Entry } from '../../host/typedEntry';
import type { BookModel, CellStyle, ModelArea, ModelValue, SheetModel, StyleId } from '../../model/model';
import type { Shift } from '../../model/shift';
import { refusingValidation } from './validity';

/** Why an edit was not made: a text of the page, or what the cell's validation says to a wrong entry. */
export type Refusal = RefusalKey | { readonly title: string; readonly message: string };
type RefusalKey =
  | 'protected'
  | 'structure'
  | 'unsupported'
  | 'sheetName'
  | 'wrongEntry'
  | 'tornTable'
  | 'tornMerge'
  | 'offSheet';

/** What the host refuses when rows and columns come and go. */
const SHIFT_REFUSALS: Readonly<Record<string, RefusalKey>> = {
  InsertDeleteConflict: 'tornTable',
  MergedRangeConflict: 'tornMerge',
  NonBlankCellOffSheet: 'offSheet',
};

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

  /** A text typed into a cell, if its validation lets it. */
  typeChecked(sheet: SheetModel, row: number, column: number, text: string): void {
    const refusing = isFormula(text)
      ? null
      : refusingValidation(this.book, sheet, row, column, this.entryOf(text).value);
    if (!refusing) return this.type(sheet, row, column, [[text]]);
    const { title = '', message = '' } = refusing.error ?? {};
    this.refuse(message === '' ? 'wrongEntry' : { title, message });
  }

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

  /** Rows or columns that come or go. It cannot be undone, nor what was done before: its cells stand elsewhere now. */
  shift(sheet: SheetModel, shift: Shift): void {
    if (sheet.isProtected) return this.refuse('protected');
    try {
      shiftCells(this.book, sheet, shift, this.culture);
    } catch (error) {
      const reason = error instanceof HostError ? SHIFT_REFUSALS[error.code] : undefined;
      if (reason === undefined) throw error;
      return this.refuse(reason);
    }
    this.done.length = 0;
    this.undone = [];
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
    } else if (isFormula(text)) {
      cells.setFormula(row, column, text);
    } else {
      const { value, format } = this.entryOf(text);
      cells.setValue(row, column, value);
      const isGeneral = style.numberFormat === undefined || style.numberFormat === 'General';
      if (format !== undefined && isGeneral) {
        cells.setStyle(row, column, this.book.styles.intern({ ...style, numberFormat: format }));
      }
    }
  }

  private entryOf(text: string): Entry {
    return parseEntry(text, this.culture, new Date().getFullYear());
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

function isFormula(text: string): boolean {
  return text.startsWith('=') && text.length > 1;
}
