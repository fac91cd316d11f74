import type { PlanChart, PlanSeries, PlanContent } from '../reports/plan';
import { covers, TEXT_FORMAT } from './cells';
import { isRefusedPart } from './errors';
import { LABEL_INKS, SERIES_COLORS, SLICE_COLORS, TONE_COLORS } from './looks';
import { rangeOf, setNumberFormat } from './references';
import { asTyped, hasPrefix } from './textSafety';
import type { WriteNote } from './types';

/** Gap between columns in per cent of their width: a Pareto of many clients stays readable. */
const GAP_WIDTH = 40;
const LINE_POINTS = 2;
const WHOLE = 1;
const PAPER = '#FFFFFF';

const CHART_TYPES = {
  pareto: 'ColumnClustered',
  column: 'ColumnClustered',
  stackedColumn: 'ColumnStacked',
  bar: 'BarClustered',
  stackedBar: 'BarStacked',
  line: 'Line',
  pie: 'Pie',
  doughnut: 'Doughnut',
} as const;
const GENERAL_FORMAT = 'General';
const SHARE_FORMAT = '0%';

/**
 * Makes the charts of a plan, each in its own round trip: one that Excel refuses is tried again without its second
 * axis and finishing, and then left out with a note (office-js #2927, #1830, #1688).
 */
export async function addCharts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: Pick<PlanContent, 'charts' | 'hiddenColumns'>,
): Promise<{ readonly made: number; readonly notes: readonly WriteNote[] }> {
  let made = 0;
  const notes: WriteNote[] = [];
  for (const chart of plan.charts) {
    const drawsHidden = standsOnHidden(chart, plan.hiddenColumns ?? []);
    if (await attempt(context, () => addChart(sheet, chart, drawsHidden))) {
      made++;
      continue;
    }
    // What ran before the refusal stays done: the half-made chart goes first.
    const isSimplified =
      hasMeaningAlone(chart) &&
      (await attempt(context, () => {
        sheet.charts.getItemOrNullObject(chart.name).delete();
        addPlainChart(sheet, chart, drawsHidden);
      }));
    if (isSimplified) made++;
    else await attempt(context, () => sheet.charts.getItemOrNullObject(chart.name).delete());
    notes.push({ kind: isSimplified ? 'chartSimplified' : 'chartRefused', name: chart.title });
  }
  return { made, notes };
}

/**
 * Queues the words for people who do not see the charts: the API sets no alternative text of a chart, so the cell behind
 * its corner says it, where a screen reader passes. Clipped to the cell, so that nothing peeps out.
 */
export function addChartTexts(sheet: Excel.Worksheet, plan: PlanContent): void {
  for (const { place, alt } of plan.charts) {
    if (plan.blocks.some((block) => covers(block, place.row, place.column))) continue;
    const cell = rangeOf(sheet, { row: place.row, column: place.column, rows: 1, columns: 1 });
    if (!hasPrefix(alt)) setNumberFormat(cell, TEXT_FORMAT);
    cell.values = [[asTyped(alt)]];
    cell.format.horizontalAlignment = 'Fill';
    // A chart drawn narrower than its cells, as other programs do, leaves no words peeping out beside it.
    cell.format.font.color = PAPER;
  }
}

/** Queues something the tab can do without and carries it out; false if Excel refused just that. */
export async function attempt(context: Excel.RequestContext, queue: () => void): Promise<boolean> {
  try {
    queue();
    await context.sync();
    return true;
  } catch (error) {
    if (isRefusedPart(error)) return false;
    throw error;
  }
}

function addChart(sheet: Excel.Worksheet, plan: PlanChart, drawsHidden: boolean): void {
  const chart = addPlainChart(sheet, plan, drawsHidden);
  const [first] = plan.series;
  if (!first) return;
  const base = chart.series.getItemAt(0);
  finishSeries(base, plan, 0);
  for (const [index, series] of isRound(plan) ? [] : plan.series.entries()) {
    if (index === 0) continue;
    const added = chart.series.add(series.name);
    added.setValues(rangeOf(sheet, series.values));
    added.setXAxisValues(rangeOf(sheet, plan.categories));
    if (series.as) added.chartType = series.as === 'line' ? 'Line' : CHART_TYPES[plan.kind];
    if (series.secondary) added.axisGroup = 'Secondary';
    finishSeries(added, plan, index);
  }
  if (plan.kind === 'bar' || plan.kind === 'stackedBar') chart.axes.categoryAxis.reversePlotOrder = true;
  if (plan.series.some((series) => series.secondary)) {
    const shares = chart.axes.getItem('Value', 'Secondary');
    shares.minimum = 0;
    shares.maximum = WHOLE;
    shares.numberFormat = SHARE_FORMAT;
  }
  addLegend(chart, plan);
}

