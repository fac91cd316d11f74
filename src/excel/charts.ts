import type { PlanChart, SheetPlan } from '../reports/plan';
import { covers, TEXT_FORMAT } from './cells';
import { isRefusedPart } from './errors';
import { SERIES_COLORS } from './looks';
import { rangeOf, setNumberFormat } from './references';
import { asTyped, hasPrefix } from './textSafety';
import type { WriteNote } from './types';

/** Gap between columns in per cent of their width: a Pareto of many clients stays readable. */
const GAP_WIDTH = 40;
const LINE_POINTS = 2;
const WHOLE = 1;

const CHART_TYPES = {
  pareto: 'ColumnClustered',
  column: 'ColumnClustered',
  bar: 'BarClustered',
  line: 'Line',
} as const;

/**
 * Makes the charts of a plan, each in its own round trip: one that Excel refuses is tried again without its second
 * axis and finishing, and then left out with a note (office-js #2927, #1830, #1688).
 */
export async function addCharts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
): Promise<{ readonly made: number; readonly notes: readonly WriteNote[] }> {
  let made = 0;
  const notes: WriteNote[] = [];
  for (const chart of plan.charts) {
    if (await attempt(context, () => addChart(sheet, chart))) {
      made++;
      continue;
    }
    // What ran before the refusal stays done: the half-made chart goes first.
    const isSimplified = await attempt(context, () => {
      sheet.charts.getItemOrNullObject(chart.name).delete();
      addPlainChart(sheet, chart);
    });
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
export function addChartTexts(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { place, alt } of plan.charts) {
    if (plan.blocks.some((block) => covers(block, place.row, place.column))) continue;
    const cell = rangeOf(sheet, { row: place.row, column: place.column, rows: 1, columns: 1 });
    if (!hasPrefix(alt)) setNumberFormat(cell, TEXT_FORMAT);
    cell.values = [[asTyped(alt)]];
    cell.format.horizontalAlignment = 'Fill';
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

function addChart(sheet: Excel.Worksheet, plan: PlanChart): void {
  const chart = addPlainChart(sheet, plan);
  const [first] = plan.series;
  if (!first) return;
  const base = chart.series.getItemAt(0);
  finishSeries(base, plan, 0);
  for (const [index, series] of plan.series.entries()) {
    if (index === 0) continue;
    const added = chart.series.add(series.name);
    added.setValues(rangeOf(sheet, series.values));
    added.setXAxisValues(rangeOf(sheet, plan.categories));
    if (series.as) added.chartType = series.as === 'line' ? 'Line' : 'ColumnClustered';
    if (series.secondary) added.axisGroup = 'Secondary';
    finishSeries(added, plan, index);
  }
  if (plan.kind === 'bar') chart.axes.categoryAxis.reversePlotOrder = true;
  if (plan.series.some((series) => series.secondary)) {
    const shares = chart.axes.getItem('Value', 'Secondary');
    shares.minimum = 0;
    shares.maximum = WHOLE;
    shares.numberFormat = '0%';
  }
  chart.legend.visible = plan.series.length > 1;
  if (plan.series.length > 1) chart.legend.position = 'Bottom';
}

/** The first series alone, with what every platform knows. */
function addPlainChart(sheet: Excel.Worksheet, plan: PlanChart): Excel.Chart {
  const [first] = plan.series;
  if (!first) throw new Error(`Chart ${plan.name} has no series`);
  const direction = first.values.columns === 1 ? 'Columns' : 'Rows';
  const chart = sheet.charts.add(CHART_TYPES[plan.kind], rangeOf(sheet, first.values), direction);
  chart.name = plan.name;
  chart.title.text = plan.title;
  const base = chart.series.getItemAt(0);
  base.name = first.name;
  base.setXAxisValues(rangeOf(sheet, plan.categories));
  if (plan.valueFormat !== undefined) chart.axes.valueAxis.numberFormat = plan.valueFormat;
  const { row, column, rows, columns } = plan.place;
  chart.setPosition(
    rangeOf(sheet, { row, column, rows: 1, columns: 1 }),
    rangeOf(sheet, { row: row + rows - 1, column: column + columns - 1, rows: 1, columns: 1 }),
  );
  return chart;
}

function finishSeries(series: Excel.ChartSeries, plan: PlanChart, index: number): void {
  const color = SERIES_COLORS[index % SERIES_COLORS.length] ?? SERIES_COLORS[0];
  const isLine = (plan.series[index]?.as ?? (plan.kind === 'line' ? 'line' : 'column')) === 'line';
  if (isLine) {
    series.format.line.color = color;
    series.format.line.weight = LINE_POINTS;
    series.markerStyle = 'None';
  } else {
    series.format.fill.setSolidColor(color);
    series.gapWidth = GAP_WIDTH;
  }
}
