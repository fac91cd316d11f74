import type { BookModel, NameModel, SheetModel } from '../../model/model';
import { parseArea } from '../a1';
import { refusal } from '../errors';
import { HostObject, flagOf, textOf } from '../objectType';
import type { ObjectType } from '../objectType';
import type { Session } from '../session';
import { absoluteReference, rangeArgument, rangeOf } from './range';
import { cellsOfFormula } from './resolveRange';
import { worksheetOf } from './worksheet';

/** Names of the whole book, or of one sheet. */
type Scope = BookModel | SheetModel;

export function namesOf(scope: Scope): HostObject {
  return HostObject.of(namesType, scope);
}

/** Longest name that Excel takes. */
const LONGEST_NAME = 255;

const namesType: ObjectType<Scope> = {
  name: 'NamedItemCollection',
  items: (scope, session) => namesIn(scope, session).map(nameOf),
  item(scope, key, session) {
    const found = find(scope, textOf(key), session);
    return found && nameOf(found);
  },
  methods: {
    Add(scope, args, session) {
      const name = args.text(0);
      if (!isName(name)) throw refusal('InvalidArgument');
      if (find(scope, name, session)) throw refusal('ItemAlreadyExists');
      const sheet = sheetIn(scope);
      const formula = args.object(1)
        ? `=${absoluteReference(rangeArgument(args, 1, sheet, session))}`
        : formulaOf(args.text(1));
      const comment = args.textOr(2, '');
      const made: NameModel = {
        name,
        formula,
        scope: sheet?.id ?? null,
        visible: true,
        ...(comment === '' ? {} : { comment }),
      };
      session.book.names.push(made);
      session.bookChanged();
      return nameOf(made);
    },
  },
};

const nameType: ObjectType<NameModel> = {
  name: 'NamedItem',
  identity: ({ name }) => ({ _Id: name, Name: name }),
  check(name, session) {
    if (!session.book.names.includes(name)) throw refusal('ItemNotFound');
  },
  properties: {
    Name: { get: ({ name }) => name },
    Type: { get: ({ formula }, session) => (cellsOfFormula(formula, session) ? 'Range' : 'String') },
    Scope: { get: ({ scope }) => (scope === null ? 'Workbook' : 'Worksheet') },
    Value: { get: ({ formula }) => formula.slice(1) },
    Formula: {
      get: ({ formula }) => formula,
      set(name, value, session) {
        name.formula = formulaOf(textOf(value));
        session.bookChanged();
      },
    },
    Visible: {
      get: ({ visible }) => visible,
      set(name, value, session) {
        name.visible = flagOf(value);
        session.detailsChanged();
      },
    },
    Comment: {
      get: ({ comment }) => comment ?? '',
      set(name, value, session) {
        name.comment = textOf(value);
        session.detailsChanged();
      },
    },
  },
  links: {
    Worksheet(name, session) {
      const sheet = name.scope === null ? null : session.sheetOf(name.scope);
      if (!sheet) throw refusal('ItemNotFound');
      return worksheetOf(sheet);
    },
    WorksheetOrNullObject({ scope }, session) {
      const sheet = scope === null ? null : session.sheetOf(scope);
      return sheet && worksheetOf(sheet);
    },
  },
  methods: {
    GetRange(name, _args, session) {
      const range = rangeNamed(name, session);
      if (!range) throw refusal('InvalidArgument');
      return range;
    },
    GetRangeOrNullObject: (name, _args, session) => rangeNamed(name, session),
    Delete(name, _args, session) {
      session.book.names.splice(session.book.names.indexOf(name), 1);
      session.bookChanged();
    },
  },
};

function nameOf(name: NameModel): HostObject {
  return HostObject.of(nameType, name);
}

function sheetIn(scope: Scope): SheetModel | null {
  return 'sheets' in scope ? null : scope;
}

function namesIn(scope: Scope, session: Session): readonly NameModel[] {
  const id = sheetIn(scope)?.id ?? null;
  return session.book.names.filter((name) => name.scope === id);
}

function find(scope: Scope, wanted: string, session: Session): NameModel | null {
  return namesIn(scope, session).find(({ name }) => name.toLowerCase() === wanted.toLowerCase()) ?? null;
}

function rangeNamed(name: NameModel, session: Session): HostObject | null {
  const cells = cellsOfFormula(name.formula, session);
  return cells && rangeOf(cells.sheet, cells.area);
}

function formulaOf(text: string): string {
  if (!text.startsWith('=') || text.length < 2) throw refusal('InvalidArgument');
  return text;
}

/** Whether Excel takes the text for a name: a letter or `_` first, no spaces, not like a cell (`A1`, `R1C1`). */
function isName(name: string): boolean {
  return (
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
    name.length <= LONGEST_NAME &&
    !parseArea(name) &&
    !/^[rc]\d*$|^r\d*c\d*$/i.test(name)
  );
}
