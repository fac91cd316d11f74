import type { CellValue } from '../shared/grid';
import { addMoney, ZERO } from '../shared/money';
import type { Money } from '../shared/money';
import type { Steps } from '../shared/steps';
import { cellText } from './cells';
import { foldName, isNobody } from './clientKey';
import { PAUSE_EVERY } from './pause';
import { readTaxId } from './taxId';
import type { ClientKey, ClientPart, LedgerClient } from './types';

/** How the source spells a client: one distinct combination of name, code and ИНН. */
interface Identity {
  readonly spelling: string;
  readonly core: string;
  readonly form: string;
  readonly code: string;
  readonly taxId: string;
  rows: number;
  amount: Money;
}

/** Identities resolved to clients: `clientOf[identity]`, −1 for an identity without rows. */
export interface ResolvedClients {
  readonly clients: readonly LedgerClient[];
  /** The parts of clients that a person joined. */
  readonly joined: readonly ClientPart[];
  readonly clientOf: Int32Array;
}

/** Parts a combined key; never in a cell's collapsed text. */
const PART = '\n';

/**
 * Collects the clients of a ledger row by row and decides at the end who is who (method.md §1).
 * ИНН decides before the code, the code before the name. A name under several legal forms («ООО Ромашка»,
 * «АО Ромашка») is several clients and a bare «Ромашка» then stays alone; otherwise the form does not matter.
 * A row with only a name belongs to the one client with an ИНН or code of that name, if there is exactly one.
 */
export class ClientIndex {
  private readonly identities: Identity[] = [];
  private readonly byName = new Map<CellValue, number>();
  private readonly byParts = new Map<string, number>();

  /** The identity a row names, or −1 if it names nobody. `code` and `taxId` are blank where there is no such column. */
  identify(name: CellValue, code: CellValue, taxId: CellValue): number {
    if (code === '' && taxId === '') {
      const known = this.byName.get(name);
      if (known !== undefined) return known;
      const identity = this.intern(cellText(name), '', '');
      this.byName.set(name, identity);
      return identity;
    }
    return this.intern(cellText(name), cellText(code), readTaxId(taxId));
  }

  /** Counts a used row and its money for an identity: the most used spelling names the client. */
  use(identity: number, amount: Money): void {
    const used = this.identities[identity];
    if (!used) return;
    used.rows++;
    used.amount = addMoney(used.amount, amount);
  }

  /** How an identity is spelled; `''` for −1. */
  spellingOf(identity: number): string {
    return this.identities[identity]?.spelling ?? '';
  }

  /** Decides who is who. `aliases` are the identities a person confirmed: key → key of the client it belongs to. */
  *resolve(aliases: Readonly<Record<ClientKey, ClientKey>>): Steps<ResolvedClients> {
    const used = this.identities.filter(({ rows }) => rows > 0);
    const keyOf = yield* keysOf(used);
    const keys: ClientKey[] = [];
    const members: Identity[][] = [];
    const parts = new Map<ClientKey, { into: ClientKey; identities: Identity[] }>();
    const joinedTo = new Set<ClientKey>();
    const isJoined = hasEntries(aliases);
    const clientOf = new Int32Array(this.identities.length).fill(-1);
    const indexOf = new Map<ClientKey, number>();
    for (const [at, identity] of this.identities.entries()) {
      if (at % PAUSE_EVERY === 0) yield 1;
      if (identity.rows === 0) continue;
      const own = keyOf(identity);
      const key = isJoined ? followAliases(own, aliases) : own;
      if (isJoined) {
        const part = parts.get(own);
        if (part) part.identities.push(identity);
        else parts.set(own, { into: key, identities: [identity] });
        if (key !== own) joinedTo.add(key);
      }
      const known = indexOf.get(key);
      clientOf[at] = known ?? members.length;
      if (known !== undefined) {
        members[known]?.push(identity);
        continue;
      }
      indexOf.set(key, members.length);
      members.push([identity]);
      keys.push(key);
    }
    const clients: LedgerClient[] = [];
    for (const [at, key] of keys.entries()) {
      if (at % PAUSE_EVERY === 0) yield 1;
      clients.push(clientFrom(key, members[at] ?? [], parts.get(key)?.identities));
    }
    const joined = [...parts]
      .filter(([, { into }]) => joinedTo.has(into))
      .map(([key, { into, identities }]) => partFrom(key, into, identities));
    return { clients, clientOf, joined };
  }

