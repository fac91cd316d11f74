import type { ExcelSerial } from '../shared/dates';
import { foldText } from '../shared/text';
import { periodPart, spanOfPart } from './layouts/periodHeading';
import type { PeriodPart } from './layouts/periodHeading';

/** What the name of a sheet says of time: «Январь», «Продажи 2025», “Q1 2026”, «15.01.2026». */
export interface SheetPeriod {
  readonly kind: 'day' | 'months' | 'year';
  /** Months of the period: a month has 1, a quarter 3. */
  readonly months: number;
  /** Last day of the period; null where the name tells no year. */
  readonly last: ExcelSerial | null;
  /** The words before it, folded: «продажи». */
  readonly label: string;
}

/** Reads the period from a sheet's name, words before it left aside; null if the name tells none. */
export function sheetPeriod(name: string): SheetPeriod | null {
  const words = foldText(name.replaceAll('_', ' ')).split(' ');
  for (let start = 0; start < words.length; start++) {
    const part = periodPart(words.slice(start).join(' '), '');
    if (part === null) continue;
    const label = words.slice(0, start).join(' ');
    return { kind: kindOf(part), months: part.months, last: spanOfPart(part)?.to ?? null, label };
  }
  return null;
}

function kindOf({ day, month }: PeriodPart): SheetPeriod['kind'] {
  if (day !== null) return 'day';
  return month === null ? 'year' : 'months';
}
