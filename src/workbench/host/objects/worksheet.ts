import type { ModelArea, SheetModel } from '../../model/model';
import { MAX_COLUMNS, MAX_ROWS } from '../a1';
import { usedWithin } from '../cellAccess';
import type { Cells } from '../cellAccess';
import { colorOf } from '../colors';
import { refusal } from '../errors';
import { removeSheetFromFormula, renameSheetInFormula, rewriteFormulas } from '../formulaReferences';
import { HostObject, flagOf, numberOf, oneOf, textOf } from '../objectType';
import type { Arguments, ObjectType } from '../objectType';
import type { Session } from '../session';
import { copySheet } from '../sheetCopy';
import { checkSheetName } from '../sheetNames';
import { autoFilterOfSheet } from './autoFilter';
import { chartsOf } from './charts';
import { customPropertiesOf } from './customProperties';
import { freezePanesOf } from './freezePanes';
import { namesOf } from './names';
import { rowBreaksOf } from './pageBreaks';
import { pageLayoutOf } from './pageLayout';
import { sheetProtectionOf } from './protection';
import { rangeOf } from './range';
import { resolveRange } from './resolveRange';
import { tablesOfSheet } from './tables';

export function worksheetOf(sheet: SheetModel): HostObject {
  return HostObject.of(worksheetType, sheet);
}

const WHOLE_SHEET: ModelArea = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

const VISIBILITIES = ['Visible', 'Hidden', 'VeryHidden'] as const;
const VISIBILITY_IN_MODEL = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

export const worksheetType: ObjectType<SheetModel> = {
  name: 'Worksheet',
  identity: ({ id, name }) => ({ Id: id, Name: name }),
  check(sheet, session) {
    if (!session.book.sheets.includes(sheet)) throw refusal('ItemNotFound');
  },
  properties: {
    Id: { get: ({ id }) => id },
    Name: { get: ({ name }) => name, set: (sheet, value, session) => rename(sheet, textOf(value), session) },
    Position: {
      get: (sheet, session) => session.book.sheets.indexOf(sheet),
      set: (sheet, value, session) => move(sheet, numberOf(value), session),
    },
    Visibility: {
      get: ({ visibility }) =>
        VISIBILITIES.find((name) => VISIBILITY_IN_MODEL[name] === visibility) ?? 'Visible',
      set(sheet, value, session) {
        const visibility = VISIBILITY_IN_MODEL[oneOf(value, VISIBILITIES)];
        if (visibility !== 'visible') keepOneVisible(sheet, session);
        session.guardStructure();
        sheet.visibility = visibility;
        if (visibility !== 'visible') leave(sheet, session);
        session.detailsChanged();
      },
    },
    TabColor: {
      get: ({ tabColor }) => tabColor,
      set(sheet, value, session) {
        sheet.tabColor = textOf(value) === '' ? '' : colorOf(value);
        session.looksChanged(sheet);
      },
    },
    ShowGridlines: { get: ({ showGridlines }) => showGridlines },
    // The client reads `ShowGridlines` but sets it under this name.
    Gridlines: {
      get: ({ showGridlines }) => showGridlines,
      set(sheet, value, session) {
        sheet.showGridlines = flagOf(value);
        session.looksChanged(sheet);
      },
    },
  },
  links: {
    Tables: (sheet) => tablesOfSheet(sheet),
    Charts: (sheet) => chartsOf(sheet),
    Names: (sheet) => namesOf(sheet),
    CustomProperties: (sheet) => customPropertiesOf(sheet),
    FreezePanes: (sheet) => freezePanesOf(sheet),
    PageLayout: (sheet) => pageLayoutOf(sheet),
    HorizontalPageBreaks: (sheet) => rowBreaksOf(sheet),
    Protection: (sheet) => sheetProtectionOf(sheet),
    AutoFilter: (sheet) => autoFilterOfSheet(sheet),
  },
  methods: {
    Activate(sheet, _args, session) {
      if (sheet.visibility !== 'visible') throw refusal('InvalidOperation');
      session.book.activeSheetId = sheet.id;
      session.book.selection = { row: 0, column: 0, rows: 1, columns: 1 };
      session.detailsChanged();
    },
    Calculate: (_sheet, _args, session) => session.calculate(),
    Copy(sheet, args, session) {
      session.guardStructure();
      const copy = copySheet(session.book, sheet, placeOfCopy(args, session));
      session.bookChanged();
      return worksheetOf(copy);
    },
    Delete(sheet, _args, session) {
      session.guardStructure();
      keepOneVisible(sheet, session);
      deleteSheet(sheet, session);
    },
    GetRange(sheet, args, session) {
      if (!args.has(0)) return rangeOf(sheet, WHOLE_SHEET);
      const cells = resolveRange(args.text(0), sheet, session);
      if (cells.sheet !== sheet) throw refusal('InvalidArgument');
      return rangeOf(sheet, cells.area);
    },
    GetRangeByIndexes: (sheet, args) =>
      rangeOf(sheet, {
        row: args.number(0),
        column: args.number(1),
        rows: args.number(2),
        columns: args.number(3),
      }),
    GetCell: (sheet, args) =>
      rangeOf(sheet, { row: args.number(0), column: args.number(1), rows: 1, columns: 1 }),
    GetUsedRange(sheet, args) {
      const used = usedWithin(wholeSheet(sheet), args.flag(0));
      return rangeOf(sheet, used ?? { row: 0, column: 0, rows: 1, columns: 1 });
    },
    GetUsedRangeOrNullObject(sheet, args) {
      const used = usedWithin(wholeSheet(sheet), args.flag(0));
      return used && rangeOf(sheet, used);
    },
    GetNextOrNullObject: (sheet, args, session) => neighbour(sheet, 1, args.flag(0), session),
    GetPreviousOrNullObject: (sheet, args, session) => neighbour(sheet, -1, args.flag(0), session),
  },
};