  private intern(name: string, code: string, taxId: string): number {
    const spelled = isNobody(name) ? '' : name;
    const usableCode = isNobody(code) ? '' : code;
    if (spelled === '' && usableCode === '' && taxId === '') return -1;
    const parts = `${spelled}${PART}${usableCode}${PART}${taxId}`;
    const known = this.byParts.get(parts);
    if (known !== undefined) return known;
    const index = this.identities.length;
    const spelling = spelled || usableCode || taxId;
    this.identities.push({ spelling, ...foldName(spelled), code: usableCode, taxId, rows: 0, amount: ZERO });
    this.byParts.set(parts, index);
    return index;
  }
}

/** The rule from identity to key, once all identities of the ledger are known. */
function* keysOf(identities: readonly Identity[]): Steps<(identity: Identity) => ClientKey> {
  const taxIdsOfCode = new Gatherer();
  const formsOfName = new Gatherer();
  for (const [at, { core, form, code, taxId }] of identities.entries()) {
    if (code !== '' && taxId !== '') taxIdsOfCode.add(code, taxId);
    if (form !== '') formsOfName.add(core, form);
    if (at % PAUSE_EVERY === 0) yield 1;
  }
  const numberOf = ({ code, taxId }: Identity): string => taxId || taxIdsOfCode.only(code) || code;
  const nameOf = ({ core, form }: Identity): string =>
    form !== '' && formsOfName.count(core) > 1 ? `${core} ${form}` : core;

  const numbersOfName = new Gatherer();
  const numbers = new Set<string>();
  for (const [at, identity] of identities.entries()) {
    const number = numberOf(identity);
    if (number !== '') {
      numbers.add(number);
      if (identity.core !== '') numbersOfName.add(nameOf(identity), number);
    }
    if (at % PAUSE_EVERY === 0) yield 1;
  }
  return (identity) => {
    const name = nameOf(identity);
    const number = numberOf(identity) || numbersOfName.only(name);
    if (number !== '') return number as ClientKey;
    return (numbers.has(name) ? `${name} ${NAMESAKE_OF_A_CODE}` : name) as ClientKey;
  };
}
/** Tells a client known by name from another whose code happens to read the same. */
const NAMESAKE_OF_A_CODE = '(имя)';

/** Distinct values per key. */
class Gatherer {
  private readonly values = new Map<string, Set<string>>();

  add(key: string, value: string): void {
    const known = this.values.get(key);
    if (known) known.add(value);
    else this.values.set(key, new Set([value]));
  }

  count(key: string): number {
    return this.values.get(key)?.size ?? 0;
  }

  /** The value of a key that has exactly one, else `''`. */
  only(key: string): string {
    const known = this.values.get(key);
    if (known?.size !== 1) return '';
    const [value = ''] = known;
    return value;
  }
}

function hasEntries(aliases: Readonly<Record<ClientKey, ClientKey>>): boolean {
  for (const key in aliases) if (Object.hasOwn(aliases, key)) return true;
  return false;
}

/** Follows confirmed identities to their end; a circle ends where it was entered. */
export function followAliases(key: ClientKey, aliases: Readonly<Record<ClientKey, ClientKey>>): ClientKey {
  const seen = new Set<ClientKey>();
  let current = key;
  while (!seen.has(current) && Object.hasOwn(aliases, current)) {
    seen.add(current);
    current = aliases[current] ?? current;
  }
  return seen.has(current) ? key : current;
}

function partFrom(key: ClientKey, into: ClientKey, identities: readonly Identity[]): ClientPart {
  return {
    key,
    name: mostUsed(identities),
    into,
    rows: identities.reduce((sum, { rows }) => sum + rows, 0),
    amount: identities.reduce((sum, { amount }) => addMoney(sum, amount), ZERO),
  };
}

/** A client of all its identities, called as those that name it are. */
function clientFrom(
  key: ClientKey,
  members: readonly Identity[],
  naming: readonly Identity[] = members,
): LedgerClient {
  return { key, name: mostUsed(naming), spellings: [...spellingRows(members).keys()] };
}

/** The spelling with the most rows, the first of equals. */
function mostUsed(identities: readonly Identity[]): string {
  const rows = spellingRows(identities);
  let name = '';
  for (const [spelling, count] of rows) {
    if (name === '' || count > (rows.get(name) ?? 0)) name = spelling;
  }
  return name;
}

function spellingRows(identities: readonly Identity[]): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const { spelling, rows: count } of identities) rows.set(spelling, (rows.get(spelling) ?? 0) + count);
  return rows;
}
