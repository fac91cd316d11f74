import { SeparatorEvidence } from '../../../src/domain/sales/columnFormat';
import { decimalOf, readNumberText, separatorOf } from '../../../src/domain/sales/numbers';
import { decimalToNumber, moneyFromDecimal } from '../../../src/domain/shared/decimal';

function value(text: string, separator: ',' | '.' = ','): number | null {
  const number = readNumberText(text);
  const decimal = number && decimalOf(number, separator);
  return decimal && decimalToNumber(decimal);
}

describe('a number written as text', () => {
  test.each([
    ['1234', 1234],
    ['-1234', -1234],
    ['+5', 5],
    ['1 234,56 ₽', 1234.56],
    ['1,234.56', 1234.56],
    ['1.234,56', 1234.56],
    ['1,234,567', 1234567],
    ['1.234.567,8', 1234567.8],
    ['1\u00a0234,56', 1234.56],
    ['1\u202f234\u202f567', 1234567],
    ['2\u2009088.68', 2088.68],
    ["1'234.50", 1234.5],
    ['1’234’567', 1234567],
    ['−1 234,56', -1234.56],
    ['–5', -5],
    ['(1 234,56)', -1234.56],
    ['1234,56-', -1234.56],
    ['1234.50 руб.', 1234.5],
    ['1234,50руб', 1234.5],
    ['5 000 р.', 5000],
    ['$1,234.50', 1234.5],
    ['-$5.5', -5.5],
    ['$-5.5', -5.5],
    ['($1,234.50)', -1234.5],
    ['€ 99', 99],
    ['99 EUR', 99],
    ['USD 12.5', 12.5],
    ['12%', 12],
    ['12,5 %', 12.5],
    ['12 шт.', 12],
    ['0,500', 0.5],
    ['0.234', 0.234],
    ['1234,500', 1234.5],
    ['1 234.567', 1234.567],
    ['.5', 0.5],
    ['5.', 5],
    ['1.5E+3', 1500],
    ['000123', 123],
  ])('%j is %d', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test.each([
    '',
    '-',
    'abc',
    '12 34',
    '1 23',
    '1.23.4',
    '1,234.56,7',
    '12,34,567',
    '--5',
    '(-5)',
    '-5-',
    '5%%',
    '1 234 567,89 руб. за шт',
    '16.07.2018',
    '2024-01-05',
    '12:30',
    'ПК00-000385',
    '1,2 тыс.',
    '#N/A',
    '1e',
    '٣',
    '9'.repeat(10_000),
  ])('%j is none', (text) => {
    expect(readNumberText(text)).toBeNull();
  });

  test('names the currency beside it', () => {
    expect(readNumberText('1 234,56 руб.')?.currency).toBe('RUB');
    expect(readNumberText('$5')?.currency).toBe('USD');
    expect(readNumberText('5 €')?.currency).toBe('EUR');
    expect(readNumberText('5')?.currency).toBeNull();
    expect(readNumberText('$5 €')).toBeNull();
  });

  test('is exact to the digit where a double is not', () => {
    const number = readNumberText('90 071 992 547,4099');
    const decimal = number && decimalOf(number, ',');
    expect(decimal && moneyFromDecimal(decimal)).toBe(900_719_925_474_099);
  });

  test.each([
    ['1.234', 'open.'],
    ['1,234', 'open,'],
    ['12.345', 'open.'],
    ['0.234', '.'],
    ['1234.567', '.'],
    ['1.2345', '.'],
    ['1 234.567', '.'],
    ['1.234.567', ','],
    ['1,234,567', '.'],
    ['1234', null],
  ])('%s says %s about its column', (text, says) => {
    const number = readNumberText(text);
    expect(number && separatorOf(number)).toBe(says);
  });

  test('reads 1.234 as the column decides', () => {
    expect(value('1.234', ',')).toBe(1234);
    expect(value('1.234', '.')).toBe(1.234);
    expect(value('1,234', '.')).toBe(1234);
    expect(value('1,234', ',')).toBe(1.234);
  });
});

describe('a column of numbers', () => {
  function decide(texts: readonly string[], answer: ',' | '.' | null = null, isQuantity = false): unknown {
    const evidence = new SeparatorEvidence();
    for (const text of texts) {
      const number = readNumberText(text);
      if (number) evidence.see(number);
    }
    return evidence.decide(answer, isQuantity);
  }

  test('is decided by one cell that can be read in one way only', () => {
    expect(decide(['1.234', '5,5'])).toEqual({ value: ',', isOpen: false, by: 'evidence' });
    expect(decide(['1.234', '5.5'])).toEqual({ value: '.', isOpen: false, by: 'evidence' });
    expect(decide(['1,234', '1,234,567'], ',')).toEqual({ value: '.', isOpen: false, by: 'evidence' });
  });

  test('stays open where no cell decides: thousands are likelier, until a person answers', () => {
    expect(decide(['1.234', '5'])).toEqual({ value: ',', isOpen: true, by: 'default' });
    expect(decide(['1,234', '12,345'])).toEqual({ value: '.', isOpen: true, by: 'default' });
    expect(decide(['1,234'], ',')).toEqual({ value: ',', isOpen: true, by: 'answer' });
  });

  test('has three decimals in every quantity of 1C', () => {
    expect(decide(['1,000', '12,000'], null, true)).toEqual({ value: ',', isOpen: true, by: 'default' });
    expect(decide(['1,000', '12'], null, true)).toEqual({ value: '.', isOpen: true, by: 'default' });
  });
});
