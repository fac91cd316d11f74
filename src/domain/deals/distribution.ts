import { units, ZERO } from '../shared/money';
import type { Money } from '../shared/money';
import type { Steps } from '../shared/steps';

/** A deal as the distribution sees it: an amount > 0 that comes with a chance 0 … 1, or not at all. */
export interface Wager {
  readonly amount: Money;
  readonly chance: number;
}

/** All sums that independent deals can come to, ascending, and how likely each is. */
export interface Distribution {
  readonly sums: Float64Array;
  readonly chances: Float64Array;
  /** No sum lies farther than this from what its deals exactly come to; 0 means exact. */
  readonly error: Money;
}

/** Up to so many deals all 2^n outcomes are enumerated: about a million. */
const MOST_ENUMERATED = 20;
/** Points of the lattice that sums of more deals are counted on: 500 deals then stay under 100 ms. */
const MOST_POINTS = 1 << 17;
/** Deals added between two breaths. */
const DEALS_A_STEP = 32;
/** Sums at either end that are rarer than this are left out: all of them together stay below 1e-17. */
const UNREACHABLE = 1e-25;
/** Sums merged between two breaths: a few milliseconds. */
const SUMS_A_STEP = 1 << 17;
/** Binary noise in accumulated chances lies far below this. */
const CHANCE_NOISE = 1e-12;

/**
 * The exact distribution of the sum of independent deals (method.md §4); no simulation. Up to 20 deals are enumerated.
 * More are counted by dynamic programming on the lattice of the amounts' greatest common divisor, which is exact too; if
 * that lattice had more than 131,072 points, on a coarser one, each amount moved to its nearest point, and `error`
 * says how far a sum can then be off.
 */
export function* distributionOf(wagers: readonly Wager[]): Steps<Distribution> {
  const uncertain = wagers.filter(isUncertain);
  const certain = certainSum(wagers);
  const lattice = latticeFor(uncertain);
  if (uncertain.length <= MOST_ENUMERATED && lattice.error > 0) return yield* enumerate(uncertain, certain);
  const chances = yield* countOn(lattice);
  return { sums: sumsOn(lattice, certain), chances, error: lattice.error };
}

/** The least sum that is reached with at least this probability from below: `quantile(d, 0.1)` is P10. */
export function quantile({ sums, chances }: Distribution, part: number): Money {
  let accumulated = 0;
  for (let at = 0; at < sums.length; at++) {
    accumulated += chances[at] ?? 0;
    if (accumulated >= part - CHANCE_NOISE && (chances[at] ?? 0) > 0) return units(sums[at] ?? 0);
  }
  return units(sums.at(-1) ?? 0);
}

/** The chance that the sum reaches an amount. */
export function chanceOfAtLeast({ sums, chances }: Distribution, amount: Money): number {
  let chance = 0;
  for (let at = sums.length - 1; at >= 0 && (sums[at] ?? 0) >= amount; at--) chance += chances[at] ?? 0;
  return Math.min(1, chance);
}

/** Standard deviation of the sum in money: `√Σ amount²·p·(1 − p)`. 1000 @ 40 %, 500 @ 80 %, 2000 @ 20 % give 959.2. */
export function standardDeviation(wagers: readonly Wager[]): number {
  return Math.sqrt(wagers.reduce((sum, wager) => sum + varianceOf(wager), 0));
}

/** What a deal adds to the variance of the sum. */
export function varianceOf({ amount, chance }: Wager): number {
  return amount * amount * chance * (1 - chance);
}

/**
 * For each of these deals (indices into `wagers`), the distribution of the sum without it: its step of the dynamic
 * programming is undone. If the deal is won the sum is its amount more. Calls back, for the distributions of all deals
 * together would be much memory.
 */
export function* withoutEach(
  wagers: readonly Wager[],
  chosen: readonly number[],
  use: (index: number, rest: Distribution) => void,
): Steps<void> {
  const uncertain = wagers.filter(isUncertain);
  const lattice = latticeFor(uncertain);
  const whole = yield* countOn(lattice);
  const sums = sumsOn(lattice, certainSum(wagers));
  for (const [done, index] of chosen.entries()) {
    yield done / chosen.length;
    const wager = wagers[index];
    const at = wager ? uncertain.indexOf(wager) : -1;
    if (!wager || at < 0) continue;
    const chances = withoutDeal(whole, lattice.points[at] ?? 0, wager.chance);
    use(index, { sums, chances, error: lattice.error });
  }
}

function isUncertain({ amount, chance }: Wager): boolean {
  return amount > 0 && chance > 0 && chance < 1;
}

function certainSum(wagers: readonly Wager[]): Money {
  return units(wagers.reduce((sum, { amount, chance }) => (chance >= 1 ? sum + amount : sum), 0));
}

