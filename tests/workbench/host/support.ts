import { installGlobals } from '../../../src/workbench/client/node';
import type { OfficeOptions } from '../../../src/workbench/client/office';
import { Host } from '../../../src/workbench/host/host';
import type { HostOptions } from '../../../src/workbench/host/host';
import { createBook, createSheet } from '../../../src/workbench/model/book';
import type { BookModel, ModelValue, SheetModel } from '../../../src/workbench/model/model';

/** A book in the stand-in for Excel, with Microsoft's client over it. */
export function openExcel(
  sheets: readonly SheetModel[] = [createSheet('Лист1')],
  options: HostOptions & OfficeOptions = {},
): { host: Host; book: BookModel; first: SheetModel } {
  const book = createBook('Книга.xlsx', sheets);
  const host = new Host(book, { currentYear: 2026, ...options });
  installGlobals(host, options);
  const [first] = book.sheets;
  if (!first) throw new Error('A book needs a sheet');
  return { host, book, first };
}

/** A sheet with rows of values from A1; a text with `=` is a formula. */
export function sheetOf(name: string, rows: readonly (readonly ModelValue[])[]): SheetModel {
  const sheet = createSheet(name);
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      if (typeof value === 'string' && value.startsWith('=')) sheet.cells.setFormula(row, column, value);
      else if (value !== '') sheet.cells.setValue(row, column, value);
    }
  }
  return sheet;
}

/** The code of the error a batch ends with, or `none`. */
export async function codeOf(batch: (context: Excel.RequestContext) => unknown): Promise<string> {
  try {
    await Excel.run(async (context) => {
      await batch(context);
      await context.sync();
    });
    return 'none';
  } catch (error) {
    if (error instanceof OfficeExtension.Error) return error.code;
    throw error;
  }
}
