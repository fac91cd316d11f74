import type { Disguise } from '../domain/disguise/disguise';
import { fail, ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { isPageName } from '../reports/pages';
import type { AnyPlan, OwnTabKey, PagePlan, PlanCell } from '../reports/plan';
import { CHUNK_BYTES } from './bytes';
import { cellRequests, formatRuns, halves, isFormula } from './cells';
import type { CellChunk } from './cells';
import { addCharts, addChartTexts, attempt } from './charts';
import type { TabObjects } from './clear';
import { clearTab, loadObjects } from './clear';
import { changeHeights, dressBlocks, hideColumns, mergeCells, setColumnWidths } from './dress';
import { isTooLarge } from './errors';
import { frameOf } from './frame';
import { inputNames, isInputName, journalInputs, keepInputs } from './inputs';
import { ensureTabs } from './ownedTabs';
import type { OwnedTab } from './ownedTabs';
import { setUpPage } from './page';
import { pageChanges } from './pageChanges';
import { frameIn, keepFrame } from './pageInputs';
import { quietly } from './quietly';
import { nameFormula, rangeOf, setNumberFormat } from './references';
import { keepRoster } from './roster';
import { addRules, addValidations } from './rules';
import { withExcel } from './run';
import type { Typed } from './typed';
import { typedOn } from './typed';
import type { Cancelled, ExcelTrouble, ProgressHooks, WriteNote, WrittenTab } from './types';
import { WorkbookStore } from './workbookStore';

/**
 * Writes tabs in the given order and touches nothing else: sheets and names of all plans first, so that formulas find
 * what they call; then each tab in full, what people typed put back. Stops only between tabs; a tab that fails leaves
 * its inputs in the journal. Nothing is activated. Plans without names come with the `disguise` they were made in: what
 * people typed then goes back under codes, and without texts that may tell a name.
 */
export async function writePlans(
  plans: readonly AnyPlan[],
  hooks: ProgressHooks,
  disguise: Disguise | null = null,
): Promise<Result<readonly WrittenTab[], ExcelTrouble | Cancelled>> {
  return quietly(async () => {
    const prepared = await prepare(plans, disguise);
    if (!prepared.ok) return prepared;
    const written: WrittenTab[] = [];
    for (const plan of plans) {
      if (hooks.signal.aborted) return fail({ code: 'cancelled' });
      const tab = await writeTab(plan, prepared.value, disguise);
      if (!tab.ok) return tab;
      written.push(tab.value);
      hooks.onProgress(written.length / plans.length);
    }
    return ok(written);
  });
}

/** What became of pages that were written one by one. */
export interface WrittenPages {
  readonly written: readonly WrittenTab[];
  /** Why the others were not; null if all were. */
  readonly stopped: ExcelTrouble | Cancelled | null;
}

/**
 * Writes pages each by itself, so that stopping leaves those that are finished and no empty tab. What `together` plans is
 * written after them in any case: it tells of what stands.
 */
export async function writePages(
  pages: readonly PagePlan[],
  together: (made: ReadonlySet<string>) => readonly AnyPlan[],
  hooks: ProgressHooks,
  disguise: Disguise | null = null,
): Promise<WrittenPages> {
  return quietly(async () => {
    const written: WrittenTab[] = [];
    const writeOne = async (plan: AnyPlan): Promise<ExcelTrouble | null> => {
      const prepared = await prepare([plan], disguise);
      const tab = prepared.ok ? await writeTab(plan, prepared.value, disguise) : prepared;
      if (!tab.ok) return tab.error;
      written.push(tab.value);
      hooks.onProgress(Math.min(1, written.length / pages.length));
      return null;
    };
    let stopped: WrittenPages['stopped'] = null;
    for (const plan of pages) {
      stopped ??= hooks.signal.aborted ? { code: 'cancelled' } : await writeOne(plan);
    }
    for (const plan of together(new Set(written.map(({ key }) => key))))
      stopped = (await writeOne(plan)) ?? stopped;
    return { written, stopped };
  });
}

/** What all tabs share. */
interface Prepared {
  /** Our sheets by tab. */
  readonly tabs: ReadonlyMap<OwnTabKey, OwnedTab>;
  /** Names of tables on other sheets, which ours may not take. */
  readonly takenTableNames: ReadonlySet<string>;
}

/** Lets the sheets and names of all plans stand; codes are kept before any cell shows one. */
function prepare(
  plans: readonly AnyPlan[],
  disguise: Disguise | null,
): Promise<Result<Prepared, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const { workbook } = context;
    if (disguise) keepRoster(await WorkbookStore.load(context), disguise.roster);
    const names = workbook.names.load('items/name');
    const tables = workbook.tables.load('items/name');
    const tabs = await ensureTabs(context, plans);
    const homes = tables.items.map((table) => ({ name: table.name, home: table.worksheet.load('id') }));
    const known = new Set(names.items.map((item) => item.name.toLowerCase()));
    for (const plan of plans) {
      // Names that stand already move with their own tab, together with the cells they call.
      for (const { name, area } of namesOf(plan)) {
        if (!known.has(name.toLowerCase())) addName(context, name, nameFormula(plan.tab, area));
      }
    }
    await context.sync();

    const ours = new Set([...tabs.values()].map((tab) => tab.id));
    const foreign = homes.filter(({ home }) => !ours.has(home.id));
    return {
      tabs,
      takenTableNames: new Set(foreign.map(({ name }) => name.toLowerCase())),
    };
  });
}

