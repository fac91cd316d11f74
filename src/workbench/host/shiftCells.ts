import type {
  BookModel,
  ChartModel,
  ConditionalFormatModel,
  ModelArea,
  SheetModel,
  TableModel,
} from '../model/model';
import { areaOf, isWhole, liesWithin, movedArea, movedLine } from '../model/shift';
import type { Shift } from '../model/shift';
import { MAX_COLUMNS, MAX_ROWS, formatArea, intersection, parseArea, subtract } from './a1';
import type { Culture } from './culture';
import { refusal } from './errors';
import { rewriteFormatRule, rewriteFormulas, rewriteValidationRule } from './formulaReferences';
import { STANDARD_HEIGHT, STANDARD_WIDTH, cellEdges } from './geometry';
import { moveReferences, offsetReferences } from './movedReferences';
import { freeFormatId } from './objects/conditionalFormats';
import { nameColumns } from './objects/tables';

/** Excel keeps the headings of a table and a row for data under them. */
const LEAST_ROWS_OF_TABLE = 2;

/**
 * Inserts or deletes cells as Excel does: what stands behind them moves, and every reference of the book follows.
 * Refuses before any change what would tear a table or merged cells, or push contents off the sheet. Frozen panes and
 * what links point to stay, as in Excel.
 */
export function shiftCells(book: BookModel, sheet: SheetModel, shift: Shift, culture: Culture): void {
  refuseConflicts(sheet, shift);
  if (isWhole(shift)) moveCharts(sheet, shift);
  sheet.cells.shift(shift);
  if (isWhole(shift)) moveLines(sheet, shift);
  moveRules(sheet, shift);
  moveFormulas(book, sheet, shift);
  sheet.merges = sheet.merges.flatMap((area) => moved(shift, area)).filter(isMerge);
  moveTables(sheet, shift, culture);
  moveLinks(sheet, shift);
  movePrint(sheet, shift);
  if (shift.kind === 'insert') takeLooks(sheet, shift);
  sheet.pristine = false;
}

function moved(shift: Shift, area: ModelArea): readonly ModelArea[] {
  const target = movedArea(shift, area);
  return target ? [target] : [];
}

function isMerge({ rows, columns }: ModelArea): boolean {
  return rows * columns > 1;
}

function refuseConflicts(sheet: SheetModel, shift: Shift): void {
  const touched = reachOf(shift);
  if (sheet.tables.some((table) => tears(shift, table, touched))) throw refusal('InsertDeleteConflict');
  const isTorn = (area: ModelArea): boolean =>
    !liesWithin(shift, area) && intersection(area, touched) !== null;
  if (sheet.merges.some(isTorn)) throw refusal('MergedRangeConflict');
  if (shift.kind === 'insert' && pushesOff(sheet, shift)) throw refusal('NonBlankCellOffSheet');
}

/** The cells that go or move. */
function reachOf(shift: Shift): ModelArea {
  const { row, column, rows, columns } = areaOf(shift);
  return shift.axis === 'rows'
    ? { row, column, columns, rows: MAX_ROWS - row }
    : { row, column, rows, columns: MAX_COLUMNS - column };
}

/** Whether cells of a table would move and others not, or it would lose its headings alone. */
function tears(shift: Shift, { area, showHeaders }: TableModel, touched: ModelArea): boolean {
  if (!intersection(area, touched)) return false;
  if (!liesWithin(shift, area)) return true;
  if (shift.kind === 'insert' || shift.axis === 'columns' || !showHeaders) return false;
  return movedLine(shift, area.row) === null && movedArea(shift, area) !== null;
}

/** Whether cells with contents would leave the sheet at its end. */
function pushesOff({ cells }: SheetModel, { axis, count, from, to }: Shift): boolean {
  const used = cells.usedArea('contents');
  if (!used) return false;
  const end =
    axis === 'rows'
      ? { row: MAX_ROWS - count, rows: count, column: from, columns: to - from + 1 }
      : { column: MAX_COLUMNS - count, columns: count, row: from, rows: to - from + 1 };
  return intersection(used, end) !== null;
}

