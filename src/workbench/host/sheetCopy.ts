import { createSheet } from '../model/book';
import type { BookModel, NameModel, SheetModel } from '../model/model';
import { parseReference } from './a1';
import { renameSheetInFormula, rewriteFormulasOf } from './formulaReferences';
import { freeChartId } from './objects/charts';
import { freeTableId, tableNameLike } from './objects/tables';
import { copiedSheetName } from './sheetNames';

/**
 * Puts a sheet into the book once more, as Excel copies it: all that stands on it and is set for it, custom properties
 * too. What pointed to the sheet itself points to the copy, tables get names of their own, and a name that stands for
 * cells of the sheet gets a twin that holds on the copy alone.
 */
export function copySheet(book: BookModel, source: SheetModel, position: number): SheetModel {
  const { id, name, sourcePart, pristine } = createSheet(copiedSheetName(book, source.name));
  const { cells, tables, charts, ...rest } = source;
  const copy: SheetModel = {
    ...structuredClone(rest),
    ...{ id, name, sourcePart, pristine },
    cells: cells.copy(),
    tables: [],
    charts: [],
  };
  book.sheets.splice(position, 0, copy);
  for (const table of tables) {
    copy.tables.push({ ...table, id: freeTableId(book), name: tableNameLike(table.name, book) });
  }
  for (const chart of charts) copy.charts.push({ ...structuredClone(chart), id: freeChartId(book) });
  const follow = (formula: string): string => renameSheetInFormula(formula, source.name, name);
  rewriteFormulasOf(copy, follow);
  book.names.push(
    ...namesOf(book, source).map((twin) => ({ ...twin, scope: id, formula: follow(twin.formula) })),
  );
  return copy;
}

/** The sheet's own names, and those of the book that stand for its cells; an own name goes before one of the book. */
function namesOf({ names }: BookModel, { id, name: sheetName }: SheetModel): readonly NameModel[] {
  const own = names.filter(({ scope }) => scope === id);
  const taken = new Set(own.map(({ name }) => name.toLowerCase()));
  const ofBook = names.filter(
    ({ scope, name, formula }) =>
      scope === null &&
      !taken.has(name.toLowerCase()) &&
      parseReference(formula)?.sheet?.toLowerCase() === sheetName.toLowerCase(),
  );
  return [...own, ...ofBook];
}
