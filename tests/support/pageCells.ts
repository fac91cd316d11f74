import type { CellValue } from '../../src/domain/shared/grid';
import type { SheetModel } from '../../src/workbench/model/model';

/** A cell of people's on a page, zero-based. */
export interface PageCell {
  readonly row: number;
  readonly column: number;
}

/** Cells of people's on a page as its signs tell them, right after a run: fields, and rows of tables. */
export interface CellsOfPage {
  readonly fields: ReadonlyMap<string, PageCell>;
  readonly tables: ReadonlyMap<string, readonly ReadonlyMap<string, PageCell>[]>;
}

/** The key of a dossier or a meeting report by the mark of its sheet; null for other sheets. */
export function pageOf(customProperties: ReadonlyMap<string, string>): string | null {
  const mark = customProperties.get('clientele.tab') ?? '';
  return /^(dossier|meeting)\d+$/.test(mark) ? mark : null;
}

/** Where people may type on a page. */
export function cellsOfPage({ cells }: SheetModel): CellsOfPage {
  const corner = find(cells, 'clientele.page');
  const sign = (row: number, column: number) => parsed(cells.value(row, column));
  const columns = sign(corner.row, corner.column + 1) as Record<string, Record<string, number>> | null;
  const fields = new Map<string, PageCell>();
  const tables = new Map<string, Map<string, PageCell>[]>();
  for (let row = corner.row + 1; row < cells.rowCount; row++) {
    const found = sign(row, corner.column) as { fields: Record<string, string>; table?: string } | null;
    if (!found) continue;
    for (const [number, key] of Object.entries(found.fields))
      fields.set(key, { row, column: Number(number) - 1 });
    if (found.table === undefined) continue;
    const rows = tables.get(found.table) ?? [];
    tables.set(found.table, rows);
    const places = Object.entries(columns?.[found.table] ?? {});
    rows.push(new Map(places.map(([field, number]) => [field, { row, column: number - 1 }])));
  }
  return { fields, tables };
}

/** What stands in people's cells of a page: fields that say something, rows of tables that hold anything. */
export function dataOf(sheet: SheetModel): {
  readonly fields: ReadonlyMap<string, CellValue>;
  readonly tables: ReadonlyMap<string, readonly Readonly<Record<string, CellValue>>[]>;
} {
  const { fields, tables } = cellsOfPage(sheet);
  const value = ({ row, column }: PageCell): CellValue => sheet.cells.value(row, column) as CellValue;
  const said = (cell: CellValue): boolean => cell !== '' && cell !== '?';
  return {
    fields: new Map(
      [...fields].map(([key, cell]) => [key, value(cell)] as const).filter(([, cell]) => said(cell)),
    ),
    tables: new Map(
      [...tables].map(([key, rows]) => [
        key,
        rows
          .map((row) => Object.fromEntries([...row].map(([field, cell]) => [field, value(cell)])))
          .map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')))
          .filter((row) => Object.keys(row).length > 0),
      ]),
    ),
  };
}

function find(cells: SheetModel['cells'], text: string): PageCell {
  for (let row = 0; row < cells.rowCount; row++)
    for (let column = 0; column < cells.columnCount; column++)
      if (cells.value(row, column) === text) return { row, column };
  throw new Error(`The page has no ${text}`);
}

function parsed(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('{') ? (JSON.parse(value) as unknown) : null;
}
