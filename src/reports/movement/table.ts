import type { ClientRow } from '../../domain/analysis';
import type { Before } from '../../domain/segments/movement';
import { columnLetter } from '../../domain/shared/grid';
import { areaAddress } from '../addresses';
import type { ReportContext } from '../context';
import type { Area } from '../plan';

/** Columns of the table on «Движение», in their order; from `moneyNow` on they are working columns. */
export const MOVEMENT_COLUMNS = [
  'number',
  'client',
  'revenue',
  'previous',
  'delta',
  'classBefore',
  'classNow',
  'direction',
  'ordersBefore',
  'orders',
  'reason',
  'moneyNow',
  'moneyBefore',
  'numbers',
  'key',
] as const;
export type MovementColumn = (typeof MOVEMENT_COLUMNS)[number];

/** Row of the table's heading: the matrix and the chart stand above it. */
export const MOVEMENT_HEADING_ROW = 14;

/** One client in both periods. */
export interface MovementRow {
  readonly client: ClientRow;
  readonly before: Before;
}

/** All clients: those that changed class first, by the change in revenue, then the others alike. */
export function movementRows({ analysis }: ReportContext): readonly MovementRow[] {
  const { segments, clients } = analysis;
  const { movement, before } = segments;
  if (!movement || !before) return [];
  const moved = new Set(movement.moves.map(({ client }) => client));
  const rowAt = (position: number): readonly MovementRow[] => {
    const [client, past] = [clients[position], before.clients[position]];
    return client && past ? [{ client, before: past }] : [];
  };
  const size = ({ client, before: past }: MovementRow) => Math.abs(client.revenue - past.revenue);
  const others = clients
    .flatMap((_, position) => (moved.has(position) ? [] : rowAt(position)))
    .sort((a, b) => size(b) - size(a));
  return [...movement.moves.flatMap(({ client }) => rowAt(client)), ...others];
}

/** One-based column on the sheet. */
export function movementColumn(column: MovementColumn): number {
  return MOVEMENT_COLUMNS.indexOf(column) + 1;
}

/** A cell of the table, `$F15`, by the number of its row or a mark for it. */
export function movementCell(column: MovementColumn, row: number | string): string {
  return `$${columnLetter(movementColumn(column))}${row}`;
}

/** The cells of a column under its heading, for so many rows. */
export function movementArea(column: MovementColumn, rows: number): Area {
  return { row: MOVEMENT_HEADING_ROW + 1, column: movementColumn(column), rows, columns: 1 };
}

/** The same as a reference on the tab itself. */
export function movementAddress(column: MovementColumn, rows: number): string {
  return areaAddress(movementArea(column, rows));
}
