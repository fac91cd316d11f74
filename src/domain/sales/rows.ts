import type { ExcelSerial } from '../shared/dates';
import type { CellValue, Grid } from '../shared/grid';
import type { Money } from '../shared/money';
import { foldText } from '../shared/text';
import { amountColumn, amountOf } from './amounts';
import type { RowAmount } from './amounts';
import { cellText, isBlank } from './cells';
import { readDay } from './columnFormat';
import { currencyCode } from './currency';
import { readFlag } from './flags';
import { foldHeading } from './heading';
import { ClientIndex } from './identity';
import { headingTexts } from './layouts/headings';
import type { Fate } from './layouts/unfolding';
import type { Survey } from './survey';
import { isTotal, RunningSums, totalLabel } from './totals';
import type { TotalLabel } from './totals';
import type { SkipReason, Understanding } from './types';
import { listColumns } from './understand';

/**
 * Judges rows one after another, in this order (the first that applies is the row's reason): blank, repeated header,
 * total, not posted, no client, no amount, unreadable amount, foreign currency, unreadable date, after the as-of date.
 * After {@link judge}, the fields hold what the row says.
 */
export class RowJudge {
  readonly clients = new ClientIndex();
  /** Readable amount of the row, whatever becomes of the row; null if there is none. */
  money: Money | null = null;
  /** Numbers the amount was made of that were stored as text. */
  textNumbers = 0;
  /** Index into the identities of {@link clients}. */
  identity = -1;
  /** The row's day; null without a date column. */
  day: ExcelSerial | null = null;
  /** The cell that caused the row to be skipped. */
  culprit: CellValue = '';

  private readonly columns: readonly number[];
  private readonly headings: ReadonlyMap<number, ReadonlySet<string>>;
  private readonly sums = new RunningSums();
  private readonly days = new Map<CellValue, ExcelSerial | null>();

  constructor(
    private readonly grid: Grid,
    private readonly understanding: Understanding,
    private readonly survey: Survey,
    private readonly asOf: ExcelSerial | null,
    private readonly fateOf: (row: number) => Fate | null = () => null,
  ) {
    const { headerRow, firstDataRow } = understanding;
    this.columns = listColumns(understanding);
    this.headings = headingTexts(grid, headerRow, firstDataRow, this.columns);
  }

  /** Why the row does not count, or null if it does; `merged` where it only heads others. */
  judge(row: number): SkipReason | 'merged' | null {
    const amount = amountOf(this.grid, row, this.survey.amount);
    this.money = amount.state === 'money' ? amount.money : null;
    this.textNumbers = amount.state === 'money' ? amount.textNumbers : 0;
    this.day = null;
    this.culprit = '';
    const reason = this.reasonOf(row, amount);
    if (reason === 'total') this.sums.close();
    else if (this.money !== null) this.sums.add(this.money, reason === null, this.identity);
    return reason;
  }

  private reasonOf(row: number, amount: RowAmount): SkipReason | 'merged' | null {
    const { mapping } = this.understanding;
    const fate = this.fateOf(row);
    if (fate !== null) return this.because(fate, this.firstText(row));
    if (amount.state !== 'money') {
      if (this.isBlankRow(row)) return 'blank';
      if (this.isRepeatedHeader(row)) return 'repeatedHeader';
    }
    const client = this.cell(row, mapping.client);
    this.identity = this.clients.identify(
      client,
      this.cell(row, mapping.clientId),
      this.cell(row, mapping.taxId),
    );
    // Where a layout tells the totals, no sum of chance makes one.
    if (!this.understanding.unfolding?.outline && this.isTotalRow(row, client)) return 'total';
    if (this.isNotPosted(row)) return 'notPosted';
    if (this.identity < 0) return this.because('noClient', client);
    if (amount.state === 'blank')
      return this.because('noAmount', this.cell(row, amountColumn(this.survey.amount)));
    if (amount.state === 'unreadable')
      return this.because('unreadableAmount', amount.part ?? this.cell(row, amount.column));
    if (this.isForeign(row, amount.currency)) return 'foreignCurrency';
    if (mapping.date === undefined) return null;
    const written = this.cell(row, mapping.date);
    this.day = this.dayOf(written);
    if (this.day === null) return this.because('unreadableDate', written);
    return this.asOf !== null && this.day > this.asOf ? this.because('afterAsOf', written) : null;
  }

