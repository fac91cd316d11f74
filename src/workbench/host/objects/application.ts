import type { BookModel } from '../../model/model';
import { HostObject, oneOf } from '../objectType';
import type { ObjectType } from '../objectType';

type Application = Pick<BookModel, 'name'>;

export function applicationOf(name: string): HostObject {
  return HostObject.of(applicationType, { name });
}

const applicationType: ObjectType<Application> = {
  name: 'Application',
  properties: {
    CalculationMode: {
      get: (_app, session) => session.calculationMode,
      set(_app, value, session) {
        session.calculationMode = oneOf(value, ['Automatic', 'AutomaticExceptTables', 'Manual']);
      },
    },
    CalculationState: { get: () => 'Done' },
    DecimalSeparator: { get: (_app, session) => session.culture.decimal },
    ThousandsSeparator: { get: (_app, session) => session.culture.thousands },
    UseSystemSeparators: { get: () => true },
  },
  links: {
    CultureInfo: (app) => HostObject.of(cultureInfoType, app),
  },
  methods: {
    Calculate: (_app, _args, session) => session.calculate(),
    SuspendApiCalculationUntilNextSync: (_app, _args, session) => session.suspendCalculation(),
    // Nothing is drawn in the middle of a batch anyway.
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

const cultureInfoType: ObjectType<Application> = {
  name: 'CultureInfo',
  properties: {
    Name: { get: (_app, session) => session.culture.name },
  },
  links: {
    NumberFormat: (app) => HostObject.of(numberFormatInfoType, app),
    DatetimeFormat: (app) => HostObject.of(datetimeFormatInfoType, app),
  },
};

const numberFormatInfoType: ObjectType<Application> = {
  name: 'NumberFormatInfo',
  properties: {
    NumberDecimalSeparator: { get: (_app, session) => session.culture.decimal },
    NumberGroupSeparator: { get: (_app, session) => session.culture.thousands },
  },
};

const datetimeFormatInfoType: ObjectType<Application> = {
  name: 'DatetimeFormatInfo',
  properties: {
    DateSeparator: { get: (_app, session) => session.culture.dateSeparator },
    ShortDatePattern: { get: (_app, session) => session.culture.shortDate },
    LongDatePattern: { get: (_app, session) => session.culture.longDate },
    ShortTimePattern: { get: (_app, session) => session.culture.shortTime },
    LongTimePattern: { get: (_app, session) => session.culture.longTime },
    TimeSeparator: { get: () => ':' },
  },
};
