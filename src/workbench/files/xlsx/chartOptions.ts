import type { Workbook, Worksheet } from '@cj-tech-master/excelts';
import type {
  AddAxisOptions,
  AddChartOptions,
  AddChartRange,
  AddChartSeriesOptions,
  AddDataLabelsOptions,
  AddDataPointOptions,
  ChartRichText,
  ComboChartGroupOptions,
  LegendPosition,
} from '@cj-tech-master/excelts/chart';
import type { BookModel, ChartAxisModel, ChartModel, ChartSeriesModel, SheetModel } from '../../model/model';
import { EMU_PER_POINT, splitReference, STANDARD_COLUMN, STANDARD_ROW } from './units';

/**
 * Adds the sheet's charts as native ones. The values they show are put into the cells of the scratch workbook first,
 * so that excelts fills the charts' caches: viewers that do not calculate still draw them.
 */
export function addCharts(target: Worksheet, workbook: Workbook, book: BookModel, sheet: SheetModel): void {
  for (const chart of sheet.charts) {
    for (const { values, categories } of chart.series) {
      lendValues(values, workbook, book);
      if (categories !== null) lendValues(categories, workbook, book);
    }
  }
  for (const chart of sheet.charts) addChart(target, chart, sheet);
}

/** A chart over more cells than this is drawn without a cache. */
const LARGEST_CACHE = 20_000;

function lendValues(reference: string, workbook: Workbook, book: BookModel): void {
  const place = splitReference(reference);
  const source = place && book.sheets.find((sheet) => sheet.name.toLowerCase() === place.sheet.toLowerCase());
  const target = place && workbook.getWorksheet(place.sheet);
  if (!source || !target || place.area.rows * place.area.columns > LARGEST_CACHE) return;
  const { row: top, column: left, rows, columns } = place.area;
  for (let row = top; row < top + rows; row++) {
    for (let column = left; column < left + columns; column++) {
      const value = source.cells.value(row, column);
      if (value !== '' && typeof value !== 'object') target.getCell(row + 1, column + 1).value = value;
    }
  }
}

function addChart(target: Worksheet, chart: ChartModel, sheet: SheetModel): void {
  const groups = groupSeries(chart).map((series) => groupOptions(chart, series));
  const common = {
    title: chart.title ? titleText(chart.title) : null,
    showLegend: chart.legend.visible,
    legendPosition: LEGENDS[chart.legend.position],
    ...legendEntries(chart),
    plotVisOnly: !chart.drawsHidden,
  };
  const range = rangeOf(chart, sheet);
  const [first, ...others] = groups;
  if (!first) return;
  if (others.length === 0) target.addChart({ ...first, ...common }, range);
  else target.addComboChart({ ...common, groups }, range);
}

/** Size of a chart’s title as Excel sets it in new charts, in hundredths of a point. */
const TITLE_SIZE = 1400;
/** Axes and gridlines stay behind the data. */
const LINE_COLOR = 'D9D9D9';

function titleText(text: string): ChartRichText {
  const lines = text.split('\n');
  return {
    paragraphs: lines.map((line) => ({
      runs: [{ text: line, properties: { size: TITLE_SIZE, bold: false } }],
    })),
  };
}

const LEGENDS: Readonly<Record<ChartModel['legend']['position'], LegendPosition>> = {
  top: 't',
  bottom: 'b',
  left: 'l',
  right: 'r',
};

/** Leaves out of the legend what is not to be named: entries are numbered like the series in the file. */
function legendEntries(chart: ChartModel): Pick<AddChartOptions, 'legendOptions'> {
  const entries = groupSeries(chart)
    .flat()
    .flatMap(({ isUnnamed }, index) => (isUnnamed ? [{ index, hidden: true }] : []));
  return entries.length > 0 ? { legendOptions: { entries } } : {};
}

