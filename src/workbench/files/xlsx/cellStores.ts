import { ColumnCellsBuilder } from '../../model/columnCells';
import type { CellStore, ModelValue, SheetModel, StyleId } from '../../model/model';
import { SparseCells } from '../../model/sparseCells';
import type { CellSink } from './cellReader';

/** A sink that fills a store; `finish` hands it over. */
export interface StoringSink extends CellSink {
  finish(): CellStore;
}

/** Fills a sparse store: ordinary sheets. */
export function sparseSink(sheet: SheetModel, cellFormats: readonly StyleId[]): StoringSink {
  const cells = new SparseCells();
  return {
    row: (row, height, hidden) => noteRow(sheet, row, height, hidden),
    cell(row, column, style, value, formula) {
      if (formula !== null) {
        cells.setFormula(row, column, formula);
        cells.setResult(row, column, value);
      } else if (value !== '') {
        cells.setValue(row, column, value);
      }
      const id = cellFormats[style] ?? 0;
      if (id !== 0) cells.setStyle(row, column, id);
    },
    finish: () => cells,
  };
}

/** Fills typed columns: large sheets. Rare formulas and cells out of order are put over the columns at the end. */
export function columnSink(sheet: SheetModel, cellFormats: readonly StyleId[]): StoringSink {
  const builder = new ColumnCellsBuilder();
  const late: { row: number; column: number; style: StyleId; value: ModelValue; formula: string | null }[] =
    [];
  let current = 0;
  let values: ModelValue[] = [];
  let styles: StyleId[] = [];
  const advanceTo = (row: number): void => {
    for (; current < row; current++) {
      builder.appendRow(values, styles);
      values = [];
      styles = [];
    }
  };
  return {
    row: (row, height, hidden) => noteRow(sheet, row, height, hidden),
    cell(row, column, style, value, formula) {
      const id = cellFormats[style] ?? 0;
      if (formula !== null || row < current) {
        late.push({ row, column, style: id, value, formula });
        return;
      }
      advanceTo(row);
      while (values.length < column) {
        values.push('');
        styles.push(0);
      }
      values[column] = value;
      styles[column] = id;
    },
    finish() {
      advanceTo(current + 1);
      const cells = builder.build();
      for (const { row, column, style, value, formula } of late) {
        if (formula === null) cells.setValue(row, column, value);
        else {
          cells.setFormula(row, column, formula);
          cells.setResult(row, column, value);
        }
        cells.setStyle(row, column, style);
      }
      return cells;
    },
  };
}

/** Keeps what a row says about itself. */
export function noteRow(sheet: SheetModel, row: number, height: number | null, hidden: boolean): void {
  if (height !== null) sheet.rowHeights.set(row, height);
  if (hidden) sheet.hiddenRows.add(row);
}
