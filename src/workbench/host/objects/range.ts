import type { ModelArea, ModelValue, SheetModel } from '../../model/model';
import { movedArea, shiftOf } from '../../model/shift';
import type { Shift } from '../../model/shift';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  boundingArea,
  contains,
  formatArea,
  intersection,
  isOnSheet,
  parseArea,
  quoteSheet,
  subtract,
} from '../a1';
import {
  cellsOf,
  enterCells,
  forEachGiven,
  guardCells,
  jsonOf,
  readCells,
  restyle,
  usedWithin,
} from '../cellAccess';
import type { Cells } from '../cellAccess';
import { displayText } from '../displayText';
import { refusal } from '../errors';
import { HostObject, oneOf, recordOf, textOf } from '../objectType';
import type { Arguments, ObjectType, Property } from '../objectType';
import type { Json } from '../protocol';
import type { Session } from '../session';
import { shiftCells } from '../shiftCells';
import { conditionalFormatsOf } from './conditionalFormats';
import { dataValidationOf } from './dataValidation';
import { rangeAreasOf } from './rangeAreas';
import { rangeFormatOf } from './rangeFormat';
import { rangeSortOf } from './rangeSort';
import { resolveRange } from './resolveRange';
import { worksheetOf } from './worksheet';

/** The `Range` over an area, or `InvalidArgument` where the area leaves the sheet. */
export function rangeOf(sheet: SheetModel, area: ModelArea): HostObject {
  if (!isOnSheet(area)) throw refusal('InvalidArgument');
  return HostObject.of(rangeType, { sheet, area });
}

/** The range given as an argument: an object, or an address on the sheet (or on the sheet it names). */
export function rangeArgument(
  args: Arguments,
  index: number,
  sheet: SheetModel | null,
  session: Session,
): Cells {
  const object = args.object(index);
  if (!object) return resolveRange(args.text(index), sheet, session);
  const cells = object.as(rangeType);
  if (!cells) throw refusal('InvalidArgument');
  return cells;
}

/** `'My sheet'!A1:B2`. */
export function addressOf({ sheet, area }: Cells): string {
  return `${quoteSheet(sheet.name)}!${formatArea(area)}`;
}

/** `='My sheet'!$A$1:$B$2` without the `=`, always quoted: how charts and names keep a range. */
export function absoluteReference({ sheet, area }: Cells): string {
  return `'${sheet.name.replaceAll("'", "''")}'!${formatArea(area, true)}`;
}

/** A property of the area that is only read. */
function measure(get: (cells: Cells) => Json): Property<Cells> {
  return { get };
}

