import { understood } from './support';

const unitOf = (heading: string, cap = '') =>
  understood([
    [cap, '', ''],
    ['Клиент', 'Дата', heading],
    ['Ромашка', '01.02.2026', 1.5],
    ['Лютик', '02.02.2026', 2],
  ]).unit;

describe('amounts are in thousands or millions', () => {
  test.each([
    ['Выручка, тыс. руб.', 'thousands'],
    ['Сумма (тыс.)', 'thousands'],
    ["Revenue, '000", 'thousands'],
    ['Revenue, USD thousands', 'thousands'],
    ['Выручка, млн ₽', 'millions'],
    ['Revenue, $mn', 'millions'],
  ])('where the heading «%s» says so', (heading, unit) => {
    expect(unitOf(heading)).toBe(unit);
  });

  test.each([
    ['Единица измерения: тыс. руб.', 'thousands'],
    ['Продажи за 2026 год, в тысячах рублей', 'thousands'],
    ['(in thousands)', 'thousands'],
    ['Sales, in thousands', 'thousands'],
    ['RUB millions', 'millions'],
  ])('where the cap «%s» says so', (cap, unit) => {
    expect(unitOf('Сумма', cap)).toBe(unit);
  });

  test.each([
    ['Сумма', 'Магазин «Тысяча мелочей»'],
    ['Сумма', 'Отчёт: 000 «Ромашка», 1000 руб.'],
    ['Сумма, руб.', 'Отгружено, тыс. шт.'],
    ['Сумма', 'Клиентов тысячи, продажи растут'],
  ])('but not under «%s» below «%s»', (heading, cap) => {
    expect(unitOf(heading, cap)).toBeUndefined();
  });
});
