import { accumulatedBefore } from '../../../src/domain/segments/accumulated';
import { ownLimits } from '../../../src/domain/segments/classLimits';
import { volumeClassifier } from '../../../src/domain/segments/volumeClass';
import { MONEY_LIMIT, units } from '../../../src/domain/shared/money';

const DEFAULTS = { classA: 0.8, classB: 0.95, classCore: 0 };
const classify = (base: number, before: number, revenue = 1) =>
  volumeClassifier(ownLimits(units(base), DEFAULTS))(units(revenue), units(before));

test('money accumulates before a tie group as a whole', () => {
  expect([...accumulatedBefore(Float64Array.of(50, 20, 20, 10))]).toEqual([0, 50, 50, 90]);
  expect([...accumulatedBefore(Float64Array.of(25, 25, 25, 25))]).toEqual([0, 0, 0, 0]);
});

describe('the class by volume', () => {
  it('turns at exactly 80 and 95 % before the client', () => {
    expect([7999, 8000, 9499, 9500].map((before) => classify(10_000, before))).toEqual(['A', 'B', 'B', 'C']);
  });

  it('is A for the largest client, whatever its share', () => {
    expect(classify(100, 0, 98)).toBe('A');
  });

  it('is D without net revenue', () => {
    expect([0, -5].map((revenue) => classify(100, 0, revenue))).toEqual(['D', 'D']);
  });

  it('is decided to the last unit where doubles cannot tell', () => {
    const base = MONEY_LIMIT - 1;
    const limit = Number((BigInt(base) * 8n + 9n) / 10n);
    expect([limit - 1, limit].map((before) => classify(base, before))).toEqual(['A', 'B']);
  });

  it('follows the thresholds of the user', () => {
    const classOf = volumeClassifier(ownLimits(units(100), { classA: 0.5, classB: 0.8, classCore: 0 }));
    expect([49, 50, 79, 80].map((before) => classOf(units(1), units(before)))).toEqual(['A', 'B', 'B', 'C']);
  });
});
