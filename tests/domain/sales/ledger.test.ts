import { clientKey } from '../../../src/domain/sales/clientKey';
import { readLedger } from '../../../src/domain/sales/ledger';
import type { ClientKey, Reading } from '../../../src/domain/sales/types';
import { serialFromIso } from '../../../src/domain/shared/dates';
import { gridOf } from '../../../src/domain/shared/grid';
import type { CellValue } from '../../../src/domain/shared/grid';
import { moneyToNumber } from '../../../src/domain/shared/money';
import { readingOf, settingsWith, sheet, skipsOf, sumsOf, tryReading, understood } from './support';

const amounts = ({ account }: Reading): readonly number[] =>
  [account.amountRead, account.amountUsed, account.amountSkipped].map(moneyToNumber);

describe('a plain list', () => {
  test('in Russian, under a cap, with totals, returns and a heading repeated', () => {
    const reading = readingOf(
      sheet(`
        Продажи за 2024 год
        | | |
        Контрагент | Дата | Документ | Сумма
        ООО «Ромашка» | 01.02.2024 | Р-1 | '1 000,50'
        Ромашка | 02.02.2024 | Р-2 | '-100,50'
        ИП Лютик | 03.02.2024 | Р-3 | '(50,00)'
        Итого за февраль | | | '850,00'
        Контрагент | Дата | Документ | Сумма
        Тотал ООО | 04.03.2024 | Р-4 | '200,00'
        Итого | | | '1 050,00'`),
    );
    expect(sumsOf(reading)).toEqual({ 'ООО «Ромашка»': 900, 'ИП Лютик': -50, 'Тотал ООО': 200 });
    expect(skipsOf(reading)).toEqual({ repeatedHeader: 1, total: 2 });
    expect(reading.account).toMatchObject({ rowsRead: 7, used: 4, merged: 0, returns: -1_505_000 });
    expect(amounts(reading)).toEqual([2950, 1050, 1900]);
    expect(reading.notes).toMatchObject({ amountSource: 'amount', textNumbers: 4, textDates: 4 });
    expect(reading.notes.mergedSpellings.map(({ spellings }) => spellings)).toEqual([
      ['ООО «Ромашка»', 'Ромашка'],
    ]);
  });

  test('in English, with numbers, serial dates and every dimension', () => {
    const reading = readingOf([
      [
        'Customer',
        'Order Date',
        'Invoice No',
        'Sales Rep',
        'Product',
        'Category',
        'Region',
        'Parent Company',
        'Qty',
        'Cost',
        'Revenue',
      ],
      ['Acme Ltd', 45292.5, 'A-1', 'Ann', 'Bolt', 'Iron', 'North', 'Acme Group', 3, 40, 100.25],
      ['Gamma', 45293, 'A-2', 'Bob', 'Nut', 'Iron', '', '#N/A', '', '', 50],
    ]);
    const { ledger } = reading;
    expect(ledger.clients.map(({ key, name }) => [key, name])).toEqual([
      [clientKey('Acme'), 'Acme Ltd'],
      [clientKey('Gamma'), 'Gamma'],
    ]);
    expect([...ledger.client]).toEqual([0, 1]);
    expect([...(ledger.date ?? [])]).toEqual([45292, 45293]);
    expect([...ledger.amount]).toEqual([1_002_500, 500_000]);
    expect([...ledger.sourceRow]).toEqual([2, 3]);
    expect(ledger.manager).toEqual({ codes: Int32Array.of(0, 1), names: ['Ann', 'Bob'] });
    expect(ledger.group).toEqual({ codes: Int32Array.of(0, 0), names: ['Iron'] });
    expect(ledger.region).toEqual({ codes: Int32Array.of(0, -1), names: ['North'] });
    expect(ledger.holding).toEqual({ codes: Int32Array.of(0, -1), names: ['Acme Group'] });
    expect(ledger.document?.names).toEqual(['A-1', 'A-2']);
    expect(ledger.product?.names).toEqual(['Bolt', 'Nut']);
    expect([...(ledger.quantity ?? [])]).toEqual([3, NaN]);
    expect([...(ledger.profit ?? [])]).toEqual([602_500, NaN]);
    expect([reading.firstDate, reading.lastDate]).toEqual([45292, 45293]);
  });

  test('remembers where on the sheet it stands', () => {
    const reading = readingOf(gridOf(sheet('Клиент | Сумма\nАльфа | 5\n | 7'), { firstRow: 11 }));
    expect([...reading.ledger.sourceRow]).toEqual([12]);
    expect(reading.account.skipped[0]?.examples).toMatchObject([{ row: 13, value: '' }]);
  });

  test('without a heading counts its first row', () => {
    expect(sumsOf(readingOf(sheet('ООО Альфа | 5.5\nООО Бета | 6.5\nООО Альфа | 1')))).toEqual({
      'ООО Альфа': 6.5,
      'ООО Бета': 6.5,
    });
  });
});

