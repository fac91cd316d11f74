import type { ClientRow } from '../../domain/analysis';
import type { KeyMark } from '../../domain/entries';
import { KEY_MARKS } from '../../domain/entries';
import { portionAtLeast } from '../../domain/shared/portion';
import { ZERO } from '../../domain/shared/money';
import { absolute, areaAddress } from '../addresses';
import type { ReportContext } from '../context';
import { HEAD_ROWS } from '../tabHead';

/** number, client, revenue, share, flag, manager, promising, image, demanding, comment, key, reason */
export const WIDTHS = [5, 32, 14, 10, 24, 16, 15, 12, 15, 22, 11, 52];
/** Working cells right of the page: key of the client, money its flag goes by, the three marks; then limits and words. */
export const WORKING_WIDTHS = [3, 30, 15, 8, 8, 8, 3, 34, 15];

/** One-based columns of the list. */
export const COLUMN = {
  number: 1,
  client: 2,
  revenue: 3,
  share: 4,
  flag: 5,
  manager: 6,
  promising: 7,
  image: 8,
  demanding: 9,
  comment: 10,
  isKey: 11,
  reason: 12,
  clientKey: 14,
  flagMoney: 15,
  promisingSet: 16,
  imageSet: 17,
  demandingSet: 18,
  limitName: 20,
  limit: 21,
} as const;

/** The column that says whether a mark is set: 1 or 0. */
export const SET_COLUMN: Readonly<Record<KeyMark, number>> = {
  promising: COLUMN.promisingSet,
  image: COLUMN.imageSet,
  demanding: COLUMN.demandingSet,
};

/** Limits in money, in the order of their working cells. */
export const LIMITS = ['keyShare', 'flagLarge', 'flagCritical', 'flagMono'] as const;
export type Limit = (typeof LIMITS)[number];

/** Rows: the summary, how to mark, then the list. */
export const SUMMARY_ROW = HEAD_ROWS + 1;
const SUMMARY_ROWS = 4;
export const HELP_ROW = SUMMARY_ROW + SUMMARY_ROWS + 2;
const HELP_ROWS = KEY_MARKS.length + 2;
export const HEADING_ROW = HELP_ROW + HELP_ROWS + 1;
export const FIRST_ROW = HEADING_ROW + 1;

/** The largest clients are always listed, and at most so many for their revenue alone. */
const ALWAYS_LISTED = 20;
const MOST_LISTED = 60;
/** Clients with half the share of a key client could become one. */
const COULD_BE = 0.5;

/** Positions of the clients listed: those that are key, could become so, are among the largest, are marked, or were added. */
export function listedClients({ analysis, settings, entries }: ReportContext): readonly number[] {
  const { clients, concentration, dependency } = analysis;
  const isKey = new Set(dependency.keyClients.map(({ client }) => client));
  const least = portionAtLeast(concentration?.base ?? ZERO, settings.thresholds.keyShare * COULD_BE);
  const added = new Set(entries.addedKeys.map((name) => name.toLowerCase()));
  const isLarge = ({ revenue }: ClientRow, position: number): boolean =>
    revenue > 0 && (position < ALWAYS_LISTED || (position < MOST_LISTED && revenue >= least));
  return [...clients.keys()].filter((position) => {
    const client = clients[position];
    if (!client) return false;
    const isWanted = entries.marks.has(client.key) || added.has(client.name.toLowerCase());
    return isKey.has(position) || isWanted || isLarge(client, position);
  });
}

/** First row of the words that mean yes, below the limits, the base and the share of a key client. */
export const WORD_ROW = HEADING_ROW + LIMITS.length + 5;

/** References to columns of the list and to the working cells. */
export interface ListCells {
  readonly rows: number;
  /** `$C$16:$C$35` */
  readonly column: (column: keyof typeof COLUMN) => string;
  readonly limit: Readonly<Record<Limit, string>>;
  /** The base of all shares, and the share of a key client. */
  readonly base: string;
  readonly keyShare: string;
  /** The words that mean yes. */
  readonly words: string;
}

/** Where the list's cells stand; `words` is the number of words that mean yes. */
export function listCells(rows: number, words: number): ListCells {
  const cell = (offset: number) => absolute(HEADING_ROW + 1 + offset, COLUMN.limit);
  const limit = (key: Limit) => cell(LIMITS.indexOf(key));
  return {
    rows,
    column: (column) => areaAddress({ row: FIRST_ROW, column: COLUMN[column], rows, columns: 1 }),
    limit: {
      keyShare: limit('keyShare'),
      flagLarge: limit('flagLarge'),
      flagCritical: limit('flagCritical'),
      flagMono: limit('flagMono'),
    },
    base: cell(LIMITS.length),
    keyShare: cell(LIMITS.length + 1),
    words: areaAddress({ row: WORD_ROW, column: COLUMN.limitName, rows: words, columns: 1 }),
  };
}
