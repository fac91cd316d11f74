import type { Settings } from '../settings';
import type { Grid } from '../shared/grid';
import { fail, ok } from '../shared/result';
import type { Result } from '../shared/result';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { amountRoles } from './amounts';
import type { AmountPlan, NumberSource } from './amounts';
import { cellText, isBlank } from './cells';
import { OrderEvidence, usualOrder } from './columnFormat';
import type { Decision } from './columnFormat';
import { currencyCode } from './currency';
import type { DateOrder } from './dateText';
import { readFlag } from './flags';
import { numberSurveys } from './numberSurvey';
import type { SurveyedNumbers } from './numberSurvey';
import { PAUSE_EVERY } from './pause';
import type {
  ColumnMapping,
  ColumnRole,
  Decided,
  Doubt,
  ReadingError,
  ReadingNotes,
  Understanding,
} from './types';

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
  /** How the columns are written, for the notes. */
  readonly decided: Pick<ReadingNotes, 'dateOrder' | 'decimalSeparator'>;
  /** What the whole columns leave open. */
  readonly doubts: readonly Doubt[];
}

/** At least this share of the rows that name a currency makes it the ledger's; others are skipped as foreign. */
const CLEAR_MAJORITY = 0.9;
/** The columns whose numbers tell the currency, where no column names it. */
const MONEY_ROLES: readonly ColumnRole[] = ['amount', 'price', 'goods'];
/** Part of the survey in which all cells are seen; suspicious columns are seen again in the rest. */
const FIRST_SIGHT = 0.9;

/** The first pass: reads whole columns to decide separators, order of dates, kind of discount, currency, flags. */
export function* survey(
  grid: Grid,
  understanding: Understanding,
  settings: Settings,
): Steps<Result<Survey, ReadingError>> {
  const { mapping, firstDataRow } = understanding;
  const { sheet } = grid;
  const headers = understanding.columns.map(({ header }) => header);
  const roles = amountRoles(mapping);
  if (mapping.client === undefined) return fail({ code: 'noClientColumn', sheet, headers });
  if (roles.length === 0) return fail({ code: 'noAmountColumn', sheet, headers });

  const numbers = numberSurveys(mapping, understanding.doubts);
  const moneyColumn = MONEY_ROLES.find((role) => roles.includes(role));
  const order = new OrderEvidence();
  const currencies = new Map<string, number>();
  const flags = { posted: 0, notPosted: 0 };

  for (let row = firstDataRow; row < grid.rowCount; row++) {
    if ((row - firstDataRow) % PAUSE_EVERY === 0) {
      yield (FIRST_SIGHT * (row - firstDataRow)) / (grid.rowCount - firstDataRow);
    }
    for (const number of numbers) {
      const currency = number.see(grid.value(row, number.column));
      if (currency !== null && number.role === moneyColumn && mapping.currency === undefined) {
        count(currencies, currency);
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

  const sources = new Map<ColumnRole, SurveyedNumbers>();
  for (const number of numbers) {
    sources.set(number.role, yield* within(number.close(grid, firstDataRow, settings), FIRST_SIGHT, 1));
  }
  const amount = amountPlan(sources, roles);
  if (amount === null) return fail({ code: 'noAmountColumn', sheet, headers });
  const profit = sources.get('profit') ?? null;
  const dates = datesDecided(order, mapping, settings, headers);
  return ok({
    amount,
    quantity: sources.get('quantity') ?? null,
    profit,
    cost: profit ? null : (sources.get('cost') ?? null),
    dateOrder: dates.order.value,
    currency,
    blankMeansNotPosted: flags.posted > 0 && flags.notPosted === 0,
    decided: {
      dateOrder: decided(dates.order),
      decimalSeparator: decided(moneyColumn && sources.get(moneyColumn)?.separator),
    },
    doubts: [...dates.doubts, ...[...sources.values()].flatMap(({ doubts }) => doubts)],
  });
}

function amountPlan(
  sources: ReadonlyMap<ColumnRole, SurveyedNumbers>,
  roles: readonly ColumnRole[],
): AmountPlan | null {
  const [amount, goods, quantity, price, discount] = (
    ['amount', 'goods', 'quantity', 'price', 'discount'] as const
  ).map((role) => (roles.includes(role) ? sources.get(role) : undefined));
  if (amount) return { kind: 'amount', amount };
  if (goods) return { kind: 'goods', column: goods.column, separator: goods.separator.value };
  if (!quantity || !price) return null;
  // A rate over one is a percentage, and so is its whole column.
  return {
    kind: 'product',
    quantity,
    price,
    discount: discount ? { ...discount, isPercent: discount.isOverOne } : null,
  };
}

function datesDecided(
  evidence: OrderEvidence,
  { date }: ColumnMapping,
  settings: Settings,
  headers: readonly string[],
): { readonly order: Decision<DateOrder>; readonly doubts: readonly Doubt[] } {
  const usual = usualOrder(headers[date ?? -1] ?? '');
  const order = evidence.decide(settings.dateOrder, usual);
  const isAsked = order.isOpen && date !== undefined;
  const doubt = {
    code: 'dateOrder',
    column: date ?? -1,
    default: evidence.decide(null, usual).value,
  } as const;
  return { order, doubts: isAsked ? [doubt] : [] };
}

function decided<T>(decision: Decision<T> | undefined): Decided<T> | null {
  return decision?.by ? { value: decision.value, by: decision.by } : null;
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
