import type { SheetModel } from '../../model/model';
import { HostObject } from '../objectType';
import type { ObjectType } from '../objectType';
import { rangeArgument, rangeOf } from './range';

/** A manual break: the row that begins a new page. */
interface RowBreak {
  readonly sheet: SheetModel;
  readonly row: number;
}

/** The manual breaks between rows of a sheet. */
export function rowBreaksOf(sheet: SheetModel): HostObject {
  return HostObject.of(rowBreaksType, sheet);
}

const rowBreaksType: ObjectType<SheetModel> = {
  name: 'PageBreakCollection',
  items: (sheet) => sheet.pageLayout.rowBreaks.map((row) => HostObject.of(rowBreakType, { sheet, row })),
  methods: {
    Add(sheet, args, session) {
      session.guardSheet(sheet);
      const { row } = rangeArgument(args, 0, sheet, session).area;
      const rows = new Set([...sheet.pageLayout.rowBreaks, row].filter((each) => each > 0));
      sheet.pageLayout.rowBreaks = [...rows].sort((a, b) => a - b);
      session.looksChanged(sheet);
      return HostObject.of(rowBreakType, { sheet, row });
    },
    RemovePageBreaks(sheet, _args, session) {
      session.guardSheet(sheet);
      sheet.pageLayout.rowBreaks = [];
      session.looksChanged(sheet);
    },
  },
};

const rowBreakType: ObjectType<RowBreak> = {
  name: 'PageBreak',
  properties: {
    RowIndex: { get: ({ row }) => row },
    ColumnIndex: { get: () => 0 },
  },
  methods: {
    GetCellAfterBreak: ({ sheet, row }) => rangeOf(sheet, { row, column: 0, rows: 1, columns: 1 }),
    Delete({ sheet, row }, _args, session) {
      session.guardSheet(sheet);
      sheet.pageLayout.rowBreaks = sheet.pageLayout.rowBreaks.filter((each) => each !== row);
      session.looksChanged(sheet);
    },
  },
};
