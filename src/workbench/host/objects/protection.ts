import type { BookModel, SheetModel } from '../../model/model';
import { refusal } from '../errors';
import { HostObject } from '../objectType';
import type { ObjectType } from '../objectType';

export function sheetProtectionOf(sheet: SheetModel): HostObject {
  return HostObject.of(sheetProtectionType, sheet);
}

export function bookProtectionOf(book: BookModel): HostObject {
  return HostObject.of(bookProtectionType, book);
}

const sheetProtectionType: ObjectType<SheetModel> = {
  name: 'WorksheetProtection',
  properties: {
    Protected: { get: ({ isProtected }) => isProtected },
  },
  methods: {
    Protect(sheet, _args, session) {
      if (sheet.isProtected) throw refusal('AccessDenied');
      sheet.isProtected = true;
      session.looksChanged(sheet);
    },
    Unprotect(sheet, _args, session) {
      sheet.isProtected = false;
      session.looksChanged(sheet);
    },
  },
};

const bookProtectionType: ObjectType<BookModel> = {
  name: 'WorkbookProtection',
  properties: {
    Protected: { get: ({ isStructureProtected }) => isStructureProtected },
  },
  methods: {
    Protect(book, _args, session) {
      book.isStructureProtected = true;
      session.detailsChanged();
    },
    Unprotect(book, _args, session) {
      book.isStructureProtected = false;
      session.detailsChanged();
    },
  },
};
