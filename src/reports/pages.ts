import type { DossierEntry, MeetingEntry, PageWords } from '../domain/dossiers/book';
import type { DossierFacts } from '../domain/dossiers/factTypes';
import type { PageKey } from './plan';

/** The report of a meeting as it stands, or is about to. */
export interface MeetingPage {
  readonly key: PageKey;
  /** Name of its tab. */
  readonly tab: string;
  readonly entry: MeetingEntry;
  readonly facts: DossierFacts;
  readonly words: PageWords;
}

/** A dossier as it stands, or is about to. Where names are hidden, everything in it is disguised. */
export interface DossierPage {
  readonly key: PageKey;
  /** Name of its tab. */
  readonly tab: string;
  readonly entry: DossierEntry;
  readonly facts: DossierFacts;
  readonly words: PageWords;
  /** Reports of meetings with this client, the newest first. */
  readonly meetings: readonly MeetingPage[];
}

/** All pages of a workbook. */
export interface Pages {
  /** By revenue descending, then by name, then by number. */
  readonly dossiers: readonly DossierPage[];
  /** The newest first. */
  readonly meetings: readonly MeetingPage[];
}

/** A workbook without pages. */
export const NO_PAGES: Pages = { dossiers: [], meetings: [] };

/** Cells of a dossier that the register calls, each by a name of its own: rows may be inserted above them. */
export const DOSSIER_FIGURES = [
  'completeness',
  /** Sections with the least filled, in words; `''` where all is filled. */
  'holes',
  /** The day it was updated: typed, or that of a later meeting; `''` if never. */
  'updated',
  /** Freshness in words. */
  'freshness',
  /** 0 … 1; `''` while nobody is named. */
  'coverage',
  /** Flags of the decision group in words; `''` without any. */
  'groupFlags',
  /** 6 … 24; `''` until all six questions are answered. */
  'score',
  /** The earliest open step, in words, and its day; `''` without one. */
  'nextStep',
  'nextDate',
] as const;
export type DossierFigure = (typeof DOSSIER_FIGURES)[number];

/** Cells of a meeting report that the dossier calls. `agreements` is an area: who, what, when, state. */
export const MEETING_FIGURES = [
  'date',
  'goal',
  'outcome',
  'nextStep',
  'nextDate',
  'nextOwner',
  'agreements',
] as const;
export type MeetingFigure = (typeof MEETING_FIGURES)[number];

/** Prefix of names of cells on pages: out of sight, as there are many. */
export const PAGE_NAME_PREFIX = 'clientele_page_';

/** Whether a name stands for a cell of a page. */
export function isPageName(name: string): boolean {
  return name.startsWith(PAGE_NAME_PREFIX);
}

/** The workbook name of a cell of a page: `clientele_page_dossier1_score`. */
export function pageName(key: PageKey, figure: DossierFigure | MeetingFigure): string {
  return `${PAGE_NAME_PREFIX}${key}_${figure}`;
}
