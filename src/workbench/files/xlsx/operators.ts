const OPERATORS = [
  { file: 'between', rule: 'Between', validation: 'Between' },
  { file: 'notBetween', rule: 'NotBetween', validation: 'NotBetween' },
  { file: 'equal', rule: 'EqualTo', validation: 'EqualTo' },
  { file: 'notEqual', rule: 'NotEqualTo', validation: 'NotEqualTo' },
  { file: 'greaterThan', rule: 'GreaterThan', validation: 'GreaterThan' },
  { file: 'lessThan', rule: 'LessThan', validation: 'LessThan' },
  { file: 'greaterThanOrEqual', rule: 'GreaterThanOrEqual', validation: 'GreaterThanOrEqualTo' },
  { file: 'lessThanOrEqual', rule: 'LessThanOrEqual', validation: 'LessThanOrEqualTo' },
] as const;

/** A comparison as files name it. */
export type FileOperator = (typeof OPERATORS)[number]['file'];

/** `equal` as Excel's API names it in conditional formats: `EqualTo`. */
export function ruleOperatorOfFile(operator: string): string {
  return OPERATORS.find((known) => known.file === operator)?.rule ?? 'EqualTo';
}

/** `greaterThanOrEqual` as Excel's API names it in validations: `GreaterThanOrEqualTo`. */
export function validationOperatorOfFile(operator: string): string {
  return OPERATORS.find((known) => known.file === operator)?.validation ?? 'Between';
}

/** Either name of Excel's API as files have it. */
export function operatorForFile(operator: string): FileOperator {
  return (
    OPERATORS.find((known) => known.rule === operator || known.validation === operator)?.file ?? 'between'
  );
}
