import { moneyFromDecimal } from '../../shared/decimal';
import type { Grid } from '../../shared/grid';
import { complete } from '../../shared/steps';
import type { Steps } from '../../shared/steps';
import { foldText } from '../../shared/text';
import { cellText, isBlank } from '../cells';
import { foldHeading } from '../heading';
import type { NumberColumn } from '../numberColumn';
import { PAUSE_EVERY } from '../pause';
import { totalLabel } from '../totals';
import { levelsBySums } from './sumTree';
import { indentOf, outlineText, textKind } from './textKinds';
import type { TextKind } from './textKinds';

/** How the lines of an outline are told from its headings. */
export type LevelRule =
  /** Only lines fill these columns. */
  | { readonly by: 'details'; readonly columns: readonly number[] }
  /** Only lines have numbers. */
  | { readonly by: 'amounts' }
  /** Lines name things of these kinds, or headings do. */
  | { readonly by: 'kinds'; readonly of: 'lines' | 'headings'; readonly kinds: readonly TextKind[] }
  /** Each level has its own number of leading spaces, ascending. */
  | { readonly by: 'indent'; readonly indents: readonly number[] }
  /** Each level has a column of its own, outermost first: Excel's pivots in outline form. */
  | { readonly by: 'steps'; readonly columns: readonly number[] }
  /** A heading is what its lines add up to. */
  | { readonly by: 'sums' };

/** An outline whose levels are mixed into one column (method.md §1): which column, how deep, and how levels are told. */
export interface OutlinePlan {
  readonly column: number;
  /** Levels, the lines included. */
  readonly depth: number;
  /** Do lines have a text of their own in the column? Else it holds headings only. */
  readonly linesAreNamed: boolean;
  readonly rule: LevelRule;
  /** Number columns; the first one holds the amounts that headings repeat. */
  readonly measures: readonly number[];
}

/** What each row of an outline is: its level (1 is outermost), {@link OUTSIDE} or {@link TOTAL}. */
export interface Outline {
  readonly levels: Int8Array;
  /** Row of the heading directly above in rank, or −1. */
  readonly parents: Int32Array;
  /** Headings over no line that hold an amount count as lines themselves. */
  readonly isLine: Uint8Array;
  /** Headings with an amount: those equal to the sum of their lines, others, and those cut off by the end of the grid. */
  readonly proved: number;
  readonly wrong: readonly number[];
  readonly open: number;
  /** Headings over at least one line, and the lines. */
  readonly headings: number;
  readonly lines: number;
}

/** Level of a row that is no part of an outline: blank, a repeated heading, a footer. */
export const OUTSIDE = 0;
/** Level of a row that is labelled as a total. */
export const TOTAL = -1;

/** What the outline needs to know of a grid: its rows' texts and amounts. */
export interface OutlineSource {
  readonly grid: Grid;
  readonly firstRow: number;
  /** Columns of texts in which a total may be labelled. */
  readonly labels: readonly number[];
  /** Exact amount of a row in units, NaN without one. */
  readonly amountOf: (row: number) => number;
  /** Texts of the heading per column: a row that repeats them is no line. */
  readonly headings: ReadonlyMap<number, ReadonlySet<string>>;
  /** Only the first rows of a sheet: the last groups may be cut off. */
  readonly mayBeCut: boolean;
}

/** The column that holds the texts of a level. */
export function columnOfLevel({ column, rule }: OutlinePlan, level: number): number {
  return rule.by === 'steps' ? (rule.columns[level - 1] ?? column) : column;
}

/** The exact amounts of a number column, whose separator is decided. */
export function amountsOfColumn(grid: Grid, column: number, reader: NumberColumn): (row: number) => number {
  return (row) => {
    const cell = reader.read(grid.value(row, column));
    return cell.state === 'number' ? (moneyFromDecimal(cell.decimal) ?? NaN) : NaN;
  };
}

/** {@link readOutline} at once: for the first rows of a sheet. */
export function outlineOf(source: OutlineSource, plan: OutlinePlan): Outline | null {
  return complete(readOutline(source, plan));
}

