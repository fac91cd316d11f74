import { createRandom } from '../../../src/workbench/sample/random';

const draws = (seed: number, count = 1000) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('the random stream', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    expect(draws(7)).toEqual(draws(7));
    expect(draws(7)[0]).not.toBe(draws(8)[0]);
  });

  it('is spread evenly over 0 … 1, also for neighbouring and zero seeds', () => {
    for (const seed of [0, 1, 2, 2026]) {
      const values = draws(seed, 10_000);
      expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
      const tenths = Array.from(
        { length: 10 },
        (_, i) => values.filter((value) => Math.floor(value * 10) === i).length,
      );
      expect(Math.min(...tenths)).toBeGreaterThan(850);
      expect(Math.max(...tenths)).toBeLessThan(1150);
    }
  });

  it('forks by label, whatever was drawn before', () => {
    const one = createRandom(5);
    const other = createRandom(5);
    other.next();
    expect(other.fork('deals').next()).toBe(one.fork('deals').next());
    expect(one.fork('deals').next()).not.toBe(one.fork('potential').next());
  });

  it('shuffles without losing anything', () => {
    const list = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = createRandom(3).shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(list);
  });

  it('draws whole numbers with both ends', () => {
    const random = createRandom(9);
    const values = new Set(Array.from({ length: 200 }, () => random.whole(2, 4)));
    expect([...values].sort()).toEqual([2, 3, 4]);
  });
});
