import type { DossierBook, DossierEntry, MeetingEntry } from '../../domain/dossiers/book';
import type { Language } from '../../domain/settings';
import { partsOf } from '../../domain/shared/dates';
import { folded, freeName, LONGEST_SHEET_NAME } from '../../excel/sheetNames';
import type { Translate } from '../../i18n/translate';
import { translator } from '../../i18n/translate';
import type { PageKey } from '../../reports/plan';
import { dossierKey, meetingKey } from './pages';

const LANGUAGES: readonly Language[] = ['ru', 'en'];

/** What tabs of pages are to be called, and the book with the names that hiding must give back. */
export interface NamedPages {
  readonly names: ReadonlyMap<PageKey, string>;
  readonly book: DossierBook;
}

/**
 * Names for the tabs of pages: a name once given is the user's and stays; while names are hidden it gives way to «Досье
 * 001» and is kept to be given back. New tabs are called after their client.
 */
export function namedPages(
  book: DossierBook,
  standing: ReadonlyMap<PageKey, string>,
  sheets: readonly string[],
  { isHidden, t }: { readonly isHidden: boolean; readonly t: Translate },
): NamedPages {
  const names = new Map<PageKey, string>();
  const pageNames = new Set([...standing.values()].map(folded));
  const taken = new Set(sheets.map(folded).filter((name) => !pageNames.has(name)));
  const take = (wanted: string): string => {
    const name = freeName(wanted, taken);
    taken.add(folded(name));
    return name;
  };
  const rename = <Entry extends DossierEntry | MeetingEntry>(
    kind: 'dossier' | 'meeting',
    key: PageKey,
    entry: Entry,
  ): Entry => {
    const current = standing.get(key) ?? null;
    const isMade = current !== null && hiddenNames(kind, entry.number).has(current);
    const own = current !== null && !isMade ? current : entry.tab;
    names.set(key, take(isHidden ? hiddenName(kind, entry.number, t) : (own ?? newName(kind, entry, t))));
    return { ...entry, tab: isHidden ? own : null };
  };
  return {
    book: {
      dossiers: book.dossiers.map((entry) => rename('dossier', dossierKey(entry), entry)),
      meetings: book.meetings.map((entry) => rename('meeting', meetingKey(entry), entry)),
    },
    names,
  };
}

function newName(
  kind: 'dossier' | 'meeting',
  { name, created }: DossierEntry | MeetingEntry,
  t: Translate,
): string {
  const { month, day } = partsOf(created);
  const date = kind === 'meeting' ? ` ${twoDigits(day)}.${twoDigits(month)}` : '';
  const prefix = t(`${kind}.tab`, { name: '' });
  const room = LONGEST_SHEET_NAME - prefix.length - date.length;
  return `${prefix}${shortName(name).slice(0, room).trim()}${date}`;
}

/** «Досье 001» in a language. */
function hiddenName(kind: 'dossier' | 'meeting', number: number, t: Translate): string {
  return t(`${kind}.tab`, { name: String(number).padStart(3, '0') });
}

function hiddenNames(kind: 'dossier' | 'meeting', number: number): ReadonlySet<string> {
  return new Set(LANGUAGES.map((language) => hiddenName(kind, number, translator(language))));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

const QUOTED = /[«"“„]([^«»"“”„]+)[»"”“]/;

/** What stands in quotes, else all, without what a sheet's name may not hold: «ООО «Ромашка»» is `Ромашка`. */
function shortName(name: string): string {
  return (QUOTED.exec(name)?.[1] ?? name)
    .replace(/[:\\/?*[\]]/g, ' ')
    .replace(/["«»“”„']/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
