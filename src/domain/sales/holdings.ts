import type { Settings } from '../settings';
import type { Steps } from '../shared/steps';
import { collapseSpaces, foldText } from '../shared/text';
import { followAliases } from './identity';
import { PAUSE_EVERY } from './pause';
import type { ClientKey, Dimension, Ledger } from './types';

/**
 * The ledger with the holdings people gave by hand (method.md §1): all rows of such a client belong to it, whatever the
 * source's column says; other rows keep what it says. A name that differs from another only in case is the same holding.
 */
export function* withHoldings(
  ledger: Ledger,
  { holdings, aliases }: Pick<Settings, 'holdings' | 'aliases'>,
): Steps<Ledger> {
  const given = givenNames(holdings, aliases);
  if (given.size === 0) return ledger;
  const names = [...(ledger.holding?.names ?? [])];
  const codeOf = new Map(names.map((name, code) => [foldText(name), code]));
  const codeOfClient = ledger.clients.map(({ key }) => {
    const name = given.get(key);
    if (name === undefined) return -1;
    const known = codeOf.get(foldText(name));
    if (known !== undefined) return known;
    codeOf.set(foldText(name), names.length);
    return names.push(name) - 1;
  });
  const codes = new Int32Array(ledger.rowCount);
  for (let row = 0; row < ledger.rowCount; row++) {
    if (row % PAUSE_EVERY === 0) yield row / ledger.rowCount;
    const byHand = codeOfClient[ledger.client[row] ?? -1] ?? -1;
    codes[row] = byHand >= 0 ? byHand : (ledger.holding?.codes[row] ?? -1);
  }
  return { ...ledger, holding: { codes, names } };
}

/** A holding and the number of its clients. */
export interface HoldingSize {
  readonly name: string;
  readonly clients: number;
}

/** The holdings of the ledger by the number of their clients; empty without holdings. */
export function holdingSizes({ holding, client, rowCount }: Ledger): readonly HoldingSize[] {
  if (!holding) return [];
  return sizesOf(holding, client, rowCount).filter(({ clients }) => clients > 0);
}

function sizesOf({ codes, names }: Dimension, client: Int32Array, rowCount: number): HoldingSize[] {
  const members = names.map(() => new Set<number>());
  for (let row = 0; row < rowCount; row++) members[codes[row] ?? -1]?.add(client[row] ?? -1);
  return names
    .map((name, code) => ({ name, clients: members[code]?.size ?? 0 }))
    .sort((a, b) => b.clients - a.clients);
}

/** Names by the client they now belong to: what was given to the client itself goes before what its parts had. */
function givenNames(
  holdings: Settings['holdings'],
  aliases: Settings['aliases'],
): ReadonlyMap<ClientKey, string> {
  const given = new Map<ClientKey, string>();
  for (const [key, text] of Object.entries(holdings) as [ClientKey, string][]) {
    const name = collapseSpaces(text);
    const client = followAliases(key, aliases);
    if (name !== '' && (client === key || !given.has(client))) given.set(client, name);
  }
  return given;
}
