/**
 * Sum of doubles with Neumaier's correction (Rundungsfehleranalyse, 1974): its error does not grow with the number
 * of values. For ratios and moments; money is added exactly as integers.
 */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let correction = 0;
  for (const value of values) {
    const next = total + value;
    correction += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + correction;
}
