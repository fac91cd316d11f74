import { columnOf } from '../../domain/shared/grid';
import type { Area } from '../../reports/plan';
import type { RowInsert } from './planFill';

/** Excel tells which cells are merged from this set on; asking for them empties the list of undo (office-js #5918). */
const MERGES_API = '1.13';

/** Whether this Excel tells which cells are merged. */
function tellsMerges(): boolean {
  return (
    typeof Office !== 'undefined' &&
    Office.context?.requirements?.isSetSupported('ExcelApi', MERGES_API) === true
  );
}

/** Cells merged within the row above each insertion, by its place: rows that come in are to look like it. */
export async function rowMerges(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  inserts: readonly RowInsert[],
): Promise<ReadonlyMap<number, readonly Area[]>> {
  const rows = await mergedAreas(
    context,
    inserts.map(({ at }) => ({ at, range: sheet.getRange(`${at - 1}:${at - 1}`) })),
  );
  return new Map(
    rows.map(({ at, areas }) => [
      at,
      areas.filter(({ row, rows: height }) => row === at - 1 && height === 1),
    ]),
  );
}

/** The merged cells that a chart's cell is the first of, by `row:column`. */
export async function chartAreas(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  cells: readonly { readonly row: number; readonly column: number }[],
): Promise<ReadonlyMap<string, Area>> {
  const found = await mergedAreas(
    context,
    cells.map(({ row, column }) => ({
      row,
      column,
      range: sheet.getRangeByIndexes(row - 1, column - 1, 1, 1),
    })),
  );
  return new Map(
    found.flatMap(({ row, column, areas }): [string, Area][] =>
      areas[0] ? [[`${row}:${column}`, areas[0]]] : [],
    ),
  );
}

async function mergedAreas<Asked extends { readonly range: Excel.Range }>(
  context: Excel.RequestContext,
  asked: readonly Asked[],
): Promise<readonly (Asked & { readonly areas: readonly Area[] })[]> {
  if (asked.length === 0 || !tellsMerges()) return [];
  const queued = asked.map((each) => ({
    each,
    merged: each.range.getMergedAreasOrNullObject().load('address'),
  }));
  await context.sync();
  return queued.map(({ each, merged }) => ({
    ...each,
    areas: merged.isNullObject ? [] : merged.address.split(',').flatMap(areaOf),
  }));
}

/** `'Досье'!A3:C5` as an area. */
function areaOf(address: string): readonly Area[] {
  const cells = /!?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/.exec(address.trim());
  if (!cells) return [];
  const [, left = '', top = '', right = left, bottom = top] = cells;
  const [first, last] = [columnOf(left), columnOf(right)];
  return [
    {
      row: Number(top),
      column: first,
      rows: Number(bottom) - Number(top) + 1,
      columns: last - first + 1,
    },
  ];
}
