import type { ClientTable } from './clientTable';

/** Decimals of a limit in money: exact for thresholds in whole per cent, coarse enough to swallow binary noise. */
export const LIMIT_DECIMALS = 5;

/** Widths of the gap, the limits (words, amount), a gap, and the rules (key, words). */
export const WORKING_WIDTHS = [3, 32, 16, 3, 24, 44];

/** First column of the working cells of the volume classes, right of the client table. */
export function workingLeft(table: ClientTable): number {
  return table.columns.length + 2;
}

/** The column before the working cells about potential, which stand right of those of the volume classes. */
export function afterWorking(table: ClientTable): number {
  return table.columns.length + WORKING_WIDTHS.length + 1;
}
