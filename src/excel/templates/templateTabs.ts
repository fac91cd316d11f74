import { fail, ok } from '../../domain/shared/result';
import type { Result } from '../../domain/shared/result';
import type { PageKey } from '../../reports/plan';
import type { TemplateFill } from '../../reports/template/templateFill';
import { ExcelRefusal } from '../errors';
import { findTabs, ID_PROPERTY, isPageKey, TAB_PROPERTY } from '../ownedTabs';
import { quietly } from '../quietly';
import { withExcel } from '../run';
import type { Cancelled, ExcelTrouble, ProgressHooks, WriteNote, WrittenTab } from '../types';
import { WorkbookStore } from '../workbookStore';
import type { WrittenPages } from '../write';
import { ids } from './adopt';
import { fillTemplate } from './fillTemplate';
import { cellName, dropTemplateState, templateState } from './templateState';

/** Dossiers on own templates that were put out of sight with the names: only these are brought back. */
const HIDDEN_KEY = 'clientele.templates.hidden';

/** The name of the user's workbook. */
export function workbookName(): Promise<Result<string, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const workbook = context.workbook.load('name');
    await context.sync();
    return workbook.name;
  });
}

/**
 * Makes dossiers on own templates, each a copy of a sheet (by its id), filled; those that stand are renewed. One that a failed run left half-made is finished.
 * Stopping keeps those that are made.
 */
export async function makeTemplateTabs(
  dossiers: readonly { readonly fill: TemplateFill; readonly sheet: string }[],
  hooks: ProgressHooks,
): Promise<WrittenPages> {
  return quietly(async () => {
    const written: WrittenTab[] = [];
    for (const { fill, sheet } of dossiers) {
      if (hooks.signal.aborted) return { written, stopped: { code: 'cancelled' } };
      const tab = await withExcel(fill.tab, (context) => makeTab(context, sheet, fill));
      if (!tab.ok) return { written, stopped: tab.error };
      written.push(tab.value);
      hooks.onProgress(written.length / dossiers.length);
    }
    return { written, stopped: null };
  });
}

/** Renews the cells of dossiers on own templates; those whose tabs are gone are left out. */
export async function renewTemplateTabs(
  fills: readonly TemplateFill[],
  hooks: ProgressHooks,
): Promise<Result<readonly WrittenTab[], ExcelTrouble | Cancelled>> {
  if (fills.length === 0) return ok([]);
  return quietly(async () => {
    const found = await withExcel(null, async (context) => {
      const { owned } = await findTabs(context);
      return new Map(fills.flatMap(({ key }) => owned.get(key) ?? []).map(({ key, id }) => [key, id]));
    });
    if (!found.ok) return found;
    const written: WrittenTab[] = [];
    for (const fill of fills) {
      if (hooks.signal.aborted) return fail({ code: 'cancelled' });
      const id = found.value.get(fill.key);
      if (id === undefined) continue;
      const tab = await withExcel(fill.tab, (context) =>
        renewTab(context, context.workbook.worksheets.getItem(id), fill, false),
      );
      if (!tab.ok) return tab;
      written.push(tab.value);
      hooks.onProgress(written.length / fills.length);
    }
    return ok(written);
  });
}

/**
 * Gives tabs of own templates their names, and puts them out of sight or back: nobody knows what people wrote on them,
 * so while names are hidden they are too.
 */
export function placeTemplateTabs(
  names: ReadonlyMap<PageKey, string>,
  isHidden: boolean,
): Promise<Result<void, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const { owned } = await findTabs(context);
    const store = await WorkbookStore.load(context);
    const hidden = new Set(hiddenKeys(store));
    const tabs = [...names].flatMap(([key, name]) => {
      const tab = owned.get(key);
      return tab ? [{ key, name, tab, sheet: tab.sheet.load('visibility') }] : [];
    });
    await context.sync();
    for (const { key, sheet } of tabs) {
      if (isHidden && sheet.visibility === 'Visible') hidden.add(key);
    }
    // Kept before anything is hidden: a failure must not leave a tab that nobody brings back.
    if (hidden.size > 0) store.keep(HIDDEN_KEY, [...hidden]);
    for (const { key, name, tab, sheet } of tabs) {
      if (tab.name !== name) sheet.name = name;
      if (hidden.has(key)) sheet.visibility = isHidden ? 'Hidden' : 'Visible';
    }
    await context.sync();
    if (isHidden || hidden.size === 0) return;
    store.remove(HIDDEN_KEY);
    await context.sync();
  });
}

function hiddenKeys(store: WorkbookStore): readonly PageKey[] {
  const kept = store.get(HIDDEN_KEY);
  return Array.isArray(kept) ? kept.filter((key): key is PageKey => isPageKey(String(key))) : [];
}

async function makeTab(
  context: Excel.RequestContext,
  templateId: string,
  fill: TemplateFill,
): Promise<WrittenTab> {
  const standing = (await findTabs(context)).owned.get(fill.key);
  if (standing) {
    standing.sheet.name = fill.tab;
    return renewTab(context, standing.sheet, fill, true);
  }
  const store = await WorkbookStore.load(context);
  // A tab of that number that people deleted left names behind.
  for (const id of ids(templateState(store, fill.key)))
    context.workbook.names.getItemOrNullObject(cellName(fill.key, id)).delete();
  dropTemplateState(store, fill.key);
  const copy = context.workbook.worksheets.getItem(templateId).copy('End').load('id');
  // The mark travels with the sheet's birth, so that a failure later cannot leave a stray tab.
  copy.customProperties.add(TAB_PROPERTY, fill.key);
  await context.sync();
  copy.customProperties.add(ID_PROPERTY, copy.id);
  copy.name = fill.tab;
  return renewTab(context, copy, fill, true);
}

async function renewTab(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  fill: TemplateFill,
  isNew: boolean,
): Promise<WrittenTab> {
  const protection = sheet.protection.load('protected');
  const store = await WorkbookStore.load(context);
  if (protection.protected)
    throw new ExcelRefusal('protectedSheet', fill.tab, 'WorksheetProtection.protected');
  const { charts, refused } = await fillTemplate(context, store, sheet, fill);
  const notes = refused.map((name): WriteNote => ({ kind: 'chartRefused', name }));
  return { key: fill.key, name: fill.tab, rows: 0, formulas: 0, charts, isNew, notes };
}
