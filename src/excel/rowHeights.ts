import type { Block, PlanContent } from '../reports/plan';
import { textOf } from './cells';
import { LOOKS } from './looks';

/** Size of Excel's default font; lines of other sizes are rounded to pixels. */
const DEFAULT_SIZE = 11;
/** Height of its line, in points. */
export const LINE_POINTS = 15;
const LINE_PER_SIZE = 1.31;
const POINTS_PER_PIXEL = 0.75;

/** Characters of a column's width that padding and indent take. */
const PADDING_CHARACTERS = 1;

/** With more differing stretches than this, all wrapped rows of common size take the greatest height of theirs: the request stays small. */
const MOST_STRETCHES = 100;

/** Rows of one height. `row` is one-based, `height` in points. */
export interface HeightRun {
  readonly row: number;
  readonly rows: number;
  readonly height: number;
}

/**
 * Heights of the rows whose texts need several lines or a taller one; the others keep the standard. Estimated from the
 * column widths, because Excel fits rows only while a person edits them, and not to the result of a formula.
 */
export function rowHeights(plan: PlanContent): HeightRun[] {
  const heights = neededHeights(plan, () => true);
  const exact = stretches(heights);
  if (exact.length <= MOST_STRETCHES) return exact;
  const common = neededHeights(plan, (block) => sizeOf(block) === DEFAULT_SIZE);
  const most = Math.max(LINE_POINTS, ...common.values());
  const others = neededHeights(plan, (block) => sizeOf(block) !== DEFAULT_SIZE);
  return stretches(new Map([...[...common.keys()].map((row) => [row, most] as const), ...others]));
}

/** Points of each row that is not as high as the standard. */
export function heightByRow(runs: readonly HeightRun[]): ReadonlyMap<number, number> {
  return new Map(
    runs.flatMap(({ row, rows, height }) =>
      Array.from({ length: rows }, (_, index) => [row + index, height] as const),
    ),
  );
}

/** Points that each row needs for the blocks in question. */
function neededHeights(plan: PlanContent, isMeant: (block: Block) => boolean): Map<number, number> {
  const heights = new Map<number, number>();
  const widthAt = widthsOf(plan);
  for (const block of plan.blocks) {
    const size = sizeOf(block);
    const least = block.lines ?? 1;
    if ((!block.wrap && size === DEFAULT_SIZE && least === 1) || !isMeant(block)) continue;
    block.cells.forEach((cells, offset) => {
      const row = block.row + offset;
      cells.forEach((cell, index) => {
        const width = block.wrap ? widthAt(row, block.column + index) : undefined;
        const lines = width === undefined ? 1 : linesOf(textOf(cell), (width * DEFAULT_SIZE) / size);
        const height = Math.max(lines, least) * lineHeight(size);
        heights.set(row, Math.max(heights.get(row) ?? LINE_POINTS, height));
      });
    });
  }
  return heights;
}

/** Characters that a cell has room for: a merged one over all its columns. */
function widthsOf({
  columnWidths,
  merges = [],
}: PlanContent): (row: number, column: number) => number | undefined {
  const spans = new Map<string, number>();
  for (const { row, column, rows, columns } of merges)
    for (let at = row; at < row + rows; at++) spans.set(`${at}:${column}`, columns);
  return (row, column) => {
    const span = spans.get(`${row}:${column}`) ?? 1;
    if (span === 1) return columnWidths[column - 1];
    return columnWidths.slice(column - 1, column - 1 + span).reduce((sum, width) => sum + width, 0);
  };
}

function sizeOf(block: Block): number {
  return LOOKS[block.role].size ?? DEFAULT_SIZE;
}

/** `lineHeight(20)` is 26.25, as Excel fits it. */
function lineHeight(size: number): number {
  if (size === DEFAULT_SIZE) return LINE_POINTS;
  return Math.round((size * LINE_PER_SIZE) / POINTS_PER_PIXEL) * POINTS_PER_PIXEL;
}

/** `linesOf('двадцать три символа', 12)` is 2: 20 characters in lines of 11. */
function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - PADDING_CHARACTERS);
  return text.split('\n').reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / room)), 0);
}

function stretches(heights: ReadonlyMap<number, number>): HeightRun[] {
  const runs: { row: number; rows: number; height: number }[] = [];
  for (const [row, height] of [...heights].sort(([a], [b]) => a - b)) {
    if (height === LINE_POINTS) continue;
    const last = runs.at(-1);
    if (last && last.row + last.rows === row && last.height === height) last.rows++;
    else runs.push({ row, rows: 1, height });
  }
  return runs;
}
