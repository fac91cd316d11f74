import type { SheetModel, TableModel } from '../../model/model';
import { HostObject } from '../objectType';
import type { ObjectType } from '../objectType';
import { rangeOf } from './range';

/** The filter of a table, or (table null) of the cells of a sheet, which the model does not hold. */
interface Filter {
  readonly sheet: SheetModel;
  readonly table: TableModel | null;
}

export function autoFilterOfSheet(sheet: SheetModel): HostObject {
  return HostObject.of(autoFilterType, { sheet, table: null });
}

export function autoFilterOfTable(sheet: SheetModel, table: TableModel): HostObject {
  return HostObject.of(autoFilterType, { sheet, table });
}

const autoFilterType: ObjectType<Filter> = {
  name: 'AutoFilter',
  properties: {
    Enabled: { get: ({ table }) => table?.showFilterButton ?? false },
    IsDataFiltered: { get: () => false },
  },
  methods: {
    // No criteria are ever set, so there are none to take away.
    ClearCriteria: () => undefined,
    Remove({ sheet, table }, _args, session) {
      if (table) table.showFilterButton = false;
      session.looksChanged(sheet);
    },
    GetRangeOrNullObject: ({ sheet, table }) => (table?.showFilterButton ? rangeOf(sheet, table.area) : null),
  },
};