/** Tells the level of every row. Null if the rule does not fit the rows (sums that lead nowhere). */
export function* readOutline(source: OutlineSource, plan: OutlinePlan): Steps<Outline | null> {
  const { grid } = source;
  const levels = new Int8Array(grid.rowCount);
  const amounts = new Float64Array(grid.rowCount).fill(NaN);
  const rows = yield* contentRows(source, plan, levels, amounts);
  const known =
    plan.rule.by === 'sums'
      ? levelBySums(rows, amounts, levels, plan.depth, source.mayBeCut)
      : yield* levelByRule(source, plan, rows, amounts, levels);
  if (!known) return null;
  return finished(source, plan, rows, levels, amounts);
}

/** Finds the rows that belong to the outline, in order; books totals; reads amounts. */
function* contentRows(
  source: OutlineSource,
  plan: OutlinePlan,
  levels: Int8Array,
  amounts: Float64Array,
): Steps<Int32Array> {
  const { grid, firstRow, amountOf } = source;
  const rows = new Int32Array(Math.max(grid.rowCount - firstRow, 0));
  let count = 0;
  let countToLastNumber = 0;
  let above = '';
  for (let row = firstRow; row < grid.rowCount; row++) {
    if ((row - firstRow) % PAUSE_EVERY === 0) yield (row - firstRow) / (grid.rowCount - firstRow) / 2;
    const text = outlineText(
      grid.value(
        row,
        columnOfLevel(plan, plan.rule.by === 'steps' ? stepOf(grid, row, plan.rule.columns) : 1),
      ),
    );
    const hasNumber = plan.measures.some((column) => !isBlank(grid.value(row, column)));
    if (text === '' && !hasNumber && isBlankRow(source, row)) continue;
    if (isTotalRow(source, row, above)) {
      levels[row] = TOTAL;
      amounts[row] = amountOf(row);
      continue;
    }
    if (isRepeatedHeading(source, row)) continue;
    if (text !== '') above = text;
    amounts[row] = amountOf(row);
    rows[count++] = row;
    if (hasNumber) countToLastNumber = count;
  }
  // What stands below the last number signs the report.
  return rows.subarray(0, countToLastNumber);
}

function isBlankRow({ grid, labels }: OutlineSource, row: number): boolean {
  return labels.every((column) => isBlank(grid.value(row, column)));
}

/** «Итого», “Total for Acme”; «Ромашка Итог» only below something called «Ромашка». */
function isTotalRow({ grid, labels }: OutlineSource, row: number, above: string): boolean {
  for (const column of labels) {
    const value = grid.value(row, column);
    if (typeof value !== 'string' || isBlank(value)) continue;
    const label = totalLabel(value);
    if (label === 'certain' || label === 'likely') return true;
    return label === 'possible' && above !== '' && foldText(value).startsWith(`${foldText(above)} `);
  }
  return false;
}

function isRepeatedHeading({ grid, headings }: OutlineSource, row: number): boolean {
  let repeated = 0;
  for (const [column, texts] of headings) {
    const value = grid.value(row, column);
    if (isBlank(value)) continue;
    if (!texts.has(foldHeading(value))) return false;
    repeated++;
  }
  return repeated > 0;
}

function levelBySums(
  rows: Int32Array,
  amounts: Float64Array,
  levels: Int8Array,
  depth: number,
  mayBeCut: boolean,
): boolean {
  const known = Float64Array.from(rows, (row) => {
    const amount = amounts[row] ?? NaN;
    return Number.isNaN(amount) ? 0 : amount;
  });
  const found = levelsBySums(known, depth, mayBeCut);
  if (found) for (const [index, row] of rows.entries()) levels[row] = found.levels[index] ?? OUTSIDE;
  return found !== null;
}

/**
 * Every heading stands over at least one line, and all lines are equally deep; so a run of k headings above a line
 * belongs to the k levels directly over the lines.
 */
