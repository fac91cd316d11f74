import type { SheetPlan } from '../reports/plan';
import { textOf } from './cells';

/** A line of Excel's default font, in points. */
const LINE_POINTS = 15;

/** Characters of a column's width that padding and indent take. */
const PADDING_CHARACTERS = 1;

/** With more differing stretches than this, all wrapped rows take the greatest height: the request stays small. */
const MOST_STRETCHES = 100;

/** Rows of one height. `row` is one-based, `height` in points. */
export interface HeightRun {
  readonly row: number;
  readonly rows: number;
  readonly height: number;
}

/**
 * Heights of the rows whose wrapped texts need several lines; the others keep the standard. Estimated from the column
 * widths, because Excel fits rows only while a person edits them, and not to the result of a formula.
 */
export function rowHeights(plan: SheetPlan): HeightRun[] {
  const lines = wrappedLines(plan);
  const exact = stretches(lines);
  if (exact.length <= MOST_STRETCHES) return exact;
  const most = Math.max(...lines.values());
  return stretches(new Map([...lines.keys()].map((row) => [row, most])));
}

/** Lines that each row with wrapped texts needs. */
function wrappedLines(plan: SheetPlan): Map<number, number> {
  const lines = new Map<number, number>();
  for (const block of plan.blocks) {
    if (!block.wrap) continue;
    block.cells.forEach((cells, offset) => {
      const row = block.row + offset;
      cells.forEach((cell, index) => {
        const width = plan.columnWidths[block.column - 1 + index];
        const needed = width === undefined ? 1 : linesOf(textOf(cell), width);
        lines.set(row, Math.max(lines.get(row) ?? 1, needed));
      });
    });
  }
  return lines;
}

/** `linesOf('двадцать три символа', 12)` is 2: 20 characters in lines of 11. */
function linesOf(text: string, width: number): number {
  const room = Math.max(1, width - PADDING_CHARACTERS);
  return text.split('\n').reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / room)), 0);
}

function stretches(lines: ReadonlyMap<number, number>): HeightRun[] {
  const runs: { row: number; rows: number; height: number }[] = [];
  for (const [row, count] of [...lines].sort(([a], [b]) => a - b)) {
    if (count === 1) continue;
    const last = runs.at(-1);
    const height = count * LINE_POINTS;
    if (last && last.row + last.rows === row && last.height === height) last.rows++;
    else runs.push({ row, rows: 1, height });
  }
  return runs;
}
