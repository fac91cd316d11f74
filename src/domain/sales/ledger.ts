import type { Settings } from '../settings';
import type { ExcelSerial } from '../shared/dates';
import { decimalToNumber, moneyFromDecimal } from '../shared/decimal';
import { originOf } from '../shared/grid';
import type { Grid } from '../shared/grid';
import { MONEY_LIMIT } from '../shared/money';
import type { Money } from '../shared/money';
import { fail, ok } from '../shared/result';
import type { Result } from '../shared/result';
import type { Steps } from '../shared/steps';
import { Accountant } from './account';
import { amountSourceOf } from './amounts';
import type { NumberSource } from './amounts';
import { DimensionBuilder } from './dimension';
import { unfold } from './layouts/unfold';
import { PAUSE_EVERY } from './pause';
import { RowJudge } from './rows';
import { survey } from './survey';
import type { Survey } from './survey';
import type { ColumnMapping, Dimension, Doubt, Ledger, Reading, ReadingError, Understanding } from './types';

/** Part of the work done when the columns are surveyed; the rows take the rest. */
const SURVEY_SHARE = 0.35;
/** … of which unfolding the layout takes this much. */
const UNFOLD_SHARE = 0.15;
/** Headings that differ from the sum of their lines, per heading that equals it: more, and the levels were misread. */
const MOST_UNEQUAL = 0.1;

/**
 * Unfolds a sheet by its layout and reads the plain list into a ledger (method.md §1), in two passes: what the whole columns decide, then the rows.
 * Every row is booked as used or skipped with its reason; every readable amount is booked with it, exactly. `asOf` leaves
 * later rows out. Yields the fraction done every few thousand rows.
 */
export function* readLedger(
  source: Grid,
  understanding: Understanding,
  settings: Settings,
  asOf: ExcelSerial | null,
): Steps<Result<Reading, ReadingError>> {
  const { sheet } = source;
  const list = yield* scaled(unfold(source, understanding, settings), 0, UNFOLD_SHARE);
  if (list === null || list.unequal.length > list.proved * MOST_UNEQUAL) {
    const [first] = list?.unequal ?? [];
    return fail({
      code: 'unclearGroups',
      sheet,
      row: first === undefined ? null : originOf(source, first).row,
    });
  }
  const { grid } = list;
  const surveyed = yield* scaled(survey(grid, understanding, settings), UNFOLD_SHARE, SURVEY_SHARE);
  if (!surveyed.ok) return surveyed;

  const { firstDataRow, mapping } = understanding;
  const account = new Accountant();
  const rows = new RowJudge(grid, understanding, surveyed.value, asOf, list.fateOf);
  const columns = new LedgerColumns(grid, mapping, surveyed.value, Math.max(grid.rowCount - firstDataRow, 0));
  let textNumbers = 0;
  let textDates = 0;
  for (let row = firstDataRow; row < grid.rowCount; row++) {
    const done = (row - firstDataRow) / (grid.rowCount - firstDataRow);
    if ((row - firstDataRow) % PAUSE_EVERY === 0) yield SURVEY_SHARE + done * (1 - SURVEY_SHARE);
    const reason = rows.judge(row);
    if (reason === null && rows.money !== null) {
      account.use(rows.money);
      rows.clients.use(rows.identity, rows.money);
      columns.add(row, rows.identity, rows.money, rows.day);
      textNumbers += rows.textNumbers;
      if (mapping.date !== undefined && typeof grid.value(row, mapping.date) === 'string') textDates++;
    } else if (reason === 'merged') {
      account.merge();
    } else if (reason !== null) {
      account.skip(reason, originOf(grid, row), rows.culprit, rows.money);
    }
    if (!account.isExact() || !columns.isExact()) return fail({ code: 'amountsTooLarge', sheet });
  }

  const booked = account.close();
  if (booked.used === 0) {
    return fail({
      code: 'noUsableRows',
      sheet,
      rowsRead: booked.rowsRead,
      firstProblem: account.firstProblem,
    });
  }
  const { clients, clientOf, joined } = yield* scaled(rows.clients.resolve(settings.aliases), 1, 1);
  const ledger: Ledger = { clients, ...(yield* columns.finish(clientOf)) };
  return ok({
    ledger,
    account: booked,
    notes: {
      amountSource: amountSourceOf(surveyed.value.amount),
      ...surveyed.value.decided,
      currency: surveyed.value.currency,
      textNumbers,
      textDates,
      mergedSpellings: clients.filter(({ spellings }) => spellings.length > 1),
      joined,
      ...(list.unequal.length > 0 ? { unequalGroups: list.unequal.map((row) => originOf(source, row)) } : {}),
    },
    doubts: [
      ...understanding.doubts.filter(({ code }) => !SETTLED_BY_COLUMNS.includes(code)),
      ...surveyed.value.doubts,
    ],
    ...spanOf(columns.span(), list.startOf),
  });
}

/** The days used; where days stand for periods, from the first day of the first period. */
function spanOf(
  { firstDate, lastDate }: Pick<Reading, 'firstDate' | 'lastDate'>,
  startOf: (day: number) => number,
): Pick<Reading, 'firstDate' | 'lastDate'> {
  return { firstDate: firstDate === null ? null : (startOf(firstDate) as ExcelSerial), lastDate };
}

