import { FIRST_SERIAL, LAST_SERIAL, serialOf } from '../shared/dates';
import type { ExcelSerial } from '../shared/dates';
import { foldText } from '../shared/text';

/** Which of the first two numbers of `01/02/2026` is the day. */
export type DateOrder = 'dmy' | 'mdy';

/**
 * A date written as text. `day` for a certain day; `open` for numbers whose order the column decides
 * (null where an order gives no day). Months, quarters and years stand for their first day.
 */
export type DateText =
  | { readonly kind: 'day'; readonly day: ExcelSerial }
  | {
      readonly kind: 'open';
      readonly dmy: ExcelSerial | null;
      readonly mdy: ExcelSerial | null;
      readonly dotted: boolean;
    };

/** No written date is longer, weekday, time and zone included. */
const LONGEST = 60;
/** Two-digit years below this are of the 2000s: 49 is 2049, 50 is 1950, as far as we accept dates at all. */
const CENTURY_TURN = 50;
const MONTHS_A_QUARTER = 3;

/** Month names, Russian in any declension and English, whole or shortened. */
const MONTHS: readonly RegExp[] = [
  /^(?:янв(?:ар[ьяе])?|jan(?:uary)?)$/,
  /^(?:февр?(?:ал[ьяе])?|feb(?:ruary)?)$/,
  /^(?:мар(?:та?|те)?|mar(?:ch)?)$/,
  /^(?:апр(?:ел[ьяе])?|apr(?:il)?)$/,
  /^(?:ма[йяе]|may)$/,
  /^(?:июн[ьяе]?|june?)$/,
  /^(?:июл[ьяе]?|july?)$/,
  /^(?:авг(?:уста?|усте)?|aug(?:ust)?)$/,
  /^(?:сент?(?:ябр[ьяе])?|sept?(?:ember)?)$/,
  /^(?:окт(?:ябр[ьяе])?|oct(?:ober)?)$/,
  /^(?:ноя(?:б|бр[ьяе])?|nov(?:ember)?)$/,
  /^(?:дек(?:абр[ьяе])?|dec(?:ember)?)$/,
];
const ROMAN_QUARTERS = ['i', 'ii', 'iii', 'iv'];

/** A time of day at the end, with or without seconds, AM/PM and time zone. */
const TIME =
  /(?:^|[t\s,]+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s?(?:[ap]\.?m\.?)?\s?(?:z|utc|gmt)?(?:[+-]\d{2}:?\d{2})?$/;
/** The mark of a footnote behind a date, as hand-kept logs have it: «14.07.2015*». */
const FOOTNOTE = /\s?\*+$/;
/** Not the end of a word: «2026 January» has its month whole. */
const YEAR_WORD = /\s?(?<![a-zа-я])(?:г\.?|год[а]?|y\.?)$/;
const YEAR_FIRST = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_MONTH = /^(\d{4})[-./](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})[-./](\d{4})$/;
const QUARTER_YEAR =
  /^(?:q\s?([1-4])|([1-4]|i{1,3}|iv)\s?-?\s?(?:й\s)?(?:кв(?:артал)?\.?|q(?:uarter|tr)?\.?))[\s,.-]*(\d{4})$/;
