import { formNumber } from '../deals/dealCells';
import type { Entries } from '../entries';
import { PAUSE_EVERY } from '../sales/pause';
import type { ListsRead } from '../lists/reading';
import type { ClientKey, Dimension, Ledger, Reading } from '../sales/types';
import type { Settings } from '../settings';
import { compareText } from '../shared/compareText';
import type { Steps } from '../shared/steps';
import { within } from '../shared/steps';
import { foldText } from '../shared/text';
import type { Roster } from './roster';
import { codeAt, enrol, padded } from './roster';

/** What a hidden name stood for; each kind is numbered by itself. */
export const NAME_KINDS = [
  'client',
  'manager',
  'product',
  'group',
  'region',
  'holding',
  'segment',
  'deal',
  'channel',
  'document',
  'sheet',
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** The words that take the place of names, in the language of the tabs. */
export interface DisguiseWords {
  /** `label('client', '001')` is «Клиент 001». */
  readonly label: (kind: NameKind, number: string) => string;
  /** What stands where a text is not shown: «(скрыто)». */
  readonly hidden: string;
}

/** Everything in which names occur before they are analysed. */
export interface Named {
  readonly reading: Reading;
  readonly entries: Entries;
  readonly lists: ListsRead;
  readonly settings: Settings;
  /** Indices into `ledger.clients`, by revenue descending: the numbers of clients follow it. */
  readonly ranking: readonly number[];
  /** Clients of dossiers and meeting reports: they may have vanished from the sales. */
  readonly ofPages: readonly ClientKey[];
}

/** Which name and which code stand for whom. One for a run: ranks move, while codes and names that are typed stay. */
export interface Disguise {
  readonly roster: Roster;
  /** Key of a client or deal → its code. */
  readonly codes: ReadonlyMap<string, string>;
  /** Key of a client → «Клиент 001». */
  readonly clients: ReadonlyMap<string, string>;
  /** Folded name of a client → «Клиент 001» and the name itself, where a client is known by name only: picked from a list, or typed. */
  readonly clientsByName: ReadonlyMap<string, { readonly shown: string; readonly name: string }>;
  /** By folded name: names that differ in case are one, as they are to the analyses. */
  readonly names: Readonly<Record<DisguisedDimension, ReadonlyMap<string, string>>>;
  readonly words: DisguiseWords;
}

/** Columns of the ledger whose names are hidden. */
export const DISGUISED_DIMENSIONS = [
  'manager',
  'product',
  'group',
  'region',
  'holding',
  'segment',
  'channel',
] as const;
export type DisguisedDimension = (typeof DISGUISED_DIMENSIONS)[number];

/** The code of a client's or deal's key. */
export function codeOf<Key extends string>({ codes, roster }: Disguise, key: Key): Key {
  // A key that nobody enrolled is still not shown.
  return (codes.get(key) ?? codeAt(roster, -1)) as Key;
}

/** The name a client goes by. */
export function clientName({ clients, words }: Disguise, key: string): string {
  return clients.get(key) ?? words.hidden;
}

/** What stands for a client known by name only; `''` stays blank. */
export function clientNamed({ clientsByName, words }: Disguise, name: string): string {
  return name === '' ? '' : (clientsByName.get(foldText(name))?.shown ?? words.hidden);
}

/** What stands for a name of a kind; `''` stays blank. */
export function nameOf({ names, words }: Disguise, kind: DisguisedDimension, name: string): string {
  return name === '' ? '' : (names[kind].get(foldText(name)) ?? words.hidden);
}

/**
 * Makes a disguise for everything named. Clients are numbered by revenue, then come those who never bought; managers,
 * products, groups and regions by revenue, equals by name; holdings and segments as they were first hidden in the workbook.
 */
export function* disguiseOf(named: Named, known: Roster, words: DisguiseWords): Steps<Disguise> {
  const { ledger } = named.reading;
  const { deals } = named.lists;
  const keys = yield* within(clientKeysIn(named), 0, 0.2);
  const roster = enrol(known, {
    keys: [...new Set([...keys, ...otherKeysIn(named)])],
    holdings: [...(ledger.holding?.names ?? []), ...Object.values(named.settings.holdings)].filter(isNamed),
    segments: segmentsIn(named.entries),
  });
  const numbered = (kind: NameKind, names: readonly string[], width: number) =>
    labels(kind, names, width, words);
  const mustList = named.entries.mustList ?? [];
  const clients = numberedClients(keys, words);
  const ofDeals = (field: 'manager' | 'product' | 'source') =>
    (deals?.rows ?? []).map((deal) => deal[field]).filter(isNamed);

  return {
    roster,
    codes: new Map(roster.keys.map((key, place) => [key, codeAt(roster, place)])),
    clients,
    clientsByName: byName(named, clients),
    names: {
      manager: numbered(
        'manager',
        [
          ...(yield* within(ranked(ledger, ledger.manager), 0.2, 0.4)),
          ...ofDeals('manager'),
          ...managersInForm(named.entries),
        ],
        2,
      ),
      product: numbered(
        'product',
        [
          ...(yield* within(ranked(ledger, ledger.product), 0.4, 0.6)),
          ...(mustListKind(ledger) === 'product' ? mustList : []),
          ...ofDeals('product'),
        ],
        3,
      ),
      group: numbered(
        'group',
        [
          ...(yield* within(ranked(ledger, ledger.group), 0.6, 0.8)),
          ...(mustListKind(ledger) === 'group' ? mustList : []),
        ],
        2,
      ),
      region: numbered('region', yield* within(ranked(ledger, ledger.region), 0.8, 1), 2),
      holding: numbered('holding', roster.holdings, 0),
      segment: numbered('segment', roster.segments, 0),
      channel: numbered('channel', ofDeals('source'), 2),
    },
    words,
  };
}

function numberedClients(keys: readonly string[], words: DisguiseWords): ReadonlyMap<string, string> {
  const width = Math.max(3, String(keys.length).length);
  return new Map(keys.map((key, place) => [key, words.label('client', padded(place + 1, width))]));
}

/** Of clients with one name the one that brings most bears it. */
function byName(
  { reading, entries, ranking }: Named,
  clients: ReadonlyMap<string, string>,
): Disguise['clientsByName'] {
  const found = new Map<string, { shown: string; name: string }>();
  const byRank = ranking.flatMap((index) => reading.ledger.clients[index] ?? []);
  for (const { key, name } of [...byRank, ...reading.ledger.clients, ...entries.prospects]) {
    const shown = clients.get(key);
    if (shown !== undefined && !found.has(foldText(name))) found.set(foldText(name), { shown, name });
  }
  return found;
}

/** What the items of a must list are names of: it is compared with products, or with groups where there are no products. */
export function mustListKind({ product, group }: Ledger): 'product' | 'group' {
  return product === null && group !== null ? 'group' : 'product';
}

/** Numbers by folded name, in the order given; without a width they are as short as they can be, at least two digits. */
function labels(
  kind: NameKind,
  names: readonly string[],
  width: number,
  words: DisguiseWords,
): ReadonlyMap<string, string> {
  const folded = [...new Set(names.map(foldText))];
  const digits = width === 0 ? STABLE_WIDTH : Math.max(width, String(folded.length).length);
  return new Map(folded.map((name, place) => [name, words.label(kind, padded(place + 1, digits))]));
}

/** Names that outlive a run may not change their width when more join them. */
const STABLE_WIDTH = 2;

/** Keys of clients in the order of their numbers. */
function* clientKeysIn({ reading, entries, lists, ranking }: Named): Steps<readonly ClientKey[]> {
  const keys = new Set<ClientKey>();
  for (const [at, index] of ranking.entries()) {
    if (at % PAUSE_EVERY === 0) yield at / ranking.length;
    const client = reading.ledger.clients[index];
    if (client) keys.add(client.key);
  }
  for (const { key } of reading.ledger.clients) keys.add(key);
  for (const { key } of entries.prospects) keys.add(key);
  for (const { key } of reading.notes.joined) keys.add(key);
  for (const { client } of lists.deals?.rows ?? []) if (client !== null) keys.add(client);
  return [...keys];
}

/** Keys that stand for nobody on a tab now, or for deals. */
function otherKeysIn({ reading, entries, lists, settings, ofPages }: Named): readonly string[] {
  const { potentials, listedPotentials, overrides, marks, contactedOn, dealCells } = entries;
  return [
    ...(lists.deals?.rows ?? []).map(({ key }) => key),
    ...[potentials, listedPotentials, overrides, marks, contactedOn].flatMap((map) => [...map.keys()]),
    // Rows of the form go by their number, which tells nobody.
    ...[...dealCells.keys()].filter((key) => formNumber(key) === null),
    ...Object.entries(settings.aliases).flat(),
    ...settings.distinct.flat(),
    ...Object.keys(settings.holdings),
    ...reading.notes.joined.map(({ into }) => into),
    ...ofPages,
  ];
}

/** In the order in which groups of peers stand, so that hiding their names reorders nothing. */
function managersInForm({ dealCells }: Entries): readonly string[] {
  return [...dealCells].flatMap(([key, { manager }]) =>
    formNumber(key) !== null && typeof manager === 'string' && manager !== '' ? [manager] : [],
  );
}

function segmentsIn({ potentials, listedPotentials, prospects }: Entries): readonly string[] {
  return [...potentials.values(), ...listedPotentials.values(), ...prospects.map(({ facts }) => facts)]
    .flatMap(({ segment }) => (segment === null || segment === '' ? [] : [segment]))
    .sort(compareText);
}

/** The names of a column by revenue of the whole file descending, equals by name. */
function* ranked({ amount, rowCount }: Ledger, dimension: Dimension | null): Steps<readonly string[]> {
  if (!dimension) return [];
  const { codes, names } = dimension;
  const totals = new Float64Array(names.length);
  for (let row = 0; row < rowCount; row++) {
    if (row % ROWS_AT_ONCE === 0) yield row / rowCount;
    const code = codes[row] ?? -1;
    if (code >= 0) totals[code] = (totals[code] ?? 0) + (amount[row] ?? 0);
  }
  return [...names.keys()]
    .sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || compareText(names[a] ?? '', names[b] ?? ''))
    .map((code) => names[code] ?? '');
}

/** Adding takes nanoseconds: so many rows are a few milliseconds. */
const ROWS_AT_ONCE = 200_000;

function isNamed(name: string): boolean {
  return name !== '';
}
