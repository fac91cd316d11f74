import type { PlaceholderList } from '../../domain/dossiers/placeholders';
import type { CellValue } from '../../domain/shared/grid';
import { isAnyOf, isSameValue } from './sameValue';
import type { KeptRow } from './templateState';

/** A row of a repeated area as it stands now. */
export interface FoundRow {
  /** One-based row of the sheet. */
  readonly row: number;
  /** Values of the list's columns; null where a column has no cell in it, or a formula of people's. */
  readonly values: readonly (CellValue | null)[];
  /** What else stands in the row. */
  readonly beside: string;
}

/** An item of a list with the values of its columns. */
export interface ListItem {
  readonly key: string;
  readonly values: readonly CellValue[];
}

/** A row as it is to be. */
export interface PlannedRow {
  /** One-based row of the sheet; null for one that is to be inserted. */
  readonly row: number | null;
  readonly kept: KeptRow;
  /** What to write by column; null leaves a cell alone. */
  readonly write: readonly (CellValue | null)[];
}

/** Lists in an order of their own, which untouched rows follow; in the others every row stays with its item. */
const ORDERED: ReadonlySet<PlaceholderList> = new Set<PlaceholderList>(['months', 'products', 'purchases']);

/**
 * Lays the items of a list over the rows that stand. A row beside or into which people wrote stays with its item for
 * good, also where the item is gone; a row that nobody touched is emptied with its item and takes another. Rows are
 * recognised by what was written into them, so that sorting and inserting does them no harm.
 */
export function planRows(
  list: PlaceholderList,
  kept: readonly KeptRow[],
  found: readonly FoundRow[],
  items: readonly ListItem[],
): readonly PlannedRow[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const columns = found[0]?.values.length ?? kept[0]?.written[0]?.length ?? 0;
  const matches = matched(kept, found);
  const planned: PlannedRow[] = [];
  const free: FoundRow[] = [];
  const placed = new Set<string>();
  for (const row of found) {
    const known = matches.get(row);
    if (!known) {
      // The last row is the one below the list.
      if (row !== found.at(-1) && isBlank(row)) free.push(row);
      continue;
    }
    const { key } = known;
    const item = key === null ? undefined : byKey.get(key);
    const isFree = isUntouched(row, known) && (item === undefined || ORDERED.has(list));
    if (isFree) free.push(row);
    else if (key === null) continue;
    else {
      placed.add(key);
      planned.push(item ? renewed(row, known, item) : { row: row.row, kept: known, write: nothing(columns) });
    }
  }
  const waiting = items.filter(({ key }) => !placed.has(key));
  waiting.forEach((item, index) => {
    const row = free[index];
    planned.push({
      row: row?.row ?? null,
      kept: {
        key: item.key,
        beside: row?.beside ?? '',
        written: versionsOf(row?.values ?? blanks(columns), item.values),
      },
      write: item.values,
    });
  });
  for (const row of free.slice(waiting.length))
    planned.push({
      row: row.row,
      kept: { key: null, beside: row.beside, written: versionsOf(row.values, blanks(columns)) },
      write: blanks(columns),
    });
  return planned.sort((a, b) => (a.row ?? Infinity) - (b.row ?? Infinity));
}

function renewed(row: FoundRow, known: KeptRow, item: ListItem): PlannedRow {
  const write = item.values.map((value, column) => (isOurs(row, known, column) ? value : null));
  return {
    row: row.row,
    kept: {
      key: known.key,
      beside: known.beside,
      // A cell of people's keeps what we wrote last: it must not look like ours when they change it once more.
      written: [0, 1].map((version) =>
        item.values.map((value, column) => {
          const last = known.written.at(-1)?.[column] ?? '';
          if (write[column] === null) return last;
          return version === 0 ? (row.values[column] ?? last) : value;
        }),
      ),
    },
    write,
  };
}

/** Which of the rows we know each row that stands is: the best match first, then the place. */
function matched(kept: readonly KeptRow[], found: readonly FoundRow[]): ReadonlyMap<FoundRow, KeptRow> {
  const pairs = kept
    .flatMap((known, place) =>
      found.map((row, at) => ({ known, place, row, at, score: likeness(row, known) })),
    )
    // Nothing but blanks tells the row below a list from one that waits for an item.
    .filter(({ score, at }) => score >= 1 || (score > 0 && at < found.length - 1))
    .sort(
      (a, b) =>
        b.score - a.score ||
        Math.abs(a.at - a.place) - Math.abs(b.at - b.place) ||
        a.place - b.place ||
        a.at - b.at,
    );
  const matches = new Map<FoundRow, KeptRow>();
  const places = new Map<KeptRow, number>();
  for (const { known, row, at } of pairs) {
    if (matches.has(row) || places.has(known)) continue;
    matches.set(row, known);
    places.set(known, at);
  }
  // A row whose cells people all wrote over is known by the one before it.
  kept.forEach((known, place) => {
    if (places.has(known)) return;
    const before = kept[place - 1];
    const at = before ? (places.get(before) ?? NaN) + 1 : 0;
    const row = found[at];
    if (!row || at === found.length - 1 || matches.has(row)) return;
    matches.set(row, known);
    places.set(known, at);
  });
  return matches;
}

/** What an equal blank cell tells beside an equal value. */
const BLANK_LIKENESS = 0.1;

function likeness(row: FoundRow, { written, beside }: KeptRow): number {
  const counts = written.map((values) =>
    values.reduce((sum: number, value, column) => {
      const current = row.values[column] ?? null;
      if (current === null || !isSameValue(current, value)) return sum;
      return sum + (value === '' ? BLANK_LIKENESS : 1);
    }, 0),
  );
  const best = Math.max(0, ...counts);
  // What stands beside it tells equal rows apart.
  return best > 0 && row.beside === beside ? best + BLANK_LIKENESS / 2 : best;
}

function isOurs({ values }: FoundRow, { written }: KeptRow, column: number): boolean {
  const current = values[column] ?? null;
  return (
    current !== null &&
    isAnyOf(
      current,
      written.map((version) => version[column] ?? ''),
    )
  );
}

function isUntouched(row: FoundRow, known: KeptRow): boolean {
  return row.beside === known.beside && row.values.every((_, column) => isOurs(row, known, column));
}

function isBlank({ values, beside }: FoundRow): boolean {
  return beside === '' && values.every((value) => value === '');
}

function versionsOf(
  current: readonly (CellValue | null)[],
  next: readonly CellValue[],
): readonly (readonly CellValue[])[] {
  return [current.map((value, column) => value ?? next[column] ?? ''), next];
}

function blanks(columns: number): readonly CellValue[] {
  return new Array<CellValue>(columns).fill('');
}

function nothing(columns: number): readonly null[] {
  return new Array<null>(columns).fill(null);
}
