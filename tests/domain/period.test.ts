import { choosePeriod } from '../../src/domain/period';
import type { Period } from '../../src/domain/analysis';
import type { PeriodChoice } from '../../src/domain/settings';
import { isoDate } from '../../src/domain/shared/dates';
import { day } from '../support/ledger';

const choose = (first: string, last: string, choice: PeriodChoice, asOf = last) =>
  legible(choosePeriod({ first: day(first), last: day(last) }, choice, day(asOf)));

function legible(period: Period): string {
  const { from, to, months, partial, previous } = period;
  const before = previous ? `after ${isoDate(previous.from)}…${isoDate(previous.to)}` : 'after nothing';
  return `${isoDate(from)}…${isoDate(to)} (${months}${partial ? ', partial' : ''}) ${before}`;
}

describe('the last 12 full months', () => {
  it.each([
    ['a file that ends on the last day of a month', '2023-11-01', '2026-10-31', '2026-10-31'],
    [
      'a file whose last sale is two days before the end of the month',
      '2023-11-01',
      '2026-10-29',
      '2026-10-29',
    ],
    ['a file that ends in the middle of the next month', '2023-11-01', '2026-11-20', '2026-11-20'],
    ['an as-of date later than the latest sale', '2023-11-01', '2026-10-12', '2026-11-22'],
  ])('are November to October for %s', (_case, first, last, asOf) => {
    expect(choose(first, last, 'last12', asOf)).toBe(
      '2025-11-01…2026-10-31 (12) after 2024-11-01…2025-10-31',
    );
  });

  it('leave out a month whose last sale is three days before its end', () => {
    expect(choose('2023-11-01', '2026-10-28', 'last12')).toMatch(/^2025-10-01…2026-09-30 /);
  });

  it('leave out a month cut off by a date that is not the latest sale', () => {
    expect(choose('2023-11-01', '2026-10-31', 'last12', '2026-10-30')).toMatch(/^2025-10-01…2026-09-30 /);
  });

  it('end on 29 February in a leap year', () => {
    expect(choose('2022-01-01', '2024-02-29', 'last12')).toBe(
      '2023-03-01…2024-02-29 (12) after 2022-03-01…2023-02-28',
    );
  });

  it('may begin with the New Year holidays', () => {
    expect(choose('2025-01-11', '2025-12-30', 'last12')).toBe('2025-01-01…2025-12-31 (12) after nothing');
  });

  it('have no predecessor in a file that does not reach back to its start', () => {
    expect(choose('2024-11-22', '2026-10-31', 'last12')).toBe('2025-11-01…2026-10-31 (12) after nothing');
  });

  it('are the whole file, marked partial, where it is shorter', () => {
    expect(choose('2026-03-10', '2026-11-05', 'last12')).toBe(
      '2026-03-10…2026-11-05 (9, partial) after nothing',
    );
  });

  it('are one day in a file of one day', () => {
    expect(choose('2026-03-10', '2026-03-10', 'last12')).toBe(
      '2026-03-10…2026-03-10 (1, partial) after nothing',
    );
  });
});

describe('the whole file', () => {
  it('runs from the first sale to the last and is never partial', () => {
    expect(choose('2010-12-01', '2011-12-09', 'all')).toBe('2010-12-01…2011-12-09 (13) after nothing');
  });

  it('stops at the as-of date', () => {
    expect(choose('2010-12-01', '2011-12-09', 'all', '2011-06-30')).toMatch(/^2010-12-01…2011-06-30 /);
  });
});

describe('a span of the user', () => {
  it('of whole months follows as many whole months', () => {
    expect(choose('2025-01-01', '2026-11-20', { from: '2026-07-01', to: '2026-09-30' })).toBe(
      '2026-07-01…2026-09-30 (3) after 2026-04-01…2026-06-30',
    );
  });

  it('of other days follows as many days', () => {
    expect(choose('2025-01-01', '2026-11-20', { from: '2026-09-11', to: '2026-09-20' })).toBe(
      '2026-09-11…2026-09-20 (1) after 2026-09-01…2026-09-10',
    );
  });

  it('ends at the as-of date and is partial if it asks for more', () => {
    expect(choose('2025-01-01', '2026-10-15', { from: '2026-01-01', to: '2026-12-31' })).toMatch(
      /^2026-01-01…2026-10-15 \(10, partial\)/,
    );
  });

  it('is partial if the file starts later', () => {
    expect(choose('2026-03-01', '2026-10-15', { from: '2026-01-01', to: '2026-06-30' })).toMatch(/partial/);
  });

  it('is read the right way round, and an unreadable end is the end of the file', () => {
    expect(choose('2025-01-01', '2026-10-15', { from: '2026-09-30', to: '2026-07-01' })).toMatch(
      /^2026-07-01…2026-09-30 /,
    );
    expect(choose('2025-01-01', '2026-10-15', { from: '2026-07-01', to: 'today' })).toMatch(
      /^2026-07-01…2026-10-15 \(4\)/,
    );
  });

  it('has no predecessor without a sale before its start', () => {
    expect(choose('2026-09-08', '2026-10-15', { from: '2026-09-08', to: '2026-09-14' })).toMatch(
      /after nothing$/,
    );
  });
});
