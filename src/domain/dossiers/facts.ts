import type { Analysis, ClientRow } from '../analysis';
import type { Deals } from '../deals/types';
import type { HoldingStanding, KeyReason } from '../dependency/types';
import { CLIENTS_A_STEP } from '../ledgerSpan';
import { readTaxId } from '../sales/taxId';
import type { ClientKey, Reading, Understanding } from '../sales/types';
import type { Prospect } from '../segments/types';
import { addMonths, monthOf } from '../shared/dates';
import type { ExcelSerial } from '../shared/dates';
import { subtractMoney } from '../shared/money';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { askedRows } from './askedRows';
import { assortmentsOf, breadthOf, SHOWN } from './assortment';
import { clientDeals } from './clientDeals';
import { clientMonths } from './clientMonths';
import { clientParts } from './clientParts';
import type { ClientPartSum } from './clientParts';
import { clientProfits } from './clientProfit';
import type { DossierClass, DossierFacts, DossierHolding, DossierPlaces, DossierSales } from './factTypes';
import { largestPurchases } from './largestPurchases';

const MONTHS_A_YEAR = 12;

/** What dossiers are filled from; a `ReportContext` has it all. */
export interface DossierSources {
  readonly reading: Pick<Reading, 'ledger'>;
  /** Tells whether clients are known by ИНН. */
  readonly understanding: Pick<Understanding, 'mapping'>;
  readonly analysis: Analysis;
  readonly deals: Pick<Deals, 'all' | 'open'>;
}

/**
 * What the dossiers of the clients take from the sheets (method.md §5, fields marked •), by client in the order asked.
 * One pass over the ledger for all of them, then work on their rows only; numbers are those of the other tabs. Names are
 * those of the reading: over a disguised one the facts are disguised too.
 */
export function* dossierFacts(
  { reading: { ledger }, understanding, analysis, deals }: DossierSources,
  clients: readonly ClientKey[],
): Steps<ReadonlyMap<ClientKey, DossierFacts>> {
  const asked = new Set(clients);
  const positions = yield* within(positionsOf(analysis.clients, asked), 0, 0.05);
  const standing = yield* within(standingOf(analysis, asked, positions), 0.05, 0.15);
  const dealsOf = yield* within(clientDeals(deals, asked), 0.15, 0.2);

  const isAsked = new Uint8Array(ledger.clients.length);
  for (const position of positions.values()) isAsked[analysis.clients[position]?.index ?? -1] = 1;
  const rows = yield* within(askedRows(ledger, analysis, isAsked, breadthOf(ledger)), 0.2, 0.5);
  const places = ledger.region && (yield* within(clientParts(ledger, ledger.region, rows.known), 0.5, 0.55));
  const assortmentOf = yield* within(assortmentsOf(ledger, rows), 0.55, 0.75);
  const monthsOf = yield* within(clientMonths(ledger, analysis, rows.known), 0.75, 0.8);
  const profitOf = yield* within(clientProfits(ledger, rows.current), 0.8, 0.85);
  const purchasesOf = yield* within(largestPurchases(ledger, rows.known), 0.85, 1);

  const facts = new Map<ClientKey, DossierFacts>();
  for (const key of asked) {
    yield 1;
    const { name: nameInDeals, ...dealsOfClient } = dealsOf(key);
    const prospect = standing.prospects.get(key);
    const position = positions.get(key) ?? null;
    const row = position === null ? undefined : analysis.clients[position];
    const common = { key, deals: dealsOfClient };
    if (position === null || !row) {
      const name = prospect?.name ?? nameInDeals;
      facts.set(key, { ...NOT_IN_SALES, ...common, name, potential: prospect?.potential ?? null });
      continue;
    }
    const keyReasons = standing.keyReasons.get(position) ?? [];
    facts.set(key, {
      ...common,
      position,
      name: row.name,
      taxId: taxIdOf(key, understanding),
      holding: standing.holdings.get(position) ?? null,
      places: places && placesOf(places.get(row.index) ?? []),
      manager: row.manager,
      keyReasons,
      isKey: keyReasons.length > 0,
      sales: salesOf(analysis, position, row),
      assortment: assortmentOf(row.index, row.revenue),
      segment: classOf(analysis, position, row),
      potential: analysis.segments.clients[position]?.potential ?? null,
      months: monthsOf(row.index),
      profit: profitOf(row.index),
      purchases: purchasesOf(row.index),
    });
  }
  return facts;
}

