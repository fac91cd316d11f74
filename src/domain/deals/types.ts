import type { DependencyFlag, Share } from '../analysis';
import type { RowProblem } from '../lists/types';
import type { ClientKey } from '../sales/types';
import type { StageRule } from '../settings';
import type { ExcelSerial, MonthIndex } from '../shared/dates';
import type { Money } from '../shared/money';
import type { Answers, Checklist } from './checklist';
import type { Outcome } from './outcome';
import type { DealCategory, ProbabilitySource } from './probability';

/** What is wrong with a deal: the deal stays, and is listed (method.md §4). */
export const DEAL_PROBLEMS = [
  'unknownStage',
  'badProbability',
  'noAmount',
  'noDate',
  'duplicate',
  'overdue',
  'moved',
] as const;
export type DealProblem = (typeof DEAL_PROBLEMS)[number];

/** One deal with everything the method says of it. */
export interface Deal {
  readonly key: string;
  /** One-based row of the user's sheet; null for a deal typed into our form. */
  readonly row: number | null;
  readonly client: ClientKey | null;
  /** As the ledger calls the client, else as the first row of its deals does; `''` where nobody is named. */
  readonly clientName: string;
  readonly name: string;
  /** 0 where there is none. */
  readonly amount: Money;
  /** As written in the sheet. */
  readonly stageText: string;
  /** Index into `Deals.stages`; null if the text is not in the table. */
  readonly stage: number | null;
  readonly outcome: Outcome;
  readonly expectedOn: ExcelSerial | null;
  readonly closedOn: ExcelSerial | null;
  readonly manager: string;
  readonly source: string;
  readonly answers: Answers;
  readonly checklist: Checklist | null;
  /** Typed on our tab, and as it stands in the sheet: the first one wins. */
  readonly typed: number | null;
  readonly listed: number | null;
  /** Null if neither a hand, a checklist nor a stage tells it: the forecast leaves the deal out and lists it. */
  readonly probability: number | null;
  readonly because: ProbabilitySource;
  readonly daysOverdue: number | null;
  readonly factor: number;
  /** probability · factor; 0 if unknown. */
  readonly chance: number;
  readonly expected: Money;
  readonly category: DealCategory;
  readonly moves: number | null;
  readonly problems: readonly DealProblem[];
}

/** Deals summed. */
export interface DealSum {
  readonly deals: number;
  readonly amount: Money;
  readonly expected: Money;
}

/** The open deals of one stage, manager or client. */
export interface DealGroup extends DealSum {
  /** As shown; `''` where the deals name none. */
  readonly name: string;
}

/** One month of plan, forecast and fact. */
export interface DealMonth extends DealSum {
  /** Null for deals without a date. */
  readonly month: MonthIndex | null;
  /** Typed on «Прогноз». */
  readonly plan: Money | null;
  /** Deals won in the month. */
  readonly won: Money;
  /** Revenue of the ledger; null where the ledger does not reach. */
  readonly sales: Money | null;
}

/** The sum of the open deals as a range, never one number. */
export interface ForecastRange {
  readonly p10: Money;
  readonly p50: Money;
  readonly p90: Money;
  /** Standard deviation, in units of `Money`, not whole. */
  readonly sigma: number;
  /** No number of the range is farther off than this; 0 if exact. */
  readonly error: Money;
  /** Equal slices of the range with their chances, for the chart. */
  readonly bins: readonly ForecastBin[];
}

export interface ForecastBin {
  /** Sums from … to, the upper end not in it but for the last. */
  readonly from: Money;
  readonly to: Money;
  readonly chance: number;
  /** The chance of `from` or more. */
  readonly atLeast: number;
}

/** The months people planned, taken together: from the month of the as-of date on. */
export interface PlanOutlook {
  readonly to: MonthIndex;
  readonly plan: Money;
  /** Already there: deals won in these months, or sales where the list knows no won deals. */
  readonly fact: Money;
  readonly factIs: 'won' | 'sales';
  /** Open deals due by the end of the last planned month, overdue ones with them. */
  readonly due: DealSum;
  /** due.amount ÷ (plan − fact); null once the plan is reached. */
  readonly coverage: number | null;
  /** Chance that fact and due deals together reach the plan. */
  readonly chance: number;
}

