import path from 'node:path';
import { readCsv } from '../../support/csv';
import { describeWithShared } from '../../support/capabilities';
import { roubles } from '../../support/ledger';
import type { Sale } from '../../support/ledger';
import { segmented } from '../../support/segments';

/** One sale on the first of each month with an amount; null leaves the month empty. */
const monthly = (client: string, amounts: readonly (number | null)[]): Sale[] =>
  amounts.flatMap((amount, i) => {
    const month = `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
    return amount === null ? [] : [{ client, amount: roubles(amount), date: `${month}-01` }];
  });
const ALL = { settings: { period: 'all' } } as const;

describe('regularity of a client', () => {
  const six = monthly('Ровный', [100, 100, 100, 100, 100, 100]);

  it('counts empty months after its first purchase as zero: 100, 0, 200 vary by 0.816', () => {
    const { of } = segmented([...six, ...monthly('А', [null, null, null, 100, null, 200])], ALL);
    expect(of('А').regularity?.months).toBe(3);
    expect(of('А').regularity?.cv).toBeCloseTo(Math.sqrt(2 / 3), 12);
    expect(of('Ровный')).toMatchObject({ xyz: { class: 'X', cv: 0 }, regularity: { months: 6 } });
  });

  it('counts the months without purchases at the end as well', () => {
    const { of } = segmented([...six, ...monthly('А', [100, 100, 100])], ALL);
    expect(of('А').xyz).toEqual({ class: 'Y', cv: 1 });
  });

  it('is «нет данных» with fewer than six months or three purchases', () => {
    const sales = [
      ...six,
      ...monthly('Пять', [null, 1, 1, 1, 1, 1]),
      ...monthly('Две', [1, null, null, null, null, 1]),
    ];
    const { of } = segmented(sales, ALL);
    expect([of('Пять').xyz, of('Две').xyz]).toEqual([null, null]);
    expect(of('Две').regularity?.months).toBe(6);
  });

  it('is unknown without dates, and where returns eat the sales', () => {
    expect(segmented([{ client: 'А', amount: 5 }]).of('А').regularity).toBeNull();
    expect(segmented([...six, ...monthly('А', [5, -9])], ALL).of('А').regularity).toBeNull();
  });

  it('turns to Y above 0.5 and to Z above 1', () => {
    const { of } = segmented([...six, ...monthly('А', [100, 300, 100, 300, 100, 300])], ALL);
    expect(of('А').xyz).toEqual({ class: 'X', cv: 0.5 });
    const { of: strict } = segmented([...six, ...monthly('А', [100, 300, 100, 300, 100, 300])], {
      ...ALL,
      thresholds: { xyzX: 0.1, xyzY: 0.25 },
    });
    expect(strict('А').xyz?.class).toBe('Z');
  });
});

// Published examples: БГЕУВ, sales by groups of goods in a quarter of 2012; Гаджинский, «Логистика».
test.each([
  ['мясные и колбасные изделия', [485.9, 520.4, 549.6], 5.02, 'X'],
  ['бакалейные товары', [317, 347.2, 364.8], 5.75, 'X'],
  ['овощи и фрукты', [148, 211.7, 185.8], 14.38, 'Y'],
  ['молочные продукты', [67.6, 99.2, 131.4], 26.2, 'Z'],
  ['безалкогольные напитки', [66.7, 68.8, 98.6], 18.67, 'Y'],
  ['рыба', [31.7, 55.6, 30.3], 29.62, 'Z'],
  ['хлеб и хлебобулочные изделия', [7.3, 9.0, 8.3], 8.51, 'X'],
  ['Гаджинский, 1', [600, 620, 700, 680], 6.34, 'X'],
  ['Гаджинский, 2', [240, 180, 220, 160], 15.81, 'Y'],
  ['Гаджинский, 3', [500, 1400, 400, 700], 52.07, 'Z'],
])('agrees with what others published: %s', (name, values, percent, expected) => {
  const { of } = segmented(monthly(name, values), {
    ...ALL,
    thresholds: { xyzX: 0.1, xyzY: 0.25, xyzMonths: 3, xyzPurchases: 3 },
  });
  expect(of(name).xyz?.class).toBe(expected);
  expect(Math.abs((of(name).xyz?.cv ?? 0) * 100 - percent)).toBeLessThan(0.0051);
});

describe.each([
  'crm_maven_won',
  'northwind',
  'online_retail_gross',
  'online_retail_net',
  'ru_1c_elmet',
  'ru_crosstab_small',
])('independent results for %s', (set) => {
  describeWithShared('from revenue per month', path.join('oracles', set), (folder) => {
    it('have the same variation for every client', () => {
      const months = readCsv(path.join(folder, 'monthly.csv'));
      const sales = months.map((row): Sale => ({
        client: row['client'] ?? '',
        amount: Math.round(Number(row['revenue']) * 10_000),
        date: `${row['month']}-01`,
      }));
      const { analysis } = segmented(sales, ALL);
      const ours = new Map(
        analysis.clients.map(({ name }, position) => [name, analysis.segments.clients[position]?.regularity]),
      );
      const expected = readCsv(path.join(folder, 'clients.csv'));
      const wrong = expected.filter((row) => {
        const { cv, months: count } = ours.get(row['client'] ?? '') ?? { cv: null, months: null };
        const theirs = row['cv_pop_from_first'] ?? '';
        if (theirs === '' || Number(row['revenue']) <= 0) return cv !== null;
        return Math.abs((cv ?? NaN) - Number(theirs)) > 1e-9 || count !== Number(row['months_from_first']);
      });
      expect(
        wrong.map((row) => [row['client'], row['cv_pop_from_first'], ours.get(row['client'] ?? '')]),
      ).toEqual([]);
      expect(expected.length).toBeGreaterThan(10);
    });
  });
});
