import { precedentsOf } from '../../calc/formula';
import type { BookModel, ModelArea, ModelValue, SheetModel } from '../../model/model';

/** Values of a chart's reference (`'ABCD'!$C$12:$C$40`) in reading order, and the number format of the first. */
export interface ChartData {
  readonly values: readonly ModelValue[];
  readonly numberFormat: string;
}

const NOTHING: ChartData = { values: [], numberFormat: 'General' };

/** The live values behind a chart's reference; nothing where its sheet is gone. */
export function chartData(book: BookModel, reference: string | null): ChartData {
  const found = reference === null ? undefined : precedentsOf(reference)[0];
  const sheet = book.sheets.find(({ name }) => name.toLowerCase() === found?.sheet?.toLowerCase());
  if (!found || !sheet) return NOTHING;
  const { area } = found;
  return {
    values: valuesOf(sheet, area),
    numberFormat: book.styles.get(sheet.cells.style(area.row, area.column)).numberFormat ?? 'General',
  };
}

function valuesOf(sheet: SheetModel, { row, column, rows, columns }: ModelArea): ModelValue[] {
  const lastRow = Math.min(row + rows, sheet.cells.rowCount);
  const lastColumn = Math.min(column + columns, sheet.cells.columnCount);
  const values: ModelValue[] = [];
  for (let r = row; r < lastRow; r++) {
    for (let c = column; c < lastColumn; c++) values.push(sheet.cells.value(r, c));
  }
  return values;
}
