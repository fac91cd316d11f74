import type { Grid } from '../../shared/grid';
import type { Steps } from '../../shared/steps';
import { cellText, isBlank } from '../cells';
import { readDay } from '../columnFormat';
import { PAUSE_EVERY } from '../pause';
import { totalLabel } from '../totals';

/** Of the rows of the outermost column whose values are written once, at least this share is blank; of inner ones, less. */
const FEWEST_BLANK = 0.5;
const FEWEST_INNER_BLANK = 0.2;
const FEWEST_VALUES = 2;

/**
 * The columns whose value is written once and holds for the blank cells below it: the leftmost filled column, and those
 * on its right as long as the same holds within each value on their left. A column qualifies if its first row is filled,
 * no value stands twice, a good part of its cells is blank, and the dates, if there are any, run on within each value and
 * begin anew with a next one: a journal by date that lacks some names looks otherwise.
 */
export function findCarried(
  head: Grid,
  firstRow: number,
  columns: readonly number[],
  isEntry: (row: number) => boolean,
  date: number | null,
): readonly number[] {
  const rows = Array.from({ length: Math.max(head.rowCount - firstRow, 0) }, (_, at) => firstRow + at).filter(
    isEntry,
  );
  const carried: number[] = [];
  let groups = rows.length > 0 ? [rows] : [];
  for (const column of columns) {
    if (rows.every((row) => isBlank(head.value(row, column)))) continue;
    const parts = groups.map((group) => runsOf(head, column, group));
    const runs = parts.flat();
    const isWhole = parts.every((part) => part.length > 0 && areDistinct(head, column, part));
    const blanks = rows.length - runs.length;
    const isOuter = carried.length === 0;
    const fewest = rows.length * (isOuter ? FEWEST_BLANK : FEWEST_INNER_BLANK);
    if (!isWhole || runs.length < FEWEST_VALUES || blanks < fewest) break;
    carried.push(column);
    groups = runs;
  }
  return carried.length > 0 && date !== null && !areSortedWithin(head, date, groups) ? [] : carried;
}

/** Do the dates ascend within each run, and fall back between two of them? */
function areSortedWithin(head: Grid, date: number, runs: readonly (readonly number[])[]): boolean {
  const days = runs.map((run) => run.map((row) => readDay(head.value(row, date), 'dmy') ?? NaN));
  const ascend = days.every((run) => run.every((day, at) => at === 0 || day >= (run[at - 1] ?? NaN)));
  const fallsBack = days.some((run, at) => at > 0 && (run[0] ?? NaN) < (days[at - 1]?.at(-1) ?? NaN));
  return ascend && fallsBack;
}

/** Rows from one filled cell to the next; none if the first cell is blank. */
function runsOf(head: Grid, column: number, rows: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const row of rows) {
    if (!isBlank(head.value(row, column))) runs.push([row]);
    else if (runs.length === 0) return [];
    else runs.at(-1)?.push(row);
  }
  return runs;
}

function areDistinct(head: Grid, column: number, runs: readonly (readonly number[])[]): boolean {
  const values = new Set<string>();
  for (const [first = 0] of runs) {
    const value = head.value(first, column);
    if (typeof value !== 'string') return false;
    values.add(cellText(value));
  }
  return values.size === runs.length;
}

/** For each row the row whose value it takes in each of the carried columns; totals and blank rows keep their own. */
export function* carryDown(
  grid: Grid,
  firstRow: number,
  carried: readonly number[],
  others: readonly number[],
): Steps<ReadonlyMap<number, Int32Array>> {
  const sources = carried.map((column) => ({ column, rows: new Int32Array(grid.rowCount), last: -1 }));
  for (let row = 0; row < grid.rowCount; row++) {
    if (row % PAUSE_EVERY === 0) yield row / grid.rowCount;
    for (const source of sources) source.rows[row] = row;
    if (row < firstRow || isNoEntry(grid, row, others)) continue;
    for (const [index, source] of sources.entries()) {
      if (isBlank(grid.value(row, source.column))) {
        if (source.last >= 0) source.rows[row] = source.last;
        continue;
      }
      source.last = row;
      // A new outer value ends what stood under the one before.
      for (const inner of sources.slice(index + 1)) inner.last = -1;
    }
  }
  return new Map(sources.map(({ column, rows }) => [column, rows]));
}

function isNoEntry(grid: Grid, row: number, others: readonly number[]): boolean {
  let isEmpty = true;
  for (const column of others) {
    const value = grid.value(row, column);
    if (isBlank(value)) continue;
    isEmpty = false;
    const label = totalLabel(value);
    if (label === 'certain' || label === 'likely') return true;
  }
  return isEmpty;
}
