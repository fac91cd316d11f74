import { decimalFromText } from '../shared/decimal';
import type { Decimal } from '../shared/decimal';
import type { CellValue } from '../shared/grid';
import { CURRENCY_PATTERN, currencyCode } from './currency';
import { readDateText } from './dateText';

/** The mark between whole and fraction in a column of numbers. */
export type DecimalSeparator = ',' | '.';

/** A number written as text, before it is decided what its points and commas mean. */
export interface NumberText {
  readonly negative: boolean;
  /** Digits with the points and commas of the source; spaces and apostrophes between thousands are gone. */
  readonly body: string;
  /** `e5` of `1.5e5`, or `''`. */
  readonly exponent: string;
  /** Thousands were parted by spaces or apostrophes: a single point or comma can only be decimal. */
  readonly grouped: boolean;
  readonly percent: boolean;
  /** ISO code of the currency written beside the number. */
  readonly currency: string | null;
}

/** No number of business is longer; bounds the work on hostile text. */
const LONGEST = 500;

const MINUSES = /[\u2010-\u2015\u2212\ufe63\uff0d]/g;
const SPACES = /[\s\u180e\u200b-\u200d\u2060]+/g;
const SIMPLE = /^-?\d+$/;
const CURRENCY_BEFORE = new RegExp(`^(?:${CURRENCY_PATTERN})(?![a-zа-я])`, 'i');
const CURRENCY_AFTER = new RegExp(`(?<![a-zа-я.])(?:${CURRENCY_PATTERN})$`, 'i');
/** Units of goods that people write beside a quantity. */
const UNIT_AFTER = /(?<![a-zа-я])(?:шт|ед|уп|кг|pcs|kg)\.?$/i;
const BODY = /^(\d[\d.,]*|[.,]\d+)(e[+-]?\d{1,4})?$/i;
const GROUPED_BODY = /^\d{1,3}(?:[ '’ʼ`´]\d{3})+(?:[.,]\d*)?$/;
const UNSOUND_BODY = /^\d{1,3}([., '’ʼ`´])\d{2,3}(?:\1\d{2,3})*\1\d{1,3}$/;
const GROUPS_ONLY = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/;
/** `1,000,000` */
const SHORTEST_MILLION = 9;
const GROUP_MARKS = /[ '’ʼ`´]/g;

/**
 * Reads a number written as text as far as one cell can tell: sign (`−5`, `5-`, `(5)`), groups by spaces or
 * apostrophes, currency before or after, per cent. Null if it is no number.
 */
export function readNumberText(text: string): NumberText | null {
  if (SIMPLE.test(text) && text.length <= LONGEST) {
    const negative = text.startsWith('-');
    return {
      negative,
      body: negative ? text.slice(1) : text,
      exponent: '',
      grouped: false,
      percent: false,
      currency: null,
    };
  }
  if (text.length > LONGEST) return null;
  const peeled = peel(text.replace(SPACES, ' ').trim().replace(MINUSES, '-'));
  if (peeled === null) return null;
  const { rest, negative, percent, currency } = peeled;
  if (GROUPED_BODY.test(rest)) {
    return { negative, body: rest.replace(GROUP_MARKS, ''), exponent: '', grouped: true, percent, currency };
  }
  const match = BODY.exec(rest);
  if (!match) return null;
  const [, body = '', exponent = ''] = match;
  return separatorsAreSound(body) ? { negative, body, exponent, grouped: false, percent, currency } : null;
}

/**
 * A number parted by one mark into groups that no rule allows: `1 234 56`, `1.234.5`, `1,23,456`. Null for anything
 * else, dates such as `01.05.25` included. Its body keeps the marks.
 */
export function readUnsoundNumber(text: string): NumberText | null {
  if (text.length > LONGEST || readNumberText(text) !== null || readDateText(text) !== null) return null;
  const peeled = peel(text.replace(SPACES, ' ').trim().replace(MINUSES, '-'));
  if (peeled === null || !UNSOUND_BODY.test(peeled.rest)) return null;
  const { rest, negative, percent, currency } = peeled;
  return { negative, body: rest, exponent: '', grouped: false, percent, currency };
}

/** The mark that parts a number into thousands at least twice, without a fraction: `,` in `2,024,994`. Else null. */
export function groupMark({ body }: NumberText): DecimalSeparator | null {
  if (body.length < SHORTEST_MILLION || !GROUPS_ONLY.test(body)) return null;
  return body.includes(',') ? ',' : '.';
}

/** The number written in a cell, if the cell is text and spells one. */
export function numberTextOf(value: CellValue): NumberText | null {
  return typeof value === 'string' ? readNumberText(value) : null;
}

/**
 * What the number says about the decimal separator of its column: a separator, `open,` or `open.` for
 * `1,234` and `1.234` which read both ways, or null if it has no mark.
 */
export function separatorOf({
  body,
  exponent,
  grouped,
}: NumberText): DecimalSeparator | 'open,' | 'open.' | null {
  const point = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (point < 0 && comma < 0) return null;
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ',';
  const mark = point >= 0 ? '.' : ',';
  const at = Math.max(point, comma);
  if (body.indexOf(mark) !== at) return mark === '.' ? ',' : '.';
  const isOpen =
    !grouped && exponent === '' && body.length - at === 4 && at >= 1 && at <= 3 && !body.startsWith('0');
  return isOpen ? `open${mark}` : mark;
}

/** The exact value once the column's separator is known: `1.234` is 1234 with `,` and 1.234 with `.`. */
export function decimalOf(number: NumberText, separator: DecimalSeparator): Decimal | null {
  const said = separatorOf(number);
  const decimal = said === ',' || said === '.' ? said : separator;
  const plain =
    decimal === '.' ? number.body.replaceAll(',', '') : number.body.replaceAll('.', '').replace(',', '.');
  return decimalFromText((number.negative ? '-' : '') + plain + number.exponent);
}

/** Takes sign, parentheses, per cent, currency and unit off a number; null if they contradict each other. */
function peel(
  text: string,
): { rest: string; negative: boolean; percent: boolean; currency: string | null } | null {
  let rest = text;
  let signs = 0;
  let negative = false;
  let percent = false;
  let currency: string | null = null;
  for (;;) {
    const before = rest;
    const first = rest.charAt(0);
    const last = rest.charAt(rest.length - 1);
    if (first === '(' && last === ')') {
      signs++;
      negative = true;
      rest = rest.slice(1, -1);
    } else if (first === '-' || first === '+') {
      signs++;
      negative = first === '-';
      rest = rest.slice(1);
    } else if (last === '-') {
      signs++;
      negative = true;
      rest = rest.slice(0, -1);
    } else if (last === '%') {
      if (percent) return null;
      percent = true;
      rest = rest.slice(0, -1);
    } else if (!/^\d.*\d$/.test(rest)) {
      const found = CURRENCY_BEFORE.exec(rest) ?? CURRENCY_AFTER.exec(rest);
      if (found) {
        if (currency !== null) return null;
        currency = currencyCode(found[0]);
        rest = found.index === 0 ? rest.slice(found[0].length) : rest.slice(0, found.index);
      } else {
        rest = rest.replace(UNIT_AFTER, '');
      }
    }
    rest = rest.trim();
    if (rest === before) return signs > 1 ? null : { rest, negative, percent, currency };
  }
}

/** `1.234,56` and `1,234,567` are sound; `1.23.4` and `1,234.56,7` are not. */
function separatorsAreSound(body: string): boolean {
  const point = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (point < 0 && comma < 0) return true;
  if (point >= 0 && comma >= 0) {
    return point > comma ? /^\d{1,3}(?:,\d{3})+\.\d*$/.test(body) : /^\d{1,3}(?:\.\d{3})+,\d*$/.test(body);
  }
  const marks = body.replace(/\d/g, '').length;
  return marks === 1 || /^\d{1,3}(?:[.,]\d{3})+$/.test(body);
}
