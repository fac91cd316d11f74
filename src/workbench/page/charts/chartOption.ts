import type { EChartsOption, SeriesOption } from 'echarts';
import type { Culture } from '../../host/culture';
import { displayText } from '../../host/displayText';
import type { BookModel, ChartAxisModel, ChartModel, ChartSeriesModel, ModelValue } from '../../model/model';
import { chartData } from './chartData';

/** Office's accent colours, in the order in which Excel gives them to series. */
const PALETTE = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];
const TEXT = '#595959';
const LINES = '#D9D9D9';
const FONT = 'Calibri, Carlito, Arial, sans-serif';

/** Excel's chart in ECharts' terms, with the values the workbook has now. */
export function chartOption(chart: ChartModel, book: BookModel, culture: Culture): EChartsOption {
  const base = {
    animation: false,
    color: PALETTE,
    textStyle: { fontFamily: FONT, color: TEXT },
    title: {
      text: chart.title ?? '',
      left: 'center',
      top: 6,
      textStyle: { fontSize: 14, fontWeight: 'normal' as const, color: TEXT },
    },
    legend: legendOf(chart),
  };
  return kindOf(chart.type) === 'pie'
    ? { ...base, series: [pieOf(chart, book, culture)] }
    : {
        ...base,
        ...axesOf(chart, book, culture),
        series: chart.series.map((series) => seriesOf(chart, series, book, culture)),
      };
}

function kindOf(type: string): 'bar' | 'line' | 'scatter' | 'pie' {
  if (/^(Pie|Doughnut|3DPie)/i.test(type)) return 'pie';
  if (/^(Line|Area)/i.test(type)) return 'line';
  return /^(XYScatter|Bubble)/i.test(type) ? 'scatter' : 'bar';
}

function seriesOf(
  chart: ChartModel,
  series: ChartSeriesModel,
  book: BookModel,
  culture: Culture,
): SeriesOption {
  const kind = kindOf(series.type);
  const axis = series.axisGroup === 'secondary' ? 1 : 0;
  const isHorizontal = isBarChart(chart);
  const common = {
    name: series.name,
    data: chartData(book, series.values).values.map(numberOrGap),
    ...(isHorizontal ? { xAxisIndex: axis } : { yAxisIndex: axis }),
    ...(series.color ? { color: series.color } : {}),
  };
  if (kind === 'line') {
    return {
      ...common,
      type: 'line',
      showSymbol: series.markers ?? false,
      lineStyle: { width: series.lineWeight ?? 2 },
    };
  }
  if (kind === 'scatter') return { ...common, type: 'scatter' };
  return {
    ...common,
    type: 'bar',
    barCategoryGap: '35%',
    ...(series.isUnfilled ? { itemStyle: { opacity: 0 } } : {}),
    ...(series.labels
      ? {
          label: {
            show: true,
            fontSize: 10,
            position: labelPlace(series, isHorizontal),
            ...(series.labels.color ? { color: series.labels.color } : {}),
            formatter: ({ value }: { value?: unknown }) => labelText(value, series, book, culture),
          },
        }
      : {}),
    ...(/Stacked/i.test(series.type) ? { stack: 'all' } : {}),
  };
}

/** Excel writes the values of a stack inside it, of others at their end. */
function labelPlace({ type }: ChartSeriesModel, isHorizontal: boolean): 'inside' | 'right' | 'top' {
  if (/Stacked/i.test(type)) return 'inside';
  return isHorizontal ? 'right' : 'top';
}

function labelText(value: unknown, series: ChartSeriesModel, book: BookModel, culture: Culture): string {
  if (typeof value !== 'number') return '';
  const format = series.labels?.numberFormat ?? chartData(book, series.values).numberFormat;
  return displayText(value, format, culture);
}

