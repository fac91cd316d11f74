import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readProfile } from '../../app/profile';
import { profileErrorText, profileNoteTexts } from '../../app/profileTexts';
import { anonymousCopy } from '../../app/anonymousCopy/anonymousCopy';
import { sheetsSource } from '../../app/sameSheets';
import { summarise } from '../../app/summary';
import { troubleText } from '../../app/troubleText';
import type { Clientele, Hooks, Outcome, PageResult, Phase, Preview, Source, Trouble } from '../../app/types';
import type { Language, Settings } from '../../domain/settings';
import { serialOf } from '../../domain/shared/dates';
import type { ExcelSerial } from '../../domain/shared/dates';
import { fail, ok } from '../../domain/shared/result';
import type { Result } from '../../domain/shared/result';
import { isRecord, parseSettings } from '../../domain/parseSettings';
import { languageOf, translator } from '../../i18n/translate';
import type { Translate } from '../../i18n/translate';
import { fileTroubleText } from '../files/fileTroubleText';
import { openWorkbook } from '../files/open';
import { saveWorkbook } from '../files/save';
import { openHeadless } from './headless';
import { makeDossiers } from './makeDossiers';
import { parseOptions } from './options';
import type { DiagnoseOptions } from './options';
import { optionsErrorText } from './optionsErrorText';

/** Where the command writes: swapped by tests. */
export interface Terminal {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** The input cannot be understood: one sentence on standard error, nothing written. */
const EXIT_BAD_INPUT = 2;

/** `npm run diagnose`: the product over one file, headless (design.md, “Command line”). Answers with the exit code. */
export async function diagnose(argv: readonly string[], terminal: Terminal): Promise<number> {
  const options = parseOptions(argv);
  const language = (options.ok ? options.value.language : null) ?? systemLanguage();
  const t = translator(language);
  const done = options.ok
    ? await diagnoseFile(options.value, language, t, terminal)
    : fail(optionsErrorText(options.error, t));
  if (done.ok) return 0;
  terminal.err(done.error);
  return EXIT_BAD_INPUT;
}

/** Seconds spent so far by step, for the closing line. */
class StopWatch {
  private readonly started = new Map<string, number>();
  private last = performance.now();

  /** Milliseconds since the last lap, kept under this name. */
  lap(name: string): number {
    const now = performance.now();
    const spent = now - this.last;
    this.started.set(name, spent);
    this.last = now;
    return spent;
  }

