import type { Area, PageKey } from '../../reports/plan';
import type { TemplateFill } from '../../reports/template/templateFill';
import { TEXT_FORMAT } from '../cells';
import { addCharts, attempt } from '../charts';
import { nameFormula, rangeOf, setNumberFormat } from '../references';
import { asTyped, hasPrefix, needsTextFormat } from '../textSafety';
import type { WorkbookStore } from '../workbookStore';
import { adopt, ids } from './adopt';
import { chartAreas, rowMerges } from './merges';
import type { CellWrite, ChartPlan, FillPlan, RowInsert } from './planFill';
import { planFill } from './planFill';
import { FormCells } from './formCells';
import { cellName, freeId, keepTemplateState, templateState } from './templateState';

/** Cells that a chart covers where its own is not merged: from it to the right, and down. */
const CHART_COLUMNS = 6;
const CHART_ROWS = 12;

const GENERAL_FORMAT = 'General';

/** What a dossier on an own template holds now. */
export interface FilledTemplate {
  readonly charts: number;
  /** Charts that this platform refused, by title. */
  readonly refused: readonly string[];
}

/**
 * Renews the cells of placeholders on a sheet, new ones among them, and nothing else. What is about to be written is kept
 * first, so that a failure at any point leaves cells that the next run knows for ours.
 */
export async function fillTemplate(
  context: Excel.RequestContext,
  store: WorkbookStore,
  sheet: Excel.Worksheet,
  fill: TemplateFill,
): Promise<FilledTemplate> {
  const { key } = fill;
  const known = templateState(store, key);
  const names = context.workbook.names.load('items/name');
  const cells = await FormCells.read(context, sheet, key, ids(known));
  const taken = names.items.map(({ name }) => name);
  const adopted = adopt(cells, known, Math.max(freeId(key, taken), ...ids(known).map((id) => id + 1)));
  // People's merged cells are asked for only where charts or rows are made beside them.
  const undrawn = adopted.state.charts.filter(({ isMade }) => !isMade);
  const places = await chartAreas(
    context,
    sheet,
    undrawn.flatMap(({ id }) => cells.area(id) ?? adopted.areas.get(id) ?? []),
  );
  const plan = planFill(
    cells,
    known,
    adopted,
    fill,
    (row, column) => places.get(`${row}:${column}`)?.columns ?? CHART_COLUMNS,
  );
  const merges = await rowMerges(context, sheet, plan.inserts);

  context.application.suspendScreenUpdatingUntilNextSync();
  context.application.suspendApiCalculationUntilNextSync();
  keepTemplateState(store, key, plan.state);
  nameCells(context, key, fill.tab, plan);
  for (const insert of plan.inserts) insertRows(sheet, insert, merges);
  for (const { id, area } of plan.stretched)
    context.workbook.names.getItem(cellName(key, id)).formula = nameFormula(fill.tab, area);
  for (const write of plan.writes) writeCell(sheet, write);
  for (const chart of plan.charts) writeMonths(sheet, chart, fill);
  await context.sync();
  return drawCharts(context, store, sheet, fill, plan, places);
}

function nameCells(context: Excel.RequestContext, key: PageKey, tab: string, plan: FillPlan): void {
  const { names } = context.workbook;
  for (const id of plan.gone) names.getItemOrNullObject(cellName(key, id)).delete();
  const drawn = plan.charts.flatMap(({ newData }) => newData ?? []);
  for (const { id, area } of [...plan.named, ...drawn])
    names.add(cellName(key, id), nameFormula(tab, area)).visible = false;
}

/** Whole rows come in, so that what people keep beside a list goes on standing beside its row. */
function insertRows(
  sheet: Excel.Worksheet,
  { at, rows }: RowInsert,
  merges: ReadonlyMap<number, readonly Area[]>,
): void {
  sheet.getRange(`${at}:${at + rows - 1}`).insert('Down');
  for (const { column, columns } of merges.get(at) ?? [])
    rangeOf(sheet, { row: at, column, rows, columns }).merge(true);
}

