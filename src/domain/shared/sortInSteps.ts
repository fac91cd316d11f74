import type { Steps } from './steps';

/** Items sorted at once or merged between two pauses: some ten milliseconds of comparing texts. */
const AT_ONCE = 8_192;

/**
 * The items in the order of a comparison, equal ones as they stood: a merge sort that pauses, for lists that the
 * engine's own sort would hold the pane with. `[3, 1, 2]` by size is `[1, 2, 3]`.
 */
export function* sortInSteps(
  items: Int32Array,
  compare: (a: number, b: number) => number,
): Steps<Int32Array> {
  const { length } = items;
  let sorted = items.slice();
  let merged = new Int32Array(length);
  for (let start = 0; start < length; start += AT_ONCE) {
    yield start / length / 2;
    sorted.subarray(start, start + AT_ONCE).sort(compare);
  }
  for (let width = AT_ONCE; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const middle = Math.min(start + width, length);
      const end = Math.min(middle + width, length);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        if (at % AT_ONCE === 0) yield 0.5 + at / length / 2;
        const takesLeft =
          right === end || (left < middle && compare(sorted[left] ?? 0, sorted[right] ?? 0) <= 0);
        merged[at] = sorted[takesLeft ? left++ : right++] ?? 0;
      }
    }
    [sorted, merged] = [merged, sorted];
  }
  return sorted;
}
