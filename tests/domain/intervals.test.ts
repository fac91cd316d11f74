import { daysOfClient, medianInterval, purchaseDaysOf } from '../../src/domain/intervals';
import type { Orders } from '../../src/domain/orders';
import { addMonths, isoDate } from '../../src/domain/shared/dates';
import { complete } from '../../src/domain/shared/steps';
import { day } from '../support/ledger';

const ordersOf = (orders: readonly (readonly [client: number, day: number])[]): Orders => ({
  count: orders.length,
  client: Int32Array.from(orders, ([client]) => client),
  day: Int32Array.from(orders, ([, day]) => day),
  total: Float64Array.from(orders, () => 1),
  document: null,
});

describe('purchase days', () => {
  it('are distinct and ascending, whatever the order of the orders', () => {
    const days = complete(
      purchaseDaysOf(
        ordersOf([
          [2, 40],
          [0, 10],
          [2, 1],
          [0, 10],
          [2, 8],
          [2, 10],
        ]),
        4,
      ),
    );
    const of = (client: number) => days && [...daysOfClient(days, client)];
    expect([0, 1, 2, 3].map(of)).toEqual([[10], [], [1, 8, 10, 40], []]);
  });

  it('are unknown without dates', () => {
    expect(complete(purchaseDaysOf({ ...ordersOf([[0, 1]]), day: null }, 1))).toBeNull();
  });
});

test.each([
  [[], null],
  [[5], null],
  [[5, 12], 7],
  [[1, 8, 10, 40], 7],
  [[1, 3, 9], 4],
])('the median interval of days %j is %j', (days, expected) => {
  expect(medianInterval(Int32Array.from(days))).toBe(expected);
});

test.each([
  ['2025-08-31', 6, '2026-02-28'],
  ['2024-02-29', -24, '2022-02-28'],
  ['2025-01-15', 0, '2025-01-15'],
  ['2025-12-15', 1.9, '2026-01-15'],
])('%s and %d months make %s, as with EDATE', (from, months, to) => {
  expect(isoDate(addMonths(day(from), months))).toBe(to);
});
