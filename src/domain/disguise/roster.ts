/**
 * Who has been hidden in a workbook so far. A place in a list never changes and nothing is ever struck out: a code or a
 * number that stands in a cell of an earlier run, or of one that failed half-way, means the same for ever.
 */
export interface Roster {
  /** What codes begin with, so that no key of the source reads like one. */
  readonly mark: string;
  /** Keys of clients and deals as the source has them. */
  readonly keys: readonly string[];
  /** Names that people also type into cells: holdings, and segments of peers. */
  readonly holdings: readonly string[];
  readonly segments: readonly string[];
}

export const EMPTY_ROSTER: Roster = { mark: '#', keys: [], holdings: [], segments: [] };

/** Names and keys to be hidden from now on. */
export type Newcomers = Pick<Roster, 'keys' | 'holdings' | 'segments'>;

/** The roster with those that are not on it yet, in the order given. */
export function enrol(roster: Roster, newcomers: Newcomers): Roster {
  return {
    mark: roster.keys.length > 0 ? roster.mark : markApart(newcomers.keys),
    keys: joined(roster.keys, newcomers.keys),
    holdings: joined(roster.holdings, newcomers.holdings),
    segments: joined(roster.segments, newcomers.segments),
  };
}

/** The code of the key at a place: `codeAt(roster, 0)` is `#001`. */
export function codeAt({ mark }: Roster, place: number): string {
  return mark + padded(place + 1, CODE_WIDTH);
}

/** The key behind a code; null for any other text. */
export function keyBehind({ mark, keys }: Roster, text: string): string | null {
  if (!text.startsWith(mark)) return null;
  const number = text.slice(mark.length);
  return /^\d+$/.test(number) ? (keys[Number(number) - 1] ?? null) : null;
}

/** `padded(7, 3)` is `007`. */
export function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

const CODE_WIDTH = 3;

/** A mark that none of the keys begins with. */
function markApart(keys: readonly string[]): string {
  let { mark } = EMPTY_ROSTER;
  while (keys.some((key) => key.startsWith(mark))) mark += EMPTY_ROSTER.mark;
  return mark;
}

function joined(known: readonly string[], newcomers: readonly string[]): readonly string[] {
  return [...new Set([...known, ...newcomers])];
}
