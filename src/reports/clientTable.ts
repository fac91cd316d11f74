import type { Analysis } from '../domain/analysis';
import { columnLetter } from '../domain/shared/grid';
import { areaAddress } from './addresses';
import type { Area } from './plan';

/**
 * Columns of the client table on «ABCD», in their order. Up to the reason they print; then come people's cells and what
 * is worth a look on the screen; the last ones, from `moneyBefore` on, are working columns.
 */
const CLIENT_COLUMNS = [
  'number',
  'client',
  'revenue',
  'share',
  'before',
  'class',
  'final',
  'potential',
  'budgetShare',
  'headroom',
  'flag',
  'change',
  'manager',
  'reason',
  'override',
  'comment',
  'holding',
  'strategy',
  'action',
  'previous',
  'orders',
  'averageOrder',
  'last',
  'days',
  'xyz',
  'rfm',
  'moneyBefore',
  'moneyWith',
  'key',
  'cv',
  'months',
  'rfm3',
  'rfm5',
] as const;
export type ClientColumn = (typeof CLIENT_COLUMNS)[number];

/** Row of the table's heading: the class summary and the chart stand above it. */
const HEADING_ROW = 14;

/** Where the client table stands: every formula that refers to it asks here. */
export interface ClientTable {
  readonly columns: readonly ClientColumn[];
  readonly headingRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The table for an analysis: columns that the source cannot fill are left out. */
export function clientTable(analysis: Analysis): ClientTable {
  return {
    columns: CLIENT_COLUMNS.filter((column) => isKnown(column, analysis)),
    headingRow: HEADING_ROW,
    firstRow: HEADING_ROW + 1,
    lastRow: HEADING_ROW + Math.max(1, analysis.clients.length),
  };
}

/** One-based column on the sheet. */
export function columnNumber(table: ClientTable, column: ClientColumn): number {
  return table.columns.indexOf(column) + 1;
}

/** Letter of a column on the sheet. */
export function letterOf(table: ClientTable, column: ClientColumn): string {
  return columnLetter(columnNumber(table, column));
}

/** The cells of a column under its heading. */
export function columnArea(table: ClientTable, column: ClientColumn): Area {
  const { firstRow, lastRow } = table;
  return { row: firstRow, column: columnNumber(table, column), rows: lastRow - firstRow + 1, columns: 1 };
}

/** The cells of a column under its heading, as a reference on the tab itself: `$C$15:$C$411`. */
export function columnAddress(table: ClientTable, column: ClientColumn): string {
  return areaAddress(columnArea(table, column));
}

function isKnown(column: ClientColumn, { clients, period, segments }: Analysis): boolean {
  switch (column) {
    case 'previous':
    case 'change':
      return period !== null && period.previous !== null;
    case 'orders':
    case 'averageOrder':
      return clients.some(({ orders }) => orders !== null);
    case 'last':
    case 'days':
      return clients.some(({ last }) => last !== null);
    case 'xyz':
    case 'cv':
    case 'months':
      return segments.clients.some(({ regularity }) => regularity !== null);
    case 'rfm':
    case 'rfm3':
    case 'rfm5':
      return segments.rfmClients > 0;
    case 'manager':
      return clients.some(({ manager }) => manager !== null);
    default:
      return true;
  }
}
