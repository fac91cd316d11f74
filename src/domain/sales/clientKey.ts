import { foldText } from '../shared/text';
import { splitLegalForm } from './legalForms';
import { foldLookalikes } from './lookalikes';
import type { ClientKey } from './types';

/** A client's name as it is compared: what it is called, and its legal form moved aside (`''` without one). */
export interface FoldedName {
  readonly core: string;
  readonly form: string;
}

const DASHES = /[\u2010-\u2015\u2212]/g;
/** A mark between two digits tells numbers apart («1/5» is not «15» nor «1-5»), any other mark is only a gap. */
const MARKS = /(?<=\d)[-.,/:](?=\d)|[\p{P}<>`´™®©№]/gu;
const NUMBER_MARK = /(?<=\d)[-.,/:](?=\d)/u;
/** Has something that can name a client: a letter, a digit or a symbol such as an emoji. */
const NAMING = /[\p{L}\p{N}\p{S}]/u;
/** What exports write where there is no client. */
const NOBODY = new Set([
  'null',
  'none',
  'n a',
  'na',
  'nan',
  'blank',
  'пусто',
  'не указан',
  'не указано',
  'не заполнено',
]);

/** The folded name; a name of punctuation only is compared as it is written. */
export function foldName(name: string): FoldedName {
  const words = nameWords(name);
  if (words.length === 0) return { core: foldText(name), form: '' };
  const { core, form } = splitLegalForm(words);
  // The form's alphabet says nothing about the name's: “Acme” and “Acme Inc” are one.
  return { core: foldLookalikes(core.split(' ')).join(' '), form };
}

/**
 * The key of a client known by name (method.md §1): case, ё, quotes, punctuation, spaces, look-alike letters and the
 * legal form do not matter; numbers do. `clientKey('ООО «Ромашка»')` and `clientKey('POMAШКА, ооо')` are equal.
 * Where a ledger holds one name under two legal forms, {@link ClientIndex} adds the form.
 */
export function clientKey(name: string): ClientKey {
  return foldName(name).core as ClientKey;
}

/** Does the cell name nobody: no letter, digit or symbol, or a word such as `NULL` or «не указан»? */
export function isNobody(name: string): boolean {
  if (!NAMING.test(name)) return true;
  return name.length < LONGEST_NOBODY && NOBODY.has(nameWords(name).join(' '));
}
const LONGEST_NOBODY = 20;

function nameWords(name: string): readonly string[] {
  const words = foldText(name)
    .replace(DASHES, '-')
    .replace(MARKS, (mark, at: number, whole: string) =>
      NUMBER_MARK.test(whole.slice(Math.max(at - 1, 0), at + 2)) ? mark : mark === '&' ? ' & ' : ' ',
    )
    .split(' ')
    .filter((word) => word !== '');
  return foldLookalikes(words);
}
