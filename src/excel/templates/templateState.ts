import type { PlaceholderList } from '../../domain/dossiers/placeholders';
import { isRecord } from '../../domain/parseSettings';
import type { CellValue } from '../../domain/shared/grid';
import { PAGE_NAME_PREFIX } from '../../reports/pages';
import type { PageKey } from '../../reports/plan';
import type { WorkbookStore } from '../workbookStore';

/**
 * What the workbook keeps of a dossier on an own template: its patterns, and what we wrote where. It is kept before cells
 * change, with what stands in them and what is about to: whichever of the two is found later, it is ours; anything else a
 * person typed.
 */
export interface TemplateState {
  readonly cells: readonly KeptCell[];
  readonly lists: readonly KeptList[];
  readonly charts: readonly KeptChart[];
}

/** A cell that stands for one thing; found again by the name of its id. */
export interface KeptCell {
  readonly id: number;
  readonly pattern: string;
  readonly written: readonly CellValue[];
}

/** Rows that repeat for the items of a list. A column's name covers its cells and one more below them. */
export interface KeptList {
  readonly list: PlaceholderList;
  readonly columns: readonly { readonly id: number; readonly pattern: string }[];
  readonly rows: readonly KeptRow[];
}

export interface KeptRow {
  /** Its item; null for a row that waits for one. */
  readonly key: string | null;
  /** What else stands in its row as we left it: tells whether people wrote beside it. */
  readonly beside: string;
  /** Values of its columns: what we last wrote, and what we were about to. */
  readonly written: readonly (readonly CellValue[])[];
}

/** A chart: the cell it stands at, and the cells it draws. */
export interface KeptChart {
  readonly id: number;
  readonly pattern: string;
  readonly written: readonly CellValue[];
  /** Id of the cells it draws: a row of months and one of amounts. */
  readonly data: number;
  /** It was made: where it is gone, people took it away. */
  readonly isMade: boolean;
  /** Months that it draws. */
  readonly points: number;
}

const NO_STATE: TemplateState = { cells: [], lists: [], charts: [] };

/** Months that a chart has room for: all that are known (24 at most). */
export const CHART_POINTS = 24;

const stateKey = (key: PageKey): string => `clientele.template.${key}`;

/** What is kept of a dossier; nothing where it was never filled, or settings were damaged. */
export function templateState(store: WorkbookStore, key: PageKey): TemplateState {
  const kept = store.get(stateKey(key));
  if (!isRecord(kept)) return NO_STATE;
  const { cells, lists, charts } = kept;
  const isWhole = Array.isArray(cells) && Array.isArray(lists) && Array.isArray(charts);
  return isWhole ? (kept as unknown as TemplateState) : NO_STATE;
}

/** Queues what is kept of a dossier. */
export function keepTemplateState(store: WorkbookStore, key: PageKey, state: TemplateState): void {
  store.keep(stateKey(key), state);
}

/** Queues forgetting what was kept of a dossier whose tab is gone. */
export function dropTemplateState(store: WorkbookStore, key: PageKey): void {
  store.remove(stateKey(key));
}

/** The workbook name of a cell of a template: `clientele_page_dossier1_t5`. */
export function cellName(key: PageKey, id: number): string {
  return `${namePrefix(key)}${id}`;
}

/** The first id that no name of the workbook bears. */
export function freeId(key: PageKey, names: readonly string[]): number {
  const prefix = namePrefix(key);
  const ids = names.flatMap((name) => {
    const id = name.toLowerCase().startsWith(prefix.toLowerCase()) ? Number(name.slice(prefix.length)) : NaN;
    return Number.isInteger(id) ? [id] : [];
  });
  return Math.max(0, ...ids) + 1;
}

function namePrefix(key: PageKey): string {
  return `${PAGE_NAME_PREFIX}${key}_t`;
}