describe('rows that do not count', () => {
  const header = 'Клиент | Дата | Документ | Проведен | Валюта | Сумма';
  const good = Array.from({ length: 20 }, (_, at) => `Альфа | 01.02.2024 | Д-${at} | Да | руб. | 10`).join(
    '\n',
  );

  test.each([
    ['| | | | |', 'blank', 0],
    ['Клиент | Дата | Документ | Проведен | Валюта | Сумма', 'repeatedHeader', 0],
    ['Итого | | | | | 200', 'total', 200],
    [' | | | | | 200', 'total', 200],
    ['Весь филиал | | | | | 200', 'total', 200],
    ['Бета | 01.02.2024 | Д-1 | Нет | руб. | 7', 'notPosted', 7],
    [' | 01.02.2024 | Д-1 | Да | руб. | 7', 'noClient', 7],
    ['#Н/Д | 01.02.2024 | Д-1 | Да | руб. | 7', 'noClient', 7],
    ['NULL | 01.02.2024 | Д-1 | Да | руб. | 7', 'noClient', 7],
    ['Бета | 01.02.2024 | Д-1 | Да | руб. | ', 'noAmount', 0],
    ['Бета | 01.02.2024 | Д-1 | Да | руб. | —', 'noAmount', 0],
    ['Бета | 01.02.2024 | Д-1 | Да | руб. | #Н/Д', 'unreadableAmount', 0],
    ['Бета | 01.02.2024 | Д-1 | Да | руб. | много', 'unreadableAmount', 0],
    ['Бета | 01.02.2024 | Д-1 | Да | руб. | 12%', 'unreadableAmount', 0],
    ['Бета | 01.02.2024 | Д-1 | Да | USD | 7', 'foreignCurrency', 7],
    ['Бета | вчера | Д-1 | Да | руб. | 7', 'unreadableDate', 7],
    ['Бета | | Д-1 | Да | руб. | 7', 'unreadableDate', 7],
    ['Бета | #REF! | Д-1 | Да | руб. | 7', 'unreadableDate', 7],
    ['Бета | 01.04.2024 | Д-1 | Да | руб. | 7', 'afterAsOf', 7],
    // The first reason in the fixed order is the reason.
    ['Итого | 01.04.2024 | | Нет | USD | 7', 'total', 7],
    [' | вчера | Д-1 | Нет | USD | много', 'notPosted', 0],
    [' | вчера | Д-1 | Да | USD | много', 'noClient', 0],
    ['Бета | вчера | Д-1 | Да | USD | много', 'unreadableAmount', 0],
    ['Бета | вчера | Д-1 | Да | USD | 7', 'foreignCurrency', 7],
  ])('%s is %s', (row, reason, amount) => {
    const reading = readingOf(sheet(`${header}\n${good}\n${row}`), { asOf: serialFromIso('2024-03-31') });
    expect(skipsOf(reading)).toEqual({ [reason]: 1 });
    expect(amounts(reading)).toEqual([200 + amount, 200, amount]);
  });

  test('are shown by the cell that caused it', () => {
    const reading = readingOf(sheet(`${header}\n${good}\nБета | вчера | Д-1 | Да | руб. | 7`));
    expect(reading.account.skipped).toMatchObject([
      { reason: 'unreadableDate', rows: 1, amount: 70_000, examples: [{ row: 22, value: 'вчера' }] },
    ]);
  });

  test('are shown by twenty examples of bearable length', () => {
    const rows = Array.from({ length: 90 }, () => ['Бета', 'x'.repeat(500)]);
    const [group] = readingOf([['Клиент', 'Сумма'], ['Альфа', 5], ...rows], { mapping: { amount: 1 } })
      .account.skipped;
    expect(group?.rows).toBe(90);
    expect(group?.examples).toHaveLength(20);
    expect(group?.examples[0]?.value).toHaveLength(60);
  });

  test('absurd numbers are unreadable, booleans too', () => {
    const reading = readingOf([
      ['Клиент', 'Сумма'],
      ['А', 5],
      ['Б', 1e308],
      ['В', -1e13],
      ['Г', true],
      ['Д', -0],
    ]);
    expect(skipsOf(reading)).toEqual({ unreadableAmount: 3 });
    expect(sumsOf(reading)).toEqual({ А: 5, Д: 0 });
  });

  test('a blank mark means “not posted” only where marks alone are written', () => {
    const marked = sheet('Клиент | Проведен | Сумма\nА | + | 5\nБ | | 7');
    expect(skipsOf(readingOf(marked))).toEqual({ notPosted: 1 });
    const blank = sheet('Клиент | Проведен | Сумма\nА | | 5\nБ | | 7');
    expect(sumsOf(readingOf(blank, { mapping: { posted: 1 } }))).toEqual({ А: 5, Б: 7 });
    const answered = sheet('Клиент | Проведен | Сумма\nА | Да | 5\nБ | | 7\nВ | Нет | 9');
    expect(sumsOf(readingOf(answered))).toEqual({ А: 5, Б: 7 });
  });

  test('marked for deletion are left out, in any spelling', () => {
    const marks: readonly CellValue[] = ['Да', true, 1, '1', 'Истина', '+', 'Нет', false, 0, ''];
    const reading = readingOf([
      ['Клиент', 'ПометкаУдаления', 'Сумма'],
      ...marks.map((mark) => ['А', mark, 1]),
    ]);
    expect(skipsOf(reading)).toEqual({ notPosted: 6 });
  });
});

