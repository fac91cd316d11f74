import fc from '../../support/fastCheck';
import {
  chanceOfAtLeast,
  distributionOf,
  quantile,
  standardDeviation,
  withoutEach,
} from '../../../src/domain/deals/distribution';
import type { Distribution, Wager } from '../../../src/domain/deals/distribution';
import type { Money } from '../../../src/domain/shared/money';
import { units } from '../../../src/domain/shared/money';
import { complete } from '../../../src/domain/shared/steps';
import { roubles } from '../../support/ledger';

const wager = (amount: number, chance: number): Wager => ({ amount: roubles(amount), chance });

/** Every outcome one by one, by the bits of a counter: nothing of the product's way. */
function enumerated(wagers: readonly Wager[]): Map<number, number> {
  const chances = new Map<number, number>();
  for (let outcome = 0; outcome < 2 ** wagers.length; outcome++) {
    let sum = 0;
    let chance = 1;
    wagers.forEach((each, bit) => {
      const isWon = Math.floor(outcome / 2 ** bit) % 2 === 1;
      sum += isWon ? each.amount : 0;
      chance *= isWon ? each.chance : 1 - each.chance;
    });
    chances.set(sum, (chances.get(sum) ?? 0) + chance);
  }
  return chances;
}

/** Convolution of one deal after another over a dictionary of exact sums: no lattice, no order of amounts. */
function convolved(wagers: readonly Wager[]): Map<number, number> {
  let chances = new Map<number, number>([[0, 1]]);
  for (const { amount, chance } of wagers) {
    const next = new Map<number, number>();
    for (const [sum, p] of chances) {
      next.set(sum, (next.get(sum) ?? 0) + p * (1 - chance));
      next.set(sum + amount, (next.get(sum + amount) ?? 0) + p * chance);
    }
    chances = next;
  }
  return chances;
}

/** The chance of a sum up to an amount, by the pairs of an independent result. */
const upTo = (chances: ReadonlyMap<number, number>, amount: number): number =>
  [...chances].reduce((total, [sum, chance]) => (sum <= amount ? total + chance : total), 0);

/** Largest difference between the product's chances and an independent result, sum by sum. */
function farthest({ sums, chances }: Distribution, expected: ReadonlyMap<number, number>): number {
  const found = new Map<number, number>();
  sums.forEach((sum, at) => found.set(sum, (found.get(sum) ?? 0) + (chances[at] ?? 0)));
  let most = 0;
  for (const sum of new Set([...found.keys(), ...expected.keys()])) {
    most = Math.max(most, Math.abs((found.get(sum) ?? 0) - (expected.get(sum) ?? 0)));
  }
  return most;
}

/** Amounts and chances that look random and are the same on every machine. */
function drawn(count: number, amountOf: (random: number) => number): Wager[] {
  let seed = 20_251;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, () => ({
    amount: units(Math.round(amountOf(random()))),
    chance: Math.round(random() * 100) / 100,
  }));
}

describe('the distribution of the sum of deals', () => {
  test('of the worked example: expected 1200, σ 959.2', () => {
    const deals = [wager(1000, 0.4), wager(500, 0.8), wager(2000, 0.2)];
    expect(standardDeviation(deals) / 10_000).toBeCloseTo(959.2, 1);
    const distribution = complete(distributionOf(deals));
    expect(farthest(distribution, enumerated(deals))).toBeLessThan(1e-12);
    expect(quantile(distribution, 0.5)).toBe(roubles(1000));
  });

  test('equals full enumeration for up to 20 deals, whatever their amounts', () => {
    const amounts = fc.oneof(
      fc.integer({ min: 1, max: 9 }).map((n) => n * 10_000_000),
      fc.integer({ min: 1, max: 30_000_000_000 }),
    );
    const deals = fc.array(
      fc.record({ amount: amounts, chance: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        maxLength: 11,
      },
    );
    fc.assert(
      fc.property(deals, (given) => {
        const wagers = given.map(({ amount, chance }) => ({ amount: units(amount), chance }));
        const distribution = complete(distributionOf(wagers));
        expect(distribution.error).toBe(0);
        expect(farthest(distribution, enumerated(wagers))).toBeLessThan(1e-12);
      }),
      { numRuns: 60 },
    );
  });

  test('equals full enumeration for 20 deals of crooked amounts', () => {
    const wagers = drawn(20, (random) => 1 + random * 3e10);
    const distribution = complete(distributionOf(wagers));
    expect(distribution.error).toBe(0);
    expect(farthest(distribution, enumerated(wagers))).toBeLessThan(1e-12);
  });

  test('equals an independent convolution for 500 deals in whole thousands', () => {
    const wagers = drawn(500, (random) => Math.ceil(random ** 2 * 60) * 10_000_000);
    const distribution = complete(distributionOf(wagers));
    expect(distribution.error).toBe(0);
    expect(farthest(distribution, convolved(wagers))).toBeLessThan(1e-12);
  });

  test('of 500 crooked amounts is off by no more than it says, and says less than 0.2 % of all', () => {
    // Amounts in kopecks, few enough different ones that exact convolution ends: their lattice is too fine for us.
    const kinds = [12_345_678_901, 31_415_926_535];
    const wagers = drawn(500, (random) => kinds[Math.floor(random * 1.999)] ?? 0);
    const distribution = complete(distributionOf(wagers));
    const exact = convolved(wagers);
    const total = wagers.reduce((sum, { amount }) => sum + amount, 0);
    const { error } = distribution;
    expect(error).toBeGreaterThan(0);
    expect(error).toBeLessThan(0.002 * total);
    for (const part of [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99]) {
      const found = quantile(distribution, part);
      expect(upTo(exact, found + error)).toBeGreaterThanOrEqual(part - 1e-9);
      expect(upTo(exact, found - error - 1)).toBeLessThanOrEqual(part + 1e-9);
      const reached = chanceOfAtLeast(distribution, found);
      expect(reached).toBeLessThanOrEqual(1 - upTo(exact, found - error - 1) + 1e-9);
      expect(reached).toBeGreaterThanOrEqual(1 - upTo(exact, found + error) - 1e-9);
    }
  });

  test('adds what is certain and leaves out what is hopeless', () => {
    const distribution = complete(distributionOf([wager(100, 1), wager(50, 0), wager(10, 0.5)]));
    expect([quantile(distribution, 0.1), quantile(distribution, 0.9)]).toEqual([roubles(100), roubles(110)]);
    expect(chanceOfAtLeast(distribution, roubles(110))).toBeCloseTo(0.5, 12);
    expect(chanceOfAtLeast(distribution, roubles(111))).toBe(0);
  });

  test('of no deals is nothing for sure', () => {
    const distribution = complete(distributionOf([]));
    expect(quantile(distribution, 0.5)).toBe(0);
    expect(chanceOfAtLeast(distribution, 1 as Money)).toBe(0);
  });

  test('without one deal is the distribution of the others', () => {
    const wagers = drawn(40, (random) => Math.ceil(random * 30) * 10_000_000);
    const chosen = [0, 7, 39];
    complete(
      withoutEach(wagers, chosen, (index, rest) => {
        const others = convolved(wagers.filter((_, at) => at !== index));
        expect(farthest(rest, others)).toBeLessThan(1e-9);
      }),
    );
    expect.assertions(chosen.length);
  });
});
