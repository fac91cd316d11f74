import type { ValidationModel } from '../../model/model';
import { contains, intersection, subtract } from '../a1';
import type { Cells } from '../cellAccess';
import { cultureOf } from '../culture';
import { refusal } from '../errors';
import { HostObject, flagOf, oneOf, recordOf, textOf } from '../objectType';
import type { ObjectType } from '../objectType';
import type { Json } from '../protocol';
import type { Session } from '../session';
import { parseEntry } from '../typedEntry';

type Rule = ValidationModel['rule'];

const OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;
const COMPARING = ['decimal', 'wholeNumber', 'date', 'textLength'] as const;
const TYPE_NAMES = {
  list: 'List',
  decimal: 'Decimal',
  wholeNumber: 'WholeNumber',
  date: 'Date',
  textLength: 'TextLength',
  custom: 'Custom',
} as const;
const STYLES = ['Stop', 'Warning', 'Information'] as const;
/** Longest list that Excel takes as text, and longest message and title of a prompt or alert. */
const LONGEST_LIST = 255;
const LONGEST_MESSAGE = 255;
const LONGEST_TITLE = 32;

export function dataValidationOf(cells: Cells): HostObject {
  return HostObject.of(dataValidationType, cells);
}

/** The validation that holds for all of the cells, or null. */
function validationOn({ sheet, area }: Cells): ValidationModel | null {
  return sheet.validations.find((validation) => contains(validation.area, area)) ?? null;
}

const dataValidationType: ObjectType<Cells> = {
  name: 'DataValidation',
  properties: {
    Type: {
      get(cells) {
        const validation = validationOn(cells);
        if (validation) return TYPE_NAMES[validation.rule.kind];
        const isTouched = cells.sheet.validations.some(({ area }) => intersection(area, cells.area));
        return isTouched ? 'MixedCriteria' : 'None';
      },
    },
    Rule: {
      get(cells) {
        const validation = validationOn(cells);
        return validation ? ruleJson(validation.rule) : {};
      },
      set(cells, value, session) {
        const rule = parseRule(recordOf(value), session);
        const old = validationOn(cells);
        replace(cells, session, { ignoreBlanks: true, ...old, rule, area: cells.area });
      },
    },
    IgnoreBlanks: {
      get: (cells) => validationOn(cells)?.ignoreBlanks ?? true,
      set: (cells, value, session) => amend(cells, session, { ignoreBlanks: flagOf(value) }),
    },
    Prompt: {
      get(cells) {
        const prompt = validationOn(cells)?.prompt;
        return {
          showPrompt: prompt !== undefined,
          title: prompt?.title ?? '',
          message: prompt?.message ?? '',
        };
      },
      set(cells, value, session) {
        const given = recordOf(value);
        amend(cells, session, { prompt: wordsOf(given) });
      },
    },
    ErrorAlert: {
      get(cells) {
        const error = validationOn(cells)?.error;
        return {
          showAlert: error !== undefined,
          style: error?.style ?? 'Stop',
          title: error?.title ?? '',
          message: error?.message ?? '',
        };
      },
      set(cells, value, session) {
        const given = recordOf(value);
        amend(cells, session, {
          error: { ...wordsOf(given), style: oneOf(given['style'] ?? 'Stop', STYLES) },
        });
      },
    },
  },
  methods: {
    Clear: (cells, _args, session) => replace(cells, session, null),
  },
};

function wordsOf(given: { readonly [key: string]: Json }): { title: string; message: string } {
  const title = textOf(given['title'] ?? '');
  const message = textOf(given['message'] ?? '');
  if (title.length > LONGEST_TITLE || message.length > LONGEST_MESSAGE) throw refusal('InvalidArgument');
  return { title, message };
}

/** Puts one validation, or none, on the cells; others keep what lies outside. */
function replace({ sheet, area }: Cells, session: Session, validation: ValidationModel | null): void {
  session.guardSheet(sheet);
  const others = sheet.validations.flatMap((other) =>
    subtract(other.area, area).map((rest) => ({ ...other, area: rest })),
  );
  sheet.validations = validation ? [...others, validation] : others;
  session.looksChanged(sheet);
}

/** Changes what goes with a rule: without one Excel has nothing to hang it on. */
function amend(cells: Cells, session: Session, change: Partial<ValidationModel>): void {
  const old = validationOn(cells);
  if (!old) throw refusal('InvalidOperation');
  replace(cells, session, { ...old, ...change, area: cells.area });
}

function parseRule(given: { readonly [key: string]: Json }, session: Session): Rule {
  const list = given['list'];
  if (list) {
    const { source, inCellDropDown } = recordOf(list);
    return { kind: 'list', source: listSource(source ?? null), inCellDropDown: inCellDropDown !== false };
  }
  const custom = given['custom'];
  if (custom) return { kind: 'custom', formula: formulaText(recordOf(custom)['formula'] ?? null) };
  const kind = COMPARING.find((name) => given[name]);
  if (!kind) throw refusal('InvalidArgument');
  const { operator = null, formula1 = null, formula2 } = recordOf(given[kind] ?? null);
  const name = oneOf(operator, OPERATORS);
  const needsTwo = name === 'Between' || name === 'NotBetween';
  if (needsTwo && (formula2 === undefined || formula2 === null)) throw refusal('InvalidArgument');
  return {
    kind,
    operator: name,
    formula1: operand(kind, formula1, session),
    ...(needsTwo ? { formula2: operand(kind, formula2 ?? null, session) } : {}),
  };
}

function listSource(source: Json): string {
  const text = textOf(source);
  if (text === '' || (!text.startsWith('=') && text.length > LONGEST_LIST)) throw refusal('InvalidArgument');
  return text;
}

function formulaText(value: Json): string {
  const text = textOf(value);
  if (!text.startsWith('=') || text.length < 2) throw refusal('InvalidArgument');
  return text;
}

/** A number, or a formula; a day given as a text is read as its serial. */
function operand(kind: (typeof COMPARING)[number], value: Json, session: Session): string | number {
  if (typeof value === 'number') return value;
  const text = textOf(value);
  if (text.startsWith('=')) return text;
  const entry = parseEntry(text, cultureOf('en-US'), session.currentYear);
  if (typeof entry.value !== 'number') throw refusal('InvalidArgument');
  if (kind === 'date' && entry.value < 1) throw refusal('InvalidArgument');
  return entry.value;
}

/** Excel gives operands back as formulas: `=10`. */
function ruleJson(rule: Rule): Json {
  if (rule.kind === 'list') return { list: { source: rule.source, inCellDropDown: rule.inCellDropDown } };
  if (rule.kind === 'custom') return { custom: { formula: rule.formula } };
  const { kind, operator, formula1, formula2 } = rule;
  const asFormula = (value: string | number): string => (typeof value === 'number' ? `=${value}` : value);
  return {
    [kind]: {
      operator,
      formula1: asFormula(formula1),
      ...(formula2 === undefined ? {} : { formula2: asFormula(formula2) }),
    },
  };
}
