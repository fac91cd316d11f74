import type { Share } from '../analysis';
import { compareText } from '../shared/compareText';
import type { StageRule } from '../settings';
import type { Calibration, Deal } from './types';

/** Fewer closed deals than this in a group say nothing of their own: the group counts in the whole only. */
const LEAST_OF_A_GROUP = 5;

/**
 * Own win rates from the closed deals of the list, where there are at least `least` (method.md §4): by the stage they
 * stood on where a status tells the outcome, else by manager, else by source. Beside them the Brier score (mean squared
 * miss): of these rates, each deal judged by the others of its group; of one rate for all; of the probabilities given.
 * Offered to people, never applied.
 */
export function calibrationOf(
  deals: readonly Deal[],
  stages: readonly StageRule[],
  least: number,
): Calibration | null {
  const closed = deals.filter(({ outcome }) => outcome !== 'open');
  if (closed.length < Math.max(1, least)) return null;
  const won = closed.filter(isWon).length;
  const by = groupingOf(closed, stages);
  const counted = countBy(closed, (deal) => nameBy(by, deal, stages));
  const given = closed.flatMap((deal) => {
    const probability = givenTo(deal, stages);
    return probability === null ? [] : [(probability - hit(deal)) ** 2];
  });
  return {
    closed: closed.length,
    won,
    rate: (won / closed.length) as Share,
    by,
    groups: [...counted.values()].sort((a, b) => b.closed - a.closed || compareText(a.name, b.name)),
    brier: brierOf(closed, (deal) => {
      const group = counted.get(nameBy(by, deal, stages).toLowerCase());
      return group && group.closed >= LEAST_OF_A_GROUP ? group : { closed: closed.length, won };
    }),
    brierOverall: brierOf(closed, () => ({ closed: closed.length, won })),
    brierPreset: given.length >= Math.max(1, least) ? mean(given) : null,
  };
}

interface Rate {
  readonly closed: number;
  readonly won: number;
}

/** Mean squared miss of rates, each deal left out of the rate that judges it. */
function brierOf(closed: readonly Deal[], rateOf: (deal: Deal) => Rate): number {
  return mean(
    closed.map((deal) => {
      const rate = rateOf(deal);
      const others = rate.closed > 1 ? (rate.won - hit(deal)) / (rate.closed - 1) : 0.5;
      return (others - hit(deal)) ** 2;
    }),
  );
}

function groupingOf(closed: readonly Deal[], stages: readonly StageRule[]): Calibration['by'] {
  const different = (nameOf: (deal: Deal) => string) =>
    [...countBy(closed, nameOf).values()].filter(({ closed: count }) => count >= LEAST_OF_A_GROUP).length;
  if (different((deal) => nameBy('stage', deal, stages)) > 1) return 'stage';
  return different(({ manager }) => manager) > 1 || different(({ source }) => source) < 2
    ? 'manager'
    : 'source';
}

/** A stage that itself says “won” or “lost” tells nothing of the way there: all of them count as one. */
function nameBy(by: Calibration['by'], deal: Deal, stages: readonly StageRule[]): string {
  if (by === 'manager') return deal.manager;
  if (by === 'source') return deal.source;
  return isOnTheWay(deal, stages) ? deal.stageText : '';
}

function isOnTheWay({ stage }: Deal, stages: readonly StageRule[]): boolean {
  const probability = stage === null ? null : (stages[stage]?.probability ?? null);
  return probability !== null && probability > 0 && probability < 1;
}

/** The probability that a closed deal was given while open, as far as the list still shows it. */
function givenTo(deal: Deal, stages: readonly StageRule[]): number | null {
  const listed = deal.typed ?? deal.listed;
  if (listed !== null && listed > 0 && listed < 1) return listed;
  if (!isOnTheWay(deal, stages) || deal.stage === null) return null;
  return stages[deal.stage]?.probability ?? null;
}

function countBy(
  deals: readonly Deal[],
  nameOf: (deal: Deal) => string,
): ReadonlyMap<string, Rate & { readonly name: string }> {
  const groups = new Map<string, Rate & { readonly name: string }>();
  for (const deal of deals) {
    const name = nameOf(deal);
    const known = groups.get(name.toLowerCase());
    groups.set(name.toLowerCase(), {
      name: known?.name ?? name,
      closed: (known?.closed ?? 0) + 1,
      won: (known?.won ?? 0) + hit(deal),
    });
  }
  return groups;
}

function isWon({ outcome }: Deal): boolean {
  return outcome === 'won';
}

function hit(deal: Deal): 0 | 1 {
  return isWon(deal) ? 1 : 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