/** The points on which sums are counted: deal `i` is `points[i]` steps of `unit`. */
interface Lattice {
  readonly wagers: readonly Wager[];
  readonly points: readonly number[];
  readonly unit: number;
  readonly size: number;
  readonly error: Money;
}

function latticeFor(wagers: readonly Wager[]): Lattice {
  const total = wagers.reduce((sum, { amount }) => sum + amount, 0);
  const common = wagers.reduce((divisor, { amount }) => greatestCommonDivisor(divisor, amount), 0) || 1;
  const unit = total / common < MOST_POINTS ? common : Math.ceil(total / (MOST_POINTS - 1));
  const points = wagers.map(({ amount }) => Math.round(amount / unit));
  return {
    wagers,
    points,
    unit,
    size: points.reduce((sum, point) => sum + point, 0) + 1,
    error: units(
      wagers.reduce((sum, { amount }, at) => sum + Math.abs(amount - (points[at] ?? 0) * unit), 0),
    ),
  };
}

function sumsOn({ size, unit }: Lattice, certain: Money): Float64Array {
  const sums = new Float64Array(size);
  for (let point = 0; point < size; point++) sums[point] = certain + point * unit;
  return sums;
}

/** Chances of the points, deal after deal, the small ones first: the reachable part of the lattice grows slowly. */
function* countOn({ wagers, points, size }: Lattice): Steps<Float64Array> {
  const chances = new Float64Array(size);
  chances[0] = 1;
  const order = [...wagers.keys()].sort((a, b) => (points[a] ?? 0) - (points[b] ?? 0));
  let [low, high] = [0, 0];
  for (const [done, index] of order.entries()) {
    if (done % DEALS_A_STEP === 0) yield done / order.length;
    const step = points[index] ?? 0;
    const won = wagers[index]?.chance ?? 0;
    if (step === 0) continue;
    const lost = 1 - won;
    high += step;
    const both = low + step;
    for (let at = high; at >= both; at--) {
      chances[at] = (chances[at] ?? 0) * lost + (chances[at - step] ?? 0) * won;
    }
    for (let at = Math.min(both, high + 1) - 1; at >= low; at--) chances[at] = (chances[at] ?? 0) * lost;
    // Ends that nobody will ever see cost as much as the middle.
    while (low < high && (chances[low] ?? 0) < UNREACHABLE) chances[low++] = 0;
    while (low < high && (chances[high] ?? 0) < UNREACHABLE) chances[high--] = 0;
  }
  return chances;
}

/** Undoes the step of one deal, from the end at which rounding errors shrink. */
function withoutDeal(whole: Float64Array, step: number, won: number): Float64Array {
  const rest = new Float64Array(whole.length);
  const lost = 1 - won;
  if (step === 0) return whole;
  if (won <= lost) {
    for (let at = 0; at < whole.length - step; at++) {
      rest[at] = Math.max(0, ((whole[at] ?? 0) - won * (at >= step ? (rest[at - step] ?? 0) : 0)) / lost);
    }
  } else {
    for (let at = whole.length - 1 - step; at >= 0; at--) {
      rest[at] = Math.max(0, ((whole[at + step] ?? 0) - lost * (rest[at + step] ?? 0)) / won);
    }
  }
  return rest;
}

/** All outcomes of few deals: the sums so far, merged with themselves moved by the next deal. */
function* enumerate(wagers: readonly Wager[], certain: Money): Steps<Distribution> {
  let sums = Float64Array.of(certain);
  let chances = Float64Array.of(1);
  for (const [done, { amount, chance }] of wagers.entries()) {
    yield done / wagers.length;
    ({ sums, chances } = yield* merged(sums, chances, amount, chance, done / wagers.length));
  }
  return { sums, chances, error: ZERO };
}

function* merged(
  sums: Float64Array,
  chances: Float64Array,
  amount: number,
  won: number,
  done: number,
): Steps<{ sums: Float64Array<ArrayBuffer>; chances: Float64Array<ArrayBuffer> }> {
  const { length } = sums;
  const nextSums = new Float64Array(2 * length);
  const nextChances = new Float64Array(2 * length);
  let size = 0;
  let lose = 0;
  for (let win = 0; win < length;) {
    if (size % SUMS_A_STEP === 0) yield done;
    const winning = (sums[win] ?? 0) + amount;
    const losing = lose < length ? (sums[lose] ?? 0) : Infinity;
    nextSums[size] = Math.min(winning, losing);
    let chance = 0;
    if (losing <= winning) chance += (chances[lose++] ?? 0) * (1 - won);
    if (winning <= losing) chance += (chances[win++] ?? 0) * won;
    nextChances[size++] = chance;
  }
  return { sums: nextSums.slice(0, size), chances: nextChances.slice(0, size) };
}

function greatestCommonDivisor(a: number, b: number): number {
  let [larger, smaller] = [a, b];
  while (smaller > 0) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
