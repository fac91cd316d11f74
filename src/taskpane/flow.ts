import type {
  Clientele,
  DossierRequest,
  Hooks,
  MadePages,
  PageResult,
  Preview,
  Source,
  TemplateSheet,
  Trouble,
} from '../app/types';
import type { Variant } from '../domain/dossiers/schema';
import type { Rules } from '../domain/presets';
import type { ClientKey, ColumnRole } from '../domain/sales/types';
import type { Language, PeriodChoice, Settings } from '../domain/settings';
import type { ExcelSerial } from '../domain/shared/dates';
import { fail, ok } from '../domain/shared/result';
import type { Origin } from '../domain/shared/grid';
import type { Result } from '../domain/shared/result';
import type { OwnTabKey } from '../reports/plan';
import type { PagesMade, PaneAction, PaneState } from './state';
import { INITIAL_STATE, isBusy, isWriting, previewOf, reduce } from './state';

/** What the pane stands on: the use cases, the clock and the language of Office. */
export interface Surroundings {
  readonly clientele: Clientele;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  readonly today: () => ExcelSerial;
  readonly displayLanguage: Language;
}

/** The user's way through the pane: every gesture is one method. */
export interface Flow {
  readonly getState: () => PaneState;
  readonly subscribe: (listener: () => void) => () => void;
  /** The language in force: the chosen one, else Office's. */
  readonly language: () => Language;
  /** Opens the workbook and previews the default source. The same promise however often it is called. */
  readonly start: () => Promise<void>;
  readonly refreshSources: () => Promise<void>;
  readonly chooseSource: (source: Source) => Promise<void>;
  /** Null leaves the role to the reader again; the heading is what the choice is remembered by. */
  readonly correctColumn: (role: ColumnRole, column: number | null, heading: string) => Promise<void>;
  readonly choosePeriod: (period: PeriodChoice) => Promise<void>;
  /** A period and an as-of date of one's own; null takes the latest sale. */
  readonly chooseDates: (period: PeriodChoice, asOf: string | null) => Promise<void>;
  /** The rules as the workbook holds them now: people may have edited its cells. Null if it does not answer. */
  readonly currentRules: () => Promise<Rules | null>;
  /** Puts rules into the workbook, true once they stand there, and reads the source again with them. */
  readonly applyRules: (rules: Rules) => Promise<boolean>;
  readonly answerDateOrder: (dateOrder: 'dmy' | 'mdy') => Promise<void>;
  readonly answerDecimal: (decimalSeparator: ',' | '.') => Promise<void>;
  readonly answerDamaged: (damagedNumbers: NonNullable<Settings['damagedNumbers']>) => Promise<void>;
  readonly answerLookup: (nameLookup: NonNullable<Settings['nameLookup']>) => Promise<void>;
  readonly chooseLanguage: (language: Language) => Promise<void>;
  /** Hides names or shows them again: on all tabs of ours that stand, at once. */
  readonly hideNames: (isAnonymous: boolean) => Promise<void>;
  /** Opens a copy of our tabs without names. True if it is open. */
  readonly openCopy: () => Promise<boolean>;
  readonly canOpenCopy: () => boolean;
  /** Previews the source again. */
  readonly read: () => Promise<void>;
  /** Writes the tabs, reading the sheet again first if it may have changed. True if the tabs stand. */
  readonly build: () => Promise<boolean>;
  /** Makes dossiers from the last run, to be stopped by `cancel`. */
  readonly createDossiers: (request: DossierRequest) => Promise<void>;
  /** Makes the report of a meeting with a client, and shows its tab. */
  readonly createMeeting: (client: ClientKey) => Promise<void>;
  /** Sheets that dossiers can be made of; none where the workbook does not answer. */
  readonly dossierTemplates: () => Promise<readonly TemplateSheet[]>;
  /** Makes a sheet to start an own template from, and shows it; its name, or null if it could not be made. */
  readonly exportTemplate: (variant: Variant) => Promise<string | null>;
  readonly cancel: () => void;
  readonly showTab: (key: OwnTabKey) => Promise<void>;
  /** Selects a row of a sheet in Excel. */
  readonly showRow: (row: Origin) => Promise<void>;
  /** How many forms have answers that outlive the workbook. */
  readonly rememberedForms: () => number;
  /** Forgets the answers kept for other files, and reads the source again without them. */
  readonly forgetForms: () => Promise<void>;
  readonly dismissNotice: () => void;
  /** The user has left the pane: the cells may change behind it. */
  readonly leave: () => void;
}

