import type { Settings } from '../settings';
import { compareText } from '../shared/compareText';
import { addMoney, units, ZERO } from '../shared/money';
import type { Money } from '../shared/money';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { CandidatePairs } from './candidatePairs';
import { foldName } from './clientKey';
import { followAliases } from './identity';
import { likeness } from './likeness';
import type { Evidence } from './likeness';
import { pairFromKey, pairId, pairKey } from './mergeDecisions';
import { faceOf } from './nameFace';
import type { NameFace } from './nameFace';
import { PAUSE_EVERY } from './pause';
import { readTaxId } from './taxId';
import type { ClientKey, Ledger, LedgerClient } from './types';

/** A client in a proposal, with what it brought in the whole file. */
export interface ProposedClient {
  readonly key: ClientKey;
  readonly name: string;
  readonly rows: number;
  readonly amount: Money;
}

/** Two clients that may be one: a person decides. `into` would take in `from`. */
export interface MergeProposal {
  readonly into: ProposedClient;
  readonly from: ProposedClient;
  readonly evidence: readonly Evidence[];
}

/** Spellings of one client compared at most: those with a number may have hundreds. */
const MOST_FACES = 8;
/** A word borne by at least so many clients is a word of its own, not a slip. */
const COMMON_FROM = 3;
/** Adding takes nanoseconds: so many rows are a few milliseconds. */
const ROWS_AT_ONCE = 200_000;
/** Comparisons between two pauses: a few milliseconds. */
const COMPARED_AT_ONCE = 200;

/**
 * Clients whose names are merely similar (method.md §1), dearest first. Never across different numbers, initials,
 * ИНН or legal forms, and never a pair that was decided on (`settings.aliases`, `settings.distinct`). What follows
 * from other proposals is not proposed: of three that are alike two pairs are asked about.
 */
export function* proposeMerges(
  ledger: Ledger,
  settings: Pick<Settings, 'aliases' | 'distinct'>,
): Steps<readonly MergeProposal[]> {
  const { clients } = ledger;
  const faces: NameFace[] = [];
  const clientOf: number[] = [];
  for (const [at, client] of clients.entries()) {
    if (at % PAUSE_EVERY === 0) yield (0.2 * at) / clients.length;
    for (const spelling of spellingsOf(client)) {
      const face = faceOf(spelling);
      if (face.words.length === 0) continue;
      faces.push(face);
      clientOf.push(at);
    }
  }
  const bearers = yield* countBearers(faces);
  const isCommon = (word: string) => (bearers.get(word) ?? 0) >= COMMON_FROM;
  const rules = yield* rulesFor(ledger.clients, faces, clientOf, settings);

  const edges = new Map<string, Edge>();
  const candidates = new CandidatePairs(faces, bearers);
  yield* candidates.index();
  let compared = 0;
  for (const [one, other] of candidates.pairs()) {
    if (++compared % COMPARED_AT_ONCE === 0) yield 0.5 + 0.4 * candidates.done;
    const [a, b] = [faces[one], faces[other]];
    const [clientA, clientB] = [clientOf[one] ?? -1, clientOf[other] ?? -1];
    if (!a || !b || clientA === clientB || !rules.allows(clientA, clientB)) continue;
    const evidence = likeness(a, b, isCommon);
    if (!evidence) continue;
    const pair = `${Math.min(clientA, clientB)}:${Math.max(clientA, clientB)}`;
    const known = edges.get(pair);
    if (!known || evidence.length < known.evidence.length)
      edges.set(pair, { one: clientA, other: clientB, evidence });
  }
  if (edges.size === 0) return [];
  return proposalsFrom([...edges.values()], yield* within(clientTotals(ledger), 0.9, 1));
}

interface Edge {
  readonly one: number;
  readonly other: number;
  readonly evidence: readonly Evidence[];
}

/** One spelling for each way a client is written; all the same after folding count once. */
function spellingsOf({ name, spellings }: LedgerClient): readonly string[] {
  if (spellings.length === 1 && spellings[0] === name) return spellings;
  const distinct = new Map<string, string>();
  for (const spelling of [name, ...spellings]) {
    const { core, form } = foldName(spelling);
    if (!distinct.has(`${core}|${form}`)) distinct.set(`${core}|${form}`, spelling);
    if (distinct.size === MOST_FACES) break;
  }
  return [...distinct.values()];
}

/** How many spellings have each word. */
function* countBearers(faces: readonly NameFace[]): Steps<ReadonlyMap<string, number>> {
  const bearers = new Map<string, number>();
  for (const [at, { words }] of faces.entries()) {
    if (at % PAUSE_EVERY === 0) yield 0.2;
    for (const { text } of words) bearers.set(text, (bearers.get(text) ?? 0) + 1);
  }
  return bearers;
}

