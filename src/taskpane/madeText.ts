import type { Language } from '../domain/settings';
import { counted } from '../i18n/numbers';
import type { Translate } from '../i18n/translate';
import type { Made } from './state';

/** What became of pages asked for, in a sentence; `''` where the trouble says it all. */
export function madeText({ what, pages, left, trouble }: Made, language: Language, t: Translate): string {
  if (pages.length === 0 && trouble) return '';
  if (what === 'meeting') {
    const isMade = pages.some(({ variant }) => variant === null);
    return t(isMade ? 'pane.dossiers.madeMeeting' : 'pane.dossiers.stoppedMeeting');
  }
  const dossiers = counted(language, pages.length, t('count.dossier'));
  if (left === 0) return t('pane.dossiers.made', { dossiers });
  if (pages.length === 0) return t('pane.dossiers.stoppedAtOnce');
  return t(trouble ? 'pane.dossiers.madePartly' : 'pane.dossiers.stopped', { dossiers, left });
}
