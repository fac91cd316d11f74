import type {
  DossierChoice,
  MadePages,
  Outcome,
  PageResult,
  Phase,
  Preview,
  Source,
  Trouble,
} from '../app/types';
import { previewWithoutNames } from '../app/previewWithoutNames';
import type { ColumnMapping, ColumnRole } from '../domain/sales/types';
import { NO_COLUMN } from '../domain/sales/types';
import type { Language, PeriodChoice, Settings } from '../domain/settings';
import { DEFAULT_SETTINGS } from '../domain/settings';
import type { Result } from '../domain/shared/result';

/** How far a use case has come. */
export interface Progress {
  readonly phase: Phase;
  /** 0 … 1 within the phase. */
  readonly fraction: number;
}

/** The pane waits for the user. */
export type IdleStage =
  | { readonly status: 'choosing' }
  | { readonly status: 'ready'; readonly preview: Preview }
  | { readonly status: 'done'; readonly preview: Preview }
  | { readonly status: 'failed'; readonly trouble: Trouble; readonly preview: Preview | null };

/**
 * What the pane is doing. A `ticket` names one call of a use case: answers with another ticket come from a call
 * that was overtaken and are dropped.
 */
export type Stage =
  | IdleStage
  | {
      readonly status: 'previewing';
      readonly ticket: number;
      readonly progress: Progress;
      readonly preview: Preview | null;
    }
  | {
      readonly status: 'running';
      readonly ticket: number;
      readonly progress: Progress;
      readonly preview: Preview;
      readonly cancelling: boolean;
    }
  | {
      readonly status: 'making';
      readonly ticket: number;
      readonly progress: Progress;
      readonly what: PagesMade;
      /** How many were asked for. */
      readonly count: number;
      readonly cancelling: boolean;
      /** What the pane comes back to. */
      readonly before: IdleStage;
    };

/** Pages that are made of the last run. */
export type PagesMade = 'dossiers' | 'meeting';

/** What became of pages that were asked for. */
export interface Made {
  readonly what: PagesMade;
  readonly pages: readonly PageResult[];
  /** How many were asked for and do not stand. */
  readonly left: number;
  /** Why not; null where the user stopped. */
  readonly trouble: Trouble | null;
}

/** The last tabs built, and the language they were built in. */
export interface Built {
  readonly outcome: Outcome;
  readonly language: Language;
  /** Clients for whom dossiers can be made, key ones first. */
  readonly clients: readonly DossierChoice[];
  /** Dossiers that stand: those of the outcome, and those made since. */
  readonly dossiers: readonly PageResult[];
}

/** All the pane knows. */
export interface PaneState {
  /** The workbook has answered at least once. */
  readonly opened: boolean;
  readonly sources: readonly Source[];
  readonly source: Source | null;
  readonly settings: Settings;
  /** Columns chosen by hand for the current source. */
  readonly mapping: ColumnMapping | null;
  readonly stage: Stage;
  readonly built: Built | null;
  /** Pages that were made last; null once something else is done. */
  readonly made: Made | null;
  /** Trouble of a side action (listing, saving, jumping to a tab) that stops nothing. */
  readonly notice: Trouble | null;
}

