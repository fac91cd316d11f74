declare const serialBrand: unique symbol;

/** A calendar day as Excel counts it in the 1900 system: 1 is 1900-01-01, 45292 is 2024-01-01. Whole days only. */
export type ExcelSerial = number & { readonly [serialBrand]: true };

/** Months since year 0: `year * 12 + (month − 1)`. Consecutive months differ by one. */
export type MonthIndex = number;

const MILLISECONDS_A_DAY = 86_400_000;
/** Serial of 1970-01-01. Excel's fictitious 1900-02-29 makes this hold for all days after it. */
const UNIX_EPOCH_SERIAL = 25_569;

/** First and last serial we accept as a date of business: 1950-01-01 … 2099-12-31. */
export const FIRST_SERIAL = 18_264 as ExcelSerial;
export const LAST_SERIAL = 73_050 as ExcelSerial;

/** The serial of a calendar day, or null if there is no such day (`serialOf(2023, 2, 29)`). Month is 1–12. */
export function serialOf(year: number, month: number, day: number): ExcelSerial | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return (date.getTime() / MILLISECONDS_A_DAY + UNIX_EPOCH_SERIAL) as ExcelSerial;
}

/** Year, month (1–12) and day of a serial. */
export function partsOf(serial: ExcelSerial): { year: number; month: number; day: number } {
  const date = new Date((Math.floor(serial) - UNIX_EPOCH_SERIAL) * MILLISECONDS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2024-01-31`. */
export function isoDate(serial: ExcelSerial): string {
  const { year, month, day } = partsOf(serial);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The serial of `YYYY-MM-DD`, or null. */
export function serialFromIso(text: string): ExcelSerial | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? serialOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The month a day belongs to. */
export function monthOf(serial: ExcelSerial): MonthIndex {
  const { year, month } = partsOf(serial);
  return year * 12 + month - 1;
}

/** First day of a month. */
export function monthStart(month: MonthIndex): ExcelSerial {
  return serialOf(Math.floor(month / 12), (month % 12) + 1, 1) as ExcelSerial;
}

/** Last day of a month. */
export function monthEnd(month: MonthIndex): ExcelSerial {
  return (monthStart(month + 1) - 1) as ExcelSerial;
}

/**
 * The same day some months later (or, with a negative number, earlier), at most the last day of that month: Excel's
 * `EDATE`. Six months after 31 August is 28 February. A fraction of a month is dropped.
 */
export function addMonths(serial: ExcelSerial, months: number): ExcelSerial {
  const { day } = partsOf(serial);
  const month = monthOf(serial) + Math.trunc(months);
  return Math.min(monthStart(month) + day - 1, monthEnd(month)) as ExcelSerial;
}
