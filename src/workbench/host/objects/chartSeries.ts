import { precedentsOf } from '../../calc/formula';
import type { ChartModel, ChartSeriesModel, SheetModel } from '../../model/model';
import { colorOf } from '../colors';
import { refusal } from '../errors';
import { HostObject, flagOf, numberOf, oneOf, textOf } from '../objectType';
import type { Arguments, ObjectType, Property } from '../objectType';
import type { Session } from '../session';
import { absoluteReference, rangeArgument } from './range';

/** A chart and the sheet it stands on. */
export interface PlacedChart {
  readonly sheet: SheetModel;
  readonly chart: ChartModel;
}

/** One of its series. */
export interface PlacedSeries extends PlacedChart {
  readonly series: ChartSeriesModel;
}

/** Kinds of charts that the product draws; others are added when it uses them. */
export const CHART_TYPES = [
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Line',
  'LineMarkers',
  'Pie',
  'Doughnut',
  'Area',
  'XYScatter',
] as const;
/** Charts whose series cannot mix with others and have no second axis. */
export const SINGLE_TYPES: ReadonlySet<string> = new Set(['Pie', 'Doughnut']);
const MARKER_STYLES = ['Automatic', 'None', 'Circle', 'Square', 'Diamond', 'Triangle'] as const;
/** Excel's gap between new columns and the widest it takes, in per cent of a column. */
const STANDARD_GAP = 150;
const WIDEST_GAP = 500;
/** Excel's width of a new line, in points. */
const LINE_WEIGHT = 2.25;

export function seriesCollectionOf(placed: PlacedChart): HostObject {
  return HostObject.of(seriesCollectionType, placed);
}

const seriesCollectionType: ObjectType<PlacedChart> = {
  name: 'ChartSeriesCollection',
  properties: {
    Count: { get: ({ chart }) => chart.series.length },
  },
  items: (placed) => placed.chart.series.map((series) => seriesOf({ ...placed, series })),
  methods: {
    Add(placed, args, session) {
      session.guardSheet(placed.sheet);
      const { chart, sheet } = placed;
      const ids = chart.series.map(({ id }) => Number(id) || 0);
      const series: ChartSeriesModel = {
        id: String(Math.max(-1, ...ids) + 1),
        name: args.textOr(0, ''),
        values: '',
        categories: null,
        type: chart.type,
        axisGroup: 'primary',
      };
      chart.series.splice(args.numberOr(1, chart.series.length), 0, series);
      session.looksChanged(sheet);
      return seriesOf({ ...placed, series });
    },
  },
};

function seriesOf(placed: PlacedSeries): HostObject {
  return HostObject.of(seriesType, placed);
}

function change(placed: PlacedSeries, session: Session, apply: (series: ChartSeriesModel) => void): void {
  session.guardSheet(placed.sheet);
  apply(placed.series);
  session.looksChanged(placed.sheet);
}

/** The cells of one row or column that a series may stand on. */
function lineOf(placed: PlacedSeries, args: Arguments, session: Session): string {
  const cells = rangeArgument(args, 0, placed.sheet, session);
  if (cells.area.rows > 1 && cells.area.columns > 1) throw refusal('InvalidArgument');
  return absoluteReference(cells);
}

const seriesType: ObjectType<PlacedSeries> = {
  name: 'ChartSeries',
  check({ chart, series }) {
    if (!chart.series.includes(series)) throw refusal('ItemNotFound');
  },
  properties: {
    Name: {
      get: ({ series }) => series.name,
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          series.name = textOf(value);
        }),
    },
    ChartType: {
      get: ({ series }) => series.type,
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          series.type = oneOf(value, CHART_TYPES);
        }),
    },
    AxisGroup: {
      get: ({ series }) => (series.axisGroup === 'secondary' ? 'Secondary' : 'Primary'),
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          const group = oneOf(value, ['Primary', 'Secondary']);
          // The first group cannot be left empty.
          const others = placed.chart.series.filter(
            (other) => other !== series && other.axisGroup === 'primary',
          );
          const isRefused = SINGLE_TYPES.has(series.type) || others.length === 0;
          if (group === 'Secondary' && isRefused) throw refusal('InvalidOperation');
          series.axisGroup = group === 'Secondary' ? 'secondary' : 'primary';
        }),
    },
    MarkerStyle: {
      get: ({ series }) => (series.markers === undefined ? 'Automatic' : series.markers ? 'Circle' : 'None'),
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          const style = oneOf(value, MARKER_STYLES);
          if (style === 'Automatic') delete series.markers;
          else series.markers = style !== 'None';
        }),
    },
    HasDataLabels: {
      get: ({ series }) => series.labels !== undefined,
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          if (flagOf(value)) series.labels ??= { shows: 'value' };
          else delete series.labels;
        }),
    },
    GapWidth: {
      get: ({ series }) => series.gapWidth ?? STANDARD_GAP,
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          const gap = numberOf(value);
          if (gap < 0 || gap > WIDEST_GAP) throw refusal('InvalidArgument');
          series.gapWidth = gap;
        }),
    },
  },
  links: {
    Format: (placed) => HostObject.of(seriesFormatType, placed),
    DataLabels(placed) {
      if (!placed.series.labels) throw refusal('InvalidOperation');
      return HostObject.of(dataLabelsType, placed);
    },
    Points: (placed) => HostObject.of(pointsType, placed),
  },
  methods: {
    SetValues: (placed, args, session) =>
      change(placed, session, (series) => {
        series.values = lineOf(placed, args, session);
      }),
    SetXAxisValues: (placed, args, session) =>
      change(placed, session, (series) => {
        series.categories = lineOf(placed, args, session);
      }),
    Delete(placed, _args, session) {
      session.guardSheet(placed.sheet);
      placed.chart.series.splice(placed.chart.series.indexOf(placed.series), 1);
      session.looksChanged(placed.sheet);
    },
  },
};

