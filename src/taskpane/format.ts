import type { ColumnKind } from '../domain/sales/types';
import type { Language } from '../domain/settings';
import type { ExcelSerial } from '../domain/shared/dates';
import { FIRST_SERIAL, LAST_SERIAL } from '../domain/shared/dates';
import type { CellValue } from '../domain/shared/grid';
import type { Money } from '../domain/shared/money';
import { formatDate, formatMoneyExact, formatNumber, formatPercent, formatSpan } from '../i18n/numbers';

/** Numbers and dates as people write them, bound to a language. */
export interface Format {
  /** `541,909`. */
  readonly count: (value: number) => string;
  /** To the kopeck: `8,313,294.95`. */
  readonly money: (money: Money) => string;
  /** A share (0.342) as `34.2%`. */
  readonly percent: (share: number) => string;
  /** `31 Jan 2024`. */
  readonly date: (day: ExcelSerial) => string;
  readonly span: (from: ExcelSerial, to: ExcelSerial) => string;
  /** A cell of a column of this kind: serials of a date column read as dates. */
  readonly cell: (value: CellValue, kind: ColumnKind) => string;
}

/** Money holds four decimals; no source we know has more. */
const MOST_DECIMALS = 4;

export function formatFor(language: Language): Format {
  const date = (day: ExcelSerial): string => formatDate(day, language);
  const cell = (value: CellValue, kind: ColumnKind): string => {
    if (typeof value !== 'number') return String(value);
    const isDate = kind === 'date' && value >= FIRST_SERIAL && value < LAST_SERIAL + 1;
    return isDate ? date(value as ExcelSerial) : formatNumber(value, language, decimalsOf(value));
  };
  return {
    count: (value) => formatNumber(value, language),
    money: (money) => formatMoneyExact(money, language),
    percent: (share) => formatPercent(share, language),
    date,
    span: (from, to) => formatSpan(from, to, language),
    cell,
  };
}

/** How many decimals a number needs: 1 for 12.5, none for 12. */
function decimalsOf(value: number): number {
  return (String(Number(value.toFixed(MOST_DECIMALS))).split('.')[1] ?? '').length;
}
