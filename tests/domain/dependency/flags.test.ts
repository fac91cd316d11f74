import { dependencyFlagger } from '../../../src/domain/dependency/flags';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { units } from '../../../src/domain/shared/money';

const flagOf = (revenue: number, base = 100_000) =>
  dependencyFlagger(units(base), DEFAULT_SETTINGS.thresholds)(units(revenue));

describe('the dependency flag', () => {
  it.each([
    ['just under 10 %', 9999, 'none'],
    ['exactly 10 %', 10_000, 'large'],
    ['exactly 20 %', 20_000, 'large'],
    ['just over 20 %', 20_001, 'critical'],
    ['exactly 50 %', 50_000, 'critical'],
    ['just over 50 %', 50_001, 'mono'],
    ['everything', 100_000, 'mono'],
  ])('of %s', (_share, revenue, flag) => {
    expect(flagOf(revenue)).toBe(flag);
  });

  it('is none without net revenue, even where nobody has any', () => {
    expect(flagOf(0, 0)).toBe('none');
    expect(flagOf(-500)).toBe('none');
  });

  it('does not round: 9.99999 % is not large', () => {
    expect(flagOf(1_000_000, 10_000_003)).toBe('none');
  });
});
