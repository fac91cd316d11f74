import { analyse } from '../domain/analyse';
import { readLedger } from '../domain/sales/ledger';
import type { ColumnMapping } from '../domain/sales/types';
import { neededColumns, understand } from '../domain/sales/understand';
import type { Language, Settings } from '../domain/settings';
import { serialFromIso } from '../domain/shared/dates';
import type { ExcelSerial } from '../domain/shared/dates';
import { assertNever, fail, ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { displayLanguage } from '../excel/environment';
import { showTab } from '../excel/navigate';
import { tabNames } from '../excel/ownedTabs';
import { readColumns, readHead } from '../excel/read';
import { loadSettings, saveSettings } from '../excel/settings';
import type { SettingNote } from '../excel/settings';
import { listSources } from '../excel/sources';
import type { Cancelled as Stopped, WriteNote } from '../excel/types';
import { writePlans } from '../excel/write';
import { formatNumber, formatPercent } from '../i18n/numbers';
import { languageOf, translator } from '../i18n/translate';
import type { Translate } from '../i18n/translate';
import { allPlans } from '../reports/allPlans';
import type { ReportContext } from '../reports/context';
import type { TabKey } from '../reports/plan';
import { verdict } from '../reports/verdict';
import { breathe, Cancelled, checkCancelled, drive } from './drive';
import type { Clientele, ExcelTrouble, Hooks, Outcome, Preview, Source, Trouble } from './types';

/** Rows read to understand a sheet: enough for any report cap and a fair sample of every column. */
const HEAD_ROWS = 200;

/** The tab a newcomer sees first. */
const FIRST_TAB: TabKey = 'abcd';

/** The use cases over the workbook that is open in Excel. */
export function createClientele(): Clientele {
  return {
    listSources: async () => excelResult(await listSources()),
    loadSettings: async () => {
      const loaded = await loadSettings();
      return loaded.ok ? ok(loaded.value.settings) : stopped(loaded.error);
    },
    saveSettings: async (settings) => excelResult(await saveSettings(settings)),
    preview: (source, settings, mapping, hooks) =>
      untilCancelled(() => preview(source, settings, mapping, hooks)),
    run: (shown, settings, hooks) => untilCancelled(() => run(shown, settings, hooks)),
    showTab: async (key) => excelResult(await showTab(key)),
  };
}

async function preview(
  source: Source,
  settings: Settings,
  mapping: ColumnMapping | null,
  hooks: Hooks,
): Promise<Result<Preview, Trouble>> {
  const head = await readHead(source, HEAD_ROWS);
  if (!head.ok) return stopped(head.error);
  checkCancelled(hooks.signal);

  const understood = understand(head.value, settings, mapping ?? {});
  if (!understood.ok) return fail({ kind: 'reading', error: understood.error });
  const understanding = understood.value;
  hooks.onProgress('understand', 1);

  const grid = await readColumns(source, neededColumns(understanding), {
    signal: hooks.signal,
    onProgress: (fraction) => hooks.onProgress('read', fraction),
  });
  if (!grid.ok) return stopped(grid.error);
  checkCancelled(hooks.signal);

  const reading = await drive(
    readLedger(grid.value, understanding, settings, chosenAsOf(settings)),
    'understand',
    hooks,
  );
  const analysis = reading.ok
    ? await drive(analyse(reading.value, settings, chosenAsOf(settings)), 'analyse', hooks)
    : null;
  return ok({ source, understanding, head: head.value, reading, analysis });
}

async function run(shown: Preview, settings: Settings, hooks: Hooks): Promise<Result<Outcome, Trouble>> {
  if (!shown.reading.ok) return fail({ kind: 'reading', error: shown.reading.error });
  const reading = shown.reading.value;

  const analyseStarted = hooks.now();
  const analysis = await drive(analyse(reading, settings, chosenAsOf(settings)), 'analyse', hooks);

  const writeStarted = hooks.now();
  const language = settings.language ?? languageOf(displayLanguage());
  const t = translator(language);
  const tabs = await tabNames(language);
  if (!tabs.ok) return stopped(tabs.error);
  const typed = await loadSettings();
  if (!typed.ok) return stopped(typed.error);
  const context: ReportContext = {
    source: { file: null, sheet: shown.source.name },
    understanding: shown.understanding,
    reading,
    analysis,
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
    tabs: written.value.map((tab) => ({
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