function* levelByRule(
  source: OutlineSource,
  plan: OutlinePlan,
  rows: Int32Array,
  amounts: Float64Array,
  levels: Int8Array,
): Steps<boolean> {
  const { grid } = source;
  const { rule, depth, column } = plan;
  let run = 0;
  for (const [index, row] of rows.entries()) {
    if (index % PAUSE_EVERY === 0) yield 0.5 + index / rows.length / 2;
    if (rule.by === 'indent') {
      levels[row] = levelOfIndent(indentOf(grid.value(row, column)), rule.indents);
      continue;
    }
    if (rule.by === 'steps') {
      levels[row] = stepOf(grid, row, rule.columns);
      continue;
    }
    if (!isLine(source, plan, row, amounts[row] ?? NaN)) {
      run++;
      continue;
    }
    for (let back = 1; back <= run; back++) levels[rows[index - back] ?? 0] = Math.max(depth - back, 1);
    run = 0;
    levels[row] = depth;
  }
  for (let back = 0; back < run; back++) {
    levels[rows[rows.length - 1 - back] ?? 0] = Math.max(depth - 1 - back, 1);
  }
  return true;
}

function levelOfIndent(indent: number, indents: readonly number[]): number {
  let level = 1;
  while (level < indents.length && (indents[level] ?? Infinity) <= indent) level++;
  return level;
}

/** The level of a row's first filled step; a row that fills none is a line. */
function stepOf(grid: Grid, row: number, columns: readonly number[]): number {
  const step = columns.findIndex((column) => !isBlank(grid.value(row, column)));
  return step < 0 ? columns.length : step + 1;
}

/** Is the row a line, not a heading? */
export function isLine(source: OutlineSource, plan: OutlinePlan, row: number, amount: number): boolean {
  const { grid } = source;
  const { rule, column } = plan;
  switch (rule.by) {
    case 'details':
      return rule.columns.some((detail) => !isBlank(grid.value(row, detail)));
    case 'amounts':
      return !Number.isNaN(amount) || plan.measures.some((measure) => !isBlank(grid.value(row, measure)));
    case 'kinds': {
      const isOfKind = rule.kinds.includes(textKind(cellText(grid.value(row, column))));
      return rule.of === 'lines' ? isOfKind : !isOfKind;
    }
    case 'indent':
    case 'steps':
    case 'sums':
      return false;
  }
}

/** Parents, headings that are lines because nothing stands below them, and the proof by sums. */
function finished(
  { grid, mayBeCut }: OutlineSource,
  { depth }: OutlinePlan,
  rows: Int32Array,
  levels: Int8Array,
  amounts: Float64Array,
): Outline {
  const parents = new Int32Array(grid.rowCount).fill(-1);
  const line = new Uint8Array(grid.rowCount);
  const sums = new Float64Array(grid.rowCount);
  const open: number[] = [];
  const counts = { proved: 0, open: 0, headings: 0, lines: 0 };
  const wrong: number[] = [];
  const close = (level: number, atEnd: boolean): void => {
    while (open.length > 0 && (levels[open.at(-1) ?? 0] ?? 0) >= level) {
      const row = open.pop() ?? 0;
      const parent = open.at(-1);
      if (line[row] === 1) continue;
      if (parent !== undefined) sums[parent] = (sums[parent] ?? 0) + (sums[row] ?? 0);
      counts.headings++;
      const amount = amounts[row] ?? NaN;
      if (Number.isNaN(amount)) continue;
      if (amount === sums[row]) counts.proved++;
      else if (atEnd && mayBeCut) counts.open++;
      else wrong.push(row);
    }
  };
  for (const [index, row] of rows.entries()) {
    const level = levels[row] ?? OUTSIDE;
    close(level, false);
    parents[row] = open.at(-1) ?? -1;
    const next = rows[index + 1];
    const isChildless = next === undefined || (levels[next] ?? OUTSIDE) <= level;
    const amount = amounts[row] ?? NaN;
    const isCut = next === undefined && mayBeCut && level < depth;
    if (level === depth || (isChildless && !isCut && !Number.isNaN(amount))) {
      line[row] = 1;
      counts.lines++;
      const parent = open.at(-1);
      if (parent !== undefined && !Number.isNaN(amount)) sums[parent] = (sums[parent] ?? 0) + amount;
    }
    open.push(row);
  }
  close(-Infinity, true);
  return { levels, parents, isLine: line, ...counts, wrong };
}
