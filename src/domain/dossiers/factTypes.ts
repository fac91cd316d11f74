import type { DependencyFlag, Share, VolumeClass } from '../analysis';
import type { Deal, DealSum } from '../deals/types';
import type { KeyReason } from '../dependency/types';
import type { Letter } from '../entries';
import type { Status } from '../health/types';
import type { ClientKey } from '../sales/types';
import type { Potential, Segments, Xyz } from '../segments/types';
import type { ExcelSerial } from '../shared/dates';
import type { Money } from '../shared/money';

/** The holding of a client as «Зависимость» shows it (method.md §3). */
export interface DossierHolding {
  readonly name: string;
  /** Net revenue of all its members in the period, and its part of the base. */
  readonly revenue: Money;
  readonly share: Share;
  readonly flag: DependencyFlag;
  /** Clients that belong to it, this one among them. */
  readonly members: number;
}

/** Where a client buys: regions with a purchase up to the as-of date. */
export interface DossierPlaces {
  /** At most five, by net revenue descending, then by name. */
  readonly names: readonly string[];
  /** All of them. */
  readonly count: number;
}

/** What «ABCD», «Зависимость» and «Здоровье базы» say of the client's sales (method.md §5, section 3). */
export interface DossierSales {
  /** Net revenue of the period; of the period before, null if there is none. */
  readonly revenue: Money;
  readonly previous: Money | null;
  /** revenue − previous; null without a period before. */
  readonly change: Money | null;
  /** change ÷ previous: 0.2 is growth by a fifth; null unless the client brought revenue before. */
  readonly changePart: number | null;
  /** revenue ÷ base, and its place by revenue; null without positive net revenue. */
  readonly share: Share | null;
  readonly rank: number | null;
  /** The client's own flag, and the one in force: that of its holding, where it has one (method.md §3). */
  readonly ownFlag: DependencyFlag;
  readonly flag: DependencyFlag;
  /** Purchases in the period and their mean; null without documents and dates. */
  readonly orders: number | null;
  readonly averageOrder: Money | null;
  /** First and last purchase in the file up to the as-of date; null if there is none or without dates. */
  readonly first: ExcelSerial | null;
  readonly last: ExcelSerial | null;
  /** Days from the last purchase to the as-of date. */
  readonly daysSince: number | null;
  /** First seen in the file's first months, so that it may be an older client (method.md §6); false without a purchase. */
  readonly startUnknown: boolean;
  /** Whole months from the first purchase to the as-of date ÷ 12; null without one. */
  readonly years: number | null;
  /** Median days between days of purchase up to the as-of date, however few; null with fewer than two of them. */
  readonly interval: number | null;
  /** The rhythm that status is told by: the interval of enough dates, at least `rhythmFloor`; null with too few dates. */
  readonly rhythm: number | null;
  /** Distinct days of purchase up to the as-of date: what the interval is told from; null without dates. */
  readonly purchaseDays: number | null;
  /** Last purchase + rhythm; null without a rhythm of its own. */
  readonly expectedNext: ExcelSerial | null;
  /** By the client's rhythm (method.md §6); null without dates or purchases. */
  readonly status: Status | null;
}

/** One product or group of the client's purchases. */
export interface DossierItem {
  readonly name: string;
  /** Net revenue of the client in the period, above 0. */
  readonly revenue: Money;
  /** revenue ÷ net revenue of the client; null where returns leave it none. */
  readonly share: number | null;
}

/** What a client buys in the period, and what of the base it does not (method.md §5). */
export interface DossierAssortment {
  /** What `bought`, `inBase` and `notBought` count: the source's groups, else its products. */
  readonly unit: 'group' | 'product';
  /** Distinct ones the client bought (lines with a positive amount), and anybody bought. */
  readonly bought: number;
  readonly inBase: number;
  /** What `top` holds: products, else groups. */
  readonly topUnit: 'group' | 'product';
  /** At most five, by net revenue descending, then by name. */
  readonly top: readonly DossierItem[];
  /** At most five that others buy and the client does not, the base's largest first: a hint for «что покупает не у нас». */
  readonly notBought: readonly string[];
}

/** What «ABCD» and «Потенциал» say of the client (method.md §2). */
export interface DossierClass {
  readonly volumeClass: VolumeClass;
  /** ABCD by potential; null while the potential is unknown. */
  readonly letter: Letter | null;
  /** The letter in force (a hand's, else by potential, in model `volume` the volume class); null where none is. */
  readonly effective: Letter | null;
  /** Which model the letter in force belongs to: what it means depends on it. */
  readonly model: Segments['model'];
  /** Null with too little data. */
  readonly xyz: Xyz | null;
  /** Our part of the client's budget; null while the potential is unknown. */
  readonly budgetShare: Share | null;
  /** What the client could still buy from us a year; null while the potential is unknown. */
  readonly headroom: Money | null;
}

/** Revenue of one calendar month. */
export interface DossierMonth {
  readonly year: number;
  /** 1 … 12 */
  readonly month: number;
  /** Net of returns, up to the as-of date; 0 where nothing was bought. */
  readonly revenue: Money;
}

/** Gross profit of a client in the period, from the rows that tell it. */
export interface DossierProfit {
  readonly profit: Money;
  /** profit ÷ net revenue of the same rows; null where that is not above 0. */
  readonly margin: number | null;
  /** Rows of the client in the period without a profit: they are in neither number. */
  readonly rowsWithout: number;
}

/** One purchase: what «ABCD» counts as an order (method.md §6). */
export interface DossierPurchase {
  /** Its first day; null without dates. */
  readonly day: ExcelSerial | null;
  readonly amount: Money;
  /** Number of the document; null where the source has none. */
  readonly document: string | null;
}

/** The client's deals (method.md §4), those of «Сделки». */
export interface DossierDeals {
  /** In the order of `Deals.open`: by expected amount descending. */
  readonly open: readonly Deal[];
  readonly openSum: DealSum;
  readonly wonSum: DealSum;
}

/**
 * Everything a dossier takes from the sheets (method.md §5, fields marked •). For a client that is not in the sales
 * (any more) `position` and everything from the sales is null; its deals and its listed potential are still told.
 */
export interface DossierFacts {
  readonly key: ClientKey;
  /** Position in `Analysis.clients`. */
  readonly position: number | null;
  /** As the ledger calls the client, else as the list of potentials or of deals does; null if nobody names it. */
  readonly name: string | null;
  /** ИНН or EU VAT number; null unless the client is known by it. */
  readonly taxId: string | null;
  /** Null without holdings, and for a client that belongs to none. */
  readonly holding: DossierHolding | null;
  /** Null without regions in the source. */
  readonly places: DossierPlaces | null;
  /** The manager with most of the client's revenue in the period. */
  readonly manager: string | null;
  /** Why the client is key; empty if it is not (method.md §3). */
  readonly keyReasons: readonly KeyReason[];
  readonly isKey: boolean;
  readonly sales: DossierSales | null;
  /** Null without products and groups in the source. */
  readonly assortment: DossierAssortment | null;
  readonly segment: DossierClass | null;
  /** What the client could buy a year, how that is known and since when; null while nobody knows. */
  readonly potential: Potential | null;
  /** The last 24 calendar months up to the as-of date, oldest first, fewer in a shorter file; null without dates. */
  readonly months: readonly DossierMonth[] | null;
  /** Null where no row of the client in the period tells a profit. */
  readonly profit: DossierProfit | null;
  /** The three largest of the file up to the as-of date, then the earliest; empty without documents and dates. */
  readonly purchases: readonly DossierPurchase[];
  readonly deals: DossierDeals;
}
