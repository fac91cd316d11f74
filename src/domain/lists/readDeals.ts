import type { AmountUnit } from '../sales/amountUnit';
import { isBlank } from '../sales/cells';
import { clientKey } from '../sales/clientKey';
import { currencyCode } from '../sales/currency';
import type { Settings } from '../settings';
import type { ExcelSerial } from '../shared/dates';
import { originOf } from '../shared/grid';
import type { CellValue, Grid } from '../shared/grid';
import { fail, ok } from '../shared/result';
import type { Result } from '../shared/result';
import { within } from '../shared/steps';
import type { Steps } from '../shared/steps';
import { foldText } from '../shared/text';
import { DEAL_COLUMNS } from './deals';
import type { DealColumn, DealList, DealRow } from './deals';
import type { KnownClients } from './knownClients';
import { layoutOf, vocabulary } from './layout';
import type { ListLayout } from './layout';
import { surveyColumns } from './listColumns';
import type { ListCell, ListColumn } from './listColumns';
import { rowKinds, textAt } from './listRows';
import { DEAL_WORDS } from './listWords';
import type { DealListColumn } from './listWords';
import { listUnits } from './listUnit';
import { movesIn } from './moves';
import { ProblemLog } from './problems';
import type { ListError, RowProblemCode } from './types';

const WORDS = vocabulary(DEAL_WORDS, 'moves');
/** A row of deals has many columns, each read by its own rules. */
const ROWS_A_STEP = 250;
const BLANK = { state: 'blank' } as const;
/** Headings of row counters: a column of 1, 2, 3, … under one of them numbers rows, not deals. */
const COUNTER = /^(?:№|no\.?|номер|number)$/i;
const FEWEST_COUNTED = 2;

/** Where a sheet of deals has its columns; null without any heading of ours. */
export function dealLayout(head: Grid): ListLayout<DealListColumn> | null {
  const layout = layoutOf(head, WORDS);
  return layout && withCloseDate(withoutCounter(head, layout));
}

/**
 * Reads a sheet of deals (method.md §4). A cell that cannot be read is named and counts as absent; a probability
 * outside 0–100 % is an error of its row only; a deal that stands twice stays twice, both marked.
 */
export function* readDeals(
  grid: Grid,
  settings: Settings,
  known: KnownClients,
  layout = dealLayout(grid),
  salesUnit: AmountUnit | null = null,
): Steps<Result<DealList, ListError>> {
  const { sheet } = grid;
  if (layout === null) return fail({ code: 'emptyList', sheet });
  const { columns, firstDataRow, headings } = layout;
  const missing = missingColumn(layout);
  if (missing) {
    const named = headings.filter((heading) => heading !== '');
    return fail({ code: 'noListColumn', sheet, missing, headings: named });
  }
  const surveyed = [...new Set([...columns.values(), ...layout.more])];
  const units = listUnits(grid, layout, [columns.get('amount')], salesUnit);
  const survey = yield* within(surveyColumns(grid, surveyed, layout, units.scaleOf, settings), 0, 0.4);
  const rows = new DealRows(grid, layout, survey, known);
  for (let row = firstDataRow; row < grid.rowCount; row++) {
    if ((row - firstDataRow) % ROWS_A_STEP === 0) yield 0.4 + (0.5 * row) / grid.rowCount;
    rows.read(row);
  }
  const deals = yield* within(rows.close(), 0.9, 1);
  const has = new Set<DealColumn>(DEAL_COLUMNS.filter((column) => columns.has(column)));
  const { rowsRead, rowsSkipped, log } = rows;
  const { converted } = units;
  const account = {
    sheet,
    rowsRead,
    rowsUsed: deals.length,
    rowsSkipped,
    converted,
    problems: log.problems,
  };
  return ok({ rows: deals, has, account });
}

type Draft = Omit<DealRow, 'key' | 'isDuplicate'> & {
  /** Zero-based row of the grid. */
  readonly at: number;
  readonly baseKey: string;
  readonly currency: string | null;
};

/** The deals of a sheet while they are read. */
class DealRows {
  readonly log: ProblemLog;
  rowsRead = 0;
  rowsSkipped = 0;
  private readonly drafts: Draft[] = [];
  private readonly kindOf;

