import type { CellValue } from '../../domain/shared/grid';
import { absolute, areaAddress } from '../addresses';
import type { Live } from '../live';
import { liveCell } from '../live';
import type { DossierFigure } from '../pages';
import { pageName } from '../pages';
import type {
  Area,
  Block,
  CellRole,
  PageField,
  PageKey,
  PageTable,
  PlanCell,
  PlanChart,
  PlanName,
  PlanRule,
  PlanValidation,
} from '../plan';
import type { Span, WorkingCell, WorkingColumn } from './grid';
import { FIRST_ROW, UNKNOWN, WORKING_CELLS, WORKING_COLUMNS, workingCellColumn, workingColumn } from './grid';

/** One cell of a page, over as many columns as its span. */
export interface PageCell {
  readonly span: Span;
  readonly role: CellRole;
  readonly cell: PlanCell;
  readonly format?: string | null;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly lines?: number;
}

/** What a page is put together from, top down. */
export class PageBuilder {
  /** The next free row. */
  row = FIRST_ROW;
  readonly fields: PageField[] = [];
  readonly tables: PageTable[] = [];
  readonly rules: PlanRule[] = [];
  readonly validations: PlanValidation[] = [];
  readonly charts: PlanChart[] = [];
  readonly names: PlanName[] = [];
  private readonly shown: Block[] = [];
  private readonly merged: Area[] = [];
  private readonly beside = new Map<number, Map<WorkingColumn, PlanCell>>();
  private readonly cells = new Map<WorkingCell, PlanCell>();

  constructor(private readonly key: PageKey) {}

  /** Puts cells into the row; answers with its number. */
  put(row: number, ...cells: readonly PageCell[]): void {
    for (const { span, role, cell, format = null, align, wrap, lines } of cells) {
      const rest = new Array<null>(span.columns - 1).fill(null);
      this.shown.push({
        row,
        column: span.column,
        role,
        cells: [[cell, ...rest]],
        formats: [format, ...rest],
        ...(align ? { align: [align, ...rest] } : {}),
        ...(wrap === undefined ? {} : { wrap }),
        ...(lines === undefined ? {} : { lines }),
      });
      if (span.columns > 1) this.merge({ row, column: span.column, rows: 1, columns: span.columns });
    }
  }

  /** Puts cells into the next free row and goes on; answers with its number. */
  add(...cells: readonly PageCell[]): number {
    const { row } = this;
    this.put(row, ...cells);
    this.row++;
    return row;
  }

  /** Makes one cell of each row of an area. */
  merge(area: Area): void {
    this.merged.push(area);
  }

  /** Adds a block as it is. */
  block(block: Block): void {
    this.shown.push(block);
  }

  /** Names a cell that the register calls. */
  name(figure: DossierFigure, row: number, column: number): void {
    this.names.push({ name: pageName(this.key, figure), area: { row, column, rows: 1, columns: 1 } });
  }

  /** Sets a working cell beside a row. */
  work(row: number, column: WorkingColumn, cell: PlanCell): void {
    const cells = this.beside.get(row) ?? new Map<WorkingColumn, PlanCell>();
    cells.set(column, cell);
    this.beside.set(row, cells);
  }

  /** The address of working cells from a row to another. */
  column(column: WorkingColumn, from: number, to: number): string {
    return areaAddress({ row: from, column: workingColumn(column), rows: to - from + 1, columns: 1 });
  }

  /** Sets a working cell of which the page has one. */
  set(cell: WorkingCell, value: Live | CellValue): void {
    this.cells.set(cell, typeof value === 'object' ? liveCell(value) : value);
  }

  /** What a working cell holds. */
  value(cell: WorkingCell): CellValue {
    const held = this.cells.get(cell) ?? '';
    return typeof held === 'object' ? held.value : held;
  }

  /** Marks a live cell that may come to be unknown. */
  markUnknown(row: number, column: number): void {
    const area = { row, column, rows: 1, columns: 1 };
    this.rules.push({ kind: 'textEquals', area, text: UNKNOWN, role: 'neutral' });
  }

  /** Everything that stands on the page and beside it. */
  blocks(): readonly Block[] {
    const last = this.row - 1;
    const rows = Array.from({ length: last - FIRST_ROW + 1 }, (_, index) =>
      WORKING_COLUMNS.map((column) => this.beside.get(FIRST_ROW + index)?.get(column) ?? null),
    );
    return [
      ...joined(this.shown),
      { row: FIRST_ROW, column: workingColumn(WORKING_COLUMNS[0]), role: 'note', cells: rows },
      {
        row: 1,
        column: workingCellColumn(WORKING_CELLS[0]),
        role: 'note',
        formats: WORKING_CELLS.map((cell) => (cell === 'client' ? '@' : null)),
        cells: [WORKING_CELLS.map((cell) => this.cells.get(cell) ?? null)],
      },
    ];
  }

  /** Merged cells, rows under each other in one area. */
  merges(): readonly Area[] {
    const areas: Area[] = [];
    for (const area of this.merged) {
      const above = areas.findIndex(
        ({ row, column, rows, columns }) =>
          column === area.column && columns === area.columns && row + rows === area.row,
      );
      const found = areas[above];
      if (found) areas[above] = { ...found, rows: found.rows + area.rows };
      else areas.push(area);
    }
    return areas;
  }
}

/** Address of a working cell of which the page has one. */
export function workingCell(cell: WorkingCell): string {
  return absolute(1, workingCellColumn(cell));
}

/** Blocks that look alike and stand under each other, in one: fewer requests. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const done: Block[] = [];
  const open = new Map<string, number>();
  for (const block of blocks) {
    const { row, cells, ...look } = block;
    const at = open.get(`${row}:${JSON.stringify(look)}`);
    const above = at === undefined ? undefined : done[at];
    const index = above && at !== undefined ? at : done.length;
    done[index] = above ? { ...above, cells: [...above.cells, ...cells] } : block;
    open.set(`${row + cells.length}:${JSON.stringify(look)}`, index);
  }
  return done;
}
