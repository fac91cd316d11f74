import { codesOf, isNamedByCode, lookupPlaces, namesAt } from '../domain/sales/lookup';
import type { ClientKey, Reading, Understanding } from '../domain/sales/types';
import { columnOf } from '../domain/shared/grid';
import { readColumns, readHeads } from '../excel/read';
import { checkCancelled, drive } from './drive';
import { rowsOfEach } from './sameSheets';
import type { Hooks, Source } from './types';

/** Names of clients that another sheet of the workbook tells by their codes. */
export interface FoundNames {
  readonly sheet: string;
  readonly names: ReadonlyMap<ClientKey, string>;
}

/** Sheets read in full at most; bounds the round trips. */
const MOST_SHEETS = 2;

/**
 * Looks for the names of clients where the sales only have their codes, among the other sheets of the workbook; null
 * where names are not missing or not found. A constant number of round trips: the first rows of all sheets, and at most
 * two of them in full. A look that Excel refuses costs nothing but the names.
 */
export async function lookUpNames(
  source: Source,
  sources: readonly Source[],
  understanding: Understanding,
  reading: Reading,
  hooks: Hooks,
): Promise<FoundNames | null> {
  if (!isNamedByCode(understanding)) return null;
  const own = new Set([source, ...(source.parts ?? [])].map(({ sheet }) => sheet));
  const others = sources.filter(({ kind, sheet, rows }) => kind === 'sheet' && rows > 1 && !own.has(sheet));
  if (others.length === 0) return null;
  const heads = await readHeads(others, rowsOfEach(others.length));
  if (!heads.ok) return null;
  checkCancelled(hooks.signal);

  const codes = codesOf(reading);
  for (const found of lookupPlaces(heads.value, codes).slice(0, MOST_SHEETS)) {
    const sheet = others[found.sheet];
    // Heads read together count columns from a common first one, a sheet read alone from its own.
    const indent = columnOf(sheet?.address ?? '') - (heads.value[found.sheet]?.firstColumn ?? 0);
    if (!sheet) continue;
    const place = { ...found, code: found.code - indent, name: found.name - indent };
    const grid = await readColumns(sheet, [place.code, place.name], {
      signal: hooks.signal,
      onProgress: (fraction) => hooks.onProgress('understand', fraction),
    });
    checkCancelled(hooks.signal);
    const names = grid.ok ? await drive(namesAt(grid.value, place, codes), 'understand', hooks) : null;
    if (names) return { sheet: sheet.name, names };
  }
  return null;
}
