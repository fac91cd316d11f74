import { listLikeness } from '../domain/lists/likeness';
import { groupSheets } from '../domain/sales/sheetGroups';
import { shapeOf } from '../domain/sales/shape';
import type { SheetShape } from '../domain/sales/shape';
import { understand } from '../domain/sales/understand';
import { DEFAULT_SETTINGS } from '../domain/settings';
import type { Grid } from '../domain/shared/grid';
import { readHeads } from '../excel/read';
import type { Source } from './types';

/** Rows read of all candidates together, so that the look stays one answer far below 4 MB, and of each at most. */
const ROWS_OF_ALL = 3_000;
const ROWS_OF_EACH = 60;

/** First rows read of each of so many sheets. */
export function rowsOfEach(sheets: number): number {
  return Math.max(1, Math.min(ROWS_OF_EACH, Math.floor(ROWS_OF_ALL / sheets)));
}

/**
 * The sources, the one the user looks at first, and among them the sheets of one shape as one more: `Январь … Декабрь`.
 * It is the default where the user looks at a sheet of a series – at least three sheets of one shape named by months,
 * quarters or years –, and stands behind the single sheets otherwise. Sheets that look like side lists (deals,
 * potentials) stand last, and never are the default while another sheet can be read as sales. Two round trips, however
 * many sheets there are; a look that fails costs nothing but the offer.
 */
export async function withSameSheets(sources: readonly Source[]): Promise<readonly Source[]> {
  const shaped = await shapesOf(sources);
  const offered = sameSheets(sources, shaped);
  const { lists, sales } = sideLists(shaped);
  const isOffered = offered.some(({ isActive }) => isActive);
  const isOnList = sources.some(({ isActive, sheet }) => isActive && lists.has(sheet));
  const single = sources.map((source) => {
    if (isOffered) return { ...source, isActive: false };
    return isOnList ? { ...source, isActive: source === sales } : source;
  });
  const all = [...single.filter(({ sheet }) => !lists.has(sheet)), ...offered];
  return [
    ...all.filter(({ isActive }) => isActive),
    ...all.filter(({ isActive }) => !isActive),
    ...single.filter(({ sheet }) => lists.has(sheet)),
  ];
}

/** A sheet with its first rows and their shape. */
interface ShapedSheet extends SheetShape {
  readonly source: Source;
  readonly head: Grid;
  readonly name: string;
}

async function shapesOf(sources: readonly Source[]): Promise<readonly ShapedSheet[]> {
  const filled = sources.filter(
    ({ kind, address, rows }) => kind === 'sheet' && address !== null && rows > 1,
  );
  if (filled.length < 2) return [];
  const heads = await readHeads(filled, rowsOfEach(filled.length));
  if (!heads.ok) return [];
  return filled.flatMap((source, index) => {
    const head = heads.value[index];
    const shape = head ? shapeOf(head) : null;
    return head && shape ? [{ source, head, name: source.name, ...shape }] : [];
  });
}

/** Names of sheets that look like side lists, and the first sheet that can be read as sales; no lists without such a sheet. */
function sideLists(shaped: readonly ShapedSheet[]): {
  readonly lists: ReadonlySet<string>;
  readonly sales: Source | null;
} {
  const lists = shaped.filter(({ head }) => listLikeness(head) !== null);
  const sales =
    lists.length === 0 ? undefined : shaped.find((sheet) => !lists.includes(sheet) && isReadable(sheet));
  return { lists: new Set(sales ? lists.map(({ name }) => name) : []), sales: sales?.source ?? null };
}

function sameSheets(sources: readonly Source[], shaped: readonly ShapedSheet[]): readonly Source[] {
  const shown = sources.find(({ isActive }) => isActive)?.sheet;
  return groupSheets(shaped).flatMap(({ members, isSeries, alike }) => {
    const [first] = members.flatMap((index) => shaped[index] ?? []);
    if (!first || !isReadable(first)) return [];
    const sourcesAt = (indexes: readonly number[]) => indexes.flatMap((index) => shaped[index]?.source ?? []);
    const parts = sourcesAt(members);
    const leftOut = sourcesAt(alike).map(({ name }) => name);
    const isActive = isSeries && parts.some(({ sheet }) => sheet === shown);
    return [{ ...sheetsSource(parts), leftOut, isActive }];
  });
}

function isReadable({ head }: ShapedSheet): boolean {
  return understand(head, DEFAULT_SETTINGS).ok;
}

/** Several sheets as one source. */
export function sheetsSource(parts: readonly Source[]): Source {
  const names = parts.map(({ name }) => name);
  const name = [...new Set([names[0] ?? '', names.at(-1) ?? ''])].join(' … ');
  return {
    kind: 'sheets',
    id: parts[0]?.id ?? '',
    name,
    sheet: name,
    address: parts.map(({ address }) => address ?? '').join(','),
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    columns: Math.max(...parts.map(({ columns }) => columns)),
    isActive: false,
    parts,
  };
}
