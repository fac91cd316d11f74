import type { ConditionalFormatModel, SheetModel, ValidationModel } from '../../model/model';
import type { XmlElement } from '../package/xml';
import { element } from '../package/xml';
import { formulaForFile } from './formulaText';
import type { StyleMerger } from './mergeStyles';
import { argb } from './mergeStyles';
import { operatorForFile } from './operators';
import { addressAt, referenceOf } from './units';

/**
 * Conditional formats as elements of a sheet. excelts would lose “stop if true” and the text of text rules, so they are
 * written here. Files count priorities from 1, the most important first.
 */
export function ruleElements(sheet: SheetModel, styles: StyleMerger): XmlElement[] {
  const byPriority = [...sheet.conditionalFormats].sort((a, b) => a.priority - b.priority);
  return byPriority.map((format, index) =>
    element('conditionalFormatting', { sqref: referenceOf(format.area) }, [
      ruleElement(format, index + 1, styles),
    ]),
  );
}

function ruleElement(format: ConditionalFormatModel, priority: number, styles: StyleMerger): XmlElement {
  const { rule } = format;
  const common = { priority, stopIfTrue: format.stopIfTrue ? 1 : undefined };
  const looks = { dxfId: rule.kind === 'dataBar' ? undefined : styles.ruleFormat(format.style) };
  switch (rule.kind) {
    case 'custom':
      return element('cfRule', { type: 'expression', ...looks, ...common }, [formulaElement(rule.formula)]);
    case 'cellValue': {
      const operator = operatorForFile(rule.operator);
      const formulas = [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])].map(
        formulaElement,
      );
      return element('cfRule', { type: 'cellIs', ...looks, ...common, operator }, formulas);
    }
    case 'containsText': {
      const { type, operator, formula } = textRule(rule, addressAt(format.area.row, format.area.column));
      return element('cfRule', { type, ...looks, ...common, operator, text: rule.text }, [
        formulaElement(formula),
      ]);
    }
    case 'dataBar':
      return element('cfRule', { type: 'dataBar', ...common }, [
        element('dataBar', {}, [
          element('cfvo', { type: 'num', val: 0 }),
          element('cfvo', { type: 'max' }),
          element('color', { rgb: argb(rule.color) }),
        ]),
      ]);
  }
}

type TextRule = Extract<ConditionalFormatModel['rule'], { kind: 'containsText' }>;

/** Text rules name their text and also say the same as a formula about the first cell, as Excel does. */
function textRule(rule: TextRule, cell: string): { type: string; operator: string; formula: string } {
  const quoted = `"${rule.text.replaceAll('"', '""')}"`;
  switch (rule.operator) {
    case 'contains':
      return {
        type: 'containsText',
        operator: 'containsText',
        formula: `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
      };
    case 'notContains':
      return {
        type: 'notContainsText',
        operator: 'notContains',
        formula: `ISERROR(SEARCH(${quoted},${cell}))`,
      };
    case 'beginsWith':
      return {
        type: 'beginsWith',
        operator: 'beginsWith',
        formula: `LEFT(${cell},LEN(${quoted}))=${quoted}`,
      };
    case 'endsWith':
      return { type: 'endsWith', operator: 'endsWith', formula: `RIGHT(${cell},LEN(${quoted}))=${quoted}` };
  }
}

function formulaElement(formula: string): XmlElement {
  return element('formula', {}, formulaForFile(formula));
}

/**
 * Validations as an element of a sheet, or null. excelts would keep an object per cell and turn numbers of date rules
 * into dates, so they are written here.
 */
export function validationsElement(sheet: SheetModel): XmlElement | null {
  if (sheet.validations.length === 0) return null;
  return element(
    'dataValidations',
    { count: sheet.validations.length },
    sheet.validations.map(validationElement),
  );
}

const VALIDATION_TYPES = {
  decimal: 'decimal',
  wholeNumber: 'whole',
  date: 'date',
  textLength: 'textLength',
} as const;

function validationElement(validation: ValidationModel): XmlElement {
  const { rule, prompt, error } = validation;
  const type = rule.kind === 'list' || rule.kind === 'custom' ? rule.kind : VALIDATION_TYPES[rule.kind];
  return element(
    'dataValidation',
    {
      type,
      errorStyle: error && error.style.toLowerCase() !== 'stop' ? error.style.toLowerCase() : undefined,
      operator:
        'operator' in rule && operatorForFile(rule.operator) !== 'between'
          ? operatorForFile(rule.operator)
          : undefined,
      allowBlank: validation.ignoreBlanks ? 1 : undefined,
      showDropDown: rule.kind === 'list' && !rule.inCellDropDown ? 1 : undefined,
      showInputMessage: 1,
      showErrorMessage: 1,
      errorTitle: error?.title || undefined,
      error: error?.message || undefined,
      promptTitle: prompt?.title || undefined,
      prompt: prompt?.message || undefined,
      sqref: referenceOf(validation.area),
    },
    operands(rule).map((operand, index) => element(`formula${index + 1}`, {}, operand)),
  );
}

function operands(rule: ValidationModel['rule']): string[] {
  if (rule.kind === 'custom') return [formulaForFile(rule.formula)];
  if (rule.kind === 'list') {
    return [
      rule.source.startsWith('=') ? formulaForFile(rule.source) : `"${rule.source.replaceAll('"', '""')}"`,
    ];
  }
  return [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])].map((operand) =>
    typeof operand === 'number' ? String(operand) : formulaForFile(operand),
  );
}
