import { checkTemplate } from '../../domain/dossiers/templateCheck';
import type { PatternCell } from '../../domain/dossiers/templateCheck';
import { addressOf } from '../../domain/shared/grid';
import { PLACEHOLDER_NAMES } from '../../i18n/placeholderWords';
import type { Area } from '../../reports/plan';
import type { FormCells } from './formCells';
import type { KeptCell, KeptChart, KeptList, TemplateState } from './templateState';

/** A template's cells with those found just now, and the places of these. */
export interface Adopted {
  readonly state: TemplateState;
  /** Where cells found just now stand, by their new ids. */
  readonly areas: ReadonlyMap<number, Area>;
  readonly nextId: number;
}

/** The row below a repeated one is named with it: rows inserted there stretch the name. */
const LIST_ROWS = 2;

/**
 * Takes placeholders that stand on a sheet and are not known yet: those of a fresh copy, those that a failed run left,
 * those that people typed since. Placeholders that something is wrong with are left as they are.
 */
export function adopt(sheet: FormCells, known: TemplateState, firstFreeId: number): Adopted {
  let nextId = firstFreeId;
  const areas = new Map<number, Area>();
  const name = ({ row, column }: PatternCell, rows: number): number => {
    areas.set(nextId, { row, column, rows, columns: 1 });
    return nextId++;
  };
  const cells: KeptCell[] = [...known.cells];
  const charts: KeptChart[] = [...known.charts];
  const lists: KeptList[] = [...known.lists];
  const rows = new Map<number, PatternCell[]>();
  for (const cell of unknownCells(sheet, known)) {
    const { pattern, list, isChart, row } = cell;
    if (list !== null) rows.set(row, [...(rows.get(row) ?? []), cell]);
    else if (isChart)
      charts.push({ id: name(cell, 1), pattern, written: [], data: 0, isMade: false, points: 0 });
    else cells.push({ id: name(cell, 1), pattern, written: [] });
  }
  for (const found of rows.values()) {
    const list = found[0]?.list ?? null;
    if (list === null) continue;
    const ofList = found.filter((cell) => cell.list === list);
    lists.push({
      list,
      columns: ofList.map((cell) => ({ id: name(cell, LIST_ROWS), pattern: cell.pattern })),
      rows: [],
    });
  }
  return { state: { cells, lists, charts }, areas, nextId };
}

function unknownCells(sheet: FormCells, known: TemplateState): readonly PatternCell[] {
  const { cells, problems } = checkTemplate(sheet, PLACEHOLDER_NAMES);
  const wrong = new Set(problems.map((problem) => ('cell' in problem ? problem.cell : '')));
  const taken = ids(known).flatMap((id) => sheet.area(id) ?? []);
  return cells.filter(
    ({ row, column }) =>
      !wrong.has(addressOf(row, column)) && !taken.some((area) => holds(area, row, column)),
  );
}

/** Every id that a state names cells by. */
export function ids({ cells, lists, charts }: TemplateState): readonly number[] {
  return [
    ...cells.map(({ id }) => id),
    ...lists.flatMap(({ columns }) => columns.map(({ id }) => id)),
    ...charts.flatMap(({ id, data }) => (data === 0 ? [id] : [id, data])),
  ];
}

function holds(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
