import { contains } from '../../host/a1';
import type { BookModel, ModelValue, SheetModel, ValidationModel } from '../../model/model';
import { cellsNamed, choicesOf } from './listChoices';

/** The validation of a cell, or null. */
export function validationAt(sheet: SheetModel, row: number, column: number): ValidationModel | null {
  const cell = { row, column, rows: 1, columns: 1 };
  return sheet.validations.find(({ area }) => contains(area, cell)) ?? null;
}

/**
 * The validation that refuses a value typed into a cell, or null if it may stand there. Only «stop» refuses; what
 * cannot be told without calculating a formula is let in.
 */
export function refusingValidation(
  book: BookModel,
  sheet: SheetModel,
  row: number,
  column: number,
  value: ModelValue,
): ValidationModel | null {
  const validation = validationAt(sheet, row, column);
  if (!validation || (validation.error && validation.error.style !== 'Stop')) return null;
  if (value === '' && validation.ignoreBlanks) return null;
  return isAllowed(book, sheet, validation, row, column, value) ? null : validation;
}

function isAllowed(
  book: BookModel,
  sheet: SheetModel,
  validation: ValidationModel,
  row: number,
  column: number,
  value: ModelValue,
): boolean {
  const { rule } = validation;
  if (rule.kind === 'custom') return true;
  if (rule.kind === 'list') {
    const choices = choicesOf(book, sheet, validation, row, column);
    // Excel minds capitals in a typed list, not in cells.
    const alike = (text: string): string => (rule.source.startsWith('=') ? text.toLowerCase() : text);
    return !choices || choices.some((choice) => alike(String(choice.value)) === alike(String(value)));
  }
  const measured = rule.kind === 'textLength' ? String(value).length : value;
  if (typeof measured !== 'number') return false;
  if (rule.kind === 'wholeNumber' && !Number.isInteger(measured)) return false;
  const operand = (given: string | number | undefined): number | null =>
    typeof given === 'string' ? numberOf(book, sheet, given) : (given ?? null);
  return holds(rule.operator, measured, operand(rule.formula1), operand(rule.formula2));
}

/** The number that an operand is or points to; null: it would have to be calculated. */
function numberOf(book: BookModel, sheet: SheetModel, formula: string): number | null {
  const text = formula.replace(/^=/, '');
  if (text !== '' && Number.isFinite(Number(text))) return Number(text);
  const cells = cellsNamed(book, sheet, formula);
  const value = cells?.sheet.cells.value(cells.area.row, cells.area.column);
  return typeof value === 'number' ? value : null;
}

function holds(operator: string, value: number, first: number | null, second: number | null): boolean {
  if (first === null) return true;
  const isBetween = second === null || (value >= Math.min(first, second) && value <= Math.max(first, second));
  switch (operator) {
    case 'Between':
      return isBetween;
    case 'NotBetween':
      return second === null || !isBetween;
    case 'EqualTo':
      return value === first;
    case 'NotEqualTo':
      return value !== first;
    case 'GreaterThan':
      return value > first;
    case 'LessThan':
      return value < first;
    case 'GreaterThanOrEqualTo':
      return value >= first;
    default:
      return value <= first;
  }
}
