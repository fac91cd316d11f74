import type { ExcelSerial } from '../domain/shared/dates';
import { serialOf } from '../domain/shared/dates';

/** The user's calendar day, by the computer's own time zone. */
export function todaySerial(now: Date): ExcelSerial {
  const serial = serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (serial === null) throw new Error('The clock shows no calendar day');
  return serial;
}
