import type { BookModel, ModelArea } from '../../model/model';
import type { GridModel } from './gridModel';

/** Which part of which sheet shows: zero-based sheet, one-based first row and column after the frozen ones. */
export interface Scroll {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
}

/** The cell that takes what is typed, zero-based, on the sheet that shows. */
export interface ActiveCell {
  readonly row: number;
  readonly column: number;
}

/**
 * Keeps the active sheet and the selection of grid and workbook the same, whoever changes them, and tells where
 * the grid stands. The grid has no events for this, so it is looked at before every frame: a few numbers.
 */
export class ViewLink {
  private activeSheetId: string;
  private selection: string;
  private scroll = '';
  private cell = '';

  constructor(
    private readonly model: GridModel,
    private readonly book: BookModel,
  ) {
    this.activeSheetId = book.activeSheetId;
    this.selection = JSON.stringify(book.selection);
  }

  /** Looks before every frame until the function it gives is called; tells where the grid stands and which cell is active. */
  follow(onScroll: (scroll: Scroll) => void, onCell: (cell: ActiveCell) => void): () => void {
    let frame = 0;
    const look = () => {
      if (!this.model.isOutdated) {
        this.fromBook();
        this.fromGrid(onScroll, onCell);
      }
      frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }

  private fromBook(): void {
    const { activeSheetId, selection } = this.book;
    const index = this.book.sheets.findIndex(({ id }) => id === activeSheetId);
    if (activeSheetId !== this.activeSheetId && index >= 0) this.model.setSelectedSheet(index);
    if (JSON.stringify(selection) !== this.selection) {
      const { row, column, rows, columns } = selection;
      this.model.show(row + 1, column + 1);
      this.model.setSelectedRange(row + 1, column + 1, row + rows, column + columns);
    }
  }

  private fromGrid(onScroll: (scroll: Scroll) => void, onCell: (cell: ActiveCell) => void): void {
    const view = this.model.getSelectedView();
    const { sheet, range, top_row: top, left_column: left } = view;
    this.book.activeSheetId = this.book.sheets[sheet]?.id ?? this.book.activeSheetId;
    this.book.selection = areaOf(range);
    this.activeSheetId = this.book.activeSheetId;
    this.selection = JSON.stringify(this.book.selection);
    const scroll = `${sheet} ${top} ${left}`;
    if (scroll !== this.scroll) onScroll({ sheet, top, left });
    this.scroll = scroll;
    const cell = `${sheet} ${view.row} ${view.column}`;
    if (cell !== this.cell) onCell({ row: view.row - 1, column: view.column - 1 });
    this.cell = cell;
  }
}

function areaOf([row, column, lastRow, lastColumn]: readonly [number, number, number, number]): ModelArea {
  return {
    row: Math.min(row, lastRow) - 1,
    column: Math.min(column, lastColumn) - 1,
    rows: Math.abs(lastRow - row) + 1,
    columns: Math.abs(lastColumn - column) + 1,
  };
}
