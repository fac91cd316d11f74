import type { CellValue, Grid, Origin } from '../../shared/grid';
import { originOf } from '../../shared/grid';
import type { Steps } from '../../shared/steps';
import { cellText, isBlank } from '../cells';
import { foldHeading } from '../heading';
import { NumberColumn } from '../numberColumn';
import { PAUSE_EVERY } from '../pause';
import { totalLabel } from '../totals';
import { carryDown } from './carried';
import { OUTSIDE, readOutline, TOTAL } from './outline';
import type { Outline, OutlineSource } from './outline';
import { outlineText, writtenDate } from './textKinds';
import type { CrosstabUnfolding, Fate, Unfolded, VirtualColumn } from './unfolding';

/** Rows of the sheet that make one row of the cross-tab: one per measure (−1 where it is missing), or the same for all. */
interface Lines {
  /** Rows by line × measure. */
  readonly rows: readonly number[];
  readonly count: number;
}

/** Only tells blanks (and the dashes people type for them) from values. */
const ANY_NUMBER = new NumberColumn('.');
/** Slot of a record that stands for a repeated heading row. */
const NO_SLOT = -1;

/** Unfolds a cross-tab: a record for every line and slot that holds a value. Null if the outline's rule does not fit. */
export function* unfoldCrosstab(source: OutlineSource, plan: CrosstabUnfolding): Steps<Unfolded | null> {
  const { grid, firstRow } = source;
  const outline = plan.outline && (yield* readOutline(source, plan.outline));
  if (plan.outline && !outline) return null;
  const sides = plan.columns.flatMap((each) => (each.from === 'sheet' ? [each] : []));
  const carriedColumns = sides.filter(({ carried }) => carried).map(({ column }) => column);
  const carried = yield* carryDown(
    grid,
    firstRow,
    carriedColumns,
    sides.map(({ column }) => column),
  );
  const lines = yield* linesOf(source, plan);
  const records = new Records();
  const fates: (Fate | null)[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (line % PAUSE_EVERY === 0) yield 0.5 + line / lines.count / 2;
    const first = firstRowOf(lines, plan.measures, line);
    const fate = fateOfLine(source, plan, outline, first);
    fates.push(fate);
    if (fate === 'repeatedHeader') records.add(line, NO_SLOT);
    else addRecords(records, grid, plan, lines, line);
  }
  const starts = new Map<number, number>(
    plan.slots.flatMap(({ span }) => (span ? [[span.to, span.from] as const] : [])),
  );
  const view = new RecordsView(grid, firstRow, plan, outline, carried, lines, records);
  return {
    grid: view,
    fateOf: (row) => {
      const slot = plan.slots[records.slotOf(row - firstRow)];
      const fate = fates[records.lineOf(row - firstRow)] ?? null;
      return fate ?? (slot?.isTotal ? 'total' : null);
    },
    startOf: (day) => starts.get(day) ?? day,
    unequal: outline?.wrong ?? [],
    proved: outline?.proved ?? 0,
  };
}

function addRecords(records: Records, grid: Grid, plan: CrosstabUnfolding, lines: Lines, line: number): void {
  for (const [slot, { columns }] of plan.slots.entries()) {
    for (let measure = 0; measure < plan.measures; measure++) {
      const row = lines.rows[line * plan.measures + measure] ?? -1;
      const column = columnOf(plan, columns, measure);
      if (row < 0 || column < 0) continue;
      if (ANY_NUMBER.read(grid.value(row, column)).state === 'blank') continue;
      records.add(line, slot);
      break;
    }
  }
}

/** Where measures are rows, all stand in the slot's only column. */
function columnOf(plan: CrosstabUnfolding, columns: readonly number[], measure: number): number {
  return columns[plan.rowMeasures ? 0 : measure] ?? -1;
}

/** Puts the rows of each line together: as many as there are measures in rows, else every row is one. */
function* linesOf({ grid, firstRow }: OutlineSource, plan: CrosstabUnfolding): Steps<Lines> {
  const rows: number[] = [];
  const { rowMeasures, measures } = plan;
  const names = plan.columns.flatMap((each) => (each.from === 'sheet' ? [each.column] : []));
  let open: number[] | null = null;
  for (let row = firstRow; row < grid.rowCount; row++) {
    if ((row - firstRow) % PAUSE_EVERY === 0) yield (row - firstRow) / (grid.rowCount - firstRow) / 2;
    if (!rowMeasures) {
      for (let measure = 0; measure < measures; measure++) rows.push(row);
      continue;
    }
    const measure = rowMeasures.names.indexOf(foldHeading(grid.value(row, rowMeasures.column)));
    const isNamed = names.some((column) => !isBlank(grid.value(row, column)));
    const continues =
      open !== null && measure >= 0 && open[measure] === -1 && !(isNamed && isOther(grid, names, open, row));
    if (!continues || open === null) {
      if (open) rows.push(...open);
      open = Array.from({ length: measures }, () => -1);
    }
    open[Math.max(measure, 0)] = row;
  }
  if (open) rows.push(...open);
  return { rows, count: rows.length / measures };
}

