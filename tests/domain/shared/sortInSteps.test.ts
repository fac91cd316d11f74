import fc from '../../support/fastCheck';
import { sortInSteps } from '../../../src/domain/shared/sortInSteps';
import { complete } from '../../../src/domain/shared/steps';

describe('a list sorted in steps', () => {
  test('stands as the engine itself would sort it, equal items in their order', () => {
    const lengths = fc.constantFrom(0, 1, 2, 100, 8_192, 8_193, 30_000);
    fc.assert(
      fc.property(lengths, fc.integer({ min: 1, max: 1_000 }), (length, kinds) => {
        const items = Int32Array.from({ length }, (_, at) => at);
        const keyOf = (item: number): number => (item * 7_919) % kinds;
        const compare = (a: number, b: number): number => keyOf(a) - keyOf(b);
        expect([...complete(sortInSteps(items, compare))]).toEqual([...items].sort(compare));
      }),
      { numRuns: 50 },
    );
  });

  test('pauses often, and leaves the given list alone', () => {
    const items = Int32Array.from({ length: 100_000 }, (_, at) => -at);
    let pauses = 0;
    for (const steps = sortInSteps(items, (a, b) => a - b); !steps.next().done;) pauses++;
    expect(pauses).toBeGreaterThan(50);
    expect(items[1]).toBe(-1);
  });
});
