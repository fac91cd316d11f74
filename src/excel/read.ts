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
  readonly source: Source;
  readonly sheet: Excel.Worksheet;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Adjacent columns read as one range; zero-based within the source. */
interface ColumnRun {
  readonly first: number;
  readonly count: number;
}

/** Rows of some columns of one source: a part of a round trip. */
interface Piece {
  readonly place: Geometry;
  readonly row: number;
  readonly count: number;
  readonly runs: readonly ColumnRun[];
}

/** The first rows of a source with number formats: enough to understand it. At most 256 columns. */
export async function readHead(source: Source, rows: number): Promise<Result<Grid, ExcelTrouble>> {
  return onlyOne(await readHeads([source], rows));
}

/**
 * The first rows of several sheets with number formats, in two round trips for all of them; a column of one stands on
 * the same column of the sheet in every other.
 */
export function readHeads(
  sources: readonly Source[],
  rows: number,
): Promise<Result<readonly Grid[], ExcelTrouble>> {
  return withExcel(placeOf(sources), async (context) => {
    const places = await locate(context, sources);
    const base = firstColumnOf(places);
    const heads = places.map(() => ({ values: [] as CellValue[][], formats: [] as string[][] }));
    let row = 0;
    let size = rows;
    while (row < rows) {
      const count = Math.min(size, rows - row);
      const pieces = places.flatMap((place, index) => {
        const left = Math.min(count, (place?.rows ?? 0) - row);
        const width = Math.min(place?.columns ?? 0, MOST_COLUMNS);
        return place && left > 0
          ? [{ place, row, count: left, runs: [{ first: 0, count: width }], index }]
          : [];
      });
      if (pieces.length === 0) break;
      const chunk = await readRanges(context, pieces, count > 1, true);
      if (!chunk) {
        size = halved(count);
        continue;
      }
      pieces.forEach(({ index, place }, at) => {
        const [range] = chunk[at] ?? [];
        const head = heads[index];
        if (!range || !head) return;
        const indent = place.column - base;
        head.values.push(...range.values.map((cells: CellValue[]) => indented(cells, indent, '')));
        head.formats.push(...range.numberFormat.map((formats: string[]) => indented(formats, indent, '')));
      });
      row += count;
    }
    return heads.map(({ values, formats }, index) =>
      gridOf(values, {
        sheet: sources[index]?.sheet ?? '',
        firstRow: (places[index]?.row ?? 0) + 1,
        firstColumn: base + 1,
        formats,
      }),
    );
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
  return onlyOne(await readColumnsOfAll([source], columns, hooks));
}

/**
 * The same columns of several sheets in full, one grid each. A chunk may span sheets, so that twelve small ones cost no
 * more round trips than one of their size.
 */
export async function readColumnsOfAll(
  sources: readonly Source[],
  columns: readonly number[],
  hooks: ProgressHooks,
): Promise<Result<readonly Grid[], ExcelTrouble | Cancelled>> {
  const grids = await withExcel(placeOf(sources), async (context) => {
    const places = await locate(context, sources);
    const base = firstColumnOf(places);
    const wanted = [...new Set(columns)].sort((a, b) => a - b);
    const stored = places.map((place) => (place ? new StoredSource(place, base, wanted) : null));
    const filled = stored.filter((source) => source !== null);
    if (!(await readInChunks(context, filled, hooks))) return null;
    return stored.map((source, index) => source?.grid() ?? emptyGrid(sources[index]));
  });
  if (!grids.ok) return grids;
  return grids.value === null ? fail({ code: 'cancelled' }) : { ok: true, value: grids.value };
}

/** The columns of one source while they are read. */
class StoredSource {
  readonly runs: readonly ColumnRun[];
  private readonly stores: ReadonlyMap<number, ColumnStore>;

  /** `base` is the zero-based sheet column of the grid's first; `wanted` counts from it. */
  constructor(
    readonly place: Geometry,
    private readonly base: number,
    wanted: readonly number[],
  ) {
    const own = wanted
      .map((column) => column + base - place.column)
      .filter((column) => column >= 0 && column < place.columns);
    this.runs = runsOf(own);
    this.stores = new Map(own.map((column) => [column, new ColumnStore(place.rows)]));
  }

  /** Takes a chunk over and answers its weight in bytes. */
  keep(ranges: readonly Excel.Range[], firstRow: number): number {
    let bytes = 0;
    ranges.forEach((range, index) => {
      const first = this.runs[index]?.first ?? 0;
      const values: CellValue[][] = range.values;
      values.forEach((cells, offset) => {
        cells.forEach((value, column) => {
          bytes += cellBytes(value);
          this.stores.get(first + column)?.set(firstRow + offset, value);
        });
      });
    });
    return bytes;
  }

  seal(): void {
    for (const store of this.stores.values()) store.seal();
  }

  grid(): Grid {
    const { place, stores } = this;
    const indent = place.column - this.base;
    return {
      sheet: place.source.sheet,
      firstRow: place.row + 1,
      firstColumn: this.base + 1,
      rowCount: place.rows,
      columnCount: place.columns + indent,
      value: (row, column) => stores.get(column - indent)?.value(row) ?? '',
      format: () => '',
    };
  }
}

/** Fills the stores, sheet after sheet, in chunks that may span sheets; false if the user stopped it. */
async function readInChunks(
  context: Excel.RequestContext,
  sources: readonly StoredSource[],
  hooks: ProgressHooks,
): Promise<boolean> {
  const asked = sources.filter(({ runs }) => runs.length > 0);
  const total = asked.reduce((sum, { place }) => sum + place.rows, 0);
  const widest = Math.max(0, ...asked.map(({ runs }) => runs.reduce((sum, { count }) => sum + count, 0)));
  const rowsWithin = (bytes: number, heaviestRow: number): number =>
    Math.max(1, Math.floor(bytes / heaviestRow));
  let heaviestRow = 0;
  let size = rowsWithin(FIRST_CHUNK_BYTES, widest * ASSUMED_CELL_BYTES);
  let mostRows = Infinity;
  let row = 0;
  while (row < total) {
    if (hooks.signal.aborted) return false;
    const count = Math.min(size, total - row);
    const pieces = piecesOf(asked, row, count);
    const ranges = await readRanges(context, pieces, count > 1, false);
    if (!ranges) {
      size = mostRows = halved(count);
      continue;
    }
    let bytes = 0;
    pieces.forEach(({ source, row: firstRow }, at) => (bytes += source.keep(ranges[at] ?? [], firstRow)));
    heaviestRow = Math.max(heaviestRow, bytes / count);
    row += count;
    size = Math.min(mostRows, rowsWithin(CHUNK_BYTES, heaviestRow));
    hooks.onProgress(row / total);
  }
  for (const source of sources) source.seal();
  return true;
}

/** Rows `row` … `row + count` of all sources, counted one below the other. */
function piecesOf(
  sources: readonly StoredSource[],
  row: number,
  count: number,
): (Piece & { readonly source: StoredSource })[] {
  const pieces: (Piece & { readonly source: StoredSource })[] = [];
  let start = 0;
  for (const source of sources) {
    const { place, runs } = source;
    const from = Math.max(row - start, 0);
    const to = Math.min(row + count - start, place.rows);
    if (from < to) pieces.push({ source, place, row: from, count: to - from, runs });
    start += place.rows;
  }
  return pieces;
}

/**
 * Pieces of sources in one round trip, a list of ranges for each; null if the answer was too large. Excel may also
 * answer `null` values instead of an error (office-js #6781, #4783).
 */
async function readRanges(
  context: Excel.RequestContext,
  pieces: readonly Piece[],
  canBeHalved: boolean,
  withFormats: boolean,
): Promise<Excel.Range[][] | null> {
  const ranges = pieces.map(({ place, row, count, runs }) =>
    runs.map((run) =>
      place.sheet
        .getRangeByIndexes(place.row + row, place.column + run.first, count, run.count)
        .load(withFormats ? 'values,numberFormat' : 'values'),
    ),
  );
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error) && canBeHalved) return null;
    throw error;
  }
  const all = ranges.flat();
  const isWhole = all.every(
    (range) => range.values !== null && (!withFormats || range.numberFormat !== null),
  );
  // Chunks live on in our stores; the host may forget its side.
  for (const range of all) range.untrack();
  if (!isWhole && !canBeHalved) throw new ExcelRefusal('tooLarge', null, 'values === null');
  return isWhole ? ranges : null;
}

