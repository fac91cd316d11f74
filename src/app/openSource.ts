import { shapeOf } from '../domain/sales/shape';
import type { SheetShape } from '../domain/sales/shape';
import { withSheetDates } from '../domain/sales/sheetDates';
import { sheetPeriod } from '../domain/sales/sheetPeriod';
import type { ColumnMapping } from '../domain/sales/types';
import { understand } from '../domain/sales/understand';
import type { Settings } from '../domain/settings';
import type { ExcelSerial } from '../domain/shared/dates';
import type { Grid } from '../domain/shared/grid';
import { ok } from '../domain/shared/result';
import type { Result } from '../domain/shared/result';
import { stackGrids } from '../domain/shared/stack';
import { readColumns, readColumnsOfAll, readHead, readHeads } from '../excel/read';
import type { Cancelled, ProgressHooks } from '../excel/types';
import { rowsOfEach } from './sameSheets';
import type { ExcelTrouble, Source } from './types';

/** Rows read to understand a sheet: enough for any report cap and a fair sample of every column. */
const HEAD_ROWS = 200;

/** A source as far as it takes to understand it, and the way to the rest. */
export interface OpenSource {
  /** The first rows, of several sheets one below the other. */
  readonly head: Grid;
  /** Names of sheets that look like these but were not read with them. */
  readonly leftOut: readonly string[];
  /** The source in full, with the given columns of the head. */
  readonly readColumns: (
    columns: readonly number[],
    hooks: ProgressHooks,
  ) => Promise<Result<Grid, ExcelTrouble | Cancelled>>;
}

/** Reads the first rows of a source. `settings` and `mapping` help to see whether several sheets have a date column. */
export async function openSource(
  source: Source,
  settings: Settings,
  mapping: ColumnMapping,
  dateHeading: string,
): Promise<Result<OpenSource, ExcelTrouble>> {
  if (source.parts) return openSheets(source, source.parts, settings, mapping, dateHeading);
  const head = await readHead(source, HEAD_ROWS);
  if (!head.ok) return head;
  return ok({
    head: head.value,
    leftOut: [],
    readColumns: (columns, hooks) => readColumns(source, columns, hooks),
  });
}

/**
 * Several sheets as one list: the first with its heading, of the others only the rows below theirs. A sheet whose
 * headings differ from the first one's is left out and named. A list without dates on sheets named by months of a year
 * takes its dates from these names.
 */
async function openSheets(
  source: Source,
  parts: readonly Source[],
  settings: Settings,
  mapping: ColumnMapping,
  dateHeading: string,
): Promise<Result<OpenSource, ExcelTrouble>> {
  const heads = await readHeads(
    parts,
    Math.max(rowsOfEach(parts.length), Math.ceil(HEAD_ROWS / parts.length)),
  );
  if (!heads.ok) return heads;
  const shapes = heads.value.map(shapeOf);
  const same = parts.map((part, index) => ({
    part,
    head: heads.value[index],
    from: index === 0 ? 0 : (shapes[index]?.firstDataRow ?? 0),
    isSame: index === 0 || shapes[index]?.form === shapes[0]?.form,
  }));
  const read = same.filter(({ isSame }) => isSame);
  const sources = read.map(({ part }) => part);
  const stack = (grids: readonly (Grid | undefined)[]): Grid =>
    stackGrids(
      read.flatMap(({ from }, index) => {
        const grid = grids[index];
        return grid ? [{ grid, from }] : [];
      }),
      source.name,
    );
  const head = stack(read.map((sheet) => sheet.head));
  const dated = hasDates(head, settings, mapping) ? null : daysOf(sources);
  const dress = (grid: Grid): Grid =>
    dated === null
      ? grid
      : withSheetDates(
          grid,
          { column: head.columnCount, heading: dateHeading, ...headingOf(shapes[0]) },
          dated,
        );
  return ok({
    head: dress(head),
    leftOut: [...(source.leftOut ?? []), ...same.flatMap(({ part, isSame }) => (isSame ? [] : [part.name]))],
    readColumns: async (columns, hooks) => {
      const grids = await readColumnsOfAll(sources, columns, hooks);
      return grids.ok ? ok(dress(stack(grids.value))) : grids;
    },
  });
}

/** Has the list a date column? One that cannot be understood yet is left as it is. */
function hasDates(head: Grid, settings: Settings, mapping: ColumnMapping): boolean {
  const understood = understand(head, settings, mapping);
  return !understood.ok || understood.value.mapping.date !== undefined;
}

/** The last day of every sheet's period, or null if any name tells none. */
function daysOf(sources: readonly Source[]): ReadonlyMap<string, ExcelSerial> | null {
  const days = new Map<string, ExcelSerial>();
  for (const { sheet } of sources) {
    const last = sheetPeriod(sheet)?.last ?? null;
    if (last === null) return null;
    days.set(sheet, last);
  }
  return days;
}

function headingOf(shape: SheetShape | null | undefined): { headerRow: number; firstDataRow: number } {
  return { headerRow: shape?.headerRow ?? 0, firstDataRow: shape?.firstDataRow ?? 0 };
}
