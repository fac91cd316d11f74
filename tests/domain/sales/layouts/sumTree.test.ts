import fc from '../../../support/fastCheck';
import { levelsBySums } from '../../../../src/domain/sales/layouts/sumTree';

const levels = (amounts: readonly number[], depth: number, mayBeCut = false) => {
  const found = levelsBySums(Float64Array.from(amounts), depth, mayBeCut);
  return found && [...found.levels];
};

describe('levels told by sums', () => {
  test('two levels', () => {
    expect(levels([30, 10, 20, 12, 12], 2)).toEqual([1, 2, 2, 1, 2]);
  });

  test('three levels, where each amount is repeated by every level above it', () => {
    expect(levels([42, 30, 10, 20, 12, 5, 7, 8, 8, 8], 3)).toEqual([1, 2, 3, 3, 2, 3, 3, 1, 2, 3]);
  });

  test('a return inside a group', () => {
    expect(levels([7, 10, 20, -23, 5, 5], 2)).toEqual([1, 2, 2, 2, 1, 2]);
  });

  test('a line of nothing at the end of a group', () => {
    expect(levels([30, 10, 20, 0, 5, 5], 2)).toEqual([1, 2, 2, 2, 1, 2]);
  });

  test('none, where the amounts do not add up', () => {
    expect(levels([30, 10, 21, 12, 12], 2)).toBeNull();
    expect(levels([10, 5, 15], 2)).toBeNull();
  });

  test('a last group may be cut off where only the first rows are known', () => {
    expect(levels([30, 10, 20, 12, 5], 2)).toBeNull();
    expect(levels([30, 10, 20, 12, 5], 2, true)).toEqual([1, 2, 2, 1, 2]);
  });

  test('gives up on hostile amounts instead of trying for ever', () => {
    const amounts = Float64Array.from({ length: 20_000 }, (_, at) => (at % 3) - 1);
    const started = performance.now();
    levelsBySums(amounts, 5, false);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('every outline of positive amounts is found again', () => {
    const groups = fc.array(fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 8 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(groups, (lines) => {
        const amounts = lines.flatMap((group) => [group.reduce((sum, each) => sum + each, 0), ...group]);
        const expected = lines.flatMap((group) => [1, ...group.map(() => 2)]);
        expect(levels(amounts, 2)).toEqual(expected);
      }),
    );
  });
});