export type PaneAction =
  | { readonly type: 'settingsLoaded'; readonly settings: Settings }
  | { readonly type: 'rulesLoaded'; readonly settings: Settings }
  | { readonly type: 'sourcesListed'; readonly sources: readonly Source[] }
  | { readonly type: 'sourceChosen'; readonly source: Source }
  | {
      readonly type: 'columnCorrected';
      readonly role: ColumnRole;
      readonly column: number | null;
      readonly heading: string;
    }
  | { readonly type: 'periodChosen'; readonly period: PeriodChoice }
  | { readonly type: 'datesChosen'; readonly period: PeriodChoice; readonly asOf: string | null }
  | { readonly type: 'dateOrderAnswered'; readonly dateOrder: 'dmy' | 'mdy' }
  | { readonly type: 'decimalAnswered'; readonly decimalSeparator: ',' | '.' }
  | { readonly type: 'damagedAnswered'; readonly damagedNumbers: NonNullable<Settings['damagedNumbers']> }
  | { readonly type: 'lookupAnswered'; readonly nameLookup: NonNullable<Settings['nameLookup']> }
  | { readonly type: 'languageChosen'; readonly language: Language }
  | { readonly type: 'namesHidden'; readonly isAnonymous: boolean }
  | { readonly type: 'previewStarted'; readonly ticket: number }
  | { readonly type: 'previewEnded'; readonly ticket: number; readonly result: Result<Preview, Trouble> }
  | { readonly type: 'runStarted'; readonly ticket: number; readonly preview: Preview }
  | {
      readonly type: 'runEnded';
      readonly ticket: number;
      readonly result: Result<Outcome, Trouble>;
      readonly language: Language;
      /** For whom dossiers can be made of it. */
      readonly clients: readonly DossierChoice[];
    }
  | {
      readonly type: 'makeStarted';
      readonly ticket: number;
      readonly what: PagesMade;
      readonly count: number;
    }
  | { readonly type: 'makeEnded'; readonly ticket: number; readonly result: Result<MadePages, Trouble> }
  | { readonly type: 'progressed'; readonly ticket: number; readonly progress: Progress }
  | { readonly type: 'cancelRequested' }
  | { readonly type: 'failed'; readonly trouble: Trouble }
  | { readonly type: 'noticed'; readonly trouble: Trouble }
  | { readonly type: 'noticeDismissed' };

export const INITIAL_STATE: PaneState = {
  opened: false,
  sources: [],
  source: null,
  settings: DEFAULT_SETTINGS,
  mapping: null,
  stage: { status: 'choosing' },
  built: null,
  made: null,
  notice: null,
};

/** The pane's only way to change. Pure. */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'settingsLoaded':
      return {
        ...state,
        settings: { ...action.settings, language: state.settings.language ?? action.settings.language },
      };
    case 'rulesLoaded':
      return { ...state, settings: withRules(state.settings, action.settings) };
    case 'sourcesListed':
      return withSources(state, action.sources);
    case 'sourceChosen':
      return {
        ...state,
        source: action.source,
        mapping: null,
        built: null,
        made: null,
        stage: { status: 'choosing' },
        notice: null,
      };
    case 'columnCorrected':
      return withColumn(state, action.role, action.column, action.heading);
    case 'periodChosen':
      return { ...state, settings: { ...state.settings, period: action.period } };
    case 'datesChosen':
      return { ...state, settings: { ...state.settings, period: action.period, asOf: action.asOf } };
    case 'dateOrderAnswered':
      return { ...state, settings: { ...state.settings, dateOrder: action.dateOrder } };
    case 'decimalAnswered':
      return { ...state, settings: { ...state.settings, decimalSeparator: action.decimalSeparator } };
    case 'damagedAnswered':
      return { ...state, settings: { ...state.settings, damagedNumbers: action.damagedNumbers } };
    case 'lookupAnswered':
      return { ...state, settings: { ...state.settings, nameLookup: action.nameLookup } };
    case 'languageChosen':
      return { ...state, settings: { ...state.settings, language: action.language } };
    case 'namesHidden':
      return { ...state, settings: { ...state.settings, isAnonymous: action.isAnonymous } };
    case 'previewStarted':
      return {
        ...state,
        made: null,
        notice: null,
        stage: {
          status: 'previewing',
          ticket: action.ticket,
          progress: { phase: 'read', fraction: 0 },
          preview: previewOf(state),
        },
      };
    case 'previewEnded':
      return withPreview(state, action.ticket, action.result);
    case 'runStarted':
      return {
        ...state,
        made: null,
        notice: null,
        stage: {
          status: 'running',
          ticket: action.ticket,
          progress: { phase: 'analyse', fraction: 0 },
          preview: action.preview,
          cancelling: false,
        },
      };
    case 'runEnded':
      return withOutcome(state, action);
    case 'makeStarted':
      return makingFrom(state, action.ticket, action.what, action.count);
    case 'makeEnded':
      return withMade(state, action.ticket, action.result);
    case 'progressed':
      return withProgress(state, action.ticket, action.progress);
    case 'cancelRequested':
      return withCancel(state);
    case 'failed':
      return {
        ...state,
        opened: true,
        stage: { status: 'failed', trouble: action.trouble, preview: previewOf(state) },
      };
    case 'noticed':
      return { ...state, notice: action.trouble };
    case 'noticeDismissed':
      return { ...state, notice: null };
  }
}

