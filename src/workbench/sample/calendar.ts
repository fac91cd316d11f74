import { partsOf, serialOf } from '../../domain/shared/dates';
import type { ExcelSerial } from '../../domain/shared/dates';

const DAYS_A_WEEK = 7;
const LAST_HOLIDAY_OF_JANUARY = 8;

/** First and last day of the sample: three years, with the last 12 full months from {@link YEAR_START} on. */
export const SAMPLE_START = dayOf(2023, 11, 1);
export const YEAR_START = dayOf(2025, 11, 1);
export const SAMPLE_END = dayOf(2026, 10, 31);

/** A day that is known to exist. */
export function dayOf(year: number, month: number, day: number): ExcelSerial {
  const serial = serialOf(year, month, day);
  if (serial === null) throw new Error(`No such day: ${year}-${month}-${day}`);
  return serial;
}

/** The day itself, or the next that is neither a weekend nor a New Year holiday. */
export function workingDayFrom(day: number): ExcelSerial {
  let serial = Math.ceil(day) as ExcelSerial;
  while (isDayOff(serial)) serial = (serial + 1) as ExcelSerial;
  return serial;
}

function isDayOff(serial: ExcelSerial): boolean {
  // Excel's serial 7 is a Saturday, 8 a Sunday.
  const weekday = serial % DAYS_A_WEEK;
  const { month, day } = partsOf(serial);
  return weekday === 0 || weekday === 1 || (month === 1 && day <= LAST_HOLIDAY_OF_JANUARY);
}