const YEAR_QUARTER = /^(\d{4})[\s,.-]*(?:q\s?([1-4])|([1-4]|i{1,3}|iv)\s?-?\s?(?:кв(?:артал)?\.?))$/;
const DAY_MONTH_YEAR = /^(\d{1,2})[\s.-]*([a-zа-я]+)\.?[\s,.-]*(\d{4}|\d{2})$/;
const MONTH_DAY_YEAR = /^([a-z]+)\.?\s?(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})$/;
/** `Jan-12-26`, as eBay writes it. */
const MONTH_DAY_DASHED = /^([a-z]+)-(\d{1,2})-(\d{4}|\d{2})$/;
const MONTH_WORD_YEAR = /^([a-zа-я]+)[\s.,'’-]*(\d{4}|\d{2})$/;
const YEAR_MONTH_WORD = /^(\d{4})[\s.,-]*([a-zа-я]+)\.?$/;
const WEEKDAY = /^(?:[а-я]{2,11}|mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?\.?,\s*/;

/** Reads a date written as text; null if it is none. Method.md §1 lists the forms. */
export function readDateText(text: string): DateText | null {
  if (text.length > LONGEST || !/\d/.test(text)) return null;
  const folded = foldText(text).replace(FOOTNOTE, '').replace(WEEKDAY, '');
  const bare = folded.replace(TIME, '').replace(YEAR_WORD, '').trim();

  const numeric = YEAR_LAST.exec(bare);
  if (numeric) return byOrder(Number(numeric[1]), Number(numeric[3]), yearOf(numeric[4]), numeric[2] === '.');
  const day = yearFirst(bare) ?? wordedDay(bare) ?? monthOnly(bare) ?? quarter(bare);
  return day === null ? null : { kind: 'day', day };
}

/** The day of a number in a date column: a serial with or without time, or 20240131. Null outside the plausible range. */
export function dayOfNumber(value: number): ExcelSerial | null {
  const day = Math.floor(value);
  if (day >= FIRST_SERIAL && day <= LAST_SERIAL) return day as ExcelSerial;
  return Number.isInteger(value) ? compactDay(String(value)) : null;
}

/** Is the en-US number format one of a date? `dd.mm.yyyy` is, `#,##0.00 "руб."` and `[Red]0` are not. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '');
  return /[yd]|mmm/i.test(bare) && !/general|standard/i.test(bare);
}

function yearFirst(text: string): ExcelSerial | null {
  const match = YEAR_FIRST.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : compactDay(text);
}

function compactDay(text: string): ExcelSerial | null {
  const match = COMPACT.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

function wordedDay(text: string): ExcelSerial | null {
  const dayFirst = DAY_MONTH_YEAR.exec(text);
  if (dayFirst) return dayOf(yearOf(dayFirst[3]), monthNumber(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_DAY_YEAR.exec(text) ?? MONTH_DAY_DASHED.exec(text);
  return monthFirst ? dayOf(yearOf(monthFirst[3]), monthNumber(monthFirst[1]), Number(monthFirst[2])) : null;
}

function monthOnly(text: string): ExcelSerial | null {
  const yearMonth = YEAR_MONTH.exec(text);
  if (yearMonth) return dayOf(Number(yearMonth[1]), Number(yearMonth[2]), 1);
  const monthYear = MONTH_YEAR.exec(text);
  if (monthYear) return dayOf(Number(monthYear[2]), Number(monthYear[1]), 1);
  const worded = MONTH_WORD_YEAR.exec(text);
  if (worded) return dayOf(yearOf(worded[2]), monthNumber(worded[1]), 1);
  const reversed = YEAR_MONTH_WORD.exec(text);
  return reversed ? dayOf(Number(reversed[1]), monthNumber(reversed[2]), 1) : null;
}

function quarter(text: string): ExcelSerial | null {
  const match = QUARTER_YEAR.exec(text);
  if (match) return quarterStart(Number(match[3]), match[1] ?? match[2] ?? '');
  const reversed = YEAR_QUARTER.exec(text);
  return reversed ? quarterStart(Number(reversed[1]), reversed[2] ?? reversed[3] ?? '') : null;
}

function quarterStart(year: number, name: string): ExcelSerial | null {
  const number = ROMAN_QUARTERS.indexOf(name) + 1 || Number(name);
  return dayOf(year, (number - 1) * MONTHS_A_QUARTER + 1, 1);
}

/** 1 … 12, or 0 for a folded word that names no month: `monthNumber('янв')` is 1. */
export function monthNumber(word: string | undefined): number {
  return word === undefined ? 0 : MONTHS.findIndex((pattern) => pattern.test(word)) + 1;
}

function byOrder(first: number, second: number, year: number, dotted: boolean): DateText | null {
  const dmy = dayOf(year, second, first);
  const mdy = dayOf(year, first, second);
  if (dmy === null && mdy === null) return null;
  if (dmy !== null && dmy === mdy) return { kind: 'day', day: dmy };
  return { kind: 'open', dmy, mdy, dotted };
}

function yearOf(text: string | undefined): number {
  const year = Number(text);
  if (text?.length !== 2) return year;
  return year < CENTURY_TURN ? 2000 + year : 1900 + year;
}

function dayOf(year: number, month: number, day: number): ExcelSerial | null {
  const serial = month >= 1 ? serialOf(year, month, day) : null;
  return serial !== null && serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serial : null;
}
