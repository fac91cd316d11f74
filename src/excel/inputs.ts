import { keyBehind } from '../domain/disguise/roster';
import type { CellValue } from '../domain/shared/grid';
import type { Result } from '../domain/shared/result';
import { TAB_KEYS } from '../reports/plan';
import type { Area, OwnTabKey, PlanName, AnyPlan, TabKey } from '../reports/plan';
import {
  archiveKey,
  hiddenKey,
  journalKey,
  maskedKey,
  maskIn,
  namesKey,
  placesKey,
  recordList,
} from './inputKeys';
import { unmaskRecords } from './masks';
import type { KeptMask } from './masks';
import { isPageKey } from './ownedTabs';
import { mergeRecords } from './restoreInputs';
import { rosterIn } from './roster';
import { withExcel } from './run';
import type { ExcelTrouble, InputRecord } from './types';
import { WorkbookStore } from './workbookStore';

/** Where the inputs of a tab stand: by names, which Excel moves when rows or columns are inserted. */
interface InputPlace {
  readonly keyName: string;
  readonly fields: readonly { readonly field: string; readonly name: string }[];
}

/** Names that are ours alone; hidden from the name manager by the writer. */
const INPUT_NAME_PREFIX = 'clientele_input_';

/** What people typed on a tab, by the source's own keys and in their own words, whether the tab shows names or hides them. */
export interface TabInputs {
  /** Keys that stand on the tab now, answered or not. */
  readonly standing: ReadonlySet<string>;
  /** What was typed, by key: on the tab, and what is kept of keys that vanished from it. */
  readonly records: readonly InputRecord[];
}

/**
 * What people typed on our tabs, whatever their names, their language or inserted rows; empty where a tab has no inputs
 * or does not stand yet.
 */
export function readInputsOf<Tab extends TabKey>(
  tabs: readonly Tab[],
): Promise<Result<Readonly<Record<Tab, TabInputs>>, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const store = await WorkbookStore.load(context);
    const columns = await readNamed(
      context,
      tabs.flatMap((tab) => columnNames(store, tab)),
    );
    const found = tabs.map((tab) => [tab, inputsOn(store, tab, columns)] as const);
    return Object.fromEntries(found) as Record<Tab, TabInputs>;
  });
}

/** What was typed on a tab, within a batch: first the cells, then the journal of a failed run, then the archive. */
export async function loadInputs(
  context: Excel.RequestContext,
  store: WorkbookStore,
  tab: TabKey,
): Promise<readonly InputRecord[]> {
  return inputsOn(store, tab, await readNamed(context, columnNames(store, tab))).records;
}

/** A value for a cell of people's: where it stands by its key and field, and what it is to hold. */
export interface InputChange {
  readonly key: string;
  readonly field: string;
  readonly value: CellValue;
}

/**
 * Puts values into people's cells of a tab, whether it shows names or codes, over what stands there: only what a person
 * confirmed. Answers the keys that were found; the others stand nowhere.
 */
export function putInputs(
  tab: TabKey,
  changes: readonly InputChange[],
): Promise<Result<ReadonlySet<string>, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const store = await WorkbookStore.load(context);
    const found = new Set<string>();
    const roster = rosterIn(store);
    const isKeyIn = (cell: string, key: string): boolean =>
      cell === key || (roster !== null && keyBehind(roster, cell) === key);
    const places = placesOf(store.get(placesKey(tab)));
    const columns = await readNamed(context, columnNames(store, tab));
    for (const { keyName, fields } of places) {
      const keys = columns.get(keyName);
      for (const { key, field, value } of changes) {
        const row = keys?.values.findIndex((cell) => isKeyIn(String(cell), key)) ?? -1;
        const name = fields.find((each) => each.field === field)?.name;
        const column = columns.get(name ?? '');
        if (!keys || row < 0 || name === undefined || !column) continue;
        const offset = keys.firstRow + row - column.firstRow;
        context.workbook.names.getItem(name).getRange().getCell(offset, 0).values = [[value]];
        found.add(key);
      }
    }
    await context.sync();
    return found;
  });
}

/** The names of a tab's columns: of keys, and of what people type. */
function columnNames(store: WorkbookStore, tab: TabKey): readonly string[] {
  return placesOf(store.get(placesKey(tab))).flatMap(({ keyName, fields }) => [
    keyName,
    ...fields.map(({ name }) => name),
  ]);
}

function inputsOn(store: WorkbookStore, tab: TabKey, columns: ReadonlyMap<string, NamedColumn>): TabInputs {
  const places = placesOf(store.get(placesKey(tab)));
  const cells = places.flatMap(({ keyName, fields }) => {
    const keys = columns.get(keyName);
    const values = fields.map(({ field, name }) => ({ field, column: columns.get(name) }));
    return keys ? rowsOf(keys, values) : [];
  });
  const roster = rosterIn(store);
  const rows = roster ? unmaskRecords(cells, roster, maskIn(store, tab)) : cells;
  return {
    standing: new Set(rows.map(({ key }) => key)),
    records: mergeRecords([
      rows.filter(({ values }) => Object.keys(values).length > 0),
      recordList(store.get(journalKey(tab))),
      recordList(store.get(archiveKey(tab))),
    ]),
  };
}

/**
 * Queues a copy of everything typed, before the tab is cleared: if this run fails half-way, the next finds it there. With
 * it goes what the tab is about to hide; what an earlier run hid stays readable until the cells have changed.
 */
