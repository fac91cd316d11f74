import { NO_DOSSIERS } from '../../domain/dossiers/book';
import type { DossierBook } from '../../domain/dossiers/book';
import type { ClientKey } from '../../domain/sales/types';
import { ok } from '../../domain/shared/result';
import type { Result } from '../../domain/shared/result';
import { saveDossierBook } from '../../excel/dossierStore';
import type { SheetNames } from '../../excel/ownedTabs';
import type { ExcelTrouble } from '../../excel/types';
import type { DealsContext, SalesContext } from '../../reports/context';
import { dealsFor } from '../../reports/dealsFor';
import type { Pages } from '../../reports/pages';
import { drive } from '../drive';
import type { Hooks } from '../types';
import { carryOver, MANUAL } from './carryOver';
import type { LastRun } from './lastRun';
import { pagesOf } from './pages';
import { standingBook, updated } from './shelf';
import type { Shelf } from './shelf';
import { namedPages } from './tabNames';

/** The pipeline, and the book of pages, once what meetings changed has been carried over to the deals. */
export interface Settled {
  readonly named: DealsContext;
  readonly book: DossierBook;
}

/** Adds the pipeline to a context, with the probabilities that people confirmed on reports of meetings. */
export async function withConfirmed(
  known: SalesContext,
  shelf: Shelf,
  hooks: Hooks,
): Promise<Result<Settled, ExcelTrouble>> {
  const named = { ...known, deals: await drive(dealsFor(known), 'analyse', hooks) };
  const carried = await carryOver(shelf, named);
  if (!carried.ok) return carried;
  const { book, changes } = carried.value;
  if (changes.length === 0) return ok({ named, book });
  const dealCells = new Map(known.entries.dealCells);
  for (const { deal, probability } of changes)
    dealCells.set(deal, { ...dealCells.get(deal), [MANUAL]: probability });
  const changed: SalesContext = { ...known, entries: { ...known.entries, dealCells } };
  return ok({ named: { ...changed, deals: await drive(dealsFor(changed), 'analyse', hooks) }, book });
}

/** The clients of all dossiers and meeting reports, by their real keys. */
export function clientsOf({ dossiers, meetings }: DossierBook): readonly ClientKey[] {
  return [...dossiers, ...meetings].map(({ client }) => client);
}

/**
 * The pages that stand, and those of `made` that are to be made, under the names their tabs are to have. The book is kept
 * first: whatever fails later, it is known whose words stand where.
 */
export async function standingPages(
  { context, disguise, settings }: LastRun,
  { book, states }: Shelf,
  { pages: standing, taken }: SheetNames,
  hooks: Hooks,
  made: DossierBook = NO_DOSSIERS,
): Promise<Result<Pages, ExcelTrouble>> {
  const shown = updated(standingBook(book, standing), made);
  const named = namedPages(shown, standing, taken, { isHidden: disguise !== null, t: context.t });
  const kept = await saveDossierBook(updated(book, named.book));
  if (!kept.ok) return kept;
  const sources = { book: named.book, states, tabNames: named.names };
  return ok(await drive(pagesOf(context, sources, settings.aliases, disguise), 'analyse', hooks));
}
