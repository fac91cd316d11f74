import { units } from '../shared/money';
import type { Money } from '../shared/money';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { distributionOf, quantile, standardDeviation } from './distribution';
import type { Distribution, Wager } from './distribution';
import type { ForecastBin, ForecastRange } from './types';

/** The middle eight of ten outcomes: method.md §4. */
const LOW = 0.1;
const MIDDLE = 0.5;
const HIGH = 0.9;
/** Slices of the chart: enough to see the shape, few enough to read. */
const BINS = 20;
/** Sums rarer than this at either end are not drawn; their chance stays in the outer slices. */
const UNSEEN = 0.001;

/** The sum of the deals as a range, from its exact distribution; null if no deal has a chance. */
export function* rangeOf(wagers: readonly Wager[]): Steps<ForecastRange | null> {
  if (!wagers.some(({ amount, chance }) => amount > 0 && chance > 0)) return null;
  const distribution = yield* within(distributionOf(wagers), 0, 1);
  return {
    p10: quantile(distribution, LOW),
    p50: quantile(distribution, MIDDLE),
    p90: quantile(distribution, HIGH),
    sigma: standardDeviation(wagers),
    error: distribution.error,
    bins: binsOf(distribution),
  };
}

/** Equal slices between the sums that are not too rare to see; a single possible sum is one slice. */
function binsOf(distribution: Distribution): readonly ForecastBin[] {
  const least = quantile(distribution, UNSEEN);
  const most = quantile(distribution, 1 - UNSEEN);
  const width = niceWidth((most - least) / BINS);
  if (width === 0) return [{ from: least, to: least, chance: 1, atLeast: 1 }];
  const start = Math.floor(least / width) * width;
  const count = Math.floor((most - start) / width) + 1;
  const chances = new Float64Array(count);
  const { sums, chances: all } = distribution;
  for (let at = 0; at < sums.length; at++) {
    const bin = Math.floor(((sums[at] ?? 0) - start) / width);
    const place = Math.min(count - 1, Math.max(0, bin));
    chances[place] = (chances[place] ?? 0) + (all[at] ?? 0);
  }
  const bins: ForecastBin[] = [];
  let above = 1;
  for (const [index, chance] of chances.entries()) {
    const from: Money = units(start + index * width);
    bins.push({ from, to: units(from + width), chance, atLeast: Math.min(1, Math.max(0, above)) });
    above -= chance;
  }
  return bins;
}

/** The next 1, 2 or 5 · 10^n that is at least the width: slices then begin at numbers a person can read. */
function niceWidth(width: number): number {
  if (width <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((each) => each * power >= width) ?? 10;
  return Math.max(1, Math.round(step * power));
}
