import type { Share } from '../analysis';
import type { ExcelSerial } from '../shared/dates';
import type { Money } from '../shared/money';
import type { IntervalClass } from '../team/types';

/** Status of a client by its own rhythm (method.md §6). */
export const STATUSES = ['active', 'cooling', 'sleeping', 'lost', 'new', 'single'] as const;
export type Status = (typeof STATUSES)[number];

/** Limits in days since the last purchase, each inclusive. */
export interface StatusLimits {
  readonly active: number;
  readonly cooling: number;
  readonly sleeping: number;
}

export interface ClientHealth {
  /** Null for a client that never bought up to the as-of date. */
  readonly status: Status | null;
  /** Distinct days of purchase up to the as-of date. */
  readonly purchaseDays: number;
  /** The second of them; null with fewer. */
  readonly second: ExcelSerial | null;
  /** Median days between purchases, however few; null with fewer than two. */
  readonly interval: number | null;
  /** Median days between purchases; null with fewer than `rhythmDates` of them. */
  readonly medianInterval: number | null;
  /** The client's rhythm in days: max(medianInterval, `rhythmFloor`); null without a median. */
  readonly rhythm: number | null;
  /** Limits in days since the last purchase: active up to, cooling up to, sleeping up to (and lost from `lostDays`). */
  readonly limits: StatusLimits;
  /** The client's own rhythm, or the limits of the type of sales. */
  readonly basis: 'own' | 'type';
  /** Last purchase + rhythm, to the whole day; null without a rhythm of its own. */
  readonly expectedNext: ExcelSerial | null;
  /**
   * The average year of the client's revenue, what is lost if it stays away: net revenue up to the as-of date ÷ years
   * since its first purchase, at least one; never below 0.
   */
  readonly yearlyRevenue: Money;
  /** yearlyRevenue of cooling and sleeping clients; null of others. */
  readonly moneyAtRisk: Money | null;
  /** Distinct products (or groups) bought in the period; null without such a column. */
  readonly breadth: number | null;
  /** Items of the must-list bought in the period ÷ items of the must-list; null without one. */
  readonly mustListShare: Share | null;
}

/** Second purchases to first ones, both forms (method.md §6). A second purchase is one of another day. */
export interface SecondPurchases {
  /** Clients first seen before this day may have bought before the file begins: «начало неизвестно». */
  readonly knownFrom: ExcelSerial;
  readonly firstEver: number;
  readonly secondEver: number;
  /** (a) secondEver ÷ firstEver of the period; null without first purchases. */
  readonly ratio: number | null;
  /** (b) clients with a second purchase within W days ÷ clients whose first purchase is at least W old. */
  readonly cohort: number;
  readonly cohortReturned: number;
  readonly cohortRatio: number | null;
  /** Clients left out: first seen in the file's first months. */
  readonly unknownStart: number;
}

/** Retention of the clients with positive net revenue in the period before. Null ratios: there are none. */
export interface Retention {
  /** Clients of the base, and those of them with positive net revenue now. */
  readonly clients: number;
  readonly kept: number;
  /** Revenue of the base before and now (negatives cut at 0), and the smaller of both client by client. */
  readonly before: Money;
  readonly now: Money;
  readonly held: Money;
  /** now ÷ before; held ÷ before; kept ÷ clients. */
  readonly nrr: number | null;
  readonly grr: number | null;
  readonly logo: number | null;
}

/** Causes of a change in revenue, in the order of the bridge. */
export const BRIDGE_PARTS = ['new', 'reactivated', 'expansion', 'contraction', 'lost'] as const;
export type BridgePart = (typeof BRIDGE_PARTS)[number];

/** Δ revenue by cause; the parts add up to `delta` exactly. Contraction and loss are ≤ 0, the others ≥ 0. */
export interface Bridge extends Readonly<Record<BridgePart, Money>> {
  /** Net revenue of the period before and of the period. */
  readonly before: Money;
  readonly now: Money;
  readonly delta: Money;
  /** Clients in each part; those without a change are in none. */
  readonly clients: Readonly<Record<BridgePart, number>>;
}

