import type { BookModel, ModelArea, ModelValue, SheetModel, StyleId } from '../model/model';
import { contains, formatArea, intersection } from './a1';
import { refusal } from './errors';
import { offsetReferences } from './movedReferences';

/** A column to sort by, counted from the first of the area. */
export interface SortKey {
  readonly column: number;
  readonly isAscending: boolean;
  /** The value a text counts as: itself, or the number it reads as. */
  readonly read: (text: string) => ModelValue;
}

/** How texts are compared: by the alphabet of a language, with or without regard to capitals. */
export interface SortOptions {
  readonly language: string;
  readonly matchesCase: boolean;
}

interface MovingCell {
  readonly value: ModelValue;
  readonly formula: string | null;
  readonly style: StyleId;
}

/** Excel's order of kinds: numbers, texts, logical values, errors. */
const KINDS: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2, object: 3 };

/**
 * Sorts the rows of an area as Excel does. Values, formulas, looks and links of cells move together, equal rows keep
 * their order, blanks go last whichever way. Hidden rows, borders, conditional formats and validations stay. Formulas
 * move like copied ones, but for what they say of sheets by name. Refuses merged cells that are not all of one size.
 */
export function sortRows(
  book: BookModel,
  sheet: SheetModel,
  area: ModelArea,
  keys: readonly SortKey[],
  options: SortOptions,
): void {
  refuseMerges(sheet, area);
  const { cells } = sheet;
  const used = cells.usedArea('all');
  const body = used && intersection(area, { ...used, column: area.column, columns: area.columns });
  if (!body) return;
  const rows = Array.from({ length: body.rows }, (_, index) => body.row + index).filter(
    (row) => !sheet.hiddenRows.has(row),
  );
  const sensitivity = options.matchesCase ? 'variant' : 'accent';
  const { compare } = new Intl.Collator(options.language, { sensitivity });
  const sorted = rows
    .map((row) => ({
      row,
      values: keys.map(({ column, read }) => {
        const value = cells.value(row, area.column + column);
        return typeof value === 'string' ? read(value) : value;
      }),
    }))
    .sort((a, b) => {
      for (const [index, { isAscending }] of keys.entries()) {
        const order = orderOf(a.values[index] ?? '', b.values[index] ?? '', isAscending, compare);
        if (order !== 0) return order;
      }
      return a.row - b.row;
    });
  const moves = sorted.flatMap(({ row }, index) => {
    const target = rows[index] ?? row;
    return target === row ? [] : [{ row, target, moving: cellsOf(sheet, row, body) }];
  });
  const targets = new Map(moves.map(({ row, target }) => [row, target]));
  for (const { row, target, moving } of moves) {
    for (const [index, cell] of moving.entries()) {
      put(book, sheet, target, body.column + index, cell, target - row);
    }
  }
  moveLinks(sheet, body, targets);
}

/** Excel sorts merged cells only if all cells are merged alike; here they must also lie in one row each. */
function refuseMerges({ merges }: SheetModel, area: ModelArea): void {
  const touched = merges.filter((merge) => intersection(merge, area));
  const [first] = touched;
  if (!first) return;
  const areAlike = touched.every(
    (merge) => contains(area, merge) && merge.rows === 1 && merge.columns === first.columns,
  );
  if (!areAlike || touched.length * first.columns !== area.rows * area.columns)
    throw refusal('MergedRangeConflict');
}

function orderOf(
  a: ModelValue,
  b: ModelValue,
  isAscending: boolean,
  compare: (a: string, b: string) => number,
): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  const kinds = (KINDS[typeof a] ?? 0) - (KINDS[typeof b] ?? 0);
  const order = kinds !== 0 ? kinds : orderOfKind(a, b, compare);
  return isAscending ? order : -order;
}

/** Errors are all alike. */
function orderOfKind(a: ModelValue, b: ModelValue, compare: (a: string, b: string) => number): number {
  if (typeof a === 'string' && typeof b === 'string') return compare(a, b);
  return typeof a === 'object' || typeof b === 'object' ? 0 : Number(a) - Number(b);
}

function cellsOf({ cells }: SheetModel, row: number, { column, columns }: ModelArea): readonly MovingCell[] {
  return Array.from({ length: columns }, (_, index) => ({
    value: cells.value(row, column + index),
    formula: cells.formula(row, column + index),
    style: cells.style(row, column + index),
  }));
}

function put(
  { styles }: BookModel,
  { cells }: SheetModel,
  row: number,
  column: number,
  { value, formula, style }: MovingCell,
  rows: number,
): void {
  const { borders: _, ...look } = styles.get(style);
  const { borders } = styles.get(cells.style(row, column));
  cells.setValue(row, column, value);
  if (formula !== null)
    cells.setFormula(row, column, offsetReferences(formula, { rows, columns: 0 }, 'unnamed'));
  cells.setStyle(row, column, styles.intern(borders ? { ...look, borders } : look));
}

function moveLinks({ hyperlinks }: SheetModel, area: ModelArea, targets: ReadonlyMap<number, number>): void {
  const moving = [...targets].flatMap(([row, target]) =>
    Array.from({ length: area.columns }, (_, index) => {
      const cell = { row, column: area.column + index, rows: 1, columns: 1 };
      const address = formatArea(cell);
      const link = hyperlinks.get(address);
      hyperlinks.delete(address);
      return { link, target: formatArea({ ...cell, row: target }) };
    }),
  );
  for (const { link, target } of moving) if (link) hyperlinks.set(target, link);
}