export function journalInputs(
  store: WorkbookStore,
  tab: OwnTabKey,
  records: readonly InputRecord[],
  mask: KeptMask | null,
): void {
  if (records.length > 0 || isPageKey(tab)) store.keep(journalKey(tab), records);
  if (mask && isPageKey(tab)) store.keep(namesKey(tab), mask.names);
  if (mask && mask.hidden.length > 0) store.keep(hiddenKey(tab), mask.hidden);
  if (!mask) store.remove(maskedKey(tab));
}

/** Tabs that hold no name, by what the workbook keeps: said only of a tab that was written without names to its end. */
export function maskedTabs(keys: Iterable<string>): ReadonlySet<TabKey> {
  const known = new Set(keys);
  return new Set(TAB_KEYS.filter((tab) => known.has(maskedKey(tab))));
}

/** Queues the end of a tab's rewriting: where its inputs stand now, what found no place archived, the journal away. */
export function keepInputs(
  store: WorkbookStore,
  plan: AnyPlan,
  left: readonly InputRecord[],
  mask: KeptMask | null,
): void {
  if (plan.inputs.length > 0)
    store.keep(
      placesKey(plan.key),
      plan.inputs.map((_, index) => placeOf(plan, index)),
    );
  else store.remove(placesKey(plan.key));
  if (left.length > 0) store.keep(archiveKey(plan.key), left);
  else store.remove(archiveKey(plan.key));
  if (!mask || mask.hidden.length === 0) store.remove(hiddenKey(plan.key));
  if (mask && Object.keys(mask.names).length > 0) store.keep(namesKey(plan.key), mask.names);
  else store.remove(namesKey(plan.key));
  if (mask) store.keep(maskedKey(plan.key), true);
  // Of a page it stays: if people delete the tab, its words can be given back to the next one.
  if (!isPageKey(plan.key)) store.remove(journalKey(plan.key));
}

/** The names that mark the inputs of a plan: one for the keys, one for each field. */
export function inputNames(plan: AnyPlan): PlanName[] {
  return plan.inputs.flatMap((inputs, index) => {
    const place = placeOf(plan, index);
    const column = (number: number): Area => ({ ...inputs.area, column: number, columns: 1 });
    return [
      { name: place.keyName, area: column(inputs.keyColumn) },
      ...place.fields.map(({ name }, field) => ({ name, area: column(inputs.area.column + field) })),
    ];
  });
}

/** Whether a name only marks inputs, so that people need not see it. */
export function isInputName(name: string): boolean {
  return name.startsWith(INPUT_NAME_PREFIX);
}

function placeOf(plan: AnyPlan, index: number): InputPlace {
  const prefix = `${INPUT_NAME_PREFIX}${plan.key}_${index + 1}`;
  const fields = plan.inputs[index]?.fields ?? [];
  return {
    keyName: `${prefix}_key`,
    fields: fields.map((field, number) => ({ field, name: `${prefix}_${number + 1}` })),
  };
}

/** A column of cells: its first row on the sheet (zero-based) and the values below it. */
interface NamedColumn {
  readonly firstRow: number;
  readonly values: CellValue[];
}

/** Cells in one answer: texts of a usual length then stay far below 4 MB (design.md, cost model). */
const CELLS_AT_ONCE = 80_000;

/** Rows of a named column that are read together. */
interface Portion {
  readonly name: string;
  readonly range: Excel.Range;
  readonly start: number;
  readonly rows: number;
}

/** The columns that names refer to now; those whose name or cells are gone are absent. */
async function readNamed(
  context: Excel.RequestContext,
  names: readonly string[],
): Promise<ReadonlyMap<string, NamedColumn>> {
  const columns = new Map<string, NamedColumn>();
  if (names.length === 0) return columns;
  const named = names.map((name) => ({
    name,
    range: context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load('rowIndex,rowCount'),
  }));
  await context.sync();
  const standing = named.filter(({ range }) => !range.isNullObject);
  for (const { name, range } of standing) columns.set(name, { firstRow: range.rowIndex, values: [] });
  for (const portions of answers(standing)) {
    const parts = portions.map(({ name, range, start, rows }) => ({
      name,
      part: range
        .getCell(start, 0)
        .getResizedRange(rows - 1, 0)
        .load('values'),
    }));
    // One round trip per answer is the point: together they would pass the limit of an answer.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const { name, part } of parts) {
      const cells: readonly (readonly CellValue[])[] = part.values;
      for (const row of cells) columns.get(name)?.values.push(row[0] ?? '');
    }
  }
  return columns;
}

/** Columns of all tabs cut into answers of a safe size, in their order. */
function answers(columns: readonly Pick<Portion, 'name' | 'range'>[]): readonly (readonly Portion[])[] {
  const all: Portion[][] = [];
  let room = 0;
  for (const { name, range } of columns) {
    for (let start = 0; start < range.rowCount;) {
      if (room === 0) {
        all.push([]);
        room = CELLS_AT_ONCE;
      }
      const rows = Math.min(room, range.rowCount - start);
      all.at(-1)?.push({ name, range, start, rows });
      start += rows;
      room -= rows;
    }
  }
  return all;
}

/** Rows with a key: matched by their place, so a column that was moved or deleted harms no other. */
function rowsOf(
  keys: NamedColumn,
  fields: readonly { readonly field: string; readonly column: NamedColumn | undefined }[],
): InputRecord[] {
  return keys.values.flatMap((cell, offset) => {
    const key = String(cell);
    if (key === '') return [];
    const values = fields.flatMap(({ field, column }): [string, CellValue][] => {
      const value = column?.values[keys.firstRow + offset - column.firstRow] ?? '';
      return value === '' ? [] : [[field, value]];
    });
    return [{ key, values: Object.fromEntries(values) }];
  });
}

function placesOf(stored: unknown): readonly InputPlace[] {
  return Array.isArray(stored) ? (stored as readonly InputPlace[]) : [];
}
