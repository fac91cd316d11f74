import { PAUSE_EVERY } from '../sales/pause';
import type {
  ClientPart,
  Dimension,
  Doubt,
  Ledger,
  LedgerClient,
  Reading,
  RowAccount,
  Understanding,
} from '../sales/types';
import type { Origin } from '../shared/grid';
import type { Steps } from '../shared/steps';
import { foldText } from '../shared/text';
import type { Disguise, DisguisedDimension } from './disguise';
import { clientName, codeOf, nameOf } from './disguise';

// Every field is named: one that is added later does not compile here until somebody has said whether it holds names.

/** The sales with every name, spelling and key replaced; numbers, dates and rows stay. Columns of rows are shared, not copied. */
export function* disguisedReading(reading: Reading, disguise: Disguise): Steps<Reading> {
  const { ledger, account, notes, doubts, firstDate, lastDate } = reading;
  return {
    ledger: yield* disguisedLedger(ledger, disguise),
    account: disguisedAccount(account, disguise),
    notes: {
      amountSource: notes.amountSource,
      dateOrder: notes.dateOrder,
      decimalSeparator: notes.decimalSeparator,
      currency: notes.currency,
      textNumbers: notes.textNumbers,
      textDates: notes.textDates,
      mergedSpellings: notes.mergedSpellings.map((client) => disguisedClient(client, disguise)),
      joined: notes.joined.map((part) => disguisedPart(part, disguise)),
      ...(notes.unequalGroups
        ? { unequalGroups: notes.unequalGroups.map((origin) => disguisedOrigin(origin, disguise)) }
        : {}),
    },
    doubts: doubts.map((doubt) => disguisedDoubt(doubt, disguise)),
    firstDate,
    lastDate,
  };
}

/** What was understood of the sheet, without the samples of its cells, and headings that name a client or a manager. */
export function disguisedUnderstanding(
  understanding: Understanding,
  { clients, manager }: Ledger,
  disguise: Disguise,
): Understanding {
  const named = [...clients.flatMap(({ spellings }) => spellings), ...(manager?.names ?? [])]
    .map(foldText)
    .filter((name) => name.length >= SHORTEST_NAME);
  return {
    ...understanding,
    columns: understanding.columns.map((column) => {
      const folded = foldText(column.header);
      const tells = named.some((name) => folded.includes(name));
      return { ...column, header: tells ? disguise.words.hidden : column.header, samples: [] };
    }),
    doubts: understanding.doubts.map((doubt) => disguisedDoubt(doubt, disguise)),
  };
}

/** A row's place without the name of its sheet, which may tell a client. */
export function disguisedOrigin({ row }: Origin, { words }: Disguise): Origin {
  return { sheet: words.label('sheet', ''), row };
}

function* disguisedLedger(ledger: Ledger, disguise: Disguise): Steps<Ledger> {
  const clients: LedgerClient[] = [];
  for (const client of ledger.clients) {
    if (clients.length % PAUSE_EVERY === 0) yield clients.length / ledger.clients.length;
    clients.push(disguisedClient(client, disguise));
  }
  const named = (kind: DisguisedDimension, dimension: Dimension | null): Dimension | null =>
    dimension && {
      codes: dimension.codes,
      names: dimension.names.map((name) => nameOf(disguise, kind, name)),
    };
  return {
    rowCount: ledger.rowCount,
    clients,
    client: ledger.client,
    date: ledger.date,
    amount: ledger.amount,
    sourceRow: ledger.sourceRow,
    document: ledger.document && {
      codes: ledger.document.codes,
      names: ledger.document.names.map((_, place) => disguise.words.label('document', String(place + 1))),
    },
    manager: named('manager', ledger.manager),
    product: named('product', ledger.product),
    group: named('group', ledger.group),
    region: named('region', ledger.region),
    holding: named('holding', ledger.holding),
    quantity: ledger.quantity,
    profit: ledger.profit,
  };
}

/** The first spelling is the name, the others are told apart by a number, so that their count stays true. */
function disguisedClient({ key, spellings }: LedgerClient, disguise: Disguise): LedgerClient {
  const name = clientName(disguise, key);
  return {
    key: codeOf(disguise, key),
    name,
    spellings: spellings.map((_, place) => (place === 0 ? name : `${name} (${place + 1})`)),
  };
}

function disguisedPart({ key, into, rows, amount }: ClientPart, disguise: Disguise): ClientPart {
  return {
    key: codeOf(disguise, key),
    name: clientName(disguise, key),
    into: codeOf(disguise, into),
    rows,
    amount,
  };
}

function disguisedAccount(account: RowAccount, disguise: Disguise): RowAccount {
  return {
    rowsRead: account.rowsRead,
    used: account.used,
    merged: account.merged,
    skipped: account.skipped.map(({ reason, rows, amount, examples }) => ({
      reason,
      rows,
      amount,
      examples: examples.map((example) => ({
        ...disguisedOrigin(example, disguise),
        value: example.value === '' ? '' : disguise.words.hidden,
        amount: example.amount,
      })),
    })),
    amountRead: account.amountRead,
    amountUsed: account.amountUsed,
    amountSkipped: account.amountSkipped,
    returns: account.returns,
  };
}

function disguisedDoubt(doubt: Doubt, { words }: Disguise): Doubt {
  return doubt.code === 'nameLookup' ? { ...doubt, sheet: words.label('sheet', '') } : doubt;
}

/** Shorter names occur inside ordinary words. */
const SHORTEST_NAME = 4;
