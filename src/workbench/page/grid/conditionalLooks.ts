import { columnNameFromNumber } from '@ironcalc/wasm';
import type { CfRuleInput, Dxf, Model, TextOperator, ValueOperator } from '@ironcalc/wasm';
import { toInput } from '../../calc/input';
import type { Translations } from '../../calc/translations';
import type { BookModel, ConditionalFormatModel, ModelArea, SheetModel } from '../../model/model';

const COLUMNS = 16_384;

/** What the engine behind the grid may be asked to do; the grid's own model hides these behind the workbook. */
export type RuleEngine = Pick<
  Model,
  | 'setUserInput'
  | 'addConditionalFormatting'
  | 'deleteConditionalFormatting'
  | 'getConditionalFormattingList'
  | 'evaluate'
  | 'flushSendQueue'
>;

interface RangeRule {
  readonly range: string;
  readonly rule: CfRuleInput;
}

const TEXT_OPERATORS: Readonly<Record<'contains' | 'notContains' | 'beginsWith' | 'endsWith', TextOperator>> =
  {
    contains: 'Contains',
    notContains: 'DoesNotContain',
    beginsWith: 'BeginsWith',
    endsWith: 'EndsWith',
  };

/** Excel.ConditionalCellValueOperator in the engine's words. */
const VALUE_OPERATORS: Readonly<Record<string, ValueOperator>> = {
  EqualTo: 'Equal',
  NotEqualTo: 'NotEqual',
  GreaterThan: 'GreaterThan',
  GreaterThanOrEqual: 'GreaterThanOrEqual',
  LessThan: 'LessThan',
  LessThanOrEqual: 'LessThanOrEqual',
  Between: 'Between',
  NotBetween: 'NotBetween',
};

/** Excel's colour of bars below zero. */
const NEGATIVE_BAR = '#FF0000';

/**
 * Gives the engine behind the grid the values and rules of sheets with conditional formats: it decides which rule
 * applies where. Values only: the workbook's own calculator has calculated them.
 */
export class ConditionalLooks {
  private readonly pushed = new Map<string, Map<number, string>>();
  private readonly rules = new Map<string, string>();

  constructor(
    private readonly engine: RuleEngine,
    private readonly book: BookModel,
    private readonly translations: Translations,
  ) {}

  /** Brings the rules of a sheet up to date with the workbook. */
  refresh(sheet: SheetModel): void {
    this.translations.useNames(this.book.names);
    const byPriority = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
    const rules = byPriority.map((format) => this.ruleOf(sheet, format));
    const referred = new Set(
      sheet.conditionalFormats.flatMap(({ rule }) =>
        formulasOf(rule).flatMap((formula) =>
          this.translations.of(sheet.id, formula).sheets.map((name) => name.toLowerCase()),
        ),
      ),
    );
    let isChanged = this.pushRules(sheet, rules);
    for (const other of this.book.sheets) {
      if (other === sheet || referred.has(other.name.toLowerCase()))
        isChanged = this.pushValues(other) || isChanged;
    }
    if (!isChanged) return;
    this.engine.evaluate();
    this.engine.flushSendQueue();
  }

  private pushRules(sheet: SheetModel, rules: readonly RangeRule[]): boolean {
    const key = JSON.stringify(rules);
    if (this.rules.get(sheet.id) === key) return false;
    this.rules.set(sheet.id, key);
    const index = this.book.sheets.indexOf(sheet);
    const old = this.engine.getConditionalFormattingList(index).map((entry) => entry.index);
    for (const entry of old.sort((a, b) => b - a)) this.engine.deleteConditionalFormatting(index, entry);
    // The engine gives the rule added last the first say; in the workbook the lowest priority has it.
    for (const { range, rule } of [...rules].reverse())
      this.engine.addConditionalFormatting(index, range, rule);
    return true;
  }

  private pushValues(sheet: SheetModel): boolean {
    const index = this.book.sheets.indexOf(sheet);
    const before = this.pushed.get(sheet.id) ?? new Map<number, string>();
    const now = new Map<number, string>();
    let isChanged = false;
    const type = (key: number, input: string) => {
      this.engine.setUserInput(index, Math.floor(key / COLUMNS) + 1, (key % COLUMNS) + 1, input);
      isChanged = true;
    };
    for (const { row, column } of sheet.cells.cells()) {
      const input = toInput(sheet.cells.value(row, column));
      if (input === '') continue;
      const key = row * COLUMNS + column;
      now.set(key, input);
      if (before.get(key) !== input) type(key, input);
    }
    for (const key of before.keys()) if (!now.has(key)) type(key, '');
    this.pushed.set(sheet.id, now);
    return isChanged;
  }

  private ruleOf(sheet: SheetModel, format: ConditionalFormatModel): RangeRule {
    const translate = (formula: string) => this.translations.of(sheet.id, withEquals(formula)).text;
    return { range: rangeName(format.area), rule: toEngineRule(format, translate) };
  }
}

function toEngineRule(
  { rule, style, stopIfTrue }: ConditionalFormatModel,
  translate: (formula: string) => string,
): CfRuleInput {
  const common = { format: toEngineFormat(style), stop_if_true: stopIfTrue };
  switch (rule.kind) {
    case 'custom':
      return { type: 'Formula', formula: translate(rule.formula), ...common };
    case 'containsText':
      return { type: 'Text', operator: TEXT_OPERATORS[rule.operator], value: rule.text, ...common };
    case 'dataBar':
      return {
        type: 'DataBar',
        min: null,
        max: null,
        positive_color: rule.color,
        negative_color: NEGATIVE_BAR,
        is_gradient: false,
        show_value: true,
        ...common,
      };
    case 'cellValue': {
      const text = /^=?"((?:[^"]|"")*)"$/.exec(rule.formula1)?.[1];
      // The engine's “cell is” compares numbers only.
      if (text !== undefined && rule.operator === 'EqualTo') {
        return { type: 'Text', operator: 'Equals', value: text.replaceAll('""', '"'), ...common };
      }
      const formula2 = rule.formula2 === undefined ? null : translate(rule.formula2);
      const operator = VALUE_OPERATORS[rule.operator] ?? 'Equal';
      return { type: 'CellIs', operator, formula: translate(rule.formula1), formula2, ...common };
    }
  }
}

function toEngineFormat({ fill, color, bold }: ConditionalFormatModel['style']): Dxf {
  return {
    ...(fill === undefined ? {} : { fill: { color: fill } }),
    ...(color === undefined && bold === undefined
      ? {}
      : { font: { ...(color === undefined ? {} : { color }), ...(bold === undefined ? {} : { b: bold }) } }),
  };
}

/** Formulas of a rule, for the sheets they refer to. */
function formulasOf(rule: ConditionalFormatModel['rule']): readonly string[] {
  if (rule.kind === 'custom') return [withEquals(rule.formula)];
  if (rule.kind === 'cellValue') return [rule.formula1, rule.formula2 ?? ''].map(withEquals);
  return [];
}

function withEquals(formula: string): string {
  return formula.startsWith('=') ? formula : `=${formula}`;
}

function rangeName({ row, column, rows, columns }: ModelArea): string {
  const first = `${columnNameFromNumber(column + 1)}${row + 1}`;
  return `${first}:${columnNameFromNumber(column + columns)}${row + rows}`;
}
