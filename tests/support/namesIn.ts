import { en } from '../../src/i18n/en';
import { ru } from '../../src/i18n/ru';
import type { Ledger } from '../../src/domain/sales/types';
import type { BookModel, SheetModel } from '../../src/workbench/model/model';

/** Shorter names occur inside ordinary words. */
const SHORTEST = 4;

/** Codes and ИНН tell a client too. */
const LONG_NUMBER = /^\d{6,}$/;

/** A name found where none may be: `ABCD!R7C2: ООО «Ромашка»`. */
export type Leak = string;

/** Real names of clients, managers, products, groups, regions and holdings of the sales, whole, with all their spellings and keys. */
export function realNames(ledger: Ledger): readonly string[] {
  const dimensions = [ledger.manager, ledger.product, ledger.group, ledger.region, ledger.holding];
  const all = [
    ...ledger.clients.flatMap(({ name, key, spellings }) => [name, key, ...spellings]),
    ...dimensions.flatMap((dimension) => dimension?.names ?? []),
  ];
  const names = [...new Set(all.map(fold))].filter(
    (name) => (name.length >= SHORTEST && /\p{L}/u.test(name)) || LONG_NUMBER.test(name),
  );
  // A product called “Paper” cannot be told from the word: what our own texts say is no name.
  const words = new Set(new NameSearch(names).in([...Object.values(ru), ...Object.values(en)].join('\n')));
  return names.filter((name) => !words.has(name));
}

/** Looks for names in a text; answers those that occur. */
export class NameSearch {
  private readonly byStart = new Map<string, string[]>();

  constructor(names: readonly string[]) {
    for (const name of names) {
      const start = name.slice(0, SHORTEST);
      const known = this.byStart.get(start);
      if (known) known.push(name);
      else this.byStart.set(start, [name]);
    }
  }

  /** Names that stand in the text as whole words. */
  in(text: string): readonly string[] {
    const folded = fold(text);
    const found: string[] = [];
    for (let at = 0; at + SHORTEST <= folded.length; at++) {
      if (isLetter(folded[at - 1])) continue;
      for (const name of this.byStart.get(folded.slice(at, at + SHORTEST)) ?? []) {
        if (folded.startsWith(name, at) && !isLetter(folded[at + name.length])) found.push(name);
      }
    }
    return found;
  }
}

/** Every text of a sheet: cells, formulas, charts, rules, validations, page set-up, and names that lead to it. */
export function* textsOf(sheet: SheetModel, book: BookModel): Iterable<readonly [string, string]> {
  for (const { row, column } of sheet.cells.cells()) {
    const place = `${sheet.name}!R${row + 1}C${column + 1}`;
    yield [place, String(sheet.cells.value(row, column))];
    yield [`${place} formula`, sheet.cells.formula(row, column) ?? ''];
  }
  const { cells: _, ...rest } = sheet;
  yield [`${sheet.name} charts, rules and page`, [...stringsIn(rest)].join('\n')];
  for (const { name, formula, comment } of book.names)
    yield [`name ${name}`, `${name} ${formula} ${comment ?? ''}`];
}

/** Where real names are seen on these sheets. */
export function leaksOn(
  sheets: readonly SheetModel[],
  book: BookModel,
  names: readonly string[],
): readonly Leak[] {
  const search = new NameSearch(names);
  return sheets.flatMap((sheet) =>
    [...textsOf(sheet, book)].flatMap(([place, text]) => search.in(text).map((name) => `${place}: ${name}`)),
  );
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}

/** All texts in a value, without the names of its fields. */
function* stringsIn(value: unknown): Iterable<string> {
  if (typeof value === 'string') yield value;
  else if (value instanceof Map) for (const entry of value) yield* stringsIn(entry);
  else if (Array.isArray(value) || value instanceof Set) for (const item of value) yield* stringsIn(item);
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) yield* stringsIn(item);
}
