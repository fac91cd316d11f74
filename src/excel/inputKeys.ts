import type { OwnTabKey } from '../reports/plan';
import type { HiddenRecord, KeptMask } from './masks';
import type { InputRecord } from './types';
import type { WorkbookStore } from './workbookStore';

/** The names of a tab's input columns. */
export const placesKey = (tab: OwnTabKey): string => `clientele.inputs.${tab}`;
/** What was typed on a tab, as it stood before the tab was last rewritten. */
export const journalKey = (tab: OwnTabKey): string => `clientele.journal.${tab}`;
/** What was typed and has no place on the tab now. */
export const archiveKey = (tab: OwnTabKey): string => `clientele.archive.${tab}`;
/** Texts that a tab hides, by the keys of their rows. */
export const hiddenKey = (tab: OwnTabKey): string => `clientele.hidden.${tab}`;
/** Says that a tab was written without names to its end. */
export const maskedKey = (tab: OwnTabKey): string => `clientele.masked.${tab}`;
/** Names and texts behind what a tab shows instead. */
export const namesKey = (tab: OwnTabKey): string => `clientele.names.${tab}`;

/** What is hidden on a tab, and by which signs. */
export function maskIn(store: WorkbookStore, tab: OwnTabKey): KeptMask {
  const [hidden, names] = [store.get(hiddenKey(tab)), store.get(namesKey(tab))];
  return {
    hidden: Array.isArray(hidden) ? (hidden as readonly HiddenRecord[]) : [],
    names: typeof names === 'object' && names !== null ? (names as KeptMask['names']) : {},
  };
}

/** Records that were kept; none where they are missing or damaged. */
export function recordList(stored: unknown): readonly InputRecord[] {
  return Array.isArray(stored) ? (stored as readonly InputRecord[]) : [];
}