function pieOf(chart: ChartModel, book: BookModel, culture: Culture): SeriesOption {
  const [series] = chart.series;
  const names = categoriesOf(chart, book, culture);
  const values = chartData(book, series?.values ?? null).values;
  return {
    type: 'pie',
    radius: /^Doughnut/i.test(chart.type) ? ['40%', '65%'] : '65%',
    label: series?.labels
      ? { show: true, position: 'inside', formatter: ({ percent }) => `${Math.round(percent ?? 0)}\u00a0%` }
      : { show: false },
    data: values.map((value, index) => ({
      name: names[index] ?? String(index + 1),
      value: numberOrGap(value) ?? 0,
      ...(series?.pointColors?.[index] ? { itemStyle: { color: series.pointColors[index] } } : {}),
    })),
  };
}

function axesOf(chart: ChartModel, book: BookModel, culture: Culture): EChartsOption {
  const { category, value, secondaryValue } = chart.axes;
  const categories = {
    type: 'category' as const,
    data: [...categoriesOf(chart, book, culture)],
    axisLabel: { color: TEXT, hideOverlap: true, overflow: 'truncate' as const, width: 90 },
    axisLine: { lineStyle: { color: LINES } },
    axisTick: { show: false },
    ...(category.reversed ? { inverse: true } : {}),
    ...named(category),
  };
  const formatOf = (group: ChartSeriesModel['axisGroup']) =>
    chartData(book, chart.series.find(({ axisGroup }) => axisGroup === group)?.values ?? null).numberFormat;
  const hasSecondary = chart.series.some(({ axisGroup }) => axisGroup === 'secondary');
  const values = [
    valueAxis(value, value.numberFormat ?? formatOf('primary'), culture),
    ...(hasSecondary
      ? [valueAxis(secondaryValue, secondaryValue.numberFormat ?? formatOf('secondary'), culture)]
      : []),
  ];
  const grid = {
    left: 12,
    right: 14,
    top: chart.title ? 40 : 16,
    bottom: isLegendAt(chart, 'bottom') ? 34 : 12,
    containLabel: true,
  };
  // Excel draws the first bar of a bar chart at the bottom, as ECharts does.
  return isBarChart(chart)
    ? { grid, xAxis: values, yAxis: categories }
    : { grid, xAxis: categories, yAxis: values };
}

function valueAxis(axis: ChartAxisModel, numberFormat: string, culture: Culture) {
  return {
    type: 'value' as const,
    ...(axis.minimum === undefined ? {} : { min: axis.minimum }),
    ...(axis.maximum === undefined ? {} : { max: axis.maximum }),
    axisLabel: {
      show: axis.visible,
      color: TEXT,
      formatter: (number: number) => displayText(number, numberFormat, culture),
    },
    splitLine: { show: axis.majorGridlines, lineStyle: { color: LINES } },
    ...named(axis),
  };
}

function named({ title }: ChartAxisModel) {
  return title
    ? { name: title, nameLocation: 'middle' as const, nameGap: 40, nameTextStyle: { color: TEXT } }
    : {};
}

function legendOf(chart: ChartModel) {
  const { visible, position } = chart.legend;
  const places = {
    top: { top: 28, left: 'center' },
    bottom: { bottom: 6, left: 'center' },
    left: { left: 6, top: 'middle', orient: 'vertical' },
    right: { right: 6, top: 'middle', orient: 'vertical' },
  } as const;
  const names = chart.series.flatMap(({ name, isUnnamed }) => (isUnnamed ? [] : [name]));
  const some = names.length < chart.series.length ? { data: names } : {};
  return { show: visible, ...some, type: 'scroll' as const, textStyle: { color: TEXT }, ...places[position] };
}

function isLegendAt(chart: ChartModel, position: ChartModel['legend']['position']): boolean {
  return chart.legend.visible && chart.legend.position === position;
}

function isBarChart({ type }: ChartModel): boolean {
  return /^(3D)?Bar/i.test(type);
}

function categoriesOf(chart: ChartModel, book: BookModel, culture: Culture): readonly string[] {
  const { values, numberFormat } = chartData(book, chart.series[0]?.categories ?? null);
  return values.map((value) => displayText(value, numberFormat, culture));
}

function numberOrGap(value: ModelValue): number | null {
  return typeof value === 'number' ? value : null;
}
