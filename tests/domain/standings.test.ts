import fc from '../support/fastCheck';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Thresholds } from '../../src/domain/settings';
import { standingsOf } from '../../src/domain/standings';
import { complete } from '../../src/domain/shared/steps';
import { clientNamed, roubles } from '../support/ledger';

const standings = (
  revenues: Readonly<Record<string, number>>,
  thresholds: Thresholds = DEFAULT_SETTINGS.thresholds,
) => {
  const names = Object.keys(revenues);
  const amounts = Float64Array.from(Object.values(revenues));
  const { rows, concentration } = complete(standingsOf(names.map(clientNamed), amounts, thresholds));
  return { rows: rows.map((row) => ({ ...row, name: names[row.client] ?? '' })), concentration };
};

/** `C01 A, C02 B`: the names in order, each with its class. */
const classes = (revenues: Readonly<Record<string, number>>) =>
  standings(revenues)
    .rows.map((row) => `${row.name} ${row.volumeClass}`)
    .join(', ');

describe('the worked example of the method (§9)', () => {
  const thousands = {
    C01: 4200,
    C02: 2300,
    C03: 1100,
    C04: 900,
    C05: 600,
    C06: 400,
    C07: 300,
    C08: 150,
    C09: 50,
    C10: 0,
    C11: -40,
  };
  const { rows, concentration } = standings(
    Object.fromEntries(Object.entries(thousands).map(([name, amount]) => [name, roubles(amount * 1000)])),
  );

  it('classes C01–C04 A, C05–C06 B, C07–C09 C and the rest D', () => {
    expect(rows.map((row) => row.volumeClass).join('')).toBe('AAAABBCCCDD');
  });

  it('has 76 % before C04', () => {
    expect(rows[3]).toMatchObject({ name: 'C04', cumulativeBefore: 0.76, share: 0.09, rank: 4 });
  });

  it('flags C01 and C02 critical and C03 large', () => {
    expect(rows.slice(0, 4).map((row) => row.flag)).toEqual(['critical', 'critical', 'large', 'none']);
    expect(concentration?.flags).toEqual({ large: 1, critical: 2, mono: 0 });
  });

  it('reconciles the base of 10,000 with the net of 9,960', () => {
    expect(concentration).toMatchObject({
      base: roubles(10e6),
      negatives: roubles(-40e3),
      net: roubles(9.96e6),
    });
  });

  it('gives CR1/2/3/5 of 42/65/76/91 %, HHI 2558.5, 3.91 effective clients, Gini 0.5589 and k80 4', () => {
    expect(concentration?.cr).toEqual({ '1': 0.42, '2': 0.65, '3': 0.76, '5': 0.91, '10': 1 });
    expect(concentration?.hhi).toBeCloseTo(2558.5, 9);
    expect(concentration?.effectiveClients).toBeCloseTo(3.91, 2);
    expect(concentration?.gini).toBeCloseTo(0.5589, 4);
    expect(concentration?.k80).toBe(4);
  });

  it('leaves clients without net revenue outside shares and ranks', () => {
    expect(rows.slice(9)).toMatchObject([
      { name: 'C10', share: null, rank: null, cumulativeBefore: null, flag: 'none' },
      { name: 'C11', share: null, rank: null, cumulativeBefore: null, flag: 'none' },
    ]);
  });
});

describe('edges of the method (§8)', () => {
  it('one client is A and a mono-client; Gini is not defined', () => {
    const { rows, concentration } = standings({ Only: 5 });
    expect(rows).toMatchObject([{ volumeClass: 'A', flag: 'mono', share: 1, rank: 1, cumulativeBefore: 0 }]);
    expect(concentration).toMatchObject({ hhi: 10_000, effectiveClients: 1, gini: null, k80: 1 });
  });

  it('equal clients are one tie group: all A', () => {
    expect(classes({ D: 7, C: 7, B: 7, A: 7, E: 7, F: 7 })).toBe('A A, B A, C A, D A, E A, F A');
  });

  it('a tie group across a border has one class', () => {
    expect(classes({ Big: 70, Tie1: 15, Tie2: 15 })).toBe('Big A, Tie1 A, Tie2 A');
    expect(classes({ Big: 80, Tie1: 10, Tie2: 10 })).toBe('Big A, Tie1 B, Tie2 B');
  });

  it('a client with 98 % of revenue is A', () => {
    expect(classes({ Tiny: 2, Giant: 98 })).toBe('Giant A, Tiny C');
  });

  it('without positive revenue there is no concentration, everybody is D', () => {
    const { rows, concentration } = standings({ Zero: 0, Returned: -10 });
    expect(concentration).toBeNull();
    expect(rows.map((row) => `${row.name} ${row.volumeClass} ${row.share}`)).toEqual([
      'Zero D null',
      'Returned D null',
    ]);
    expect(standings({})).toEqual({ rows: [], concentration: null });
  });

  it('names order equals by code units, on every machine', () => {
    expect(classes({ ёж: 1, Яма: 1, Ель: 1, ель: 1 })).toBe('Ель A, Яма A, ель A, ёж A');
  });
});

