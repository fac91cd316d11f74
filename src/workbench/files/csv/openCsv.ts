import { createBook, createSheet } from '../../model/book';
import type { BookModel, CellStore, ModelValue } from '../../model/model';
import { ColumnCellsBuilder } from '../../model/columnCells';
import { SparseCells } from '../../model/sparseCells';
import { decodeText } from './decode';
import { chooseSeparator, readRows } from './rows';

/** From this many cells on a sheet is kept in typed columns. */
const COLUMNS_FROM_CELLS = 300_000;

/**
 * A text table as a careful person would import it: the separator is decided by the content, plain numbers become
 * numbers, everything else stays the text it is (dates, numbers with spaces or commas, codes with leading zeros):
 * reading those is the reader's business, who sees the whole column. Null if the text is no table.
 */
export function openCsv(bytes: Uint8Array, fileName: string): BookModel | null {
  const content = decodeText(bytes);
  const separator = chooseSeparator(content);
  if (separator === null && !/\.(csv|tsv|tab|txt)$/i.test(fileName)) return null;
  const sheet = createSheet(sheetNameOf(fileName));
  sheet.cells = readCells(content, separator ?? ',');
  return createBook(fileName, [sheet]);
}

function readCells(content: string, separator: string): CellStore {
  const builder = new ColumnCellsBuilder();
  const sparse = new SparseCells();
  let cells = 0;
  let row = 0;
  for (const fields of readRows(content, separator)) {
    cells += fields.length;
    const values = fields.map(importField);
    builder.appendRow(values);
    if (cells < COLUMNS_FROM_CELLS)
      values.forEach((value, column) => value !== '' && sparse.setValue(row, column, value));
    row++;
  }
  return cells < COLUMNS_FROM_CELLS ? sparse : builder.build();
}

/** A plain number: no leading zeros (those are codes), no plus, no exponent. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
/** A double holds no more decimal digits faithfully; Excel keeps as many. */
const MOST_DIGITS = 15;

/** A field of the file as a cell: `12.50` is 12.5, `007`, `1 234,50` and `02.03.2024` stay texts. */
export function importField(field: string): ModelValue {
  if (!PLAIN_NUMBER.test(field)) return field;
  const digits = field.replace(/[-.]/g, '').replace(/^0+/, '').length;
  return digits <= MOST_DIGITS ? Number(field) : field;
}

const LONGEST_SHEET_NAME = 31;

/** A sheet name after the file: `sales [2024].csv` is `sales _2024_`. */
export function sheetNameOf(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const name = base
    .replace(/[:\\/?*[\]]/g, '_')
    .slice(0, LONGEST_SHEET_NAME)
    .replace(/^'+|'+$/g, '')
    .trim();
  return name || 'Sheet1';
}
