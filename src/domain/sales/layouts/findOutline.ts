import { isBlank } from '../cells';
import { isHeadingText } from './headings';
import { outlineOf, OUTSIDE, TOTAL } from './outline';
import type { LevelRule, Outline, OutlinePlan, OutlineSource } from './outline';
import { indentOf, outlineText, textKind } from './textKinds';
import type { TextKind } from './textKinds';

/** An outline found in the first rows, and what its levels are called (`''` where the sheet does not say). */
export interface FoundOutline {
  readonly plan: OutlinePlan;
  readonly outline: Outline;
  readonly names: readonly string[];
}

/** Deepest outline that is looked for by sums alone. */
const DEEPEST = 6;
/** Without names for its levels, so many headings must be proved by their sums. */
const FEWEST_PROVED = 2;
/** Share of the headings that may differ from the sum of their lines: reports round. */
const MOST_WRONG = 0.1;
/** Share of lines without a text of their own above which the column holds headings only. */
const NAMELESS_LINES = 0.8;
/** Lines of a kind, as a share, that make it the lines' kind. */
const MOST_LINES = 0.8;

const LINE_KINDS: readonly (readonly TextKind[])[] = [['document'], ['period'], ['document', 'contract']];

/**
 * Looks for an outline in one column of texts (method.md §1, grouped report). `parts` are the texts heading the column:
 * two and more of them name its levels (“Контрагент” over “Документ”, “Customer / Item”). `others` are the columns that
 * are no numbers. Each way to tell headings from lines is tried, the plainest first; arithmetic must not contradict it.
 */
export function findOutline(
  source: OutlineSource,
  column: number,
  parts: readonly string[],
  measures: readonly number[],
  others: readonly number[],
): FoundOutline | null {
  const names = levelNames(parts);
  const rows = linesOf(source, column, measures);
  const [first] = rows;
  // A sum at the top without a word heads nothing.
  if (first === undefined || outlineText(source.grid.value(first, column)) === '') return null;
  for (const rule of rulesFor(source, column, rows, measures, others)) {
    const found = tryRule(source, column, rows, measures, rule, names);
    if (found) return found;
  }
  return findBySums(source, column, rows, measures, names);
}

/**
 * Looks for an outline in steps: levels in columns of their own, each heading in a row that fills only its column. At
 * least three, as two are headings over lines that leave their column blank.
 */
export function findSteps(
  source: OutlineSource,
  columns: readonly number[],
  measures: readonly number[],
): FoundOutline | null {
  const { grid } = source;
  for (let depth = columns.length; depth >= FEWEST_STEPS; depth--) {
    const steps = columns.slice(0, depth);
    const rule: LevelRule = { by: 'steps', columns: steps };
    const plan: OutlinePlan = { column: steps[0] ?? 0, depth, linesAreNamed: false, rule, measures };
    const outline = outlineOf(source, plan);
    if (!outline || outline.wrong.length > 0 || outline.headings < depth - 1) continue;
    const rows = [...outline.levels.keys()].filter((row) => (outline.levels[row] ?? OUTSIDE) > OUTSIDE);
    const areSteps = rows.every((row, at) => {
      const level = outline.levels[row] ?? OUTSIDE;
      const above = at === 0 ? 0 : (outline.levels[rows[at - 1] ?? 0] ?? OUTSIDE);
      const isAlone = columns.every((column, step) => step === level - 1 || isBlank(grid.value(row, column)));
      return level <= above + 1 && (level === depth || isAlone);
    });
    if (areSteps && rows.length > depth) return { plan, outline, names: [] };
  }
  return null;
}
const FEWEST_STEPS = 3;

/** The names of an outline's levels in the texts heading its column: each in a cell of its own, or several in one. */
export function levelNames(parts: readonly string[]): readonly string[] {
  const split = parts
    .flatMap((part) => part.split(/\s*[/\\,;\n>→]\s*/))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const areNames = split.length > 1 && split.every(isHeadingText);
  return areNames ? split : parts.length > 1 && parts.every(isHeadingText) ? parts : [];
}

/** Rows with a text in the column or a number, without totals and what stands below the last number. */
function linesOf(source: OutlineSource, column: number, measures: readonly number[]): readonly number[] {
  const probe: OutlinePlan = {
    column,
    depth: 1,
    linesAreNamed: true,
    rule: { by: 'indent', indents: [0] },
    measures,
  };
  const levels = outlineOf(source, probe)?.levels ?? new Int8Array();
  return [...levels.keys()].filter((row) => levels[row] !== OUTSIDE && levels[row] !== TOTAL);
}

/** The rules worth trying, the plainest first. */
function rulesFor(
  source: OutlineSource,
  column: number,
  rows: readonly number[],
  measures: readonly number[],
  others: readonly number[],
): readonly LevelRule[] {
  const { grid } = source;
  const [first = 0] = rows;
  const rules: LevelRule[] = [];
  const indents = [...new Set(rows.map((row) => indentOf(grid.value(row, column))))].sort((a, b) => a - b);
  if (indents.length > 1 && indentOf(grid.value(first, column)) === indents[0])
    rules.push({ by: 'indent', indents });
  const details = [...others, ...measures.slice(1)].filter(
    (detail) => detail !== column && isBlank(grid.value(first, detail)) && isMostlyFilled(grid, rows, detail),
  );
  if (details.length > 0) rules.push({ by: 'details', columns: details });
  if (measures.every((measure) => isBlank(grid.value(first, measure)))) rules.push({ by: 'amounts' });
  const kindOf = (row: number): TextKind => textKind(outlineText(grid.value(row, column)));
  const firstKind = kindOf(first);
  for (const kinds of LINE_KINDS) {
    if (!kinds.includes(firstKind) && rows.some((row) => kinds.includes(kindOf(row)))) {
      rules.push({ by: 'kinds', of: 'lines', kinds });
    }
  }
  if (firstKind !== 'other') rules.push({ by: 'kinds', of: 'headings', kinds: [firstKind] });
  return rules;
}

