import type { Language } from '../domain/settings';
import { assertNever } from '../domain/shared/result';
import type { SettingNote } from '../excel/settings';
import type { WriteNote } from '../excel/types';
import { choiceWords } from '../i18n/choices';
import { formatPercent } from '../i18n/numbers';
import { formatThreshold } from '../i18n/thresholds';
import type { Translate } from '../i18n/translate';

/** One sentence about something on «Настройки» that cannot be used, and what is used instead. */
export function settingNoteText(note: SettingNote, language: Language, t: Translate): string {
  switch (note.kind) {
    case 'threshold':
      return t(`error.threshold.${note.problem}`, {
        threshold: t(`settings.${note.threshold}`),
        used: formatThreshold(note.threshold, note.used, language),
      });
    case 'choice':
      return t('error.choice', {
        choice: t(`settings.choice.${note.choice}`),
        used: choiceWords(note.choice, note.used, t),
      });
    case 'stage':
      return t(`error.stage.${note.problem}`, {
        stage: note.stage,
        used: note.used === null ? '' : formatPercent(note.used, language),
      });
    default:
      return assertNever(note);
  }
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
