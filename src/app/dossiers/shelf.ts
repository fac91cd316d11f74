import type { DossierBook, DossierEntry, MeetingEntry } from '../../domain/dossiers/book';
import type { ClientKey, Ledger } from '../../domain/sales/types';
import { ok } from '../../domain/shared/result';
import type { Result } from '../../domain/shared/result';
import { foldText } from '../../domain/shared/text';
import { loadDossierBook } from '../../excel/dossierStore';
import { readInputsOf } from '../../excel/inputs';
import { readPages } from '../../excel/pageInputs';
import type { PageState } from '../../excel/pageInputs';
import type { ExcelTrouble } from '../../excel/types';
import type { PageKey } from '../../reports/plan';
import { dossierKey, meetingKey } from './pages';

/** The pages of the workbook as they stand. */
export interface Shelf {
  /** Every dossier and meeting report ever made: those whose tabs were deleted keep their words. */
  readonly book: DossierBook;
  /** What people wrote, by page. */
  readonly states: ReadonlyMap<PageKey, PageState>;
}

/** Reads the dossiers and meeting reports of the workbook; a dossier follows the client that people related it to. */
export async function openShelf(ledger: Ledger): Promise<Result<Shelf, ExcelTrouble>> {
  const kept = await loadDossierBook();
  if (!kept.ok) return kept;
  const picked = await readInputsOf(['dossiers']);
  if (!picked.ok) return picked;
  const picks = new Map(
    picked.value.dossiers.records.map(({ key, values }) => [key, String(values.client ?? '')]),
  );
  const book = withCurrentNames(related(kept.value, picks, ledger), ledger);
  // On a dossier of an own template we know nothing but our own cells.
  const pages = book.dossiers.filter(({ template }) => template === null);
  const states = await readPages([...pages.map(dossierKey), ...book.meetings.map(meetingKey)]);
  return states.ok ? ok({ book, states: states.value }) : states;
}

/** The part of the book whose tabs stand. */
export function standingBook(book: DossierBook, standing: ReadonlyMap<PageKey, string>): DossierBook {
  return {
    dossiers: book.dossiers.filter((entry) => standing.has(dossierKey(entry))),
    meetings: book.meetings.filter((entry) => standing.has(meetingKey(entry))),
  };
}

/** The book with some of its entries changed. */
export function updated(book: DossierBook, changed: DossierBook): DossierBook {
  const merge = <Entry extends DossierEntry | MeetingEntry>(
    all: readonly Entry[],
    some: readonly Entry[],
  ): readonly Entry[] => {
    const byNumber = new Map(all.map((entry) => [entry.number, entry]));
    for (const entry of some) byNumber.set(entry.number, entry);
    return [...byNumber.values()];
  };
  return {
    dossiers: merge(book.dossiers, changed.dossiers),
    meetings: merge(book.meetings, changed.meetings),
  };
}

/** Dossiers go over to the clients picked for them on «Досье», and reports of meetings with them. */
function related(book: DossierBook, picks: ReadonlyMap<string, string>, { clients }: Ledger): DossierBook {
  const keys = new Map(clients.map(({ key, name }) => [foldText(name), key]));
  const moves = new Map<ClientKey, ClientKey>();
  const dossiers = book.dossiers.map((entry) => {
    const client = keys.get(foldText(picks.get(dossierKey(entry)) ?? ''));
    if (client === undefined || client === entry.client) return entry;
    moves.set(entry.client, client);
    return { ...entry, client };
  });
  const stillDossiers = new Set(dossiers.map(({ client }) => client));
  const meetings = book.meetings.map((entry) => {
    const client = stillDossiers.has(entry.client) ? undefined : moves.get(entry.client);
    return client === undefined ? entry : { ...entry, client };
  });
  return { dossiers, meetings };
}

/** Entries with the names that the sales give their clients now; those that vanished keep their last one. */
function withCurrentNames({ dossiers, meetings }: DossierBook, { clients }: Ledger): DossierBook {
  const names = new Map(clients.map(({ key, name }) => [key, name]));
  const named = <Entry extends DossierEntry | MeetingEntry>(entry: Entry): Entry => ({
    ...entry,
    name: names.get(entry.client) ?? entry.name,
  });
  return { dossiers: dossiers.map(named), meetings: meetings.map(named) };
}