function isMostlyFilled(grid: OutlineSource['grid'], rows: readonly number[], column: number): boolean {
  return rows.filter((row) => !isBlank(grid.value(row, column))).length > rows.length / 2;
}

function tryRule(
  source: OutlineSource,
  column: number,
  rows: readonly number[],
  measures: readonly number[],
  rule: LevelRule,
  names: readonly string[],
): FoundOutline | null {
  // A depth that no run of headings reaches: the deepest level seen tells the depth.
  const probe = outlineOf(source, { column, depth: DEEPEST, linesAreNamed: true, rule, measures });
  if (probe === null) return null;
  const levels = rows.map((row) => probe.levels[row] ?? OUTSIDE);
  const depth = rule.by === 'indent' ? Math.max(...levels) : DEEPEST - Math.min(...levels) + 1;
  if (depth < 2 || levels[0] !== Math.min(...levels)) return null;
  const lines = rows.filter((row) => probe.isLine[row] === 1);
  const unnamed = lines.filter((row) => !isOwnText(source, row, column)).length;
  const linesAreNamed = unnamed < lines.length * NAMELESS_LINES;
  const plan: OutlinePlan = { column, depth, linesAreNamed, rule, measures };
  const outline = outlineOf(source, plan);
  const textLevels = linesAreNamed ? depth : depth - 1;
  const fitting = names.length === textLevels ? names : [];
  return outline && isCredible(source, plan, outline, rows, fitting)
    ? { plan, outline, names: fitting }
    : null;
}

/** Is the cell a name, not a date or number of the line? */
function isOwnText({ grid }: OutlineSource, row: number, column: number): boolean {
  const value = grid.value(row, column);
  return typeof value === 'string' && !isBlank(value);
}

/** Do the sums, the names or the way the rows are filled bear the outline out? */
function isCredible(
  source: OutlineSource,
  plan: OutlinePlan,
  outline: Outline,
  rows: readonly number[],
  names: readonly string[],
): boolean {
  const { proved, wrong, headings, lines } = outline;
  if (headings === 0 || lines === 0) return false;
  // A sum above a list, without a word, heads no group.
  if (!rows.some((row) => outline.isLine[row] !== 1 && isOwnText(source, row, plan.column))) return false;
  const closed = proved + wrong.length;
  if (wrong.length > closed * MOST_WRONG) return false;
  if (proved > 0)
    return names.length > 0 || !plan.linesAreNamed || isStrongRule(plan) || proved >= FEWEST_PROVED;
  if (names.length > 0 || !plan.linesAreNamed) return true;
  if (outline.open > 0) return false;
  // Headings without amounts: their names or the lines' must be of another kind.
  const kinds = rows.map((row) => [outline.isLine[row] === 1, kindAt(source, plan, row)] as const);
  const kindsOf = (isLine: boolean) => kinds.filter(([is]) => is === isLine).map(([, kind]) => kind);
  const lineKinds = kindsOf(true);
  const headingKinds = kindsOf(false);
  return (['document', 'period', 'company'] as const).some((kind) => {
    const share = (all: readonly TextKind[]) => all.filter((each) => each === kind).length / all.length;
    const [often, rarely] = kind === 'company' ? [headingKinds, lineKinds] : [lineKinds, headingKinds];
    return share(often) >= MOST_LINES && share(rarely) === 0;
  });
}

function isStrongRule({ rule }: OutlinePlan): boolean {
  return rule.by !== 'amounts' && rule.by !== 'sums';
}

function kindAt({ grid }: OutlineSource, { column }: OutlinePlan, row: number): TextKind {
  return textKind(outlineText(grid.value(row, column)));
}

function findBySums(
  source: OutlineSource,
  column: number,
  rows: readonly number[],
  measures: readonly number[],
  names: readonly string[],
): FoundOutline | null {
  const depths =
    names.length > 1 ? [names.length] : Array.from({ length: DEEPEST - 1 }, (_, index) => index + 2);
  for (const depth of depths) {
    const plan: OutlinePlan = { column, depth, linesAreNamed: true, rule: { by: 'sums' }, measures };
    const outline = outlineOf(source, plan);
    if (!outline || outline.wrong.length > 0) continue;
    const isProved =
      names.length > 1 ? outline.proved > 0 || outline.open > 0 : isProvedBySums(outline, rows);
    if (isProved) return { plan, outline, names };
  }
  return null;
}

/** Two headings over several lines each, or more, and hardly any cut off: a list of chance amounts does not do that. */
function isProvedBySums(outline: Outline, rows: readonly number[]): boolean {
  const severalLines = rows.filter((row, index) => {
    const level = outline.levels[row] ?? OUTSIDE;
    const isHeading = outline.isLine[row] !== 1;
    return (
      isHeading &&
      outline.levels[rows[index + 2] ?? 0] === level + 1 &&
      outline.levels[rows[index + 1] ?? 0] === level + 1
    );
  });
  return severalLines.length >= FEWEST_PROVED && outline.proved >= FEWEST_PROVED && outline.open <= 1;
}