/** Charts move and grow with the cells under them. */
function moveCharts(sheet: SheetModel, shift: Shift): void {
  if (sheet.charts.length === 0) return;
  const isRows = shift.axis === 'rows';
  const edges = cellEdges(sheet, areaOf(shift));
  const [start, end] = isRows ? [edges.top, edges.bottom] : [edges.left, edges.right];
  const size = isRows ? sheet.rowHeights.get(shift.at - 1) : sheet.columnWidths.get(shift.at - 1);
  const room = shift.count * (size ?? (isRows ? STANDARD_HEIGHT : STANDARD_WIDTH));
  const movedEdge = (edge: number, isFirst: boolean): number => {
    if (shift.kind === 'insert') return edge > start || (isFirst && edge === start) ? edge + room : edge;
    return edge - Math.min(end - start, Math.max(0, edge - start));
  };
  const place = (chart: ChartModel, from: 'left' | 'top', size: 'width' | 'height'): void => {
    const far = movedEdge(chart[from] + chart[size], false);
    chart[from] = movedEdge(chart[from], true);
    chart[size] = far - chart[from];
  };
  for (const chart of sheet.charts) {
    if (isRows) place(chart, 'top', 'height');
    else place(chart, 'left', 'width');
  }
}

function moveLines(sheet: SheetModel, shift: Shift): void {
  const [sizes, hidden] =
    shift.axis === 'rows' ? [sheet.rowHeights, sheet.hiddenRows] : [sheet.columnWidths, sheet.hiddenColumns];
  // New rows are as high as the row above, new columns as wide as the one at the left.
  const size = sizes.get(shift.at - 1);
  const kept = [...sizes].flatMap(([line, length]) => {
    const target = movedLine(shift, line);
    return target === null ? [] : [[target, length] as const];
  });
  const stillHidden = [...hidden].flatMap((line) => movedLine(shift, line) ?? []);
  sizes.clear();
  hidden.clear();
  for (const [line, length] of kept) sizes.set(line, length);
  for (const line of stillHidden) hidden.add(line);
  if (shift.kind === 'delete' || size === undefined) return;
  for (let line = shift.at; line < shift.at + shift.count; line += 1) sizes.set(line, size);
}

/** A part of an area before cells move, and where it stands afterwards. */
interface MovedPart {
  readonly first: { readonly row: number; readonly column: number };
  readonly area: ModelArea;
}

/** An area falls apart where only some of its lines move; each part keeps the first of its cells that stay. */
function partsOf(shift: Shift, area: ModelArea): readonly MovedPart[] {
  const { axis, at, count, from, to } = shift;
  const strip =
    axis === 'rows'
      ? { row: 0, rows: MAX_ROWS, column: from, columns: to - from + 1 }
      : { column: 0, columns: MAX_COLUMNS, row: from, rows: to - from + 1 };
  const staying = intersection(area, reachOf(shift)) ? subtract(area, strip) : [area];
  const moving = staying[0] === area ? null : intersection(area, strip);
  const target = moving && movedArea(shift, moving);
  const surviving = (line: number): number => (movedLine(shift, line) === null ? at + count : line);
  return [
    ...(moving && target
      ? [
          {
            first:
              axis === 'rows'
                ? { row: surviving(moving.row), column: moving.column }
                : { row: moving.row, column: surviving(moving.column) },
            area: target,
          },
        ]
      : []),
    ...staying.map((rest) => ({ first: rest, area: rest })),
  ];
}

