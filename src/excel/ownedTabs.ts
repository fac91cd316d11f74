import type { Language } from '../domain/settings';
import type { Result } from '../domain/shared/result';
import { translator } from '../i18n/translate';
import { isTabKey, PAGE_KINDS, TAB_KEYS } from '../reports/plan';
import type { OwnTabKey, PageKey, AnyPlan, TabKey } from '../reports/plan';
import { ExcelRefusal } from './errors';
import { withExcel } from './run';
import { folded, freeName } from './sheetNames';
import type { ExcelTrouble } from './types';

/** Custom property that marks a sheet as ours; its value is the tab's key. It survives a rename. */
export const TAB_PROPERTY = 'clientele.tab';

/** The sheet's own id beside the mark: tells our tab from a copy of it that the user keeps. */
export const ID_PROPERTY = 'clientele.id';

const LANGUAGES: readonly Language[] = ['ru', 'en'];

/** A tab of ours as it stands in the workbook. */
export interface OwnedTab {
  readonly key: OwnTabKey;
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly name: string;
  /** Made just now: nobody has seen it yet. */
  readonly isNew: boolean;
}

/** Our tabs, and what limits a new one. */
export interface FoundTabs {
  readonly owned: ReadonlyMap<OwnTabKey, OwnedTab>;
  /** Names of all sheets, also hidden ones. */
  readonly sheetNames: readonly string[];
  /** Sheets can be neither added nor renamed. */
  readonly isStructureProtected: boolean;
}

/** What sheets are called. */
export interface SheetNames {
  /**
   * Names of our tabs as formulas must call them: the actual ones, and for tabs not made yet the names they will get in
   * this language. A name given by the user is kept; one of our default names follows the language.
   */
  readonly tabs: Readonly<Record<TabKey, string>>;
  /** Names of the dossiers and meeting reports that stand. */
  readonly pages: ReadonlyMap<PageKey, string>;
  /** Names of all sheets, those of `tabs` that do not stand yet among them. */
  readonly taken: readonly string[];
}

/** What our tabs and all sheets are called. Changes nothing. */
export function sheetNames(language: Language): Promise<Result<SheetNames, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const found = await findTabs(context);
    const tabs = namesFor(found, language);
    const pages = [...found.owned.values()].flatMap(({ key, name }): [PageKey, string][] =>
      isPageKey(key) ? [[key, name]] : [],
    );
    return { tabs, pages: new Map(pages), taken: [...found.sheetNames, ...Object.values(tabs)] };
  });
}

/** Whether a text is the key of a dossier or a meeting report. */
export function isPageKey(text: string): text is PageKey {
  return PAGE_KINDS.some((kind) => text.startsWith(kind) && /^[1-9]\d*$/.test(text.slice(kind.length)));
}

/** Whether any tab of ours stands in the workbook. */
export function tabsStand(): Promise<Result<boolean, ExcelTrouble>> {
  return withExcel(null, async (context) => (await findTabs(context)).owned.size > 0);
}

/** Finds our tabs by their marks, in two round trips. Of a tab and its copies the original is ours. */
export async function findTabs(context: Excel.RequestContext): Promise<FoundTabs> {
  const sheets = context.workbook.worksheets.load('items/id,items/name');
  const protection = context.workbook.protection.load('protected');
  await context.sync();
  const marked = sheets.items.map((sheet) => ({
    sheet,
    key: sheet.customProperties.getItemOrNullObject(TAB_PROPERTY).load('value'),
    id: sheet.customProperties.getItemOrNullObject(ID_PROPERTY).load('value'),
  }));
  await context.sync();

  const owned = new Map<OwnTabKey, OwnedTab>();
  const originals = new Set<OwnTabKey>();
  for (const { sheet, key, id } of marked) {
    const mark: unknown = key.isNullObject ? null : key.value;
    if (!isOwnKey(mark)) continue;
    const isOriginal = !id.isNullObject && id.value === sheet.id;
    if (owned.has(mark) && (!isOriginal || originals.has(mark))) continue;
    if (isOriginal) originals.add(mark);
    owned.set(mark, { key: mark, sheet, id: sheet.id, name: sheet.name, isNew: false });
  }
  return {
    owned,
    sheetNames: sheets.items.map((sheet) => sheet.name),
    isStructureProtected: protection.protected,
  };
}

function isOwnKey(mark: unknown): mark is OwnTabKey {
  return typeof mark === 'string' && (isTabKey(mark) || isPageKey(mark));
}

