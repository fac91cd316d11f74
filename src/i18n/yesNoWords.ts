import { foldText } from '../domain/shared/text';
import { translator } from './translate';

/** Folded words for yes in every language of ours, and the usual short signs. */
export const YES_WORDS: readonly string[] = [...wordsFor('yes'), 'д', 'y', '+', '1', 'true', 'истина'];

/** Folded words for no in every language of ours, and the usual short signs. */
export const NO_WORDS: readonly string[] = [...wordsFor('no'), 'н', 'n', '-', '0', 'false', 'ложь'];

/** Further signs people tick a box with; beside a question they could mean either. */
export const TICK_SIGNS: readonly string[] = ['x', 'х', 'v', '✓', '✔', '☑', '*'];

function wordsFor(answer: 'yes' | 'no'): readonly string[] {
  return (['ru', 'en'] as const).map((language) =>
    foldText(translator(language)(`dataCheck.similar.${answer}`)),
  );
}