describe('laws of every portfolio', () => {
  const amount = fc.oneof(
    fc.integer({ min: -1_000_000, max: 10_000_000 }),
    fc.constantFrom(0, 1, 100, 100, 5000),
  );
  const portfolio = fc
    .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), amount), {
      selector: ([name]) => name,
      maxLength: 60,
    })
    .map((entries) => Object.fromEntries(entries.map(([name, value]) => [`client ${name}`, value])));
  const positive = portfolio.filter((revenues) => Object.values(revenues).some((value) => value > 0));

  it('shares sum to one', () => {
    fc.assert(
      fc.property(positive, (revenues) => {
        const total = standings(revenues).rows.reduce((sum, row) => sum + (row.share ?? 0), 0);
        expect(Math.abs(total - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it('every client is in exactly one place and one class, and A is never empty', () => {
    fc.assert(
      fc.property(positive, (revenues) => {
        const { rows } = standings(revenues);
        expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(revenues).sort());
        expect(rows.every((row) => (row.volumeClass === 'D') === row.revenue <= 0)).toBe(true);
        expect(rows.map((row) => row.volumeClass).join('')).toMatch(/^A+B*C*D*$/);
      }),
    );
  });

  it('the order of clients does not matter', () => {
    fc.assert(
      fc.property(portfolio, fc.integer({ min: 0, max: 59 }), (revenues, turn) => {
        const entries = Object.entries(revenues);
        const turned = Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)].reverse());
        const strip = (result: ReturnType<typeof standings>) => ({
          ...result,
          rows: result.rows.map(({ client: _index, ...row }) => row),
        });
        expect(strip(standings(turned))).toEqual(strip(standings(revenues)));
      }),
    );
  });

  it('equal revenues have equal classes, flags and shares before', () => {
    fc.assert(
      fc.property(positive, (revenues) => {
        const judgements = new Map<number, Set<string>>();
        for (const { revenue, volumeClass, flag, cumulativeBefore } of standings(revenues).rows) {
          const seen = judgements.get(revenue) ?? new Set();
          judgements.set(revenue, seen.add(`${volumeClass} ${flag} ${cumulativeBefore}`));
        }
        expect([...judgements.values()].every((seen) => seen.size === 1)).toBe(true);
      }),
    );
  });

  it('counting in another unit changes no class, flag or share', () => {
    fc.assert(
      fc.property(portfolio, fc.integer({ min: 2, max: 1000 }), (revenues, factor) => {
        const scaled = Object.fromEntries(
          Object.entries(revenues).map(([name, value]) => [name, value * factor]),
        );
        const judged = (result: ReturnType<typeof standings>) =>
          result.rows.map((row) => [row.name, row.volumeClass, row.flag, row.rank]);
        expect(judged(standings(scaled))).toEqual(judged(standings(revenues)));
        expect(standings(scaled).concentration?.k80).toBe(standings(revenues).concentration?.k80);
      }),
    );
  });

  it('CR grows with n, HHI lies between CR1² and CR1, and Gini between 0 and 1', () => {
    fc.assert(
      fc.property(positive, (revenues) => {
        const { rows, concentration } = standings(revenues);
        if (!concentration) throw new Error('A positive revenue gives a concentration');
        const { cr, hhi, gini, effectiveClients, k80, base, negatives, net } = concentration;
        const count = rows.filter((row) => row.share !== null).length;
        const ratios = [cr['1'], cr['2'], cr['3'], cr['5'], cr['10'], 1];
        expect(ratios).toEqual([...ratios].sort((a, b) => a - b));
        expect(hhi / 10_000).toBeGreaterThanOrEqual(Math.max(cr['1'] ** 2, 1 / count) - 1e-12);
        expect(hhi / 10_000).toBeLessThanOrEqual(cr['1'] + 1e-12);
        expect(effectiveClients).toBeLessThanOrEqual(count + 1e-9);
        if (count === 1) expect(gini).toBeNull();
        else expect(gini).toBeGreaterThanOrEqual(0);
        expect(gini ?? 0).toBeLessThan(1);
        expect(k80).toBeLessThanOrEqual(count);
        expect(base + negatives).toBe(net);
      }),
    );
  });
});
