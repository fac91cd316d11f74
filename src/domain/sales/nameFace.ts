import { collapseSpaces, foldText } from '../shared/text';
import { expandWord, isAnd, isHyphenated, isRemark } from './abbreviations';
import { splitLegalForm } from './legalForms';
import { foldLookalikes } from './lookalikes';
import { soundOf } from './transliteration';

/** A word of a name as it is compared with those of others. */
export interface NameWord {
  readonly text: string;
  /** Its sound: equal for «ромашка» and `romashka`. */
  readonly sound: string;
  /** Written with a hyphen after the word before it: «Агро-Юг» is no «Юг-Агро». */
  readonly glued: boolean;
  /** Followed by a point, maybe a shortened word: «Моск.». */
  readonly dotted: boolean;
}

/** A spelling of a client taken apart for comparison with merely similar ones (method.md §1). */
export interface NameFace {
  readonly words: readonly NameWord[];
  /** The words with spaces, and without. */
  readonly text: string;
  readonly letters: string;
  readonly form: string;
  /** All digits in their order: names with different numbers are different clients. */
  readonly numbers: string;
  /** A customary short form was written out. */
  readonly expanded: boolean;
  /** A remark about the entry was left out. */
  readonly remarked: boolean;
  /** Signs of another alphabet or digits were taken for the letters they look like. */
  readonly disguised: boolean;
}

const BRACKETS = /[([]([^()[\]]*)[)\]]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
/** An apostrophe within a word, and the point within an abbreviation of single letters, part nothing. */
const APOSTROPHE = /(?<=\p{L})['’`](?=\p{L})/gu;
/** A word: letters, digits and symbols, with marks between two digits, and hyphens between letters. */
const WORD = /(?:(?<=\d)[-.,/:](?=\d)|(?<=[\p{L}\p{N}])-(?=\p{L})|[^\p{P}\s<>`´™®©№])+|&/gu;
const MARK_OF_REMARK = /[^\p{L}\p{N} ]/gu;
/** `000` before or behind a name is a company of zeros: «ООО» typed with the wrong keys. */
const ZERO_FORM = /^[0oо]{3}$/;
const DIGIT_IN_WORD = /(?<=[а-яa-z])[03](?=[а-яa-z])/g;

/** Takes a spelling apart. `faceOf('ООО «Агро-Юг» (дубль)')` has the words агро, юг and the form ооо. */
export function faceOf(spelling: string): NameFace {
  let remarked = false;
  const text = foldText(spelling)
    .replace(DASHES, '-')
    .replace(APOSTROPHE, '')
    .replace(BRACKETS, (_, inside: string) => {
      const isAside = isRemark(collapseSpaces(inside.replace(MARK_OF_REMARK, ' ')));
      remarked ||= isAside;
      return isAside ? ' ' : ` ${inside} `;
    });

  let expanded = false;
  let disguised = false;
  const parts: Part[] = [];
  for (const match of text.matchAll(WORD)) {
    const written = match[0];
    const dotted = text[match.index + written.length] === '.';
    const whole = [written];
    const pieces = isHyphenated(written) ? whole : written.split(/(?<=\p{L}|\d)-(?=\p{L})/u);
    for (const [at, piece] of pieces.entries()) {
      const full = expandWord(piece);
      const honest = full.replace(DIGIT_IN_WORD, (digit) => (digit === '0' ? 'о' : 'з'));
      expanded ||= full !== piece;
      disguised ||= honest !== full;
      parts.push({ text: honest, glued: at > 0, dotted: dotted && at === pieces.length - 1 });
    }
  }
  const folded = foldLookalikes(parts.map(withAnd));
  const spelledForm = folded.map((word, at) =>
    (at === 0 || at === folded.length - 1) && folded.length > 1 && ZERO_FORM.test(word) ? 'ооо' : word,
  );
  disguised ||= spelledForm.some((word, at) => word === 'ооо' && /0/.test(folded[at] ?? ''));

  const { core, form } = splitLegalForm(spelledForm);
  const coreWords = core === '' ? [] : core.split(' ');
  const start = startOf(coreWords, spelledForm);
  const words = coreWords.map((word, at): NameWord => {
    const part = parts[start + at];
    return {
      text: word,
      sound: soundOf(word),
      glued: at > 0 && (part?.glued ?? false),
      dotted: part?.dotted ?? false,
    };
  });
  const numbers = core.match(/\d+/g)?.join(' ') ?? '';
  const letters = coreWords.join('');
  return { words, text: core, letters, form, numbers, expanded, remarked, disguised };
}

interface Part {
  readonly text: string;
  readonly glued: boolean;
  readonly dotted: boolean;
}

/** The word, or `&` for any «и» between two whole words: «Иванов И С» has an initial. */
function withAnd({ text, dotted, glued }: Part, at: number, parts: readonly Part[]): string {
  const isBetween = [parts[at - 1], parts[at + 1]].every((word) => (word?.text.length ?? 0) > 1);
  return isAnd(text) && isBetween && !dotted && !glued ? '&' : text;
}

/** Where the words of the core begin among all words. */
function startOf(core: readonly string[], all: readonly string[]): number {
  for (let start = 0; start + core.length <= all.length; start++) {
    if (core.every((word, at) => all[start + at] === word)) return start;
  }
  return 0;
}
