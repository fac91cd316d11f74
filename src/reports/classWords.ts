import type { VolumeClass } from '../domain/analysis';
import type { Letter } from '../domain/entries';
import { LETTERS } from '../domain/entries';
import type { ClientSegment, Segments } from '../domain/segments/types';
import type { Choices } from '../domain/thresholds';
import type { TextKey, Translate } from '../i18n/translate';

/** What to do with a client, by the strategies of method.md §2; `ask`, `prospect` and `idle` before a letter is known. */
export type Approach = 'grow' | 'retain' | 'develop' | 'save' | 'ask' | 'prospect' | 'idle';

/** A class as it reads on the tabs, with what to do about it. */
export interface ClassWords {
  readonly words: string;
  readonly strategy: string;
  readonly action: string;
}

/** The strategy behind a letter: the second reading of the letters calls the same clients by others. */
const APPROACHES: Readonly<Record<Choices['letters'], Readonly<Record<Letter, Approach>>>> = {
  growth: { A: 'grow', B: 'retain', C: 'develop', D: 'save' },
  budget: { A: 'retain', B: 'grow', C: 'save', D: 'develop' },
};

/** The letters of a model in words, A to D. */
export function letterWords(model: Choices['letters'], t: Translate): readonly ClassWords[] {
  return LETTERS.map((letter) =>
    classWords(t(`segments.letter.${model}.${letter}`), APPROACHES[model][letter], t),
  );
}

/** What stands in place of a letter: much or little with an unknown potential, a prospect, one that never bought. */
export function placeholderWords(t: Translate): Readonly<Record<Placeholder, ClassWords>> {
  return {
    much: classWords(t('segments.unknown.much'), 'ask', t),
    little: classWords(t('segments.unknown.little'), 'ask', t),
    prospect: classWords(t('segments.prospect'), 'prospect', t),
    never: classWords(t('segments.never'), 'ask', t),
  };
}
export const PLACEHOLDERS = ['much', 'little', 'prospect', 'never'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** The volume classes in words, A to D: what stands while no potential is known. */
export function volumeWords(t: Translate): readonly ClassWords[] {
  return LETTERS.map((letter: VolumeClass) =>
    classWords(t(`segments.volume.${letter}`), letter === 'D' ? 'idle' : 'ask', t),
  );
}

/** The computed class of a client by potential, in words. */
export function computedWords(segment: ClientSegment, model: Choices['letters'], t: Translate): string {
  const { letter, neverBought, potential, buysMuch } = segment;
  if (letter !== null) return t(`segments.letter.${model}.${letter}`);
  if (neverBought) return t(potential ? 'segments.prospect' : 'segments.never');
  return t(buysMuch ? 'segments.unknown.much' : 'segments.unknown.little');
}

/** The class of a client in force, in words: given by hand, by potential, or by volume. */
export function finalWords(
  segment: ClientSegment,
  volumeClass: VolumeClass,
  { model }: Pick<Segments, 'model'>,
  letters: Choices['letters'],
  t: Translate,
): string {
  const { override } = segment;
  if (model === 'volume') return t(`segments.volume.${override ?? volumeClass}`);
  return override === null ? computedWords(segment, letters, t) : t(`segments.letter.${letters}.${override}`);
}

/** Everything a class can read, in the order of the working cells: letters by potential, placeholders, volume. */
export function allWords(model: Choices['letters'], t: Translate): readonly ClassWords[] {
  const placeholders = placeholderWords(t);
  return [...letterWords(model, t), ...PLACEHOLDERS.map((key) => placeholders[key]), ...volumeWords(t)];
}

function classWords(words: string, approach: Approach, t: Translate): ClassWords {
  // Where the strategy is to ask first, idle clients differ in the next step only.
  const strategy: TextKey = `segments.strategy.${approach === 'idle' ? 'ask' : approach}`;
  return { words, strategy: t(strategy), action: t(`segments.action.${approach}`) };
}
