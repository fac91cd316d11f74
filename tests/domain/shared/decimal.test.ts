import fc from '../../support/fastCheck';
import {
  addDecimals,
  decimalFromNumber,
  decimalFromText,
  decimalToNumber,
  hundredth,
  moneyFromDecimal,
  multiplyDecimals,
  oneMinus,
} from '../../../src/domain/shared/decimal';
import type { Decimal } from '../../../src/domain/shared/decimal';
import { MONEY_LIMIT } from '../../../src/domain/shared/money';

const text = (spelled: string): Decimal => decimalFromText(spelled) ?? { coefficient: NaN, scale: 0 };
const number = (value: number): Decimal => decimalFromNumber(value) ?? { coefficient: NaN, scale: 0 };

describe('an exact decimal', () => {
  test.each([
    ['12', 12, 0],
    ['-1.50', -150, 2],
    ['.5', 5, 1],
    ['5.', 5, 0],
    ['1e3', 1000, 0],
    ['1.5E-3', 15, 4],
    ['-0', 0, 0],
    ['-0.00', 0, 2],
    ['9007199254740993', 9007199254740993n, 0],
  ])('reads the digits of %s', (spelled, coefficient, scale) => {
    expect(decimalFromText(spelled)).toEqual({ coefficient, scale });
  });

  test.each(['', '.', '-', '1,5', '1e', 'abc', '1e99999', '9'.repeat(500)])('does not read %j', (spelled) => {
    expect(decimalFromText(spelled)).toBeNull();
  });

  test('adds exactly, beyond what doubles hold', () => {
    expect(addDecimals(text('0.1'), text('0.25'))).toEqual({ coefficient: 35, scale: 2 });
    expect(addDecimals(text('-1.5'), text('1.5'))).toEqual({ coefficient: 0, scale: 1 });
    expect(addDecimals(text('9007199254740991'), text('0.01'))).toEqual({
      coefficient: 900719925474099101n,
      scale: 2,
    });
  });

  test('takes a double as its shortest text', () => {
    expect(decimalFromNumber(0.15)).toEqual({ coefficient: 15, scale: 2 });
    expect(decimalFromNumber(2.55)).toEqual({ coefficient: 255, scale: 2 });
    expect(decimalFromNumber(-0)).toEqual({ coefficient: 0, scale: 0 });
    expect(decimalFromNumber(0.1 + 0.2)).toEqual({ coefficient: 30000000000000004n, scale: 17 });
    expect(decimalFromNumber(Infinity)).toBeNull();
    expect(decimalFromNumber(NaN)).toBeNull();
  });

  test('gives every finite double back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(decimalToNumber(number(value)) + 0).toBe(value + 0);
      }),
    );
  });

  test('is rounded once, half away from zero', () => {
    expect(moneyFromDecimal(text('0.00005'))).toBe(1);
    expect(moneyFromDecimal(text('-0.00005'))).toBe(-1);
    expect(moneyFromDecimal(text('0.000049999'))).toBe(0);
    expect(moneyFromDecimal(text('1.00005'))).toBe(10_001);
    expect(moneyFromDecimal(text('-0.00001'))).toBe(0);
    expect(moneyFromDecimal(text('0.00004999999999999999999999'))).toBe(0);
  });

  test('is no money beyond the exact range', () => {
    expect(moneyFromDecimal(text('900719925474.0991'))).toBe(MONEY_LIMIT);
    expect(moneyFromDecimal(text('900719925474.0992'))).toBeNull();
    expect(moneyFromDecimal(text('1e308'))).toBeNull();
    expect(moneyFromDecimal(number(1e308))).toBeNull();
    expect(moneyFromDecimal(number(5e-324))).toBe(0);
  });

  test('multiplies quantity, price and what a discount leaves exactly', () => {
    const line = multiplyDecimals(multiplyDecimals(number(35), number(42.4)), oneMinus(number(0.15)));
    expect(moneyFromDecimal(line)).toBe(12_614_000);
    expect(oneMinus(hundredth(text('12.5')))).toEqual({ coefficient: 875, scale: 3 });
    expect(multiplyDecimals(text('123456789.123'), text('987654321.987'))).toEqual({
      coefficient: 123456789123n * 987654321987n,
      scale: 6,
    });
  });

  test('multiplies like rational numbers, whatever the size', () => {
    const decimals = fc.record({ coefficient: fc.maxSafeInteger(), scale: fc.nat(6) });
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const product = multiplyDecimals(a, b);
        expect(BigInt(product.coefficient)).toBe(BigInt(a.coefficient) * BigInt(b.coefficient));
        expect(product.scale).toBe(a.scale + b.scale);
      }),
    );
  });
});