/** Moves conditional formats and validations: their formulas are read from the first cell, so they follow where it changes. */
function moveRules(sheet: SheetModel, shift: Shift): void {
  const follow = (area: ModelArea, { first }: MovedPart) => {
    const by = { rows: first.row - area.row, columns: first.column - area.column };
    return (formula: string): string => offsetReferences(formula, by);
  };
  sheet.validations = sheet.validations.flatMap((validation) =>
    partsOf(shift, validation.area).map((part) => ({
      ...validation,
      area: part.area,
      rule: rewriteValidationRule(validation.rule, follow(validation.area, part)),
    })),
  );
  const formats: ConditionalFormatModel[] = [];
  for (const format of sheet.conditionalFormats) {
    const parts = partsOf(shift, format.area).map((part) => ({
      area: part.area,
      rule: rewriteFormatRule(format.rule, follow(format.area, part)),
    }));
    // The first part goes on as the same format: the client may hold it.
    for (const [index, part] of parts.entries()) {
      formats.push(
        index === 0
          ? Object.assign(format, part)
          : { ...format, ...part, id: freeFormatId([...sheet.conditionalFormats, ...formats]) },
      );
    }
  }
  sheet.conditionalFormats = formats;
}

function moveFormulas(book: BookModel, sheet: SheetModel, shift: Shift): void {
  const name = sheet.name.toLowerCase();
  const written = name.replaceAll("'", "''");
  const move = (named: string, area: ModelArea): ModelArea | null =>
    named.toLowerCase() === name ? movedArea(shift, area) : area;
  rewriteFormulas(book, (formula, home) => {
    const mayPointHere = home === sheet || (formula.includes('!') && formula.toLowerCase().includes(written));
    return mayPointHere ? moveReferences(formula, home?.name ?? null, move) : formula;
  });
}

function moveTables(sheet: SheetModel, shift: Shift, culture: Culture): void {
  sheet.tables = sheet.tables.filter((table) => {
    const area = movedArea(shift, table.area);
    if (area)
      table.area = { ...area, rows: Math.max(area.rows, table.showHeaders ? LEAST_ROWS_OF_TABLE : 1) };
    return area !== null;
  });
  // A column that came into a table gets a heading.
  if (shift.kind === 'insert' && shift.axis === 'columns')
    for (const table of sheet.tables) if (table.showHeaders) nameColumns(sheet, table, culture);
}

/** Links move with their cells; what they point to does not change. */
function moveLinks(sheet: SheetModel, shift: Shift): void {
  const links = [...sheet.hyperlinks];
  sheet.hyperlinks.clear();
  for (const [address, link] of links) {
    const cell = parseArea(address);
    const target = cell && movedArea(shift, cell);
    if (target) sheet.hyperlinks.set(formatArea(target), link);
  }
}

function movePrint({ pageLayout }: SheetModel, shift: Shift): void {
  const follow = (address: string | null): string | null => {
    const areas = (address ?? '').split(',').flatMap((part) => {
      const area = parseArea(part);
      return area ? moved(shift, area) : [];
    });
    return areas.length > 0 ? areas.map((area) => formatArea(area)).join(',') : null;
  };
  pageLayout.printArea = follow(pageLayout.printArea);
  pageLayout.titleRows = follow(pageLayout.titleRows);
  pageLayout.titleColumns = follow(pageLayout.titleColumns);
  pageLayout.rowBreaks = pageLayout.rowBreaks.flatMap((row) =>
    moved(shift, { row, column: 0, rows: 1, columns: 1 }).map((area) => area.row),
  );
}

/** New cells look like those above them, or at their left. */
function takeLooks({ cells }: SheetModel, shift: Shift): void {
  const used = cells.usedArea('all');
  if (!used || shift.at === 0) return;
  const room = intersection(areaOf(shift), grown(used, shift));
  if (!room) return;
  const { row, column, rows, columns } = room;
  const isRows = shift.axis === 'rows';
  for (let r = row; r < row + rows; r += 1) {
    for (let c = column; c < column + columns; c += 1) {
      const style = isRows ? cells.style(shift.at - 1, c) : cells.style(r, shift.at - 1);
      if (style !== cells.style(r, c)) cells.setStyle(r, c, style);
    }
  }
}

/** The used area with what came behind it. */
function grown(used: ModelArea, { axis, count }: Shift): ModelArea {
  return axis === 'rows' ? { ...used, rows: used.rows + count } : { ...used, columns: used.columns + count };
}
