import { ruleChanges } from '../domain/ruleChanges';
import type { RuleChange } from '../domain/ruleChanges';
import type { Rules } from '../domain/presets';
import type { Language } from '../domain/settings';
import { assertNever } from '../domain/shared/result';
import { choiceWords } from '../i18n/choices';
import { formatThreshold } from '../i18n/thresholds';
import type { Translate } from '../i18n/translate';
import type { ProfileError, ReadProfile } from './profile';

/** What other rules would change, in one sentence. */
export function changesText(before: Rules, after: Rules, language: Language, t: Translate): string {
  const changes = ruleChanges(before, after);
  if (changes.length === 0) return t('profile.changes.none');
  return t('profile.changes', {
    changes: changes.map((change) => changeText(change, language, t)).join('; '),
  });
}

/** Why a profile cannot be read. */
export function profileErrorText(error: ProfileError, t: Translate): string {
  switch (error.code) {
    case 'notJson':
    case 'notProfile':
      return t(`profile.error.${error.code}`);
    case 'newer':
      return t('profile.error.newer', { version: error.version });
    default:
      return assertNever(error);
  }
}

/** What of a profile was left out, one sentence each; empty if nothing was. */
export function profileNoteTexts(
  { unknown, unusable }: Pick<ReadProfile, 'unknown' | 'unusable'>,
  t: Translate,
): readonly string[] {
  return [
    ...(unknown.length > 0 ? [t('profile.unknown', { keys: unknown.join(', ') })] : []),
    ...(unusable.length > 0 ? [t('profile.unusable', { keys: unusable.join(', ') })] : []),
  ];
}

function changeText(change: RuleChange, language: Language, t: Translate): string {
  switch (change.kind) {
    case 'threshold': {
      const value = (number: number): string => formatThreshold(change.threshold, number, language);
      const name = t(`settings.${change.threshold}`);
      return t('profile.change', { name, from: value(change.from), to: value(change.to) });
    }
    case 'choice': {
      const words = (value: typeof change.from): string => choiceWords(change.choice, value, t);
      const name = t(`settings.choice.${change.choice}`);
      return t('profile.change', { name, from: words(change.from), to: words(change.to) });
    }
    case 'stages':
      return t('profile.change.stages');
    default:
      return assertNever(change);
  }
}
