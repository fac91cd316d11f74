import type { SheetModel } from '../../model/model';
import { MAX_COLUMNS, MAX_ROWS } from '../a1';
import { refusal } from '../errors';
import { HostObject } from '../objectType';
import type { ObjectType } from '../objectType';
import type { Session } from '../session';
import { rangeArgument, rangeOf } from './range';

export function freezePanesOf(sheet: SheetModel): HostObject {
  return HostObject.of(freezePanesType, sheet);
}

const freezePanesType: ObjectType<SheetModel> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: (sheet, args, session) => freeze(sheet, args.numberOr(0, 1), 0, session),
    FreezeColumns: (sheet, args, session) => freeze(sheet, 0, args.numberOr(0, 1), session),
    FreezeAt(sheet, args, session) {
      const { area } = rangeArgument(args, 0, sheet, session);
      const rows = area.rows === MAX_ROWS ? 0 : area.row + area.rows;
      const columns = area.columns === MAX_COLUMNS ? 0 : area.column + area.columns;
      freeze(sheet, rows, columns, session);
    },
    Unfreeze: (sheet, _args, session) => freeze(sheet, 0, 0, session),
    GetLocationOrNullObject(sheet) {
      const { rows, columns } = sheet.frozen;
      if (rows === 0 && columns === 0) return null;
      return rangeOf(sheet, {
        row: 0,
        column: 0,
        rows: rows === 0 ? MAX_ROWS : rows,
        columns: columns === 0 ? MAX_COLUMNS : columns,
      });
    },
  },
};

function freeze(sheet: SheetModel, rows: number, columns: number, session: Session): void {
  if (rows < 0 || columns < 0 || rows >= MAX_ROWS || columns >= MAX_COLUMNS) throw refusal('InvalidArgument');
  sheet.frozen = { rows, columns };
  session.looksChanged(sheet);
}
