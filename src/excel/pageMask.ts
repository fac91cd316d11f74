import type { CellValue } from '../domain/shared/grid';
import { foldText } from '../domain/shared/text';
import { choiceWords } from '../i18n/dossierWords';
import type { InputRecord } from './types';

/** What stands on a page for a text that is not shown → the text. Each has a number of its own: rows of tables are sorted. */
export type PageNames = Readonly<Record<string, string>>;

/** Words to choose from tell nobody's name. */
const CHOICES: ReadonlySet<string> = new Set(choiceWords().map(foldText));

/**
 * What people wrote on a page, without texts: each gives way to «(скрыто 7)», whose number stays with the text for as
 * long as names are hidden. Numbers, dates and words of lists stay; formulas give way to what they give.
 */
export function maskPage(
  records: readonly InputRecord[],
  known: PageNames,
  hidden: string,
): { readonly records: readonly InputRecord[]; readonly names: PageNames } {
  const names: Record<string, string> = { ...known };
  const shownFor = new Map(Object.entries(known).map(([shown, text]) => [text, shown]));
  const mask = (value: CellValue): CellValue => {
    if (typeof value !== 'string' || CHOICES.has(foldText(value)) || Object.hasOwn(known, value))
      return value;
    const shown = shownFor.get(value) ?? numbered(hidden, shownFor.size + 1);
    shownFor.set(value, shown);
    names[shown] = value;
    return shown;
  };
  // Formulas may call sheets and texts that tell names: what they give is shown in their stead.
  const masked = records.map(({ values, formulas: _, ...record }) => ({
    ...record,
    values: mapped(values, mask),
  }));
  return { records: masked, names };
}

/** What people wrote on a page, whether it shows texts or hides them. */
export function unmaskPage(records: readonly InputRecord[], names: PageNames): readonly InputRecord[] {
  const real = (value: CellValue): CellValue =>
    typeof value === 'string' && Object.hasOwn(names, value) ? (names[value] ?? value) : value;
  return records.map(({ values, ...record }) => ({ ...record, values: mapped(values, real) }));
}

/** `numbered('(скрыто)', 7)` is «(скрыто 7)». */
function numbered(hidden: string, number: number): string {
  return hidden.endsWith(')') ? `${hidden.slice(0, -1)} ${number})` : `${hidden} ${number}`;
}

function mapped(
  values: Readonly<Record<string, CellValue>>,
  change: (value: CellValue) => CellValue,
): Readonly<Record<string, CellValue>> {
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, change(value)]));
}
