import type { CellValue } from '../domain/shared/grid';
import type { Result } from '../domain/shared/result';
import type { Area, PlanName, SheetPlan, TabKey } from '../reports/plan';
import { mergeRecords } from './restoreInputs';
import { withExcel } from './run';
import type { ExcelTrouble, InputRecord } from './types';
import { WorkbookStore } from './workbookStore';

/** Where the inputs of a tab stand: by names, which Excel moves when rows or columns are inserted. */
interface InputPlace {
  readonly keyName: string;
  readonly fields: readonly { readonly field: string; readonly name: string }[];
}

/** What is kept about the inputs of a tab in the workbook. */
const placesKey = (tab: TabKey): string => `clientele.inputs.${tab}`;
const journalKey = (tab: TabKey): string => `clientele.journal.${tab}`;
const archiveKey = (tab: TabKey): string => `clientele.archive.${tab}`;

/** Names that are ours alone; hidden from the name manager by the writer. */
const INPUT_NAME_PREFIX = 'clientele_input_';

/**
 * What people typed on a tab, by key, whatever the tab's name, language or inserted rows; with what is kept of clients
 * that vanished. Empty if the tab has no inputs or does not stand yet.
 */
export function readInputs(tab: TabKey): Promise<Result<readonly InputRecord[], ExcelTrouble>> {
  return withExcel(null, async (context) => loadInputs(context, await WorkbookStore.load(context), tab));
}

/** The same within a batch, in one round trip: first the cells, then the journal of a failed run, then the archive. */
export async function loadInputs(
  context: Excel.RequestContext,
  store: WorkbookStore,
  tab: TabKey,
): Promise<readonly InputRecord[]> {
  const found = placesOf(store.get(placesKey(tab))).map((place) => ({
    keys: rangeNamed(context, place.keyName),
    fields: place.fields.map(({ field, name }) => ({ field, range: rangeNamed(context, name) })),
  }));
  if (found.length > 0) await context.sync();
  const onSheet = found.flatMap(({ keys, fields }) => recordsOf(keys, fields));
  return mergeRecords([
    onSheet,
    recordList(store.get(journalKey(tab))),
    recordList(store.get(archiveKey(tab))),
  ]);
}

/** Queues a copy of everything typed, before the tab is cleared: if this run fails half-way, the next finds it there. */
export function journalInputs(store: WorkbookStore, tab: TabKey, records: readonly InputRecord[]): void {
  if (records.length > 0) store.keep(journalKey(tab), records);
}

/** Queues the end of a tab's rewriting: where its inputs stand now, what found no place archived, the journal away. */
export function keepInputs(store: WorkbookStore, plan: SheetPlan, left: readonly InputRecord[]): void {
  if (plan.inputs.length > 0)
    store.keep(
      placesKey(plan.key),
      plan.inputs.map((_, index) => placeOf(plan, index)),
    );
  else store.remove(placesKey(plan.key));
  if (left.length > 0) store.keep(archiveKey(plan.key), left);
  else store.remove(archiveKey(plan.key));
  store.remove(journalKey(plan.key));
}

/** The names that mark the inputs of a plan: one for the keys, one for each field. */
export function inputNames(plan: SheetPlan): PlanName[] {
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

function placeOf(plan: SheetPlan, index: number): InputPlace {
  const prefix = `${INPUT_NAME_PREFIX}${plan.key}_${index + 1}`;
  const fields = plan.inputs[index]?.fields ?? [];
  return {
    keyName: `${prefix}_key`,
    fields: fields.map((field, number) => ({ field, name: `${prefix}_${number + 1}` })),
  };
}

/** The range a name refers to now; a null object if the name or its cells are gone. */
function rangeNamed(context: Excel.RequestContext, name: string): Excel.Range {
  return context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject().load('values,rowIndex');
}

/** Records from the sheet: rows are matched by their place, so a column that was moved or deleted harms no other. */
function recordsOf(
  keys: Excel.Range,
  fields: readonly { readonly field: string; readonly range: Excel.Range }[],
): InputRecord[] {
  if (keys.isNullObject) return [];
  const cells: readonly (readonly CellValue[])[] = keys.values;
  return cells.flatMap((row, offset) => {
    const key = String(row[0] ?? '');
    if (key === '') return [];
    const values = fields.flatMap(({ field, range }): [string, CellValue][] => {
      if (range.isNullObject) return [];
      const value: CellValue = range.values[keys.rowIndex + offset - range.rowIndex]?.[0] ?? '';
      return value === '' ? [] : [[field, value]];
    });
    return values.length > 0 ? [{ key, values: Object.fromEntries(values) }] : [];
  });
}

function placesOf(stored: unknown): readonly InputPlace[] {
  return Array.isArray(stored) ? (stored as readonly InputPlace[]) : [];
}

function recordList(stored: unknown): readonly InputRecord[] {
  return Array.isArray(stored) ? (stored as readonly InputRecord[]) : [];
}