  seconds(name: string): string {
    return ((this.started.get(name) ?? 0) / 1000).toFixed(1);
  }
}

async function diagnoseFile(
  options: DiagnoseOptions,
  language: Language,
  t: Translate,
  terminal: Terminal,
): Promise<Result<void, string>> {
  const watch = new StopWatch();
  const opened = await openFile(options.file, t);
  if (!opened.ok) return opened;
  const book = opened.value;
  const { host, clientele } = await openHeadless(book, language);
  watch.lap('open');

  const settings = await chosenSettings(clientele, options, language, t, terminal);
  if (!settings.ok) return settings;
  const hooks = progressHooks(terminal);
  const shown = await previewSource(clientele, options.sheets, settings.value, hooks, t);
  if (!shown.ok) return shown;
  const read = watch.lap('read');

  const run = await clientele.run(shown.value, settings.value, hooks);
  if (!run.ok) return sentence(run.error, t);
  const dossiers = await dossiersOf(clientele, run.value, options, terminal);
  if (!dossiers.ok) return sentence(dossiers.error, t);
  watch.lap('run');
  const outcome: Outcome = { ...run.value, dossiers: dossiers.value };

  if (options.out !== null) {
    const saved = await saveWorkbook(book);
    const names = outcome.tabs.map(({ name }) => name);
    const written = await write(options.out, options.anonymise ? anonymousCopy(saved, names) : saved, t);
    if (!written.ok) return written;
  }
  watch.lap('save');
  if (options.json !== null) {
    const { syncs, requestBytes, responseBytes, largestRequest, largestResponse } = host.cost;
    const cost = { syncs, requestBytes, responseBytes, largestRequest, largestResponse };
    const milliseconds = { read: Math.round(read), ...rounded(outcome.milliseconds) };
    const file = outcome.isAnonymous ? t('anonymise.file') : path.basename(options.file);
    const summary = summarise(file, outcome, { ...cost, milliseconds });
    const written = await write(options.json, `${JSON.stringify(summary, null, 2)}\n`, t);
    if (!written.ok) return written;
  }
  if (options.anonymise && (options.dossiers !== null || run.value.dossiers.length > 0))
    terminal.err(t('cli.dossiersLeftOut'));
  report(options, shown.value, outcome, watch, t, terminal);
  return ok(undefined);
}

async function openFile(file: string, t: Translate) {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch {
    return fail(t('cli.noFile', { file }));
  }
  const opened = await openWorkbook(bytes, path.basename(file));
  return opened.ok ? opened : fail(fileTroubleText(opened.error, t));
}

/** The workbook's settings, under those of a settings file, under the options of the command line. */
async function chosenSettings(
  clientele: Clientele,
  options: DiagnoseOptions,
  language: Language,
  t: Translate,
  terminal: Terminal,
): Promise<Result<Settings, string>> {
  const kept = await clientele.loadSettings();
  if (!kept.ok) return sentence(kept.error, t);
  let base = kept.value;
  if (options.settings !== null) {
    const profile = await readSettings(options.settings, base, t, terminal);
    if (!profile.ok) return profile;
    base = profile.value;
  }
  return ok({
    ...base,
    language: options.language ?? base.language ?? language,
    asOf: options.asOf ?? base.asOf,
    period: options.period ?? base.period,
    columns: { ...base.columns, ...options.columns },
    potentialSource: options.potential ?? base.potentialSource,
    mustListSource: options.mustList ?? base.mustListSource,
    dealsSource: options.deals ?? base.dealsSource,
    isAnonymous: options.anonymise || base.isAnonymous,
  });
}

/** A settings file: a profile as the pane saves it, or settings in full. What a profile leaves out is said. */
async function readSettings(
  file: string,
  base: Settings,
  t: Translate,
  terminal: Terminal,
): Promise<Result<Settings, string>> {
  let text: string;
  try {
    // A byte-order mark, as Notepad puts it, is no part of JSON.
    text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch {
    return fail(t('cli.noFile', { file }));
  }
  const profile = readProfile(text, base);
  if (profile.ok) {
    for (const note of profileNoteTexts(profile.value, t)) terminal.err(note);
    return ok({ ...base, ...profile.value.rules });
  }
  if (profile.error.code === 'newer') return fail(profileErrorText(profile.error, t));
  const full: unknown = profile.error.code === 'notProfile' ? JSON.parse(text) : null;
  return isRecord(full) ? ok(parseSettings({ ...base, ...full })) : fail(t('cli.badSettings', { file }));
}

/** The named sheets; or the default source and, if that cannot be understood, the first other that can. */
async function previewSource(
  clientele: Clientele,
  sheets: readonly string[],
  settings: Settings,
  hooks: Hooks,
  t: Translate,
): Promise<Result<Preview, string>> {
  const listed = await clientele.listSources();
  if (!listed.ok) return sentence(listed.error, t);
  const candidates = sheets.length === 0 ? ok(listed.value) : namedSource(listed.value, sheets, t);
  if (!candidates.ok) return candidates;
  let firstTrouble: Trouble = { kind: 'noSource' };
  for (const [index, source] of candidates.value.entries()) {
    const shown = await clientele.preview(source, settings, null, hooks);
    if (shown.ok && shown.value.reading.ok) return ok(shown.value);
    const trouble = shown.ok ? readingTrouble(shown.value) : shown.error;
    if (index === 0) firstTrouble = trouble;
  }
  return sentence(firstTrouble, t);
}

/** Sources of the given names: one name may stand for a sheet and a table; several name sheets that are read as one list. */
function namedSource(
  sources: readonly Source[],
  names: readonly string[],
  t: Translate,
): Result<readonly Source[], string> {
  const found = names.map((name) => sources.filter((source) => isNamed(source, name)));
  const missing = names.find((_name, index) => found[index]?.length === 0);
  if (missing !== undefined) {
    const sheets = [...new Set(sources.map((source) => source.name))].join(', ');
    return fail(t('cli.noSheet', { sheet: missing, sheets }));
  }
  return ok(names.length === 1 ? found.flat() : [sheetsSource(found.flatMap(([source]) => source ?? []))]);
}

function readingTrouble({ reading }: Preview): Trouble {
  if (reading.ok) throw new Error('The reading is whole: there is no trouble to tell');
  return { kind: 'reading', error: reading.error };
}

/** Excel compares names of sheets without case. */
function isNamed(source: Source, name: string): boolean {
  return source.name.toLowerCase() === name.toLowerCase();
}

/** The dossiers of the saved workbook: those that stand, with those asked for. A copy without names holds none. */
async function dossiersOf(
  clientele: Clientele,
  { dossiers }: Outcome,
  options: DiagnoseOptions,
  terminal: Terminal,
): Promise<Result<readonly PageResult[], Trouble>> {
  if (options.anonymise) return ok([]);
  if (options.dossiers === null) return ok(dossiers);
  return makeDossiers(clientele, dossiers, options.dossiers, progressHooks(terminal));
}

async function write(
  file: string,
  content: Uint8Array | string,
  t: Translate,
): Promise<Result<void, string>> {
  try {
    await writeFile(file, content);
    return ok(undefined);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(t('cli.cannotWrite', { file, reason }));
  }
}

function report(
  options: DiagnoseOptions,
  { leftOut }: Preview,
  outcome: Outcome,
  watch: StopWatch,
  t: Translate,
  terminal: Terminal,
): void {
  for (const { text } of outcome.verdict) terminal.out(text);
  for (const { name, notes } of outcome.tabs) for (const note of notes) terminal.out(`${name}: ${note}`);
  if (leftOut.length > 0 && !outcome.isAnonymous)
    terminal.err(t('source.leftOut', { sheets: leftOut.join(', ') }));
  if (options.out !== null) terminal.err(t('cli.saved', { file: options.out }));
  if (options.json !== null) terminal.err(t('cli.summarySaved', { file: options.json }));
  terminal.err(
    t('cli.time', {
      open: watch.seconds('open'),
      read: watch.seconds('read'),
      run: watch.seconds('run'),
      save: watch.seconds('save'),
      memory: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
}

function progressHooks(terminal: Terminal): Hooks {
  const reported = new Map<Phase, number>();
  return {
    onProgress: (phase, fraction) => {
      // A line each quarter: enough to see that it lives.
      const quarter = Math.floor(fraction * 4);
      if ((reported.get(phase) ?? -1) >= quarter) return;
      reported.set(phase, quarter);
      terminal.err(`${phase} ${Math.round(fraction * 100)} %`);
    },
    signal: new AbortController().signal,
    now: () => performance.now(),
    today: today(),
  };
}

/** The calendar day of this machine. */
function today(): ExcelSerial {
  const now = new Date();
  const serial = serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (serial === null) throw new Error('The clock shows a day that does not exist');
  return serial;
}

function systemLanguage(): Language {
  return languageOf(Intl.DateTimeFormat().resolvedOptions().locale);
}

function rounded(times: Outcome['milliseconds']) {
  return { analyse: Math.round(times.analyse), write: Math.round(times.write) };
}

function sentence(trouble: Trouble, t: Translate): Result<never, string> {
  return fail(troubleText(trouble, t));
}
