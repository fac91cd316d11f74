import type { BookModel, SheetModel, TableModel } from '../../model/model';
import { intersection, parseArea } from '../a1';
import { jsonOf, readCells } from '../cellAccess';
import type { Culture } from '../culture';
import { refusal } from '../errors';
import { HostObject, flagOf, textOf } from '../objectType';
import type { Arguments, ObjectType, Property } from '../objectType';
import type { Session } from '../session';
import { autoFilterOfTable } from './autoFilter';
import { rangeArgument, rangeOf } from './range';
import { worksheetOf } from './worksheet';

/** A table and the sheet it stands on. */
interface Placed {
  readonly sheet: SheetModel;
  readonly table: TableModel;
}

/** Excel's standard style of a table. */
const STANDARD_STYLE = 'TableStyleMedium2';
const LONGEST_NAME = 255;

export function tablesOfSheet(sheet: SheetModel): HostObject {
  return HostObject.of(tablesType, { sheet });
}

export function tablesOfBook(book: BookModel): HostObject {
  return HostObject.of(tablesType, { book });
}

/** The tables of one sheet or of the whole book. */
type Tables = { readonly sheet: SheetModel } | { readonly book: BookModel };

function placedIn(tables: Tables): readonly Placed[] {
  const sheets = 'sheet' in tables ? [tables.sheet] : tables.book.sheets;
  return sheets.flatMap((sheet) => sheet.tables.map((table) => ({ sheet, table })));
}

const tablesType: ObjectType<Tables> = {
  name: 'TableCollection',
  properties: {
    Count: { get: (tables) => placedIn(tables).length },
  },
  items: (tables) => placedIn(tables).map(tableOf),
  item(tables, key) {
    const wanted = String(key).toLowerCase();
    const found = placedIn(tables).find(
      ({ table }) => table.name.toLowerCase() === wanted || table.id.toLowerCase() === wanted,
    );
    return found ? tableOf(found) : null;
  },
  methods: {
    Add: (tables, args, session) => addTable('sheet' in tables ? tables.sheet : null, args, session),
  },
};

function addTable(home: SheetModel | null, args: Arguments, session: Session): HostObject {
  const { sheet, area } = rangeArgument(args, 0, home, session);
  if (home && sheet !== home) throw refusal('InvalidArgument');
  session.guardSheet(sheet);
  if (!args.flag(1)) {
    // Excel would push the cells down to make room for headings: the product always brings its own.
    throw refusal('ApiNotFound', 'The stand-in host adds tables over headings only (hasHeaders: true).');
  }
  const overlaps = (other: typeof area): boolean => intersection(other, area) !== null;
  if (sheet.tables.some((table) => overlaps(table.area)) || sheet.merges.some(overlaps)) {
    throw refusal('InvalidArgument');
  }
  const table: TableModel = {
    id: freeTableId(session.book),
    name: freeName(session),
    // Excel keeps a row for data under the headings.
    area: { ...area, rows: Math.max(area.rows, 2) },
    style: STANDARD_STYLE,
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
  };
  sheet.tables.push(table);
  nameColumns(sheet, table, session.culture);
  session.contentsChanged(sheet);
  return tableOf({ sheet, table });
}

/** Headings of a table are texts, none blank, no two alike: Excel rewrites those that are not. */
export function nameColumns(sheet: SheetModel, table: TableModel, culture: Culture): void {
  const { row, column, columns } = table.area;
  const stem = culture.name.startsWith('ru') ? 'Столбец' : 'Column';
  const taken = new Set<string>();
  for (let index = 0; index < columns; index += 1) {
    const value = sheet.cells.value(row, column + index);
    const typed = typeof value === 'object' ? value.error : String(value);
    let heading = typed === '' ? `${stem}${index + 1}` : typed;
    for (let number = 2; taken.has(heading.toLowerCase()); number += 1) heading = `${typed || stem}${number}`;
    taken.add(heading.toLowerCase());
    if (heading !== value) sheet.cells.setValue(row, column + index, heading);
  }
}

function tablesOf(book: BookModel): readonly TableModel[] {
  return book.sheets.flatMap((sheet) => sheet.tables);
}