/** The pane's state and the calls that move it. Holds no React and no Office. */
export function createFlow({ clientele, now, today, displayLanguage }: Surroundings): Flow {
  let state = INITIAL_STATE;
  let lastTicket = 0;
  let abort = new AbortController();
  let mayHaveChanged = false;
  let building = false;
  let settingsKnown = false;
  let started: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  function dispatch(action: PaneAction): void {
    const next = reduce(state, action);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  const language = (): Language => state.settings.language ?? displayLanguage;

  /** A new call: whatever ran before is told to stop, and its answer will be stale. */
  function begin(): { ticket: number; hooks: Hooks } {
    abort.abort();
    abort = new AbortController();
    const ticket = ++lastTicket;
    const onProgress: Hooks['onProgress'] = (phase, fraction) =>
      dispatch({ type: 'progressed', ticket, progress: { phase, fraction } });
    return { ticket, hooks: { onProgress, signal: abort.signal, now, today: today() } };
  }

  /** The fresh preview, or null if it failed or was overtaken. */
  async function preview(): Promise<Preview | null> {
    const { source } = state;
    if (source === null || isWriting(state)) return null;
    const { ticket, hooks } = begin();
    mayHaveChanged = false;
    dispatch({ type: 'previewStarted', ticket });
    const rules = await settled(clientele.loadSettings());
    if (ticket !== lastTicket) return null;
    if (rules.ok) dispatch({ type: 'rulesLoaded', settings: rules.value });
    const result = rules.ok
      ? await settled(clientele.preview(source, state.settings, state.mapping, hooks))
      : rules;
    dispatch({ type: 'previewEnded', ticket, result });
    const shown = state.stage;
    return ticket === lastTicket && shown.status === 'ready' ? shown.preview : null;
  }

  async function read(): Promise<void> {
    await preview();
  }

  async function change(action: PaneAction): Promise<void> {
    if (isWriting(state)) return;
    dispatch(action);
    await read();
  }

  async function list(): Promise<boolean> {
    const sources = await settled(clientele.listSources());
    if (isWriting(state)) return false;
    if (sources.ok) dispatch({ type: 'sourcesListed', sources: sources.value });
    else dispatch({ type: state.opened ? 'noticed' : 'failed', trouble: sources.error });
    return sources.ok;
  }

  async function open(): Promise<void> {
    const settings = await settled(clientele.loadSettings());
    settingsKnown = settings.ok;
    if (settings.ok) dispatch({ type: 'settingsLoaded', settings: settings.value });
    if ((await list()) && state.source !== null) await read();
  }

  async function refreshSources(): Promise<void> {
    if (isBusy(state)) return;
    const before = state.source;
    if (!(await list()) || isBusy(state)) return;
    const unread = state.stage.status !== 'done' && !sameShape(before, state.source);
    if (state.source !== null && unread) await read();
  }

  async function build(): Promise<boolean> {
    if (building || isBusy(state) || state.source === null) return false;
    building = true;
    try {
      const shown = freshPreview() ?? (await preview());
      if (shown === null) return false;
      const { ticket, hooks } = begin();
      const used = language();
      dispatch({ type: 'runStarted', ticket, preview: shown });
      const result = await settled(clientele.run(shown, state.settings, hooks));
      const clients = clientele.dossierChoices();
      dispatch({ type: 'runEnded', ticket, result, language: used, clients });
      return result.ok;
    } finally {
      building = false;
    }
  }

  /** Pages from the last run. What stands is told by the state, also if the rest failed. */
  async function make(
    what: PagesMade,
    count: number,
    work: (hooks: Hooks) => Promise<Result<MadePages, Trouble>>,
  ): Promise<readonly PageResult[]> {
    if (building || isBusy(state) || state.built === null) return [];
    const { ticket, hooks } = begin();
    dispatch({ type: 'makeStarted', ticket, what, count });
    const result = await settled(work(hooks));
    dispatch({ type: 'makeEnded', ticket, result });
    return result.ok ? result.value.pages : [];
  }

  async function createMeeting(client: ClientKey): Promise<void> {
    const pages = await make('meeting', 1, (hooks) => clientele.createMeeting(client, hooks));
    const report = pages.find(({ variant }) => variant === null);
    if (report) await aside(clientele.showTab(report.key));
  }

  /** The answer of a question that stops nothing; null where there is none. */
  async function asked<T>(answer: Promise<Result<T, Trouble>>): Promise<T | null> {
    const result = await settled(answer);
    if (result.ok) return result.value;
    dispatch({ type: 'noticed', trouble: result.error });
    return null;
  }

  /** What was shown, if it is still what the sheet holds. */
  function freshPreview(): Preview | null {
    return state.stage.status === 'ready' && !mayHaveChanged ? state.stage.preview : null;
  }

  async function aside(action: Promise<Result<void, Trouble>>): Promise<void> {
    const result = await settled(action);
    if (!result.ok) dispatch({ type: 'noticed', trouble: result.error });
  }

  async function hideNames(isAnonymous: boolean): Promise<void> {
    if (building || isBusy(state)) return;
    dispatch({ type: 'namesHidden', isAnonymous });
    const stand = state.built !== null ? ok(true) : await settled(clientele.tabsStand());
    // A workbook that does not answer is asked again by the run, which tells why.
    if (state.source !== null && (!stand.ok || stand.value)) await build();
    else if (settingsKnown) await aside(clientele.saveSettings(state.settings));
  }

  async function openCopy(): Promise<boolean> {
    const opened = await settled(clientele.openCopy());
    if (!opened.ok) dispatch({ type: 'noticed', trouble: opened.error });
    return opened.ok;
  }

  async function currentRules(): Promise<Rules | null> {
    const settings = await settled(clientele.loadSettings());
    if (!settings.ok) {
      dispatch({ type: 'noticed', trouble: settings.error });
      return null;
    }
    const { thresholds, choices, stages } = settings.value;
    return { thresholds, choices, stages };
  }

  async function applyRules(rules: Rules): Promise<boolean> {
    // A run writes the same cells.
    if (isWriting(state)) return false;
    const applied = await settled(clientele.applyRules(rules));
    if (!applied.ok) {
      dispatch({ type: 'noticed', trouble: applied.error });
      return false;
    }
    // What is shown follows; the rules stand already.
    void read();
    return true;
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    language,
    start: () => (started ??= open()),
    refreshSources,
    chooseSource: (source) => change({ type: 'sourceChosen', source }),
    correctColumn: (role, column, heading) => change({ type: 'columnCorrected', role, column, heading }),
    choosePeriod: (period) => change({ type: 'periodChosen', period }),
    chooseDates: (period, asOf) => change({ type: 'datesChosen', period, asOf }),
    currentRules,
    applyRules,
    answerDateOrder: (dateOrder) => change({ type: 'dateOrderAnswered', dateOrder }),
    answerDecimal: (decimalSeparator) => change({ type: 'decimalAnswered', decimalSeparator }),
    answerDamaged: (damagedNumbers) => change({ type: 'damagedAnswered', damagedNumbers }),
    answerLookup: (nameLookup) => change({ type: 'lookupAnswered', nameLookup }),
    chooseLanguage: async (chosen) => {
      dispatch({ type: 'languageChosen', language: chosen });
      // Unknown settings must not be overwritten; a run keeps the settings itself, and two writers would race.
      if (settingsKnown && state.stage.status !== 'running')
        await aside(clientele.saveSettings(state.settings));
    },
    hideNames,
    openCopy,
    canOpenCopy: () => clientele.canOpenCopy(),
    read,
    build,
    createDossiers: async (request) => {
      await make('dossiers', request.clients.length, (hooks) => clientele.createDossiers(request, hooks));
    },
    createMeeting,
    dossierTemplates: async () => (await asked(clientele.dossierTemplates())) ?? [],
    exportTemplate: async (variant) =>
      isBusy(state) ? null : asked(clientele.exportTemplate(variant, language())),
    cancel: () => {
      abort.abort();
      dispatch({ type: 'cancelRequested' });
    },
    showTab: (key) => aside(clientele.showTab(key)),
    showRow: (row) => aside(clientele.showRow(row)),
    rememberedForms: () => clientele.rememberedForms(),
    forgetForms: async () => {
      clientele.forgetForms();
      if (previewOf(state)?.remembered) await read();
    },
    dismissNotice: () => dispatch({ type: 'noticeDismissed' }),
    leave: () => {
      mayHaveChanged = true;
    },
  };
}

/** An exception is a broken promise of ours; the user still gets a sentence, and nothing of theirs is quoted in it. */
async function settled<T>(answer: Promise<Result<T, Trouble>>): Promise<Result<T, Trouble>> {
  try {
    return await answer;
  } catch (error) {
    const details = error instanceof Error ? `${error.name} ${firstFrame(error)}` : typeof error;
    return fail({ kind: 'excel', error: { code: 'unexpected', place: null, details } });
  }
}

function firstFrame(error: Error): string {
  return /^\s*at .*$/m.exec(error.stack ?? '')?.[0].trim() ?? '';
}

function sameShape(a: Source | null, b: Source | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id && a?.address === b?.address;
}