/** What the pane is doing beside making pages, which changes nothing else in it. */
export function shownStage({ stage }: PaneState): Exclude<Stage, { readonly status: 'making' }> {
  return stage.status === 'making' ? stage.before : stage;
}

/** The preview on show, if any. */
export function previewOf(state: PaneState): Preview | null {
  const stage = shownStage(state);
  return stage.status === 'choosing' ? null : stage.preview;
}

/** The preview as it may be shown: without a word of the sheet's rows where names are hidden. */
export function shownPreview(state: PaneState): Preview | null {
  const preview = previewOf(state);
  return preview && state.settings.isAnonymous ? previewWithoutNames(preview) : preview;
}

/** The result as it may be shown: none that tells names where they are to be hidden and could not be yet. */
export function shownResult({ built, settings }: PaneState): Built | null {
  return settings.isAnonymous && !built?.outcome.isAnonymous ? null : built;
}

/** A use case is under way. */
export function isBusy(state: PaneState): boolean {
  return state.stage.status === 'previewing' || isWriting(state);
}

/** The workbook is being written: nothing may change beneath it. */
export function isWriting({ stage }: PaneState): boolean {
  return stage.status === 'running' || stage.status === 'making';
}

/** There is nothing to read in the whole workbook. */
export function isEmptyWorkbook(state: PaneState): boolean {
  return (
    state.opened &&
    shownStage(state).status === 'choosing' &&
    state.sources.every((source) => source.address === null)
  );
}

/** The primary button: read the sheet, build the tabs or bring them up to date; null while busy or without a source. */
export function primaryAction(state: PaneState): 'read' | 'build' | 'update' | null {
  if (state.source === null || isBusy(state)) return null;
  if (state.built !== null) return 'update';
  return previewOf(state)?.reading.ok ? 'build' : 'read';
}

/** Rules and identities belong to the workbook, whose cells people edit; the rest is chosen in the pane. */
function withRules(ours: Settings, workbook: Settings): Settings {
  const { thresholds, choices, stages, aliases, distinct, holdings } = workbook;
  return { ...ours, thresholds, choices, stages, aliases, distinct, holdings };
}

function withSources(state: PaneState, sources: readonly Source[]): PaneState {
  const same = sources.find((source) => source.kind === state.source?.kind && source.id === state.source.id);
  if (same) return { ...state, opened: true, sources, source: same };
  const source = defaultSource(sources);
  const left = state.source === null ? {} : { mapping: null, built: null };
  return { ...state, ...left, opened: true, sources, source, stage: { status: 'choosing' } };
}

/** What the user looks at, if anything is there; else the first that is not empty. */
function defaultSource(sources: readonly Source[]): Source | null {
  const filled = sources.filter((source) => source.address !== null);
  return filled.find((source) => source.isActive) ?? filled[0] ?? null;
}

