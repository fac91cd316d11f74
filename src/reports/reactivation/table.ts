import type { ClientRow } from '../../domain/analysis';
import type { ClientHealth } from '../../domain/health/types';
import { columnLetter } from '../../domain/shared/grid';
import { areaAddress, onSheet } from '../addresses';
import type { ReportContext } from '../context';
import type { Area } from '../plan';

/** Columns of the table on «Реактивация», in their order; those from `days` on are working columns beside the page. */
export const REACTIVATION_COLUMNS = [
  'number',
  'client',
  'status',
  'since',
  'rhythm',
  'last',
  'expected',
  'yearly',
  'risk',
  'class',
  'manager',
  'contactedOn',
  'result',
  'comment',
  'bought',
  'reason',
  'days',
  'own',
  'interval',
  'first',
  'second',
  'gap',
  'revenue',
  'key',
] as const;
export type ReactivationColumn = (typeof REACTIVATION_COLUMNS)[number];

/** The first column beside the page. */
export const FIRST_WORKING: ReactivationColumn = 'days';

/** Row of the table's heading: counts and money stand above it. */
export const HEADING_ROW = 15;
export const FIRST_ROW = HEADING_ROW + 1;

/** A client that ever bought: its position in `Analysis.clients`, its row there, and its health. */
export interface Buyer {
  readonly position: number;
  readonly client: ClientRow;
  readonly health: ClientHealth;
}

/** Clients that ever bought: those to win back first, by money; then the others, by revenue. */
export function buyersOf({ analysis }: Pick<ReportContext, 'analysis'>): readonly Buyer[] {
  const { clients, health } = analysis;
  if (!health) return [];
  const first = new Set(health.atRisk);
  const buyers: Buyer[] = [];
  const add = (position: number): void => {
    const client = clients[position];
    const own = health.clients[position];
    if (client && own && own.status !== null) buyers.push({ position, client, health: own });
  };
  health.atRisk.forEach(add);
  for (let position = 0; position < clients.length; position++) if (!first.has(position)) add(position);
  return buyers;
}

/** One-based column on the sheet. */
export function columnOf(column: ReactivationColumn): number {
  return REACTIVATION_COLUMNS.indexOf(column) + 1;
}

/** Letter of a column on the sheet. */
export function letterOf(column: ReactivationColumn): string {
  return columnLetter(columnOf(column));
}

/** The cells of a column under its heading, in a table of so many clients. */
export function columnArea(column: ReactivationColumn, clients: number): Area {
  return { row: FIRST_ROW, column: columnOf(column), rows: clients, columns: 1 };
}

/** The same as a reference on the tab itself: `$C$16:$C$400`. */
export function columnAddress(column: ReactivationColumn, clients: number): string {
  return areaAddress(columnArea(column, clients));
}

/** The same as a reference from another tab. */
export function columnElsewhere(
  { tabNames }: ReportContext,
  column: ReactivationColumn,
  clients: number,
): string {
  return onSheet(tabNames.reactivation, columnAddress(column, clients));
}
