import fc from '../../support/fastCheck';
import { complete } from '../../../src/domain/shared/steps';
import { endOfGroup, sortRows } from '../../../src/domain/shared/rowGroups';

describe('rows sorted by keys', () => {
  it('come by the first key, then by the second, and keep their order among equals', () => {
    const outer = Int32Array.of(7, -1, 7, 3, 7);
    const inner = Int32Array.of(2, 9, 1, 5, 2);
    expect([...complete(sortRows(Int32Array.of(0, 1, 2, 3, 4), [outer, inner]))]).toEqual([1, 3, 2, 0, 4]);
  });

  it('are the ones asked for', () => {
    expect([...complete(sortRows(Int32Array.of(3, 1), [Int32Array.of(0, 20, 0, 10)]))]).toEqual([3, 1]);
    expect([...complete(sortRows(new Int32Array(0), [new Int32Array(0)]))]).toEqual([]);
  });

  it('agree with a comparison sort', () => {
    const key = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key)), (pairs) => {
        const rows = Int32Array.from(pairs.keys());
        const keys = [Int32Array.from(pairs, ([a]) => a), Int32Array.from(pairs, ([, b]) => b)];
        const expected = [...pairs.entries()].sort(([i, a], [j, b]) => a[0] - b[0] || a[1] - b[1] || i - j);
        expect([...complete(sortRows(rows, keys))]).toEqual(expected.map(([row]) => row));
      }),
    );
  });
});

test('a group ends where any of its keys changes', () => {
  const keys = [Int32Array.of(1, 1, 1, 2), Int32Array.of(5, 5, 6, 6)];
  const sorted = Int32Array.of(0, 1, 2, 3);
  expect([0, 2, 3].map((start) => endOfGroup(sorted, start, keys))).toEqual([2, 3, 4]);
});
