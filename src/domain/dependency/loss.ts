import type { ClientRow, DependencyFlag, Share } from '../analysis';
import type { Thresholds } from '../settings';
import type { Money } from '../shared/money';
import { moneyToNumber, subtractMoney, units } from '../shared/money';
import { concentrationRatio } from './concentrationRatio';
import { dependencyFlagger } from './flags';
import { herfindahl } from './herfindahl';

/** Where a client that stays would stand. */
export interface Remaining {
  /** Position in `Analysis.clients`. */
  readonly client: number;
  readonly share: Share;
  readonly flag: DependencyFlag;
}

/** What the loss of clients would do (method.md §3, “Loss test”). */
export interface Loss {
  /** Positive net revenue of the lost, and its share in the base. */
  readonly lost: Money;
  readonly share: Share;
  /** The base without them. */
  readonly base: Money;
  /** Average revenue of the lost a month, in currency units: what is to be replaced. Null without dates. */
  readonly monthly: number | null;
  /** How many average clients of volume class B make up for them; null without clients of class B. */
  readonly averageB: number | null;
  /** CR1, CR3 and HHI of those who stay; null when nobody does. */
  readonly top1: Share | null;
  readonly cr3: Share | null;
  readonly hhi: number | null;
  /** Those who stay and buy, largest first. */
  readonly rest: readonly Remaining[];
}

/**
 * What is left without some clients (positions; what is no position of a buyer changes nothing): new shares and flags
 * of the others, and what it takes to replace the lost. `months` is the length of the period, null without dates.
 * The example of method.md §9 without its largest leaves 5800, of which the next client holds 39.7 %.
 */
export function lossOf(
  clients: readonly ClientRow[],
  lost: ReadonlySet<number>,
  thresholds: Pick<Thresholds, 'flagLarge' | 'flagCritical' | 'flagMono'>,
  months: number | null,
): Loss {
  const buyers = [...clients.entries()].filter(([, { revenue }]) => revenue > 0);
  const stay = buyers.filter(([position]) => !lost.has(position));
  const whole = totalOf(buyers);
  const base = totalOf(stay);
  const gone = subtractMoney(whole, base);
  const middle = buyers.filter(([, { volumeClass }]) => volumeClass === 'B');
  const flagOf = dependencyFlagger(base, thresholds);
  const descending = Float64Array.from(stay, ([, { revenue }]) => revenue);
  return {
    lost: gone,
    share: (whole > 0 ? gone / whole : 0) as Share,
    base,
    monthly: months === null ? null : moneyToNumber(gone) / months,
    averageB: middle.length > 0 ? gone / (totalOf(middle) / middle.length) : null,
    top1: base > 0 ? concentrationRatio(descending, base, 1) : null,
    cr3: base > 0 ? concentrationRatio(descending, base, 3) : null,
    hhi: base > 0 ? herfindahl(Array.from(descending, (revenue) => revenue / base)) : null,
    rest: stay.map(([client, { revenue }]) => ({
      client,
      share: (revenue / base) as Share,
      flag: flagOf(revenue),
    })),
  };
}

function totalOf(buyers: readonly (readonly [number, ClientRow])[]): Money {
  return units(buyers.reduce((total, [, { revenue }]) => total + revenue, 0));
}
