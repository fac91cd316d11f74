import { sum } from '../shared/statistics';

/**
 * Gini coefficient, population form: `2Σ(k·x_k)/(N·Σx) − (N+1)/N` with x ascending and k from 1 (method.md §3; the
 * form of R's `ineq::Gini`). 0 if all are equal, towards 1 if one has everything; null for fewer than two values.
 * Values are positive, in any order and unit: 20, 50, 20 and 10 give 0.3.
 */
export function gini(values: Float64Array): number | null {
  const count = values.length;
  if (count < 2) return null;
  const ascending = values.slice().sort();
  const weighted = sum(ascending.map((value, i) => (i + 1) * value));
  const coefficient = (2 * weighted) / (count * sum(ascending)) - (count + 1) / count;
  // Equal values can round to −1e-17.
  return Math.max(0, coefficient);
}
