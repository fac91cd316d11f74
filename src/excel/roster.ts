import type { Roster } from '../domain/disguise/roster';
import { EMPTY_ROSTER } from '../domain/disguise/roster';
import type { Result } from '../domain/shared/result';
import { withExcel } from './run';
import type { ExcelTrouble } from './types';
import { WorkbookStore } from './workbookStore';

const ROSTER_KEY = 'clientele.disguise';

/** Who has been hidden in this workbook so far; nobody where names were never hidden. */
export function loadRoster(): Promise<Result<Roster, ExcelTrouble>> {
  return withExcel(null, async (context) => rosterIn(await WorkbookStore.load(context)) ?? EMPTY_ROSTER);
}

/** The roster a workbook keeps; null where names were never hidden. */
export function rosterIn(store: WorkbookStore): Roster | null {
  const kept = store.get(ROSTER_KEY);
  if (typeof kept !== 'object' || kept === null) return null;
  const { mark, keys, holdings, segments } = kept as Readonly<Record<string, unknown>>;
  if (typeof mark !== 'string' || !areTexts(keys) || !areTexts(holdings) || !areTexts(segments)) return null;
  return { mark, keys, holdings, segments };
}

/** Queues the keeping of a roster. It stays when names are shown again: cells of a run that failed may still hold codes. */
export function keepRoster(store: WorkbookStore, roster: Roster): void {
  store.keep(ROSTER_KEY, roster);
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