describe('totals', () => {
  test('of a list sorted by client, as Excel makes subtotals', () => {
    const reading = readingOf(
      sheet(`
        Клиент | Дата | Сумма
        Альфа | 01.02.2024 | 5
        Альфа | 02.02.2024 | 6
        Альфа Итог | | 11
        Бета | 01.02.2024 | 7
        Бета | 02.02.2024 | 8
        Бета Итог | | 15
        Общий итог | | 26`),
    );
    expect(sumsOf(reading)).toEqual({ Альфа: 11, Бета: 15 });
    expect(skipsOf(reading)).toEqual({ total: 3 });
  });

  test('without dates are proved by arithmetic', () => {
    const reading = readingOf(
      sheet('Customer | Sales\nTotal Energies | 5\nAcme | 6\nAcme | 7\nAcme Total | 13\nTotal | 18'),
    );
    expect(sumsOf(reading)).toEqual({ 'Total Energies': 5, Acme: 13 });
    expect(skipsOf(reading)).toEqual({ total: 2 });
  });

  test('never swallow a client that equals the others by chance', () => {
    expect(sumsOf(readingOf(sheet('Клиент | Сумма\nА | 100\nБ | 200\nВ | 300')))).toEqual({
      А: 100,
      Б: 200,
      В: 300,
    });
  });

  test('labelled in another column are found', () => {
    const reading = readingOf(
      sheet('Менеджер | Клиент | Сумма\nПетров | А | 5\nПетров | Б | 6\nИтого Петров | | 11'),
    );
    expect(skipsOf(reading)).toEqual({ total: 1 });
  });
});

describe('computed amounts', () => {
  test('are quantity × price × (1 − discount), exact and rounded once', () => {
    const reading = readingOf([
      ['Client', 'Qty', 'Unit Price', 'Discount'],
      ['A', 35, 42.4, 0.15],
      ['A', 3, 2.55, 0.05],
      ['A', -1, 0.3333, 0.3333],
      ['B', 12, 14, ''],
    ]);
    expect([...reading.ledger.amount]).toEqual([12_614_000, 72_675, -2_222, 1_680_000]);
    expect(reading.notes.amountSource).toBe('quantity×price×(1−discount)');
  });

  test.each([
    [[15, 0, 5]],
    [[0.15, 0, 0.05]],
    [['15%', '0%', '5%']],
    [['15', '0', '5,0']],
    [['0,15', '0', '0,05']],
    [['15 %', '', 0.05]],
  ])('read the discounts %j of a column alike', (discounts) => {
    const rows = discounts.map((discount) => ['А', 1, 100, discount]);
    const reading = readingOf([['Клиент', 'Количество', 'Цена', 'Скидка'], ...rows]);
    expect([...reading.ledger.amount]).toEqual([850_000, 1_000_000, 950_000]);
  });

  test('need both factors; a line with price 0 is used', () => {
    const reading = readingOf(
      sheet('Клиент | Количество | Цена\nА | 5 | 10\nА | 5 | \nА | | 10\nА | 5 | 0\nА | #Н/Д | 1'),
    );
    expect(reading.account.used).toBe(2);
    expect(skipsOf(reading)).toEqual({ noAmount: 2, unreadableAmount: 1 });
    expect(reading.notes.amountSource).toBe('quantity×price');
  });
});