/** One tab, from reading what people typed on it to its charts. */
function writeTab(
  given: AnyPlan,
  prepared: Prepared,
  disguise: Disguise | null,
): Promise<Result<WrittenTab, ExcelTrouble>> {
  return withExcel(given.tab, async (context) => {
    const tab = prepared.tabs.get(given.key);
    const sheet = context.workbook.worksheets.getItem(tab?.id ?? given.tab);
    const objects = loadObjects(sheet);
    const store = await WorkbookStore.load(context);
    const typed = await typedOn(context, store, sheet, given, disguise);
    const { plan } = typed;
    const standing: StandingTab = { context, store, sheet, objects };
    const refreshed = 'page' in given && !disguise ? await refreshPage(standing, given, typed) : null;
    const { charts, notes } = refreshed ?? (await writeAnew(standing, given, typed, prepared));
    return {
      key: plan.key,
      name: plan.tab,
      rows: lastRow(plan),
      formulas: countFormulas(plan),
      charts,
      isNew: tab?.isNew ?? false,
      notes,
    };
  });
}

/** A tab about to be written. */
interface StandingTab {
  readonly context: Excel.RequestContext;
  readonly store: WorkbookStore;
  readonly sheet: Excel.Worksheet;
  readonly objects: TabObjects;
}

/** What became of the parts of a tab that a platform may refuse. */
interface WrittenParts {
  readonly charts: number;
  readonly notes: readonly WriteNote[];
}

/**
 * Brings a page up to date where it stands as it was written: only cells of ours that changed are touched, so that
 * formulas and looks that people gave to theirs stay. Null where it must be written anew.
 */
async function refreshPage(
  { context, store, sheet, objects }: StandingTab,
  given: PagePlan,
  { plan, records, left, standing }: Typed,
): Promise<WrittenParts | null> {
  const before = frameIn(store, given.key);
  const drawn = new Set(objects.charts.items.map(({ name }) => name));
  const areDrawn = plan.charts.every(({ name }) => drawn.has(name));
  if (!before || !standing || !('page' in plan) || !areDrawn) return null;
  const after = frameOf(given, plan);
  const changes = before.layout === after.layout ? pageChanges(plan, standing) : null;
  if (!changes) return null;

  const setUp = () =>
    attempt(context, () => {
      keepFrame(store, plan.key, after);
      setUpPage(sheet, plan);
    });
  suspend(context);
  journalInputs(store, plan.key, records, null);
  changeHeights(sheet, before.heights, after.heights);
  for (const { area, cells } of changes) rangeOf(sheet, area).formulas = cells as unknown[][];
  keepInputs(store, plan, left, null);
  keepFrame(store, plan.key, { ...after, print: before.print });
  await context.sync();
  const isSetUp = before.print === after.print || (await setUp());
  return { charts: plan.charts.length, notes: isSetUp ? [] : [{ kind: 'pageSetupRefused' }] };
}

