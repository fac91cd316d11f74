import type { ConditionalFormatModel, SheetModel } from '../../model/model';
import { contains, intersection } from '../a1';
import type { Cells } from '../cellAccess';
import { colorOf } from '../colors';
import { refusal } from '../errors';
import { HostObject, flagOf, numberOf, oneOf, recordOf, textOf } from '../objectType';
import type { ObjectType } from '../objectType';
import type { Json } from '../protocol';
import type { Session } from '../session';
import { rangeOf } from './range';

type Rule = ConditionalFormatModel['rule'];
type Kind = Rule['kind'];

/** A conditional format and the sheet it stands on. */
interface Placed {
  readonly sheet: SheetModel;
  readonly format: ConditionalFormatModel;
}

const TYPES = {
  Custom: 'custom',
  ContainsText: 'containsText',
  CellValue: 'cellValue',
  DataBar: 'dataBar',
} as const satisfies Record<string, Kind>;
type TypeName = keyof typeof TYPES;
const TYPE_NAMES = Object.keys(TYPES) as readonly TypeName[];

const TEXT_OPERATORS = ['contains', 'notContains', 'beginsWith', 'endsWith'] as const;
const VALUE_OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqual',
  'LessThanOrEqual',
] as const;
/** Excel's standard colour of data bars. */
const BAR_COLOR = '#638EC6';

/** What a format says before its rule is set: it matches nothing. */
const BLANK_RULES: Readonly<Record<Kind, Rule>> = {
  custom: { kind: 'custom', formula: '=FALSE' },
  containsText: { kind: 'containsText', operator: 'contains', text: '' },
  cellValue: { kind: 'cellValue', operator: 'EqualTo', formula1: '=""' },
  dataBar: { kind: 'dataBar', color: BAR_COLOR },
};

export function conditionalFormatsOf(cells: Cells): HostObject {
  return HostObject.of(conditionalFormatsType, cells);
}

function formatsOn({ sheet, area }: Cells): readonly Placed[] {
  return sheet.conditionalFormats
    .filter((format) => intersection(format.area, area))
    .sort((a, b) => a.priority - b.priority)
    .map((format) => ({ sheet, format }));
}

const conditionalFormatsType: ObjectType<Cells> = {
  name: 'ConditionalFormatCollection',
  items: (cells) => formatsOn(cells).map(formatOf),
  item(cells, key) {
    const found = formatsOn(cells).find(({ format }) => format.id === key);
    return found ? formatOf(found) : null;
  },
  methods: {
    Add({ sheet, area }, args, session) {
      session.guardSheet(sheet);
      const kind = TYPES[oneOf(args.raw(0), TYPE_NAMES)];
      const format: ConditionalFormatModel = {
        id: freeFormatId(sheet.conditionalFormats),
        area,
        // The newest goes first, as in Excel.
        priority: Math.min(0, ...sheet.conditionalFormats.map(({ priority }) => priority)),
        stopIfTrue: false,
        rule: BLANK_RULES[kind],
        style: {},
      };
      sheet.conditionalFormats.unshift(format);
      renumber(sheet);
      session.looksChanged(sheet);
      return formatOf({ sheet, format });
    },
    ClearAll({ sheet, area }, _args, session) {
      session.guardSheet(sheet);
      sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !contains(area, format.area));
      renumber(sheet);
      session.looksChanged(sheet);
    },
  },
};

/** An id that none of the formats bears. */
export function freeFormatId(formats: readonly ConditionalFormatModel[]): string {
  const numbers = formats.map(({ id }) => Number.parseInt(id.slice(1, -1), 16) || 0);
  return `{${(Math.max(0, ...numbers) + 1).toString(16).toUpperCase().padStart(8, '0')}}`;
}

/** Priorities count from zero in the order of the list. */
function renumber(sheet: SheetModel): void {
  sheet.conditionalFormats.sort((a, b) => a.priority - b.priority);
  for (const [index, format] of sheet.conditionalFormats.entries()) format.priority = index;
}

function formatOf(placed: Placed): HostObject {
  return HostObject.of(conditionalFormatType, placed);
}

/** The view of a format as one kind; on another kind Excel refuses, or gives a null object. */
function asKind(kind: Kind, type: ObjectType<Placed>): (placed: Placed) => HostObject {
  return (placed) => {
    if (placed.format.rule.kind !== kind) throw refusal('InvalidOperation');
    return HostObject.of(type, placed);
  };
}

function asKindOrNull(kind: Kind, type: ObjectType<Placed>): (placed: Placed) => HostObject | null {
  return (placed) => (placed.format.rule.kind === kind ? HostObject.of(type, placed) : null);
}

function change(
  { sheet, format }: Placed,
  session: Session,
  apply: (format: ConditionalFormatModel) => void,
): void {
  session.guardSheet(sheet);
  apply(format);
  session.looksChanged(sheet);
}

const ruleType: ObjectType<Placed> = {
  name: 'ConditionalFormatRule',
  properties: {
    Formula: {
      get: ({ format: { rule } }) => (rule.kind === 'custom' ? rule.formula : ''),
      set: (placed, value, session) =>
        change(placed, session, (format) => {
          format.rule = { kind: 'custom', formula: formulaText(value) };
        }),
    },
  },
};

const fillType: ObjectType<Placed> = {
  name: 'ConditionalRangeFill',
  properties: {
    Color: {
      get: ({ format }) => format.style.fill ?? '',
      set: (placed, value, session) =>
        change(placed, session, ({ style }) => {
          style.fill = colorOf(value);
        }),
    },
  },
};

