import { onSheet } from '../addresses';
import type { ClientColumn } from '../clientTable';
import { clientTable, columnAddress } from '../clientTable';
import type { ReportContext } from '../context';

/** number, client or measure, value, share, flag, revenue without, next client, its share, its flag */
export const WIDTHS = [5, 38, 15, 11, 25, 16, 32, 11, 25];
/** Width of the columns between the page and its working cells. */
const GAP = 3;
/** Working cells of the Pareto chart. */
const PARETO_WIDTHS = [10, 36, 15, 12];
/** Working cells of the loss test: client, revenue, lost, left so far; key or amount of the row beside. */
const LOSS_WIDTHS = [36, 15, 8, 10, 14];

/** Widths of the page and of the working cells right of it. */
export const ALL_WIDTHS = [...WIDTHS, GAP, ...PARETO_WIDTHS, GAP, ...LOSS_WIDTHS];
/** First columns of the working cells. */
export const PARETO_CELLS = WIDTHS.length + 2;
export const LOSS_CELLS = PARETO_CELLS + PARETO_WIDTHS.length + 1;

/** What an empty measure reads: a Gini of one client, anything without revenue. */
export const NOTHING = '—';
/** HHI counts in points of 1/10,000. */
export const HHI_POINTS = 10_000;

/** References to the columns of the client table on «ABCD». */
export type ClientSheet = (column: ClientColumn) => string;

/** How the tab refers to the client table. */
export function clientSheet({ analysis, tabNames }: ReportContext): ClientSheet {
  const table = clientTable(analysis);
  return (column) => onSheet(tabNames.abcd, columnAddress(table, column));
}
