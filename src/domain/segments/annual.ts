import type { Period } from '../analysis';

const MONTHS_A_YEAR = 12;

/**
 * What revenue of the period is multiplied by to stand for twelve months (method.md §8: for the share of the budget
 * only). Half a year counts double; without dates the file is taken for a year.
 */
export function annualFactor(period: Period | null): number {
  return period === null ? 1 : MONTHS_A_YEAR / period.months;
}
