import { isChoice } from '../domain/parseSettings';
import { foldText } from '../domain/shared/text';
import { CHOICES } from '../domain/thresholds';
import type { ChoiceKey, Choices } from '../domain/thresholds';
import { translator } from './translate';
import type { TextKey, Translate } from './translate';

/** The words of a choice in its drop-down. */
export function choiceWords<Key extends ChoiceKey>(key: Key, value: Choices[Key], t: Translate): string {
  return words(key, value, t);
}

/** All words of a choice's drop-down, the default first. */
export function choiceList(key: ChoiceKey, t: Translate): readonly string[] {
  return CHOICES[key].map((value) => words(key, value, t));
}

/** The choice that words of either language mean, whatever their case; null if none. */
export function choiceOfWords<Key extends ChoiceKey>(key: Key, typed: string): Choices[Key] | null {
  const folded = foldText(typed);
  const values: readonly string[] = CHOICES[key];
  for (const language of ['ru', 'en'] as const) {
    const t = translator(language);
    const value = values.find((one) => foldText(words(key, one, t)) === folded);
    if (isChoice(key, value)) return value;
  }
  return null;
}

function words(key: ChoiceKey, value: string, t: Translate): string {
  return t(`choice.${key}.${value}` as TextKey);
}