export const rangeType: ObjectType<Cells> = {
  name: 'Range',
  keptByReference: true,
  check({ sheet, area }, session) {
    if (!session.book.sheets.includes(sheet) || !isOnSheet(area)) throw refusal('InvalidReference');
  },
  properties: {
    Address: measure(addressOf),
    AddressLocal: measure(addressOf),
    RowIndex: measure(({ area }) => area.row),
    ColumnIndex: measure(({ area }) => area.column),
    RowCount: measure(({ area }) => area.rows),
    ColumnCount: measure(({ area }) => area.columns),
    CellCount: measure(({ area }) => cellCount(area)),
    IsEntireColumn: measure(({ area }) => area.rows === MAX_ROWS),
    IsEntireRow: measure(({ area }) => area.columns === MAX_COLUMNS),
    Values: {
      get(cells, session) {
        session.settle();
        const store = cells.sheet.cells;
        return readCells(cells, session, (row, column) => jsonOf(store.value(row, column)));
      },
      set: (cells, value, session) => enterCells(cells, value, session, session.culture),
    },
    Formulas: {
      get(cells, session) {
        session.settle();
        const store = cells.sheet.cells;
        return readCells(
          cells,
          session,
          (row, column) => store.formula(row, column) ?? jsonOf(store.value(row, column)),
        );
      },
      set: (cells, value, session) => enterCells(cells, value, session, 'formulas'),
    },
    Text: {
      get(cells, session) {
        session.settle();
        const store = cells.sheet.cells;
        return readCells(cells, session, (row, column) =>
          displayText(
            store.value(row, column),
            numberFormatAt(cells.sheet, row, column, session),
            session.culture,
          ),
        );
      },
    },
    ValueTypes: {
      get(cells, session) {
        session.settle();
        const store = cells.sheet.cells;
        return readCells(cells, session, (row, column) => valueType(store.value(row, column)));
      },
    },
    NumberFormat: {
      get: (cells, session) =>
        readCells(cells, session, (row, column) => numberFormatAt(cells.sheet, row, column, session)),
      set: setNumberFormat,
    },
    Hyperlink: { get: readHyperlink, set: setHyperlink },
    RowHidden: {
      get: ({ sheet, area }) => common(area.row, area.rows, (row) => sheet.hiddenRows.has(row)),
      set({ sheet, area }, value, session) {
        hide(sheet.hiddenRows, area.row, area.rows, value === true);
        session.looksChanged(sheet);
      },
    },
    ColumnHidden: {
      get: ({ sheet, area }) =>
        common(area.column, area.columns, (column) => sheet.hiddenColumns.has(column)),
      set({ sheet, area }, value, session) {
        hide(sheet.hiddenColumns, area.column, area.columns, value === true);
        session.looksChanged(sheet);
      },
    },
  },
  links: {
    Format: (cells) => rangeFormatOf(cells),
    Worksheet: ({ sheet }) => worksheetOf(sheet),
    ConditionalFormats: (cells) => conditionalFormatsOf(cells),
    DataValidation: (cells) => dataValidationOf(cells),
    Sort: (cells) => rangeSortOf(cells),
  },
  methods: {
    GetCell: ({ sheet, area }, args) =>
      rangeOf(sheet, {
        row: area.row + args.number(0),
        column: area.column + args.number(1),
        rows: 1,
        columns: 1,
      }),
    GetRow({ sheet, area }, args) {
      return rangeOf(sheet, { ...area, row: area.row + args.number(0), rows: 1 });
    },
    GetColumn({ sheet, area }, args) {
      return rangeOf(sheet, { ...area, column: area.column + args.number(0), columns: 1 });
    },
    GetLastCell: ({ sheet, area }) =>
      rangeOf(sheet, {
        row: area.row + area.rows - 1,
        column: area.column + area.columns - 1,
        rows: 1,
        columns: 1,
      }),
    GetLastRow: ({ sheet, area }) => rangeOf(sheet, { ...area, row: area.row + area.rows - 1, rows: 1 }),
    GetLastColumn: ({ sheet, area }) =>
      rangeOf(sheet, { ...area, column: area.column + area.columns - 1, columns: 1 }),
    GetEntireRow: ({ sheet, area }) => rangeOf(sheet, { ...area, column: 0, columns: MAX_COLUMNS }),
    GetEntireColumn: ({ sheet, area }) => rangeOf(sheet, { ...area, row: 0, rows: MAX_ROWS }),
    GetOffsetRange: ({ sheet, area }, args) =>
      rangeOf(sheet, { ...area, row: area.row + args.number(0), column: area.column + args.number(1) }),
    GetResizedRange: ({ sheet, area }, args) =>
      rangeOf(sheet, { ...area, rows: area.rows + args.number(0), columns: area.columns + args.number(1) }),
    GetAbsoluteResizedRange: ({ sheet, area }, args) =>
      rangeOf(sheet, { ...area, rows: args.number(0), columns: args.number(1) }),
    GetBoundingRect({ sheet, area }, args, session) {
      const other = rangeArgument(args, 0, sheet, session);
      if (other.sheet !== sheet) throw refusal('InvalidArgument');
      return rangeOf(sheet, boundingArea(area, other.area));
    },
    GetIntersection(cells, args, session) {
      const shared = intersect(cells, args, session);
      if (!shared) throw refusal('ItemNotFound');
      return shared;
    },
    GetIntersectionOrNullObject: intersect,
    GetUsedRange(cells, args) {
      const used = usedWithin(cells, args.flag(0));
      return rangeOf(cells.sheet, used ?? { ...cells.area, rows: 1, columns: 1 });
    },
    GetUsedRangeOrNullObject(cells, args) {
      const used = usedWithin(cells, args.flag(0));
      return used && rangeOf(cells.sheet, used);
    },
    GetMergedAreasOrNullObject: ({ sheet, area }) =>
      rangeAreasOf(
        sheet,
        sheet.merges.filter((merged) => intersection(merged, area)),
      ),
    Clear: (cells, args, session) => clear(cells, args.textOr(0, 'All'), session),
    Select({ sheet, area }, _args, session) {
      session.book.activeSheetId = sheet.id;
      session.book.selection = area;
      session.detailsChanged();
    },
    Insert: (cells, args, session) => insertCells(cells, oneOf(args.raw(0), ['Down', 'Right']), session),
    Delete: (cells, args, session) => deleteCells(cells, oneOf(args.raw(0), ['Up', 'Left']), session),
    Merge: merge,
    Unmerge({ sheet, area }, _args, session) {
      session.guardSheet(sheet);
      sheet.merges = sheet.merges.filter((merged) => !intersection(merged, area));
      session.looksChanged(sheet);
    },
    Calculate: (_cells, _args, session) => session.calculate(),
    _ValidateArraySize({ area }, args) {
      if (args.number(0) !== area.rows || args.number(1) !== area.columns) throw refusal('InvalidArgument');
    },
  },
};

