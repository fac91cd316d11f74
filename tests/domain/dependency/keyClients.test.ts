import { managersNeeded } from '../../../src/domain/dependency/keyClients';
import { massLimit } from '../../../src/domain/dependency/massLimit';
import { units } from '../../../src/domain/shared/money';
import { roubles } from '../../support/ledger';
import { salesOf, WORKED_EXAMPLE } from '../../support/reportContext';
import { analysed, sale } from './support';

describe('key clients', () => {
  it('are those with a tenth of revenue, the limit included', () => {
    const { dependency } = analysed([sale('А', 85), sale('Б', 10), sale('В', 5)]);
    expect(dependency.keyClients).toEqual([
      { client: 0, reasons: ['share'] },
      { client: 1, reasons: ['share'] },
    ]);
  });

  it('and those marked by hand, whatever they buy', () => {
    const { clients, dependency } = analysed([sale('А', 100), sale('Б', 1), sale('В', -1)], {
      marks: { А: ['image'], В: ['demanding', 'promising'], Нет: ['image'] },
    });
    expect(dependency.keyClients.map(({ client, reasons }) => [clients[client]?.name, reasons])).toEqual([
      ['А', ['share', 'image']],
      ['В', ['promising', 'demanding']],
    ]);
  });
});

describe('the load of managers', () => {
  const sales = [
    ...['А', 'Б', 'В', 'Г'].map((client) => sale(client, 15, { manager: 'Иванова' })),
    sale('Д', 30, { manager: 'Петров' }),
    sale('Е', 5, { manager: 'Сидоров' }),
    sale('Ж', 5),
  ];

  it('counts key clients and their money, and more than three are too many', () => {
    expect(analysed(sales).dependency.managers).toEqual([
      {
        manager: 'Иванова',
        keyClients: 4,
        revenue: roubles(60),
        keyRevenue: roubles(60),
        isOverloaded: true,
      },
      {
        manager: 'Петров',
        keyClients: 1,
        revenue: roubles(30),
        keyRevenue: roubles(30),
        isOverloaded: false,
      },
      { manager: 'Сидоров', keyClients: 0, revenue: roubles(5), keyRevenue: 0, isOverloaded: false },
    ]);
  });

  it('tells how many managers the key clients need', () => {
    expect(analysed(sales).dependency.managersNeeded).toBe(2);
    expect([0, 1, 3, 4, 6, 7].map((keys) => managersNeeded(keys, 3))).toEqual([0, 1, 1, 2, 2, 3]);
    expect(managersNeeded(5, 0)).toBe(5);
  });
});

describe('the list for a loyalty programme', () => {
  it('holds several large clients that together bring more than half', () => {
    const { dependency } = analysed(salesOf(WORKED_EXAMPLE));
    expect(dependency.loyalty).toEqual([0, 1, 2]);
  });

  it('is empty at exactly a half, and for a single giant', () => {
    const halves = [30, 20, ...Array.from({ length: 10 }, () => 5)];
    expect(analysed(halves.map((amount, i) => sale(`К${i}`, amount))).dependency.loyalty).toEqual([]);
    expect(analysed([sale('А', 95), sale('Б', 5)]).dependency.loyalty).toEqual([]);
  });
});

describe('the rule of mass markets', () => {
  it('finds clients that buy at least five times the average', () => {
    const small = Array.from({ length: 95 }, (_, i) => sale(`К${i}`, 1));
    // 100 buyers bring 125 in all: the average is 1.25, five times that are 6.25.
    const sales = [...small, ...[6.25, 6.24, 6.26, 5, 6.25].map((amount, i) => sale(`Б${i}`, amount))];
    const { clients, dependency } = analysed(sales);
    const mass = clients.filter((_, position) => dependency.isMass[position]).map(({ name }) => name);
    expect(mass).toEqual(['Б2', 'Б0', 'Б4']);
  });

  it('compares exactly where the average is no whole amount', () => {
    expect(massLimit(units(10_000), 9, 5)).toBe(5556);
    expect(massLimit(units(9_000), 9, 5)).toBe(5000);
    expect(massLimit(units(Number.MAX_SAFE_INTEGER), 1, 1)).toBe(Number.MAX_SAFE_INTEGER);
  });
});
