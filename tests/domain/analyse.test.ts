import fc from '../support/fastCheck';
import { analyse } from '../../src/domain/analyse';
import type { Analysis, ClientRow } from '../../src/domain/analysis';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import { isoDate } from '../../src/domain/shared/dates';
import { complete } from '../../src/domain/shared/steps';
import { day, readingOf } from '../support/ledger';
import type { Sale } from '../support/ledger';

const ALL: Settings = { ...DEFAULT_SETTINGS, period: 'all' };

const analysed = (sales: readonly Sale[], settings = DEFAULT_SETTINGS, asOf: string | null = null) =>
  complete(analyse(readingOf(sales), settings, asOf === null ? null : day(asOf)));

function rowOf(rows: readonly ClientRow[], name: string): ClientRow {
  const row = rows.find((each) => each.name === name);
  if (!row) throw new Error(`No row for ${name}`);
  return row;
}

const clientOf = (sales: readonly Sale[], settings = ALL, asOf: string | null = null, name = 'Client') =>
  rowOf(analysed(sales, settings, asOf).clients, name);

describe('revenue', () => {
  const sales: readonly Sale[] = [
    { client: 'Old', date: '2024-11-01', amount: 500 },
    { client: 'Steady', date: '2025-10-31', amount: 70 },
    { client: 'Steady', date: '2025-11-01', amount: 100 },
    { client: 'Steady', date: '2026-03-05', amount: -30 },
    { client: 'New', date: '2026-10-31', amount: 40 },
    { client: 'Latest', date: '2026-11-10', amount: 900 },
  ];

  it('is netted in the last 12 full months and in the 12 before', () => {
    const { clients, period } = analysed(sales);
    expect(period && isoDate(period.from)).toBe('2025-11-01');
    expect(clients.map(({ name, revenue, previous }) => [name, revenue, previous])).toEqual([
      ['Steady', 70, 70],
      ['New', 40, 0],
      ['Latest', 0, 0],
      ['Old', 0, 500],
    ]);
  });

  it('of a client known but without sales in the period is nothing: class D', () => {
    expect(rowOf(analysed(sales).clients, 'Old')).toMatchObject({ volumeClass: 'D', share: null, orders: 0 });
  });

  it('has no previous where the file does not reach back', () => {
    expect(analysed(sales.slice(1)).clients.map((row) => row.previous)).toEqual([null, null, null]);
  });

  it('after the as-of date counts nowhere', () => {
    const { clients, asOf } = analysed(sales, ALL, '2026-03-31');
    expect(asOf).toBe(day('2026-03-31'));
    expect(clients.map(({ name, revenue }) => [name, revenue])).toEqual([
      ['Old', 500],
      ['Steady', 140],
      ['Latest', 0],
      ['New', 0],
    ]);
    expect(rowOf(clients, 'Latest')).toMatchObject({ first: null, last: null, daysSince: null });
  });
});

describe('orders', () => {
  it('are the documents of a client, however many lines and days they have', () => {
    const sales = [
      { client: 'Client', date: '2026-01-10', document: '1', amount: 100 },
      { client: 'Client', date: '2026-01-12', document: '1', amount: 50 },
      { client: 'Client', date: '2026-01-10', document: '2', amount: 30 },
      { client: 'Other', date: '2026-01-10', document: '1', amount: 7 },
    ];
    expect(clientOf(sales)).toMatchObject({ orders: 2, averageOrder: 90 });
    expect(clientOf(sales, ALL, null, 'Other')).toMatchObject({ orders: 1, averageOrder: 7 });
  });

  it('with the same number in different years are different orders', () => {
    const sales = ['2024-05-06', '2025-05-06', '2026-05-06'].map((date) => ({
      client: 'Client',
      date,
      document: 'ПК00-000001',
      amount: 10,
    }));
    expect(clientOf(sales)).toMatchObject({ orders: 3, averageOrder: 10 });
  });

  it('are the days where there is no document', () => {
    const sales = [
      { client: 'Client', date: '2026-01-10', amount: 100 },
      { client: 'Client', date: '2026-01-10', amount: 50 },
      { client: 'Client', date: '2026-01-11', amount: 30 },
    ];
    expect(clientOf(sales)).toMatchObject({ orders: 2, averageOrder: 90 });
  });

  it('are the days for lines whose document is blank', () => {
    const sales = [
      { client: 'Client', date: '2026-01-10', document: '1', amount: 100 },
      { client: 'Client', date: '2026-01-10', amount: 50 },
      { client: 'Client', date: '2026-01-10', amount: 5 },
      { client: 'Client', date: '2026-01-11', amount: 30 },
    ];
    expect(clientOf(sales).orders).toBe(3);
  });

  it('do not include returns, nor days that net to nothing', () => {
    const sales = [
      { client: 'Client', date: '2026-01-10', document: '1', amount: 100 },
      { client: 'Client', date: '2026-02-01', document: 'R', amount: -40 },
      { client: 'Client', date: '2026-03-01', document: '3', amount: 20 },
      { client: 'Client', date: '2026-03-01', document: '3', amount: -20 },
    ];
    expect(clientOf(sales)).toMatchObject({
      revenue: 60,
      orders: 1,
      averageOrder: 100,
      last: day('2026-01-10'),
      daysSince: 50,
    });
  });

  it('average to the nearest unit of money', () => {
    const sales = [2, 2, 1].map((amount, i) => ({ client: 'Client', date: `2026-01-0${i + 1}`, amount }));
    expect(clientOf(sales).averageOrder).toBe(2);
  });

  it('are unknown without documents and dates', () => {
    expect(clientOf([{ client: 'Client', amount: 5 }])).toMatchObject({
      orders: null,
      averageOrder: null,
      first: null,
    });
  });

  it('are known from documents alone, with no days', () => {
    const sales = [
      { client: 'Client', document: '1', amount: 5 },
      { client: 'Client', document: '2', amount: 5 },
    ];
    expect(clientOf(sales)).toMatchObject({ orders: 2, first: null, last: null, daysSince: null });
  });
});

