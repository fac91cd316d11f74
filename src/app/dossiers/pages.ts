import { codeOf } from '../../domain/disguise/disguise';
import type { Disguise } from '../../domain/disguise/disguise';
import type { DossierBook, DossierEntry, MeetingEntry, PageWords } from '../../domain/dossiers/book';
import { dossierFacts } from '../../domain/dossiers/facts';
import type { DossierFacts } from '../../domain/dossiers/factTypes';
import { followAliases } from '../../domain/sales/identity';
import type { ClientKey } from '../../domain/sales/types';
import type { Settings } from '../../domain/settings';
import { compareText } from '../../domain/shared/compareText';
import type { Steps } from '../../domain/shared/steps';
import type { PageState } from '../../excel/pageInputs';
import { maskPage } from '../../excel/pageMask';
import type { DealsContext } from '../../reports/context';
import type { DossierPage, MeetingPage, Pages } from '../../reports/pages';
import type { PageKey } from '../../reports/plan';

/** What pages are made of beside the sales. */
export interface PageSources {
  /** Dossiers and meeting reports whose tabs stand or are to be made. */
  readonly book: DossierBook;
  /** What people wrote on them, in their own words. */
  readonly states: ReadonlyMap<PageKey, PageState>;
  readonly tabNames: ReadonlyMap<PageKey, string>;
}

/** The key of the tab of a dossier, and of a meeting report. */
export function dossierKey({ number }: Pick<DossierEntry, 'number'>): PageKey {
  return `dossier${number}`;
}
export function meetingKey({ number }: Pick<MeetingEntry, 'number'>): PageKey {
  return `meeting${number}`;
}

/**
 * Puts pages together: facts from the sales, words of people; where names are hidden neither tells one. `aliases` are the
 * real ones, also where the context is disguised.
 */
export function* pagesOf(
  context: DealsContext,
  sources: PageSources,
  aliases: Settings['aliases'],
  disguise: Disguise | null,
): Steps<Pages> {
  const { book, states, tabNames } = sources;
  const shownKey = (entry: DossierEntry | MeetingEntry): ClientKey => {
    const key = followAliases(entry.client, aliases);
    return disguise ? codeOf(disguise, key) : key;
  };
  const keys = [...new Set([...book.dossiers, ...book.meetings].map(shownKey))];
  const facts = yield* dossierFacts(context, keys);
  const named = <Entry extends DossierEntry | MeetingEntry>(entry: Entry): Entry =>
    disguise ? { ...entry, client: shownKey(entry), name: hiddenName(entry, disguise), tab: null } : entry;
  const page = <Entry extends DossierEntry | MeetingEntry>(key: PageKey, entry: Entry) => ({
    key,
    tab: tabNames.get(key) ?? '',
    entry: named(entry),
    facts: factsOf(facts, shownKey(entry)),
    words: wordsOf(states.get(key), disguise),
  });
  const meetings = book.meetings
    .map((entry): MeetingPage => page(meetingKey(entry), entry))
    .sort((a, b) => b.entry.created - a.entry.created || b.entry.number - a.entry.number);
  const dossiers = book.dossiers
    .map((entry): DossierPage => {
      const common = page(dossierKey(entry), entry);
      return { ...common, meetings: meetings.filter(({ facts: { key } }) => key === common.facts.key) };
    })
    .sort(byMoney);
  return { dossiers, meetings };
}

function hiddenName(entry: DossierEntry | MeetingEntry, { clients, words }: Disguise): string {
  return clients.get(entry.client) ?? words.hidden;
}

function factsOf(facts: ReadonlyMap<ClientKey, DossierFacts>, key: ClientKey): DossierFacts {
  const found = facts.get(key);
  if (!found) throw new Error('A dossier has no facts');
  return found;
}

/** What people wrote on a page, in their own words or as it is shown without names. */
export function wordsOf(state: PageState | undefined, disguise: Disguise | null): PageWords {
  const records = state?.records ?? [];
  const shown = disguise ? maskPage(records, state?.names ?? {}, disguise.words.hidden).records : records;
  return new Map(shown.map(({ key, values }) => [key, values]));
}

/** By revenue descending, those that vanished last; then by name, then by number. */
function byMoney(a: DossierPage, b: DossierPage): number {
  const revenue = ({ facts }: DossierPage): number => facts.sales?.revenue ?? Number.NEGATIVE_INFINITY;
  const [first, second] = [revenue(a), revenue(b)];
  return (
    (first === second ? 0 : second - first) ||
    compareText(a.entry.name, b.entry.name) ||
    a.entry.number - b.entry.number
  );
}
