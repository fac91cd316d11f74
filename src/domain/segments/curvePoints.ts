import type { Money } from '../shared/money';
import { leastAtMean } from './leastAtMean';

/** Number of clients up to the end of class A and up to the end of class B. */
export interface CurvePoints {
  readonly lastA: number;
  readonly lastB: number;
}

/**
 * Where the revenue curve itself parts the classes (A. Ultsch, J. Lötsch, Computed ABC Analysis for Rational
 * Selection of Most Informative Variables in Multivariate Data, PLoS ONE 10(6), 2015; the R package ABCanalysis).
 * The curve leads from effort `x_i = i / n` to yield `y_i`, the share of the i largest clients in the base.
 *
 * - Pareto point: the least distance to (0, 1), everything for nothing: `min x² + (1 − y)²`.
 * - Break-even point: the slope falls to 1, that is, the last client with at least the mean revenue.
 * - A ends at the one further left; `x_B` is the one further right.
 * - Submarginal point, where B ends: the least distance to (x_B, 1): `min (x − x_B)² + (1 − y)²`.
 *
 * The package smooths the curve by a spline; here it is taken at its own points, so that every bound falls between
 * two clients. Revenues descend and are positive. 40, 30, 15, 10, 5 in 100: Pareto point and break-even point are both
 * at the second client, and the submarginal point is at the third: lastA 2, lastB 3.
 */
export function curvePoints(descending: Float64Array, base: Money): CurvePoints {
  const count = descending.length;
  const pareto = nearestTo(descending, base, 0);
  const mean = leastAtMean(base, count);
  const below = descending.findIndex((revenue) => revenue < mean);
  const breakEven = below === -1 ? count : below;
  const right = Math.max(pareto, breakEven) / count;
  return { lastA: Math.min(pareto, breakEven), lastB: nearestTo(descending, base, right) };
}

/** Number of clients up to the point of the curve that is nearest to (x, 1); the first of equally near ones. */
function nearestTo(descending: Float64Array, base: Money, x: number): number {
  let nearest = 0;
  let least = Infinity;
  let accumulated = 0;
  descending.forEach((revenue, position) => {
    accumulated += revenue;
    const effort = (position + 1) / descending.length - x;
    const missed = 1 - accumulated / base;
    const distance = effort * effort + missed * missed;
    if (distance < least) {
      least = distance;
      nearest = position + 1;
    }
  });
  return nearest;
}
