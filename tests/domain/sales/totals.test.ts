import { isTotal, totalLabel } from '../../../src/domain/sales/totals';

describe('the label of a total', () => {
  test.each([
    ['Итого', 'certain'],
    ['ИТОГО:', 'certain'],
    ['Итого по складу', 'certain'],
    ['Всего', 'certain'],
    ['Общий итог', 'certain'],
    ['Подитог', 'certain'],
    ['Grand Total', 'certain'],
    ['Subtotal', 'certain'],
    ['Sub-total', 'certain'],
    ['Total', 'likely'],
    ['Итог', 'likely'],
    ['Total Energies', 'possible'],
    ['Ромашка Итог', 'possible'],
    ['Acme Corp Total', 'possible'],
    ['Тотал ООО', null],
    ['Тотал', null],
    ['Итогович', null],
    ['Summit Totally', null],
    ['', null],
    [5, null],
  ])('in %j is %s', (value, label) => {
    expect(totalLabel(value)).toBe(label);
  });
});

describe('a row', () => {
  const row = { label: null, hasClient: true, missing: 0, filled: 2, addsUp: false } as const;

  test('of a client is no total, even if it happens to equal the sum above', () => {
    expect(isTotal(row)).toBe(false);
    expect(isTotal({ ...row, addsUp: true })).toBe(false);
    expect(isTotal({ ...row, addsUp: true, filled: 0 })).toBe(false);
  });

  test('without a client, or without date and document, is a total if it adds up', () => {
    expect(isTotal({ ...row, addsUp: true, hasClient: false, filled: 0 })).toBe(true);
    expect(isTotal({ ...row, addsUp: true, missing: 2, filled: 0 })).toBe(true);
    expect(isTotal({ ...row, hasClient: false, filled: 0 })).toBe(false);
  });

  test('called “Total” with a date is a client, unless it adds up', () => {
    expect(isTotal({ ...row, label: 'likely' })).toBe(false);
    expect(isTotal({ ...row, label: 'likely', addsUp: true })).toBe(true);
    expect(isTotal({ ...row, label: 'likely', filled: 0 })).toBe(true);
  });

  test('called “Total Energies” needs a proof to be a total', () => {
    expect(isTotal({ ...row, label: 'possible', filled: 0 })).toBe(false);
    expect(isTotal({ ...row, label: 'possible', filled: 0, missing: 1 })).toBe(true);
    expect(isTotal({ ...row, label: 'possible', filled: 0, addsUp: true })).toBe(true);
    expect(isTotal({ ...row, label: 'possible', addsUp: true })).toBe(false);
  });
});