/** Doubts that the survey of the whole columns asks anew, or drops. */
const SETTLED_BY_COLUMNS: readonly Doubt['code'][] = ['dateOrder', 'decimalSeparator', 'damagedNumbers'];
/** Replacing an index takes nanoseconds: so many rows are a few milliseconds. */
const REPLACED_AT_ONCE = 500_000;

type DimensionRole = 'document' | 'manager' | 'product' | 'group' | 'region' | 'holding';

/** The columns of a ledger while it grows. */
class LedgerColumns {
  private rowCount = 0;
  private readonly identity: Int32Array;
  private readonly date: Int32Array | null;
  private readonly amount: Float64Array;
  private readonly sourceRow: Int32Array;
  private readonly quantity: Float64Array | null;
  private readonly profit: Float64Array | null;
  private readonly dimensions: Readonly<Record<DimensionRole, DimensionBuilder | null>>;
  private absoluteProfit = 0;
  private first: ExcelSerial | null = null;
  private last: ExcelSerial | null = null;

  constructor(
    private readonly grid: Grid,
    mapping: ColumnMapping,
    private readonly survey: Survey,
    capacity: number,
  ) {
    const dimension = (role: DimensionRole): DimensionBuilder | null => {
      const column = mapping[role];
      return column === undefined ? null : new DimensionBuilder(column, capacity);
    };
    this.identity = new Int32Array(capacity);
    this.date = mapping.date === undefined ? null : new Int32Array(capacity);
    this.amount = new Float64Array(capacity);
    this.sourceRow = new Int32Array(capacity);
    this.quantity = survey.quantity ? new Float64Array(capacity) : null;
    this.profit = survey.profit || survey.cost ? new Float64Array(capacity) : null;
    this.dimensions = {
      document: dimension('document'),
      manager: dimension('manager'),
      product: dimension('product'),
      group: dimension('group'),
      region: dimension('region'),
      holding: dimension('holding'),
    };
  }

  add(row: number, identity: number, amount: Money, day: ExcelSerial | null): void {
    const at = this.rowCount++;
    this.identity[at] = identity;
    this.amount[at] = amount;
    this.sourceRow[at] = originOf(this.grid, row).row;
    if (this.quantity && this.survey.quantity) this.quantity[at] = this.numberIn(row, this.survey.quantity);
    if (this.profit) this.profit[at] = this.profitOf(row, amount);
    for (const builder of Object.values(this.dimensions))
      builder?.add(at, this.grid.value(row, builder.column));
    if (!this.date || day === null) return;
    this.date[at] = day;
    if (this.first === null || day < this.first) this.first = day;
    if (this.last === null || day > this.last) this.last = day;
  }

  /** Can all profits be added exactly? */
  isExact(): boolean {
    return this.absoluteProfit <= MONEY_LIMIT;
  }

  /** First and last day used. */
  span(): { firstDate: ExcelSerial | null; lastDate: ExcelSerial | null } {
    return { firstDate: this.first, lastDate: this.last };
  }

  /** The finished columns, with identities replaced by clients; nothing is copied. */
  *finish(clientOf: Int32Array): Steps<Omit<Ledger, 'clients'>> {
    const { rowCount } = this;
    for (let at = 0; at < rowCount; at++) {
      if (at % REPLACED_AT_ONCE === 0) yield 1;
      this.identity[at] = clientOf[this.identity[at] ?? -1] ?? -1;
    }
    const done = (role: DimensionRole): Dimension | null => this.dimensions[role]?.finish(rowCount) ?? null;
    return {
      rowCount,
      client: this.identity.subarray(0, rowCount),
      date: this.date?.subarray(0, rowCount) ?? null,
      amount: this.amount.subarray(0, rowCount),
      sourceRow: this.sourceRow.subarray(0, rowCount),
      document: done('document'),
      manager: done('manager'),
      product: done('product'),
      group: done('group'),
      region: done('region'),
      holding: done('holding'),
      quantity: this.quantity?.subarray(0, rowCount) ?? null,
      profit: this.profit?.subarray(0, rowCount) ?? null,
    };
  }

  /** Profit as given, or amount − cost; NaN where the row has neither. */
  private profitOf(row: number, amount: Money): number {
    const { profit, cost } = this.survey;
    const value = profit ? this.moneyIn(row, profit) : cost ? amount - this.moneyIn(row, cost) : NaN;
    if (!Number.isNaN(value)) this.absoluteProfit += Math.abs(value);
    return value;
  }

  private moneyIn(row: number, { column, reader }: NumberSource): number {
    const cell = reader.read(this.grid.value(row, column));
    return cell.state === 'number' ? (moneyFromDecimal(cell.decimal) ?? NaN) : NaN;
  }

  private numberIn(row: number, { column, reader }: NumberSource): number {
    const cell = reader.read(this.grid.value(row, column));
    return cell.state === 'number' ? decimalToNumber(cell.decimal) : NaN;
  }
}

/** Runs steps as a part of a longer work, from one fraction to another. */
function* scaled<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + step.value * (to - from);
  }
}
