import type { AppliedProbability, DossierBook, MeetingEntry } from '../../domain/dossiers/book';
import { confirmedChange } from '../../domain/dossiers/confirmedChange';
import { followAliases } from '../../domain/sales/identity';
import type { Settings } from '../../domain/settings';
import type { ExcelSerial } from '../../domain/shared/dates';
import { ok } from '../../domain/shared/result';
import type { Result } from '../../domain/shared/result';
import { putInputs } from '../../excel/inputs';
import type { ExcelTrouble } from '../../excel/types';
import { choiceOf } from '../../i18n/dossierWords';
import type { DealsContext } from '../../reports/context';
import { meetingKey, wordsOf } from './pages';
import type { Shelf } from './shelf';

/** The field of «Сделки» that holds a probability by hand. */
export const MANUAL = 'probability';

/** What was carried over from meeting reports to «Сделки». */
export interface CarriedOver {
  readonly book: DossierBook;
  /** Deals whose probability changed; empty if none did. */
  readonly changes: readonly AppliedProbability[];
}

/**
 * Puts probabilities that people confirmed on reports of meetings into the cells of «Сделки», each once: what is changed
 * there by hand later stays.
 */
export async function carryOver(
  { book, states }: Shelf,
  { deals, settings, today }: DealsContext,
): Promise<Result<CarriedOver, ExcelTrouble>> {
  const changes = new Map<number, AppliedProbability>();
  for (const entry of book.meetings) {
    const change = newChange(entry, settings, today);
    if (change) changes.set(entry.number, change);
  }
  if (changes.size === 0) return ok({ book, changes: [] });
  const put = await putInputs(
    'deals',
    [...changes.values()].map(({ deal, probability }) => ({ key: deal, field: MANUAL, value: probability })),
  );
  if (!put.ok) return put;
  const meetings = book.meetings.map((entry) => {
    const change = changes.get(entry.number);
    return change && put.value.has(change.deal) ? { ...entry, applied: change } : entry;
  });
  return ok({
    book: { ...book, meetings },
    changes: [...changes.values()].filter(({ deal }) => put.value.has(deal)),
  });

  function newChange(entry: MeetingEntry, given: Settings, on: ExcelSerial): AppliedProbability | null {
    const client = followAliases(entry.client, given.aliases);
    const confirmed = confirmedChange(
      wordsOf(states.get(meetingKey(entry)), null),
      deals.open.filter((deal) => deal.client === client),
      given,
      choiceOf,
    );
    if (!confirmed.ok) return null;
    const { deal, probability } = confirmed.value;
    const { applied } = entry;
    const isKnown = applied !== null && applied.deal === deal && applied.probability === probability;
    return isKnown ? null : { deal, probability, on };
  }
}
