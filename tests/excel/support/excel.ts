import { createHash } from 'node:crypto';
import type { ProgressHooks } from '../../../src/excel/types';
import type { Result } from '../../../src/domain/shared/result';
import { installGlobals } from '../../../src/workbench/client/node';
import { Host } from '../../../src/workbench/host/host';
import type { HostOptions } from '../../../src/workbench/host/host';
import { createBook, createSheet } from '../../../src/workbench/model/book';
import type { BookModel, CellStyle, ModelValue, SheetModel } from '../../../src/workbench/model/model';

/** Opens sheets in the stand-in for Excel, with Microsoft's client over it. The first sheet is the active one. */
export function openExcel(
  sheets: readonly SheetModel[],
  options: HostOptions = {},
): { host: Host; book: BookModel } {
  const book = createBook('Продажи.xlsx', sheets);
  const host = new Host(book, options);
  installGlobals(host);
  return { host, book };
}

/** A sheet with rows of values from a one-based cell on; `null` is a blank. A text with `=` is a formula. */
export function sheet(
  name: string,
  rows: readonly (readonly (ModelValue | null)[])[] = [],
  at: { row: number; column: number } = { row: 1, column: 1 },
): SheetModel {
  const model = createSheet(name);
  rows.forEach((cells, row) => {
    cells.forEach((value, column) => {
      if (value === null) return;
      const place = [at.row - 1 + row, at.column - 1 + column] as const;
      if (typeof value === 'string' && value.startsWith('=')) model.cells.setFormula(...place, value);
      else model.cells.setValue(...place, value);
    });
  });
  return model;
}

/** Reads a cell of a sheet by one-based row and column: its value, its formula and its style. */
export function cellAt(
  book: BookModel,
  sheetName: string,
  row: number,
  column: number,
): { value: ModelValue; formula: string | null; style: CellStyle } {
  const { cells } = sheetNamed(book, sheetName);
  return {
    value: cells.value(row - 1, column - 1),
    formula: cells.formula(row - 1, column - 1),
    style: book.styles.get(cells.style(row - 1, column - 1)),
  };
}

export function sheetNamed(book: BookModel, name: string): SheetModel {
  const found = book.sheets.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`No sheet ${name} among ${book.sheets.map((one) => one.name).join(', ')}`);
  return found;
}

/** Everything a sheet consists of, as a short text: equal before and after means untouched. */
export function fingerprint(book: BookModel, name: string): string {
  const { cells, ...rest } = sheetNamed(book, name);
  const contents = [...cells.cells()].map(({ row, column }) => [
    row,
    column,
    cells.value(row, column),
    cells.formula(row, column),
    book.styles.get(cells.style(row, column)),
  ]);
  const plain = JSON.stringify([rest, contents], (_, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
  return createHash('sha256').update(plain).digest('hex');
}

/** The value of a result that must be there. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Trouble: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Hooks of a caller who neither listens nor stops. */
export const QUIET: ProgressHooks = { onProgress: () => undefined, signal: new AbortController().signal };
