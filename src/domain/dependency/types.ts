import type { Concentration, DependencyFlag, Share } from '../analysis';
import type { KeyMark } from '../entries';
import type { Money } from '../shared/money';

/** A holding, or a legal entity that belongs to none (method.md §3: the holding decides). */
export interface HoldingStanding {
  readonly name: string;
  /** Positions in `Analysis.clients`. */
  readonly members: readonly number[];
  readonly revenue: Money;
  readonly share: Share;
  readonly flag: DependencyFlag;
}

/** Concentration in one calendar quarter. */
export interface QuarterPoint {
  readonly year: number;
  /** 1 … 4 */
  readonly quarter: number;
  /** The file covers it from its first days to its last; the first and the last quarter may be cut short. */
  readonly isWhole: boolean;
  readonly base: Money;
  readonly top1: Share;
  readonly cr3: Share;
  readonly hhi: number;
  /** Name of the largest client of the quarter. */
  readonly leader: string;
}

/** What depends on one manager or product group: what leaves if it leaves. */
export interface PartStanding {
  /** `''` for rows that name none. */
  readonly name: string;
  /** Net sales of its rows in the period. */
  readonly revenue: Money;
  /** revenue ÷ Σ of the parts with positive revenue; 0 for others. */
  readonly share: Share;
  /** Clients with positive net revenue within it. */
  readonly clients: number;
  /** Share of its largest client within it, and that client's name; 0 and `''` without one. */
  readonly top1: Share;
  readonly leader: string;
  readonly hhi: number;
}

/** Why a client is key: its share, or marks by hand. */
export type KeyReason = 'share' | KeyMark;

export interface KeyClient {
  /** Position in `Analysis.clients`. */
  readonly client: number;
  readonly reasons: readonly KeyReason[];
}

export interface ManagerLoad {
  readonly manager: string;
  readonly keyClients: number;
  readonly revenue: Money;
  /** Revenue of its key clients. */
  readonly keyRevenue: Money;
  /** More key clients than `keysPerManager`. */
  readonly isOverloaded: boolean;
}

/** Dependency of the revenue on clients, holdings, managers and product groups (method.md §3). */
export interface Dependency {
  /** Strongest flag of each client's holding (its own where it has none); aligned with `Analysis.clients`. */
  readonly flags: readonly DependencyFlag[];
  /** Revenue ≥ `massMultiple` × the average client; aligned with `Analysis.clients`. */
  readonly isMass: readonly boolean[];
  /** Holdings of at least two clients or named in the source, by revenue descending; empty without holdings. */
  readonly holdings: readonly HoldingStanding[];
  /** Concentration over holdings; null without holdings or revenue. */
  readonly holdingConcentration: Concentration | null;
  /** Quarters up to the as-of date, oldest first; empty without dates. */
  readonly quarters: readonly QuarterPoint[];
  /** By revenue descending; empty without managers in the source. */
  readonly byManager: readonly PartStanding[];
  /** By product group, or by product where there are few; empty without either. */
  readonly byGroup: readonly PartStanding[];
  /** Positions of large clients that together bring more than `loyaltyPart`; empty if they don't. */
  readonly loyalty: readonly number[];
  readonly keyClients: readonly KeyClient[];
  readonly managers: readonly ManagerLoad[];
  /** ceil(key clients / `keysPerManager`). */
  readonly managersNeeded: number;
}
