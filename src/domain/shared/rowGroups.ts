import type { Steps } from './steps';

/**
 * Row numbers ordered by integer keys (indexed by row, the first key outermost); equal rows keep their order.
 * A counting sort per key, so linear in rows and in the range of each key; it pauses after each.
 * `[0, 1, 2]` by `[[5, 4, 5], [1, 1, 0]]` is `[1, 2, 0]`.
 */
export function* sortRows(rows: Int32Array, keys: readonly Int32Array[]): Steps<Int32Array> {
  let sorted = rows;
  for (const [done, key] of [...keys].reverse().entries()) {
    sorted = countingSort(sorted, key);
    yield (done + 1) / keys.length;
  }
  return sorted;
}

/** Where the group of rows that starts at `start` ends (exclusive): the rows that agree with its first in every key. */
export function endOfGroup(sorted: Int32Array, start: number, keys: readonly Int32Array[]): number {
  const head = sorted[start] ?? 0;
  let end = start + 1;
  while (end < sorted.length && keys.every((key) => key[sorted[end] ?? 0] === key[head])) end++;
  return end;
}

function countingSort(rows: Int32Array, key: Int32Array): Int32Array {
  const keyOf = (row: number) => key[row] ?? 0;
  let least = Infinity;
  let greatest = -Infinity;
  for (const row of rows) {
    const value = keyOf(row);
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  if (!(least < greatest)) return rows;

  // place[k] is where the next row with key k + least goes.
  const place = new Int32Array(greatest - least + 2);
  for (const row of rows) place[keyOf(row) - least + 1] = (place[keyOf(row) - least + 1] ?? 0) + 1;
  for (let k = 1; k < place.length; k++) place[k] = (place[k] ?? 0) + (place[k - 1] ?? 0);
  const sorted = new Int32Array(rows.length);
  for (const row of rows) {
    const slot = keyOf(row) - least;
    const position = place[slot] ?? 0;
    sorted[position] = row;
    place[slot] = position + 1;
  }
  return sorted;
}
