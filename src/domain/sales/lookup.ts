import type { CellValue, Grid } from '../shared/grid';
import type { Steps } from '../shared/steps';
import { cellText } from './cells';
import { foldName, isNobody } from './clientKey';
import { PAUSE_EVERY } from './pause';
import { profileOf } from './profile';
import { rolesOfHeading } from './roleWords';
import { shapeOf } from './shape';
import type { ClientKey, LedgerClient, Reading, Understanding } from './types';

/** Where a sheet may tell the names of clients by their codes; zero-based columns of its grid. */
export interface LookupPlace {
  /** Index of the sheet among those looked at. */
  readonly sheet: number;
  readonly code: number;
  readonly name: number;
  readonly firstDataRow: number;
}

/** At least this share of the codes must have a name, or the sheet is about something else. */
const FOUND = 0.8;
/** A column of names tells clients apart: at least this share of its sampled cells is different. */
const DIFFERENT = 0.5;
/** A code in digits and perhaps a few letters, without a space: `00-000061`, `17850`, `CUST-12/3`; «Магазин5» is a name. */
const CODE = /^(?=\S*\d)(?!\S*\p{L}{5})\S{1,40}$/u;

/** Are clients known by a code only: no other column has their name? */
export function isNamedByCode({ mapping, columns }: Understanding): boolean {
  const client = columns.find(({ index }) => index === mapping.client);
  if (!client || mapping.clientId !== undefined) return false;
  return (
    rolesOfHeading(client.header).some(({ role }) => role === 'clientId') ||
    (client.samples.length > 0 && client.samples.every(isCode))
  );
}

/** How the ledger's clients are spelled → their key. */
export function codesOf({ ledger }: Reading): ReadonlyMap<string, ClientKey> {
  return new Map(
    ledger.clients.flatMap(({ key, spellings }) => spellings.map((spelling) => [spelling, key] as const)),
  );
}

/**
 * Sheets, by their first rows, that have a column of these codes and a column of names: those where most codes are
 * met come first. A column that says to hold codes counts even if none is met so early.
 */
export function lookupPlaces(
  heads: readonly Grid[],
  codes: ReadonlyMap<string, ClientKey>,
): readonly LookupPlace[] {
  return heads
    .flatMap((head, sheet) => {
      const found = placeIn(head, codes);
      return found ? [{ place: { sheet, ...found.place }, met: found.met }] : [];
    })
    .sort((a, b) => b.met - a.met)
    .map(({ place }) => place);
}

/**
 * The names of the clients on a lookup sheet read in full, or null if it knows less than 80 % of them. A code with two
 * different names has none.
 */
export function* namesAt(
  grid: Grid,
  { code, name, firstDataRow }: LookupPlace,
  codes: ReadonlyMap<string, ClientKey>,
): Steps<ReadonlyMap<ClientKey, string> | null> {
  const names = new Map<ClientKey, string>();
  const ambiguous = new Set<ClientKey>();
  for (let row = firstDataRow; row < grid.rowCount; row++) {
    if ((row - firstDataRow) % PAUSE_EVERY === 0) yield row / grid.rowCount;
    const key = codes.get(cellText(grid.value(row, code)));
    const text = cellText(grid.value(row, name));
    if (key === undefined || isNobody(text)) continue;
    if ((names.get(key) ?? text) !== text) ambiguous.add(key);
    names.set(key, text);
  }
  for (const key of ambiguous) names.delete(key);
  return names.size >= new Set(codes.values()).size * FOUND ? names : null;
}

/** The reading with clients called by their names; who they are does not change. Namesakes keep their code beside the name. */
export function withNames(reading: Reading, names: ReadonlyMap<ClientKey, string>): Reading {
  const times = new Map<string, number>();
  for (const name of names.values()) times.set(name, (times.get(name) ?? 0) + 1);
  const named = (client: LedgerClient): LedgerClient => {
    const name = names.get(client.key);
    if (name === undefined) return client;
    return { ...client, name: times.get(name) === 1 ? name : `${name} (${client.name})` };
  };
  const { ledger, notes } = reading;
  return {
    ...reading,
    ledger: { ...ledger, clients: ledger.clients.map(named) },
    notes: { ...notes, mergedSpellings: notes.mergedSpellings.map(named) },
  };
}

function placeIn(
  head: Grid,
  codes: ReadonlyMap<string, ClientKey>,
): { readonly place: Omit<LookupPlace, 'sheet'>; readonly met: number } | null {
  const shape = shapeOf(head);
  if (!shape) return null;
  const { headerRow, firstDataRow } = shape;
  const columns = Array.from({ length: head.columnCount }, (_, index) =>
    columnAt(head, index, headerRow, firstDataRow, codes),
  );
  const code = best(columns, ({ met, saysCode }) => met + (saysCode ? SAYS_CODE : 0));
  const name = best(
    columns.filter((column) => column !== code),
    ({ nameLikeness }) => nameLikeness,
  );
  return code && name ? { place: { code: code.index, name: name.index, firstDataRow }, met: code.met } : null;
}
/** Less than any code that was met. */
const SAYS_CODE = 0.5;

interface LookupColumn {
  readonly index: number;
  /** Cells that hold a code of ours. */
  readonly met: number;
  readonly saysCode: boolean;
  /** 0 for what cannot be names. */
  readonly nameLikeness: number;
}

function columnAt(
  head: Grid,
  index: number,
  headerRow: number,
  firstDataRow: number,
  codes: ReadonlyMap<string, ClientKey>,
): LookupColumn {
  const heading = headerRow < 0 ? '' : cellText(head.value(headerRow, index));
  const roles = rolesOfHeading(heading);
  let met = 0;
  for (let row = firstDataRow; row < head.rowCount; row++) {
    if (codes.has(cellText(head.value(row, index)))) met++;
  }
  const { kind, texts, distinctTexts, samples } = profileOf(head, index, firstDataRow);
  const called = roles.find(({ role }) => role === 'client')?.strength ?? 0;
  const companies = samples.filter((sample) => foldName(String(sample)).form !== '').length;
  const areNames = kind === 'text' && distinctTexts >= texts * DIFFERENT && !samples.every(isCode);
  return {
    index,
    met,
    saysCode:
      samples.length > 0 &&
      samples.every(isCode) &&
      (roles.some(({ role }) => role === 'clientId') || BARE_CODE.test(heading)),
    nameLikeness: areNames ? called + companies : 0,
  };
}
/** A heading of codes that does not say whose. */
const BARE_CODE = /^\s*(?:код|ид|id|code|key)\s*$/i;

function isCode(value: CellValue): boolean {
  return typeof value === 'number' ? Number.isInteger(value) : CODE.test(cellText(value));
}

function best<T>(all: readonly T[], score: (each: T) => number): T | undefined {
  const [first] = all
    .map((each) => ({ each, value: score(each) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  return first?.each;
}
