/**
 * Money accumulated before each client, for revenues in descending order. Equal revenues are one tie group and
 * share the sum before the group (method.md §2): [50, 20, 20, 10] gives [0, 50, 50, 90].
 */
export function accumulatedBefore(descending: Float64Array): Float64Array {
  const before = new Float64Array(descending.length);
  let running = 0;
  descending.forEach((revenue, i) => {
    const isTied = i > 0 && descending[i - 1] === revenue;
    before[i] = isTied ? (before[i - 1] ?? 0) : running;
    running += revenue;
  });
  return before;
}