function halved(rows: number): number {
  return Math.max(1, Math.floor(rows / 2));
}

/** Where the sources lie now (the user may have added rows since they were listed); null for an empty one. */
async function locate(
  context: Excel.RequestContext,
  sources: readonly Source[],
): Promise<readonly (Geometry | null)[]> {
  const found = sources.map((source) => {
    const table = source.kind === 'table' ? context.workbook.tables.getItem(source.id) : null;
    const sheet = table ? table.worksheet : context.workbook.worksheets.getItem(source.id);
    const used = table ? table.getRange() : sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    sheet.load('id');
    return { source, sheet, used };
  });
  await context.sync();
  return found.map(({ source, sheet, used }) =>
    used.isNullObject
      ? null
      : {
          source,
          sheet,
          row: used.rowIndex,
          column: used.columnIndex,
          rows: used.rowCount,
          columns: used.columnCount,
        },
  );
}

/** Zero-based sheet column on which the grids of all places begin. */
function firstColumnOf(places: readonly (Geometry | null)[]): number {
  const columns = places.flatMap((place) => (place ? [place.column] : []));
  return columns.length === 0 ? 0 : Math.min(...columns);
}

function indented<T>(cells: readonly T[], count: number, blank: T): T[] {
  return [...Array.from({ length: count }, () => blank), ...cells];
}

/** What is worked on, for the sentence shown: a single source has a name. */
function placeOf(sources: readonly Source[]): string | null {
  const [first] = sources;
  return first && sources.length === 1 ? first.name : null;
}

function onlyOne<E>(grids: Result<readonly Grid[], E>): Result<Grid, E> {
  if (!grids.ok) return grids;
  const [grid] = grids.value;
  if (!grid) throw new Error('One source gives one grid');
  return { ok: true, value: grid };
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

function emptyGrid(source: Source | undefined): Grid {
  return gridOf([], { sheet: source?.sheet ?? '' });
}
