import fc from '../../support/fastCheck';
import { roubles } from '../../support/ledger';
import { analysed, sale } from './support';

const flagsByName = ({ clients, dependency }: ReturnType<typeof analysed>) =>
  Object.fromEntries(clients.map(({ name }, position) => [name, dependency.flags[position]]));

describe('holdings', () => {
  const sales = [
    sale('Завод', 15, { holding: 'Группа' }),
    sale('Склад', 10, { holding: 'группа' }),
    ...Array.from({ length: 15 }, (_, i) => sale(`Прочий ${i}`, 5)),
  ];
  const analysis = analysed(sales);

  it('are flagged as one client, whose flag all their members carry', () => {
    expect(analysis.dependency.holdings).toEqual([
      { name: 'Группа', members: [0, 1], revenue: roubles(25), share: 0.25, flag: 'critical' },
    ]);
    expect(flagsByName(analysis)).toMatchObject({ Завод: 'critical', Склад: 'critical', 'Прочий 1': 'none' });
    expect(analysis.clients[1]?.flag).toBe('large');
  });

  it('have a concentration of their own: 25 % and fifteen of 5 %', () => {
    const { holdingConcentration } = analysis.dependency;
    expect(holdingConcentration?.cr[1]).toBe(0.25);
    expect(holdingConcentration?.hhi).toBeCloseTo(625 + 15 * 25, 9);
    expect(holdingConcentration?.flags).toEqual({ large: 0, critical: 1, mono: 0 });
  });

  it('take a client with rows in several of them by most of its revenue', () => {
    const { dependency } = analysed([
      sale('А', 60, { holding: 'Север' }),
      sale('А', 100, { holding: 'Юг' }),
      sale('А', -70, { holding: 'Юг' }),
      sale('Б', 1, { holding: 'Юг' }),
    ]);
    expect(dependency.holdings.map(({ name, members }) => [name, members])).toEqual([
      ['Север', [0]],
      ['Юг', [1]],
    ]);
  });

  it('keep a member that bought nothing lately, by its earlier rows', () => {
    const { clients, dependency } = analysed([
      sale('Ушёл', 5, { holding: 'Группа', date: '2024-01-10' }),
      sale('Ушёл', -5, { holding: 'Группа', date: '2024-02-10' }),
      sale('Остался', 100, { holding: 'Группа', date: '2025-01-10' }),
    ]);
    expect(clients.map(({ name }) => name)).toEqual(['Остался', 'Ушёл']);
    expect(dependency.flags).toEqual(['mono', 'mono']);
  });

  it('net a member with more returns than sales against the others', () => {
    const { dependency, concentration } = analysed([
      sale('А', 100, { holding: 'Группа' }),
      sale('Б', -40, { holding: 'Группа' }),
      sale('В', 100),
    ]);
    expect(dependency.holdings[0]).toMatchObject({ revenue: roubles(60), share: 0.3 });
    expect(dependency.holdingConcentration).toMatchObject({ base: roubles(160), negatives: 0 });
    expect(dependency.holdingConcentration?.net).toBe(concentration?.net);
  });

  it('are none where the source names none: every client keeps its own flag', () => {
    const { clients, dependency } = analysed([sale('А', 3), sale('Б', 1)]);
    expect(dependency.holdings).toEqual([]);
    expect(dependency.holdingConcentration).toBeNull();
    expect(dependency.flags).toEqual(clients.map(({ flag }) => flag));
  });
});

test('each client belongs to one holding at most, members share its flag, and their revenues add up to its own', () => {
  const line = fc.record({
    client: fc.constantFrom('А', 'Б', 'В', 'Г', 'Д', 'Е'),
    amount: fc.integer({ min: -50, max: 200 }),
    holding: fc.option(fc.constantFrom('Север', 'Юг', 'ЮГ'), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
      const sales = lines.map(({ client, amount, holding }) =>
        sale(client, amount, holding === undefined ? {} : { holding }),
      );
      const { clients, concentration, dependency } = analysed(sales);
      const members = dependency.holdings.flatMap((holding) => holding.members);
      expect(new Set(members).size).toBe(members.length);
      for (const holding of dependency.holdings) {
        const revenues = holding.members.map((member): number => clients[member]?.revenue ?? 0);
        expect(holding.revenue).toBe(revenues.reduce((a, b) => a + b, 0));
        for (const member of holding.members) expect(dependency.flags[member]).toBe(holding.flag);
      }
      if (dependency.holdingConcentration && concentration) {
        expect(dependency.holdingConcentration.net).toBe(concentration.net);
        // Joining clients never makes revenue less concentrated, as long as nobody has more returns than sales.
        if (concentration.negatives === 0)
          expect(dependency.holdingConcentration.hhi).toBeGreaterThanOrEqual(concentration.hhi - 1e-9);
      }
    }),
  );
});
