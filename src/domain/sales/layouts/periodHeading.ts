import { FIRST_SERIAL, LAST_SERIAL, monthEnd, monthStart, partsOf } from '../../shared/dates';
import type { ExcelSerial } from '../../shared/dates';
import type { CellValue } from '../../shared/grid';
import { foldText } from '../../shared/text';
import { isDateFormat, monthNumber, readDateText } from '../dateText';

/** What one heading cell says about a period; a year above a month are two parts of one period. Months are 1–12. */
export interface PeriodPart {
  readonly year: number | null;
  /** First month of the part and how many it has: a quarter is `{ month: 4, months: 3 }`. Null for a year alone. */
  readonly month: number | null;
  readonly months: number;
  /** A whole date: its day. */
  readonly day: ExcelSerial | null;
}

/** A span of days, both ends within it. */
export interface PeriodSpan {
  readonly from: ExcelSerial;
  readonly to: ExcelSerial;
}

/** Years a bare number in a heading may name. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;
const MONTHS_A_YEAR = 12;
const MONTHS_A_QUARTER = 3;
const MONTHS_A_HALF = 6;
/** No heading of a period is longer. */
const LONGEST = 40;

const ROMAN = ['i', 'ii', 'iii', 'iv'];
/** Not the end of a word: «January» ends with no year. */
const YEAR_WORD = /\s?(?<![a-zа-я])(?:г\.?|год[а]?|гг\.?|y\.?)$/;
const LEADING_WORD = /^(?:за|на)\s|^(?:fy|year|год)\s?(?=\d)/;
const YEAR = /^(\d{4})$/;
const MONTH_WORD = /^([a-zа-я]+)\.?$/;
const MONTH_WORD_YEAR = /^([a-zа-я]+)[\s.,'’/-]*(\d{4}|\d{2})$/;
const YEAR_MONTH_WORD = /^(\d{4})[\s.,/-]*([a-zа-я]+)\.?$/;
const YEAR_MONTH = /^(\d{4})[-./](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-./](\d{4})$/;
const PART_NUMBER = '([1-4]|i{1,3}|iv)';
const QUARTER_WORD = '(?:кв(?:артал)?|q(?:uarter|tr)?)';
const HALF_WORD = '(?:полугоди[ея]|п\\/г|пг|half)';
const ORDINAL = '\\s?-?\\s?(?:[йео]е?|st|nd|rd|th)?\\s?';
const TAIL = '\\.?(?:[\\s,./-]*(\\d{4}|\\d{2}))?$';
const QUARTER = new RegExp(`^(?:q\\s?([1-4])|${PART_NUMBER}${ORDINAL}${QUARTER_WORD})${TAIL}`);
const HALF = new RegExp(`^(?:h\\s?([12])|${PART_NUMBER}${ORDINAL}${HALF_WORD})${TAIL}`);
const YEAR_FIRST = new RegExp(
  `^(\\d{4})[\\s,./-]*(?:(q|h)\\s?([1-4])|${PART_NUMBER}${ORDINAL}(${QUARTER_WORD}|${HALF_WORD})\\.?)$`,
);

/**
 * Reads a heading cell as a part of a period: «янв.2026», «Январь 2026 г.», «1 кв. 2026», `2026-01`, a year, a bare
 * month or quarter, a date with its format, and `1.2026`, which is what Excel makes of a typed 01.2026. Null if it is none.
 */
export function periodPart(value: CellValue, format: string): PeriodPart | null {
  if (typeof value === 'number') return numberPart(value, format);
  return typeof value === 'string' && value.length <= LONGEST ? textPart(value) : null;
}

/** Both parts as one: the finer says month or day, either says the year. Null where they contradict each other. */
export function joinParts(a: PeriodPart, b: PeriodPart): PeriodPart | null {
  if (a.day !== null || b.day !== null) return a.day === null ? b : b.day === null ? a : null;
  if (a.year !== null && b.year !== null && a.year !== b.year) return null;
  const finer = b.month !== null && (a.month === null || b.months < a.months) ? b : a;
  return { ...finer, year: a.year ?? b.year };
}

/** The days of a period whose year is known. */
export function spanOfPart({ year, month, months, day }: PeriodPart): PeriodSpan | null {
  if (day !== null) return { from: day, to: day };
  if (year === null) return null;
  const first = year * MONTHS_A_YEAR + (month ?? 1) - 1;
  return { from: monthStart(first), to: monthEnd(first + (month === null ? MONTHS_A_YEAR : months) - 1) };
}

/** The whole month of each day, where the days only stand for months: every day is the first of its month, or the last. */
export function monthsOfDays(days: readonly ExcelSerial[]): readonly PeriodPart[] | null {
  const parts = days.map(partsOf);
  const months = new Set(parts.map(({ year, month }) => year * MONTHS_A_YEAR + month));
  const allFirst = parts.every(({ day }) => day === 1);
  const allLast = days.every((day) => partsOf((day + 1) as ExcelSerial).day === 1);
  if (months.size < days.length || !(allFirst || allLast)) return null;
  return parts.map(({ year, month }) => ({ year, month, months: 1, day: null }));
}

/** The span of a text that names a whole month, quarter or year: «Январь 2026 г.». Null for days and all else. */
export function wholePeriod(value: CellValue): PeriodSpan | null {
  const part = typeof value === 'string' ? periodPart(value, '') : null;
  return part === null || part.day !== null ? null : spanOfPart(part);
}

function numberPart(value: number, format: string): PeriodPart | null {
  if (isDateFormat(format)) return dayPart(value);
  if (Number.isInteger(value)) return isYear(value) ? yearPart(value) : null;
  const month = Math.floor(value);
  const year = Math.round((value - month) * 10_000);
  // 1.2 is a number, not January 2000.
  const isTypedMonth = Math.abs(month + year / 10_000 - value) < 1e-9;
  return isTypedMonth && isYear(year) && year % 1000 !== 0 ? monthsFrom(month, 1, year) : null;
}

function textPart(text: string): PeriodPart | null {
  const folded = foldText(text).replace(LEADING_WORD, '').replace(YEAR_WORD, '').trim();
  const year = YEAR.exec(folded);
  if (year) return isYear(Number(year[1])) ? yearPart(Number(year[1])) : null;
  const month = MONTH_WORD.exec(folded);
  if (month) return monthsFrom(monthNumber(month[1]), 1, null);
  return monthOf(folded) ?? partOfYear(folded) ?? dayIn(text);
}

function monthOf(text: string): PeriodPart | null {
  const worded = MONTH_WORD_YEAR.exec(text);
  if (worded) return monthsFrom(monthNumber(worded[1]), 1, yearOf(worded[2]));
  const reversed = YEAR_MONTH_WORD.exec(text);
  if (reversed && monthNumber(reversed[2]) > 0)
    return monthsFrom(monthNumber(reversed[2]), 1, yearOf(reversed[1]));
  const yearFirst = YEAR_MONTH.exec(text);
  if (yearFirst) return monthsFrom(Number(yearFirst[2]), 1, yearOf(yearFirst[1]));
  const yearLast = MONTH_YEAR.exec(text);
  return yearLast ? monthsFrom(Number(yearLast[1]), 1, yearOf(yearLast[2])) : null;
}

function partOfYear(text: string): PeriodPart | null {
  const quarter = QUARTER.exec(text);
  if (quarter) return quarterPart(quarter[1] ?? quarter[2], quarter[3]);
  const half = HALF.exec(text);
  if (half) return halfPart(half[1] ?? half[2], half[3]);
  const reversed = YEAR_FIRST.exec(text);
  if (!reversed) return null;
  const [, year, letter, number, roman, word = ''] = reversed;
  const isHalf = letter === 'h' || new RegExp(`^${HALF_WORD}$`).test(word);
  return (isHalf ? halfPart : quarterPart)(number ?? roman, year);
}

function quarterPart(number: string | undefined, year: string | undefined): PeriodPart | null {
  return monthsFrom((partNumber(number) - 1) * MONTHS_A_QUARTER + 1, MONTHS_A_QUARTER, yearOf(year));
}

function halfPart(number: string | undefined, year: string | undefined): PeriodPart | null {
  return monthsFrom((partNumber(number) - 1) * MONTHS_A_HALF + 1, MONTHS_A_HALF, yearOf(year));
}

function partNumber(text = ''): number {
  return ROMAN.indexOf(text) + 1 || Number(text);
}

function dayIn(text: string): PeriodPart | null {
  const date = readDateText(text);
  if (date === null) return null;
  const day = date.kind === 'day' ? date.day : (date.dmy ?? date.mdy);
  return day === null ? null : dayPart(day);
}

function dayPart(serial: number): PeriodPart | null {
  const day = Math.floor(serial);
  if (day < FIRST_SERIAL || day > LAST_SERIAL) return null;
  return { year: null, month: null, months: 0, day: day as ExcelSerial };
}

function yearPart(year: number): PeriodPart {
  return { year, month: null, months: MONTHS_A_YEAR, day: null };
}

function monthsFrom(month: number, months: number, year: number | null): PeriodPart | null {
  const isPart = month >= 1 && month + months - 1 <= MONTHS_A_YEAR;
  return isPart && (year === null || isYear(year)) ? { year, month, months, day: null } : null;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
