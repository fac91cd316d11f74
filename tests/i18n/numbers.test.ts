import { serialOf } from '../../src/domain/shared/dates';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { units } from '../../src/domain/shared/money';
import {
  counted,
  countedInWords,
  formatDate,
  formatMoney,
  formatMoneyExact,
  formatMoneyShort,
  formatNumber,
  formatPercent,
  formatSpan,
  plural,
} from '../../src/i18n/numbers';

const CLIENTS = 'клиент|клиента|клиентов';
const money = (amount: number) => units(Math.round(amount * 10_000));
const day = (year: number, month: number, date: number) => serialOf(year, month, date) as ExcelSerial;
/** Makes no-break spaces visible. */
const shown = (text: string) => text.replace(/\u00a0/g, '~');

describe('plural forms', () => {
  test.each([
    [0, 'клиентов'],
    [1, 'клиент'],
    [2, 'клиента'],
    [4, 'клиента'],
    [5, 'клиентов'],
    [11, 'клиентов'],
    [14, 'клиентов'],
    [21, 'клиент'],
    [22, 'клиента'],
    [111, 'клиентов'],
    [1001, 'клиент'],
    [1.5, 'клиента'],
  ])('Russian: %d %s', (count, form) => expect(plural('ru', count, CLIENTS)).toBe(form));

  test.each([
    [0, 'clients'],
    [1, 'client'],
    [2, 'clients'],
    [21, 'clients'],
  ])('English: %d %s', (count, form) => expect(plural('en', count, 'client|clients')).toBe(form));

  test('a number stands with its noun and does not part from it', () => {
    expect(shown(counted('ru', 1234, CLIENTS))).toBe('1~234~клиента');
    expect(shown(counted('en', 1234, 'client|clients'))).toBe('1,234~clients');
  });

  test('small numbers are words, larger ones digits', () => {
    expect(countedInWords('ru', 4, CLIENTS)).toBe('четыре клиента');
    expect(countedInWords('en', 1, 'client|clients')).toBe('one client');
    expect(shown(countedInWords('ru', 11, CLIENTS))).toBe('11~клиентов');
    expect(shown(countedInWords('ru', 0, CLIENTS))).toBe('0~клиентов');
  });
});

describe('numbers in text', () => {
  test.each([
    [0, 0, '0', '0'],
    [999, 0, '999', '999'],
    [1_234_567.891, 2, '1~234~567,89', '1,234,567.89'],
    [-1234.5, 1, '−1~234,5', '−1,234.5'],
    [-0.001, 2, '0,00', '0.00'],
  ])('%d with %d decimals', (value, decimals, russian, english) => {
    expect(shown(formatNumber(value, 'ru', decimals))).toBe(russian);
    expect(formatNumber(value, 'en', decimals)).toBe(english);
  });

  test('money is whole from a thousand on', () => {
    expect(shown(formatMoney(money(1000.49), 'ru'))).toBe('1~000');
    expect(formatMoney(money(999.5), 'en')).toBe('999.50');
    expect(shown(formatMoney(money(-40), 'ru'))).toBe('−40,00');
    expect(formatMoneyExact(money(1_447_682.12), 'en')).toBe('1,447,682.12');
  });

  test('headline money is short', () => {
    expect(shown(formatMoneyShort(money(9_960_000), 'ru'))).toBe('9,96~млн');
    expect(shown(formatMoneyShort(money(12_000_000), 'en'))).toBe('12~million');
    expect(shown(formatMoneyShort(money(-1_204_000_000), 'ru'))).toBe('−1,2~млрд');
    expect(shown(formatMoneyShort(money(9960), 'ru'))).toBe('9~960');
  });

  test('percentages drop needless zeros', () => {
    expect(shown(formatPercent(0.42, 'ru'))).toBe('42~%');
    expect(formatPercent(0.1234, 'en')).toBe('12.3%');
    expect(shown(formatPercent(0.00351, 'ru', 2))).toBe('0,35~%');
  });

  test('dates cannot be misread', () => {
    expect(formatDate(day(2025, 3, 4), 'ru')).toBe('04.03.2025');
    expect(formatDate(day(2025, 3, 4), 'en')).toBe('4 Mar 2025');
    expect(formatSpan(day(2025, 1, 1), day(2025, 12, 31), 'ru')).toBe('01.01.2025 – 31.12.2025');
  });
});
