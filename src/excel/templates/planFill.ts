import type { CellValue } from '../../domain/shared/grid';
import type { Area } from '../../reports/plan';
import type { FilledCell } from '../../reports/template/fill';
import { filledCell } from '../../reports/template/fill';
import type { TemplateFill } from '../../reports/template/templateFill';
import { TEXT_FORMAT } from '../cells';
import type { Adopted } from './adopt';
import { ids } from './adopt';
import type { FoundRow } from './listRows';
import { planRows } from './listRows';
import { isAnyOf, isSameValue, versions } from './sameValue';
import type { FormCells } from './formCells';
import type { KeptCell, KeptChart, KeptList, TemplateState } from './templateState';
import { CHART_POINTS } from './templateState';

/** A cell that is to be written; its row is the one after the insertions. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly filled: FilledCell;
  /** The number format it has. */
  readonly format: string;
}

/** Rows that come in before a row. */
export interface RowInsert {
  /** One-based, as rows stand before any insertion. */
  readonly at: number;
  readonly rows: number;
}

/** A name and the cells it is to stand for. */
export interface NamedArea {
  readonly id: number;
  readonly area: Area;
}

/** A chart to be drawn, or one whose months are renewed. */
export interface ChartPlan {
  readonly id: number;
  /** The cells it draws after the insertions: a row of months over one of amounts. */
  readonly data: Area;
  /** These cells before the insertions, where they are yet to be named; null where they are. */
  readonly newData: NamedArea | null;
  /** Its own cell before the insertions, and its row after them. */
  readonly place: Area;
  readonly row: number;
  readonly isMade: boolean;
  /** Months to draw. */
  readonly points: number;
  /** It draws these cells already. */
  readonly isLed: boolean;
}

/** Everything that a renewal does to a sheet, in the order in which it is done. */
export interface FillPlan {
  readonly state: TemplateState;
  /** Ids whose cells are gone. */
  readonly gone: readonly number[];
  /** Cells found just now, as they stand before the insertions. */
  readonly named: readonly NamedArea[];
  /** The lowest first, so that the others stay where they are. */
  readonly inserts: readonly RowInsert[];
  /** Names that an insertion does not stretch by itself. */
  readonly stretched: readonly NamedArea[];
  readonly writes: readonly CellWrite[];
  readonly charts: readonly ChartPlan[];
}

/** How many columns the chart at a cell covers. */
export type ChartWidth = (row: number, column: number) => number;

/** Works out what a renewal does: only cells of placeholders that hold what we wrote change. */
export function planFill(
  sheet: FormCells,
  known: TemplateState,
  adopted: Adopted,
  fill: TemplateFill,
  widthOf: ChartWidth,
): FillPlan {
  const areaOf = (id: number): Area | null => sheet.area(id) ?? adopted.areas.get(id) ?? null;
  const stands = ({ id }: { readonly id: number }): boolean => areaOf(id) !== null;
  const cells = adopted.state.cells.filter(stands);
  const charts = adopted.state.charts.filter(stands);
  const lists = adopted.state.lists
    .map((list) => ({ ...list, columns: list.columns.filter(stands) }))
    .filter(({ columns }) => columns.length > 0);
  const standing = { cells, lists, charts };

  const besides = besideOf(sheet, standing, areaOf);
  const plans = lists.map((list) =>
    planList(sheet, list, fill, { areaOf, besides, isNew: adopted.areas.has(list.columns[0]?.id ?? 0) }),
  );
  const inserts = plans.flatMap(({ insert }) => insert ?? []).sort((a, b) => b.at - a.at);
  const move = mover(inserts);

  const writes: CellWrite[] = plans.flatMap((plan) => plan.writes(move));
  const renew = <Kept extends KeptCell | KeptChart>(kept: Kept, filled: FilledCell): Kept => {
    const place = areaOf(kept.id);
    if (!place) return kept;
    const { row, column } = place;
    const current = sheet.value(row, column);
    if (sheet.holdsFormula(row, column) || !isAnyOf(current, [...kept.written, kept.pattern])) return kept;
    const format = sheet.format(row, column);
    const next = shownValue(filled, format);
    if (!isSameValue(current, next)) writes.push({ row: move.standing(row), column, filled, format });
    return { ...kept, written: versions(current, next) };
  };
  const renewedCells = cells.map((cell) =>
    renew(cell, filledCell(cell.pattern, fill.values.single, fill.look)),
  );
  const drawn = planCharts(sheet, charts, adopted.nextId, { fill, areaOf, move, widthOf });
  const text = fill.chart.labels.length === 0 ? fill.chart.none : '';
  const renewedCharts = drawn.kept.map((chart) => renew(chart, { value: text, text, format: null }));

  return {
    state: { cells: renewedCells, lists: plans.map(({ kept }) => kept), charts: renewedCharts },
    gone: ids(known).filter((id) => sheet.area(id) === null),
    named: [...adopted.areas].map(([id, area]) => ({ id, area })),
    inserts,
    stretched: plans.flatMap(({ stretched }) => stretched(move)),
    writes,
    charts: drawn.plans,
  };
}

