import { analyse } from '../domain/analyse';
import { withHoldings } from '../domain/sales/holdings';
import { readLedger } from '../domain/sales/ledger';
import { withNames } from '../domain/sales/lookup';
import { mergeQuestions } from '../domain/sales/mergeQuestions';
import type { MergeQuestion } from '../domain/sales/mergeQuestions';
import type { PairDecision } from '../domain/sales/mergeDecisions';
import { shapeOf } from '../domain/sales/shape';
import { proposeMerges } from '../domain/sales/similarClients';
import type { ColumnMapping, Doubt, Reading, Understanding } from '../domain/sales/types';
import { neededColumns, understand } from '../domain/sales/understand';
import type { Language, Settings } from '../domain/settings';
import { serialFromIso } from '../domain/shared/dates';
import type { ExcelSerial } from '../domain/shared/dates';
import { assertNever, fail, ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import type { Steps } from '../domain/shared/steps';
import { displayLanguage } from '../excel/environment';
import { showRange, showTab } from '../excel/navigate';
import { tabNames } from '../excel/ownedTabs';
import { loadSettings, saveSettings } from '../excel/settings';
import type { SettingNote } from '../excel/settings';
import { listSources } from '../excel/sources';
import type { Cancelled as Stopped, WriteNote, WrittenTab } from '../excel/types';
import { writePlans } from '../excel/write';
import { formatNumber, formatPercent } from '../i18n/numbers';
import { languageOf, translator } from '../i18n/translate';
import type { Translate } from '../i18n/translate';
import { allPlans } from '../reports/allPlans';
import type { ReportContext } from '../reports/context';
import { TAB_KEYS } from '../reports/plan';
import type { TabKey } from '../reports/plan';
import { verdict } from '../reports/verdict';
import { sameClients, withDecisions } from './decisions';
import { breathe, Cancelled, checkCancelled, drive } from './drive';
import { firstRowsOf } from './firstRows';
import { NO_MEMORY, recall, remember, withAnswers } from './memory';
import type { Memory } from './memory';
import { lookUpNames } from './lookUpNames';
import type { FoundNames } from './lookUpNames';
import { openSource } from './openSource';
import { withSameSheets } from './sameSheets';
import type { Clientele, ExcelTrouble, Hooks, Outcome, Preview, Source, Trouble } from './types';

/** The tab a newcomer sees first. */
const FIRST_TAB: TabKey = 'abcd';

/** The use cases over the workbook that is open in Excel. `memory` keeps answers for the next file of the same form. */
export function createClientele({ memory = NO_MEMORY }: { readonly memory?: Memory } = {}): Clientele {
  /** As last listed: where names of clients are looked for. */
  let listed: readonly Source[] = [];
  return {
    listSources: async () => {
      const sources = await listSources();
      if (!sources.ok) return stopped(sources.error);
      listed = sources.value;
      return ok(await withSameSheets(listed));
    },
    loadSettings: async () => {
      const loaded = await loadSettings();
      return loaded.ok ? ok(loaded.value.settings) : stopped(loaded.error);
    },
    saveSettings: async (settings) => excelResult(await saveChoices(settings)),
    preview: (source, settings, mapping, hooks) =>
      untilCancelled(() => preview(source, settings, mapping, hooks, memory, listed)),
    run: (shown, settings, hooks) => untilCancelled(() => run(shown, settings, hooks, memory, listed)),
    showTab: async (key) => excelResult(await showTab(key)),
    showRow: async ({ sheet, row }) => excelResult(await showRange(sheet, `${row}:${row}`)),
    rememberedForms: () => memory.count(),
    forgetForms: () => memory.forget(),
  };
}

async function preview(
  source: Source,
  given: Settings,
  mapping: ColumnMapping | null,
  hooks: Hooks,
  memory: Memory,
  listed: readonly Source[],
): Promise<Result<Preview, Trouble>> {
  const decisions = await withDecisions(given);
  if (!decisions.ok) return stopped(decisions.error);
  const chosen = decisions.value.settings;
  const dateHeading = translator(languageFor(chosen))('source.sheetDate');
  const opened = await openSource(source, chosen, mapping ?? {}, dateHeading);
  if (!opened.ok) return stopped(opened.error);
  const { head, leftOut } = opened.value;
  checkCancelled(hooks.signal);

  const shape = shapeOf(head);
  const { settings, remembered } = recall(memory, shape, chosen, mapping);
  const understood = understand(head, settings, mapping ?? {});
  if (!understood.ok) return fail({ kind: 'reading', error: understood.error });
  const understanding = understood.value;
  hooks.onProgress('understand', 1);

  const grid = await opened.value.readColumns(neededColumns(understanding), {
    signal: hooks.signal,
    onProgress: (fraction) => hooks.onProgress('read', fraction),
  });
  if (!grid.ok) return stopped(grid.error);
  checkCancelled(hooks.signal);

  const read = await drive(
    readLedger(grid.value, understanding, settings, chosenAsOf(settings)),
    'understand',
    hooks,
  );
  const found = read.ok ? await lookUpNames(source, listed, understanding, read.value, hooks) : null;
  const named =
    read.ok && found && settings.nameLookup !== 'ignore' ? ok(withNames(read.value, found.names)) : read;
  const reading = named.ok
    ? ok(await drive(readHoldings(named.value, settings), 'understand', hooks))
    : named;
  const doubts = [
    ...(read.ok ? read.value.doubts : understanding.doubts),
    ...lookupDoubts(understanding, found),
  ];
  const settled = { ...understanding, doubts };
  const analysis = reading.ok
    ? await drive(analyse(reading.value, settings, chosenAsOf(settings)), 'analyse', hooks)
    : null;
  remember(memory, shape, doubts, settings);
  return ok({
    source,
    understanding: settled,
    head,
    firstRows: firstRowsOf(head, understanding, settings),
    leftOut,
    remembered,
    mapping,
    settings,
    reading,
    analysis,
  });
}

async function run(
  previewed: Preview,
  given: Settings,
  hooks: Hooks,
  memory: Memory,
  listed: readonly Source[],
): Promise<Result<Outcome, Trouble>> {
  const decisions = await withDecisions(withAnswers(given, previewed.remembered));
  if (!decisions.ok) return stopped(decisions.error);
  const { settings, pairs } = decisions.value;
  const current = sameClients(settings, previewed.settings)
    ? ok(previewed)
    : await preview(previewed.source, given, previewed.mapping, hooks, memory, listed);
  if (!current.ok) return current;
  const shown = current.value;
  if (!shown.reading.ok) return fail({ kind: 'reading', error: shown.reading.error });
  const reading = shown.reading.value;

  const analyseStarted = hooks.now();
  const analysis = await drive(analyse(reading, settings, chosenAsOf(settings)), 'analyse', hooks);
  const questions = await drive(askAbout(reading, settings, pairs), 'analyse', hooks);

  const writeStarted = hooks.now();
  const language = languageFor(settings);
  const t = translator(language);
  const tabs = await tabNames(language);
  if (!tabs.ok) return stopped(tabs.error);
  const typed = await loadSettings();
  if (!typed.ok) return stopped(typed.error);
  const context: ReportContext = {
    source: {
      file: null,
      sheet: shown.source.name,
      firstColumn: shown.head.firstColumn,
      leftOut: shown.leftOut,
    },
    understanding: shown.understanding,
    reading,
    analysis,
    questions,
    settings,
    language,
    t,
    tabNames: tabs.value,
    today: hooks.today,
  };
  await breathe();
  checkCancelled(hooks.signal);
  const written = await writePlans(allPlans(context), {
    signal: hooks.signal,
    onProgress: (fraction) => hooks.onProgress('write', fraction),
  });
  if (!written.ok) return stopped(written.error);
  const kept = await saveSettings(settings);
  if (!kept.ok) return stopped(kept.error);
  // The first result is shown; later runs leave people where they are.
  if (written.value.some((tab) => tab.isNew)) await showTab(FIRST_TAB);

  return ok({
    analysis,
    reading,
    understanding: shown.understanding,
    verdict: verdict(context),
    tabs: [...written.value].sort(inReadingOrder).map((tab) => ({
      ...tab,
      notes: [
        ...(tab.key === 'settings'
          ? typed.value.notes.map((note) => settingNoteText(note, language, t))
          : []),
        ...tab.notes.map((note) => writeNoteText(note, t)),
      ],
    })),
    milliseconds: { read: 0, analyse: writeStarted - analyseStarted, write: hooks.now() - writeStarted },
  });
}

/** The reading with the holdings people gave by hand. */
function* readHoldings(reading: Reading, settings: Settings): Steps<Reading> {
  return { ...reading, ledger: yield* withHoldings(reading.ledger, settings) };
}

/** The questions about clients that may be one. */
function* askAbout(
  reading: Reading,
  settings: Settings,
  pairs: readonly PairDecision[],
): Steps<readonly MergeQuestion[]> {
  const proposals = yield* proposeMerges(reading.ledger, settings);
  return yield* mergeQuestions(reading, proposals, pairs);
}

/** Keeps what the pane chose. What people decide on the tabs is the business of runs: the pane may know an older state. */
async function saveChoices(settings: Settings): Promise<Result<void, ExcelTrouble>> {
  const kept = await loadSettings();
  if (!kept.ok) return kept;
  const { aliases, distinct, holdings } = kept.value.settings;
  return saveSettings({ ...settings, aliases, distinct, holdings });
}

/** Tabs are written with what others refer to first, and shown as they stand in the workbook. */
function inReadingOrder(a: WrittenTab, b: WrittenTab): number {
  return TAB_KEYS.indexOf(a.key) - TAB_KEYS.indexOf(b.key);
}

/** The language chosen by the user, or Office's. */
function languageFor({ language }: Settings): Language {
  return language ?? languageOf(displayLanguage());
}

function lookupDoubts({ mapping }: Understanding, found: FoundNames | null): readonly Doubt[] {
  if (!found || mapping.client === undefined) return [];
  return [{ code: 'nameLookup', column: mapping.client, sheet: found.sheet, default: 'use' }];
}

/** The as-of date set by the user, or null for the latest sale. */
function chosenAsOf(settings: Settings): ExcelSerial | null {
  return settings.asOf === null ? null : serialFromIso(settings.asOf);
}

/** Turns a cancellation thrown anywhere inside into trouble `cancelled`; lets broken promises pass. */
async function untilCancelled<T>(useCase: () => Promise<Result<T, Trouble>>): Promise<Result<T, Trouble>> {
  try {
    return await useCase();
  } catch (error) {
    if (error instanceof Cancelled) return fail({ kind: 'cancelled' });
    throw error;
  }
}

/** The trouble behind a refusal of the Excel layer. */
function stopped(error: ExcelTrouble | Stopped): Result<never, Trouble> {
  return fail(error.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'excel', error });
}

function excelResult<T>(result: Result<T, ExcelTrouble>): Result<T, Trouble> {
  return result.ok ? result : stopped(result.error);
}

/** One sentence about a threshold that was typed and cannot be used. */
function settingNoteText(
  { threshold, problem, used }: SettingNote,
  language: Language,
  t: Translate,
): string {
  const value = used > 1 ? formatNumber(used, language) : formatPercent(used, language);
  return t(`error.threshold.${problem}`, { threshold: t(`settings.${threshold}`), used: value });
}

/** One sentence about a part of a tab that this platform refused. */
function writeNoteText(note: WriteNote, t: Translate): string {
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