  private firstText(row: number): CellValue {
    const column = this.columns.find((each) => !isBlank(this.grid.value(row, each)));
    return this.cell(row, column);
  }

  private isBlankRow(row: number): boolean {
    return this.columns.every((column) => isBlank(this.grid.value(row, column)));
  }

  /** The heading once more: every filled cell repeats its column's heading, and at least two do. */
  private isRepeatedHeader(row: number): boolean {
    let repeated = 0;
    for (const column of this.columns) {
      const value = this.grid.value(row, column);
      if (isBlank(value)) continue;
      if (typeof value !== 'string' || !this.headings.get(column)?.has(foldHeading(value))) return false;
      this.culprit = value;
      repeated++;
    }
    return repeated >= FEWEST_REPEATED;
  }

  private isTotalRow(row: number, client: CellValue): boolean {
    const { mapping } = this.understanding;
    const label = this.labelOf(row, client);
    const addsUp =
      this.money !== null &&
      (this.sums.match(this.money) || (label === 'possible' && this.isNamedAfterClientAbove()));
    if (label === null && !addsUp) return false;
    let missing = 0;
    let filled = 0;
    for (const column of [mapping.date, mapping.document]) {
      if (column === undefined) continue;
      if (isBlank(this.grid.value(row, column))) missing++;
      else filled++;
    }
    return isTotal({ label, hasClient: this.identity >= 0, missing, filled, addsUp });
  }

  /** «Ромашка Итог» below the rows of «Ромашка» that add up to it. */
  private isNamedAfterClientAbove(): boolean {
    const above = this.clients.spellingOf(this.sums.clientOf(this.money ?? NaN));
    return above !== '' && foldText(cellText(this.culprit)).startsWith(`${foldText(above)} `);
  }

  /** The label of a total in the client's cell, or in the row's first cell of text. */
  private labelOf(row: number, client: CellValue): TotalLabel {
    this.culprit = client;
    const label = totalLabel(client);
    if (label !== null) return label;
    for (const column of this.columns) {
      const value = this.grid.value(row, column);
      if (typeof value !== 'string' || isBlank(value)) continue;
      const other = totalLabel(value);
      if (other === null || (this.identity >= 0 && other !== 'certain')) return null;
      this.culprit = value;
      return other;
    }
    return null;
  }

  private isNotPosted(row: number): boolean {
    const { mapping } = this.understanding;
    if (mapping.deleted !== undefined) {
      const deleted = this.grid.value(row, mapping.deleted);
      if (readFlag(deleted) === true) return this.because(true, deleted);
    }
    if (mapping.posted === undefined) return false;
    const posted = this.grid.value(row, mapping.posted);
    const isPosted = readFlag(posted) ?? !(isBlank(posted) && this.survey.blankMeansNotPosted);
    return this.because(!isPosted, posted);
  }

  private isForeign(row: number, written: string | null): boolean {
    const { currency } = this.understanding.mapping;
    if (currency === undefined)
      return written !== null && this.because(written !== this.survey.currency, written);
    const value = this.grid.value(row, currency);
    const text = cellText(value);
    return text !== '' && this.because(currencyCode(text) !== this.survey.currency, value);
  }

  private dayOf(value: CellValue): ExcelSerial | null {
    const known = this.days.get(value);
    if (known !== undefined) return known;
    const day = readDay(value, this.survey.dateOrder);
    if (this.days.size < MOST_REMEMBERED_DAYS) this.days.set(value, day);
    return day;
  }

  private cell(row: number, column: number | undefined): CellValue {
    return column === undefined ? '' : this.grid.value(row, column);
  }

  /** Remembers the cell that caused a judgement, and passes the judgement on. */
  private because<T>(judgement: T, culprit: CellValue): T {
    this.culprit = culprit;
    return judgement;
  }
}

/** One heading word in one cell may be a client; two are a heading. */
const FEWEST_REPEATED = 2;
/** Bounds the memory on columns of dates with seconds, which hardly repeat. */
const MOST_REMEMBERED_DAYS = 100_000;
