import type { DossierList } from '../domain/dossiers/schema';
import { DOSSIER_LISTS } from '../domain/dossiers/schema';
import type { Language } from '../domain/settings';
import type { CellValue } from '../domain/shared/grid';
import { foldText } from '../domain/shared/text';
import type { Translate } from './translate';
import { translator } from './translate';

const LANGUAGES: readonly Language[] = ['ru', 'en'];
const TRANSLATORS: readonly Translate[] = LANGUAGES.map(translator);

/** A value of a list in words: «ЛПР». Numbers are their own words. */
export function choiceWord<List extends DossierList>(
  list: List,
  value: (typeof DOSSIER_LISTS)[List][number],
  t: Translate,
): string {
  return isNumber(value) ? value : t(`dossier.choice.${list}.${value}` as Parameters<Translate>[0]);
}

/** The words of a list as its drop-down offers them. */
export function choicesOf(list: DossierList, t: Translate): readonly string[] {
  return DOSSIER_LISTS[list].map((value) => choiceWord(list, value as never, t));
}

/** Every word of a value, in all languages: formulas compare with each, so that a switch of the language changes nothing. */
export function wordsOf<List extends DossierList>(
  list: List,
  value: (typeof DOSSIER_LISTS)[List][number],
): readonly string[] {
  return [...new Set(TRANSLATORS.map((t) => choiceWord(list, value, t)))];
}

/** The value that a typed word of any language stands for; null if it is none of the list. */
export function choiceOf<List extends DossierList>(
  list: List,
  typed: CellValue,
): (typeof DOSSIER_LISTS)[List][number] | null {
  const word = foldText(String(typed));
  const values: readonly (typeof DOSSIER_LISTS)[List][number][] = DOSSIER_LISTS[list];
  return values.find((value) => wordsOf(list, value).some((each) => foldText(each) === word)) ?? null;
}

/** All words of all lists in all languages. */
export function choiceWords(): readonly string[] {
  const lists = Object.keys(DOSSIER_LISTS) as DossierList[];
  return lists.flatMap((list) => TRANSLATORS.flatMap((t) => choicesOf(list, t)));
}

function isNumber(value: string): boolean {
  return /^-?\d+$/.test(value);
}
