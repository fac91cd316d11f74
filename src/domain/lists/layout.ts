import { cellText, isBlank } from '../sales/cells';
import { isDateFormat } from '../sales/dateText';
import { compileWords, nameableWords, phraseStrength } from '../sales/phrases';
import type { CompiledWords } from '../sales/phrases';
import { rolesOfHeading } from '../sales/roleWords';
import type { ColumnRole } from '../sales/types';
import type { Grid } from '../shared/grid';
import type { ListWords } from './listWords';

/** Where a plain list has its heading and what its columns mean; zero-based rows and columns of the grid. */
export interface ListLayout<Role extends string> {
  /** −1 for a list without a heading. */
  readonly headerRow: number;
  readonly firstDataRow: number;
  readonly columns: ReadonlyMap<Role, number>;
  /** Further columns of a role that may stand in several («Перенос 1», «Перенос 2»). */
  readonly more: readonly number[];
  /** Headings by column. */
  readonly headings: readonly string[];
  /** Columns whose numbers are shown as per cent: 0.4 is 40 %. */
  readonly percent: ReadonlySet<number>;
}

/** A list's words, ready to be compared with headings. */
export interface ListVocabulary<Role extends string> {
  readonly roles: readonly RoleVocabulary<Role>[];
  /** The role that may stand in several columns. */
  readonly repeated: Role | null;
}

interface RoleVocabulary<Role extends string> {
  readonly role: Role;
  readonly own: CompiledWords;
  readonly sales: ColumnRole | null;
}

/** A report's cap (title, period, filters) is not longer than this. */
const LONGEST_CAP = 60;
/** A number among headings says that this is a row of data. */
const NUMBER_WEIGHT = -2;
/** A text that stands alone in its row may be the title of the list. */
const LONE_WEIGHT = -0.5;

/** Makes the words of a list ready, once. */
export function vocabulary<Role extends string>(
  words: Readonly<Record<Role, ListWords>>,
  repeated: Role | null = null,
): ListVocabulary<Role> {
  const roles = (Object.entries(words) as [Role, ListWords][]).map(([role, { phrases, never, sales }]) => ({
    role,
    own: compileWords({ phrases, never }),
    sales: sales ?? null,
  }));
  return { roles, repeated };
}

/**
 * Finds the heading of a plain list under an optional cap and what its columns mean: the row that names most roles,
 * the first of equals. Null if no row names any.
 */
export function layoutOf<Role extends string>(
  head: Grid,
  words: ListVocabulary<Role>,
): ListLayout<Role> | null {
  let best: ListLayout<Role> | null = null;
  let bestScore = 0;
  let firstFilled = -1;
  for (let row = 0; row < head.rowCount; row++) {
    const { headings, numbers, isFilled } = headingsAt(head, row);
    if (!isFilled) continue;
    if (firstFilled < 0) firstFilled = row;
    if (row - firstFilled > LONGEST_CAP) break;
    const { columns, more } = rolesOf(headings, words);
    const isLone = headings.filter((heading) => heading !== '').length === 1;
    const score = columns.size + numbers * NUMBER_WEIGHT + (isLone ? LONE_WEIGHT : 0);
    if (score <= bestScore) continue;
    bestScore = score;
    best = { headerRow: row, firstDataRow: row + 1, columns, more, headings, percent: new Set() };
  }
  return best && { ...best, percent: percentColumns(head, best.firstDataRow) };
}

function headingsAt(head: Grid, row: number) {
  const headings: string[] = [];
  let numbers = 0;
  let isFilled = false;
  for (let column = 0; column < head.columnCount; column++) {
    const value = head.value(row, column);
    const blank = isBlank(value);
    isFilled ||= !blank;
    if (typeof value !== 'string' && !blank) numbers++;
    headings.push(typeof value === 'string' ? cellText(value) : '');
  }
  return { headings, numbers, isFilled };
}

interface Candidate<Role> {
  readonly role: Role;
  readonly order: number;
  readonly column: number;
  readonly strength: number;
}

/** Gives every role its best column: the strongest pair first, then in the order of roles and columns. */
function rolesOf<Role extends string>(
  headings: readonly string[],
  { roles, repeated }: ListVocabulary<Role>,
): { readonly columns: ReadonlyMap<Role, number>; readonly more: readonly number[] } {
  const candidates = headings
    .flatMap((heading, column) => candidatesOf(heading, column, roles))
    .sort((a, b) => b.strength - a.strength || a.order - b.order || a.column - b.column);
  const columns = new Map<Role, number>();
  const taken = new Set<number>();
  for (const { role, column } of candidates) {
    if (columns.has(role) || taken.has(column)) continue;
    columns.set(role, column);
    taken.add(column);
  }
  const more = candidates.flatMap(({ role, column }) =>
    role === repeated && !taken.has(column) ? [column] : [],
  );
  return { columns, more: [...new Set(more)].sort((a, b) => a - b) };
}

/** Words of the list come first: «Потенциал клиента» is no name of a client. */
function candidatesOf<Role extends string>(
  heading: string,
  column: number,
  roles: readonly RoleVocabulary<Role>[],
): readonly Candidate<Role>[] {
  const words = nameableWords(heading);
  if (words.length === 0) return [];
  const own = roles.flatMap(({ role, own: { phrases, never } }, order) => {
    const strength = words.some((word) => never.test(word)) ? 0 : phraseStrength(words, phrases);
    return strength > 0 ? [{ role, order, column, strength }] : [];
  });
  if (own.length > 0) return own;
  const sales = rolesOfHeading(heading);
  return roles.flatMap(({ role, sales: meant }, order) => {
    const strength = sales.find((match) => match.role === meant)?.strength ?? 0;
    return strength > 0 ? [{ role, order, column, strength }] : [];
  });
}

/** Columns in which most numbers below the heading are shown as per cent. */
function percentColumns(head: Grid, firstRow: number): ReadonlySet<number> {
  const found = new Set<number>();
  for (let column = 0; column < head.columnCount; column++) {
    let percent = 0;
    let others = 0;
    for (let row = firstRow; row < head.rowCount; row++) {
      if (typeof head.value(row, column) !== 'number') continue;
      const format = head.format(row, column);
      if (format.includes('%') && !isDateFormat(format)) percent++;
      else others++;
    }
    if (percent > others) found.add(column);
  }
  return found;
}