/** Excel gives −1 where the number of cells passes 2^31 − 1. */
function cellCount(area: ModelArea): number {
  const count = area.rows * area.columns;
  return count > 2 ** 31 - 1 ? -1 : count;
}

function numberFormatAt(sheet: SheetModel, row: number, column: number, session: Session): string {
  return session.book.styles.get(sheet.cells.style(row, column)).numberFormat ?? 'General';
}

type Kind = 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error';

function valueType(value: ModelValue): Kind {
  if (value === '') return 'Empty';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'number') return 'Double';
  return typeof value === 'boolean' ? 'Boolean' : 'Error';
}

function setNumberFormat(cells: Cells, value: Json, session: Session): void {
  if (typeof value === 'string') {
    restyle(cells, session, (style) => ({ ...style, numberFormat: value }));
    return;
  }
  const { sheet } = cells;
  session.guardSheet(sheet);
  forEachGiven(cells, value, (row, column, format) => {
    const style = session.book.styles.get(sheet.cells.style(row, column));
    sheet.cells.setStyle(row, column, session.book.styles.intern({ ...style, numberFormat: textOf(format) }));
  });
  session.looksChanged(sheet);
}

/** The address under which the sheet keeps a cell's link. */
function linkKey(row: number, column: number): string {
  return formatArea({ row, column, rows: 1, columns: 1 });
}

function readHyperlink({ sheet, area }: Cells): Json {
  const link = sheet.hyperlinks.get(linkKey(area.row, area.column));
  return link ? { ...link } : null;
}

/** Excel's look of a link. */
const LINK_COLOR = '#0563C1';

function setHyperlink(cells: Cells, value: Json, session: Session): void {
  const given = recordOf(value);
  const { sheet } = cells;
  session.guardSheet(sheet);
  const link = Object.fromEntries(
    ['address', 'documentReference', 'screenTip'].flatMap((key) =>
      typeof given[key] === 'string' && given[key] !== '' ? [[key, given[key]]] : [],
    ),
  );
  if (!('address' in link) && !('documentReference' in link)) throw refusal('InvalidArgument');
  for (const { row, column } of cellsOf(cells.area)) {
    sheet.hyperlinks.set(linkKey(row, column), link);
    if (typeof given['textToDisplay'] === 'string') sheet.cells.setValue(row, column, given['textToDisplay']);
  }
  restyle(cells, session, (style) => ({ ...style, color: LINK_COLOR, underline: true }));
  session.contentsChanged(sheet);
}

function common(first: number, count: number, read: (index: number) => boolean): Json {
  const start = read(first);
  for (let index = 1; index < count; index += 1) if (read(first + index) !== start) return null;
  return start;
}

function hide(hidden: Set<number>, first: number, count: number, isHidden: boolean): void {
  if (isHidden) {
    for (let index = first; index < first + count; index += 1) hidden.add(index);
    return;
  }
  // A whole sheet may be shown at once: what is hidden is shorter than its rows.
  for (const index of [...hidden]) if (index >= first && index < first + count) hidden.delete(index);
}