  constructor(
    private readonly grid: Grid,
    private readonly layout: ListLayout<DealListColumn>,
    private readonly survey: ReadonlyMap<number, ListColumn>,
    private readonly known: KnownClients,
  ) {
    this.log = new ProblemLog(grid, layout.headings);
    this.kindOf = rowKinds(grid, layout, ['client', 'name', 'number']);
  }

  read(row: number): void {
    const kind = this.kindOf(row);
    if (kind === 'blank') return;
    this.rowsRead++;
    if (kind === 'skipped') {
      this.rowsSkipped++;
      return;
    }
    const { layout, log } = this;
    const text = (role: DealListColumn) => textAt(this.grid, layout, row, role);
    const client = this.known.identify(
      this.value(row, 'client'),
      this.value(row, 'clientId'),
      this.value(row, 'taxId'),
    );
    const number = text('number');
    const product = text('product');
    const name = text('name') || number || product;
    if (client === null && name === '') {
      log.add('noName', row);
      return;
    }
    if (client === null) log.add('noClient', row, { column: layout.columns.get('client') });
    const amount = this.cell(row, 'amount', (column, value) => column.money(value));
    const written = text('currency');
    const clientText = client?.text ?? '';
    this.drafts.push({
      at: row,
      row: originOf(this.grid, row).row,
      baseKey: number === '' ? `${clientKey(clientText)} · ${foldText(name)}` : foldText(number),
      clientText,
      client: client?.key ?? null,
      name,
      number,
      amount: this.take(amount, row, 'amount', 'unreadableAmount', 'negativeAmount'),
      currency:
        (amount.state === 'value' ? amount.currency : null) ??
        (written === '' ? null : currencyCode(written)),
      stage: text('stage') || (layout.columns.has('stage') ? '' : text('status')),
      expected: this.day(row, 'expected'),
      created: this.day(row, 'created'),
      closed: this.isSharedDay() ? this.quietDay(row, 'closed') : this.day(row, 'closed'),
      moves: this.moves(row),
      probability: this.take(
        this.cell(row, 'probability', (column, value) => column.share(value)),
        row,
        'probability',
        'unreadableProbability',
        'probabilityOutOfRange',
      ),
      manager: text('manager'),
      product,
      nextStep: text('nextStep'),
      status: text('status'),
      comment: text('comment'),
      source: text('source'),
    });
  }

  /** The deals with their keys, amounts in one currency, and repeats marked. */
  *close(): Steps<readonly DealRow[]> {
    const { log } = this;
    const currency = mostUsed(this.drafts.flatMap((draft) => draft.currency ?? []));
    yield 0.1;
    const keys = keysOf(this.drafts);
    yield 0.4;
    const repeats = repeatsOf(this.drafts);
    yield 0.8;
    return this.drafts.map((draft, index) => {
      const { at, baseKey, currency: own, ...deal } = draft;
      const isForeign = own !== null && own !== currency && deal.amount !== null;
      if (isForeign)
        log.add('foreignCurrency', at, { column: this.layout.columns.get('amount'), value: own });
      const first = repeats.get(index);
      if (first !== undefined && first !== index)
        log.add('duplicateDeal', at, {
          value: draft.number || draft.name,
          other: this.drafts[first]?.at ?? at,
        });
      return {
        ...deal,
        amount: isForeign ? null : deal.amount,
        key: keys[index] ?? baseKey,
        isDuplicate: first !== undefined,
      };
    });
  }

  private value(row: number, role: DealListColumn): CellValue {
    const column = this.layout.columns.get(role);
    return column === undefined ? '' : this.grid.value(row, column);
  }

  private cell<T>(
    row: number,
    role: DealListColumn,
    how: (column: ListColumn, value: CellValue) => ListCell<T>,
  ): ListCell<T> {
    const column = this.layout.columns.get(role);
    const reader = column === undefined ? undefined : this.survey.get(column);
    return reader ? how(reader, this.value(row, role)) : BLANK;
  }

  private take<T>(
    cell: ListCell<T>,
    row: number,
    role: DealListColumn,
    unreadable: RowProblemCode,
    outOfRange: RowProblemCode,
  ): T | null {
    return this.log.take(cell, row, this.layout.columns.get(role), unreadable, outOfRange);
  }

  private day(row: number, role: DealListColumn): ExcelSerial | null {
    const cell = this.cell(row, role, (column, value) => column.day(value));
    return this.take(cell, row, role, 'unreadableDate', 'unreadableDate');
  }

