import type { Dependency } from './dependency/types';
import type { Health } from './health/types';
import type { Segments } from './segments/types';
import type { Team } from './team/types';
import type { ExcelSerial } from './shared/dates';
import type { Money } from './shared/money';
import type { ClientKey } from './sales/types';

declare const shareBrand: unique symbol;

/** A part of a whole as a fraction: 0.2 is 20 %. */
export type Share = number & { readonly [shareBrand]: true };

export type VolumeClass = 'A' | 'B' | 'C' | 'D';
export type DependencyFlag = 'none' | 'large' | 'critical' | 'mono';

/** The span analysed and the one before it; both ends inclusive. */
export interface Period {
  readonly from: ExcelSerial;
  readonly to: ExcelSerial;
  /** Calendar months the span touches. */
  readonly months: number;
  /** The file is shorter than the period asked for: banner «неполный год». */
  readonly partial: boolean;
  /** The equally long span before, or null if the file does not reach back that far. */
  readonly previous: { readonly from: ExcelSerial; readonly to: ExcelSerial } | null;
}

/** One client in the period. Ordered by revenue descending, then by name. */
export interface ClientRow {
  /** Index into `ledger.clients`. */
  readonly index: number;
  readonly key: ClientKey;
  readonly name: string;
  /** Net revenue in the period (returns netted), may be ≤ 0. */
  readonly revenue: Money;
  /** Net revenue in the previous period; null if there is none. */
  readonly previous: Money | null;
  /** revenue ÷ base; null for clients without positive net revenue. */
  readonly share: Share | null;
  /** 1 for the largest; null without positive net revenue. */
  readonly rank: number | null;
  /** Share accumulated before the client's tie group; null without positive net revenue. */
  readonly cumulativeBefore: Share | null;
  readonly volumeClass: VolumeClass;
  readonly flag: DependencyFlag;
  /** Distinct (document) or (day) purchases with a positive total in the period. Null without documents and dates. */
  readonly orders: number | null;
  readonly averageOrder: Money | null;
  /** First and last purchase in the whole file up to the as-of date. */
  readonly first: ExcelSerial | null;
  readonly last: ExcelSerial | null;
  readonly daysSince: number | null;
  /** The manager with the largest revenue of this client in the period. */
  readonly manager: string | null;
}

/** Concentration of revenue (method.md §3). All over clients with positive net revenue. */
export interface Concentration {
  /** Σ max(net, 0): the base of all shares. */
  readonly base: Money;
  /** Σ min(net, 0), ≤ 0. */
  readonly negatives: Money;
  /** base + negatives. */
  readonly net: Money;
  /** CR_n as shares for n = 1, 2, 3, 5, 10. */
  readonly cr: Readonly<Record<'1' | '2' | '3' | '5' | '10', Share>>;
  /** 0 … 10,000. */
  readonly hhi: number;
  readonly effectiveClients: number;
  /** Null for a single client. */
  readonly gini: number | null;
  /** Least number of clients giving 80 %. */
  readonly k80: number;
  readonly flags: { readonly large: number; readonly critical: number; readonly mono: number };
}

/** The sales analysed: what the tabs show. */
export interface Analysis {
  readonly asOf: ExcelSerial | null;
  /** Null if the source has no dates: then everything is the period. */
  readonly period: Period | null;
  readonly clients: readonly ClientRow[];
  /** Null when no client has positive net revenue: no classes, a message (method.md §8). */
  readonly concentration: Concentration | null;
  readonly segments: Segments;
  readonly dependency: Dependency;
  /** Null without dates. */
  readonly health: Health | null;
  /** Null without dates. */
  readonly team: Team | null;
}