describe('columns decide', () => {
  test('what 1.234 means, by any of their cells', () => {
    expect(sumsOf(readingOf(sheet("Клиент | Сумма\nА | '1.234'\nА | '5,5'")))).toEqual({ А: 1239.5 });
    expect(sumsOf(readingOf(sheet("Клиент | Сумма\nА | '1.234'\nА | '5.5'")))).toEqual({ А: 6.734 });
  });

  test('nothing alone where every cell reads both ways: then the answer counts', () => {
    const rows = sheet("Клиент | Сумма\nА | '1.234'");
    expect(sumsOf(readingOf(rows))).toEqual({ А: 1234 });
    expect(sumsOf(readingOf(rows, { settings: { decimalSeparator: '.' } }))).toEqual({ А: 1.234 });
  });

  test('the order of day and month beyond the rows that were sampled', () => {
    const rows: CellValue[][] = [['Клиент', 'Date', 'Сумма']];
    for (let row = 0; row < 300; row++) rows.push(['А', '01/02/2024', 1]);
    rows.push(['А', '25/12/2024', 1]);
    expect(understood(rows).doubts).toEqual([{ code: 'dateOrder', column: 1, default: 'mdy' }]);
    const reading = readingOf(rows);
    expect(reading.account.used).toBe(301);
    expect(reading.firstDate).toBe(serialFromIso('2024-02-01'));
  });

  test('the currency: a clear majority counts, the rest is foreign', () => {
    const rows = [['Клиент', 'Сумма'], ...Array.from({ length: 19 }, () => ['А', '5 ₽']), ['Б', '$7']];
    const reading = readingOf(rows);
    expect(skipsOf(reading)).toEqual({ foreignCurrency: 1 });
    expect(sumsOf(reading)).toEqual({ А: 95 });
  });

  test('spellings of one currency are one', () => {
    const reading = readingOf(
      sheet('Клиент | Валюта | Сумма\nА | руб. | 5\nА | RUB | 6\nА | ₽ | 7\nА | | 8'),
    );
    expect(sumsOf(reading)).toEqual({ А: 26 });
  });
});

describe('a ledger that cannot be read', () => {
  test('mixes currencies', () => {
    expect(tryReading(sheet('Клиент | Валюта | Сумма\nА | USD | 5\nА | EUR | 6\nА | USD | 7'))).toEqual({
      ok: false,
      error: { code: 'mixedCurrencies', sheet: 'Sheet1', currencies: ['USD', 'EUR'] },
    });
  });

  test('has sums beyond what can be added exactly', () => {
    expect(
      tryReading([
        ['Клиент', 'Сумма'],
        ['А', 5e11],
        ['Б', -5e11],
      ]),
    ).toEqual({
      ok: false,
      error: { code: 'amountsTooLarge', sheet: 'Sheet1' },
    });
  });

  test('has no row that counts, and says what is wrong first', () => {
    expect(
      tryReading(sheet('Клиент | Дата | Сумма\nИтого | | 5\nА | вчера | 5'), { mapping: { date: 1 } }),
    ).toEqual({
      ok: false,
      error: { code: 'noUsableRows', sheet: 'Sheet1', rowsRead: 2, firstProblem: 'unreadableDate' },
    });
    expect(tryReading([['Клиент', 'Сумма']])).toMatchObject({
      error: { code: 'noUsableRows', rowsRead: 0, firstProblem: null },
    });
  });
});

test('identities confirmed by a person hold', () => {
  const settings = { aliases: { 'ромашка юг': 'ромашка' as ClientKey } as Record<ClientKey, ClientKey> };
  expect(
    sumsOf(readingOf(sheet('Клиент | Сумма\nРомашка | 5\nРомашка | 1\nРомашка-Юг | 6'), { settings })),
  ).toEqual({
    Ромашка: 12,
  });
});

test('a long reading pauses at least every five thousand rows and says how far it is', () => {
  const rows: CellValue[][] = [['Клиент', 'Сумма']];
  for (let row = 0; row < 30_000; row++) rows.push([`Клиент ${row % 7_000}`, row]);
  const grid = gridOf(rows);
  const fractions = [...readLedger(grid, understood(rows), settingsWith(), null)];
  expect(fractions.length).toBeGreaterThanOrEqual(12);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(Math.min(...fractions)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
});
