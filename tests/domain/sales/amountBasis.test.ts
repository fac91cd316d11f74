import { basisReason } from '../../../src/domain/sales/amountBasis';
import { mayBeAmount } from '../../../src/domain/sales/roleWords';
import type { CellValue } from '../../../src/domain/shared/grid';
import { rolesOf, tryReading, understood } from './support';

/** The headings of a sheet over two clients with money in every column. */
function amountAmong(...headings: readonly string[]): string | undefined {
  const row = (client: string, factor: number): CellValue[] => [
    client,
    ...headings.map((_, at) => (at + 1) * factor),
  ];
  return rolesOf(understood([['Клиент', ...headings], row('А', 120), row('Б', 240), row('А', 360)]))[
    'amount'
  ];
}

describe('the revenue is', () => {
  test.each([
    ['Сумма без НДС', ['Сумма с НДС', 'НДС', 'Сумма без НДС']],
    ['Сумма без НДС', ['Выручка с НДС', 'Сумма без НДС', 'Ставка НДС']],
    ['Сумма с НДС', ['Ставка НДС', 'Сумма НДС', 'Сумма с НДС']],
    ['Total excl. VAT', ['Total inc. VAT', 'Total excl. VAT', 'VAT amount']],
    ['Сумма со скидкой', ['Сумма без скидки', 'Сумма скидки', 'Сумма со скидкой']],
    ['Сумма с учетом скидки, руб.', ['Сумма скидки с НДС', 'Сумма с учетом скидки, руб.']],
    ['Total after discount', ['Total before discount', 'Discount amount', 'Total after discount']],
    ['Факт', ['План', 'Факт', 'Отклонение']],
    ['Продажи факт', ['Продажи план', 'Продажи факт']],
    ['Выручка', ['Себестоимость', 'Валовая прибыль', 'Выручка']],
    ['Сумма', ['Сумма бонусов', 'Сумма доставки', 'Сумма']],
  ])('«%s» among %j', (expected, headings) => {
    expect(amountAmong(...headings)).toBe(expected);
  });
});

test.each([
  'Сумма НДС',
  'в т.ч. НДС',
  'VAT',
  'Sales tax',
  'Сумма скидки',
  'Discount amount',
  'План продаж',
  'Себестоимость',
  'Прибыль',
])('«%s» is never the revenue, even alone', (heading) => {
  expect(mayBeAmount(heading)).toBe(false);
  const reading = tryReading([
    ['Клиент', heading],
    ['А', 120],
    ['Б', 240],
  ]);
  expect(reading).toMatchObject({ ok: false, error: { code: 'noAmountColumn' } });
});

test('a price after the discount is not discounted again', () => {
  const rows = [
    ['Клиент', 'Количество', 'Цена без скидки', 'Скидка, %', 'Цена со скидкой'],
    ['А', 2, 10, 10, 9],
    ['Б', 1, 20, 50, 10],
  ];
  const roles = rolesOf(understood(rows));
  expect(roles['price']).toBe('Цена со скидкой');
  expect(roles['discount']).toBeUndefined();
});

test.each([
  ['Сумма без НДС', 'withoutTax'],
  ['Итого со скидкой', 'afterDiscount'],
  ['Сумма с НДС', null],
  ['Выручка', null],
])('the reason for «%s» is %s', (heading, reason) => {
  expect(basisReason(heading)).toBe(reason);
});
