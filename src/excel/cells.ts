import type { CellValue } from '../domain/shared/grid';
import type { Area, Block, PlanCell, PlanContent } from '../reports/plan';
import { cellBytes } from './bytes';
import { asTyped, hasPrefix, needsTextFormat } from './textSafety';

/** Excel's format of cells whose content stays text. */
export const TEXT_FORMAT = '@';
const GENERAL_FORMAT = 'General';

/** A stretch of cells to be written with one assignment; strings with `=` are formulas. */
export interface CellChunk {
  readonly area: Area;
  readonly cells: readonly (readonly CellValue[])[];
}

/** Cells that share a number format. */
export interface FormatRun {
  readonly area: Area;
  readonly format: string;
}

/** Number formats of a plan in as few rectangles as its columns allow; General is left as it is. */
export function formatRuns(plan: PlanContent): FormatRun[] {
  return plan.blocks.flatMap((block) =>
    mergeColumns(block.cells[0]?.map((_, index) => columnRuns(block, index)) ?? []),
  );
}

/**
 * The cells of a plan cut into chunks whose weight stays under `limit` bytes; chunks of one request are grouped so that
 * their sum does too. A single row is never cut. A request is made when it is asked for, so that round trips part the work.
 */
export function* cellRequests(plan: PlanContent, limit: number): Generator<CellChunk[], void> {
  let request: CellChunk[] = [];
  let weight = 0;
  for (const block of plan.blocks) {
    let rows: CellValue[][] = [];
    let firstRow = block.row;
    const close = (): void => {
      if (rows.length > 0) request.push(chunk(firstRow, block.column, rows));
      firstRow += rows.length;
      rows = [];
    };
    for (const cells of block.cells) {
      const typed = cells.map(typedValue);
      const rowWeight = typed.reduce<number>((sum, value) => sum + cellBytes(value), 0);
      if (weight > 0 && weight + rowWeight > limit) {
        close();
        yield request;
        request = [];
        weight = 0;
      }
      rows.push(typed);
      weight += rowWeight;
    }
    close();
  }
  if (request.length > 0) yield request;
}

/** The same cells as two requests of half the size, or null for a single row. */
export function halves(request: readonly CellChunk[]): readonly [CellChunk[], CellChunk[]] | null {
  if (request.length > 1) {
    const middle = Math.ceil(request.length / 2);
    return [request.slice(0, middle), request.slice(middle)];
  }
  const [only] = request;
  if (!only || only.cells.length < 2) return null;
  const middle = Math.ceil(only.cells.length / 2);
  return [
    [chunk(only.area.row, only.area.column, only.cells.slice(0, middle))],
    [chunk(only.area.row + middle, only.area.column, only.cells.slice(middle))],
  ];
}

/** Whether a cell of a plan is a formula. */
export function isFormula(cell: PlanCell): cell is Exclude<PlanCell, CellValue | null> {
  return typeof cell === 'object' && cell !== null;
}

/** The text a cell of a plan shows, also as the result of its formula; `''` for anything but a text. */
export function textOf(cell: PlanCell): string {
  const value = isFormula(cell) ? cell.value : cell;
  return typeof value === 'string' ? value : '';
}

/** Whether a block has a cell at this place of the sheet. */
export function covers(block: Block, row: number, column: number): boolean {
  const rowInBlock = row - block.row;
  const columnInBlock = column - block.column;
  return (
    rowInBlock >= 0 &&
    rowInBlock < block.cells.length &&
    columnInBlock >= 0 &&
    columnInBlock < (block.cells[0]?.length ?? 0)
  );
}

function chunk(row: number, column: number, cells: readonly (readonly CellValue[])[]): CellChunk {
  return { area: { row, column, rows: cells.length, columns: cells[0]?.length ?? 0 }, cells };
}

/** What is assigned to a cell so that it holds this. */
export function typedValue(cell: PlanCell): CellValue {
  if (cell === null) return '';
  if (isFormula(cell)) return cell.formula;
  return typeof cell === 'string' ? asTyped(cell) : cell;
}

/** Runs of equal format down one column of a block. */
function columnRuns(block: Block, column: number): FormatRun[] {
  const planned = block.formats?.[column] ?? GENERAL_FORMAT;
  const cells = block.cells.map((row) => row[column] ?? null);
  const isTextColumn = cells.every((cell) => cell === null || (typeof cell === 'string' && !hasPrefix(cell)));
  const hasRisk = cells.some((cell) => typeof cell === 'string' && needsTextFormat(cell));
  // One format for a column of texts is cheaper than one per risky name.
  const formats =
    isTextColumn && hasRisk ? cells.map(() => TEXT_FORMAT) : cells.map((cell) => safeFormat(cell, planned));

  const runs: FormatRun[] = [];
  let start = 0;
  for (let row = 1; row <= formats.length; row++) {
    const format = formats[start];
    if (format === undefined || formats[row] === format) continue;
    const area = { row: block.row + start, column: block.column + column, rows: row - start, columns: 1 };
    if (format !== GENERAL_FORMAT) runs.push({ area, format });
    start = row;
  }
  return runs;
}

/**
 * A formula under the text format would stay its own text, a risky text under any other would not stay a text, and
 * whether an apostrophe is a prefix is certain only outside the text format.
 */
function safeFormat(cell: PlanCell, planned: string): string {
  if (typeof cell === 'string' && hasPrefix(cell)) return GENERAL_FORMAT;
  if (typeof cell === 'string') return needsTextFormat(cell) ? TEXT_FORMAT : planned;
  return isFormula(cell) && planned === TEXT_FORMAT ? GENERAL_FORMAT : planned;
}

/** Joins neighbouring columns whose single runs have the same rows and format. */
function mergeColumns(columns: readonly FormatRun[][]): FormatRun[] {
  const merged: FormatRun[] = [];
  for (const run of columns.flat()) {
    const last = merged.at(-1);
    const fits =
      last &&
      last.format === run.format &&
      last.area.row === run.area.row &&
      last.area.rows === run.area.rows &&
      last.area.column + last.area.columns === run.area.column;
    if (fits) merged[merged.length - 1] = { ...last, area: { ...last.area, columns: last.area.columns + 1 } };
    else merged.push(run);
  }
  return merged;
}
