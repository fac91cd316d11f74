import type { ChartAxisModel, ChartModel } from '../../model/model';
import { refusal } from '../errors';
import { HostObject, flagOf, numberOf, oneOf, textOf } from '../objectType';
import type { ObjectType } from '../objectType';
import type { Json } from '../protocol';
import type { Session } from '../session';
import { SINGLE_TYPES } from './chartSeries';
import type { PlacedChart } from './chartSeries';

type AxisKey = keyof ChartModel['axes'];

interface PlacedAxis extends PlacedChart {
  readonly key: AxisKey;
}

export function axesOf(placed: PlacedChart): HostObject {
  return HostObject.of(axesType, placed);
}

const axesType: ObjectType<PlacedChart> = {
  name: 'ChartAxes',
  links: {
    CategoryAxis: (placed) => axisOf({ ...placed, key: 'category' }),
    ValueAxis: (placed) => axisOf({ ...placed, key: 'value' }),
  },
  methods: {
    GetItem(placed, args) {
      const type = oneOf(args.raw(0), ['Category', 'Value']);
      const group = oneOf(args.textOr(1, 'Primary'), ['Primary', 'Secondary']);
      if (group === 'Primary') return axisOf({ ...placed, key: type === 'Category' ? 'category' : 'value' });
      const isDrawn = placed.chart.series.some(({ axisGroup }) => axisGroup === 'secondary');
      if (type === 'Category' || !isDrawn) throw refusal('InvalidArgument');
      return axisOf({ ...placed, key: 'secondaryValue' });
    },
  },
};

function axisOf(placed: PlacedAxis): HostObject {
  return HostObject.of(axisType, placed);
}

function axisIn({ chart, key }: PlacedAxis): ChartAxisModel {
  return chart.axes[key];
}

function change(placed: PlacedAxis, session: Session, apply: (axis: ChartAxisModel) => void): void {
  if (SINGLE_TYPES.has(placed.chart.type)) throw refusal('InvalidOperation');
  session.guardSheet(placed.sheet);
  apply(axisIn(placed));
  session.looksChanged(placed.sheet);
}

/** A bound of the scale; an empty text gives it back to Excel. */
function setBound(axis: ChartAxisModel, bound: 'minimum' | 'maximum', value: Json): void {
  if (value !== '') axis[bound] = numberOf(value);
  else if (bound === 'minimum') delete axis.minimum;
  else delete axis.maximum;
}

const axisType: ObjectType<PlacedAxis> = {
  name: 'ChartAxis',
  properties: {
    Minimum: {
      get: (placed) => axisIn(placed).minimum ?? '',
      set: (placed, value, session) => change(placed, session, (axis) => setBound(axis, 'minimum', value)),
    },
    Maximum: {
      get: (placed) => axisIn(placed).maximum ?? '',
      set: (placed, value, session) => change(placed, session, (axis) => setBound(axis, 'maximum', value)),
    },
    NumberFormat: {
      get: (placed) => axisIn(placed).numberFormat ?? 'General',
      set: (placed, value, session) =>
        change(placed, session, (axis) => {
          axis.numberFormat = textOf(value);
        }),
    },
    Visible: {
      get: (placed) => axisIn(placed).visible,
      set: (placed, value, session) =>
        change(placed, session, (axis) => {
          axis.visible = flagOf(value);
        }),
    },
    ReversePlotOrder: {
      get: (placed) => axisIn(placed).reversed ?? false,
      set: (placed, value, session) =>
        change(placed, session, (axis) => {
          axis.reversed = flagOf(value);
        }),
    },
  },
  links: {
    Title: (placed) => HostObject.of(titleType, placed),
    MajorGridlines: (placed) => HostObject.of(gridlinesType, placed),
  },
};

const titleType: ObjectType<PlacedAxis> = {
  name: 'ChartAxisTitle',
  properties: {
    Text: {
      get: (placed) => axisIn(placed).title ?? '',
      set: (placed, value, session) =>
        change(placed, session, (axis) => {
          axis.title = textOf(value);
        }),
    },
    Visible: {
      get: (placed) => axisIn(placed).title !== undefined,
      set: (placed, value, session) =>
        change(placed, session, (axis) => {
          if (flagOf(value)) axis.title ??= '';
          else delete axis.title;
        }),
    },
  },
};

const gridlinesType: ObjectType<PlacedAxis> = {
  name: 'ChartGridlines',
  properties: {
    Visible: {
      get: (placed) => axisIn(placed).majorGridlines,
      set: (placed, value, session) =>
        change(placed, session, (axis) => {
          axis.majorGridlines = flagOf(value);
        }),
    },
  },
};
