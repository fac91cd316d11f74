import { limitsTypeOf, ownLimits, statusOf, typeLimits } from '../../../src/domain/health/status';
import { DEFAULT_THRESHOLDS } from '../../../src/domain/thresholds';

const old = { daysSinceFirst: 1000, purchaseDays: 5, isStartKnown: true };
const status = (daysSinceLast: number, rhythm: number, thresholds = DEFAULT_THRESHOLDS) =>
  statusOf({ ...old, daysSinceLast }, ownLimits(rhythm, thresholds), thresholds);

describe('a client with a rhythm of 40 days', () => {
  test.each([
    [0, 'active'],
    [60, 'active'],
    [61, 'cooling'],
    [80, 'cooling'],
    [81, 'sleeping'],
    [120, 'sleeping'],
    [121, 'lost'],
  ])('%d days after its last purchase is %s', (days, expected) => {
    expect(status(days, 40)).toBe(expected);
  });
});

test('nobody is lost before 90 days, however fast its rhythm', () => {
  expect([43, 89, 90].map((days) => status(days, 14))).toEqual(['sleeping', 'sleeping', 'lost']);
  const thresholds = { ...DEFAULT_THRESHOLDS, lostDays: 50 };
  expect([43, 49, 50].map((days) => status(days, 14, thresholds))).toEqual(['sleeping', 'sleeping', 'lost']);
});

describe('the first purchase', () => {
  const first = (daysSinceFirst: number, changes: { purchaseDays?: number; isStartKnown?: boolean } = {}) =>
    statusOf(
      { daysSinceFirst, daysSinceLast: daysSinceFirst, purchaseDays: 1, isStartKnown: true, ...changes },
      typeLimits('mixed', DEFAULT_THRESHOLDS),
      DEFAULT_THRESHOLDS,
    );
  it('makes a client new for 90 days, also if it has bought again', () => {
    expect([first(0), first(90), first(90, { purchaseDays: 4 })]).toEqual(['new', 'new', 'new']);
  });
  it('makes it single afterwards, unless it has bought again', () => {
    expect([first(91), first(2000), first(91, { purchaseDays: 2 })]).toEqual(['single', 'single', 'cooling']);
  });
  it('does not make a client new that may have bought before the file begins', () => {
    expect(first(30, { isStartKnown: false })).toBe('active');
  });
});

test.each([
  ['transactional', [45, 46, 60, 61, 90, 91]],
  ['mixed', [90, 91, 120, 121, 180, 181]],
  ['consultative', [180, 181, 270, 271, 365, 366]],
] as const)('with too few dates the limits of %s sales hold: %j', (type, days) => {
  const limits = typeLimits(type, DEFAULT_THRESHOLDS);
  const of = (daysSinceLast: number) =>
    statusOf({ ...old, purchaseDays: 2, daysSinceLast }, limits, DEFAULT_THRESHOLDS);
  expect(days.map(of)).toEqual(['active', 'cooling', 'cooling', 'sleeping', 'sleeping', 'lost']);
});

test.each([
  ['transactional', 'transactional'],
  ['project', 'consultative'],
  ['portfolio', 'mixed'],
  ['unknown', 'mixed'],
] as const)('%s sales take the limits of %s ones', (type, limits) => {
  expect(limitsTypeOf(type)).toBe(limits);
});
