import type { Language } from '../../domain/settings';
import { createBook, createSheet } from '../model/book';
import type { BookModel, CellStyle, SheetModel, StyleTable } from '../model/model';
import { sampleSheets } from './sampleSheets';
import type { SampleSheet } from './sheet';

const FILE_NAMES: Readonly<Record<Language, string>> = { ru: 'Белый Короб.xlsx', en: 'White Carton.xlsx' };

const COMPANY: CellStyle = { bold: true, fontSize: 14 };
const HEADING: CellStyle = {
  bold: true,
  fill: '#E2E8F0',
  wrap: true,
  vertical: 'middle',
  borders: { bottom: { style: 'thin', color: '#64748B' } },
};
const TOTAL: CellStyle = { bold: true, borders: { top: { style: 'thin', color: '#64748B' } } };

/** Width of a column in points for a width in characters: 7 pixels a character and 5 of padding, at 96 dpi. */
const pointsOf = (characters: number) => (characters * 7 + 5) * 0.75;

/** The sample company as a workbook, as `npm start` opens it. */
export function sampleBook(language: Language): BookModel {
  const book = createBook(FILE_NAMES[language], []);
  book.sheets = sampleSheets(language).map((sheet) => sheetModelOf(sheet, book.styles));
  book.activeSheetId = book.sheets[0]?.id ?? '';
  return book;
}

function sheetModelOf(sheet: SampleSheet, styles: StyleTable): SheetModel {
  const model = createSheet(sheet.name);
  sheet.rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value !== '') model.cells.setValue(r, c, value);
      const style = styles.intern(styleOf(sheet, r, c));
      if (style !== 0) model.cells.setStyle(r, c, style);
    });
  });
  sheet.columnWidths.forEach((characters, c) => model.columnWidths.set(c, pointsOf(characters)));
  model.frozen = { rows: sheet.headerRow + 1, columns: 0 };
  return model;
}

function styleOf(sheet: SampleSheet, row: number, column: number): CellStyle {
  if (row < sheet.headerRow) return row === 0 ? COMPANY : {};
  if (row === sheet.headerRow) return HEADING;
  const format = sheet.formats[column] ?? 'General';
  const look = format === 'General' ? {} : { numberFormat: format };
  return row === sheet.totalRow ? { ...look, ...TOTAL } : look;
}
