import { monthEnd, monthOf, serialOf } from '../shared/dates';
import type { ExcelSerial } from '../shared/dates';
import { foldText } from '../shared/text';
import { readDateText } from './dateText';

/** What the name of a sheet says of time: «Январь», «Продажи 2025», “Q1 2026”, «15.01.2026». */
export interface SheetPeriod {
  readonly kind: 'day' | 'month' | 'quarter' | 'year';
  /** Last day of the period; null where the name tells no year. */
  readonly last: ExcelSerial | null;
  /** The words before it, folded: «продажи». */
  readonly label: string;
}

const YEAR = /^((?:19|20)\d{2})\s?(?:г\.?|год[а]?|y\.?)?$/;
const QUARTER = /кв|q/;
const LAST_MONTH = 12;
const MONTHS_AFTER_QUARTER_START = 2;
/** Parts of a date that name a day: «15.01.2026», «15 января 2026». */
const PARTS_OF_DAY = 3;
/** Any year: lends itself to a name without one, to see whether the rest is a month or a quarter. */
const SOME_YEAR = ' 2000';

/** Reads the period from a sheet's name, words before it left aside; null if the name tells none. */
export function sheetPeriod(name: string): SheetPeriod | null {
  const words = foldText(name.replaceAll('_', ' ')).split(' ');
  for (let start = 0; start < words.length; start++) {
    const found = periodIn(words.slice(start).join(' '));
    if (found) return { ...found, label: words.slice(0, start).join(' ') };
  }
  return null;
}

function periodIn(text: string): Omit<SheetPeriod, 'label'> | null {
  const year = YEAR.exec(text)?.[1];
  if (year !== undefined) return { kind: 'year', last: yearEnd(Number(year)) };
  const written = readDateText(text);
  if (written?.kind === 'open') return { kind: 'day', last: written.dotted ? written.dmy : null };
  const day = written?.day ?? firstDayIn(`${text}${SOME_YEAR}`);
  if (day === null) return null;
  const kind = QUARTER.test(text) ? 'quarter' : namesDay(text) ? 'day' : 'month';
  return { kind, last: written ? lastDayOf(kind, day) : null };
}

function firstDayIn(text: string): ExcelSerial | null {
  const written = readDateText(text);
  return written?.kind === 'day' ? written.day : null;
}

function namesDay(text: string): boolean {
  const numbers = text.match(/\d+/g)?.length ?? 0;
  return numbers + (/\p{L}{3}/u.test(text) ? 1 : 0) >= PARTS_OF_DAY;
}

function lastDayOf(kind: 'day' | 'month' | 'quarter', first: ExcelSerial): ExcelSerial {
  if (kind === 'day') return first;
  return monthEnd(monthOf(first) + (kind === 'quarter' ? MONTHS_AFTER_QUARTER_START : 0));
}

function yearEnd(year: number): ExcelSerial | null {
  const december = serialOf(year, LAST_MONTH, 1);
  return december === null ? null : monthEnd(monthOf(december));
}