/** What was bought in a period, in numbers whose ratios are the average order, the frequency and the breadth. */
export interface Activity {
  /** Orders with a positive total, their sum, and the clients that placed them. */
  readonly orders: number;
  readonly total: Money;
  readonly buyers: number;
  /** Calendar months of the period. */
  readonly months: number;
  /** Distinct products (or groups) added up over the buyers; null without such a column. */
  readonly items: number | null;
  /** total ÷ orders; orders ÷ buyers ÷ months; items ÷ buyers. Null where nothing was bought. */
  readonly averageOrder: Money | null;
  readonly frequency: number | null;
  readonly breadth: number | null;
}

/** The must-list against what is bought. */
export interface MustList {
  /** Distinct items of the list, and those of them that stand nowhere in the sales. */
  readonly items: number;
  readonly unknown: number;
  /** Distinct items of the list bought in the period, added up over the buyers. */
  readonly bought: number;
}

/** Figures of one calendar month, for trends. */
export interface MonthPoint {
  readonly year: number;
  /** 1 … 12 */
  readonly month: number;
  readonly revenue: Money;
  readonly orders: number;
  readonly active: number;
  /** Clients whose first purchase ever is in this month. */
  readonly first: number;
  /** Clients active this month and the month before. */
  readonly retained: number;
  /** Clients active this month, not the month before, and earlier. */
  readonly returned: number;
  readonly averageOrder: Money | null;
}

export const QUESTIONS = [
  'existingSellMore',
  'budgetLarger',
  'existingFall',
  'orderTakers',
  'leaveForGood',
  'orderCouldGrow',
  'reacting',
  'shrinking',
] as const;
export type QuestionKey = (typeof QUESTIONS)[number];

/** One of the director's eight questions (method.md §6). */
export interface Question {
  readonly key: QuestionKey;
  /** What the data say; where they say nothing, what people typed; `unknown` without either. */
  readonly answer: 'yes' | 'no' | 'unknown';
  /** Who answered; null while nobody did. */
  readonly by: 'data' | 'people' | null;
  /** Data cannot answer this one, people do. */
  readonly isAsked: boolean;
  /** Is a «yes» a warning? Else it is an opportunity. */
  readonly isWarning: boolean;
  /** Numbers of the sentence behind the answer, by name; empty where data do not answer. Money is in `Money` units. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** Health of the client base (method.md §6). `clients` is aligned with `Analysis.clients`. */
export interface Health {
  readonly clients: readonly ClientHealth[];
  readonly statuses: Readonly<Record<Status, number>>;
  /** The type of sales whose limits hold for clients without a rhythm of their own. */
  readonly limitsType: IntervalClass;
  /** First day of the file with a sale. */
  readonly fileStart: ExcelSerial;
  readonly seconds: SecondPurchases;
  /** Null without a period before. */
  readonly retention: Retention | null;
  readonly bridge: Bridge | null;
  /** Positive net revenue of clients who bought before the period; null if the file starts with the period. */
  readonly existingRevenue: Money | null;
  /** existingRevenue ÷ all positive net revenue; null without either. */
  readonly existingPart: number | null;
  readonly activity: Activity;
  readonly activityBefore: Activity | null;
  /** Revenue ÷ orders in the period; orders ÷ buyers ÷ months; mean distinct items per buyer. */
  readonly averageOrder: Money | null;
  readonly averageOrderBefore: Money | null;
  readonly frequency: number | null;
  readonly breadth: number | null;
  /** Null without a must-list or without a column of products. */
  readonly mustList: MustList | null;
  /** Mean of the buyers' `mustListShare`. */
  readonly mustListShare: number | null;
  /** Clients contacted before the as-of date, and those of them that bought on a later day. */
  readonly contacted: number;
  readonly reactivated: number;
  /** Clients contacted on the as-of date or later: the file cannot tell yet. */
  readonly awaited: number;
  /** Σ moneyAtRisk. */
  readonly moneyAtRisk: Money;
  /** Positions of the cooling, sleeping and lost clients, by average year descending: whom to win back first. */
  readonly atRisk: readonly number[];
  /** Up to 24 months up to the as-of date, oldest first. */
  readonly months: readonly MonthPoint[];
  readonly questions: readonly Question[];
}