/** Writes one cell: its own number format stays, a text stays a text. */
function writeCell(sheet: Excel.Worksheet, { row, column, filled, format }: CellWrite): void {
  const cell = rangeOf(sheet, { row, column, rows: 1, columns: 1 });
  const { value, text } = filled;
  if (format === TEXT_FORMAT) {
    cell.values = [[text]];
    return;
  }
  if (format === GENERAL_FORMAT && filled.format !== null) setNumberFormat(cell, filled.format);
  if (typeof value !== 'string') cell.values = [[value]];
  // An apostrophe keeps a text from being read as a number or a formula, and leaves the format to people.
  else cell.values = [[needsTextFormat(value) && !hasPrefix(value) ? `'${value}` : asTyped(value)]];
}

/** Writes what a chart draws into its cells out of sight. */
function writeMonths(
  sheet: Excel.Worksheet,
  { data, newData, points }: ChartPlan,
  { chart }: TemplateFill,
): void {
  const all = rangeOf(sheet, data);
  if (newData) {
    setNumberFormat(all, TEXT_FORMAT);
    setNumberFormat(rangeOf(sheet, amountsArea(data, data.columns)), GENERAL_FORMAT);
    all.columnHidden = true;
  } else all.clear('Contents');
  rangeOf(sheet, labelsArea(data, points)).values = [chart.labels.slice(-points)];
  rangeOf(sheet, amountsArea(data, points)).values = [chart.amounts.slice(-points)];
}

function labelsArea({ row, column }: Area, columns: number): Area {
  return { row, column, rows: 1, columns };
}

function amountsArea({ row, column }: Area, columns: number): Area {
  return { row: row + 1, column, rows: 1, columns };
}

/** Draws charts that are not there yet, and leads those that stand to other cells where their months have changed. */
async function drawCharts(
  context: Excel.RequestContext,
  store: WorkbookStore,
  sheet: Excel.Worksheet,
  { key, chart }: TemplateFill,
  plan: FillPlan,
  places: ReadonlyMap<string, Area>,
): Promise<FilledTemplate> {
  const waiting = plan.charts.filter(({ isLed }) => !isLed);
  const led = plan.charts.length - waiting.length;
  if (waiting.length === 0) return { charts: led, refused: [] };
  const standing = waiting.map((each) => ({
    each,
    drawn: sheet.charts.getItemOrNullObject(chartName(key, each.id)).load('name'),
  }));
  await context.sync();
  const done = new Map<number, number>();
  const refused: string[] = [];
  for (const { each, drawn } of standing) {
    const { id, data, row, place, isMade, points } = each;
    const [categories, values] = [labelsArea(data, points), amountsArea(data, points)];
    if (!drawn.isNullObject) {
      const series = drawn.series.getItemAt(0);
      const isLed = await attempt(context, () => {
        series.setValues(rangeOf(sheet, values));
        series.setXAxisValues(rangeOf(sheet, categories));
      });
      if (isLed) done.set(id, points);
    } else if (!isMade) {
      const merged = places.get(`${place.row}:${place.column}`);
      const size = merged ?? { rows: CHART_ROWS, columns: CHART_COLUMNS };
      const drawing = await addCharts(context, sheet, {
        hiddenColumns: Array.from({ length: data.columns }, (_, index) => data.column + index),
        charts: [
          {
            name: chartName(key, id),
            title: chart.title,
            kind: 'column',
            categories,
            series: [{ name: chart.series, values }],
            place: { row, column: place.column, rows: size.rows, columns: size.columns },
            valueFormat: '#,##0',
            alt: chart.alt,
          },
        ],
      });
      if (drawing.made > 0) done.set(id, points);
      else refused.push(chart.title);
    }
  }
  if (done.size > 0) {
    const charts = plan.state.charts.map((kept) => {
      const points = done.get(kept.id);
      return points === undefined ? kept : { ...kept, isMade: true, points };
    });
    keepTemplateState(store, key, { ...plan.state, charts });
    await context.sync();
  }
  return { charts: led + done.size, refused };
}

function chartName(key: PageKey, id: number): string {
  return `clientele_${key}_${id}`;
}
