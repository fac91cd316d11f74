import type { Language } from '../domain/settings';
import { assertNever } from '../domain/shared/result';
import type { SettingNote } from '../excel/settings';
import type { WriteNote } from '../excel/types';
import { formatThreshold } from '../i18n/thresholds';
import type { Translate } from '../i18n/translate';

/** One sentence about a threshold that was typed and cannot be used. */
export function settingNoteText(
  { threshold, problem, used }: SettingNote,
  language: Language,
  t: Translate,
): string {
  return t(`error.threshold.${problem}`, {
    threshold: t(`settings.${threshold}`),
    used: formatThreshold(threshold, used, language),
  });
}

/** One sentence about a part of a tab that this platform refused. */
export function writeNoteText(note: WriteNote, t: Translate): string {
  switch (note.kind) {
    case 'chartSimplified':
    case 'chartRefused':
      return t(`error.${note.kind}`, { name: note.name });
    case 'pageSetupRefused':
      return t('error.pageSetupRefused');
    default:
      return assertNever(note);
  }
}
