import type { Cells } from '../cellAccess';
import { guardCells } from '../cellAccess';
import { refusal } from '../errors';
import { HostObject, flagOf, numberOf, oneOf, recordOf } from '../objectType';
import type { Arguments, ObjectType } from '../objectType';
import type { Json } from '../protocol';
import type { Session } from '../session';
import { sortRows } from '../sortRows';
import type { SortKey } from '../sortRows';
import { parseEntry } from '../typedEntry';

export function rangeSortOf(cells: Cells): HostObject {
  return HostObject.of(rangeSortType, cells);
}

const rangeSortType: ObjectType<Cells> = {
  name: 'RangeSort',
  methods: {
    Apply: sort,
  },
};

function sort(cells: Cells, args: Arguments, session: Session): void {
  const { sheet, area } = cells;
  if (oneOf(args.textOr(3, 'Rows'), ['Rows', 'Columns']) === 'Columns') {
    throw refusal('ApiNotFound', 'The stand-in host sorts rows only.');
  }
  const fields = args.raw(0);
  if (!Array.isArray(fields) || fields.length === 0) throw refusal('InvalidArgument');
  const keys = fields.map((field: Json) => keyOf(field, area.columns, session));
  guardCells(cells, session);
  session.settle();
  const headings = args.flag(2) ? 1 : 0;
  const body = { ...area, row: area.row + headings, rows: area.rows - headings };
  const options = { language: session.culture.name, matchesCase: args.flag(1) };
  if (body.rows > 0) sortRows(session.book, sheet, body, keys, options);
  session.contentsChanged(sheet);
}

function keyOf(field: Json, columns: number, session: Session): SortKey {
  const { key = null, ascending = null, sortOn = null, dataOption = null } = recordOf(field);
  const column = numberOf(key);
  if (!Number.isInteger(column) || column < 0 || column >= columns) throw refusal('InvalidArgument');
  if (sortOn !== null && oneOf(sortOn, ['Value', 'CellColor', 'FontColor', 'Icon']) !== 'Value') {
    throw refusal('ApiNotFound', 'The stand-in host sorts by values only.');
  }
  const readsNumbers =
    dataOption !== null && oneOf(dataOption, ['Normal', 'TextAsNumber']) === 'TextAsNumber';
  return {
    column,
    isAscending: ascending === null || flagOf(ascending),
    read: (text) => {
      const { value } = readsNumbers
        ? parseEntry(text, session.culture, session.currentYear)
        : { value: text };
      return typeof value === 'number' ? value : text;
    },
  };
}
