import { sum } from '../../../src/domain/shared/statistics';

describe('the corrected sum', () => {
  it('keeps what a plain sum of doubles loses', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  it('of nothing is zero', () => {
    expect(sum([])).toBe(0);
  });
});
