import { dossierFigures } from '../domain/dossiers/figures';
import type { DossierFigures } from '../domain/dossiers/figures';
import type { CellValue } from '../domain/shared/grid';
import { choiceOf } from '../i18n/dossierWords';
import type { TextKey, Translate } from '../i18n/translate';
import type { ReportContext } from './context';
import type { DossierFigure, DossierPage } from './pages';

/** Stands between several flags or holes in one cell. */
export const FIGURE_SEPARATOR = '; ';

/** The figures of a dossier as they stand now. */
export function figuresOf(
  { entry, words, facts, meetings }: Pick<DossierPage, 'entry' | 'words' | 'facts' | 'meetings'>,
  { today, settings }: Pick<ReportContext, 'today' | 'settings'>,
): DossierFigures {
  const sources = {
    variant: entry.variant,
    words,
    facts,
    meetings: meetings.map((meeting) => meeting.words),
    today,
    thresholds: settings.thresholds,
  };
  return dossierFigures(sources, choiceOf);
}

/** What stands in each named cell of a dossier, on its page and wherever it is called: flags, holes and freshness in words. */
export function figureCells(
  figures: DossierFigures,
  t: Translate,
): Readonly<Record<DossierFigure, CellValue>> {
  const { completeness, holes, updated, freshness, coverage, groupFlags, score, next } = figures;
  return {
    completeness,
    // Sections are named as their headings on the page.
    holes: holes.map(({ section }) => t(`dossier.${section}` as TextKey)).join(FIGURE_SEPARATOR),
    updated: updated ?? '',
    freshness: t(`register.freshness.${freshness}`),
    coverage: coverage ?? '',
    groupFlags: groupFlags.map((flag) => t(`register.flag.${flag}`)).join(FIGURE_SEPARATOR),
    score: score ?? '',
    nextStep: next?.text ?? '',
    nextDate: next?.day ?? '',
  };
}
