import { basisReason } from './amountBasis';
import { foldName } from './clientKey';
import type { ColumnProfile } from './profile';
import { mayBeAmount, rolesOfHeading } from './roleWords';
import { COLUMN_ROLES, NO_COLUMN } from './types';
import type { ColumnMapping, ColumnRole, ColumnView } from './types';

/** A column before it has a role. */
export interface ColumnCandidate {
  readonly index: number;
  readonly header: string;
  readonly profile: ColumnProfile;
  /** A role that the layout tells, where no heading says otherwise. */
  readonly hint?: ColumnRole;
}

type Because = Exclude<ColumnView['because'], null>;
/** The role given to a column, and why. */
export interface RoleProposal {
  readonly role: ColumnRole;
  readonly because: Because;
}

const NUMERIC: ReadonlySet<ColumnRole> = new Set([
  'amount',
  'quantity',
  'price',
  'discount',
  'cost',
  'profit',
]);
const WORDED: ReadonlySet<ColumnRole> = new Set([
  'client',
  'holding',
  'manager',
  'product',
  'group',
  'region',
  'currency',
]);
/** Share of the filled cells that must be goods lists: one cell may be damaged. */
const MOSTLY = 0.8;
/** Share of a column's filled cells that must suit a role. */
const SUITS = 0.5;
/** A heading over an empty column counts for what no list can do without, but any filled column comes first. */
const EMPTY_FACTOR = 0.3;
const ESSENTIAL: ReadonlySet<ColumnRole> = new Set(['client', 'amount', 'quantity', 'price']);
/** A column that holds what its heading says only here and there comes after one that always does. */
const MIXED_FACTOR = 0.5;
/** Names made of digits are possible (codes used as names), yet a column of words comes first. */
const NUMBERS_AS_WORDS_FACTOR = 0.6;
/** Largest single amount that is still money rather than a code such as an ИНН or a bar code. */
const LARGEST_PLAUSIBLE = 1e9;
/** A discount in per cent is at most this; larger numbers are money taken off and no rate. */
const LARGEST_RATE = 100;
/** A name column found by content repeats: at most this share of its texts is different. */
const REPEATING = 0.95;
/** A heading at least this strong names an amount by itself: beside the chosen one it raises a doubt. */
const STRONG_AMOUNT = 0.6;

/**
 * Proposes a role for each column: first what a person chose, then goods lists, which no heading tells from goods, then
 * the best headings whose content suits, then by content alone what is still missing (a client, a date, an amount). One column per role, one role per column.
 * A code column stands in for the client where there is no name.
 */
export function proposeRoles(
  columns: readonly ColumnCandidate[],
  chosen: ColumnMapping,
): ReadonlyMap<number, RoleProposal> {
  const table = new RoleTable();
  for (const role of COLUMN_ROLES) {
    const column = chosen[role];
    if (column !== undefined && column < columns.length && table.isFree(column))
      table.give(role, column, 'user');
  }
  const goods = best(columns, goodsLikeness);
  if (goods) table.giveIfFree('goods', goods.index, 'content');
  for (const { role, column } of withoutSecondDiscount(byHeadings(columns), columns)) {
    table.giveIfFree(role, column, 'header');
  }
  for (const { index, hint } of columns) if (hint) table.giveIfFree(hint, index, 'content');
  proposeByContent(columns, table);
  return table.proposals;
}

/** Columns that may as well be the amount: beside it, they are a doubt. Best heading first. */
export function rivalAmounts(
  columns: readonly ColumnCandidate[],
  proposals: ReadonlyMap<number, RoleProposal>,
): readonly number[] {
  return byHeadings(columns)
    .filter(
      ({ role, column, strength }) =>
        role === 'amount' && strength >= STRONG_AMOUNT && !proposals.has(column),
    )
    .map(({ column }) => column);
}

/** Who has which role. A role chosen as {@link NO_COLUMN} is taken, by no column. */
class RoleTable {
  readonly proposals = new Map<number, RoleProposal>();
  private readonly taken = new Set<ColumnRole>();

  has(role: ColumnRole): boolean {
    return this.taken.has(role);
  }

  isFree(column: number): boolean {
    return !this.proposals.has(column);
  }

  give(role: ColumnRole, column: number, because: Because): void {
    this.taken.add(role);
    if (column !== NO_COLUMN) this.proposals.set(column, { role, because });
  }

  giveIfFree(role: ColumnRole, column: number, because: Because): void {
    if (!this.has(role) && this.isFree(column)) this.give(role, column, because);
  }
}

interface Match {
  readonly role: ColumnRole;
  readonly column: number;
  readonly strength: number;
}

