import { ClientIndex } from '../../../../src/domain/sales/identity';
import type { Ledger } from '../../../../src/domain/sales/types';
import type { CellValue } from '../../../../src/domain/shared/grid';
import { ZERO } from '../../../../src/domain/shared/money';
import { complete } from '../../../../src/domain/shared/steps';

/** A client as one row names it. */
export interface NamedRow {
  readonly name: string;
  readonly code?: CellValue;
  readonly taxId?: CellValue;
  /** In units of money. */
  readonly amount?: number;
}

/** The ledger of rows that only name clients. */
export function clientsLedger(rows: readonly (string | NamedRow)[]): Ledger {
  const named = rows.map((row): NamedRow => (typeof row === 'string' ? { name: row } : row));
  const index = new ClientIndex();
  const identities = named.map(({ name, code = '', taxId = '' }) => index.identify(name, code, taxId));
  for (const identity of identities) index.use(identity, ZERO);
  const { clients, clientOf } = complete(index.resolve({}));
  return {
    rowCount: rows.length,
    clients,
    client: Int32Array.from(identities, (identity) => clientOf[identity] ?? -1),
    date: null,
    amount: Float64Array.from(named, ({ amount = 10_000 }) => amount),
    sourceRow: Int32Array.from(rows.keys()),
    document: null,
    manager: null,
    product: null,
    group: null,
    region: null,
    holding: null,
    quantity: null,
    profit: null,
  };
}
