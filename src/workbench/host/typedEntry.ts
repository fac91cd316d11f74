import type { ModelValue } from '../model/model';
import { ERROR_VALUES } from './culture';
import type { Culture } from './culture';

/** What Excel makes of a typed text: the value, and the format it gives a cell that had none. */
export interface Entry {
  readonly value: ModelValue;
  readonly format?: string;
}

/** Two-digit years up to this one are of this century, as in Windows' standard setting. */
const LAST_SHORT_YEAR = 29;
const HOURS_A_DAY = 24;
const MINUTES_A_DAY = 1440;
const SECONDS_A_DAY = 86_400;
const MILLISECONDS_A_DAY = 86_400_000;
const UNIX_EPOCH_SERIAL = 25_569;
/** 1900-03-01: before it Excel's calendar has a day too many. */
const FIRST_TRUE_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

/** Excel's names of the format of a date, in en-US; `m/d/yyyy` is shown in the order of the reader's region. */
export const DATE_FORMAT = 'm/d/yyyy';

/**
 * Reads a text as Excel reads a typed entry: numbers, percentages, dates, times, booleans and error names of the
 * culture; a day without a year is one of the current year. `parseEntry('1 234,5', ru, 2026)` is 1234.5; `parseEntry('2024-01-05', ru, 2026)` is the date 45296.
 */
export function parseEntry(text: string, culture: Culture, currentYear: number): Entry {
  if (text.startsWith("'")) return { value: text.slice(1) };
  const typed = text.trim();
  if (typed === '') return { value: text };
  return (
    parseBoolean(typed, culture) ??
    parseError(typed, culture) ??
    parseNumber(typed, culture) ??
    parseDateTime(typed, culture, currentYear) ?? { value: text }
  );
}

function parseBoolean(typed: string, culture: Culture): Entry | null {
  const upper = typed.toUpperCase();
  if (upper === 'TRUE' || upper === culture.booleans.true) return { value: true };
  if (upper === 'FALSE' || upper === culture.booleans.false) return { value: false };
  return null;
}

function parseError(typed: string, culture: Culture): Entry | null {
  if (!typed.startsWith('#')) return null;
  const upper = typed.toUpperCase();
  const error = ERROR_VALUES.find((name) => name === upper || culture.errors[name] === upper);
  return error ? { value: { error } } : null;
}

function parseNumber(typed: string, culture: Culture): Entry | null {
  const match =
    /^([+-]?)(\(?)([+-]?)(?:([$€£₽])\s*)?([\d.,\s\u00a0\u202f]+)(e[+-]?\d{1,3})?\s*([%$€£₽])?(\)?)$/iu.exec(
      typed,
    );
  if (!match) return null;
  const [, sign, open, inner, before, body = '', exponent = '', after, close] = match;
  if ((open === '(') !== (close === ')') || (sign && inner)) return null;
  const digits = plainDigits(body, culture);
  if (digits === null) return null;
  const isNegative = sign === '-' || inner === '-' || open === '(';
  const number = Number(digits.text + exponent) * (isNegative ? -1 : 1);
  if (!Number.isFinite(number)) return null;
  const decimals = digits.text.includes('.');
  if (after === '%') {
    // Shifting the exponent, not dividing: 12.3 % is exactly 0.123.
    const share = Number(`${digits.text}e-2`) * (isNegative ? -1 : 1);
    return exponent === '' ? { value: share, format: decimals ? '0.00%' : '0%' } : null;
  }
  const currency = before ?? after;
  if (currency) return { value: number, format: currencyFormat(currency, decimals) };
  if (exponent) return { value: number, format: '0.00E+00' };
  if (digits.isGrouped) return { value: number, format: decimals ? '#,##0.00' : '#,##0' };
  return { value: number };
}

function currencyFormat(currency: string, decimals: boolean): string {
  const number = decimals ? '#,##0.00' : '#,##0';
  return currency === '$' ? `$${number}` : `${number} "${currency}"`;
}