/** What is not told of a client that the sales do not name. */
export const NOT_IN_SALES: Omit<DossierFacts, 'key' | 'name' | 'potential' | 'deals'> = {
  position: null,
  taxId: null,
  holding: null,
  places: null,
  manager: null,
  keyReasons: [],
  isKey: false,
  sales: null,
  assortment: null,
  segment: null,
  months: null,
  profit: null,
  purchases: [],
};

/** Positions in `Analysis.clients` of those asked for that are there. */
function* positionsOf(
  clients: readonly ClientRow[],
  asked: ReadonlySet<ClientKey>,
): Steps<ReadonlyMap<ClientKey, number>> {
  const positions = new Map<ClientKey, number>();
  for (const [position, { key }] of clients.entries()) {
    if (position % CLIENTS_A_STEP === 0) yield position / clients.length;
    if (asked.has(key)) positions.set(key, position);
  }
  return positions;
}

/** What the analyses list by client: looked through once for all. */
interface ListedStanding {
  readonly holdings: ReadonlyMap<number, DossierHolding>;
  readonly keyReasons: ReadonlyMap<number, readonly KeyReason[]>;
  readonly prospects: ReadonlyMap<ClientKey, Prospect>;
}

function* standingOf(
  { dependency, segments }: Analysis,
  asked: ReadonlySet<ClientKey>,
  positions: ReadonlyMap<ClientKey, number>,
): Steps<ListedStanding> {
  const wanted = new Set(positions.values());
  const holdings = new Map<number, DossierHolding>();
  for (const [at, holding] of dependency.holdings.entries()) {
    if (at % CLIENTS_A_STEP === 0) yield at / dependency.holdings.length;
    for (const member of holding.members) if (wanted.has(member)) holdings.set(member, holdingOf(holding));
  }
  const prospects = new Map<ClientKey, Prospect>();
  for (const prospect of segments.prospects)
    if (asked.has(prospect.key)) prospects.set(prospect.key, prospect);
  const keyReasons = new Map(dependency.keyClients.map(({ client, reasons }) => [client, reasons]));
  return { holdings, keyReasons, prospects };
}

function holdingOf({ name, revenue, share, flag, members }: HoldingStanding): DossierHolding {
  return { name, revenue, share, flag, members: members.length };
}

/** ИНН decides who a client is, before its code: where the source has a column of them, the key of a client with one is it. */
function taxIdOf(key: ClientKey, { mapping }: Pick<Understanding, 'mapping'>): string | null {
  return mapping.taxId !== undefined && readTaxId(key) === key ? key : null;
}

function placesOf(parts: readonly ClientPartSum[]): DossierPlaces {
  const bought = parts.filter(({ isBought }) => isBought);
  return { names: bought.slice(0, SHOWN).map(({ name }) => name), count: bought.length };
}

function salesOf({ asOf, dependency, health }: Analysis, position: number, row: ClientRow): DossierSales {
  const { revenue, previous, first } = row;
  const change = previous === null ? null : subtractMoney(revenue, previous);
  const rhythm = health?.clients[position];
  return {
    revenue,
    previous,
    change,
    changePart: change !== null && previous !== null && previous > 0 ? change / previous : null,
    share: row.share,
    rank: row.rank,
    ownFlag: row.flag,
    flag: dependency.flags[position] ?? row.flag,
    orders: row.orders,
    averageOrder: row.averageOrder,
    first,
    last: row.last,
    daysSince: row.daysSince,
    startUnknown: health !== null && first !== null && first < health.seconds.knownFrom,
    years: first === null || asOf === null ? null : wholeMonths(first, asOf) / MONTHS_A_YEAR,
    interval: rhythm?.interval ?? null,
    rhythm: rhythm?.rhythm ?? null,
    purchaseDays: rhythm?.purchaseDays ?? null,
    expectedNext: rhythm?.expectedNext ?? null,
    status: rhythm?.status ?? null,
  };
}

/** Whole months between two days: from 31 January to 28 February it is one, to 27 February none. */
function wholeMonths(from: ExcelSerial, to: ExcelSerial): number {
  const months = monthOf(to) - monthOf(from);
  return addMonths(from, months) > to ? months - 1 : months;
}

function classOf({ segments }: Analysis, position: number, { volumeClass }: ClientRow): DossierClass {
  const segment = segments.clients[position];
  return {
    volumeClass,
    letter: segment?.letter ?? null,
    effective: segment?.effective ?? null,
    model: segments.model,
    xyz: segment?.xyz ?? null,
    budgetShare: segment?.budgetShare ?? null,
    headroom: segment?.headroom ?? null,
  };
}
