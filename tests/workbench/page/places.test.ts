import { createSheet } from '../../../src/workbench/model/book';
import { createStyleTable } from '../../../src/workbench/model/styleTable';
import { textMeasure } from '../../../src/workbench/page/grid/font';
import {
  COLUMN_HEADER,
  FROZEN_LINE,
  ROW_HEADER,
  SheetGeometry,
} from '../../../src/workbench/page/grid/geometry';
import { rowAt, screenPlaceOf } from '../../../src/workbench/page/grid/places';

/** Rows of 20 pixels, but row 2 of 40 and row 4 hidden; two rows are frozen, the grid is scrolled to row 6. */
function scrolled() {
  const sheet = createSheet('A');
  sheet.rowHeights.set(1, 30);
  sheet.hiddenRows.add(3);
  sheet.frozen = { rows: 2, columns: 0 };
  return { sheet, geometry: new SheetGeometry(sheet, createStyleTable(), textMeasure()), top: 6 };
}

const cell = (row: number) => ({ row, column: 1, rows: 1, columns: 1 });

test.each([
  [0, 0],
  [19, 0],
  [20, 1],
  [59, 1],
  [60, 5],
  [79, 5],
  [81, 6],
])('%i pixels under the letters stands row %i', (y, row) => {
  const { sheet, geometry, top } = scrolled();
  expect(rowAt(sheet, geometry, y, top)).toBe(row);
});

test('cells are where the grid draws them, and nowhere while scrolled away', () => {
  const { sheet, geometry, top } = scrolled();
  const place = (row: number) => screenPlaceOf(sheet, geometry, cell(row), top, 1);
  expect(place(1)).toEqual({ x: ROW_HEADER + 64, y: COLUMN_HEADER + 20, width: 64, height: 40 });
  expect(place(6)).toMatchObject({ y: COLUMN_HEADER + 60 + FROZEN_LINE + 20 });
  expect(place(4)).toBeNull();
});
