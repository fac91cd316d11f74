import type { ModelArea, SheetModel } from '../../model/model';
import { formatArea, quoteSheet } from '../a1';
import { refusal } from '../errors';
import { HostObject } from '../objectType';
import type { ObjectType } from '../objectType';

/** Several areas of one sheet. */
interface Areas {
  readonly sheet: SheetModel;
  readonly areas: readonly ModelArea[];
}

/** Several areas as one object; null for none. */
export function rangeAreasOf(sheet: SheetModel, areas: readonly ModelArea[]): HostObject | null {
  return areas.length > 0 ? HostObject.of(rangeAreasType, { sheet, areas }) : null;
}

const rangeAreasType: ObjectType<Areas> = {
  name: 'RangeAreas',
  check({ sheet }, session) {
    if (!session.book.sheets.includes(sheet)) throw refusal('InvalidReference');
  },
  properties: {
    Address: {
      get: ({ sheet, areas }) =>
        areas.map((area) => `${quoteSheet(sheet.name)}!${formatArea(area)}`).join(','),
    },
    AreaCount: { get: ({ areas }) => areas.length },
    CellCount: { get: ({ areas }) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0) },
  },
};
