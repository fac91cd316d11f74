import type { Area, Block, CellRole, PlanContent } from '../reports/plan';
import { textOf } from './cells';
import { LOOKS } from './looks';
import { rangeOf } from './references';
import type { HeightRun } from './rowHeights';
import { heightByRow, LINE_POINTS, rowHeights } from './rowHeights';

/** A character of Excel's default font (Calibri 11) in pixels, the padding of a column, and points per pixel. */
const CHARACTER_PIXELS = 7;
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

/** Roles of cells that stand in columns beside others. */
const INDENTED_ROLES: ReadonlySet<CellRole> = new Set<CellRole>([
  'columnHeading',
  'body',
  'total',
  'note',
  'link',
]);

const TOP_ROLES: ReadonlySet<CellRole> = new Set<CellRole>([
  'body',
  'lead',
  'question',
  'input',
  'note',
  'good',
  'warning',
  'bad',
  'link',
]);

/** Queues fonts, fills, borders, alignment, links and row heights of a plan's blocks. */
export function dressBlocks(sheet: Excel.Worksheet, plan: PlanContent): void {
  for (const block of plan.blocks) {
    const columns = block.cells[0]?.length ?? 0;
    if (columns === 0) continue;
    const range = rangeOf(sheet, { row: block.row, column: block.column, rows: block.cells.length, columns });
    // A link brings its own look, so ours comes after it.
    if (block.target !== undefined) linkCells(sheet, block, block.target);
    dressRange(range, block);
    alignColumns(sheet, block);
  }
  for (const { row, rows, height } of rowHeights(plan)) {
    rangeOf(sheet, { row, column: 1, rows, columns: 1 }).format.rowHeight = height;
  }
}

/** Queues new heights for the rows that need another than before; the others keep what people gave them. */
export function changeHeights(
  sheet: Excel.Worksheet,
  before: readonly HeightRun[],
  after: readonly HeightRun[],
): void {
  const [old, now] = [heightByRow(before), heightByRow(after)];
  for (const row of new Set([...old.keys(), ...now.keys()])) {
    const height = now.get(row) ?? LINE_POINTS;
    if (height === (old.get(row) ?? LINE_POINTS)) continue;
    rangeOf(sheet, { row, column: 1, rows: 1, columns: 1 }).format.rowHeight = height;
  }
}

/** Queues column widths given in characters, equal neighbours together. */
export function setColumnWidths(sheet: Excel.Worksheet, widths: readonly number[]): void {
  let start = 0;
  for (let column = 1; column <= widths.length; column++) {
    const width = widths[start];
    if (width === undefined || widths[column] === width) continue;
    const range = rangeOf(sheet, { row: 1, column: start + 1, rows: 1, columns: column - start });
    range.format.columnWidth = widthInPoints(width);
    start = column;
  }
}

/** Queues the hiding of columns, neighbours together. Comes after the widths: a column that is given one is seen again. */
export function hideColumns(sheet: Excel.Worksheet, columns: readonly number[]): void {
  const sorted = [...columns].sort((a, b) => a - b);
  let first = 0;
  sorted.forEach((column, index) => {
    if (sorted[index + 1] === column + 1) return;
    const area = { row: 1, column: sorted[first] ?? column, rows: 1, columns: index - first + 1 };
    rangeOf(sheet, area).columnHidden = true;
    first = index + 1;
  });
}

/** Queues the merging of cells: each row of an area becomes one cell. */
export function mergeCells(sheet: Excel.Worksheet, areas: readonly Area[]): void {
  for (const area of areas) rangeOf(sheet, area).merge(true);
}

/** Characters of the default font as points, the unit of Excel's API: 10 characters are 56.25. */
export function widthInPoints(characters: number): number {
  return (characters * CHARACTER_PIXELS + PADDING_PIXELS) * POINTS_PER_PIXEL;
}

function dressRange(range: Excel.Range, block: Block): void {
  const { format } = range;
  const look = LOOKS[block.role];
  if (look.bold) format.font.bold = true;
  if (look.italic) format.font.italic = true;
  if (look.underline) format.font.underline = 'Single';
  if (look.color) format.font.color = look.color;
  if (look.size) format.font.size = look.size;
  if (look.fill) format.fill.color = look.fill;
  for (const edge of look.border?.edges ?? []) {
    // Excel refuses inner edges of a single row or column.
    if (edge === 'InsideHorizontal' && block.cells.length < 2) continue;
    if (edge === 'InsideVertical' && (block.cells[0]?.length ?? 0) < 2) continue;
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    if (look.border) border.color = look.border.color;
  }
  if (block.wrap) format.wrapText = true;
  // In a row made taller by a wrapped text the other cells keep to its first line.
  if (TOP_ROLES.has(block.role)) format.verticalAlignment = 'Top';
  else if (block.role === 'columnHeading') format.verticalAlignment = 'Center';
}

/** Queues the alignment of a block's columns, equal neighbours together. */
function alignColumns(sheet: Excel.Worksheet, block: Block): void {
  const aligns = block.cells[0]?.map((_, column) => alignOf(block, column)) ?? [];
  let start = 0;
  for (let column = 1; column <= aligns.length; column++) {
    const align = aligns[start];
    if (aligns[column] === align && column < aligns.length) continue;
    if (align) {
      const area = {
        row: block.row,
        column: block.column + start,
        rows: block.cells.length,
        columns: column - start,
      };
      const { format } = rangeOf(sheet, area);
      format.horizontalAlignment = align === 'Indented' ? 'Left' : align;
      if (align === 'Indented') format.indentLevel = 1;
    }
    start = column;
  }
}

/** As planned; a text that may follow a number keeps a distance from it. */
function alignOf(block: Block, column: number): 'Left' | 'Center' | 'Right' | 'Indented' | null {
  const planned = block.align?.[column] ?? null;
  if (planned === 'center') return 'Center';
  if (planned === 'right') return 'Right';
  const isBesideOthers = block.column + column > 1 && INDENTED_ROLES.has(block.role);
  if (isBesideOthers && block.cells.some((row) => textOf(row[column] ?? null) !== '')) return 'Indented';
  return planned === 'left' ? 'Left' : null;
}

function linkCells(sheet: Excel.Worksheet, block: Block, target: string): void {
  block.cells.forEach((row, rowIndex) => {
    row.forEach((cell, columnIndex) => {
      if (typeof cell !== 'string' || cell === '') return;
      const area = { row: block.row + rowIndex, column: block.column + columnIndex, rows: 1, columns: 1 };
      rangeOf(sheet, area).hyperlink = { documentReference: target, textToDisplay: cell, screenTip: cell };
    });
  });
}