const seriesFormatType: ObjectType<PlacedSeries> = {
  name: 'ChartSeriesFormat',
  links: {
    Fill: (placed) => HostObject.of(fillType, placed),
    Line: (placed) => HostObject.of(lineType, placed),
  },
};

const fillType: ObjectType<PlacedSeries> = {
  name: 'ChartFill',
  methods: {
    SetSolidColor: (placed, args, session) =>
      change(placed, session, (series) => {
        series.color = colorOf(args.raw(0));
        delete series.isUnfilled;
      }),
    Clear: (placed, _args, session) =>
      change(placed, session, (series) => {
        series.isUnfilled = true;
      }),
  },
};

/** What stands at the points of a series; Excel shows several things at once, the product one. */
const dataLabelsType: ObjectType<PlacedSeries> = {
  name: 'ChartDataLabels',
  properties: {
    ShowValue: labelContent('value'),
    ShowPercentage: labelContent('share'),
    LinkNumberFormat: {
      get: ({ series }) => series.labels?.numberFormat === undefined,
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          if (!flagOf(value) || !series.labels) return;
          const { numberFormat: _format, ...others } = series.labels;
          series.labels = others;
        }),
    },
    NumberFormat: {
      get: ({ series }) => series.labels?.numberFormat ?? 'General',
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          if (series.labels) series.labels = { ...series.labels, numberFormat: textOf(value) };
        }),
    },
  },
  links: {
    Format: (placed) => HostObject.of(dataLabelFormatType, placed),
  },
};

const dataLabelFormatType: ObjectType<PlacedSeries> = {
  name: 'ChartDataLabelFormat',
  links: {
    Font: (placed) => HostObject.of(dataLabelFontType, placed),
  },
};

const dataLabelFontType: ObjectType<PlacedSeries> = {
  name: 'ChartFont',
  properties: {
    Color: {
      get: ({ series }) => series.labels?.color ?? '',
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          if (series.labels) series.labels = { ...series.labels, color: colorOf(value) };
        }),
    },
  },
};

function labelContent(content: 'value' | 'share'): Property<PlacedSeries> {
  return {
    get: ({ series }) => series.labels?.shows === content,
    set(placed, value, session) {
      if (content === 'share' && flagOf(value) && !SINGLE_TYPES.has(placed.series.type))
        throw refusal('InvalidOperation');
      change(placed, session, (series) => {
        if (flagOf(value) && series.labels) series.labels = { ...series.labels, shows: content };
      });
    },
  };
}

interface PlacedPoint extends PlacedSeries {
  readonly index: number;
}

const pointsType: ObjectType<PlacedSeries> = {
  name: 'ChartPointsCollection',
  properties: {
    Count: { get: ({ series }) => pointsIn(series) },
  },
  items: (placed) =>
    Array.from({ length: pointsIn(placed.series) }, (_, index) =>
      HostObject.of(pointType, { ...placed, index }),
    ),
};

function pointsIn({ values }: ChartSeriesModel): number {
  return precedentsOf(values).reduce((sum, { area }) => sum + area.rows * area.columns, 0);
}

const pointType: ObjectType<PlacedPoint> = {
  name: 'ChartPoint',
  links: {
    Format: (placed) => HostObject.of(pointFormatType, placed),
  },
};

const pointFormatType: ObjectType<PlacedPoint> = {
  name: 'ChartPointFormat',
  links: {
    Fill: (placed) => HostObject.of(pointFillType, placed),
  },
};

const pointFillType: ObjectType<PlacedPoint> = {
  name: 'ChartFill',
  methods: {
    SetSolidColor: (placed, args, session) =>
      change(placed, session, (series) => {
        series.pointColors = { ...series.pointColors, [placed.index]: colorOf(args.raw(0)) };
      }),
  },
};

const lineType: ObjectType<PlacedSeries> = {
  name: 'ChartLineFormat',
  properties: {
    Color: {
      get: ({ series }) => series.color ?? '',
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          series.color = colorOf(value);
        }),
    },
    Weight: {
      get: ({ series }) => series.lineWeight ?? LINE_WEIGHT,
      set: (placed, value, session) =>
        change(placed, session, (series) => {
          series.lineWeight = numberOf(value);
        }),
    },
  },
};
