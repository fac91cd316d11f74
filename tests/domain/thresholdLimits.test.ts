import { isWithinLimits, limitsOf } from '../../src/domain/thresholdLimits';
import { DEFAULT_THRESHOLDS, RISING_THRESHOLDS, THRESHOLD_KEYS } from '../../src/domain/thresholds';

test('every default lies within its limits, and rising groups rise', () => {
  expect(THRESHOLD_KEYS.filter((key) => !isWithinLimits(key, DEFAULT_THRESHOLDS[key]))).toEqual([]);
  for (const group of RISING_THRESHOLDS) {
    const values = group.map((key) => DEFAULT_THRESHOLDS[key]);
    expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
  }
});

test.each([
  ['classA', 1.01],
  ['classA', -0.1],
  ['classA', '0.8'],
  ['classA', NaN],
  ['hhiHigh', 10_001],
  ['muchTop', 0],
  ['muchTop', 2.5],
  ['lostDays', 0],
  ['rhythmDates', 1],
] as const)('%s cannot be %p', (key, value) => {
  expect(isWithinLimits(key, value)).toBe(false);
});

test.each([
  ['classCore', 0],
  ['startMonths', 0],
  ['muchSum', 0],
  ['rhythmActive', 0.5],
] as const)('%s may be %p', (key, value) => {
  expect(isWithinLimits(key, value)).toBe(true);
});

test('only what counts days, months or clients must be whole', () => {
  expect(limitsOf('lostDays').isWhole).toBe(true);
  expect(limitsOf('rhythmActive').isWhole).toBe(false);
});
