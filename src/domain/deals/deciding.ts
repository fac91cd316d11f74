import type { Share } from '../analysis';
import { addMoney, subtractMoney, units } from '../shared/money';
import type { Money } from '../shared/money';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { chanceOfAtLeast, quantile, varianceOf, withoutEach } from './distribution';
import { isDue } from './outlook';
import type { Deal, DecidingDeal, PlanOutlook } from './types';

/** Deals looked at one by one: those that add most to the spread. */
const CANDIDATES = 12;
/** Deals shown: what a director can act on this week. */
const SHOWN = 5;
const MIDDLE = 0.5;

/**
 * The open deals whose end decides the forecast (method.md §4): what the median and the chance of the plan are if the
 * deal is won, and if it is lost. By the difference they make to the chance of the plan, without a plan to the median;
 * equal ones by their part of the variance, then as they stand.
 */
export function* decidingDeals(
  open: readonly Deal[],
  outlook: PlanOutlook | null,
): Steps<readonly DecidingDeal[]> {
  const variances = open.map(varianceOf);
  const variance = variances.reduce((sum, each) => sum + each, 0);
  if (variance === 0) return [];
  const candidates = [...open.keys()]
    .filter((index) => (variances[index] ?? 0) > 0)
    .sort((a, b) => (variances[b] ?? 0) - (variances[a] ?? 0) || a - b)
    .slice(0, CANDIDATES);

  const found = new Map<number, DecidingDeal>();
  yield* within(
    withoutEach(open, candidates, (deal, rest) => {
      const median = quantile(rest, MIDDLE);
      found.set(deal, {
        deal,
        medianWon: addMoney(median, amountOf(open, deal)),
        medianLost: median,
        chanceWon: null,
        chanceLost: null,
        part: ((variances[deal] ?? 0) / variance) as Share,
      });
    }),
    0,
    0.5,
  );
  if (outlook && outlook.plan > outlook.fact) {
    const left = subtractMoney(outlook.plan, outlook.fact);
    const due = candidates.map((index) => open[index]).filter((deal) => deal && isDue(deal, outlook.to));
    const wagers = open.filter((deal) => isDue(deal, outlook.to));
    const places = wagers.flatMap((deal, index) => (due.includes(deal) ? [index] : []));
    yield* within(
      withoutEach(wagers, places, (index, rest) => {
        const deal = open.indexOf(wagers[index] ?? ({} as Deal));
        const known = found.get(deal);
        if (!known) return;
        found.set(deal, {
          ...known,
          chanceWon: chanceOfAtLeast(rest, units(left - amountOf(open, deal))),
          chanceLost: chanceOfAtLeast(rest, left),
        });
      }),
      0.5,
      1,
    );
  }
  const weight = ({ chanceWon, chanceLost }: DecidingDeal) => (chanceWon ?? 0) - (chanceLost ?? 0);
  const swing = ({ medianWon, medianLost }: DecidingDeal) => medianWon - medianLost;
  return [...found.values()]
    .sort((a, b) => weight(b) - weight(a) || swing(b) - swing(a) || b.part - a.part || a.deal - b.deal)
    .slice(0, SHOWN);
}

function amountOf(open: readonly Deal[], index: number): Money {
  return open[index]?.amount ?? units(0);
}