/** Where rows stand after the insertions. */
interface Mover {
  readonly standing: (row: number) => number;
  /** The n-th of the rows inserted before a row. */
  readonly inserted: (at: number, index: number) => number;
}

function mover(inserts: readonly RowInsert[]): Mover {
  const sum = (some: readonly RowInsert[]): number => some.reduce((all, { rows }) => all + rows, 0);
  return {
    standing: (row) => row + sum(inserts.filter(({ at }) => at <= row)),
    inserted: (at, index) => at + index + sum(inserts.filter((other) => other.at < at)),
  };
}

/** Tells what stands in a row that is not ours. */
function besideOf(
  sheet: FormCells,
  { cells, lists, charts }: TemplateState,
  areaOf: (id: number) => Area | null,
): (row: number) => string {
  const own = new Set<string>();
  for (const id of ids({ cells, lists, charts })) {
    const area = areaOf(id);
    if (!area) continue;
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++)
        own.add(`${row}:${column}`);
  }
  const dataColumn = Math.min(...charts.map(({ data }) => areaOf(data)?.column ?? Infinity));
  return (row) => sheet.rest(row, (column) => own.has(`${row}:${column}`) || column >= dataColumn);
}

interface ListPlan {
  readonly kept: KeptList;
  readonly insert: RowInsert | null;
  readonly stretched: (move: Mover) => readonly NamedArea[];
  readonly writes: (move: Mover) => readonly CellWrite[];
}