/** Clears a tab and writes all of it, what people typed put back. */
async function writeAnew(
  { context, store, sheet, objects }: StandingTab,
  given: AnyPlan,
  { records, masked, plan, left }: Typed,
  { takenTableNames }: Prepared,
): Promise<WrittenParts> {
  suspend(context);
  journalInputs(store, plan.key, records, masked);
  if ('page' in plan) keepFrame(store, plan.key, null);
  clearTab(sheet, objects, masked === null);
  // A text is parsed as if typed, so the formats come before the values.
  for (const { area, format } of formatRuns(plan)) setNumberFormat(rangeOf(sheet, area), format);
  setColumnWidths(sheet, plan.columnWidths);
  await context.sync();

  suspend(context);
  for (const request of cellRequests(plan, CHUNK_BYTES)) await writeCells(context, sheet, request);

  suspend(context);
  addTables(sheet, plan, takenTableNames);
  dressBlocks(sheet, plan);
  mergeCells(sheet, plan.merges ?? []);
  hideColumns(sheet, plan.hiddenColumns ?? []);
  if ('page' in plan) sheet.getRange('1:1').rowHidden = true;
  addChartTexts(sheet, plan);
  addRules(sheet, plan.rules);
  addValidations(sheet, plan.validations);
  for (const { name, area } of namesOf(plan)) {
    context.workbook.names.getItem(name).formula = nameFormula(plan.tab, area);
  }
  freeze(sheet, plan);
  sheet.showGridlines = false;
  sheet.tabColor = plan.tabColor;
  keepInputs(store, plan, masked?.unmask(left) ?? left, masked);
  await context.sync();

  const notes: WriteNote[] = [];
  const isSetUp = await attempt(context, () => {
    // What comes before a refusal is done, and a page that could not be set up is a page as it was written.
    if ('page' in plan && 'page' in given) keepFrame(store, plan.key, frameOf(given, plan));
    setUpPage(sheet, plan);
  });
  if (!isSetUp) notes.push({ kind: 'pageSetupRefused' });
  const charts = await addCharts(context, sheet, plan);
  return { charts: charts.made, notes: [...notes, ...charts.notes] };
}

/** Writes cells in one round trip, or in two halves if Excel finds them too large. */
async function writeCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  request: readonly CellChunk[],
): Promise<void> {
  try {
    for (const { area, cells } of request) rangeOf(sheet, area).formulas = cells as unknown[][];
    await context.sync();
  } catch (error) {
    const parts = isTooLarge(error) ? halves(request) : null;
    if (!parts) throw error;
    for (const part of parts) await writeCells(context, sheet, part);
  }
}

/** Makes Excel paint and recalculate once for all that is queued up to the next sync. */
function suspend(context: Excel.RequestContext): void {
  context.application.suspendScreenUpdatingUntilNextSync();
  context.application.suspendApiCalculationUntilNextSync();
}

function addTables(sheet: Excel.Worksheet, plan: AnyPlan, taken: ReadonlySet<string>): void {
  for (const { name, area, style } of plan.tables) {
    const table = sheet.tables.add(rangeOf(sheet, area), true);
    // A table of the user may bear our name: then Excel's own choice stays.
    if (!taken.has(name.toLowerCase())) table.name = name;
    table.style = style;
  }
}

function namesOf(plan: AnyPlan) {
  return [...plan.names, ...inputNames(plan)];
}

function addName(context: Excel.RequestContext, name: string, formula: string): void {
  const item = context.workbook.names.add(name, formula);
  if (isInputName(name) || isPageName(name)) item.visible = false;
}

function freeze(sheet: Excel.Worksheet, { freeze: { rows, columns } }: AnyPlan): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function lastRow(plan: AnyPlan): number {
  return Math.max(0, ...plan.blocks.map((block) => block.row + block.cells.length - 1));
}

function countFormulas(plan: AnyPlan): number {
  const count = (cells: readonly PlanCell[]): number => cells.filter(isFormula).length;
  return plan.blocks.reduce((sum, block) => sum + block.cells.reduce((rows, row) => rows + count(row), 0), 0);
}
