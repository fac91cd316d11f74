import type { CellValue } from '../shared/grid';
import { cellText } from './cells';
import { headingWords } from './heading';

/**
 * How much a text sounds like the label of a total:
 * `certain` – no client is called so («Итого по складу», “Grand total”); `likely` – the word alone («Итог», “Total”);
 * `possible` – the word beside others (“Total Energies”, «Ромашка Итог»); null – not at all («Тотал ООО»).
 */
export type TotalLabel = 'certain' | 'likely' | 'possible' | null;

/** Longer texts are no label of a total. */
const LONGEST_LABEL = 120;
/** Part of every label; spares the rest of the work on ordinary names. */
const ANY_LABEL = /итог|всего|под[иы]тог|сумма|total|sum/i;
const CERTAIN_FIRST = new Set(['итого', 'всего', 'подитог', 'подытог', 'subtotal']);
const CERTAIN_PAIRS = new Set([
  'общий итог',
  'grand total',
  'sub total',
  'промежуточный итог',
  'промежуточные итоги',
  'общая сумма',
  'итог по',
  'total for',
]);
const LIKELY = new Set(['итог', 'итоги', 'total', 'totals', 'sum', 'сумма']);
const POSSIBLE = new Set(['итог', 'итоги', 'итого', 'всего', 'total', 'totals']);

/** Reads a label of a total in a cell. */
export function totalLabel(value: CellValue): TotalLabel {
  if (typeof value !== 'string' || value.length > LONGEST_LABEL || !ANY_LABEL.test(value)) return null;
  const [first = '', second = '', ...rest] = headingWords(cellText(value));
  if (CERTAIN_FIRST.has(first) || CERTAIN_PAIRS.has(`${first} ${second}`)) return 'certain';
  if (second === '') return LIKELY.has(first) ? 'likely' : null;
  return POSSIBLE.has(first) || POSSIBLE.has(rest.at(-1) ?? second) ? 'possible' : null;
}

/** What a row says for and against being a total, besides its label. */
export interface TotalEvidence {
  readonly label: TotalLabel;
  readonly hasClient: boolean;
  /** Columns of date and document the row leaves blank, and those it fills. */
  readonly missing: number;
  readonly filled: number;
  /** The amount equals the sum of the rows above it, or of the client's rows that it is named after («Ромашка Итог»). */
  readonly addsUp: boolean;
}

/**
 * Is the row a total (method.md §1: by words *and* arithmetic)? A certain label is enough. A likely one must not be
 * contradicted by a date or document, unless it adds up; a possible one must not be either, and needs a proof. Without any label a row that
 * adds up is a total if it would not count anyway: it has no client, or lacks date and document where others have them.
 */
export function isTotal({ label, hasClient, missing, filled, addsUp }: TotalEvidence): boolean {
  const isBare = missing > 0 && filled === 0;
  if (label === 'certain') return true;
  if (label === 'likely') return addsUp || filled === 0;
  if (label === 'possible') return isBare || (addsUp && filled === 0);
  return addsUp && (isBare || (!hasClient && filled === 0));
}

/** Rows that must stand above a total for its sum to prove anything. */
const FEWEST_ABOVE = 2;

/**
 * Running sums of the rows above: all of them and those since the last total, read and used ones apart, and those of
 * the client that stands directly above. Exact units.
 */
export class RunningSums {
  private readonly all = { read: 0, used: 0 };
  private readonly sinceTotal = { read: 0, used: 0 };
  private rows = 0;
  private rowsSinceTotal = 0;
  private client = -1;
  private ofClient = 0;

  /** Adds a row that is no total; `client` is its identity, or −1. */
  add(amount: number, isUsed: boolean, client: number): void {
    this.ofClient = client === this.client ? this.ofClient + amount : amount;
    this.client = client;
    this.rows++;
    this.rowsSinceTotal++;
    this.all.read += amount;
    this.sinceTotal.read += amount;
    if (!isUsed) return;
    this.all.used += amount;
    this.sinceTotal.used += amount;
  }

  /** A total was met: the next block starts below it. */
  close(): void {
    this.client = -1;
    this.rowsSinceTotal = 0;
    this.sinceTotal.read = 0;
    this.sinceTotal.used = 0;
  }

  /** The identity directly above whose rows add up to an amount, or −1. */
  clientOf(amount: number): number {
    return amount === this.ofClient ? this.client : -1;
  }

  /** Does a non-zero amount equal what stands above it? */
  match(amount: number): boolean {
    if (amount === 0) return false;
    const { all, sinceTotal } = this;
    return (
      (this.rows >= FEWEST_ABOVE && (amount === all.read || amount === all.used)) ||
      (this.rowsSinceTotal >= FEWEST_ABOVE && (amount === sinceTotal.read || amount === sinceTotal.used))
    );
  }
}