function wholeSheet(sheet: SheetModel): Cells {
  return { sheet, area: WHOLE_SHEET };
}

function rename(sheet: SheetModel, name: string, session: Session): void {
  session.guardStructure();
  checkSheetName(name, session.book, sheet);
  const old = sheet.name;
  if (name === old) return;
  sheet.name = name;
  rewriteFormulas(session.book, (formula) => renameSheetInFormula(formula, old, name));
  session.bookChanged();
}

function move(sheet: SheetModel, position: number, session: Session): void {
  session.guardStructure();
  const { sheets } = session.book;
  if (!Number.isInteger(position) || position < 0 || position >= sheets.length)
    throw refusal('InvalidArgument');
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
  session.detailsChanged();
}

/** Where a copy goes: without a word of it, before all others. */
function placeOfCopy(args: Arguments, session: Session): number {
  const { sheets } = session.book;
  const position = oneOf(args.textOr(0, 'None'), ['None', 'Beginning', 'End', 'Before', 'After']);
  if (position === 'End') return sheets.length;
  if (position !== 'Before' && position !== 'After') return 0;
  const neighbour = args.object(1)?.as(worksheetType);
  if (!neighbour) throw refusal('InvalidArgument');
  return sheets.indexOf(neighbour) + (position === 'After' ? 1 : 0);
}

/** Excel keeps at least one sheet in sight. */
function keepOneVisible(sheet: SheetModel, session: Session): void {
  const others = session.book.sheets.filter((other) => other !== sheet && other.visibility === 'visible');
  if (others.length === 0) throw refusal('InvalidOperation');
}

/** Moves the user to the nearest visible sheet if they stand on this one. */
function leave(sheet: SheetModel, session: Session): void {
  const { book } = session;
  if (book.activeSheetId !== sheet.id) return;
  const place = book.sheets.indexOf(sheet);
  const inSight = book.sheets.filter((other) => other !== sheet && other.visibility === 'visible');
  const next = inSight.find((other) => book.sheets.indexOf(other) > place) ?? inSight.at(-1);
  if (next) book.activeSheetId = next.id;
  book.selection = { row: 0, column: 0, rows: 1, columns: 1 };
}

/** Takes a sheet out of the book; names of its own go with it, references to it become `#REF!`. */
export function deleteSheet(sheet: SheetModel, session: Session): void {
  const { book } = session;
  leave(sheet, session);
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.names = book.names.filter(({ scope }) => scope !== sheet.id);
  rewriteFormulas(book, (formula) => removeSheetFromFormula(formula, sheet.name));
  session.bookChanged();
}

function neighbour(
  sheet: SheetModel,
  step: 1 | -1,
  visibleOnly: boolean,
  session: Session,
): HostObject | null {
  const { sheets } = session.book;
  for (let index = sheets.indexOf(sheet) + step; index >= 0 && index < sheets.length; index += step) {
    const next = sheets[index];
    if (next && (!visibleOnly || next.visibility === 'visible')) return worksheetOf(next);
  }
  return null;
}
