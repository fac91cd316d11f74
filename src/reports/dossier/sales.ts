import type { DossierSection } from '../../domain/dossiers/schema';
import { moneyToNumber } from '../../domain/shared/money';
import { moneyFormat } from '../formats';
import type { Area } from '../plan';
import type { Draft } from './fields';
import { autoOf, drawField, isLive } from './fields';
import { SPANS, UNKNOWN, workingColumn } from './grid';

/** Figures one under another, the chart beside them. */
const FIGURES: ReadonlySet<string> = new Set([
  'revenue',
  'previous',
  'change',
  'share',
  'orders',
  'averageOrder',
  'interval',
  'last',
  'expected',
  'groups',
  'profit',
  'receivables',
]);
/** Two figures of a month. */
const MONTH_DIGITS = 2;

/** The sales of the client: figures with remarks, the months beside them, then what it buys. */
export function drawSales(draft: Draft, { key: section, fields }: DossierSection): void {
  const { page } = draft;
  const first = page.row;
  for (const field of fields.filter(({ key }) => FIGURES.has(key))) {
    const { row } = page;
    const auto = autoOf(draft, section, field);
    const { label, figure, remark, leftValue } = SPANS;
    const value = auto ? figure : leftValue;
    drawField(draft, section, field, { row, label, value, side: 'Left', align: auto ? 'right' : 'left' });
    if (auto) {
      const cell = auto.cell === UNKNOWN ? null : (auto.remark ?? null);
      page.put(row, { span: remark, role: 'note', cell, format: auto.remarkFormat ?? null, align: 'left' });
      if (isLive(cell)) page.markUnknown(row, remark.column);
    }
    page.row++;
  }
  drawMonths(draft, {
    row: first,
    column: SPANS.rightHalf.column,
    rows: page.row - first - 1,
    columns: SPANS.rightHalf.columns,
  });
  const [ofClass, strategy] = ['class', 'strategy'].map((key) => fields.find((each) => each.key === key));
  if (ofClass)
    drawField(draft, section, ofClass, {
      row: page.row,
      label: SPANS.label,
      value: SPANS.leftValue,
      side: 'Left',
    });
  if (strategy)
    drawField(draft, section, strategy, {
      row: page.row,
      label: SPANS.rightLabel,
      value: SPANS.rightValue,
      side: 'Right',
    });
  page.row++;
  for (const field of fields.filter(
    ({ key }) => !FIGURES.has(key) && key !== 'class' && key !== 'strategy',
  )) {
    drawField(draft, section, field, {
      row: page.row++,
      label: SPANS.label,
      value: SPANS.value,
      side: 'Left',
    });
  }
}

/** Revenue by month as a chart over cells out of sight; a sentence where the sales have no dates. */
function drawMonths({ ctx, page, dossier }: Draft, place: Area): void {
  const { t, analysis } = ctx;
  const { months, name } = dossier.facts;
  page.merge({ ...place, rows: place.rows + 1 });
  if (!months || months.length === 0) {
    page.block({ row: place.row, column: place.column, role: 'note', cells: [[t('dossier.months.none')]] });
    return;
  }
  const first = place.row;
  const column = (each: 'month' | 'revenue'): Area => ({
    row: first,
    column: workingColumn(each),
    rows: months.length,
    columns: 1,
  });
  months.forEach(({ year, month, revenue }, index) => {
    const words = t('health.months.name', { month: String(month).padStart(MONTH_DIGITS, '0'), year });
    page.work(first + index, 'month', words);
    page.work(first + index, 'revenue', moneyToNumber(revenue));
  });
  page.charts.push({
    name: `ClienteleDossier${dossier.entry.number}`,
    title: t('dossier.months.title'),
    kind: 'column',
    categories: column('month'),
    series: [{ name: t('dossier.months.series'), values: column('revenue') }],
    place,
    valueFormat: moneyFormat(analysis),
    alt: t('dossier.months.alt', { name: name ?? dossier.entry.name }),
  });
}
