import fc from '../../support/fastCheck';
import { CASE_DATES } from '../../support/segments';
import { roubles } from '../../support/ledger';
import { segmented, twoYears } from '../../support/segments';

describe('movement between the classes', () => {
  const { analysis } = segmented(
    twoYears({
      Рост: [5, 80],
      Спад: [80, 12],
      Тот: [10, 10],
      Новый: [0, 4],
      Ушёл: [6, 0],
    }),
  );
  const { movement } = analysis.segments;

  it('lists those that changed, largest change of money first, with the orders of both periods', () => {
    expect(
      movement?.moves.map(({ client, from, to, revenueBefore, revenue, ordersBefore, orders }) => [
        analysis.clients[client]?.name,
        `${from}→${to}`,
        (revenue - revenueBefore) / 10_000,
        ordersBefore,
        orders,
      ]),
    ).toEqual([
      ['Рост', 'C→A', 75, 1, 1],
      ['Ушёл', 'B→D', -6, 1, 0],
      ['Новый', 'D→C', 4, 0, 1],
      ['Тот', 'A→B', 0, 1, 1],
    ]);
  });

  // «Край», which bought nothing in either year, stays D.
  it('has a matrix whose margins are the class counts of both periods', () => {
    expect(movement?.matrix).toEqual({
      A: { A: 1, B: 1, C: 0, D: 0 },
      B: { A: 0, B: 0, C: 0, D: 1 },
      C: { A: 1, B: 0, C: 0, D: 0 },
      D: { A: 0, B: 0, C: 1, D: 1 },
    });
  });

  it('is unknown without a period before', () => {
    const { analysis: single } = segmented([{ client: 'А', amount: roubles(1), date: CASE_DATES.now }]);
    expect(single.segments.movement).toBeNull();
    expect(single.segments.clients[0]?.classBefore).toBeNull();
  });
});

test('laws: margins of the matrix are class counts, whatever the sales', () => {
  const amounts = fc.array(fc.tuple(fc.integer({ min: -5, max: 50 }), fc.integer({ min: -5, max: 50 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(amounts, fc.constantFrom('fixed' as const, 'curve' as const), (pairs, bounds) => {
      const { analysis } = segmented(
        twoYears(Object.fromEntries(pairs.map((pair, i) => [`К${i}`, pair] as const))),
        { choices: { bounds } },
      );
      const { movement, clients } = analysis.segments;
      if (!movement) throw new Error('There are two years');
      for (const letter of ['A', 'B', 'C', 'D'] as const) {
        const row = Object.values(movement.matrix[letter]).reduce((a, b) => a + b, 0);
        const column = Object.values(movement.matrix).reduce((total, each) => total + each[letter], 0);
        expect(row).toBe(clients.filter(({ classBefore }) => classBefore === letter).length);
        expect(column).toBe(analysis.clients.filter(({ volumeClass }) => volumeClass === letter).length);
      }
      expect(movement.moves.every(({ from, to }) => from !== to)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
