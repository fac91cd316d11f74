import type { CellValue, Grid } from '../../shared/grid';
import { originOf } from '../../shared/grid';
import type { Steps } from '../../shared/steps';
import { carryDown } from './carried';
import { columnOfLevel, OUTSIDE, readOutline, TOTAL } from './outline';
import type { Outline, OutlinePlan, OutlineSource } from './outline';
import { wholePeriod } from './periodHeading';
import { outlineText, writtenDate } from './textKinds';
import type { RowsUnfolding, Unfolded, VirtualColumn } from './unfolding';

/** Unfolds a list whose rows stay rows. Null if the outline's rule does not fit the whole sheet. */
export function* unfoldRows(
  source: OutlineSource,
  { columns, outline: plan, labels }: RowsUnfolding,
): Steps<Unfolded | null> {
  const { grid, firstRow } = source;
  const outline = plan && (yield* readOutline(source, plan));
  if (plan && !outline) return null;
  const carriedColumns = columns.flatMap((each) =>
    each.from === 'sheet' && each.carried ? [each.column] : [],
  );
  const sheetColumns = columns.flatMap((each) => (each.from === 'sheet' ? [each.column] : []));
  const carried = yield* carryDown(grid, firstRow, carriedColumns, [
    ...new Set([...sheetColumns, ...labels]),
  ]);
  const view = new RowsView(grid, columns, plan, outline, carried);
  return {
    grid: view,
    fateOf: (row) => (outline ? fateIn(outline, row) : null),
    startOf: (day) => view.periodStarts.get(day) ?? day,
    unequal: outline?.wrong ?? [],
    proved: outline?.proved ?? 0,
  };
}

function fateIn({ levels, isLine }: Outline, row: number): 'merged' | 'total' | null {
  const level = levels[row] ?? OUTSIDE;
  if (level === TOTAL) return 'total';
  return level !== OUTSIDE && isLine[row] !== 1 ? 'merged' : null;
}

/** The sheet's rows under virtual columns. */
class RowsView implements Grid {
  readonly sheet: string;
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly rowCount: number;
  readonly columnCount: number;
  /** First day of each period read so far, by its last. */
  readonly periodStarts = new Map<number, number>();

  constructor(
    private readonly source: Grid,
    private readonly columns: readonly VirtualColumn[],
    private readonly plan: OutlinePlan | null,
    private readonly outline: Outline | null,
    private readonly carried: ReadonlyMap<number, Int32Array>,
  ) {
    this.sheet = source.sheet;
    this.firstRow = source.firstRow;
    this.firstColumn = source.firstColumn;
    this.rowCount = source.rowCount;
    this.columnCount = columns.length;
  }

  readonly origin = (row: number) => originOf(this.source, row);

  value(row: number, column: number): CellValue {
    const virtual = this.columns[column];
    switch (virtual?.from) {
      case 'sheet':
        return this.source.value(this.carried.get(virtual.column)?.[row] ?? row, virtual.column);
      case 'level': {
        const text = this.levelText(row, virtual.level);
        return virtual.isPeriod ? this.lastDayOf(text) : text;
      }
      case 'dateIn':
        return writtenDate(this.value(row, virtual.column));
      default:
        return '';
    }
  }

  format(row: number, column: number): string {
    const virtual = this.columns[column];
    return virtual?.from === 'sheet'
      ? this.source.format(row, virtual.column)
      : virtual?.from === 'level' && virtual.isPeriod
        ? 'dd.mm.yyyy'
        : '';
  }

  /** The text of a level over a row, or the row's own; a row outside the outline shows its text on the deepest level. */
  private levelText(row: number, level: number): string {
    const { outline, plan } = this;
    if (!outline || !plan) return '';
    const column = columnOfLevel(plan, level);
    let at = row;
    if ((outline.levels[row] ?? OUTSIDE) <= OUTSIDE) {
      const isDeepest = this.columns.every((each) => each.from !== 'level' || each.level <= level);
      return isDeepest ? outlineText(this.source.value(row, column)) : '';
    }
    while (at >= 0 && (outline.levels[at] ?? OUTSIDE) > level) at = outline.parents[at] ?? -1;
    return at >= 0 && outline.levels[at] === level ? outlineText(this.source.value(at, column)) : '';
  }

  private lastDayOf(text: string): CellValue {
    const span = wholePeriod(text);
    if (!span) return text;
    this.periodStarts.set(span.to, span.from);
    return span.to;
  }
}