  /** A day whose cell was read before: what is wrong with it was said. */
  private quietDay(row: number, role: DealListColumn): ExcelSerial | null {
    const cell = this.cell(row, role, (column, value) => column.day(value));
    return cell.state === 'value' ? cell.value : null;
  }

  private isSharedDay(): boolean {
    const { columns } = this.layout;
    return columns.get('closed') === columns.get('expected');
  }

  private moves(row: number): number | null {
    const { columns, more } = this.layout;
    const first = columns.get('moves');
    if (first === undefined) return null;
    let total: number | null = null;
    for (const column of [first, ...more]) {
      const value = this.grid.value(row, column);
      if (isBlank(value)) continue;
      const moves = movesIn(value);
      if (moves === null) this.log.add('unreadableNumber', row, { column });
      else total = (total ?? 0) + moves;
    }
    // In a sheet that tells moves, a blank cell says none.
    return total ?? 0;
  }
}

/**
 * One key for every deal. Deals that share what they are known by get an ordinal by creation day, then amount, then
 * row, so that sorting the sheet anew changes nothing.
 */
function keysOf(drafts: readonly Draft[]): readonly string[] {
  const groups = new Map<string, number[]>();
  for (const [index, { baseKey }] of drafts.entries()) {
    const group = groups.get(baseKey);
    if (group) group.push(index);
    else groups.set(baseKey, [index]);
  }
  const keys = drafts.map(({ baseKey }) => baseKey);
  for (const [baseKey, group] of groups) {
    if (group.length === 1) continue;
    const order = (index: number, field: 'created' | 'amount' | 'at') => drafts[index]?.[field] ?? 0;
    group.sort(
      (a, b) =>
        order(a, 'created') - order(b, 'created') ||
        order(a, 'amount') - order(b, 'amount') ||
        order(a, 'at') - order(b, 'at'),
    );
    for (const [ordinal, index] of group.entries()) {
      if (ordinal > 0) keys[index] = `${baseKey} (${ordinal + 1})`;
    }
  }
  return keys;
}

/** Deals that stand more than once, each with the first of its like: of one number; or one client, name, amount and day. */
function repeatsOf(drafts: readonly Draft[]): ReadonlyMap<number, number> {
  const firstOf = new Map<string, number>();
  const repeats = new Map<number, number>();
  for (const [index, draft] of drafts.entries()) {
    const { baseKey, number, amount, expected, created, stage } = draft;
    const likeness =
      number === '' ? JSON.stringify([baseKey, amount, expected, created, stage]) : `№ ${baseKey}`;
    const first = firstOf.get(likeness);
    if (first === undefined) firstOf.set(likeness, index);
    else repeats.set(first, first).set(index, first);
  }
  return repeats;
}

/** The value met most often, the first of equals; null without any. */
function mostUsed(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) {
    if (best === null || count > (counts.get(best) ?? 0)) best = value;
  }
  return best;
}

function missingColumn({ columns }: ListLayout<DealListColumn>): 'client' | 'deal' | null {
  if (!columns.has('client') && !columns.has('name') && !columns.has('taxId')) return 'client';
  return columns.has('amount') || columns.has('stage') || columns.has('probability') ? null : 'deal';
}

/** One column of days for both, or for the one of the two that has no column of its own. */
function withCloseDate(layout: ListLayout<DealListColumn>): ListLayout<DealListColumn> {
  const column = layout.columns.get('closeDate');
  if (column === undefined) return layout;
  const columns = new Map(layout.columns);
  if (!layout.columns.has('expected')) columns.set('expected', column);
  if (!layout.columns.has('closed')) columns.set('closed', column);
  return { ...layout, columns };
}

/** Without a «№» that only counts the rows. */
function withoutCounter(head: Grid, layout: ListLayout<DealListColumn>): ListLayout<DealListColumn> {
  const column = layout.columns.get('number');
  if (column === undefined || !COUNTER.test(layout.headings[column] ?? '')) return layout;
  const values: CellValue[] = [];
  for (let row = layout.firstDataRow; row < head.rowCount; row++) {
    const value = head.value(row, column);
    if (!isBlank(value)) values.push(value);
  }
  const counts = values.length >= FEWEST_COUNTED && values.every((value, at) => Number(value) === at + 1);
  if (!counts) return layout;
  return { ...layout, columns: new Map([...layout.columns].filter(([role]) => role !== 'number')) };
}
