import type { Share, VolumeClass } from '../analysis';
import type { Letter, PotentialFacts } from '../entries';
import type { ClientKey } from '../sales/types';
import type { ExcelSerial } from '../shared/dates';
import type { Money } from '../shared/money';
import type { ClassLimits } from './classLimits';
import type { PeriodBefore } from './movement';
import type { PeerGroup } from './peers';
import type { Rfm } from './rfm';

/** How a potential is known, in order of trust (method.md §2). */
export const POTENTIAL_METHODS = ['budget', 'share', 'norm', 'peers'] as const;
export type PotentialMethod = (typeof POTENTIAL_METHODS)[number];

/** What a client could buy a year. */
export interface Potential {
  readonly amount: Money;
  readonly method: PotentialMethod;
  readonly assessedOn: ExcelSerial | null;
}

/** How regularly a client buys, whatever the thresholds. */
export interface Regularity {
  /** Standard deviation (population) of its monthly revenue ÷ the mean. */
  readonly cv: number;
  /** Months from its first in the period to the end, empty ones included. */
  readonly months: number;
}

/** Class of regularity, with the coefficient of variation that decided it. */
export interface Xyz {
  readonly class: 'X' | 'Y' | 'Z';
  readonly cv: number;
}

/** Scores from 1, the highest the best. */
export interface RfmScores {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** Segmentation of one client. */
export interface ClientSegment {
  /** What is known about its potential: typed facts first, field by field, then listed ones; null if nothing is. */
  readonly facts: PotentialFacts | null;
  /** Never bought in the whole file: with a potential it is «потенциальный», outside ABCD (method.md §8). */
  readonly neverBought: boolean;
  /** A client of class A that belongs to its core; always false while the fourth band is off. */
  readonly isCore: boolean;
  /** Null: «потенциал не оценён», never imputed. */
  readonly potential: Potential | null;
  /** Revenue of the period brought to twelve months; equals the revenue for a period of twelve. */
  readonly annualRevenue: Money;
  /** annualRevenue ÷ potential, cut at 1; null without potential. */
  readonly budgetShare: Share | null;
  /** The client buys more than its potential says: «потенциал занижен». */
  readonly isUnderstated: boolean;
  /** max(0, potential − annualRevenue); null without potential. */
  readonly headroom: Money | null;
  readonly buysMuch: boolean;
  /** Null while the potential is unknown. */
  readonly canBuyMore: boolean | null;
  /** ABCD by potential; null while the potential is unknown. */
  readonly letter: Letter | null;
  /** Given by hand. */
  readonly override: Letter | null;
  /** The letter in force: the override, else the letter by potential; in model `volume` the volume class. */
  readonly effective: Letter | null;
  /** Headroom of at least `headroomNote` of all revenue on a client that is B or D (method.md §2). */
  readonly hasHeadroomNote: boolean;
  /** Volume class in the period before; null without one. */
  readonly classBefore: VolumeClass | null;
  /** Regularity; null without dates, sales or a positive mean. */
  readonly regularity: Regularity | null;
  /** Its class: null with too little data («нет данных»). */
  readonly xyz: Xyz | null;
  /** Scores by terciles and quintiles; null if the client never bought in the period or dates are unknown. */
  readonly rfmParts: Rfm | null;
  /** Scores in force, 1 … 3 or 1 … 5, 5 the best; null if RFM is hidden as well. */
  readonly rfm: RfmScores | null;
}

/** A client that never bought, with a known potential (method.md §8). By potential descending, then name, then key. */
export interface Prospect {
  readonly key: ClientKey;
  readonly name: string;
  readonly potential: Potential;
  readonly facts: PotentialFacts;
}

/** One client whose class changed, with the reason in money (method.md §2, “Movement”). */
export interface Move {
  /** Position in `Analysis.clients`. */
  readonly client: number;
  readonly from: VolumeClass;
  readonly to: VolumeClass;
  readonly revenueBefore: Money;
  readonly revenue: Money;
  readonly ordersBefore: number | null;
  readonly orders: number | null;
}

export interface Movement {
  /** Number of clients from (row) to (column), classes A, B, C, D. Margins equal the class counts of both periods. */
  readonly matrix: Readonly<Record<VolumeClass, Readonly<Record<VolumeClass, number>>>>;
  /** Those that changed, by |Δ revenue| descending. */
  readonly moves: readonly Move[];
}

/** Segmentation of the base (method.md §2). `clients` is aligned with `Analysis.clients`. */
export interface Segments {
  /** `potential` once any potential is known. */
  readonly model: 'volume' | 'potential';
  /** Bounds in force, as shares of the base: the settings' own, or computed from the curve. */
  readonly bounds: { readonly a: number; readonly b: number };
  /** The same in money, and where the core of A ends. */
  readonly limits: ClassLimits;
  /** What revenue of the period is multiplied by to stand for twelve months; 1 without dates. */
  readonly annualFactor: number;
  /** The least revenue of the period that counts as buying much; null if nobody can. */
  readonly leastMuch: Money | null;
  readonly peers: readonly PeerGroup[];
  readonly clients: readonly ClientSegment[];
  readonly prospects: readonly Prospect[];
  /** Positions of clients that buy and whose potential is unknown, largest revenue first. */
  readonly askFirst: readonly number[];
  /** Clients that RFM scores: those with purchases in the period. */
  readonly rfmClients: number;
  readonly movement: Movement | null;
  /** The period before; null without one. */
  readonly before: PeriodBefore | null;
}