describe('first and last purchase', () => {
  const sales = [
    { client: 'Client', date: '2023-02-03', amount: 5 },
    { client: 'Client', date: '2026-09-01', amount: 5 },
    { client: 'Other', date: '2026-10-31', amount: 5 },
  ];

  it('are of the whole file, not of the period', () => {
    expect(clientOf(sales, DEFAULT_SETTINGS)).toMatchObject({
      revenue: 5,
      first: day('2023-02-03'),
      last: day('2026-09-01'),
      daysSince: 60,
    });
  });

  it('are counted from the as-of date', () => {
    expect(clientOf(sales, ALL, '2026-11-30').daysSince).toBe(90);
  });
});

describe('the manager', () => {
  const lines = (managers: readonly (readonly [string | undefined, number, string])[]) =>
    managers.map(([manager, amount, date]) => ({
      client: 'Client',
      amount,
      date,
      ...(manager && { manager }),
    }));

  it('is the one with the largest net revenue in the period', () => {
    const sales = lines([
      ['Former', 900, '2024-01-10'],
      ['Often', 10, '2026-01-10'],
      ['Often', 10, '2026-02-10'],
      ['Large', 50, '2026-03-10'],
      ['Large', -20, '2026-04-10'],
      [undefined, 99, '2026-10-31'],
    ]);
    expect(clientOf(sales, DEFAULT_SETTINGS).manager).toBe('Large');
  });

  it('is the first by name among equals, and null where nobody is named', () => {
    const sales = lines([
      ['Б', 10, '2026-01-10'],
      ['А', 10, '2026-01-10'],
    ]);
    expect(clientOf(sales).manager).toBe('А');
    expect(clientOf([{ client: 'Client', amount: 1, date: '2026-01-10' }]).manager).toBeNull();
  });
});

describe('a source without dates', () => {
  it('is one period, with classes and shares', () => {
    const { period, asOf, clients } = analysed([
      { client: 'A', amount: 90 },
      { client: 'B', amount: 10 },
    ]);
    expect([period, asOf]).toEqual([null, null]);
    expect(clients).toMatchObject([
      { name: 'A', volumeClass: 'A', share: 0.9, previous: null },
      { name: 'B', volumeClass: 'B', share: 0.1, previous: null },
    ]);
  });
});

describe('no money to share', () => {
  it('in no rows gives no clients and no concentration', () => {
    expect(analysed([])).toMatchObject({ asOf: null, period: null, clients: [], concentration: null });
  });

  it('where returns exceed sales makes the client D', () => {
    const { clients, concentration } = analysed(
      [
        { client: 'Returner', date: '2026-01-10', amount: 10 },
        { client: 'Returner', date: '2026-01-11', amount: -15 },
      ],
      ALL,
    );
    expect(clients).toMatchObject([{ volumeClass: 'D', revenue: -5, orders: 1, share: null }]);
    expect(concentration).toBeNull();
  });
});

/** Clients stand in the ledger in the order of their first rows: all else is the same whatever that order. */
const withoutIndices = (analysis: Analysis) => ({
  ...analysis,
  clients: analysis.clients.map((client) => ({ ...client, index: 0 })),
});

describe('laws of every ledger', () => {
  const sale = fc.record({
    client: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    amount: fc.integer({ min: -1_000, max: 10_000 }),
    date: fc
      .integer({ min: 0, max: 1000 })
      .map((offset) => isoDate((45_000 + offset) as ReturnType<typeof day>)),
    document: fc.constantFrom('1', '2', '3', '4'),
    manager: fc.constantFrom('x', 'y', 'z'),
  });
  const sales = fc.array(sale, { minLength: 1, maxLength: 80 });

  it('the order of rows does not matter', () => {
    fc.assert(
      fc.property(sales, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (rows, keys) => {
        const shuffled = rows
          .map((row) => ({ row, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        expect(withoutIndices(analysed(shuffled))).toEqual(withoutIndices(analysed(rows)));
      }),
    );
  });

  it('all money of the period is in the net, to the last unit', () => {
    fc.assert(
      fc.property(sales, (rows) => {
        const { clients, concentration } = analysed(rows, ALL);
        const total = rows.reduce((sum, row) => sum + row.amount, 0);
        expect(clients.reduce((sum, row) => sum + row.revenue, 0)).toBe(total);
        if (concentration) expect(concentration.net).toBe(total);
      }),
    );
  });

  it('each client of the ledger has exactly one row', () => {
    fc.assert(
      fc.property(sales, (rows) => {
        const names = analysed(rows).clients.map((row) => row.name);
        expect(names.sort()).toEqual([...new Set(rows.map((row) => row.client))].sort());
      }),
    );
  });
});

test('a long ledger breathes: it yields rising fractions, at least every 16,384 rows', () => {
  const rows = Array.from({ length: 100_000 }, (_, i) => ({
    client: `c${i % 500}`,
    amount: i,
    date: '2026-01-10',
  }));
  const steps = analyse(readingOf(rows), ALL, null);
  const fractions: number[] = [];
  for (let step = steps.next(); !step.done; step = steps.next()) fractions.push(step.value);
  expect(fractions.length).toBeGreaterThan((5 * rows.length) / 16_384);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(fractions.at(-1)).toBeLessThanOrEqual(1);
});
