import { composed, composeHeadings } from '../../../../src/domain/sales/layouts/headings';
import { gridOf } from '../../../../src/domain/shared/grid';
import { readingOf, rolesOf, skipsOf, sheet, sumsOf, understood } from '../support';
import type { Rows } from '../support';

const headingsOf = (rows: Rows, row: number) => {
  const { parts, firstRow, firstDataRow } = composeHeadings(gridOf(rows), row);
  return { headers: parts.map(composed), firstRow, firstDataRow };
};

describe('a heading of several rows', () => {
  test('gives a merged text to all columns below it', () => {
    const rows: Rows = [
      ['Дата', 'Контрагент', 'Сумма', ''],
      ['', '', 'с НДС', 'без НДС'],
      ['01.03.2026', 'Ромашка', 12, 10],
    ];
    expect(headingsOf(rows, 0)).toEqual({
      headers: ['Дата', 'Контрагент', 'Сумма / с НДС', 'Сумма / без НДС'],
      firstRow: 0,
      firstDataRow: 2,
    });
    expect(sumsOf(readingOf(rows))).toEqual({ Ромашка: 10 });
  });

  test('begins above its best row', () => {
    const rows: Rows = [
      ['Документ', '', 'Покупатель', 'Продажи', ''],
      ['Дата', 'Номер', '', 'Кол.', 'Сумма'],
      ['', '', '', 'шт.', 'руб.'],
      ['01.03.2026', 'А-1', 'Ромашка', 1, 10.5],
    ];
    expect(headingsOf(rows, 1)).toMatchObject({ firstRow: 0, firstDataRow: 3 });
    expect(rolesOf(understood(rows))).toMatchObject({
      client: 'Покупатель',
      date: 'Документ / Дата',
      amount: 'Продажи / Сумма / руб.',
    });
  });

  test('does not take the report’s title or its filters in', () => {
    const rows: Rows = [
      ['Продажи за март', '', ''],
      ['Дата', 'Контрагент', 'Сумма'],
      ['01.03.2026', 'Ромашка', 10],
    ];
    expect(headingsOf(rows, 1)).toMatchObject({ headers: ['Дата', 'Контрагент', 'Сумма'], firstRow: 1 });
  });

  test('passes the numbers of columns over', () => {
    const rows = sheet('Дата | Контрагент | Сумма\n1 | 2 | 3\n01.03.2026 | Ромашка | 10');
    expect(headingsOf(rows, 0)).toMatchObject({ firstDataRow: 2 });
    expect(readingOf(rows).account).toMatchObject({ rowsRead: 1, used: 1 });
  });

  test('leaves out what exports call nameless columns', () => {
    const rows = sheet(
      'Столбец1 | Столбец2 | Столбец3\nДата | Контрагент | Сумма\n01.03.2026 | Ромашка | 10',
    );
    expect(headingsOf(rows, 1)).toMatchObject({ headers: ['Дата', 'Контрагент', 'Сумма'] });
  });

  test('is skipped row by row where a page repeats it', () => {
    const heading: Rows = [
      ['Дата', 'Контрагент', 'Продажи', ''],
      ['', '', 'Количество', 'Сумма'],
    ];
    const reading = readingOf([
      ...heading,
      ['01.03.2026', 'Ромашка', 1, 10],
      ...heading,
      ['02.03.2026', 'Лютик', 1, 5],
    ]);
    expect(sumsOf(reading)).toEqual({ Ромашка: 10, Лютик: 5 });
    expect(skipsOf(reading)).toEqual({ repeatedHeader: 2 });
  });

  test('ends where a client called like a heading word stands', () => {
    const rows: Rows = [
      ['Контрагент', 'Сумма'],
      ['Розничный покупатель', 10],
      ['Основной склад', 5],
    ];
    expect(readingOf(rows).account).toMatchObject({ used: 2 });
  });
});
