import type {
  ClientKey,
  Dimension,
  Ledger,
  LedgerClient,
  Reading,
  ReadingNotes,
} from '../../src/domain/sales/types';
import { serialFromIso } from '../../src/domain/shared/dates';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { units } from '../../src/domain/shared/money';

/** One line of sales as a test writes it; `amount` is in units of money (1/10,000). */
export interface Sale {
  readonly client: string;
  readonly amount: number;
  /** ISO day. */
  readonly date?: string;
  readonly document?: string;
  readonly manager?: string;
  readonly product?: string;
  readonly group?: string;
  readonly holding?: string;
  readonly region?: string;
  /** Gross profit in units of money; a line without it has none while others do. */
  readonly profit?: number;
}

/** Whole currency units as exact money: `roubles(10)` is 100,000 units. */
export const roubles = (amount: number) => units(Math.round(amount * 10_000));

/** The serial of an ISO day that exists. */
export function day(iso: string): ExcelSerial {
  const serial = serialFromIso(iso);
  if (serial === null) throw new Error(`No such day: ${iso}`);
  return serial;
}

/** A client whose key is its name. */
export const clientNamed = (name: string): LedgerClient => ({
  key: name as ClientKey,
  name,
  spellings: [name],
});

/** What there is to note about a list of plain numbers and dates: nothing. */
export const PLAIN_NOTES: ReadingNotes = {
  amountSource: 'amount',
  dateOrder: null,
  decimalSeparator: null,
  currency: null,
  textNumbers: 0,
  textDates: 0,
  mergedSpellings: [],
  joined: [],
};

/** What the reader would give for these lines: a column exists if any line has a value in it. */
export function readingOf(sales: readonly Sale[], knownClients: readonly string[] = []): Reading {
  const names = [...new Set([...sales.map((sale) => sale.client), ...knownClients])];
  const codeOf = new Map(names.map((name, i) => [name, i]));
  const has = (field: keyof Sale) => sales.some((sale) => sale[field] !== undefined);
  const dimension = (field: 'document' | 'manager' | 'product' | 'group' | 'holding' | 'region') =>
    has(field) ? dimensionOf(sales.map((sale) => sale[field])) : null;
  const date = has('date') ? Int32Array.from(sales, (sale) => day(sale.date ?? '')) : null;
  const ledger: Ledger = {
    rowCount: sales.length,
    clients: names.map(clientNamed),
    client: Int32Array.from(sales, (sale) => codeOf.get(sale.client) ?? -1),
    date,
    amount: Float64Array.from(sales, (sale) => sale.amount),
    sourceRow: Int32Array.from(sales.keys(), (row) => row + 2),
    document: dimension('document'),
    manager: dimension('manager'),
    product: dimension('product'),
    group: dimension('group'),
    region: dimension('region'),
    holding: dimension('holding'),
    quantity: null,
    profit: has('profit') ? Float64Array.from(sales, (sale) => sale.profit ?? NaN) : null,
  };
  const amount = units(sales.reduce((total, sale) => total + sale.amount, 0));
  return {
    ledger,
    account: {
      rowsRead: sales.length,
      used: sales.length,
      merged: 0,
      skipped: [],
      amountRead: amount,
      amountUsed: amount,
      amountSkipped: units(0),
      returns: units(sales.reduce((total, sale) => total + Math.min(sale.amount, 0), 0)),
    },
    notes: PLAIN_NOTES,
    doubts: [],
    firstDate: date && date.length > 0 ? (date.reduce((a, b) => Math.min(a, b)) as ExcelSerial) : null,
    lastDate: date && date.length > 0 ? (date.reduce((a, b) => Math.max(a, b)) as ExcelSerial) : null,
  };
}

function dimensionOf(values: readonly (string | undefined)[]): Dimension {
  const names = [...new Set(values.filter((value) => value !== undefined))];
  const codeOf = new Map(names.map((name, i) => [name, i]));
  return {
    names,
    codes: Int32Array.from(values, (value) => (value === undefined ? -1 : (codeOf.get(value) ?? -1))),
  };
}
