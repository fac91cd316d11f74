import type { BookModel, ChartModel, ChartSeriesModel, ModelArea, SheetModel } from '../../model/model';
import type { Cells } from '../cellAccess';
import { refusal } from '../errors';
import { cellEdges } from '../geometry';
import { HostObject, flagOf, numberOf, oneOf, textOf } from '../objectType';
import type { Arguments, ObjectType, Property } from '../objectType';
import type { Json } from '../protocol';
import type { Session } from '../session';
import { axesOf } from './chartAxes';
import { CHART_TYPES, seriesCollectionOf } from './chartSeries';
import type { PlacedChart, PlacedSeries } from './chartSeries';
import { absoluteReference, rangeArgument } from './range';
import { worksheetOf } from './worksheet';

/** Excel's size of a new chart, in points, and where the product finds it before it places it. */
const STANDARD_WIDTH = 360;
const STANDARD_HEIGHT = 216;
const STANDARD_LEFT = 96;
const STANDARD_TOP = 60;
const LEGEND_POSITIONS = ['Top', 'Bottom', 'Left', 'Right'] as const;

export function chartsOf(sheet: SheetModel): HostObject {
  return HostObject.of(chartsType, sheet);
}

const chartsType: ObjectType<SheetModel> = {
  name: 'ChartCollection',
  properties: {
    Count: { get: ({ charts }) => charts.length },
  },
  items: (sheet) => sheet.charts.map((chart) => chartOf({ sheet, chart })),
  item(sheet, key) {
    const wanted = textOf(key).toLowerCase();
    const chart = sheet.charts.find(
      ({ name, id }) => name.toLowerCase() === wanted || id.toLowerCase() === wanted,
    );
    return chart ? chartOf({ sheet, chart }) : null;
  },
  methods: {
    Add: addChart,
  },
};

function addChart(sheet: SheetModel, args: Arguments, session: Session): HostObject {
  session.guardSheet(sheet);
  const type = oneOf(args.raw(0), CHART_TYPES);
  const source = rangeArgument(args, 1, sheet, session);
  const by = oneOf(args.textOr(2, 'Auto'), ['Auto', 'Columns', 'Rows']);
  const number = freeNumber(session.book);
  const axis = { visible: true, majorGridlines: false };
  const chart: ChartModel = {
    id: chartId(number),
    name: `${session.culture.name.startsWith('ru') ? 'Диаграмма' : 'Chart'} ${number}`,
    type,
    title: null,
    series: seriesFrom(source, by, type),
    left: STANDARD_LEFT,
    top: STANDARD_TOP,
    width: STANDARD_WIDTH,
    height: STANDARD_HEIGHT,
    legend: { visible: true, position: 'bottom' },
    axes: { category: { ...axis }, value: { ...axis, majorGridlines: true }, secondaryValue: { ...axis } },
  };
  sheet.charts.push(chart);
  session.looksChanged(sheet);
  return chartOf({ sheet, chart });
}

function freeNumber({ sheets }: BookModel): number {
  const charts = sheets.flatMap((sheet) => sheet.charts);
  return Math.max(0, ...charts.map(({ id }) => Number.parseInt(id.slice(-13, -1), 16) || 0)) + 1;
}

/** An id that no chart of the book bears. */
export function freeChartId(book: BookModel): string {
  return chartId(freeNumber(book));
}

