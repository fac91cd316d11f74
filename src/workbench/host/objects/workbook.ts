import type { BookModel } from '../../model/model';
import { HostObject, flagOf } from '../objectType';
import type { ObjectType } from '../objectType';
import type { Session } from '../session';
import { applicationOf } from './application';
import { namesOf } from './names';
import { bookProtectionOf } from './protection';
import { rangeOf } from './range';
import { settingsOf } from './settings';
import { tablesOfBook } from './tables';
import { worksheetsOf } from './worksheets';

/** The root of the object model. */
export function workbookOf({ book }: Session): HostObject {
  return HostObject.of(workbookType, book);
}

const workbookType: ObjectType<BookModel> = {
  name: 'Workbook',
  properties: {
    Name: { get: ({ name }) => name },
  },
  links: {
    Application: ({ name }) => applicationOf(name),
    Worksheets: (book) => worksheetsOf(book),
    Names: (book) => namesOf(book),
    Tables: (book) => tablesOfBook(book),
    Settings: (book) => settingsOf(book),
    Protection: (book) => bookProtectionOf(book),
    _Runtime: (book) => HostObject.of(runtimeType, book),
  },
  methods: {
    GetSelectedRange: (book, _args, session) => rangeOf(session.activeSheet, book.selection),
    GetActiveCell: (book, _args, session) =>
      rangeOf(session.activeSheet, { ...book.selection, rows: 1, columns: 1 }),
    _RemoveReference(_book, args, session) {
      session.release(args.text(0));
    },
    _RemoveAllReferences(_book, _args, session) {
      session.releaseAll();
    },
    _GetReferenceCount: (_book, _args, session) => session.referenceCount,
  },
};

const runtimeType: ObjectType<BookModel> = {
  name: 'Runtime',
  properties: {
    EnableEvents: {
      get: (_book, session) => session.enableEvents,
      set(_book, value, session) {
        session.enableEvents = flagOf(value);
      },
    },
  },
};