/** An open deal whose end decides the forecast. */
export interface DecidingDeal {
  /** Index into `Deals.open`. */
  readonly deal: number;
  /** Median of the sum if it is won, and if it is lost. */
  readonly medianWon: Money;
  readonly medianLost: Money;
  /** Chance of the plan if it is won, and if it is lost; null without a plan that it is due for. */
  readonly chanceWon: number | null;
  readonly chanceLost: number | null;
  /** Its part of the variance of the sum. */
  readonly part: Share;
}

/** Own experience: how often closed deals were won, offered beside the stage table (method.md §4). */
export interface Calibration {
  readonly closed: number;
  readonly won: number;
  readonly rate: Share;
  readonly by: 'stage' | 'manager' | 'source';
  readonly groups: readonly { readonly name: string; readonly closed: number; readonly won: number }[];
  /** Mean squared miss of the groups' own rates, each deal judged by the others; of one rate for all. */
  readonly brier: number;
  readonly brierOverall: number;
  /** Of the probabilities that the stage table or the sheet gave the same deals; null where they are not known. */
  readonly brierPreset: number | null;
}

/** What the open deals would do to the dependency on one client (method.md §4, “Pipeline × dependency”). */
export interface ClientOutlook {
  readonly key: ClientKey | null;
  readonly name: string;
  /** Net revenue of the period. */
  readonly revenue: Money;
  readonly open: Money;
  readonly expected: Money;
  readonly share: Share;
  readonly flag: DependencyFlag;
  /** If all deals come to what is expected of them. */
  readonly shareExpected: Share;
  readonly flagExpected: DependencyFlag;
  /** If only its own deals close, in full. */
  readonly shareOwn: Share;
  readonly flagOwn: DependencyFlag;
  /** If all deals close. */
  readonly shareAll: Share;
  readonly flagAll: DependencyFlag;
}

/** One deal that alone changes a flag. */
export interface FlagMove {
  /** Index into `Deals.open`. */
  readonly deal: number;
  /** Whose flag changes: the deal's own client, or the largest one that it dilutes. */
  readonly name: string;
  readonly before: Share;
  readonly after: Share;
  readonly from: DependencyFlag;
  readonly to: DependencyFlag;
}

export interface PipelineDependency {
  /** Σ max(net, 0) now, with what is expected of the deals, and with all of them. */
  readonly bases: { readonly now: Money; readonly expected: Money; readonly all: Money };
  /** Clients with open deals and the largest client, by share if all close, descending. */
  readonly clients: readonly ClientOutlook[];
  /** Deals that push their client over a limit, and those that bring the largest client below one. */
  readonly pushes: readonly FlagMove[];
  readonly dilutes: readonly FlagMove[];
}

/** What makes the forecast doubtful (method.md §4). */
export type DealWarning =
  | {
      /** One deal is more than `oneDealPart` of the forecast. */
      readonly code: 'oneDeal';
      readonly deal: number;
      readonly part: Share;
      readonly without: Money;
    }
  | { readonly code: 'fewDeals'; readonly deals: number }
  | { readonly code: DealProblem; readonly deals: number };

/** The pipeline (method.md §4). */
export interface Deals {
  readonly asOf: ExcelSerial;
  /** Sheet the deals come from; null: they were typed into our form. */
  readonly sheet: string | null;
  readonly stages: readonly StageRule[];
  /** All deals in the order of the list. */
  readonly all: readonly Deal[];
  /** Cells of the list that could not be read. */
  readonly rowProblems: readonly RowProblem[];
  /** Open deals by expected amount, then amount, descending, then as listed. */
  readonly open: readonly Deal[];
  readonly totals: {
    readonly open: DealSum;
    /** Those with a date: the forecast of the months. */
    readonly dated: DealSum;
    readonly won: DealSum;
    readonly lost: DealSum;
  };
  readonly byStage: readonly DealGroup[];
  readonly byManager: readonly DealGroup[];
  readonly byClient: readonly DealGroup[];
  readonly byCategory: Readonly<Record<DealCategory, DealSum>>;
  /** Ascending; deals without a date last. */
  readonly byMonth: readonly DealMonth[];
  /** Null without an open deal that has a chance. */
  readonly range: ForecastRange | null;
  readonly outlook: PlanOutlook | null;
  readonly deciding: readonly DecidingDeal[];
  readonly warnings: readonly DealWarning[];
  readonly calibration: Calibration | null;
  /** Null without revenue. */
  readonly dependency: PipelineDependency | null;
  /** Keys of deals that people wrote about and that the list no longer holds. */
  readonly vanished: readonly string[];
}
