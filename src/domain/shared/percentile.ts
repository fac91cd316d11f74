/**
 * The percentile of values in any order, interpolated between the two nearest (type 7 of Hyndman & Fan 1996, Excel's
 * `PERCENTILE.INC`): the 0.75 of 1, 2, 3, 4 is 3.25. Null without values.
 */
export function percentile(values: readonly number[] | Float64Array, part: number): number | null {
  if (values.length === 0) return null;
  const ascending = Float64Array.from(values).sort();
  const place = part * (ascending.length - 1);
  const below = Math.floor(place);
  const lower = ascending[below] ?? 0;
  const upper = ascending[Math.min(below + 1, ascending.length - 1)] ?? lower;
  return lower + (place - below) * (upper - lower);
}