/** Our tabs in the order of `TAB_KEYS`, then dossiers and meeting reports by their numbers. */
function inOrder(a: OwnTabKey, b: OwnTabKey): number {
  const places = TAB_KEYS as readonly string[];
  const kinds = PAGE_KINDS.map((kind) => kind as string);
  const rank = (key: OwnTabKey): readonly [number, number] =>
    isPageKey(key)
      ? [TAB_KEYS.length + kinds.indexOf(key.replace(/\d+$/, '')), Number(/\d+$/.exec(key)?.[0] ?? 0)]
      : [places.indexOf(key), 0];
  const [first, second] = [rank(a), rank(b)];
  return first[0] - second[0] || first[1] - second[1];
}

/**
 * Makes the tabs of these plans stand under their planned names: missing ones are added after the last sheet, in the
 * order of `TAB_KEYS` and then pages by number, and marked, default names follow the language. Refuses before any change if the
 * workbook or a tab is protected.
 * Queues the changes of names and marks; the caller's next sync carries them out.
 */
export async function ensureTabs(
  context: Excel.RequestContext,
  plans: readonly AnyPlan[],
): Promise<ReadonlyMap<OwnTabKey, OwnedTab>> {
  const found = await findTabs(context);
  await refuseIfProtected(context, plans, found);
  const added = plans
    .filter((plan) => !found.owned.has(plan.key))
    .sort((a, b) => inOrder(a.key, b.key))
    .map((plan) => ({ plan, sheet: context.workbook.worksheets.add(plan.tab).load('id') }));
  // The mark travels with the sheet's birth, so that a failure later cannot leave a stray tab.
  for (const { plan, sheet } of added) sheet.customProperties.add(TAB_PROPERTY, plan.key);
  if (added.length > 0) await context.sync();

  const tabs = new Map<OwnTabKey, OwnedTab>();
  for (const { plan, sheet } of added) {
    sheet.customProperties.add(ID_PROPERTY, sheet.id);
    tabs.set(plan.key, { key: plan.key, sheet, id: sheet.id, name: plan.tab, isNew: true });
  }
  for (const plan of plans) {
    const tab = found.owned.get(plan.key);
    if (!tab) continue;
    if (tab.name !== plan.tab) tab.sheet.name = plan.tab;
    tabs.set(plan.key, { ...tab, name: plan.tab });
  }
  return tabs;
}

async function refuseIfProtected(
  context: Excel.RequestContext,
  plans: readonly AnyPlan[],
  found: FoundTabs,
): Promise<void> {
  const blocked = plans.find((plan) => found.owned.get(plan.key)?.name !== plan.tab);
  if (found.isStructureProtected && blocked) {
    throw new ExcelRefusal('protectedWorkbook', blocked.tab, 'WorkbookProtection.protected');
  }
  const protections = plans
    .flatMap((plan) => found.owned.get(plan.key) ?? [])
    .map(({ name, sheet }) => ({ name, protection: sheet.protection.load('protected') }));
  if (protections.length > 0) await context.sync();
  const locked = protections.find(({ protection }) => protection.protected);
  if (locked) throw new ExcelRefusal('protectedSheet', locked.name, 'WorksheetProtection.protected');
}

function namesFor(found: FoundTabs, language: Language): Readonly<Record<TabKey, string>> {
  const taken = new Set(found.sheetNames.map(folded));
  const names = TAB_KEYS.map((key): [TabKey, string] => {
    const current = found.owned.get(key)?.name;
    if (
      current !== undefined &&
      (found.isStructureProtected || !speaksAnotherLanguage(key, current, language))
    ) {
      return [key, current];
    }
    const name = freeName(defaultName(key, language), taken);
    taken.add(folded(name));
    return [key, name];
  });
  return Object.fromEntries(names) as Record<TabKey, string>;
}

/** Whether a name is our default in another language and not in this one: the user never touched it. */
function speaksAnotherLanguage(key: TabKey, name: string, language: Language): boolean {
  return (
    !isDefaultName(name, defaultName(key, language)) &&
    LANGUAGES.some((other) => isDefaultName(name, defaultName(key, other)))
  );
}

/** `ABCD` and `ABCD 2` are default names for `ABCD`. */
function isDefaultName(name: string, defaultText: string): boolean {
  return (
    name === defaultText ||
    (name.startsWith(`${defaultText} `) && /^\d+$/.test(name.slice(defaultText.length + 1)))
  );
}

function defaultName(key: TabKey, language: Language): string {
  return translator(language)(`tab.${key}`);
}
