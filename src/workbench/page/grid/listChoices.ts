import { intersection, parseReference } from '../../host/a1';
import type { Cells } from '../../host/cellAccess';
import { offsetReferences } from '../../host/movedReferences';
import type { BookModel, ModelValue, SheetModel, ValidationModel } from '../../model/model';

/** A choice of an in-cell list, and the number format it stands in. */
export interface Choice {
  readonly value: Exclude<ModelValue, ''>;
  readonly numberFormat: string;
}

/**
 * The values of an in-cell list as they stand in its source, blanks left out; null: there is no list, or its source
 * would have to be calculated. Relative references are read from the cell.
 */
export function choicesOf(
  book: BookModel,
  sheet: SheetModel,
  { rule, area }: ValidationModel,
  row: number,
  column: number,
): readonly Choice[] | null {
  if (rule.kind !== 'list') return null;
  if (!rule.source.startsWith('=')) {
    return rule.source
      .split(',')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((value) => ({ value, numberFormat: 'General' }));
  }
  const by = { rows: row - area.row, columns: column - area.column };
  const source = cellsNamed(book, sheet, offsetReferences(rule.source, by));
  if (!source) return null;
  const choices: Choice[] = [];
  const { cells } = source.sheet;
  const used = cells.usedArea('contents');
  const filled = used && intersection(source.area, used);
  if (!filled) return [];
  for (let r = filled.row; r < filled.row + filled.rows; r++) {
    for (let c = filled.column; c < filled.column + filled.columns; c++) {
      const value = cells.value(r, c);
      const { numberFormat = 'General' } = book.styles.get(cells.style(r, c));
      if (value !== '') choices.push({ value, numberFormat });
    }
  }
  return choices;
}

/** The cells that a formula names: by a reference, or by a name of the sheet or the book. */
export function cellsNamed(book: BookModel, home: SheetModel, formula: string): Cells | null {
  const reference = parseReference(formula);
  if (reference) {
    const wanted = reference.sheet?.toLowerCase();
    const sheet = wanted === undefined ? home : book.sheets.find(({ name }) => name.toLowerCase() === wanted);
    return sheet ? { sheet, area: reference.area } : null;
  }
  const name = formula.replace(/^=/, '').toLowerCase();
  const named = book.names.filter((each) => each.name.toLowerCase() === name);
  const found = named.find(({ scope }) => scope === home.id) ?? named.find(({ scope }) => scope === null);
  return found && found.formula.toLowerCase() !== formula.toLowerCase()
    ? cellsNamed(book, home, found.formula)
    : null;
}
