import { readLedger } from '../../../src/domain/sales/ledger';
import type { ColumnMapping, Reading, ReadingError, Understanding } from '../../../src/domain/sales/types';
import { understand } from '../../../src/domain/sales/understand';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import type { Settings } from '../../../src/domain/settings';
import type { ExcelSerial } from '../../../src/domain/shared/dates';
import { gridOf } from '../../../src/domain/shared/grid';
import type { CellValue, Grid } from '../../../src/domain/shared/grid';
import { moneyToNumber } from '../../../src/domain/shared/money';
import type { Money } from '../../../src/domain/shared/money';
import type { Result } from '../../../src/domain/shared/result';
import { complete } from '../../../src/domain/shared/steps';

export type Rows = readonly (readonly CellValue[])[];

interface Options {
  readonly settings?: Partial<Settings>;
  readonly mapping?: ColumnMapping;
  readonly asOf?: ExcelSerial | null;
}

/** Rows sampled to understand a sheet, as the product does. */
const HEAD_ROWS = 200;

/** A sheet as text: one line a row, cells parted by `|`; numbers are numbers unless they stand in quotes. */
export function sheet(text: string): Rows {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cellFrom(cell.trim())));
}

function cellFrom(text: string): CellValue {
  if (/^'.*'$/.test(text)) return text.slice(1, -1);
  return text !== '' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

export function settingsWith(changes: Partial<Settings> = {}): Settings {
  return { ...DEFAULT_SETTINGS, ...changes };
}

export function understandRows(
  rows: Rows | Grid,
  settings: Settings = DEFAULT_SETTINGS,
  mapping: ColumnMapping = {},
): Result<Understanding, ReadingError> {
  const grid = 'value' in rows ? rows : gridOf(rows);
  return understand(headOf(grid), settings, mapping);
}

/** What a good sheet is understood as; a sheet that is not understood fails the test with its error. */
export function understood(rows: Rows | Grid, settings?: Settings, mapping?: ColumnMapping): Understanding {
  return valueOf(understandRows(rows, settings, mapping));
}

/** Understands and reads in one go. */
export function tryReading(rows: Rows | Grid, options: Options = {}): Result<Reading, ReadingError> {
  const grid = 'value' in rows ? rows : gridOf(rows);
  const settings = settingsWith(options.settings);
  const understanding = understandRows(grid, settings, options.mapping);
  if (!understanding.ok) return understanding;
  return complete(readLedger(grid, understanding.value, settings, options.asOf ?? null));
}

export function readingOf(rows: Rows | Grid, options: Options = {}): Reading {
  return valueOf(tryReading(rows, options));
}

/** Net amount per client name, in currency units. */
export function sumsOf({ ledger }: Reading): Record<string, number> {
  return Object.fromEntries(
    [...unitsPerClient(ledger)].map(([client, sum]) => [
      ledger.clients[client]?.name ?? '?',
      moneyToNumber(sum as Money),
    ]),
  );
}

/** Net amount per client key, in exact units. */
export function unitsByKey({ ledger }: Reading): Record<string, number> {
  return Object.fromEntries(
    [...unitsPerClient(ledger)].map(([client, sum]) => [ledger.clients[client]?.key ?? '?', sum]),
  );
}

/** Rows skipped, by reason. */
export function skipsOf({ account }: Reading): Record<string, number> {
  return Object.fromEntries(account.skipped.map(({ reason, rows }) => [reason, rows]));
}

/** Headings by role. */
export function rolesOf({ columns }: Understanding): Record<string, string> {
  return Object.fromEntries(columns.flatMap(({ role, header }) => (role === null ? [] : [[role, header]])));
}

export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

function unitsPerClient(ledger: Reading['ledger']): Map<number, number> {
  const sums = new Map<number, number>();
  for (let row = 0; row < ledger.rowCount; row++) {
    const client = ledger.client[row] ?? -1;
    sums.set(client, (sums.get(client) ?? 0) + (ledger.amount[row] ?? NaN));
  }
  return sums;
}

function headOf(grid: Grid): Grid {
  return { ...grid, rowCount: Math.min(grid.rowCount, HEAD_ROWS) };
}
