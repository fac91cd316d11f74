import type { Grid } from '../shared/grid';
import { foldText } from '../shared/text';
import { cellText } from './cells';
import { CURRENCY_PATTERN } from './currency';

/** A sheet may state its amounts in thousands or millions of the currency. */
export type AmountUnit = 'thousands' | 'millions';

const NAMES: Readonly<Record<AmountUnit, string>> = {
  thousands: "тыс(?:яч[а-я]*)?|thousands?|['’]000|000['’]?s",
  millions: 'млн|миллион[а-я]*|millions?|mln|mn',
};
const CURRENCY = `(?:${CURRENCY_PATTERN})`;
/** «тыс. шт.» counts goods, not money. */
const NOT_GOODS = '(?!\\.?\\s*(?:шт|ед|кг|м2|м3|л(?![а-я])|тонн|pcs|units))';

/** In a heading of money the unit's name is enough: «Выручка, тыс.». */
const IN_HEADING = patterns((name) => `(?<![а-яa-z])(?:${name})(?![а-яa-z])${NOT_GOODS}`);
/** In a report's cap it must say that it counts money: «тыс. руб.», «в тысячах», “USD thousand”, “in millions”. */
const IN_CAP = patterns(
  (name) =>
    `(?<![а-яa-z])(?:${name})\\.?\\s*${CURRENCY}(?![а-яa-z])|(?<![а-яa-z])${CURRENCY}[,\\s]*(?:${name})(?![а-яa-z])|(?<![а-яa-z])(?:в|in)\\s+(?:${name})[.)]*$`,
);

/** The unit a sheet states for its amounts above its rows; null where it states none. The amounts are read as they stand. */
export function amountUnitOf(head: Grid, firstDataRow: number, amountHeading: string): AmountUnit | null {
  const stated = unitIn(amountHeading, IN_HEADING);
  if (stated) return stated;
  for (let row = 0; row < Math.min(firstDataRow, head.rowCount); row++) {
    for (let column = 0; column < head.columnCount; column++) {
      const value = head.value(row, column);
      const unit = typeof value === 'string' ? unitIn(value, IN_CAP) : null;
      if (unit) return unit;
    }
  }
  return null;
}

function unitIn(text: string, named: Readonly<Record<AmountUnit, RegExp>>): AmountUnit | null {
  const folded = foldText(cellText(text));
  if (folded.length > LONGEST) return null;
  return named.thousands.test(folded) ? 'thousands' : named.millions.test(folded) ? 'millions' : null;
}
/** A longer text is prose. */
const LONGEST = 200;

function patterns(of: (name: string) => string): Readonly<Record<AmountUnit, RegExp>> {
  return { thousands: new RegExp(of(NAMES.thousands)), millions: new RegExp(of(NAMES.millions)) };
}