function intersect({ sheet, area }: Cells, args: Arguments, session: Session): HostObject | null {
  const other = rangeArgument(args, 0, sheet, session);
  if (other.sheet !== sheet) throw refusal('InvalidArgument');
  const shared = intersection(area, other.area);
  return shared && rangeOf(sheet, shared);
}

function clear(cells: Cells, applyTo: string, session: Session): void {
  const { sheet, area } = cells;
  const what = oneOf(applyTo, ['All', 'Contents', 'Formats', 'Hyperlinks', 'RemoveHyperlinks']);
  guardCells(cells, session);
  if (what === 'All' || what === 'Contents') clearCells(cells, what === 'All' ? 'all' : 'contents');
  if (what === 'Formats') clearCells(cells, 'formats');
  if (what === 'All' || what === 'Formats') {
    sheet.merges = sheet.merges.filter((merged) => !contains(area, merged));
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !contains(area, format.area));
  }
  if (what === 'All') {
    sheet.validations = sheet.validations.flatMap((validation) =>
      subtract(validation.area, area).map((rest) => ({ ...validation, area: rest })),
    );
  }
  if (what !== 'Contents' && what !== 'Formats') {
    for (const key of [...sheet.hyperlinks.keys()]) {
      const cell = parseArea(key);
      if (cell && contains(area, cell)) sheet.hyperlinks.delete(key);
    }
  }
  session.contentsChanged(sheet);
}

function clearCells(cells: Cells, what: 'contents' | 'formats' | 'all'): void {
  const used = cells.sheet.cells.usedArea('all');
  const touched = used && intersection(used, cells.area);
  if (!touched) return;
  for (const { row, column } of cellsOf(touched)) cells.sheet.cells.clear(row, column, what);
}

/** Makes room in place of the range; whole rows go down and whole columns right whatever is asked. */
function insertCells(cells: Cells, towards: 'Down' | 'Right', session: Session): HostObject {
  const axis = towards === 'Down' ? 'rows' : 'columns';
  shiftRange(shiftOf(cells.area, 'insert', axisOf(cells.area) ?? axis), cells, session);
  return rangeOf(cells.sheet, cells.area);
}

function deleteCells(cells: Cells, towards: 'Up' | 'Left', session: Session): void {
  const axis = towards === 'Up' ? 'rows' : 'columns';
  shiftRange(shiftOf(cells.area, 'delete', axisOf(cells.area) ?? axis), cells, session);
}

/** What an area of whole rows or whole columns is made of; null: of cells. */
function axisOf({ rows, columns }: ModelArea): 'rows' | 'columns' | null {
  if (columns === MAX_COLUMNS) return 'rows';
  return rows === MAX_ROWS ? 'columns' : null;
}

/** The area of a range whose cells are gone. */
const NO_CELLS: ModelArea = { row: 0, column: 0, rows: 0, columns: 0 };

/** Ranges that the client holds go along with their cells; those whose cells are gone are no longer valid. */
function shiftRange(shift: Shift, { sheet }: Cells, session: Session): void {
  session.guardSheet(sheet);
  shiftCells(session.book, sheet, shift, session.culture);
  session.replaceObjects((object) => {
    const held = object.as(rangeType);
    if (held?.sheet !== sheet) return object;
    const area = movedArea(shift, held.area) ?? NO_CELLS;
    return area === held.area ? object : HostObject.of(rangeType, { sheet, area });
  });
  session.contentsChanged(sheet);
}

/** Merges the range, or each of its rows; only the first cell of a merge keeps its contents. */
function merge({ sheet, area }: Cells, args: Arguments, session: Session): void {
  session.guardSheet(sheet);
  if (sheet.tables.some((table) => intersection(table.area, area))) throw refusal('InvalidOperation');
  sheet.merges = sheet.merges.filter((merged) => !intersection(merged, area));
  const parts = args.flag(0)
    ? Array.from({ length: area.rows }, (_, index) => ({ ...area, row: area.row + index, rows: 1 }))
    : [area];
  for (const part of parts) {
    if (part.rows * part.columns === 1) continue;
    sheet.merges.push(part);
    for (const { row, column } of cellsOf(part)) {
      if (row !== part.row || column !== part.column) sheet.cells.clear(row, column, 'contents');
    }
  }
  session.contentsChanged(sheet);
}
