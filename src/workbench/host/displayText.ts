import { formatCellValue } from '@cj-tech-master/excelts';
import type { ModelValue } from '../model/model';
import type { Culture } from './culture';
import { DATE_FORMAT } from './typedEntry';

/** Significant digits that Excel's General format shows. */
const GENERAL_DIGITS = 11;
/** General turns to the exponent outside these bounds. */
const GENERAL_LARGEST = 1e11;
const GENERAL_SMALLEST = 1e-9;

/** The text a cell shows for its value and number format, written as the culture writes it. */
export function displayText(value: ModelValue, numberFormat: string, culture: Culture): string {
  if (typeof value === 'object') return culture.errors[value.error] ?? value.error;
  if (typeof value === 'boolean') return value ? culture.booleans.true : culture.booleans.false;
  if (typeof value === 'string')
    return numberFormat.includes('@') ? formatCellValue(value, numberFormat) : value;
  if (numberFormat === 'General' || numberFormat === '' || numberFormat === '@')
    return generalText(value, culture);
  // An empty third section shows no zeros; the library would take the first for it.
  if (value === 0 && /^[^;]*;[^;]*;(;|$)/.test(numberFormat)) return '';
  const format = numberFormat.replace(DATE_FORMAT, culture.shortDate);
  return /[0#?]/.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))
    ? inCulture(formatCellValue(value, format), culture)
    : formatCellValue(value, format);
}

function generalText(value: number, culture: Culture): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= GENERAL_LARGEST || size < GENERAL_SMALLEST)) {
    const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e');
    const power = Math.abs(Number(exponent)).toString().padStart(2, '0');
    const sign = exponent.startsWith('-') ? '-' : '+';
    return `${String(Number(mantissa)).replace('.', culture.decimal)}E${sign}${power}`;
  }
  return String(Number(value.toPrecision(GENERAL_DIGITS))).replace('.', culture.decimal);
}

/** Swaps the point and the comma that stand between digits for the culture's signs. */
function inCulture(text: string, culture: Culture): string {
  if (culture.decimal === '.') return text;
  return text.replace(/(?<=\d)[.,](?=\d)/g, (sign) => (sign === '.' ? culture.decimal : culture.thousands));
}
