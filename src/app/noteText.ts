import type { Language } from '../domain/settings';
import { assertNever } from '../domain/shared/result';
import { shorten } from '../domain/shared/text';
import type { SettingNote } from '../excel/settings';
import type { WriteNote } from '../excel/types';
import { choiceWords } from '../i18n/choices';
import { formatPercent } from '../i18n/numbers';
import { formatThreshold } from '../i18n/thresholds';
import type { Translate } from '../i18n/translate';
import type { TabKey } from '../reports/plan';
import type { EntryNote } from './entries';

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

/** Notes on one tab said in full; a column filled wrongly throughout is said once more as a number. */
const MOST_NOTES = 10;

/** Sentences about what was typed on a tab and cannot be understood. */
export function entryNoteTexts(notes: readonly EntryNote[], tab: TabKey, t: Translate): readonly string[] {
  const own = notes.filter((note) => note.tab === tab);
  const said = own.slice(0, MOST_NOTES).map(({ name, field, typed, expected }) =>
    t('lists.entry', {
      client: name,
      field: t(`lists.field.${field}`),
      typed: shorten(typed, LONGEST_TYPED),
      expected: t(`lists.expected.${expected}`),
    }),
  );
  return own.length > said.length
    ? [...said, t('lists.entry.more', { count: own.length - said.length })]
    : said;
}
const LONGEST_TYPED = 40;