/** An id that no table of the book bears. */
export function freeTableId(book: BookModel): string {
  const ids = tablesOf(book).map(({ id }) => Number.parseInt(id.slice(-13, -1), 16) || 0);
  const number = Math.max(0, ...ids) + 1;
  return `{00000000-0000-4000-9000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
}

/** The name of a copied table: its own with the first number that is free. */
export function tableNameLike(name: string, book: BookModel): string {
  let number = 2;
  while (isTaken(`${name}${number}`, book)) number += 1;
  return `${name}${number}`;
}

function freeName(session: Session): string {
  const stem = session.culture.name.startsWith('ru') ? 'Таблица' : 'Table';
  let number = 1;
  while (isTaken(`${stem}${number}`, session.book)) number += 1;
  return `${stem}${number}`;
}

/** Tables and names of the book share one name space. */
function isTaken(name: string, book: BookModel): boolean {
  const wanted = name.toLowerCase();
  return (
    tablesOf(book).some((table) => table.name.toLowerCase() === wanted) ||
    book.names.some((defined) => defined.scope === null && defined.name.toLowerCase() === wanted)
  );
}

/** A switch of the table's looks. */
function toggle(key: 'showBandedRows' | 'showFilterButton'): Property<Placed> {
  return {
    get: ({ table }) => table[key],
    set({ sheet, table }, value, session) {
      session.guardSheet(sheet);
      table[key] = flagOf(value);
      session.looksChanged(sheet);
    },
  };
}

const tableType: ObjectType<Placed> = {
  name: 'Table',
  identity: ({ table }) => ({ Id: table.id, Name: table.name }),
  check({ sheet, table }, session) {
    if (!session.book.sheets.includes(sheet) || !sheet.tables.includes(table)) throw refusal('ItemNotFound');
  },
  properties: {
    Id: { get: ({ table }) => table.id },
    Name: {
      get: ({ table }) => table.name,
      set: (placed, value, session) => rename(placed, textOf(value), session),
    },
    Style: {
      get: ({ table }) => table.style,
      set({ sheet, table }, value, session) {
        session.guardSheet(sheet);
        table.style = textOf(value);
        session.looksChanged(sheet);
      },
    },
    ShowHeaders: { get: ({ table }) => table.showHeaders },
    ShowTotals: { get: ({ table }) => table.showTotals },
    ShowFilterButton: toggle('showFilterButton'),
    ShowBandedRows: toggle('showBandedRows'),
  },
  links: {
    Columns: (placed) => HostObject.of(columnsType, placed),
    Worksheet: ({ sheet }) => worksheetOf(sheet),
    AutoFilter: ({ sheet, table }) => autoFilterOfTable(sheet, table),
  },
  methods: {
    GetRange: ({ sheet, table }) => rangeOf(sheet, table.area),
    GetHeaderRowRange: ({ sheet, table }) => rangeOf(sheet, { ...table.area, rows: 1 }),
    GetDataBodyRange: ({ sheet, table }) => rangeOf(sheet, bodyOf(table)),
    // No filter ever hides a row of ours, so there is none to clear.
    ClearFilters: () => undefined,
    ConvertToRange({ sheet, table }, _args, session) {
      session.guardSheet(sheet);
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
      session.bookChanged();
      session.looksChanged(sheet);
      return rangeOf(sheet, table.area);
    },
    Delete({ sheet, table }, _args, session) {
      session.guardSheet(sheet);
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
      const { row, column, rows, columns } = table.area;
      for (let index = 0; index < rows * columns; index += 1) {
        sheet.cells.clear(row + Math.floor(index / columns), column + (index % columns), 'all');
      }
      session.contentsChanged(sheet);
    },
  },
};

function tableOf(placed: Placed): HostObject {
  return HostObject.of(tableType, placed);
}

function bodyOf(table: TableModel): TableModel['area'] {
  const head = table.showHeaders ? 1 : 0;
  const foot = table.showTotals ? 1 : 0;
  return { ...table.area, row: table.area.row + head, rows: table.area.rows - head - foot };
}

function rename({ sheet, table }: Placed, name: string, session: Session): void {
  const isName =
    /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && name.length <= LONGEST_NAME && !parseArea(name);
  if (!isName) throw refusal('InvalidArgument');
  if (name.toLowerCase() !== table.name.toLowerCase() && isTaken(name, session.book)) {
    throw refusal('ItemAlreadyExists');
  }
  table.name = name;
  session.looksChanged(sheet);
}

const columnsType: ObjectType<Placed> = {
  name: 'TableColumnCollection',
  properties: {
    Count: { get: ({ table }) => table.area.columns },
  },
  items: (placed) =>
    Array.from({ length: placed.table.area.columns }, (_, index) =>
      HostObject.of(columnType, { ...placed, index }),
    ),
  item(placed, key) {
    const index = headings(placed).findIndex(
      (heading) => heading.toLowerCase() === String(key).toLowerCase(),
    );
    const byId = typeof key === 'number' ? key - 1 : index;
    return byId >= 0 && byId < placed.table.area.columns
      ? HostObject.of(columnType, { ...placed, index: byId })
      : null;
  },
};

type Column = Placed & { readonly index: number };

const columnType: ObjectType<Column> = {
  name: 'TableColumn',
  identity: ({ index }) => ({ Id: index + 1 }),
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: { get: (column) => headings(column)[column.index] ?? '' },
    Values: {
      get(column, session) {
        session.settle();
        const { sheet } = column;
        return readCells({ sheet, area: columnArea(column) }, session, (row, at) =>
          jsonOf(sheet.cells.value(row, at)),
        );
      },
    },
  },
  methods: {
    GetRange: (column) => rangeOf(column.sheet, columnArea(column)),
    GetHeaderRowRange: (column) => rangeOf(column.sheet, { ...columnArea(column), rows: 1 }),
    GetDataBodyRange: (column) =>
      rangeOf(column.sheet, {
        ...bodyOf(column.table),
        column: column.table.area.column + column.index,
        columns: 1,
      }),
  },
};

function headings({ sheet, table: { area } }: Placed): readonly string[] {
  return Array.from({ length: area.columns }, (_, index) =>
    String(jsonOf(sheet.cells.value(area.row, area.column + index))),
  );
}

function columnArea({ table: { area }, index }: Column): TableModel['area'] {
  return { ...area, column: area.column + index, columns: 1 };
}