/** All (role, column) pairs that headings suggest and content allows, strongest first; then roles and columns in order. */
function byHeadings(columns: readonly ColumnCandidate[]): readonly Match[] {
  const matches: Match[] = [];
  for (const { index, header, profile } of columns) {
    for (const { role, strength } of rolesOfHeading(header)) {
      const weighted = strength * contentFactor(role, profile);
      if (weighted > 0) matches.push({ role, column: index, strength: weighted });
    }
  }
  return matches.sort(
    (a, b) =>
      b.strength - a.strength ||
      COLUMN_ROLES.indexOf(a.role) - COLUMN_ROLES.indexOf(b.role) ||
      a.column - b.column,
  );
}

/** A price that is after the discount («Цена со скидкой») must not be discounted again. */
function withoutSecondDiscount(
  matches: readonly Match[],
  columns: readonly ColumnCandidate[],
): readonly Match[] {
  const price = columns[matches.find(({ role }) => role === 'price')?.column ?? -1];
  const isAfter = price !== undefined && basisReason(price.header) === 'afterDiscount';
  return isAfter ? matches.filter(({ role }) => role !== 'discount') : matches;
}

/** 0 if the column's content cannot be what the heading says, 1 if it is. */
function contentFactor(role: ColumnRole, profile: ColumnProfile): number {
  const { filled, numbers, dates, texts, plausibleDays } = profile;
  if (filled === 0) return ESSENTIAL.has(role) ? EMPTY_FACTOR : 0;
  const share = (count: number): number => count / filled;
  if (role === 'date') return measureFactor(share(dates + plausibleDays));
  if (role === 'discount' && profile.largest > LARGEST_RATE) return 0;
  if (NUMERIC.has(role)) return measureFactor(share(numbers));
  if (role === 'document' && profile.isCounter) return 0;
  if (share(dates) >= SUITS) return 0;
  return WORDED.has(role) && share(texts) < SUITS ? NUMBERS_AS_WORDS_FACTOR : 1;
}

/** Numbers or dates under a heading that promises them: all right if most suit, doubtful if some do, no if none. */
function measureFactor(share: number): number {
  return share >= SUITS ? 1 : share > 0 ? MIXED_FACTOR : 0;
}

function proposeByContent(columns: readonly ColumnCandidate[], table: RoleTable): void {
  const free = columns.filter(({ index }) => table.isFree(index));
  if (!table.has('date')) {
    const date = best(free, ({ profile }) => (profile.kind === 'date' ? profile.filled : 0));
    if (date) table.give('date', date.index, 'content');
  }
  if (!table.has('amount') && !table.has('goods') && !(table.has('quantity') && table.has('price'))) {
    const amount = best(free, amountLikeness);
    if (amount) table.give('amount', amount.index, 'content');
  }
  if (table.has('client')) return;
  const code = [...table.proposals].find(([, { role }]) => role === 'clientId');
  const name = best(
    free.filter(({ index }) => table.isFree(index)),
    code ? companyLikeness : nameLikeness,
  );
  if (name) table.give('client', name.index, 'content');
  else if (code) table.give('client', code[0], code[1].because);
}

/** The size of the numbers of a column that can be revenue by its heading and content, else 0; fractions before whole numbers. */
function amountLikeness({ header, profile }: ColumnCandidate): number {
  const { kind, isCounter, largest, allWhole, magnitude, numbers } = profile;
  if (kind !== 'number' || isCounter || largest > LARGEST_PLAUSIBLE || !mayBeAmount(header)) return 0;
  if (rolesOfHeading(header).some(({ role }) => role !== 'amount')) return 0;
  return (magnitude / numbers) * (allWhole ? 1 : FRACTIONS_BONUS);
}
/** Money mostly has kopecks; counts and codes never have. */
const FRACTIONS_BONUS = 1000;

/** How many goods lists a column holds that holds hardly anything else, else 0. */
function goodsLikeness({ profile }: ColumnCandidate): number {
  return profile.goods >= profile.filled * MOSTLY ? profile.goods : 0;
}

/** How much a text column looks like names of clients: many different ones that repeat, above all with legal forms. */
function nameLikeness(candidate: ColumnCandidate): number {
  const { kind, distinctTexts, texts } = candidate.profile;
  if (kind !== 'text') return 0;
  const repeats = distinctTexts <= texts * REPEATING;
  return (repeats ? distinctTexts : 1) + companyLikeness(candidate) * LEGAL_FORM_WEIGHT;
}

/** Sampled names of a text column that carry a legal form (ООО, Ltd). */
function companyLikeness({ profile }: ColumnCandidate): number {
  return profile.kind === 'text'
    ? profile.samples.filter((sample) => foldName(String(sample)).form !== '').length
    : 0;
}
/** One legal form says more than any number of different texts. */
const LEGAL_FORM_WEIGHT = 1000;

/** The column with the highest positive score; the first of equals. */
function best(
  columns: readonly ColumnCandidate[],
  score: (column: ColumnCandidate) => number,
): ColumnCandidate | undefined {
  let found: ColumnCandidate | undefined;
  let highest = 0;
  for (const column of columns) {
    const value = score(column);
    if (value > highest) {
      found = column;
      highest = value;
    }
  }
  return found;
}