const fontType: ObjectType<Placed> = {
  name: 'ConditionalRangeFont',
  properties: {
    Color: {
      get: ({ format }) => format.style.color ?? '',
      set: (placed, value, session) =>
        change(placed, session, ({ style }) => {
          style.color = colorOf(value);
        }),
    },
    Bold: {
      get: ({ format }) => format.style.bold ?? false,
      set: (placed, value, session) =>
        change(placed, session, ({ style }) => {
          style.bold = flagOf(value);
        }),
    },
  },
};

const rangeFormatType: ObjectType<Placed> = {
  name: 'ConditionalRangeFormat',
  links: {
    Fill: (placed) => HostObject.of(fillType, placed),
    Font: (placed) => HostObject.of(fontType, placed),
  },
};

const customType: ObjectType<Placed> = {
  name: 'CustomConditionalFormat',
  links: {
    Rule: (placed) => HostObject.of(ruleType, placed),
    Format: (placed) => HostObject.of(rangeFormatType, placed),
  },
};

const textType: ObjectType<Placed> = {
  name: 'TextConditionalFormat',
  properties: {
    Rule: {
      get: ({ format: { rule } }) =>
        rule.kind === 'containsText' ? { operator: pascal(rule.operator), text: rule.text } : null,
      set: (placed, value, session) =>
        change(placed, session, (format) => {
          const given = recordOf(value);
          format.rule = {
            kind: 'containsText',
            operator: oneOf(given['operator'] ?? null, TEXT_OPERATORS),
            text: textOf(given['text'] ?? null),
          };
        }),
    },
  },
  links: { Format: (placed) => HostObject.of(rangeFormatType, placed) },
};

const cellValueType: ObjectType<Placed> = {
  name: 'CellValueConditionalFormat',
  properties: {
    Rule: {
      get({ format: { rule } }) {
        if (rule.kind !== 'cellValue') return null;
        const { operator, formula1, formula2 } = rule;
        return { operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
      },
      set: (placed, value, session) =>
        change(placed, session, (format) => {
          const given = recordOf(value);
          const second = given['formula2'];
          format.rule = {
            kind: 'cellValue',
            operator: oneOf(given['operator'] ?? null, VALUE_OPERATORS),
            formula1: operand(given['formula1'] ?? null),
            ...(second === undefined || second === null ? {} : { formula2: operand(second) }),
          };
        }),
    },
  },
  links: { Format: (placed) => HostObject.of(rangeFormatType, placed) },
};

const positiveBarType: ObjectType<Placed> = {
  name: 'ConditionalDataBarPositiveFormat',
  properties: {
    FillColor: {
      get: ({ format: { rule } }) => (rule.kind === 'dataBar' ? rule.color : ''),
      set: (placed, value, session) =>
        change(placed, session, (format) => {
          format.rule = { kind: 'dataBar', color: colorOf(value) };
        }),
    },
    // Bars of the model are always plain.
    GradientFill: { get: () => false, set: (_placed, value) => void flagOf(value) },
  },
};

const dataBarType: ObjectType<Placed> = {
  name: 'DataBarConditionalFormat',
  links: { PositiveFormat: (placed) => HostObject.of(positiveBarType, placed) },
};

const conditionalFormatType: ObjectType<Placed> = {
  name: 'ConditionalFormat',
  identity: ({ format }) => ({ Id: format.id }),
  check({ sheet, format }) {
    if (!sheet.conditionalFormats.includes(format)) throw refusal('ItemNotFound');
  },
  properties: {
    Id: { get: ({ format }) => format.id },
    Type: { get: ({ format }) => TYPE_NAMES.find((name) => TYPES[name] === format.rule.kind) ?? 'Custom' },
    Priority: {
      get: ({ format }) => format.priority,
      set: (placed, value, session) =>
        change(placed, session, (format) => {
          // Just before the one that had the place, or after it when moving down.
          format.priority = numberOf(value) + (numberOf(value) > format.priority ? 0.5 : -0.5);
          renumber(placed.sheet);
        }),
    },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: (placed, value, session) =>
        change(placed, session, (format) => {
          format.stopIfTrue = flagOf(value);
        }),
    },
  },
  links: {
    Custom: asKind('custom', customType),
    CustomOrNullObject: asKindOrNull('custom', customType),
    TextComparison: asKind('containsText', textType),
    TextComparisonOrNullObject: asKindOrNull('containsText', textType),
    CellValue: asKind('cellValue', cellValueType),
    CellValueOrNullObject: asKindOrNull('cellValue', cellValueType),
    DataBar: asKind('dataBar', dataBarType),
    DataBarOrNullObject: asKindOrNull('dataBar', dataBarType),
  },
  methods: {
    GetRange: ({ sheet, format }) => rangeOf(sheet, format.area),
    Delete({ sheet, format }, _args, session) {
      session.guardSheet(sheet);
      sheet.conditionalFormats.splice(sheet.conditionalFormats.indexOf(format), 1);
      renumber(sheet);
      session.looksChanged(sheet);
    },
  },
};

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function formulaText(value: Json): string {
  const text = textOf(value);
  if (!text.startsWith('=') || text.length < 2) throw refusal('InvalidArgument');
  return text;
}

/** Operands are formulas or constants: `=$B$1`, `5`, `"A"`. */
function operand(value: Json): string {
  const text = typeof value === 'number' ? String(value) : textOf(value);
  return text.startsWith('=') ? text : `=${text}`;
}