function planList(
  sheet: FormCells,
  list: KeptList,
  { values, look }: TemplateFill,
  {
    areaOf,
    besides,
    isNew,
  }: {
    readonly areaOf: (id: number) => Area | null;
    readonly besides: (row: number) => string;
    readonly isNew: boolean;
  },
): ListPlan {
  const columns = list.columns.flatMap(({ id, pattern }) => {
    const area = areaOf(id);
    return area ? [{ id, pattern, area }] : [];
  });
  const first = Math.min(...columns.map(({ area }) => area.row));
  const last = Math.max(...columns.map(({ area }) => area.row + area.rows - 1));
  const found = Array.from({ length: last - first + 1 }, (_, index): FoundRow => {
    const row = first + index;
    const cells = columns.map(({ area }) => {
      const isInside = row >= area.row && row < area.row + area.rows;
      return isInside && !sheet.holdsFormula(row, area.column) ? sheet.value(row, area.column) : null;
    });
    return { row, values: cells, beside: besides(row) };
  });
  const known = isNew
    ? [{ key: null, beside: found[0]?.beside ?? '', written: [columns.map(({ pattern }) => pattern)] }]
    : list.rows;

  const filledOf = new Map(
    values.lists[list.list].map((item) => {
      const all = new Map([...values.single, ...item.values]);
      return [item.key, columns.map(({ pattern }) => filledCell(pattern, all, look))] as const;
    }),
  );
  const formats = columns.map(({ area }) => sheet.format(first, area.column));
  const rows = planRows(
    list.list,
    known,
    found,
    [...filledOf].map(([key, cells]) => ({
      key,
      values: cells.map((cell, column) => shownValue(cell, formats[column] ?? '')),
    })),
  );
  const added = rows.filter(({ row }) => row === null).length;
  // Before the row below the list; where people took that away, below its last.
  const at = last > first ? last : last + 1;
  return {
    kept: { ...list, rows: rows.map(({ kept }) => kept) },
    insert: added > 0 ? { at, rows: added } : null,
    stretched: (move) =>
      added === 0 || last > first
        ? []
        : columns.map(({ id, area }) => ({
            id,
            area: { ...area, row: move.standing(area.row), rows: added + 2 },
          })),
    writes(move) {
      const writes: CellWrite[] = [];
      let inserted = 0;
      for (const { row, kept, write } of rows) {
        const place = row === null ? move.inserted(at, inserted++) : move.standing(row);
        columns.forEach(({ area }, column) => {
          const value = write[column] ?? null;
          if (value === null || (row !== null && isSameValue(sheet.value(row, area.column), value))) return;
          const filled = filledOf.get(kept.key ?? '')?.[column] ?? {
            value,
            text: String(value),
            format: null,
          };
          const format = sheet.format(row ?? at - 1, area.column);
          writes.push({ row: place, column: area.column, filled, format });
        });
      }
      return writes;
    },
  };
}

/** Columns between people's last one and the cells that a chart draws. */
const GAP = 2;
/** A sheet whose rows are coloured to their end has a look everywhere: then contents tell where people's columns end. */
const WIDEST = 500;
const DATA_ROWS = 2;

function planCharts(
  sheet: FormCells,
  charts: readonly KeptChart[],
  firstFreeId: number,
  {
    fill,
    areaOf,
    move,
    widthOf,
  }: {
    readonly fill: TemplateFill;
    readonly areaOf: (id: number) => Area | null;
    readonly move: Mover;
    readonly widthOf: ChartWidth;
  },
): { readonly kept: readonly KeptChart[]; readonly plans: readonly ChartPlan[] } {
  if (fill.chart.labels.length === 0) return { kept: charts, plans: [] };
  const lastColumn = sheet.lastStyledColumn > WIDEST ? sheet.lastColumn : sheet.lastStyledColumn;
  const places = charts.map(({ id }) => areaOf(id));
  const ends = places.map((place) =>
    place ? place.column + widthOf(place.row, place.column) - 1 : lastColumn,
  );
  let column = Math.max(lastColumn, ...ends) + GAP;
  let nextId = firstFreeId;
  const points = Math.min(CHART_POINTS, fill.chart.labels.length);
  const kept: KeptChart[] = [];
  const plans: ChartPlan[] = [];
  charts.forEach((chart, index) => {
    const place = places[index];
    if (!place) return;
    const standing = areaOf(chart.data);
    const data = standing ?? { row: place.row, column, rows: DATA_ROWS, columns: CHART_POINTS };
    if (!standing) column += CHART_POINTS;
    const id = standing ? chart.data : nextId++;
    kept.push({ ...chart, data: id });
    plans.push({
      id: chart.id,
      data: { ...data, row: move.standing(data.row) },
      newData: standing ? null : { id, area: data },
      place,
      row: move.standing(place.row),
      isMade: chart.isMade,
      points,
      isLed: chart.isMade && chart.points === points && standing?.rows === DATA_ROWS,
    });
  });
  return { kept, plans };
}

/** What Excel shows of what is written into a cell of a format: one for texts holds the words of a number. */
export function shownValue({ value, text }: FilledCell, format: string): CellValue {
  return format === TEXT_FORMAT ? text : value;
}
