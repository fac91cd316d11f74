import fc from '../../support/fastCheck';
import { slicesOf } from '../../../src/domain/dependency/slices';
import { complete } from '../../../src/domain/shared/steps';
import { readingOf, roubles } from '../../support/ledger';
import { analysed, sale } from './support';

const LEAST = Date.UTC(2021, 0, 1);
const DAY = 86_400_000;
const line = fc.record({
  client: fc.constantFrom('А', 'Б', 'В', 'Г', 'Д'),
  amount: fc.integer({ min: -50, max: 200 }),
  date: fc
    .integer({ min: 0, max: 2000 })
    .map((days) => new Date(LEAST + days * DAY).toISOString().slice(0, 10)),
  manager: fc.option(fc.constantFrom('Иванова', 'Петров'), { nil: undefined }),
});
const lines = fc
  .array(line, { minLength: 1, maxLength: 40 })
  .map((all) =>
    all.map(({ client, amount, date, manager }) =>
      sale(client, amount, manager === undefined ? { date } : { date, manager }),
    ),
  );

describe('quarters', () => {
  it('each have their own base, leader, shares and index', () => {
    const { quarters } = analysed([
      sale('А', 60, { date: '2025-01-01' }),
      sale('Б', 40, { date: '2025-03-31' }),
      sale('Б', 30, { date: '2025-04-01' }),
      sale('В', 10, { date: '2025-05-01' }),
      sale('А', -10, { date: '2025-06-30' }),
    ]).dependency;
    expect(quarters).toEqual([
      {
        year: 2025,
        quarter: 1,
        isWhole: true,
        base: roubles(100),
        top1: 0.6,
        cr3: 1,
        hhi: expect.closeTo(5200, 9) as number,
        leader: 'А',
      },
      {
        year: 2025,
        quarter: 2,
        isWhole: true,
        base: roubles(40),
        top1: 0.75,
        cr3: 1,
        hhi: expect.closeTo(6250, 9) as number,
        leader: 'Б',
      },
    ]);
  });

  it('cut short by the file are told', () => {
    const { quarters } = analysed([
      sale('А', 1, { date: '2024-11-20' }),
      sale('А', 1, { date: '2025-02-20' }),
      sale('А', 1, { date: '2025-05-20' }),
    ]).dependency;
    expect(quarters.map(({ isWhole }) => isWhole)).toEqual([false, true, false]);
  });

  it('reach back three years at most, and skip those nobody bought in', () => {
    const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) =>
      sale('А', 5, { date: `${year}-02-01` }),
    );
    const { quarters } = analysed([...years, sale('А', 5, { date: '2025-11-01' })]).dependency;
    expect(quarters.map(({ year, quarter }) => `${year}/${quarter}`)).toEqual([
      '2023/1',
      '2024/1',
      '2025/1',
      '2025/4',
    ]);
  });

  it('are none without dates', () => {
    expect(analysed([sale('А', 1)]).dependency.quarters).toEqual([]);
  });

  it('hold together as much as the clients bought in them, each quarter netted by client', () => {
    fc.assert(
      fc.property(lines, (sales) => {
        const { quarters } = analysed(sales).dependency;
        const nets = new Map<string, number>();
        const last = sales.map(({ date = '' }) => quarterOf(date)).reduce((a, b) => Math.max(a, b));
        for (const { client, amount, date = '' } of sales) {
          if (quarterOf(date) <= last - 12) continue;
          const key = `${quarterOf(date)}/${client}`;
          nets.set(key, (nets.get(key) ?? 0) + amount);
        }
        const expected = [...nets.values()].reduce((total, net) => total + Math.max(net, 0), 0);
        expect(quarters.reduce((total, { base }) => total + base, 0)).toBe(expected);
        for (const { top1, cr3, hhi, base } of quarters) {
          expect(base).toBeGreaterThan(0);
          expect(cr3).toBeGreaterThanOrEqual(top1);
          expect(cr3).toBeLessThanOrEqual(1 + 1e-12);
          expect(hhi).toBeGreaterThanOrEqual(10_000 * top1 * top1 - 1e-6);
          expect(hhi).toBeLessThanOrEqual(10_000 * top1 + 1e-6);
        }
      }),
    );
  });

  const quarterOf = (iso: string) =>
    Number(iso.slice(0, 4)) * 4 + Math.floor((Number(iso.slice(5, 7)) - 1) / 3);
});

describe('managers', () => {
  const { byManager } = analysed([
    sale('А', 50, { manager: 'Петров' }),
    sale('Б', 10, { manager: 'Петров' }),
    sale('Б', 30, { manager: 'Иванова' }),
    sale('В', 10),
  ]).dependency;

  it('each show what leaves with them, and on whom they depend', () => {
    expect(
      byManager.map(({ name, revenue, share, clients, top1, leader }) => ({
        name,
        revenue,
        share,
        clients,
        top1,
        leader,
      })),
    ).toEqual([
      { name: 'Петров', revenue: roubles(60), share: 0.6, clients: 2, top1: 50 / 60, leader: 'А' },
      { name: 'Иванова', revenue: roubles(30), share: 0.3, clients: 1, top1: 1, leader: 'Б' },
      { name: '', revenue: roubles(10), share: 0.1, clients: 1, top1: 1, leader: 'В' },
    ]);
  });

  it('together with the rows that name none bring the net sales; their shares are one whole', () => {
    fc.assert(
      fc.property(lines, (sales) => {
        const { clients, dependency } = analysed(sales);
        if (dependency.byManager.length === 0) return;
        const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        expect(total(dependency.byManager.map(({ revenue }) => revenue))).toBe(
          total(clients.map(({ revenue }) => revenue)),
        );
        const shares = total(dependency.byManager.map(({ share }) => share));
        if (dependency.byManager.some(({ revenue }) => revenue > 0)) expect(shares).toBeCloseTo(1, 12);
        else expect(shares).toBe(0);
      }),
    );
  });
});

describe('product groups', () => {
  it('are the groups of the source, else its goods where they are few', () => {
    const grouped = analysed([sale('А', 2, { group: 'Краски', product: 'Белая' })]).dependency.byGroup;
    expect(grouped.map(({ name }) => name)).toEqual(['Краски']);
    const goods = analysed([sale('А', 2, { product: 'Белая' })]).dependency.byGroup;
    expect(goods.map(({ name }) => name)).toEqual(['Белая']);
  });

  it('are none where the goods are hundreds of items', () => {
    const items = Array.from({ length: 201 }, (_, i) => sale('А', 1, { product: `Товар ${i}` }));
    expect(analysed(items).dependency.byGroup).toEqual([]);
    expect(analysed(items.slice(1)).dependency.byGroup).toHaveLength(200);
  });
});

test('of equal clients the leader is the first by name, and three at most make CR3', () => {
  const { ledger } = readingOf(['Г', 'Б', 'А', 'В'].map((client) => sale(client, 5)));
  const [slice] = complete(slicesOf(ledger, Int32Array.of(0, 1, 2, 3), new Int32Array(4)));
  expect(ledger.clients[slice?.leader ?? -1]?.name).toBe('А');
  expect(slice).toMatchObject({ top1: 0.25, cr3: 0.75, hhi: 2500, clients: 4 });
});
