import type { Share } from '../analysis';
import type { ExcelSerial } from '../shared/dates';
import type { Money } from '../shared/money';

/** Status of a client by its own rhythm (method.md §6). */
export const STATUSES = ['active', 'cooling', 'sleeping', 'lost', 'new', 'single'] as const;
export type Status = (typeof STATUSES)[number];

export interface ClientHealth {
  /** Null for a client that never bought up to the as-of date. */
  readonly status: Status | null;
  /** Distinct days of purchase up to the as-of date. */
  readonly purchaseDays: number;
  /** Median days between purchases; null with fewer than `rhythmDates` of them. */
  readonly medianInterval: number | null;
  /** Limits in days since the last purchase: active up to, cooling up to, sleeping up to. */
  readonly limits: { readonly active: number; readonly cooling: number; readonly sleeping: number };
  /** The client's own rhythm, or the limits of the type of sales. */
  readonly basis: 'own' | 'type';
  /** Last purchase + rhythm; null without a rhythm of its own. */
  readonly expectedNext: ExcelSerial | null;
  /** The average year of the client's revenue: what is lost if it stays away. */
  readonly yearlyRevenue: Money;
  /** yearlyRevenue of cooling and sleeping clients; null of others. */
  readonly moneyAtRisk: Money | null;
  /** Distinct products (or groups) bought in the period; null without such a column. */
  readonly breadth: number | null;
  /** Items of the must-list bought ÷ items of the must-list; null without one. */
  readonly mustListShare: Share | null;
}

/** Second purchases to first ones, both forms (method.md §6). */
export interface SecondPurchases {
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

/** Retention of the clients of the period before. Null members: nobody bought before. */
export interface Retention {
  readonly nrr: number | null;
  readonly grr: number | null;
  readonly logo: number | null;
}

/** Δ revenue by cause; the parts add up to `delta` exactly. Contraction and loss are ≤ 0. */
export interface Bridge {
  readonly before: Money;
  readonly new: Money;
  readonly reactivated: Money;
  readonly expansion: Money;
  readonly contraction: Money;
  readonly lost: Money;
  readonly now: Money;
  readonly delta: Money;
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
  /** `asked`: data cannot answer, people do; `unknown`: data is missing. */
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly isAsked: boolean;
  /** Is a «yes» a warning? */
  readonly isWarning: boolean;
  /** Numbers of the sentence behind the answer, by name. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** Health of the client base (method.md §6). `clients` is aligned with `Analysis.clients`. */
export interface Health {
  readonly clients: readonly ClientHealth[];
  readonly statuses: Readonly<Record<Status, number>>;
  readonly seconds: SecondPurchases;
  /** Null without a period before. */
  readonly retention: Retention | null;
  readonly bridge: Bridge | null;
  /** Revenue of clients who bought before the period ÷ revenue; null if the file starts with the period. */
  readonly existingPart: number | null;
  /** Revenue ÷ orders in the period; orders ÷ buyers ÷ months; mean distinct items per buyer. */
  readonly averageOrder: Money | null;
  readonly averageOrderBefore: Money | null;
  readonly frequency: number | null;
  readonly breadth: number | null;
  readonly mustListShare: number | null;
  /** Sleeping or lost clients that were contacted, and those of them that bought afterwards. */
  readonly contacted: number;
  readonly reactivated: number;
  /** Σ moneyAtRisk. */
  readonly moneyAtRisk: Money;
  /** Positions of clients to win back, by money at risk descending. */
  readonly atRisk: readonly number[];
  /** Up to 24 months up to the as-of date, oldest first. */
  readonly months: readonly MonthPoint[];
  readonly questions: readonly Question[];
}
