import type { CellValue } from '../domain/shared/grid';
import { SIGN_COLUMNS } from '../reports/plan';
import type { Block, PagePlan, PlanPage } from '../reports/plan';
import { isFormula } from './cells';

/** What a row of a page is, as its sign says: which of its cells we own, and which of them are people's. */
export interface RowSign {
  /** Columns of the page that hold something of ours or are people's: a digit each, 1 or 0. */
  readonly own: string;
  /** Column of the page → key of the field that stands there. */
  readonly fields: Readonly<Record<string, string>>;
  /** The table whose row it is. */
  readonly table?: string;
}

/** In the corner of a page that was written to its end: comes last, so that a page without it is known as broken. */
const CORNER = 'clientele.page';
/** Above the last column of ours, with a column of its own at least: what stands right of it is people's. */
const END = 'clientele.end';
/** The columns of tables by field, in the first row right of the corner. */
const TABLES_OFFSET = 1;

/**
 * The signs of a page as blocks: numbers of the columns over them, a sign beside each row, the corner at the end. Rows
 * and columns carry them along wherever Excel moves them, without any name.
 */
export function signBlocks(plan: PagePlan): readonly Block[] {
  const { page } = plan;
  const { signColumn } = page;
  const numbers = Array.from({ length: signColumn - 1 }, (_, index) => index + 1);
  const signs = rowSigns(plan);
  return [
    { row: 1, column: 1, role: 'note', cells: [numbers] },
    {
      row: 1,
      column: signColumn + TABLES_OFFSET,
      role: 'note',
      formats: ['@'],
      cells: [[JSON.stringify(tableColumns(page))]],
    },
    {
      row: 2,
      column: signColumn,
      role: 'note',
      formats: ['@'],
      cells: signs.slice(1).map((sign) => [JSON.stringify(sign)]),
    },
    {
      row: 1,
      column: Math.max(signColumn + SIGN_COLUMNS - 1, plan.columnWidths.length),
      role: 'note',
      formats: ['@'],
      cells: [[END]],
    },
    { row: 1, column: signColumn, role: 'note', formats: ['@'], cells: [[CORNER]] },
  ];
}

/** What each row of a page is, from the first on. */
export function rowSigns({ page, blocks, merges = [] }: PagePlan): readonly RowSign[] {
  const columns = page.signColumn - 1;
  const owned = Array.from({ length: page.rows }, () => new Array<boolean>(columns).fill(false));
  const own = (row: number, column: number): void => {
    const cells = owned[row - 1];
    if (cells && column <= columns) cells[column - 1] = true;
  };
  for (const block of blocks)
    block.cells.forEach((cells, rowOffset) => {
      cells.forEach((cell, offset) => {
        const isBlank = cell === null || cell === '';
        if (!isBlank || isFormula(cell)) own(block.row + rowOffset, block.column + offset);
      });
    });
  for (const { row, column, rows, columns: width } of merges)
    for (let at = row; at < row + rows; at++)
      for (let each = column; each < column + width; each++) own(at, each);
  const fields = Array.from({ length: page.rows }, (): Record<string, string> => ({}));
  for (const { key, row, column } of page.fields) {
    own(row, column);
    const cells = fields[row - 1];
    if (cells) cells[String(column)] = key;
  }
  const tables = new Map<number, string>();
  for (const { key, row, rows, columns: cells } of page.tables)
    for (let at = row; at < row + rows; at++) {
      tables.set(at, key);
      for (const { column } of cells) own(at, column);
    }
  return owned.map((cells, index) => {
    const table = tables.get(index + 1);
    return {
      own: cells.map((isOwn) => (isOwn ? '1' : '0')).join(''),
      fields: fields[index] ?? {},
      ...(table === undefined ? {} : { table }),
    };
  });
}

/** Table → field → column of the page. */
type TableColumns = Readonly<Record<string, Readonly<Record<string, number>>>>;

function tableColumns({ tables }: PlanPage): TableColumns {
  return Object.fromEntries(
    tables.map(({ key, columns }) => [
      key,
      Object.fromEntries(columns.map(({ field, column }) => [field, column])),
    ]),
  );
}

/** A page's signs as they are found on its sheet; rows and columns are indices of what was read. */
export interface FoundSigns {
  /** Index of the row of numbers. */
  readonly top: number;
  /** Index of the column of signs, and of the last column of ours. */
  readonly column: number;
  readonly lastColumn: number;
  /** Number of a column of the page → index of the column where it stands now. */
  readonly columnOf: ReadonlyMap<number, number>;
  readonly tables: TableColumns;
}

/** Whether two signs name the same fields and the same table, whichever of the other cells are blank. */
export function isSameRow(a: RowSign, b: RowSign): boolean {
  return a.table === b.table && JSON.stringify(a.fields) === JSON.stringify(b.fields);
}

/** Finds the signs among the cells of a sheet; null where the page was not written to its end. */
export function findSigns(cells: readonly (readonly CellValue[])[]): FoundSigns | null {
  const top = cells.findIndex((row) => row.includes(CORNER));
  const row = cells[top];
  if (!row) return null;
  const column = row.indexOf(CORNER);
  const columnOf = new Map<number, number>();
  row.slice(0, column).forEach((value, index) => {
    if (typeof value === 'number') columnOf.set(value, index);
  });
  const tables = parsed(row.slice(column + 1).find((value) => String(value).startsWith('{')) ?? '');
  const lastColumn = Math.max(column, row.indexOf(END));
  return { top, column, lastColumn, columnOf, tables: (tables ?? {}) as TableColumns };
}

/** The sign of a row; null for a row that people inserted. */
export function signOf(value: CellValue | undefined): RowSign | null {
  return parsed(value ?? '') as RowSign | null;
}

function parsed(value: CellValue): unknown {
  if (typeof value !== 'string' || !value.startsWith('{')) return null;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return null;
  }
}
