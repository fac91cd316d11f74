/** Steps a reading by sums may take per line before it is given up: hostile sheets could make it try for ever. */
const STEPS_A_LINE = 40;

/** Levels found by arithmetic. */
export interface SumLevels {
  /** Level of each line, 1 is outermost. */
  readonly levels: Int8Array;
  /** Headings of at least two lines whose amount was proved. */
  readonly proved: number;
  /** Headings whose lines end with the sheet before the sum is reached. */
  readonly open: number;
}

/**
 * Reads levels out of amounts alone: in an outline of `depth` levels where every heading stands above its lines and holds
 * their sum, a heading of level k repeats each amount below it depth − k times in all. So the group of a heading with
 * amount a ends where the running sum of the lines has grown by (depth − k) · a. `[30, 10, 20, 12, 12]` with depth 2
 * has levels `[1, 2, 2, 1, 2]`. Amounts are exact units. `mayBeCut` allows the last groups to end early (only the first
 * rows of a sheet are known). Null if the lines cannot be read so.
 */
export function levelsBySums(amounts: Float64Array, depth: number, mayBeCut: boolean): SumLevels | null {
  const reader = new SumReader(amounts, depth, mayBeCut);
  return reader.read();
}

class SumReader {
  private readonly levels: Int8Array;
  /** `sums[i]` is the sum of the lines before i. */
  private readonly sums: Float64Array;
  private readonly placesOfSum = new Map<number, number[]>();
  private steps = 0;

  constructor(
    private readonly amounts: Float64Array,
    private readonly depth: number,
    private readonly mayBeCut: boolean,
  ) {
    this.levels = new Int8Array(amounts.length);
    this.sums = new Float64Array(amounts.length + 1);
    for (let at = 0; at < amounts.length; at++) this.sums[at + 1] = this.sumBefore(at) + this.amountAt(at);
    for (const [place, sum] of this.sums.entries()) {
      const places = this.placesOfSum.get(sum);
      if (places) places.push(place);
      else this.placesOfSum.set(sum, [place]);
    }
  }

  read(): SumLevels | null {
    const { length } = this.amounts;
    if (length < 2 || !this.readGroups(1, 0, length)) return null;
    let proved = 0;
    let open = 0;
    for (let at = 0; at < length; at++) {
      const level = this.levels[at] ?? 0;
      if (level === this.depth) continue;
      let end = at + 1;
      while (end < length && (this.levels[end] ?? 0) > level) end++;
      const holds = this.sumBefore(end) - this.sumBefore(at + 1) === (this.depth - level) * this.amountAt(at);
      if (!holds) open++;
      else if (end - at > 1 + this.depth - level) proved++;
    }
    return { levels: this.levels, proved, open };
  }

  /** Reads the lines from … to as whole groups of a level. */
  private readGroups(level: number, from: number, to: number): boolean {
    if (level === this.depth) {
      this.levels.fill(level, from, to);
      return to > from;
    }
    let at = from;
    while (at < to) {
      if (this.steps++ > this.amounts.length * STEPS_A_LINE) return false;
      const end = this.endOfGroup(level, at, to);
      if (end < 0) {
        // A line of nothing changes no sum: it belongs to the group above it.
        if (at === from || this.amountAt(at) !== 0) return false;
        this.levels[at++] = this.depth;
        continue;
      }
      this.levels[at] = level;
      at = end;
    }
    return to > from;
  }

  /** Where the group of the heading ends: the first place at which its sum is reached and its lines read as groups; −1 if nowhere. */
  private endOfGroup(level: number, at: number, to: number): number {
    const wanted = this.sumBefore(at + 1) + (this.depth - level) * this.amountAt(at);
    const places = this.placesOfSum.get(wanted) ?? [];
    for (let index = firstAbove(places, at + 1); index < places.length; index++) {
      const end = places[index] ?? Infinity;
      if (end > to) break;
      if (this.readGroups(level + 1, at + 1, end)) return end;
    }
    const isCut = this.mayBeCut && to === this.amounts.length;
    if (!isCut) return -1;
    return at + 1 === to || this.readGroups(level + 1, at + 1, to) ? to : -1;
  }

  private amountAt(at: number): number {
    return this.amounts[at] ?? 0;
  }

  private sumBefore(at: number): number {
    return this.sums[at] ?? 0;
  }
}

/** Index of the first place above a bound, in ascending places. */
function firstAbove(places: readonly number[], bound: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
