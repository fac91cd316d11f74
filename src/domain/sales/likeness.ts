import type { NameFace, NameWord } from './nameFace';
import { isTypo } from './nameDistance';

/** Why two names may be one client. Words for them stand in i18n. */
export const EVIDENCE = [
  'sameName',
  'legalForm',
  'remark',
  'wordOrder',
  'spacing',
  'abbreviation',
  'lookalikes',
  'transliteration',
  'typo',
] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** Shorter words are codes, initials or abbreviations: one letter makes another of them. */
const SHORTEST_WORD = 4;
/** A shortened word shows at least this much of the whole. */
const SHORTEST_BEGINNING = 2;
/** A word of letters that may stand for as many words: «ТД», «НПО». */
const ACRONYM = /^\p{L}{2,5}$/u;
/** Acronyms of a whole name need more letters than those beside another word of it. */
const SHORTEST_WHOLE_ACRONYM = 3;
/** Surnames differ by little («Попов», «Панов»), and initials tell little. Taken off the budget for slips. */
const PERSON_STRICTNESS = 0.25;
const FEMALE_ENDING = /^(.*(?:ов|ев|ин|ын|ск|цк))(?:а|ая|ий|ый|ой)?$/;
const MOST_TYPOS = 2;
const CYRILLIC = /[а-я]/;
const LATIN = /[a-z]/;
const LETTERS = /^\p{L}+$/u;

/** Is a word one that several clients bear, and so hardly a slip? */
export type IsCommon = (word: string) => boolean;

/**
 * Why two spellings may name one client, or null if they do not (method.md §1). Every word of one must be found in
 * the other: a word, a letter or a number more makes another client («ТД Ромашка», «Стройсервис-М», «Агро-Юг-2»).
 */
export function likeness(a: NameFace, b: NameFace, isCommon: IsCommon): readonly Evidence[] | null {
  if (a.numbers !== b.numbers || (a.form !== '' && b.form !== '' && a.form !== b.form)) return null;
  const found = wordsAlike(a, b, isCommon);
  if (!found) return null;
  const evidence = new Set(found);
  if (a.remarked !== b.remarked) evidence.add('remark');
  if (a.expanded !== b.expanded) evidence.add('abbreviation');
  if (a.disguised !== b.disguised) evidence.add('lookalikes');
  if (a.form !== b.form) evidence.add('legalForm');
  if (evidence.size === 0) evidence.add('sameName');
  return EVIDENCE.filter((code) => evidence.has(code));
}

function wordsAlike(a: NameFace, b: NameFace, isCommon: IsCommon): readonly Evidence[] | null {
  if (a.text === b.text) return [];
  if (a.letters === b.letters) return ['spacing'];

  const [ofA, ofB, isMoved] = withoutCommonWords(a.words, b.words);
  if (isMoved && !keepsOrder(a, b)) return null;
  const moved: readonly Evidence[] = isMoved ? ['wordOrder'] : [];
  if (ofA.length === 0 && ofB.length === 0) return moved;
  const isPerson = a.words.some(isInitial) || b.words.some(isInitial);
  const rest = restAlike(ofA, ofB, { isPerson, isCommon, isWhole: ofA.length === a.words.length });
  return rest && [...moved, ...rest];
}

interface Situation {
  /** One of them is known by initials. */
  readonly isPerson: boolean;
  readonly isCommon: IsCommon;
  /** No word was equal. */
  readonly isWhole: boolean;
}

/** The words that found no equal. */
function restAlike(
  a: readonly NameWord[],
  b: readonly NameWord[],
  situation: Situation,
): readonly Evidence[] | null {
  if (a.length === 0 || b.length === 0) return null;
  if (lettersOf(a) === lettersOf(b)) return ['spacing'];
  if (a.length !== b.length) return acronymAlike(a, b, situation);
  const direct = allAlike(a, b, situation);
  if (direct) return direct;
  const [first, ...others] = b;
  const turned = first && b.length === 2 ? allAlike(a, [...others, first], situation) : null;
  return turned && [...turned, 'wordOrder'];
}

function allAlike(
  a: readonly NameWord[],
  b: readonly NameWord[],
  situation: Situation,
): readonly Evidence[] | null {
  const evidence: Evidence[] = [];
  for (const [at, word] of a.entries()) {
    const other = b[at];
    const found = other && wordAlike(word, other, situation);
    if (!found) return null;
    evidence.push(found);
  }
  if (evidence.filter((code) => code === 'typo').length > MOST_TYPOS) return null;
  // Initials stand for a name only beside a surname that is written in full.
  const initials = evidence.filter((code) => code === 'abbreviation').length;
  return situation.isWhole && initials === a.length ? null : evidence;
}

