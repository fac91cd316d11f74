import { codeOf } from '../../domain/disguise/disguise';
import type { DossierBook, DossierEntry, MeetingEntry } from '../../domain/dossiers/book';
import type { Variant } from '../../domain/dossiers/schema';
import { followAliases } from '../../domain/sales/identity';
import type { ClientKey } from '../../domain/sales/types';
import { fail, ok } from '../../domain/shared/result';
import type { Result } from '../../domain/shared/result';
import { sheetNames } from '../../excel/ownedTabs';
import type { SheetNames } from '../../excel/ownedTabs';
import { readPages, seedPage } from '../../excel/pageInputs';
import { writePages } from '../../excel/write';
import type { ReportContext } from '../../reports/context';
import { dossiersPlan } from '../../reports/dossiers';
import { pagePlans } from '../../reports/pagePlans';
import type { DossierPage, Pages } from '../../reports/pages';
import type { PageKey } from '../../reports/plan';
import { stopped } from '../answers';
import { drive } from '../drive';
import type { Hooks, PageResult, Trouble } from '../types';
import type { LastRun } from './lastRun';
import { makeOwnTemplates, templateCalled } from './ownTemplates';
import { dossierKey, meetingKey } from './pages';
import { standingPages } from './refresh';
import { openShelf, standingBook } from './shelf';
import type { Shelf } from './shelf';

/** For whom dossiers are wanted. */
export interface DossierRequest {
  /** As {@link dossierChoices} call them. */
  readonly clients: readonly ClientKey[];
  readonly variant: Variant;
  /** Name of a sheet of people's that dossiers are to be copies of; absent: pages of ours in the variant. */
  readonly template?: string;
}

/** A client for whom a dossier can be made. */
export interface DossierChoice {
  /** A code where names are hidden. */
  readonly key: ClientKey;
  readonly name: string;
  readonly isKey: boolean;
  /** Part of the revenue; null without positive revenue. */
  readonly share: number | null;
}

/** What was made: pages that stand now, in the order in which they were written. */
export interface MadePages {
  readonly pages: readonly PageResult[];
  /** Wanted ones that were not made because the user stopped, or because of trouble. */
  readonly left: number;
  /** What stood in the way of the rest; null where nothing did but the user. */
  readonly trouble: Trouble | null;
}

/** Clients of the last run, key ones first, each group by revenue. */
export function dossierChoices({ context: { analysis } }: LastRun): readonly DossierChoice[] {
  const keys = new Set(analysis.dependency.keyClients.map(({ client }) => client));
  const choices = analysis.clients.map(({ key, name, share }, position): DossierChoice => ({
    key,
    name,
    isKey: keys.has(position),
    share,
  }));
  return [...choices.filter(({ isKey }) => isKey), ...choices.filter(({ isKey }) => !isKey)];
}

/**
 * Makes a dossier for each client that has none, one tab after another, and turns those of another variant into the one
 * asked for; then brings «Досье» up to date. Stopping keeps what is finished.
 */
export async function createDossiers(
  last: LastRun,
  { clients, variant, template: sheet }: DossierRequest,
  hooks: Hooks,
): Promise<Result<MadePages, Trouble>> {
  const hidden: Trouble = { kind: 'template', error: { code: 'namesHidden' } };
  if (sheet !== undefined && last.disguise) return fail(hidden);
  const called = sheet === undefined ? ok(null) : await templateCalled(sheet);
  if (!called.ok) return called;
  const template = called.value;
  const opened = await openWith(last);
  if (!opened.ok) return opened;
  const { shelf, names } = opened.value;
  const wanted = [...new Set(clients.map((key) => realKey(last, key)))];
  const standing = standingBook(shelf.book, names.pages);
  let number = nextNumber(shelf.book.dossiers);
  const entries = wanted.flatMap((client): DossierEntry[] => {
    // A dossier on an own template stands beside one of ours: neither can take the words of the other.
    const isSought = (entry: DossierEntry): boolean =>
      ownerOf(last, entry) === client && entry.template?.sheet === template?.sheet;
    const known = standing.dossiers.find(isSought);
    if (known) return template || known.variant === variant ? [] : [{ ...known, variant }];
    const dropped = shelf.book.dossiers.find(isSought);
    if (dropped) return [{ ...dropped, variant, tab: null }];
    const name = nameOf(last, client);
    return [{ number: number++, client, name, variant, created: last.context.today, tab: null, template }];
  });
  return make(last, shelf, names, { dossiers: entries, meetings: [] }, hooks);
}

