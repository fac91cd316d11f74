import fc from 'fast-check';
import { completenessOf } from '../../../src/domain/dossiers/completeness';
import { coverageOf, groupFlags } from '../../../src/domain/dossiers/coverage';
import type { DecisionMaker } from '../../../src/domain/dossiers/coverage';
import { freshnessOf } from '../../../src/domain/dossiers/freshness';
import { sectionsOf } from '../../../src/domain/dossiers/schema';
import { DEFAULT_THRESHOLDS } from '../../../src/domain/thresholds';
import { day } from '../../support/ledger';

const person = (
  role: string | null,
  influence: number | null,
  attitude: number | null,
  contact: number | null,
): DecisionMaker => ({ role, influence, attitude, contact });

describe('coverage of the decision group', () => {
  test.each([
    ['nobody named', [], null],
    ['nobody with influence', [person('uses', null, 2, 3)], null],
    ['the decider for us and close', [person('decides', 3, 2, 3)], 1],
    ['the decider against us', [person('decides', 3, -2, 3)], 0],
    ['a decider and a stranger', [person('decides', 3, 2, 3), person('uses', 1, 0, 0)], 0.75],
    ['unknown attitude is neutral', [person('decides', 2, null, 3)], 0.5],
    ['unknown contact is none', [person('decides', 2, 2, null)], 0],
  ])('%s', (_name, people, expected) => {
    expect(coverageOf(people)).toBe(expected);
  });

  test('lies between 0 and 1 for any group', () => {
    const some = fc.record({
      role: fc.constantFrom('decides', 'uses', null),
      influence: fc.constantFrom(1, 2, 3, null),
      attitude: fc.constantFrom(-2, -1, 0, 1, 2, null),
      contact: fc.constantFrom(0, 1, 2, 3, null),
    });
    fc.assert(
      fc.property(fc.array(some), (people) => {
        const coverage = coverageOf(people);
        return coverage === null || (coverage >= 0 && coverage <= 1);
      }),
    );
  });

  test.each([
    ['nobody named: nothing to say', [], []],
    ['no decider, a single contact', [person('uses', 1, 0, 1)], ['noDecider', 'singleContact']],
    [
      'no contact with the decider',
      [person('decides', 3, 0, 0), person('uses', 1, 0, 1)],
      ['noContactWithDecider', 'singleContact'],
    ],
    ['a decisive person against', [person('decides', 3, -1, 2), person('buys', 2, 1, 2)], ['deciderAgainst']],
    ['well covered', [person('decides', 3, 1, 2), person('buys', 2, 1, 2)], []],
  ])('flags: %s', (_name, people, expected) => {
    expect(groupFlags(people)).toEqual(expected);
  });
});

describe('completeness', () => {
  const keysOf = (variant: 'key' | 'strategic') =>
    sectionsOf(variant).flatMap(({ key, fields, tables }) =>
      [...fields, ...tables].map((each) => `${key}.${each.key}`),
    );

  test.each(['key', 'strategic'] as const)('is 0 of nothing and 1 of everything (%s)', (variant) => {
    expect(completenessOf(variant, new Set())).toBe(0);
    expect(completenessOf(variant, new Set(keysOf(variant)))).toBe(1);
  });

  test('weighs a goal of the year as three simple fields', () => {
    const goal = completenessOf('key', new Set(['plan.goal']));
    expect(goal).toBeCloseTo(3 * completenessOf('key', new Set(['passport.industry'])), 12);
  });

  test('asks more of a strategic client', () => {
    const filled = new Set(keysOf('key'));
    expect(completenessOf('strategic', filled)).toBeLessThan(1);
  });
});

test.each([
  ['2026-08-24', 'fresh'],
  ['2026-08-23', 'ageing'],
  ['2026-05-26', 'ageing'],
  ['2026-05-25', 'stale'],
])('updated on %s a dossier is %s on 22 November 2026', (updated, expected) => {
  expect(freshnessOf(day(updated), day('2026-11-22'), DEFAULT_THRESHOLDS)).toBe(expected);
});

test('a dossier that nobody dated is not fresh', () => {
  expect(freshnessOf(null, day('2026-11-22'), DEFAULT_THRESHOLDS)).toBe('unknown');
});
