import { monthOf, partsOf } from '../../domain/shared/dates';
import type { ExcelSerial } from '../../domain/shared/dates';
import { dayOf, SAMPLE_END, SAMPLE_START, workingDayFrom, YEAR_START } from './calendar';
import { inventClients } from './clients';
import type { SampleClient } from './clients';
import type { Product } from './goods';
import { PRODUCTS } from './goods';
import type { Random } from './random';

/** One line of a document. */
export interface SaleLine {
  readonly product: Product;
  /** Negative in a return. */
  readonly quantity: number;
  /** In kopecks. */
  readonly price: number;
}

/** A shipment or a return. */
export interface SaleDocument {
  readonly day: ExcelSerial;
  /** Null: a sale over the counter, entered without a client. */
  readonly client: SampleClient | null;
  readonly isReturn: boolean;
  readonly lines: readonly SaleLine[];
}

/** Part of the revenue of the last 12 months that each pillar has: critical dependency, and a large client. */
const DOMINANT_SHARE = 0.24;
const SECOND_SHARE = 0.118;

/** What one unit of a client's weight buys in the last 12 months, in kopecks. */
const KOPECKS_A_WEIGHT = 3_200_000_000;

const DAYS_A_YEAR = 365;
/** Part of the average month, January to December: packaging follows the harvest and the gifts of December. */
const SEASON = [0.68, 0.82, 0.97, 0.98, 0.87, 0.94, 0.99, 1.09, 1.2, 1.22, 1.16, 1.08];
/** Growth of the market in money, and of the price list, per year. */
const MARKET_GROWTH = 1.12;
const PRICE_GROWTH = 1.07;

const RETURN_CHANCE = 0.022;
const COUNTER_SALES = 9;
/** The returner sends back, early in the last year, more than it buys in it. */
const LATE_RETURN = dayOf(2025, 11, 19);
/** A one-time buyer buys as if for so many days. */
const DAYS_OF_A_SINGLE_ORDER = 40;

/** All documents of the three years, by day. Deterministic: the random stream decides everything. */
export function inventSales(random: Random): readonly SaleDocument[] {
  const clients = inventClients(random.fork('clients'));
  const streamOf = (client: SampleClient) => random.fork(`sales ${client.spellings.ru[0]}`);
  const ordinary = clients
    .filter((client) => shareOf(client) === 0)
    .flatMap((client) => documentsOf(client, client.weight * KOPECKS_A_WEIGHT, streamOf(client)));
  const rest = kopecksOfLastYear(ordinary) / (1 - DOMINANT_SHARE - SECOND_SHARE);
  const pillars = clients
    .filter((client) => shareOf(client) > 0)
    .flatMap((client) => documentsOf(client, shareOf(client) * rest, streamOf(client)));
  const documents = [...pillars, ...ordinary, ...counterSales(random.fork('counter'))];
  // Shuffled first: within a day the clients come as they come.
  return [...random.fork('order').shuffled(documents)].sort((a, b) => a.day - b.day);
}

/** Amount of a line in kopecks: exact, as both factors are whole. */
export function kopecksOf({ quantity, price }: SaleLine): number {
  return quantity * price;
}

function shareOf({ fate }: SampleClient): number {
  if (fate === 'dominant') return DOMINANT_SHARE;
  return fate === 'second' ? SECOND_SHARE : 0;
}

function kopecksOfLastYear(documents: readonly SaleDocument[]): number {
  const lines = documents
    .filter((document) => document.day >= YEAR_START)
    .flatMap((document) => document.lines);
  return lines.reduce((total, line) => total + kopecksOf(line), 0);
}

/** The shipments of a client that buys for `yearly` kopecks in the last 12 months, and its returns. */
function documentsOf(client: SampleClient, yearly: number, random: Random): readonly SaleDocument[] {
  const documents: SaleDocument[] = [];
  let gap = client.fate === 'oneTime' ? DAYS_OF_A_SINGLE_ORDER : client.rhythm;
  let day = workingDayFrom(client.from);
  const lastDay = Math.min(SAMPLE_END, Math.max(client.to, day));
  while (day <= lastDay) {
    const budget = yearly * (gap / DAYS_A_YEAR) * levelOn(day, client.growth) * random.between(0.7, 1.3);
    const order = { day, client, isReturn: false, lines: linesFor(client, budget, day, random) };
    documents.push(order);
    if (random.chance(RETURN_CHANCE))
      documents.push(...returnOf(order, workingDayFrom(day + random.whole(3, 20)), random));
    const next = workingDayFrom(day + client.rhythm * random.between(0.6, 1.4));
    gap = next - day;
    day = next;
  }
  const last = documents.filter((document) => !document.isReturn).at(-1);
  if (client.fate === 'returner' && last) documents.push(...returnOf(last, LATE_RETURN, random));
  return documents;
}

/** Purchases on a day against the average of the last 12 months. */
function levelOn(day: ExcelSerial, growth: number): number {
  const middle = (YEAR_START + SAMPLE_END) / 2;
  const season = SEASON[partsOf(day).month - 1] ?? 1;
  return season * (growth * MARKET_GROWTH) ** ((day - middle) / DAYS_A_YEAR);
}

/** Up to six different articles that come to about the budget, in whole packs. */
function linesFor(
  client: SampleClient,
  budget: number,
  day: ExcelSerial,
  random: Random,
): readonly SaleLine[] {
  const isPillar = shareOf(client) > 0;
  const products = random
    .shuffled(client.assortment)
    .slice(0, isPillar ? random.whole(3, 6) : random.whole(1, 4));
  const weights = products.map(() => random.between(0.5, 1.5));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return products.map((product, i) => {
    const price = priceOn(product, client.priceLevel, day);
    const packs = Math.round((budget * ((weights[i] ?? 0) / total)) / (price * product.pack));
    return { product, quantity: Math.max(1, packs) * product.pack, price };
  });
}

/** The price list changes every quarter; prices end in whole ten kopecks. */
function priceOn({ price }: Product, level: number, day: ExcelSerial): number {
  const quarters = Math.floor(monthOf(SAMPLE_END) / 3) - Math.floor(monthOf(day) / 3);
  return Math.max(1, Math.round((price * level * PRICE_GROWTH ** (-quarters / 4)) / 10)) * 10;
}

/** Some packs of one line come back; nothing does after the end of the sample. */
function returnOf(order: SaleDocument, day: ExcelSerial, random: Random): readonly SaleDocument[] {
  if (day > SAMPLE_END) return [];
  const { product, quantity, price } = random.pick(order.lines);
  const packs = Math.ceil((quantity / product.pack) * random.between(0.1, 0.6));
  return [{ ...order, day, isReturn: true, lines: [{ product, quantity: -packs * product.pack, price }] }];
}

/** Sales over the counter: whoever typed them in left the client blank. */
function counterSales(random: Random): readonly SaleDocument[] {
  return Array.from({ length: COUNTER_SALES }, () => {
    const day = workingDayFrom(random.whole(SAMPLE_START, SAMPLE_END - 10));
    const product = random.pick(PRODUCTS);
    const line = { product, quantity: product.pack * random.whole(1, 3), price: priceOn(product, 1.1, day) };
    return { day, client: null, isReturn: false, lines: [line] };
  });
}
