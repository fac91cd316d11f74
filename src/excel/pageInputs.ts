import type { CellValue } from '../domain/shared/grid';
import type { Result } from '../domain/shared/result';
import type { PageKey } from '../reports/plan';
import type { Frame } from './frame';
import { keptFrame } from './frame';
import { archiveKey, journalKey, maskedKey, maskIn, recordList } from './inputKeys';
import { findTabs } from './ownedTabs';
import type { PageNames } from './pageMask';
import { unmaskPage } from './pageMask';
import type { PageCells } from './pageWords';
import { completed, pageRecords, withFormulas } from './pageWords';
import { withExcel } from './run';
import type { ExcelTrouble, InputRecord } from './types';
import { WorkbookStore } from './workbookStore';

const frameKey = (tab: PageKey): string => `clientele.frame.${tab}`;

/** Queues words for a page that is about to be made: they stand on it as if they had been typed. */
export function seedPage(key: PageKey, records: readonly InputRecord[]): Promise<Result<void, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const store = await WorkbookStore.load(context);
    store.keep(journalKey(key), records);
    await context.sync();
  });
}

/**
 * What people wrote on a page, within a batch: its cells, or, where it does not stand or was not written to its end, what
 * was kept before it was last cleared; then what found no place on it. With them the cells as they stand.
 */
export async function loadPage(
  context: Excel.RequestContext,
  store: WorkbookStore,
  key: PageKey,
  sheet: Excel.Worksheet,
): Promise<{ readonly records: readonly InputRecord[]; readonly standing: PageCells }> {
  const range = queuePage(sheet, true);
  await context.sync();
  const standing = cellsOf(range);
  return { records: pageIn(store, key, standing), standing };
}

/** What people wrote on a page, and by which signs texts are hidden on it. */
export interface PageState {
  readonly records: readonly InputRecord[];
  readonly names: PageNames;
}

/** What people wrote on pages, whether their tabs stand or not; in as few round trips as answers of a safe size allow. */
export function readPages(
  keys: readonly PageKey[],
): Promise<Result<ReadonlyMap<PageKey, PageState>, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const found = new Map<PageKey, PageState>();
    if (keys.length === 0) return found;
    const { owned } = await findTabs(context);
    const store = await WorkbookStore.load(context);
    for (let start = 0; start < keys.length; start += PAGES_AT_ONCE) {
      const queued = keys.slice(start, start + PAGES_AT_ONCE).map((key) => {
        const tab = owned.get(key);
        return { key, cells: tab ? queuePage(tab.sheet, false) : null };
      });
      // One round trip per answer is the point: together they would pass the limit of an answer.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      for (const { key, cells } of queued) {
        const records = pageIn(store, key, cells ? cellsOf(cells) : NO_CELLS);
        found.set(key, { records, names: pageNamesIn(store, key) });
      }
    }
    return found;
  });
}

/** Pages in one answer: each weighs up to a hundred kilobytes. */
const PAGES_AT_ONCE = 20;
const NO_CELLS: PageCells = { values: [], formulas: [], formats: [] };

/** Columns that may hold what people type on a page, with room for some that they insert; signs and working cells follow. */
const PEOPLES_COLUMNS = 'A:P';

/** A page about to be read: values of all its cells; formats, and at least formulas, of those that people see. */
interface QueuedPage {
  readonly all: Excel.Range;
  readonly seen: Excel.Range;
  readonly hasAllFormulas: boolean;
}

function queuePage(sheet: Excel.Worksheet, hasAllFormulas: boolean): QueuedPage {
  const place = 'rowIndex,columnIndex,values';
  return {
    all: sheet.getUsedRangeOrNullObject(true).load(hasAllFormulas ? `${place},formulas` : place),
    seen: sheet
      .getRange(PEOPLES_COLUMNS)
      .getUsedRangeOrNullObject(true)
      .load(`rowIndex,columnIndex,numberFormat${hasAllFormulas ? '' : ',formulas'}`),
    hasAllFormulas,
  };
}

function cellsOf({ all, seen, hasAllFormulas }: QueuedPage): PageCells {
  if (all.isNullObject) return NO_CELLS;
  const values: readonly (readonly CellValue[])[] = all.values;
  if (seen.isNullObject) return { ...NO_CELLS, values };
  const placed = <T>(cells: readonly (readonly T[])[]): T[][] => {
    const rows = Array.from({ length: seen.rowIndex - all.rowIndex }, (): T[] => []);
    const before = seen.columnIndex - all.columnIndex;
    return [...rows, ...cells.map((row) => [...new Array<T>(before), ...row])];
  };
  const formulas: readonly (readonly CellValue[])[] = hasAllFormulas ? all.formulas : placed(seen.formulas);
  return { values, formulas, formats: placed(seen.numberFormat as string[][]) };
}

function pageIn(store: WorkbookStore, key: PageKey, cells: PageCells): readonly InputRecord[] {
  const { isWhole, records } = pageRecords(cells);
  const journal = recordList(store.get(journalKey(key)));
  const archive = recordList(store.get(archiveKey(key)));
  const unmasked = unmaskPage(records, pageNamesIn(store, key));
  const isMasked = store.get(maskedKey(key)) !== undefined;
  const real = isMasked ? withFormulas(unmasked, journal) : unmasked;
  return completed({ isWhole, records: real }, journal, archive);
}

/** By which signs texts are hidden on a page; empty where they are shown. */
export function pageNamesIn(store: WorkbookStore, key: PageKey): PageNames {
  return maskIn(store, key).names;
}

/** How a page was last written; null where that is not known. */
export function frameIn(store: WorkbookStore, key: PageKey): Frame | null {
  return keptFrame(store.get(frameKey(key)));
}

/** Queues the keeping of how a page is written now; null: it is about to change. */
export function keepFrame(store: WorkbookStore, key: PageKey, frame: Frame | null): void {
  if (frame) store.keep(frameKey(key), frame);
  else store.remove(frameKey(key));
}