/** Digits with a point for the decimal sign, groups joined; null where the signs do not stand as the culture has them. */
function plainDigits(body: string, culture: Culture): { text: string; isGrouped: boolean } | null {
  const trimmed = body.trim();
  const [whole = '', fraction, more] = trimmed.split(culture.decimal);
  if (more !== undefined || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
  const groups =
    culture.thousands === '\u00a0' ? whole.split(/[\u00a0\u202f ]/) : whole.split(culture.thousands);
  const [first = '', ...rest] = groups;
  if (!/^\d*$/.test(first) || rest.some((group) => !/^\d{3}$/.test(group))) return null;
  if (rest.length > 0 && first === '') return null;
  const digits = groups.join('');
  if (digits === '' && !fraction) return null;
  return { text: fraction ? `${digits}.${fraction}` : digits, isGrouped: rest.length > 0 };
}

function parseDateTime(typed: string, culture: Culture, currentYear: number): Entry | null {
  const time = parseTime(typed);
  if (time !== null) return { value: time.share, format: time.format };
  const split = /^(.+?)(?:[T ]\s*(\d{1,2}:\d{2}.*))?$/.exec(typed);
  const day = parseDay(split?.[1] ?? '', culture, currentYear);
  if (!day) return null;
  if (split?.[2] === undefined) return { value: day.serial, format: day.format };
  const clock = parseTime(split[2]);
  return clock ? { value: day.serial + clock.share, format: `${DATE_FORMAT} h:mm` } : null;
}

/** A time of day as a share of the day: `parseTime('18:00')` is 0.75. */
function parseTime(typed: string): { share: number; format: string } | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm)?Z?$/i.exec(typed);
  if (!match) return null;
  const half = match[4]?.toLowerCase();
  let hours = Number(match[1]);
  const [minutes, seconds] = [Number(match[2]), Number(match[3] ?? 0)];
  if (half && (hours < 1 || hours > HOURS_A_DAY / 2)) return null;
  if (half === 'pm' && hours < HOURS_A_DAY / 2) hours += HOURS_A_DAY / 2;
  if (half === 'am' && hours === HOURS_A_DAY / 2) hours = 0;
  if (hours >= HOURS_A_DAY || minutes >= 60 || seconds >= 60) return null;
  const share = hours / HOURS_A_DAY + minutes / MINUTES_A_DAY + seconds / SECONDS_A_DAY;
  const clock = match[3] === undefined ? 'h:mm' : 'h:mm:ss';
  return { share, format: half ? `${clock} AM/PM` : clock };
}

interface Day {
  readonly serial: number;
  readonly format: string;
}

function parseDay(typed: string, culture: Culture, currentYear: number): Day | null {
  return parseNumericDay(typed, culture, currentYear) ?? parseNamedDay(typed, culture, currentYear);
}

function parseNumericDay(typed: string, culture: Culture, currentYear: number): Day | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(typed);
  if (iso) return dated(Number(iso[1]), Number(iso[3]), Number(iso[4]), DATE_FORMAT);
  const separators = culture.dateSeparator === '.' ? './-' : '/-';
  const match = new RegExp(`^(\\d{1,2})([${separators}])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?$`).exec(typed);
  if (!match) return null;
  const [a, b] = [Number(match[1]), Number(match[3])];
  const [day, month] = culture.dateOrder === 'dmy' ? [a, b] : [b, a];
  if (match[4] === undefined) return dated(currentYear, month, day, 'd-mmm');
  return dated(fullYear(match[4]), month, day, DATE_FORMAT);
}

/** `5 янв 2024`, `5-Jan-24`, `12 мая`, `янв 2024`, `Mar 5`. */
function parseNamedDay(typed: string, culture: Culture, currentYear: number): Day | null {
  const match = /^(?:(\d{1,2})[\s-]+)?(\p{L}{3,8})\.?(?:[\s-]+(\d{4}|\d{1,2}))?(?:\s*г\.?)?$/iu.exec(typed);
  if (!match) return null;
  const [, before, name = '', after] = match;
  const month = monthNamed(name, culture);
  if (month === 0 || (before === undefined && after === undefined)) return null;
  if (before !== undefined) {
    return after === undefined
      ? dated(currentYear, month, Number(before), 'd-mmm')
      : dated(fullYear(after), month, Number(before), 'd-mmm-yy');
  }
  // A number after the month is a day if it can be one, else a year.
  const isYear = after?.length === 4;
  const day = isYear ? null : dated(currentYear, month, Number(after), 'd-mmm');
  return day ?? dated(fullYear(after ?? ''), month, 1, 'mmm-yy');
}

function monthNamed(name: string, culture: Culture): number {
  const start = name.toLowerCase().slice(0, 3);
  // «мая» is the only month whose genitive changes the first three letters.
  return culture.months.indexOf(start === 'мая' ? 'май' : start) + 1;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
}

function dated(year: number, month: number, day: number, format: string): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  const serial = date.getTime() / MILLISECONDS_A_DAY + UNIX_EPOCH_SERIAL;
  return serial >= FIRST_TRUE_SERIAL && serial <= LAST_SERIAL ? { serial, format } : null;
}
