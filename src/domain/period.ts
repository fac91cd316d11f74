import type { Period } from './analysis';
import type { PeriodChoice } from './settings';
import { monthEnd, monthOf, monthStart, serialFromIso } from './shared/dates';
import type { ExcelSerial } from './shared/dates';

/** First and last day with a sale in the file. */
export interface FileSpan {
  readonly first: ExcelSerial;
  readonly last: ExcelSerial;
}

interface Span {
  readonly from: ExcelSerial;
  readonly to: ExcelSerial;
}

const MONTHS_A_YEAR = 12;

/**
 * A file whose latest sale falls within the last days of a month holds that month in full: the days left may be
 * a weekend. Our convention; it applies only while the as-of date is the latest sale, not to a date typed later.
 */
export const LAST_DAYS_OF_A_FULL_MONTH = 3;

/**
 * A file whose earliest sale falls within the first days of a span reaches back to its start: the Russian New Year
 * holidays may last until the 11th of January. Our convention.
 */
export const FIRST_DAYS_OF_A_FULL_MONTH = 11;

/**
 * The span to analyse and the equally long one directly before it (method.md §1).
 * - `last12`: the last 12 full months up to the as-of date; in a shorter file everything, marked as partial.
 * - `all`: from the first sale to the last.
 * - ISO dates: as asked, but not beyond the as-of date; partial if the file does not cover them. Ends in the wrong
 *   order are swapped, an unreadable end is the file's own.
 *
 * A file of 2023-11-02 … 2026-10-30 gives 2025-11-01 … 2026-10-31 after 2024-11-01 … 2025-10-31.
 */
export function choosePeriod(file: FileSpan, choice: PeriodChoice, asOf: ExcelSerial): Period {
  if (choice === 'all') return wholeFile(file, asOf, false);
  if (choice === 'last12') return lastTwelveMonths(file, asOf);
  return chosenSpan(file, choice, asOf);
}

function lastTwelveMonths(file: FileSpan, asOf: ExcelSerial): Period {
  const month = monthOf(asOf);
  const lastFullMonth = reaches(file, asOf, monthEnd(month)) ? month : month - 1;
  const span = { from: monthStart(lastFullMonth - MONTHS_A_YEAR + 1), to: monthEnd(lastFullMonth) };
  return startsBy(file, span) ? periodOf(file, span, false) : wholeFile(file, asOf, true);
}

function wholeFile(file: FileSpan, asOf: ExcelSerial, partial: boolean): Period {
  return periodOf(file, { from: file.first, to: later(file.first, earlier(file.last, asOf)) }, partial);
}

function chosenSpan(
  file: FileSpan,
  choice: { readonly from: string; readonly to: string },
  asOf: ExcelSerial,
): Period {
  const one = serialFromIso(choice.from) ?? file.first;
  const other = serialFromIso(choice.to) ?? file.last;
  const asked = { from: earlier(one, other), to: later(one, other) };
  const isCoveredToEnd = reaches(file, asOf, asked.to);
  const span = isCoveredToEnd ? asked : { from: asked.from, to: later(asked.from, earlier(asked.to, asOf)) };
  return periodOf(file, span, !isCoveredToEnd || !startsBy(file, asked));
}

function periodOf(file: FileSpan, span: Span, partial: boolean): Period {
  const before = spanBefore(span);
  return {
    ...span,
    months: monthOf(span.to) - monthOf(span.from) + 1,
    partial,
    previous: startsBy(file, before) ? before : null,
  };
}

/** Whole months are preceded by as many whole months, any other span by as many days. */
function spanBefore({ from, to }: Span): Span {
  const firstMonth = monthOf(from);
  const lastMonth = monthOf(to);
  const isWholeMonths = from === monthStart(firstMonth) && to === monthEnd(lastMonth);
  const start = isWholeMonths ? monthStart(2 * firstMonth - lastMonth - 1) : 2 * from - to - 1;
  return { from: start as ExcelSerial, to: (from - 1) as ExcelSerial };
}

/** Whether sales are known from the start of the span on. */
function startsBy(file: FileSpan, span: Span): boolean {
  return file.first < span.from + FIRST_DAYS_OF_A_FULL_MONTH && file.first <= span.to;
}

/** Whether sales are known up to the day. */
function reaches(file: FileSpan, asOf: ExcelSerial, day: ExcelSerial): boolean {
  return asOf > day - (asOf === file.last ? LAST_DAYS_OF_A_FULL_MONTH : 1);
}

function earlier(a: ExcelSerial, b: ExcelSerial): ExcelSerial {
  return a < b ? a : b;
}

function later(a: ExcelSerial, b: ExcelSerial): ExcelSerial {
  return a > b ? a : b;
}
