import { MONEY_LIMIT, units } from './money';
import type { Money } from './money';

/**
 * An exact decimal number: `coefficient / 10^scale`, 2.55 is `{ coefficient: 255, scale: 2 }`.
 * The coefficient is a safe integer, or a bigint where it does not fit.
 */
export interface Decimal {
  readonly coefficient: number | bigint;
  /** Decimal places, ≥ 0. */
  readonly scale: number;
}

/** More digits than this (or a larger exponent) is no number of business; also bounds the work on hostile text. */
const MOST_DIGITS = 400;
/** Doubles with up to 15 significant digits are told apart by their decimal text. */
const EXACT_DIGITS_LIMIT = 1e15;
/** Decimals tried before the text of a double is taken. */
const QUICK_SCALE = 4;
/** Decimal places of `Money`. */
const MONEY_DECIMALS = 4;
const PLAIN = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i;

/** The decimal that plain text with a point spells: `'-1.50'` is −150/100, `'1e3'` is 1000. Null if it spells none. */
export function decimalFromText(text: string): Decimal | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
  const digits = whole + fraction;
  const exponent = Number(exponentText);
  if (digits === '' || digits.length > MOST_DIGITS || Math.abs(exponent) > MOST_DIGITS) return null;
  const scale = fraction.length - exponent;
  const all = scale < 0 ? digits + '0'.repeat(-scale) : digits;
  const quick = Number(all);
  const magnitude = Number.isSafeInteger(quick) ? quick : BigInt(all);
  return {
    coefficient: sign === '' || quick === 0 ? magnitude : -magnitude,
    scale: Math.max(scale, 0),
  };
}

/**
 * A double taken as the shortest decimal text that stands for it: 0.15 is 15/100, not
 * 0.1499999999999999944. Null if not finite.
 */
export function decimalFromNumber(value: number): Decimal | null {
  let power = 1;
  for (let scale = 0; scale <= QUICK_SCALE; scale++) {
    const scaled = Math.round(value * power);
    if (Math.abs(scaled) < EXACT_DIGITS_LIMIT && scaled / power === value)
      return { coefficient: scaled + 0, scale };
    power *= 10;
  }
  return Number.isFinite(value) ? decimalFromText(String(value)) : null;
}

/** The exact product. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = a.scale + b.scale;
  if (typeof a.coefficient === 'number' && typeof b.coefficient === 'number') {
    const product = a.coefficient * b.coefficient;
    if (Number.isSafeInteger(product)) return { coefficient: product + 0, scale };
  }
  return { coefficient: BigInt(a.coefficient) * BigInt(b.coefficient), scale };
}

/** The exact sum. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [atScale(a, scale), atScale(b, scale)];
  if (typeof left === 'number' && typeof right === 'number') {
    const sum = left + right;
    if (Number.isSafeInteger(sum)) return { coefficient: sum, scale };
  }
  return { coefficient: BigInt(left) + BigInt(right), scale };
}

/** Exactly 1 − x: the part left after a discount. */
export function oneMinus(x: Decimal): Decimal {
  const one = 10 ** x.scale;
  if (
    typeof x.coefficient === 'number' &&
    Number.isSafeInteger(one) &&
    Number.isSafeInteger(one - x.coefficient)
  ) {
    return { coefficient: one - x.coefficient, scale: x.scale };
  }
  return { coefficient: 10n ** BigInt(x.scale) - BigInt(x.coefficient), scale: x.scale };
}

/** The decimal divided by a hundred: 15 as a percentage is 0.15. */
export function hundredth(x: Decimal): Decimal {
  return { coefficient: x.coefficient, scale: x.scale + 2 };
}

/** The decimal as money, rounded once to 1/10,000, half away from zero. Null outside the exact range of `Money`. */
export function moneyFromDecimal({ coefficient, scale }: Decimal): Money | null {
  const excess = scale - MONEY_DECIMALS;
  if (typeof coefficient === 'number') {
    const power = 10 ** Math.abs(excess);
    if (Number.isSafeInteger(power)) {
      const amount = excess > 0 ? roundedQuotient(coefficient, power) : coefficient * power;
      return Math.abs(amount) <= MONEY_LIMIT ? units(amount + 0) : null;
    }
  }
  const power = 10n ** BigInt(Math.abs(excess));
  const exact = BigInt(coefficient);
  const amount = Number(excess > 0 ? roundedBigQuotient(exact, power) : exact * power);
  return Math.abs(amount) <= MONEY_LIMIT ? units(amount) : null;
}

/** The nearest double, for quantities and comparisons. */
export function decimalToNumber({ coefficient, scale }: Decimal): number {
  return typeof coefficient === 'number' && scale <= QUICK_SCALE
    ? coefficient / 10 ** scale
    : Number(`${coefficient}e-${scale}`);
}

/** The coefficient of a decimal written with more places. */
function atScale({ coefficient, scale }: Decimal, places: number): number | bigint {
  const power = 10 ** (places - scale);
  if (typeof coefficient === 'number' && Number.isSafeInteger(coefficient * power))
    return coefficient * power;
  return BigInt(coefficient) * 10n ** BigInt(places - scale);
}

function roundedQuotient(value: number, divisor: number): number {
  const rest = Math.abs(value) % divisor;
  const quotient = (Math.abs(value) - rest) / divisor + (rest * 2 >= divisor ? 1 : 0);
  return value < 0 ? -quotient : quotient;
}

function roundedBigQuotient(value: bigint, divisor: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  const quotient = magnitude / divisor + ((magnitude % divisor) * 2n >= divisor ? 1n : 0n);
  return value < 0n ? -quotient : quotient;
}
