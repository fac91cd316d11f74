import { roubles } from '../../support/ledger';
import type { Sale } from '../../support/ledger';
import { segmented } from '../../support/segments';

/** Transactions of the tests of lifetimes and pymc-marketing (Apache-2.0): client, day, amount. */
const TRANSACTIONS = [
  [1, '2015-01-01', 1],
  [1, '2015-02-06', 2],
  [2, '2015-01-01', 2],
  [3, '2015-01-01', 3],
  [3, '2015-01-02', 1],
  [3, '2015-01-05', 5],
  [4, '2015-01-16', 6],
  [4, '2015-02-02', 3],
  [4, '2015-02-05', 3],
  [4, '2015-02-05', 6],
  [5, '2015-01-16', 3],
  [5, '2015-01-17', 1],
  [5, '2015-01-18', 8],
  [6, '2015-02-02', 5],
] as const;
const published: Sale[] = TRANSACTIONS.map(([client, date, amount]) => ({
  client: String(client),
  date,
  amount: roubles(amount),
}));
const small = { settings: { period: 'all' }, thresholds: { rfmLeast: 1 } } as const;

describe('RFM', () => {
  const { analysis, of } = segmented(published, small);
  const scores = (name: string) => Object.values(of(name).rfm ?? {});

  it('rests on the purchase days, days since the last and mean amounts that others published', () => {
    const rows = analysis.clients.map(({ name, orders, last, averageOrder }) => [
      Number(name),
      orders,
      last,
      (averageOrder ?? 0) / 10_000,
    ]);
    const asOf = 42_042; // 2015-02-07
    expect(
      rows.map(([name, orders, last, mean]) => [name, orders, asOf - Number(last), mean]).sort(),
    ).toEqual([
      [1, 2, 1, 1.5],
      [2, 1, 37, 2],
      [3, 3, 33, 3],
      [4, 3, 2, 6],
      [5, 3, 20, 4],
      [6, 1, 5, 5],
    ]);
  });

  it('scores by terciles: how many of the six are strictly worse', () => {
    expect(scores('1')).toEqual([3, 2, 1]);
    expect(scores('2')).toEqual([1, 1, 1]);
    expect(scores('4')).toEqual([3, 2, 3]);
    expect(scores('6')).toEqual([2, 1, 2]);
  });

  it('gives equal values equal scores', () => {
    expect(['3', '4', '5'].map((name) => of(name).rfm?.frequency)).toEqual([2, 2, 2]);
  });

  it('is hidden under thirty clients and without dates', () => {
    expect(segmented(published, { settings: { period: 'all' } }).of('1').rfm).toBeNull();
    expect(segmented([{ client: 'А', amount: 5 }], { thresholds: { rfmLeast: 1 } }).of('А').rfm).toBeNull();
  });

  it('goes by quintiles from two hundred clients on', () => {
    const many = (count: number): Sale[] =>
      Array.from({ length: count }, (_, i) => ({
        client: `К${i}`,
        amount: roubles(i + 1),
        date: '2025-01-01',
      }));
    expect(segmented(many(199)).of('К198').rfm).toEqual({ recency: 1, frequency: 1, monetary: 3 });
    expect(segmented(many(200)).of('К199').rfm).toEqual({ recency: 1, frequency: 1, monetary: 5 });
    expect(segmented(many(200)).of('К0').rfm?.monetary).toBe(1);
  });
});