/** Makes the report of a meeting with a client, dated today, and brings its dossier and «Досье» up to date. */
export async function createMeeting(
  last: LastRun,
  shownKey: ClientKey,
  hooks: Hooks,
): Promise<Result<MadePages, Trouble>> {
  const opened = await openWith(last);
  if (!opened.ok) return opened;
  const { shelf, names } = opened.value;
  const client = realKey(last, shownKey);
  const entry: MeetingEntry = {
    number: nextNumber(shelf.book.meetings),
    client,
    name: nameOf(last, client),
    created: last.context.today,
    tab: null,
    applied: null,
  };
  const seeded = await seedPage(meetingKey(entry), [
    { key: 'meeting.date', values: { value: last.context.today } },
  ]);
  if (!seeded.ok) return stopped(seeded.error);
  const dossiers = standingBook(shelf.book, names.pages).dossiers.filter(
    (dossier) => ownerOf(last, dossier) === client && (dossier.template === null || !last.disguise),
  );
  return make(last, shelf, names, { dossiers, meetings: [entry] }, hooks);
}

async function openWith(
  last: LastRun,
): Promise<Result<{ readonly shelf: Shelf; readonly names: SheetNames }, Trouble>> {
  const shelf = await openShelf(last.ledger);
  if (!shelf.ok) return stopped(shelf.error);
  const names = await sheetNames(last.context.language);
  if (!names.ok) return stopped(names.error);
  return ok({ shelf: shelf.value, names: names.value });
}

/** Writes the pages of these entries, and «Досье» after them. */
async function make(
  last: LastRun,
  shelf: Shelf,
  names: SheetNames,
  entries: DossierBook,
  hooks: Hooks,
): Promise<Result<MadePages, Trouble>> {
  const keys = [...entries.dossiers.map(dossierKey), ...entries.meetings.map(meetingKey)];
  if (keys.length === 0) return ok({ pages: [], left: 0, trouble: null });
  // Those that stand have been read with the shelf; a new report has the words it was seeded with.
  const read = await readPages(entries.meetings.map(meetingKey));
  if (!read.ok) return stopped(read.error);
  const states = new Map([...shelf.states, ...read.value]);
  const all = await standingPages(last, { ...shelf, states }, names, hooks, entries);
  if (!all.ok) return stopped(all.error);
  const context: ReportContext = { ...last.context, tabNames: names.tabs, pages: all.value };
  const isAsked = ({ key }: { readonly key: PageKey }): boolean => keys.includes(key);
  const asked: Pages = {
    dossiers: all.value.dossiers.filter(isAsked),
    meetings: all.value.meetings.filter(isAsked),
  };
  const plans = await drive(pagePlans(context, asked), 'analyse', hooks);
  const progress = {
    signal: hooks.signal,
    onProgress: (fraction: number) => hooks.onProgress('write', fraction),
  };
  const own = await makeOwnTemplates(context, asked.dossiers, hooks, progress);
  const ownKeys = own.written.map(({ key }) => key as string);
  const written = await writePages(
    plans,
    (made) => [
      dossiersPlan({ ...context, pages: withMade(all.value, names, keys, new Set([...made, ...ownKeys])) }),
    ],
    progress,
    last.disguise,
  );
  const made = new Map([...own.written, ...written.written].map(({ key, name }) => [key as string, name]));
  const pages = [
    ...asked.dossiers.map(pageResult),
    ...asked.meetings.map(({ key, facts }) => ({ key, client: facts.key, variant: null })),
  ].flatMap((page): PageResult[] => {
    const name = made.get(page.key);
    return name === undefined ? [] : [{ ...page, name }];
  });
  const reason = own.stopped ?? written.stopped;
  const trouble: Trouble | null =
    reason === null || reason.code === 'cancelled' ? null : { kind: 'excel', error: reason };
  if (trouble && pages.length === 0) return fail(trouble);
  return ok({ pages, left: keys.length - pages.length, trouble });
}

/** A dossier as the face hears of it. */
export function pageResult({ key, tab, facts, entry }: DossierPage): PageResult {
  const page = { key, name: tab, client: facts.key, variant: entry.variant };
  return entry.template ? { ...page, template: entry.template.name } : page;
}

/** All pages but those that were to be made and were not. */
function withMade(
  { dossiers, meetings }: Pages,
  { pages: standing }: SheetNames,
  asked: readonly PageKey[],
  made: ReadonlySet<string>,
): Pages {
  const stands = ({ key }: { readonly key: PageKey }): boolean =>
    !asked.includes(key) || standing.has(key) || made.has(key);
  return { dossiers: dossiers.filter(stands), meetings: meetings.filter(stands) };
}

function realKey({ disguise, ledger }: LastRun, key: ClientKey): ClientKey {
  if (!disguise) return key;
  return ledger.clients.find((client) => codeOf(disguise, client.key) === key)?.key ?? key;
}

function ownerOf({ settings }: LastRun, { client }: DossierEntry | MeetingEntry): ClientKey {
  return followAliases(client, settings.aliases);
}

function nameOf({ ledger }: LastRun, client: ClientKey): string {
  return ledger.clients.find(({ key }) => key === client)?.name ?? client;
}

function nextNumber(entries: readonly { readonly number: number }[]): number {
  return Math.max(0, ...entries.map(({ number }) => number)) + 1;
}