/** What forbids a pair whatever the names: decisions of a person, ИНН, legal forms. */
function* rulesFor(
  clients: readonly LedgerClient[],
  faces: readonly NameFace[],
  clientOf: readonly number[],
  { aliases, distinct }: Pick<Settings, 'aliases' | 'distinct'>,
): Steps<{ readonly allows: (one: number, other: number) => boolean }> {
  const told = new Set(
    distinct.map(([a, b]) => pairId({ into: followAliases(a, aliases), from: followAliases(b, aliases) })),
  );
  const taxIds = clients.map(({ key }) => readTaxId(key));
  const forms = clients.map(() => new Set<string>());
  const names = clients.map((): string[] => []);
  const formsOfName = new Map<string, Set<string>>();
  for (const [at, { text, form }] of faces.entries()) {
    if (at % PAUSE_EVERY === 0) yield 0.2 + (0.1 * at) / faces.length;
    const client = clientOf[at] ?? -1;
    names[client]?.push(text);
    if (form === '') continue;
    forms[client]?.add(form);
    const known = formsOfName.get(text);
    if (known) known.add(form);
    else formsOfName.set(text, new Set([form]));
  }
  /** A name without a form beside the same name under several: nobody knows which it is. */
  const isAmbiguous = (bare: number, formed: number) =>
    forms[bare]?.size === 0 && (names[formed] ?? []).some((name) => (formsOfName.get(name)?.size ?? 0) > 1);
  return {
    allows: (one, other) => {
      const [formsOfOne, formsOfOther] = [forms[one], forms[other]];
      if (!formsOfOne || !formsOfOther) return false;
      const [a, b] = [clients[one], clients[other]];
      if (a && b && told.size > 0 && told.has(pairId({ into: a.key, from: b.key }))) return false;
      const [taxId, otherTaxId] = [taxIds[one], taxIds[other]];
      if (taxId && otherTaxId && taxId !== otherTaxId) return false;
      if (formsOfOne.size > 0 && formsOfOther.size > 0)
        return [...formsOfOne].some((form) => formsOfOther.has(form));
      return !isAmbiguous(one, other) && !isAmbiguous(other, one);
    },
  };
}

/** Every client of the ledger with its rows and money, in the ledger's order. */
export function* clientTotals({
  clients,
  client,
  amount,
  rowCount,
}: Ledger): Steps<readonly ProposedClient[]> {
  const rows = new Uint32Array(clients.length);
  const amounts = new Float64Array(clients.length);
  for (let row = 0; row < rowCount; row++) {
    if (row % ROWS_AT_ONCE === 0) yield row / rowCount;
    const at = client[row] ?? 0;
    rows[at] = (rows[at] ?? 0) + 1;
    amounts[at] = addMoney(units(amounts[at] ?? 0), units(amount[row] ?? 0));
  }
  return clients.map(({ key, name }, at) => ({
    key,
    name,
    rows: rows[at] ?? 0,
    amount: units(amounts[at] ?? ZERO),
  }));
}

/** A proposal for each pair that no others imply: the plainest first, the dearest first on the tab. */
function proposalsFrom(edges: readonly Edge[], totals: readonly ProposedClient[]): readonly MergeProposal[] {
  const parent = new Map<number, number>();
  const rootOf = (at: number): number => {
    let root = at;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return root;
  };
  const weight = ({ one, other }: Edge) =>
    Math.abs(totals[one]?.amount ?? 0) + Math.abs(totals[other]?.amount ?? 0);
  const proposals: MergeProposal[] = [];
  const plainest = [...edges].sort(
    (x, y) =>
      x.evidence.length - y.evidence.length || weight(y) - weight(x) || x.one - y.one || x.other - y.other,
  );
  for (const { one, other, evidence } of plainest) {
    const [rootOfOne, rootOfOther] = [rootOf(one), rootOf(other)];
    if (rootOfOne === rootOfOther) continue;
    parent.set(rootOfOther, rootOfOne);
    const [a, b] = [totals[one], totals[other]];
    if (!a || !b) continue;
    const [into, from] = leads(a, b) ? [a, b] : [b, a];
    // A key that cannot stand in a pair's key cannot be answered for.
    if (pairFromKey(pairKey({ into: into.key, from: from.key }))) proposals.push({ into, from, evidence });
  }
  return proposals.sort(
    (x, y) =>
      smaller(y) - smaller(x) || compareText(x.into.key, y.into.key) || compareText(x.from.key, y.from.key),
  );
}

/** The one with an ИНН keeps its identity, else the one that bought more. */
function leads(a: ProposedClient, b: ProposedClient): boolean {
  const [taxIdA, taxIdB] = [readTaxId(a.key) !== '', readTaxId(b.key) !== ''];
  if (taxIdA !== taxIdB) return taxIdA;
  if (a.amount !== b.amount) return a.amount > b.amount;
  return compareText(a.key, b.key) < 0;
}

/** The money that would move. */
function smaller({ from, into }: MergeProposal): number {
  return Math.min(Math.abs(from.amount), Math.abs(into.amount));
}
