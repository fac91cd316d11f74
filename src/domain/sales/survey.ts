import type { Settings } from '../settings';
import type { CellValue, Grid } from '../shared/grid';
import { fail, ok } from '../shared/result';
import type { Result } from '../shared/result';
import type { Steps } from '../shared/steps';
import type { AmountPlan, NumberSource } from './amounts';
import { cellText, isBlank } from './cells';
import { OrderEvidence, SeparatorEvidence, usualOrder } from './columnFormat';
import { currencyCode } from './currency';
import type { DateOrder } from './dateText';
import { readFlag } from './flags';
import { NumberColumn } from './numberColumn';
import { numberTextOf } from './numbers';
import { PAUSE_EVERY } from './pause';
import type { ColumnRole, ReadingError, Understanding } from './types';

/** What whole columns decide before any row is judged. */
export interface Survey {
  readonly amount: AmountPlan;
  /** Null where the ledger has no such number. */
  readonly quantity: NumberSource | null;
  readonly profit: NumberSource | null;
  readonly cost: NumberSource | null;
  readonly dateOrder: DateOrder;
  /** ISO code of the currency that counts, or null if none is ever named. */
  readonly currency: string | null;
  /** A blank in the «Проведен» column: not posted where the column only marks what is. */
  readonly blankMeansNotPosted: boolean;
}

/** At least this share of the rows that name a currency makes it the ledger's; others are skipped as foreign. */
const CLEAR_MAJORITY = 0.9;

/** The first pass: reads whole columns to decide separators, order of dates, kind of discount, currency, flags. */
export function* survey(
  grid: Grid,
  understanding: Understanding,
  settings: Settings,
): Steps<Result<Survey, ReadingError>> {
  const { mapping, firstDataRow } = understanding;
  const { sheet } = grid;
  const headers = understanding.columns.map(({ header }) => header);
  const priced = mapping.quantity !== undefined && mapping.price !== undefined;
  const moneyColumn = mapping.amount ?? mapping.price;
  if (mapping.client === undefined) return fail({ code: 'noClientColumn', sheet, headers });
  if (moneyColumn === undefined || (mapping.amount === undefined && !priced)) {
    return fail({ code: 'noAmountColumn', sheet, headers });
  }

  const numbers = numberSurveys(understanding);
  const order = new OrderEvidence();
  const currencies = new Map<string, number>();
  let discountIsPercent = false;
  const flags = { posted: 0, notPosted: 0 };

  for (let row = firstDataRow; row < grid.rowCount; row++) {
    if ((row - firstDataRow) % PAUSE_EVERY === 0) yield (row - firstDataRow) / (grid.rowCount - firstDataRow);
    for (const { column, role, evidence } of numbers) {
      const value = grid.value(row, column);
      const written = numberTextOf(value);
      if (written) evidence.see(written);
      if (role === 'discount' && isOverOne(value)) discountIsPercent = true;
      if (column === moneyColumn && written?.currency && mapping.currency === undefined) {
        count(currencies, written.currency);
      }
    }
    if (mapping.date !== undefined) order.see(grid.value(row, mapping.date));
    if (mapping.currency !== undefined) {
      const currency = grid.value(row, mapping.currency);
      if (!isBlank(currency) && cellText(currency) !== '')
        count(currencies, currencyCode(cellText(currency)));
    }
    if (mapping.posted !== undefined) {
      const isPosted = readFlag(grid.value(row, mapping.posted));
      if (isPosted !== null) flags[isPosted ? 'posted' : 'notPosted']++;
    }
  }

  const currency = mainCurrency(currencies);
  if (currency === undefined)
    return fail({ code: 'mixedCurrencies', sheet, currencies: byCount(currencies) });

  const sources = new Map<ColumnRole, NumberSource>();
  for (const { column, role, evidence } of numbers) {
    const separator = evidence.decide(settings.decimalSeparator, role === 'quantity').value;
    sources.set(role, { column, reader: new NumberColumn(separator) });
  }
  const amount = amountPlan(sources, discountIsPercent);
  if (amount === null) return fail({ code: 'noAmountColumn', sheet, headers });
  const profit = sources.get('profit') ?? null;
  return ok({
    amount,
    quantity: sources.get('quantity') ?? null,
    profit,
    cost: profit ? null : (sources.get('cost') ?? null),
    dateOrder: order.decide(settings.dateOrder, usualOrder(headers[mapping.date ?? -1] ?? '')).value,
    currency,
    blankMeansNotPosted: flags.posted > 0 && flags.notPosted === 0,
  });
}

interface NumberSurvey {
  readonly role: ColumnRole;
  readonly column: number;
  readonly evidence: SeparatorEvidence;
}

function numberSurveys({ mapping }: Understanding): readonly NumberSurvey[] {
  const roles: readonly ColumnRole[] =
    mapping.amount === undefined
      ? ['quantity', 'price', 'discount', 'profit', 'cost']
      : ['amount', 'quantity', 'profit', 'cost'];
  return roles.flatMap((role) => {
    const column = mapping[role];
    return column === undefined ? [] : [{ role, column, evidence: new SeparatorEvidence() }];
  });
}

function amountPlan(sources: ReadonlyMap<ColumnRole, NumberSource>, isPercent: boolean): AmountPlan | null {
  const amount = sources.get('amount');
  if (amount) return { kind: 'amount', amount };
  const quantity = sources.get('quantity');
  const price = sources.get('price');
  const discount = sources.get('discount');
  if (!quantity || !price) return null;
  return { kind: 'product', quantity, price, discount: discount ? { ...discount, isPercent } : null };
}

/** A rate over one is a percentage, and so is its whole column. Both readings of `1,250` are over one. */
function isOverOne(value: CellValue): boolean {
  if (typeof value === 'number') return Math.abs(value) > 1;
  const written = numberTextOf(value);
  return written !== null && !written.percent && Number(written.body.replace(',', '.')) > 1;
}

/** The currency of a clear majority, null if none is named, undefined if they are mixed. */
function mainCurrency(currencies: ReadonlyMap<string, number>): string | null | undefined {
  const [main] = byCount(currencies);
  if (main === undefined) return null;
  let rows = 0;
  for (const each of currencies.values()) rows += each;
  return (currencies.get(main) ?? 0) >= rows * CLEAR_MAJORITY ? main : undefined;
}

function byCount(currencies: ReadonlyMap<string, number>): readonly string[] {
  return [...currencies].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([currency]) => currency);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