/** Names several series, or the slices; what is not drawn is not named either. */
function addLegend(chart: Excel.Chart, plan: PlanChart): void {
  const isNeeded = isRound(plan) || plan.series.filter(({ invisible }) => !invisible).length > 1;
  chart.legend.visible = isNeeded;
  if (!isNeeded) return;
  chart.legend.position = 'Bottom';
  for (const [index, { invisible }] of plan.series.entries()) {
    if (invisible) chart.legend.legendEntries.getItemAt(index).visible = false;
  }
}

/** Steps without what they stand on would mislead: such a chart is whole or not at all. */
function hasMeaningAlone(plan: PlanChart): boolean {
  return !plan.series.some(({ invisible }) => invisible);
}

/** Excel leaves out of a chart what stands in hidden columns, unless told to draw it. */
function standsOnHidden({ categories, series }: PlanChart, hidden: readonly number[]): boolean {
  const areas = [categories, ...series.map(({ values }) => values)];
  return areas.some(({ column, columns }) =>
    hidden.some((each) => each >= column && each < column + columns),
  );
}

function isRound({ kind }: PlanChart): boolean {
  return kind === 'pie' || kind === 'doughnut';
}

/** The first series alone, with what every platform knows. */
function addPlainChart(sheet: Excel.Worksheet, plan: PlanChart, drawsHidden: boolean): Excel.Chart {
  const [first] = plan.series;
  if (!first) throw new Error(`Chart ${plan.name} has no series`);
  const direction = first.values.columns === 1 ? 'Columns' : 'Rows';
  const chart = sheet.charts.add(CHART_TYPES[plan.kind], rangeOf(sheet, first.values), direction);
  chart.name = plan.name;
  chart.title.text = plan.title;
  if (drawsHidden) chart.plotVisibleOnly = false;
  const base = chart.series.getItemAt(0);
  base.name = first.name;
  base.setXAxisValues(rangeOf(sheet, plan.categories));
  if (plan.valueFormat !== undefined && !isRound(plan)) chart.axes.valueAxis.numberFormat = plan.valueFormat;
  const { row, column, rows, columns } = plan.place;
  chart.setPosition(
    rangeOf(sheet, { row, column, rows: 1, columns: 1 }),
    rangeOf(sheet, { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 }),
  );
  return chart;
}

function finishSeries(series: Excel.ChartSeries, plan: PlanChart, index: number): void {
  const planned = plan.series[index];
  if (!planned) return;
  if (isRound(plan)) {
    paintSlices(series, planned);
    if (plan.labels) addLabels(series, plan, LABEL_INKS.onLight);
    return;
  }
  const color = planned.tone ? TONE_COLORS[planned.tone] : colorAt(SERIES_COLORS, index);
  const isLine = (planned.as ?? (plan.kind === 'line' ? 'line' : 'column')) === 'line';
  if (isLine) {
    series.format.line.color = color;
    series.format.line.weight = LINE_POINTS;
    series.markerStyle = 'None';
    return;
  }
  series.gapWidth = GAP_WIDTH;
  if (planned.invisible) {
    series.format.fill.clear();
    return;
  }
  series.format.fill.setSolidColor(color);
  const isInside = plan.kind === 'stackedColumn' || plan.kind === 'stackedBar';
  if (plan.labels) addLabels(series, plan, isInside ? inkOn(color) : LABEL_INKS.onLight);
}

function paintSlices(series: Excel.ChartSeries, { values }: PlanSeries): void {
  for (let slice = 0; slice < values.rows * values.columns; slice++) {
    series.points.getItemAt(slice).format.fill.setSolidColor(colorAt(SLICE_COLORS, slice));
  }
}

function colorAt(colors: readonly [string, ...string[]], index: number): string {
  return colors[index % colors.length] ?? colors[0];
}

/** Half of the lightness of white, by the weights of the three colours to the eye. */
const MIDDLE_LIGHTNESS = 150;

/** Ink readable on a fill: white on dark ones. */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const lightness = red * 0.299 + green * 0.587 + blue * 0.114;
  return lightness > MIDDLE_LIGHTNESS ? LABEL_INKS.onLight : LABEL_INKS.onDark;
}

function addLabels(series: Excel.ChartSeries, plan: PlanChart, ink: string): void {
  series.hasDataLabels = true;
  const labels = series.dataLabels;
  labels.showValue = !isRound(plan);
  labels.showPercentage = isRound(plan);
  labels.format.font.color = ink;
  labels.linkNumberFormat = false;
  labels.numberFormat = isRound(plan) ? SHARE_FORMAT : withoutZeros(plan.valueFormat ?? GENERAL_FORMAT);
}

/** `#,##0` as `#,##0;-#,##0;`: in a stack most cells of a series are zeros, and their labels would lie on others. */
function withoutZeros(format: string): string {
  return format.includes(';') ? format : `${format};-${format};`;
}
