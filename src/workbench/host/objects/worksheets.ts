import type { BookModel } from '../../model/model';
import { createSheet } from '../../model/book';
import { refusal } from '../errors';
import { HostObject, textOf } from '../objectType';
import type { ObjectType } from '../objectType';
import { checkSheetName, freeSheetName } from '../sheetNames';
import { worksheetOf } from './worksheet';

export function worksheetsOf(book: BookModel): HostObject {
  return HostObject.of(worksheetsType, book);
}

const worksheetsType: ObjectType<BookModel> = {
  name: 'WorksheetCollection',
  items: (book) => book.sheets.map(worksheetOf),
  item(_book, key, session) {
    const sheet = session.findSheet(textOf(key));
    return sheet && worksheetOf(sheet);
  },
  methods: {
    Add(book, args, session) {
      session.guardStructure();
      const name = args.textOr(0, freeSheetName(book, session.culture.name));
      checkSheetName(name, book, null);
      const sheet = createSheet(name);
      book.sheets.push(sheet);
      session.bookChanged();
      return worksheetOf(sheet);
    },
    GetActiveWorksheet: (_book, _args, session) => worksheetOf(session.activeSheet),
    GetCount: (book, args) => inSight(book, args.flag(0)).length,
    GetFirst: (book, args) => worksheetOf(inSight(book, args.flag(0))[0] ?? missing()),
    GetLast: (book, args) => worksheetOf(inSight(book, args.flag(0)).at(-1) ?? missing()),
  },
};

function inSight(book: BookModel, visibleOnly: boolean): BookModel['sheets'] {
  return visibleOnly ? book.sheets.filter(({ visibility }) => visibility === 'visible') : book.sheets;
}

function missing(): never {
  throw refusal('ItemNotFound');
}