/** A column has one role: the role it had by hand before is left to the reader again. */
function withColumn(state: PaneState, role: ColumnRole, column: number | null, heading: string): PaneState {
  const mapping: Partial<Record<ColumnRole, number>> = {};
  for (const [other, taken] of Object.entries(state.mapping ?? {}) as [ColumnRole, number][]) {
    if (other !== role && (taken === NO_COLUMN || taken !== column)) mapping[other] = taken;
  }
  if (column !== null) mapping[role] = column;

  const columns: Partial<Record<ColumnRole, string>> = {};
  // From now on the columns of this source are told by hand: those recalled from an earlier file become so too.
  const known = { ...previewOf(state)?.remembered?.columns, ...state.settings.columns };
  for (const [other, taken] of Object.entries(known) as [ColumnRole, string][]) {
    if (other !== role && taken !== heading) columns[other] = taken;
  }
  if (heading !== '') columns[role] = heading;
  return { ...state, mapping, settings: { ...state.settings, columns } };
}

function withPreview(state: PaneState, ticket: number, result: Result<Preview, Trouble>): PaneState {
  if (state.stage.status !== 'previewing' || state.stage.ticket !== ticket) return state;
  if (!result.ok) return { ...state, stage: { status: 'failed', trouble: result.error, preview: null } };
  const preview = result.value;
  if (!preview.reading.ok) {
    return {
      ...state,
      stage: { status: 'failed', trouble: { kind: 'reading', error: preview.reading.error }, preview },
    };
  }
  return { ...state, stage: { status: 'ready', preview } };
}

function withOutcome(
  state: PaneState,
  { ticket, result, language, clients }: Extract<PaneAction, { readonly type: 'runEnded' }>,
): PaneState {
  if (state.stage.status !== 'running' || state.stage.ticket !== ticket) return state;
  const { preview } = state.stage;
  if (result.ok) {
    const built = { outcome: result.value, language, clients, dossiers: result.value.dossiers };
    return { ...state, built, stage: { status: 'done', preview } };
  }
  if (result.error.kind === 'cancelled')
    return { ...state, notice: result.error, stage: { status: 'ready', preview } };
  return { ...state, stage: { status: 'failed', trouble: result.error, preview } };
}

function makingFrom(state: PaneState, ticket: number, what: PagesMade, count: number): PaneState {
  const { stage: before } = state;
  if (before.status === 'previewing' || before.status === 'running' || before.status === 'making')
    return state;
  const progress = { phase: 'analyse', fraction: 0 } as const;
  return {
    ...state,
    made: null,
    notice: null,
    stage: { status: 'making', ticket, what, count, progress, cancelling: false, before },
  };
}

function withMade(state: PaneState, ticket: number, result: Result<MadePages, Trouble>): PaneState {
  const { stage, built } = state;
  if (stage.status !== 'making' || stage.ticket !== ticket) return state;
  const { what, count, before } = stage;
  const trouble = result.ok || result.error.kind === 'cancelled' ? null : result.error;
  const pages = result.ok ? result.value : { pages: [], left: count, trouble };
  const dossiers = new Map(
    [...(built?.dossiers ?? []), ...pages.pages.filter(({ variant }) => variant !== null)].map((page) => [
      page.key,
      page,
    ]),
  );
  return {
    ...state,
    stage: before,
    built: built && { ...built, dossiers: [...dossiers.values()] },
    made: { what, ...pages },
  };
}

function withProgress(state: PaneState, ticket: number, progress: Progress): PaneState {
  const { stage } = state;
  if (stage.status !== 'previewing' && stage.status !== 'running' && stage.status !== 'making') return state;
  return stage.ticket === ticket ? { ...state, stage: { ...stage, progress } } : state;
}

/** Reading can be dropped at once; writing is stopped at the next tab, so its answer is awaited. */
function withCancel(state: PaneState): PaneState {
  const { stage } = state;
  if (stage.status === 'running' || stage.status === 'making')
    return { ...state, stage: { ...stage, cancelling: true } };
  if (stage.status === 'previewing')
    return { ...state, notice: { kind: 'cancelled' }, stage: { status: 'choosing' } };
  return state;
}