function chartId(number: number): string {
  return `{00000000-0000-4000-A000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;
}

/** The series Excel makes of a range: headings name them, a first column or row of texts gives the categories. */
function seriesFrom(source: Cells, by: 'Auto' | 'Columns' | 'Rows', type: string): ChartSeriesModel[] {
  const { sheet, area } = source;
  const byRows = by === 'Rows' || (by === 'Auto' && area.columns > area.rows);
  const part = (line: number, from: number, count: number): ModelArea =>
    byRows
      ? { row: area.row + line, column: area.column + from, rows: 1, columns: count }
      : { row: area.row + from, column: area.column + line, rows: count, columns: 1 };
  const [lines, length] = byRows ? [area.rows, area.columns] : [area.columns, area.rows];
  const isText = (line: number, at: number): boolean => {
    const { row, column } = part(line, at, 1);
    return typeof sheet.cells.value(row, column) === 'string' && sheet.cells.value(row, column) !== '';
  };
  const hasHeadings = length > 1 && isText(lines - 1, 0);
  const first = hasHeadings ? 1 : 0;
  const hasCategories = lines > 1 && isText(0, first);
  const categories = hasCategories
    ? absoluteReference({ sheet, area: part(0, first, length - first) })
    : null;
  const series: ChartSeriesModel[] = [];
  for (let line = hasCategories ? 1 : 0; line < lines; line += 1) {
    const heading = part(line, 0, 1);
    series.push({
      id: String(series.length),
      name: hasHeadings ? String(sheet.cells.value(heading.row, heading.column)) : '',
      values: absoluteReference({ sheet, area: part(line, first, length - first) }),
      categories,
      type,
      axisGroup: 'primary',
    });
  }
  return series;
}

export function chartOf(placed: PlacedChart): HostObject {
  return HostObject.of(chartType, placed);
}

/** A measure of the chart's place on the sheet, in points. */
function measure(key: 'left' | 'top' | 'width' | 'height'): Property<PlacedChart> {
  return {
    get: ({ chart }) => chart[key],
    set: (placed, value, session) =>
      change(placed, session, (chart) => {
        chart[key] = size(value);
      }),
  };
}

const chartType: ObjectType<PlacedChart> = {
  name: 'Chart',
  identity: ({ chart }) => ({ Id: chart.id, Name: chart.name }),
  check({ sheet, chart }, session) {
    if (!session.book.sheets.includes(sheet) || !sheet.charts.includes(chart)) throw refusal('ItemNotFound');
  },
  properties: {
    Id: { get: ({ chart }) => chart.id },
    Name: {
      get: ({ chart }) => chart.name,
      set: (placed, value, session) =>
        change(placed, session, (chart) => {
          chart.name = textOf(value);
        }),
    },
    ChartType: {
      get: ({ chart }) => chart.type,
      set: (placed, value, session) =>
        change(placed, session, (chart) => {
          chart.type = oneOf(value, CHART_TYPES);
          for (const series of chart.series) series.type = chart.type;
        }),
    },
    PlotVisibleOnly: {
      get: ({ chart }) => !chart.drawsHidden,
      set: (placed, value, session) =>
        change(placed, session, (chart) => {
          if (flagOf(value)) delete chart.drawsHidden;
          else chart.drawsHidden = true;
        }),
    },
    Left: measure('left'),
    Top: measure('top'),
    Width: measure('width'),
    Height: measure('height'),
  },
  links: {
    Title: (placed) => HostObject.of(titleType, placed),
    Series: (placed) => seriesCollectionOf(placed),
    Axes: (placed) => axesOf(placed),
    Legend: (placed) => HostObject.of(legendType, placed),
    Worksheet: ({ sheet }) => worksheetOf(sheet),
  },
  methods: {
    SetPosition(placed, args, session) {
      const start = rangeArgument(args, 0, placed.sheet, session);
      const end = args.has(1) ? rangeArgument(args, 1, placed.sheet, session) : null;
      if (start.sheet !== placed.sheet || (end && end.sheet !== placed.sheet))
        throw refusal('InvalidArgument');
      change(placed, session, (chart) => {
        const from = cellEdges(placed.sheet, start.area);
        chart.left = from.left;
        chart.top = from.top;
        if (!end) return;
        const to = cellEdges(placed.sheet, end.area);
        chart.width = to.right - from.left;
        chart.height = to.bottom - from.top;
      });
    },
    Delete({ sheet, chart }, _args, session) {
      session.guardSheet(sheet);
      sheet.charts.splice(sheet.charts.indexOf(chart), 1);
      session.looksChanged(sheet);
    },
  },
};

function change({ sheet, chart }: PlacedChart, session: Session, apply: (chart: ChartModel) => void): void {
  session.guardSheet(sheet);
  apply(chart);
  session.looksChanged(sheet);
}

function size(value: Json): number {
  const points = numberOf(value);
  if (points < 0) throw refusal('InvalidArgument');
  return points;
}

const titleType: ObjectType<PlacedChart> = {
  name: 'ChartTitle',
  properties: {
    Text: {
      get: ({ chart }) => chart.title ?? '',
      set: (placed, value, session) =>
        change(placed, session, (chart) => {
          chart.title = textOf(value);
        }),
    },
    Visible: {
      get: ({ chart }) => chart.title !== null,
      set: (placed, value, session) =>
        change(placed, session, (chart) => {
          chart.title = flagOf(value) ? (chart.title ?? '') : null;
        }),
    },
  },
};

const legendType: ObjectType<PlacedChart> = {
  name: 'ChartLegend',
  properties: {
    Visible: {
      get: ({ chart }) => chart.legend.visible,
      set: (placed, value, session) =>
        change(placed, session, (chart) => {
          chart.legend.visible = flagOf(value);
        }),
    },
    Position: {
      get: ({ chart }) =>
        LEGEND_POSITIONS.find((name) => name.toLowerCase() === chart.legend.position) ?? 'Bottom',
      set: (placed, value, session) =>
        change(placed, session, (chart) => {
          chart.legend.position = LEGEND_IN_MODEL[oneOf(value, LEGEND_POSITIONS)];
        }),
    },
  },
  links: {
    LegendEntries: (placed) => HostObject.of(legendEntriesType, placed),
  },
};

/** An entry of the legend: one per series. */
const legendEntriesType: ObjectType<PlacedChart> = {
  name: 'ChartLegendEntryCollection',
  properties: {
    Count: { get: ({ chart }) => chart.series.length },
  },
  items: (placed) =>
    placed.chart.series.map((series) => HostObject.of(legendEntryType, { ...placed, series })),
};

const legendEntryType: ObjectType<PlacedSeries> = {
  name: 'ChartLegendEntry',
  properties: {
    Visible: {
      get: ({ series }) => !series.isUnnamed,
      set: (placed, value, session) =>
        change(placed, session, () => {
          if (flagOf(value)) delete placed.series.isUnnamed;
          else placed.series.isUnnamed = true;
        }),
    },
  },
};

const LEGEND_IN_MODEL = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right' } as const;
