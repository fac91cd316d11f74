import { analyse } from '../domain/analyse';
import type { PairDecision } from '../domain/sales/mergeDecisions';
import { mergeQuestions } from '../domain/sales/mergeQuestions';
import type { MergeQuestion } from '../domain/sales/mergeQuestions';
import { proposeMerges } from '../domain/sales/similarClients';
import type { Reading } from '../domain/sales/types';
import type { Settings } from '../domain/settings';
import { fail, ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import type { Steps } from '../domain/shared/steps';
import { showTab } from '../excel/navigate';
import { sheetNames } from '../excel/ownedTabs';
import { loadSettings, saveSettings } from '../excel/settings';
import type { WrittenTab } from '../excel/types';
import { writePlans } from '../excel/write';
import { translator } from '../i18n/translate';
import { allPlans } from '../reports/allPlans';
import type { ReportContext, SalesContext } from '../reports/context';
import { dealCard } from '../reports/dealCard';
import { pagePlans } from '../reports/pagePlans';
import { isTabKey, TAB_KEYS } from '../reports/plan';
import type { TabKey } from '../reports/plan';
import { verdict } from '../reports/verdict';
import { stopped } from './answers';
import { chosenAsOf, languageFor } from './choices';
import { pageResult } from './dossiers/create';
import type { LastRun } from './dossiers/lastRun';
import { renewOwnTemplates } from './dossiers/ownTemplates';
import { clientsOf, standingPages, withConfirmed } from './dossiers/refresh';
import { openShelf } from './dossiers/shelf';
import { sameClients, withDecisions } from './decisions';
import { breathe, checkCancelled, drive } from './drive';
import { readEntries } from './entries';
import { listsRead, sameLists } from './lists';
import { withAnswers } from './memory';
import { entryNoteTexts, settingNoteText, writeNoteText } from './noteText';
import { preview } from './preview';
import type { Surroundings } from './preview';
import type { Hooks, Outcome, Preview, Trouble } from './types';
import { withoutNames } from './withoutNames';

/** Lists named for one run: a sheet renamed since would stop every later one, and lists are found by their headings. */
const NO_NAMED_LISTS = { potentialSource: null, mustListSource: null, dealsSource: null } as const;

/** The tab a newcomer sees first. */
const FIRST_TAB: TabKey = 'diagnosis';

/**
 * Writes our tabs from what was previewed; reads the source again only where people have decided otherwise about clients
 * since. Dossiers and meeting reports that stand are renewed with them. Touches nothing but our tabs and settings. Throws
 * `Cancelled`.
 */
export async function run(
  previewed: Preview,
  given: Settings,
  hooks: Hooks,
  surroundings: Surroundings,
): Promise<Result<{ readonly outcome: Outcome; readonly made: LastRun }, Trouble>> {
  const decisions = await withDecisions(withAnswers(given, previewed.remembered));
  if (!decisions.ok) return stopped(decisions.error);
  const { settings, pairs } = decisions.value;
  const current =
    sameClients(settings, previewed.settings) && sameLists(settings, previewed.settings)
      ? ok(previewed)
      : await preview(previewed.source, given, previewed.mapping, hooks, surroundings);
  if (!current.ok) return current;
  const shown = current.value;
  if (!shown.reading.ok) return fail({ kind: 'reading', error: shown.reading.error });
  const reading = shown.reading.value;

  // People may have typed on the tabs since.
  const typedNow = await readEntries(reading, shown.lists, settings);
  if (!typedNow.ok) return stopped(typedNow.error);
  const { entries, notes } = typedNow.value;
  checkCancelled(hooks.signal);

  const analyseStarted = hooks.now();
  const analysis = await drive(analyse(reading, settings, chosenAsOf(settings), entries), 'analyse', hooks);
  const questions = await drive(askAbout(reading, settings, pairs), 'analyse', hooks);

  const writeStarted = hooks.now();
  const language = languageFor(settings);
  const t = translator(language);
  const names = await sheetNames(language);
  if (!names.ok) return stopped(names.error);
  const typed = await loadSettings();
  if (!typed.ok) return stopped(typed.error);
  const known: SalesContext = {
    source: {
      file: null,
      sheet: shown.source.name,
      firstColumn: shown.head.firstColumn,
      leftOut: shown.leftOut,
    },
    understanding: shown.understanding,
    reading,
    analysis,
    entries,
    lists: listsRead(shown.lists),
    questions,
    settings,
    language,
    t,
    tabNames: names.value.tabs,
    today: hooks.today,
  };
  const shelf = await openShelf(reading.ledger);
  if (!shelf.ok) return stopped(shelf.error);
  const settled = await withConfirmed(known, shelf.value, hooks);
  if (!settled.ok) return stopped(settled.error);
  const { named, book } = settled.value;
  const disguised = settings.isAnonymous ? await withoutNames(named, clientsOf(book), hooks) : null;
  if (disguised && !disguised.ok) return stopped(disguised.error);
  const made: LastRun = {
    context: disguised?.value.context ?? named,
    disguise: disguised?.value.disguise ?? null,
    settings,
    ledger: reading.ledger,
  };
  const pages = await standingPages(made, { ...shelf.value, book }, names.value, hooks);
  if (!pages.ok) return stopped(pages.error);
  const context: ReportContext = { ...made.context, pages: pages.value };
  await breathe();
  checkCancelled(hooks.signal);
  const plans = [
    ...(await drive(allPlans(context), 'analyse', hooks)),
    ...(await drive(pagePlans(context, context.pages), 'analyse', hooks)),
  ];
  // Kept before «Настройки» is cleared: a run that fails there must not cost what was typed into its cells.
  const kept = await saveSettings({ ...settings, ...NO_NAMED_LISTS });
  if (!kept.ok) return stopped(kept.error);
  const written = await writePlans(
    plans,
    { signal: hooks.signal, onProgress: (fraction) => hooks.onProgress('write', fraction) },
    made.disguise,
  );
  if (!written.ok) return stopped(written.error);
  const renewed = await renewOwnTemplates(context, made.disguise !== null, hooks);
  if (!renewed.ok) return stopped(renewed.error);
  // The first result is shown; later runs leave people where they are.
  if (written.value.some((tab) => tab.isNew)) await showTab(FIRST_TAB);

  const outcome: Outcome = {
    isAnonymous: settings.isAnonymous,
    sheet: context.source.sheet,
    analysis: context.analysis,
    deals: context.deals,
    dealCard: dealCard(context),
    reading: context.reading,
    understanding: context.understanding,
    verdict: verdict(context),
    tabs: tabsAmong(written.value).map((tab) => ({
      ...tab,
      notes: [
        ...(tab.key === 'settings'
          ? typed.value.notes.map((note) => settingNoteText(note, language, t))
          : []),
        ...entryNoteTexts(notes, tab.key, t),
        ...tab.notes.map((note) => writeNoteText(note, t)),
      ],
    })),
    dossiers: pages.value.dossiers.map(pageResult),
    milliseconds: { analyse: writeStarted - analyseStarted, write: hooks.now() - writeStarted },
  };
  return ok({ outcome, made });
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

/** Tabs are written with what others refer to first, and shown as they stand in the workbook; pages are not among them. */
function tabsAmong(written: readonly WrittenTab[]): readonly (WrittenTab & { readonly key: TabKey })[] {
  return written
    .flatMap((tab) => (isTabKey(tab.key) ? [{ ...tab, key: tab.key }] : []))
    .sort((a, b) => TAB_KEYS.indexOf(a.key) - TAB_KEYS.indexOf(b.key));
}