/** Does the row name something else than the first row of the open line? */
function isOther(grid: Grid, columns: readonly number[], open: readonly number[], row: number): boolean {
  const first = open.find((each) => each >= 0) ?? row;
  return columns.some((column) => {
    const own = foldHeading(grid.value(row, column));
    return own !== '' && own !== foldHeading(grid.value(first, column));
  });
}

function firstRowOf({ rows }: Lines, measures: number, line: number): number {
  let first = -1;
  for (let measure = 0; measure < measures; measure++) {
    const row = rows[line * measures + measure] ?? -1;
    if (row >= 0 && (first < 0 || row < first)) first = row;
  }
  return first;
}

function fateOfLine(
  { grid, headings }: OutlineSource,
  { labels }: CrosstabUnfolding,
  outline: Outline | null,
  row: number,
): Fate | null {
  if (outline) {
    const level = outline.levels[row] ?? OUTSIDE;
    if (level === TOTAL) return 'total';
    if (level !== OUTSIDE && outline.isLine[row] !== 1) return 'merged';
  }
  for (const column of labels) {
    const label = totalLabel(grid.value(row, column));
    if (label === 'certain' || label === 'likely') return 'total';
  }
  return repeatsHeading(grid, headings, row) ? 'repeatedHeader' : null;
}

function repeatsHeading(grid: Grid, headings: OutlineSource['headings'], row: number): boolean {
  let repeated = 0;
  for (const [column, texts] of headings) {
    const value = grid.value(row, column);
    if (isBlank(value)) continue;
    if (!texts.has(foldHeading(value))) return false;
    repeated++;
  }
  return repeated > 1;
}

/** Pairs of line and slot, in the order of the sheet. */
class Records {
  private lines = new Int32Array(1024);
  private slots = new Int32Array(1024);
  count = 0;

  add(line: number, slot: number): void {
    if (this.count === this.lines.length) {
      this.lines = doubled(this.lines);
      this.slots = doubled(this.slots);
    }
    this.lines[this.count] = line;
    this.slots[this.count++] = slot;
  }

  lineOf(record: number): number {
    return this.lines[record] ?? 0;
  }

  slotOf(record: number): number {
    return this.slots[record] ?? NO_SLOT;
  }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(values.length * 2);
  grown.set(values);
  return grown;
}

/** The records as a list; the rows above the first record are blank. */
class RecordsView implements Grid {
  readonly sheet: string;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rowCount: number;
  readonly columnCount: number;

  constructor(
    private readonly source: Grid,
    private readonly firstRecord: number,
    private readonly plan: CrosstabUnfolding,
    private readonly outline: Outline | null,
    private readonly carried: ReadonlyMap<number, Int32Array>,
    private readonly lines: Lines,
    private readonly records: Records,
  ) {
    this.sheet = source.sheet;
    this.firstRow = source.firstRow;
    this.firstColumn = source.firstColumn;
    this.rowCount = firstRecord + records.count;
    this.columnCount = plan.columns.length;
  }

  readonly origin = (row: number): Origin =>
    originOf(this.source, row < this.firstRecord ? row : this.lineRow(row - this.firstRecord));

  value(row: number, column: number): CellValue {
    const virtual = this.plan.columns[column];
    return row < this.firstRecord || !virtual ? '' : this.valueOf(row - this.firstRecord, virtual);
  }

  format(_row: number, column: number): string {
    return this.plan.columns[column]?.from === 'period' ? 'dd.mm.yyyy' : '';
  }

  private valueOf(record: number, virtual: VirtualColumn): CellValue {
    const slot = this.plan.slots[this.records.slotOf(record)];
    switch (virtual.from) {
      case 'sheet': {
        const row = this.lineRow(record);
        return this.source.value(this.carried.get(virtual.column)?.[row] ?? row, virtual.column);
      }
      case 'level':
        return this.levelText(this.lineRow(record), virtual.level);
      case 'dateIn':
        return writtenDate(this.value(record + this.firstRecord, virtual.column));
      case 'period':
        return slot?.span?.to ?? '';
      case 'measure': {
        const row = this.lines.rows[this.records.lineOf(record) * this.plan.measures + virtual.measure] ?? -1;
        const column = slot ? columnOf(this.plan, slot.columns, virtual.measure) : -1;
        return row < 0 || column < 0 ? '' : this.source.value(row, column);
      }
    }
  }

  private lineRow(record: number): number {
    return firstRowOf(this.lines, this.plan.measures, this.records.lineOf(record));
  }

  private levelText(row: number, level: number): string {
    const { outline } = this;
    const column = this.plan.outline?.column;
    if (!outline || column === undefined) return '';
    let at = row;
    while (at >= 0 && (outline.levels[at] ?? OUTSIDE) > level) at = outline.parents[at] ?? -1;
    return at >= 0 && outline.levels[at] === level
      ? outlineText(cellText(this.source.value(at, column)))
      : '';
  }
}