/** Series of one type on one axis form a group of the plot; those on the first axis come first. */
function groupSeries(chart: ChartModel): ChartSeriesModel[][] {
  const groups = new Map<string, ChartSeriesModel[]>();
  for (const series of [...chart.series].sort((a, b) =>
    a.axisGroup < b.axisGroup ? -1 : a.axisGroup > b.axisGroup ? 1 : 0,
  )) {
    const key = `${series.axisGroup} ${series.type || chart.type}`;
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  return [...groups.values()];
}

function groupOptions(chart: ChartModel, series: readonly ChartSeriesModel[]): ComboChartGroupOptions {
  const type = series[0]?.type || chart.type;
  const secondary = series[0]?.axisGroup === 'secondary';
  const kind = kindOf(type);
  return {
    ...kind,
    series: series.map((item) => seriesOptions(item, kind.type)),
    ...(kind.type === 'bar' ? { varyColors: false, gapWidth: series[0]?.gapWidth ?? COLUMN_GAP } : {}),
    ...(kind.type === 'pie' || kind.type === 'doughnut'
      ? { varyColors: true }
      : {
          // The second group shares the categories: its own axis would draw them twice.
          ...(secondary ? {} : { categoryAxis: axisOptions(chart.axes.category) }),
          valueAxis: axisOptions(secondary ? chart.axes.secondaryValue : chart.axes.value),
        }),
    ...(secondary ? { useSecondaryAxis: true } : {}),
  };
}

/** Space between columns in per cent of a column's width: Excel's own for new charts is wider than most reports want. */
const COLUMN_GAP = 60;

type Kind = Pick<AddChartOptions, 'type' | 'barDir' | 'grouping' | 'overlap'>;

/** Excel.ChartType in the words of the file; a type we do not know is drawn as columns. */
function kindOf(type: string): Kind {
  const grouping = type.endsWith('100') ? 'percentStacked' : type.includes('Stacked') ? 'stacked' : null;
  const overlap = grouping ? { overlap: 100 } : {};
  if (type.startsWith('Bar'))
    return { type: 'bar', barDir: 'bar', grouping: grouping ?? 'clustered', ...overlap };
  if (type.startsWith('Line')) return { type: 'line', grouping: grouping ?? 'standard' };
  if (type.startsWith('Area')) return { type: 'area', grouping: grouping ?? 'standard' };
  if (type.startsWith('Pie')) return { type: 'pie' };
  if (type.startsWith('Doughnut')) return { type: 'doughnut' };
  return { type: 'bar', barDir: 'col', grouping: grouping ?? 'clustered', ...overlap };
}

function seriesOptions(series: ChartSeriesModel, kind: AddChartOptions['type']): AddChartSeriesOptions {
  const isLine = kind === 'line';
  const color = series.color?.replace('#', '');
  return {
    name: series.name,
    values: series.values.replace(/^=/, ''),
    ...(series.categories === null ? {} : { categories: series.categories.replace(/^=/, '') }),
    ...(series.isUnfilled
      ? { spPr: { fill: { noFill: true } } }
      : color === undefined
        ? {}
        : isLine
          ? { line: color }
          : { fill: color }),
    ...(series.labels ? { dataLabels: labelOptions(series.labels) } : {}),
    ...(series.pointColors ? { dataPoints: pointOptions(series.pointColors) } : {}),
    ...(isLine ? { lineWidth: series.lineWeight ?? LINE_WEIGHT, smooth: false } : {}),
    ...(isLine && !series.markers ? { marker: { symbol: 'none' } } : {}),
  };
}

function labelOptions({
  shows,
  numberFormat,
  color,
}: NonNullable<ChartSeriesModel['labels']>): AddDataLabelsOptions {
  return {
    showVal: shows === 'value',
    showPercent: shows === 'share',
    // LibreOffice shows what is not forbidden.
    showLegendKey: false,
    showCatName: false,
    showSerName: false,
    showBubbleSize: false,
    ...(numberFormat === undefined ? {} : { numFmt: numberFormat, numFmtLinked: false }),
    ...(color === undefined ? {} : { txPr: { color: { srgb: color.replace('#', '') } } }),
  };
}

function pointOptions(colors: Readonly<Record<number, string>>): AddDataPointOptions[] {
  return Object.entries(colors).map(([index, color]) => ({
    index: Number(index),
    fill: color.replace('#', ''),
  }));
}

/** Points. */
const LINE_WEIGHT = 2.25;

function axisOptions(axis: ChartAxisModel): AddAxisOptions {
  return {
    ...(axis.title ? { title: axis.title } : {}),
    ...(axis.minimum === undefined ? {} : { min: axis.minimum }),
    ...(axis.maximum === undefined ? {} : { max: axis.maximum }),
    ...(axis.numberFormat === undefined ? {} : { numFmt: axis.numberFormat, numFmtLinked: false }),
    ...(axis.reversed ? { orientation: 'maxMin' } : {}),
    majorGridlines: axis.majorGridlines,
    ...(axis.majorGridlines ? { majorGridlinesStyle: { border: LINE_COLOR } } : {}),
    lineColor: LINE_COLOR,
    hidden: !axis.visible,
    majorTickMark: 'none',
    minorTickMark: 'none',
    tickLblPos: 'nextTo',
  };
}

/** Anchored to the cell under its top left corner, with its own size. */
function rangeOf(chart: ChartModel, sheet: SheetModel): AddChartRange {
  const across = placeAlong(chart.left, (column) =>
    sheet.hiddenColumns.has(column) ? 0 : (sheet.columnWidths.get(column) ?? STANDARD_COLUMN),
  );
  const down = placeAlong(chart.top, (row) =>
    sheet.hiddenRows.has(row) ? 0 : (sheet.rowHeights.get(row) ?? STANDARD_ROW),
  );
  const corner = {
    col: across.index,
    row: down.index,
    nativeCol: across.index,
    nativeColOff: emu(across.rest),
    nativeRow: down.index,
    nativeRowOff: emu(down.rest),
  };
  return { tl: corner, ext: { cx: emu(chart.width), cy: emu(chart.height) } };
}

/** The column or row at a distance from the edge, and what is left of the distance inside it. */
function placeAlong(points: number, sizeOf: (index: number) => number): { index: number; rest: number } {
  let rest = Math.max(0, points);
  let index = 0;
  for (; rest >= sizeOf(index) && index < LAST_INDEX; index++) rest -= sizeOf(index);
  return { index, rest };
}

/** No chart stands further out; hidden columns without end must not hang the search. */
const LAST_INDEX = 16_000;

function emu(points: number): number {
  return Math.round(points * EMU_PER_POINT);
}
