import type { SheetModel } from '../../model/model';
import { refusal } from '../errors';
import { HostObject, textOf } from '../objectType';
import type { ObjectType } from '../objectType';

interface CustomProperty {
  readonly sheet: SheetModel;
  readonly key: string;
}

/** Longest key that Excel takes. */
const LONGEST_KEY = 255;

export function customPropertiesOf(sheet: SheetModel): HostObject {
  return HostObject.of(customPropertiesType, sheet);
}

const customPropertiesType: ObjectType<SheetModel> = {
  name: 'WorksheetCustomPropertyCollection',
  items: (sheet) => [...sheet.customProperties.keys()].map((key) => propertyOf(sheet, key)),
  item(sheet, key) {
    const known = knownKey(sheet, textOf(key));
    return known === undefined ? null : propertyOf(sheet, known);
  },
  methods: {
    Add(sheet, args, session) {
      const key = args.text(0);
      if (key === '' || key.length > LONGEST_KEY) throw refusal('InvalidArgument');
      const kept = knownKey(sheet, key) ?? key;
      sheet.customProperties.set(kept, args.text(1));
      session.looksChanged(sheet);
      return propertyOf(sheet, kept);
    },
  },
};

const customPropertyType: ObjectType<CustomProperty> = {
  name: 'WorksheetCustomProperty',
  identity: ({ key }) => ({ _Id: key, Key: key }),
  properties: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ sheet, key }) => sheet.customProperties.get(key) ?? '',
      set({ sheet, key }, value, session) {
        sheet.customProperties.set(key, textOf(value));
        session.looksChanged(sheet);
      },
    },
  },
  methods: {
    Delete({ sheet, key }, _args, session) {
      sheet.customProperties.delete(key);
      session.looksChanged(sheet);
    },
  },
};

function propertyOf(sheet: SheetModel, key: string): HostObject {
  return HostObject.of(customPropertyType, { sheet, key });
}

/** Keys differ by more than their case. */
function knownKey(sheet: SheetModel, key: string): string | undefined {
  return [...sheet.customProperties.keys()].find((known) => known.toLowerCase() === key.toLowerCase());
}
