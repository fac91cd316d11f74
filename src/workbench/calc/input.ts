import type { ModelError, ModelValue } from '../model/model';

/** Errors of IronCalc that Excel does not have, and what Excel says instead. */
const FOREIGN_ERRORS: Readonly<Record<string, string>> = {
  '#ERROR!': '#NAME?',
  '#N/IMPL!': '#NAME?',
  '#CIRC!': '#NUM!',
};

/** Types of a cell as `getCellType` numbers them (those of Excel's TYPE function). */
const TEXT_CELL = 2;
const BOOLEAN_CELL = 4;
const ERROR_CELL = 16;

/** Shows the fifteen digits that IronCalc gives of a number (one more digit shows and it cuts instead of rounding). */
export const EXACT_FORMAT = '##0.0##############E+0';

/** What to type to get this value; texts are marked so that «01.02» or «=x» stay texts. */
export function toInput(value: ModelValue): string {
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'string':
      return value === '' ? '' : `'${value}`;
    default:
      return value.error;
  }
}

/** The value of a cell from its type and its text in {@link EXACT_FORMAT}; null if a number shows in another format. */
export function fromShown(type: number, shown: string): ModelValue | null {
  if (type === ERROR_CELL) return { error: FOREIGN_ERRORS[shown] ?? shown };
  if (type === BOOLEAN_CELL) return shown === 'TRUE';
  if (type === TEXT_CELL) return shown;
  const number = Number(shown);
  return shown === '' || Number.isNaN(number) ? null : number;
}

export function isError(value: ModelValue): value is ModelError {
  return typeof value === 'object';
}
