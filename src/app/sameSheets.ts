import { groupSheets } from '../domain/sales/sheetGroups';
import { shapeOf } from '../domain/sales/shape';
import { understand } from '../domain/sales/understand';
import { DEFAULT_SETTINGS } from '../domain/settings';
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
 * quarters or years –, and stands behind the single sheets otherwise. Two round trips, however many sheets there are;
 * a look that fails costs nothing but the offer.
 */
export async function withSameSheets(sources: readonly Source[]): Promise<readonly Source[]> {
  const offered = await sameSheets(sources);
  const isDefault = offered.some(({ isActive }) => isActive);
  const single = sources.map((source) => (isDefault ? { ...source, isActive: false } : source));
  const all = [...single, ...offered];
  return [...all.filter(({ isActive }) => isActive), ...all.filter(({ isActive }) => !isActive)];
}

async function sameSheets(sources: readonly Source[]): Promise<readonly Source[]> {
  const filled = sources.filter(
    ({ kind, address, rows }) => kind === 'sheet' && address !== null && rows > 1,
  );
  if (filled.length < 2) return [];
  const heads = await readHeads(filled, rowsOfEach(filled.length));
  if (!heads.ok) return [];
  const shaped = filled.flatMap((source, index) => {
    const head = heads.value[index];
    const shape = head ? shapeOf(head) : null;
    return head && shape ? [{ source, head, name: source.name, ...shape }] : [];
  });
  const shown = sources.find(({ isActive }) => isActive)?.sheet;
  return groupSheets(shaped).flatMap(({ members, isSeries, alike }) => {
    const [first] = members.flatMap((index) => shaped[index] ?? []);
    if (!first || !understand(first.head, DEFAULT_SETTINGS).ok) return [];
    const sourcesAt = (indexes: readonly number[]) => indexes.flatMap((index) => shaped[index]?.source ?? []);
    const parts = sourcesAt(members);
    const leftOut = sourcesAt(alike).map(({ name }) => name);
    const isActive = isSeries && parts.some(({ sheet }) => sheet === shown);
    return [{ ...sheetsSource(parts), leftOut, isActive }];
  });
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