/** «ТД» and «торговый дом»; a slip may stand beside them. */
function acronymAlike(
  a: readonly NameWord[],
  b: readonly NameWord[],
  situation: Situation,
): readonly Evidence[] | null {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  for (const [at, { text }] of shorter.entries()) {
    const isWholeName = situation.isWhole && shorter.length === 1;
    if (!ACRONYM.test(text) || (isWholeName && text.length < SHORTEST_WHOLE_ACRONYM)) continue;
    for (let from = 0; from + text.length <= longer.length; from++) {
      const spelled = longer.slice(from, from + text.length);
      if (!spelled.every((word, i) => word.text.length > 1 && word.text[0] === text[i])) continue;
      const left = shorter.filter((_, i) => i !== at);
      const others = longer.filter((_, i) => i < from || i >= from + text.length);
      const rest = left.length === 0 && others.length === 0 ? [] : restAlike(left, others, situation);
      if (rest) return ['abbreviation', ...rest];
    }
  }
  return null;
}

function wordAlike(a: NameWord, b: NameWord, { isPerson, isCommon }: Situation): Evidence | null {
  if (a.text === b.text) return 'spacing';
  if (!LETTERS.test(a.text) || !LETTERS.test(b.text)) return null;
  if (isBeginning(a, b) || isBeginning(b, a)) return 'abbreviation';
  if (isInitial(a) || isInitial(b)) return null;
  if (isMixed(a.text) || isMixed(b.text)) return a.sound === b.sound ? 'lookalikes' : null;
  if (LATIN.test(a.text) !== LATIN.test(b.text)) {
    return a.sound === b.sound || hardC(a.sound) === hardC(b.sound) ? 'transliteration' : null;
  }
  if (Math.min(a.text.length, b.text.length) < SHORTEST_WORD) return null;
  if (isGender(a.text, b.text) || (isCommon(a.text) && isCommon(b.text))) return null;
  return isTypo(a.text, b.text, isPerson ? PERSON_STRICTNESS : 0) ? 'typo' : null;
}

/** An initial, or a beginning with a point, of the other word. */
function isBeginning(short: NameWord, long: NameWord): boolean {
  if (!long.text.startsWith(short.text) || long.text.length < short.text.length + 2) return false;
  return short.text.length === 1 || (short.dotted && short.text.length >= SHORTEST_BEGINNING);
}

/** «Петров» and «Петрова», «Козловский» and «Козловская» are two people. */
function isGender(a: string, b: string): boolean {
  const stem = FEMALE_ENDING.exec(a)?.[1];
  return stem !== undefined && stem === FEMALE_ENDING.exec(b)?.[1];
}

/** English writes the sound of k with c: `vector`. */
function hardC(sound: string): string {
  return sound.replaceAll('c', 'k');
}

function isMixed(word: string): boolean {
  return CYRILLIC.test(word) && LATIN.test(word);
}

function isInitial({ text }: NameWord): boolean {
  return text.length === 1 && LETTERS.test(text);
}

/** The words of both without their equals, and whether the equals stand in another order. */
function withoutCommonWords(
  a: readonly NameWord[],
  b: readonly NameWord[],
): readonly [readonly NameWord[], readonly NameWord[], boolean] {
  const free = new Set(b.keys());
  const left: NameWord[] = [];
  let isMoved = false;
  let lastEqual = -1;
  for (const word of a) {
    const equal = [...free].find((at) => b[at]?.text === word.text);
    if (equal === undefined) {
      left.push(word);
      continue;
    }
    free.delete(equal);
    isMoved ||= equal < lastEqual;
    lastEqual = equal;
  }
  const right = b.filter((_, at) => free.has(at));
  return [left, right, isMoved || (left.length > 0 && isShifted(a, b, left, right))];
}

/** Words in another order because of one that is not equal: «Ромшка завод» and «Завод Ромашка». */
function isShifted(
  a: readonly NameWord[],
  b: readonly NameWord[],
  left: readonly NameWord[],
  right: readonly NameWord[],
): boolean {
  const [one, other] = [left[0], right[0]];
  return (
    left.length === 1 &&
    right.length === 1 &&
    one !== undefined &&
    other !== undefined &&
    a.indexOf(one) !== b.indexOf(other)
  );
}

/** Initials and the parts of hyphenated words keep their order when whole words do not. */
function keepsOrder(a: NameFace, b: NameFace): boolean {
  const initials = ({ words }: NameFace) => lettersOf(words.filter(isInitial));
  const [one, other] = [initials(a), initials(b)];
  if (one !== '' && other !== '' && one !== other) return false;
  return keepsJoints(a, b) && keepsJoints(b, a);
}

function keepsJoints({ words }: NameFace, other: NameFace): boolean {
  return words.every(({ text, glued }, at) => {
    if (!glued) return true;
    const before = words[at - 1]?.text;
    return !other.words.some((word, i) => word.text === text && other.words[i + 1]?.text === before);
  });
}

function lettersOf(words: readonly NameWord[]): string {
  return words.map(({ text }) => text).join('');
}
