import fc from '../../support/fastCheck';
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
    // (2·0.75·⅔ + 1·0.25·⅓ + 3·0.5·1) ÷ 6 = (1 + 1/12 + 1.5) ÷ 6.
    [
      'three people',
      [person('decides', 2, 1, 2), person('buys', 1, -1, 1), person('finances', 3, 0, 3)],
      31 / 72,
    ],
    [
      'influence out of 1 … 3 is unknown',
      [
        person('decides', 3, 2, 3),
        person('buys', 4, -2, 0),
        person('uses', 0, 0, 0),
        person('uses', -1, 0, 0),
      ],
      1,
    ],
    ['nobody with an influence of 1 … 3', [person('decides', 10, 2, 3)], null],
    ['attitude out of −2 … +2 is neutral', [person('decides', 2, 5, 3), person('buys', 2, -3, 3)], 0.5],
    ['contact out of 0 … 3 is none', [person('decides', 2, 2, 4), person('buys', 2, 2, -1)], 0],
    ['no number at all', [person('decides', NaN, 2, 3), person('buys', 1, NaN, 3)], 0.5],
  ])('%s', (_name, people, expected) => {
    if (expected === null) expect(coverageOf(people)).toBeNull();
    else expect(coverageOf(people)).toBeCloseTo(expected, 12);
  });

  test('lies between 0 and 1 for any group, whatever is typed', () => {
    const typed = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double(), fc.constant(null));
    const some = fc.record({
      role: fc.constantFrom('decides', 'uses', null),
      influence: typed,
      attitude: typed,
      contact: typed,
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
    [
      'whoever decides is decisive, of any influence',
      [person('decides', 1, -1, 2), person('buys', 2, 1, 2)],
      ['deciderAgainst'],
    ],
    [
      'so is the greatest influence, in any role',
      [person('decides', 2, 1, 2), person('finances', 3, -2, 2)],
      ['deciderAgainst'],
    ],
    ['others against are not', [person('decides', 3, 1, 2), person('buys', 2, -2, 2)], []],
    [
      'numbers out of their range say nothing',
      [person('decides', 3, -3, 2), person('buys', 4, -1, 2), person('uses', 1, 0, 4)],
      [],
    ],
    ['a contact out of its range is none', [person('decides', 3, 0, 4)], ['noContactWithDecider']],
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
  ['2026-11-23', 'fresh'],
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
