import { FIRST_SERIAL, isoDate } from '../domain/shared/dates';
import { assertNever } from '../domain/shared/result';
import { addressOf } from '../domain/shared/grid';
import type { PlanRule, PlanValidation } from '../reports/plan';
import { DATA_BAR_COLOR, RULE_LOOKS } from './looks';
import { nameFormula, rangeOf } from './references';

/** Queues the conditional formats of a plan, each on its own bounded area. */
export function addRules(sheet: Excel.Worksheet, rules: readonly PlanRule[]): void {
  for (const rule of rules) {
    const formats = rangeOf(sheet, rule.area).conditionalFormats;
    if (rule.kind === 'dataBar') {
      const { dataBar } = formats.add('DataBar');
      dataBar.positiveFormat.fillColor = DATA_BAR_COLOR;
      dataBar.positiveFormat.gradientFill = false;
      continue;
    }
    const { custom } = formats.add('Custom');
    custom.rule.formula = ruleFormula(rule);
    custom.format.fill.color = RULE_LOOKS[rule.role].fill;
    custom.format.font.color = RULE_LOOKS[rule.role].color;
  }
}

/** Queues what people may type, with the message they see on entering the cell and on a wrong entry. */
export function addValidations(sheet: Excel.Worksheet, validations: readonly PlanValidation[]): void {
  for (const { area, rule, message } of validations) {
    const validation = rangeOf(sheet, area).dataValidation;
    validation.rule = validationRule(rule);
    validation.prompt = { showPrompt: true, title: '', message };
    validation.errorAlert = { showAlert: true, style: 'Stop', title: '', message };
  }
}

/** Text equality as a formula relative to the first cell: Excel's own text rules know “contains” only. */
function ruleFormula(rule: Exclude<PlanRule, { kind: 'dataBar' }>): string {
  switch (rule.kind) {
    case 'formula':
      return rule.formula;
    case 'textEquals':
      return `=${addressOf(rule.area.row, rule.area.column)}="${rule.text.replace(/"/g, '""')}"`;
    default:
      return assertNever(rule);
  }
}

function validationRule(rule: PlanValidation['rule']): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'decimal':
      return { decimal: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
    case 'whole':
      return { wholeNumber: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
    case 'list':
      return { list: { inCellDropDown: true, source: rule.values.join(',') } };
    case 'listRange':
      return { list: { inCellDropDown: true, source: nameFormula(rule.tab, rule.source) } };
    case 'date':
      return { date: { formula1: isoDate(FIRST_SERIAL), operator: 'GreaterThan' } };
    default:
      return assertNever(rule);
  }
}
