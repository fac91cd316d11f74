import { isBlank } from '../sales/cells';
import { OrderEvidence, readDay, SeparatorEvidence, usualOrder } from '../sales/columnFormat';
import type { DateOrder } from '../sales/dateText';
import { NumberColumn } from '../sales/numberColumn';
import { numberTextOf } from '../sales/numbers';
import type { Settings } from '../settings';
import type { ExcelSerial } from '../shared/dates';
import { decimalToNumber, hundredth, moneyFromDecimal, multiplyDecimals } from '../shared/decimal';
import type { Decimal } from '../shared/decimal';
import type { CellValue, Grid } from '../shared/grid';
import type { Money } from '../shared/money';
import type { Steps } from '../shared/steps';

/** A cell of a list's column: its value, or why there is none. */
export type ListCell<T> =
  | { readonly state: 'value'; readonly value: T; readonly currency: string | null }
  | { readonly state: 'blank' }
  | { readonly state: 'unreadable' }
  /** A share beyond 0 … 100 %, or a negative number where there is none. */
  | { readonly state: 'outOfRange' };

/** Rows of all columns seen between two breaths. */
const ROWS_A_STEP = 500;
const BLANK = { state: 'blank' } as const;
const UNREADABLE = { state: 'unreadable' } as const;
const OUT_OF_RANGE = { state: 'outOfRange' } as const;

/** How a column of a list is written, once all of it was seen (method.md §1: never one cell alone). */
export class ListColumn {
  private readonly numbers: NumberColumn;

  constructor(
    separator: ',' | '.',
    private readonly order: DateOrder,
    /** Plain numbers of the column are per cent: 40 is 40 %. */
    private readonly isInPercent: boolean,
    /** What an amount is multiplied by to be counted as the sales are. */
    private readonly scale: Decimal,
  ) {
    this.numbers = new NumberColumn(separator);
  }

  /** An amount of zero or more. */
  money(value: CellValue): ListCell<Money> {
    const cell = this.number(value);
    if (cell.state !== 'value') return cell;
    const money = moneyFromDecimal(multiplyDecimals(cell.value, this.scale));
    if (money === null) return UNREADABLE;
    return money < 0 ? OUT_OF_RANGE : { ...cell, value: money };
  }

  /** A count or measure of zero or more. */
  measure(value: CellValue): ListCell<number> {
    const cell = this.number(value);
    if (cell.state !== 'value') return cell;
    const measure = decimalToNumber(cell.value);
    return measure < 0 ? OUT_OF_RANGE : { ...cell, value: measure };
  }

  /** A share or probability, 0 … 1. */
  share(value: CellValue): ListCell<number> {
    const cell = this.number(value);
    if (cell.state !== 'value') return cell;
    const isPercent = cell.percent || this.isInPercent;
    const share = decimalToNumber(isPercent ? hundredth(cell.value) : cell.value);
    return share < 0 || share > 1 ? OUT_OF_RANGE : { ...cell, value: share };
  }

  day(value: CellValue): ListCell<ExcelSerial> {
    if (isBlank(value) || NO_DAY.test(String(value))) return BLANK;
    const day = readDay(value, this.order);
    return day === null ? UNREADABLE : { state: 'value', value: day, currency: null };
  }

  private number(value: CellValue): ListCell<Decimal> & { readonly percent?: boolean } {
    const cell = this.numbers.read(value);
    if (cell.state !== 'number') return cell;
    return { state: 'value', value: cell.decimal, currency: cell.currency, percent: cell.percent };
  }
}

/** What people type where there is no day. */
const NO_DAY = /^\s*[-\u2010-\u2015\u2212]\s*$/;

/** What is known of the columns before their cells are seen. */
export interface SurveyedLayout {
  readonly firstDataRow: number;
  readonly headings: readonly string[];
  /** Columns whose numbers are shown as per cent. */
  readonly percent: ReadonlySet<number>;
}

/** Sees the given columns of a list from its first data row on and decides how each is written. */
export function* surveyColumns(
  grid: Grid,
  columns: readonly number[],
  { firstDataRow: firstRow, headings, percent }: SurveyedLayout,
  scaleOf: (column: number) => Decimal,
  { decimalSeparator, dateOrder }: Settings,
): Steps<ReadonlyMap<number, ListColumn>> {
  const surveys = columns.map((column) => ({
    column,
    separators: new SeparatorEvidence(),
    orders: new OrderEvidence(),
    rates: new RateEvidence(),
  }));
  for (let row = firstRow; row < grid.rowCount; row++) {
    if ((row - firstRow) % ROWS_A_STEP === 0) yield (row - firstRow) / grid.rowCount;
    for (const { column, separators, orders, rates } of surveys) {
      const value = grid.value(row, column);
      rates.see(value);
      if (typeof value !== 'string') continue;
      const written = numberTextOf(value);
      if (written) separators.see(written);
      else orders.see(value);
    }
  }
  return new Map(
    surveys.map(({ column, separators, orders, rates }) => [
      column,
      new ListColumn(
        separators.decide(decimalSeparator, false).value,
        orders.decide(dateOrder, usualOrder(headings[column] ?? '')).value,
        !percent.has(column) && rates.areInPercent(),
        scaleOf(column),
      ),
    ]),
  );
}

/** Gathers whether the plain numbers of a column of shares are fractions (0.4) or per cent (40): what more of them are. */
class RateEvidence {
  private fractions = 0;
  private inPercent = 0;

  see(value: CellValue): void {
    const rate = typeof value === 'number' ? value : plainRate(value);
    if (rate === null) return;
    if (rate >= LEAST_IN_PERCENT) this.inPercent++;
    else if (rate > 0 && rate < 1) this.fractions++;
  }

  areInPercent(): boolean {
    return this.inPercent > 0 && this.inPercent >= this.fractions;
  }
}
/** 1.5 among fractions is a mistake for 0.15 more often than one and a half per cent: it decides nothing. */
const LEAST_IN_PERCENT = 2;

/** A number written without a per cent sign, near enough to tell 0.4 from 40; null for anything else. */
function plainRate(value: CellValue): number | null {
  const written = numberTextOf(value);
  return written && !written.percent ? Number(written.body.replace(',', '.')) : null;
}
