import { gridOf } from '../domain/shared/grid';
import type { CellValue, Grid } from '../domain/shared/grid';
import { fail } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { cellBytes, CHUNK_BYTES } from './bytes';
import { ColumnStore } from './columnStore';
import { ExcelRefusal, isTooLarge } from './errors';
import { withExcel } from './run';
import type { Cancelled, ExcelTrouble, ProgressHooks, Source } from './types';

/** More columns than any sales list has; keeps a sheet with a stray cell at XFD from filling the answer. */
const MOST_COLUMNS = 256;

/** Weight assumed before anything was measured: twice that of Russian sales rows (facts.md, 18.5 bytes a cell). */
const ASSUMED_CELL_BYTES = 40;

/** The first chunk is small: it measures the weight of this sheet's cells. */
const FIRST_CHUNK_BYTES = 1_000_000;

/** Where a source lies on its sheet now, zero-based. */
interface Geometry {
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Adjacent columns read as one range; zero-based within the grid. */
interface ColumnRun {
  readonly first: number;
  readonly count: number;
}

/** The first rows of a source with number formats: enough to understand it. At most 256 columns. */
export function readHead(source: Source, rows: number): Promise<Result<Grid, ExcelTrouble>> {
  return withExcel(source.name, async (context) => {
    const place = await locate(context, source);
    if (!place) return emptyGrid(source);
    const columns = Math.min(place.columns, MOST_COLUMNS);
    const values: CellValue[][] = [];
    const formats: string[][] = [];
    const wanted = Math.min(rows, place.rows);
    let size = wanted;
    while (values.length < wanted) {
      const count = Math.min(size, wanted - values.length);
      const chunk = await readRanges(
        context,
        place,
        values.length,
        count,
        [{ first: 0, count: columns }],
        true,
      );
      const range = chunk?.[0];
      if (!range) {
        size = halved(count);
        continue;
      }
      values.push(...range.values);
      formats.push(...range.numberFormat);
    }
    return gridOf(values, {
      sheet: source.sheet,
      firstRow: place.row + 1,
      firstColumn: place.column + 1,
      formats,
    });
  });
}

/**
 * A source in full, but only the given columns (zero-based in the grid), in chunks that keep every answer under 4 MB:
 * one round trip for the place, then one per about 3 MB. Number formats are not read.
 */
export async function readColumns(
  source: Source,
  columns: readonly number[],
  hooks: ProgressHooks,
): Promise<Result<Grid, ExcelTrouble | Cancelled>> {
  const grid = await withExcel(source.name, async (context) => {
    const place = await locate(context, source);
    if (!place) return emptyGrid(source);
    const wanted = [...new Set(columns)]
      .filter((column) => column >= 0 && column < place.columns)
      .sort((a, b) => a - b);
    const stores = new Map(wanted.map((column) => [column, new ColumnStore(place.rows)]));
    const finished = await readInChunks(context, place, wanted, stores, hooks);
    return finished ? storedGrid(source, place, stores) : null;
  });
  if (!grid.ok) return grid;
  return grid.value === null ? fail({ code: 'cancelled' }) : { ok: true, value: grid.value };
}

/** Fills the stores; false if the user stopped it. */
async function readInChunks(
  context: Excel.RequestContext,
  place: Geometry,
  wanted: readonly number[],
  stores: ReadonlyMap<number, ColumnStore>,
  hooks: ProgressHooks,
): Promise<boolean> {
  const runs = runsOf(wanted);
  if (runs.length === 0) return true;
  const rowsWithin = (bytes: number, heaviestRow: number): number =>
    Math.max(1, Math.floor(bytes / heaviestRow));
  let heaviestRow = 0;
  let size = rowsWithin(FIRST_CHUNK_BYTES, wanted.length * ASSUMED_CELL_BYTES);
  let mostRows = Infinity;
  let row = 0;
  while (row < place.rows) {
    if (hooks.signal.aborted) return false;
    const count = Math.min(size, place.rows - row);
    const ranges = await readRanges(context, place, row, count, runs, false);
    if (!ranges) {
      size = mostRows = halved(count);
      continue;
    }
    const bytes = keep(ranges, runs, row, stores);
    heaviestRow = Math.max(heaviestRow, bytes / count);
    row += count;
    size = Math.min(mostRows, rowsWithin(CHUNK_BYTES, heaviestRow));
    hooks.onProgress(row / place.rows);
  }
  for (const store of stores.values()) store.seal();
  return true;
}

/** Copies a chunk into the stores and answers its weight in bytes. */
function keep(
  ranges: readonly Excel.Range[],
  runs: readonly ColumnRun[],
  firstRow: number,
  stores: ReadonlyMap<number, ColumnStore>,
): number {
  let bytes = 0;
  ranges.forEach((range, index) => {
    const first = runs[index]?.first ?? 0;
    const values: CellValue[][] = range.values;
    values.forEach((cells, offset) => {
      cells.forEach((value, column) => {
        bytes += cellBytes(value);
        stores.get(first + column)?.set(firstRow + offset, value);
      });
    });
  });
  return bytes;
}

/**
 * Rows of some columns in one round trip, or null if the answer was too large. Excel may also answer `null` values
 * instead of an error (office-js #6781, #4783).
 */
async function readRanges(
  context: Excel.RequestContext,
  place: Geometry,
  row: number,
  count: number,
  runs: readonly ColumnRun[],
  withFormats: boolean,
): Promise<Excel.Range[] | null> {
  const ranges = runs.map((run) =>
    place.sheet
      .getRangeByIndexes(place.row + row, place.column + run.first, count, run.count)
      .load(withFormats ? 'values,numberFormat' : 'values'),
  );
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error) && count > 1) return null;
    throw error;
  }
  const isWhole = ranges.every(
    (range) => range.values !== null && (!withFormats || range.numberFormat !== null),
  );
  // Chunks live on in our stores; the host may forget its side.
  for (const range of ranges) range.untrack();
  if (!isWhole && count === 1) throw new ExcelRefusal('tooLarge', null, 'values === null');
  return isWhole ? ranges : null;
}

function halved(rows: number): number {
  return Math.max(1, Math.floor(rows / 2));
}

/** Where the source lies now (the user may have added rows since it was listed); null if it is empty. */
async function locate(context: Excel.RequestContext, source: Source): Promise<Geometry | null> {
  const table = source.kind === 'table' ? context.workbook.tables.getItem(source.id) : null;
  const sheet = table ? table.worksheet : context.workbook.worksheets.getItem(source.id);
  const used = table ? table.getRange() : sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  sheet.load('id');
  await context.sync();
  if (used.isNullObject) return null;
  return {
    sheet,
    row: used.rowIndex,
    column: used.columnIndex,
    rows: used.rowCount,
    columns: used.columnCount,
  };
}

/** `[0, 1, 2, 5]` are the runs 0–2 and 5. */
function runsOf(columns: readonly number[]): ColumnRun[] {
  const runs: { first: number; count: number }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && last.first + last.count === column) last.count++;
    else runs.push({ first: column, count: 1 });
  }
  return runs;
}

function storedGrid(source: Source, place: Geometry, stores: ReadonlyMap<number, ColumnStore>): Grid {
  return {
    sheet: source.sheet,
    firstRow: place.row + 1,
    firstColumn: place.column + 1,
    rowCount: place.rows,
    columnCount: place.columns,
    value: (row, column) => stores.get(column)?.value(row) ?? '',
    format: () => '',
  };
}

function emptyGrid(source: Source): Grid {
  return gridOf([], { sheet: source.sheet });
}
