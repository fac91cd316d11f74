import type { Concentration } from '../domain/analysis';
import type { Thresholds } from '../domain/settings';
import type { CellValue } from '../domain/shared/grid';
import { moneyToNumber, subtractMoney, units } from '../domain/shared/money';
import { formatPercent } from '../i18n/numbers';
import { absolute, onSheet } from './addresses';
import type { ClientColumn } from './clientTable';
import { clientTable, columnAddress } from './clientTable';
import type { ReportContext } from './context';
import { COUNT, INDEX, moneyFormat, PERCENT, POINTS } from './formats';
import type { Live } from './live';
import { literal, live, liveCell, liveText, percentOf, roundHalfUp } from './live';
import { BASE_NAME, thresholdName } from './names';
import { paretoChart } from './pareto';
import type { Area, Block, PlanCell, PlanChart, PlanRule, SheetPlan } from './plan';
import { flagWords } from './reasons';
import { footer, HEAD_ROWS, line, tabHead, warnings } from './tabHead';

const TAB_COLOR = '#B5541C';
/** number, client or measure, value, share, flag, revenue without, next client, its share, its flag */
const WIDTHS = [5, 38, 15, 11, 25, 16, 32, 11, 25];
const MEASURE_COLUMN = 2;
const VALUE_COLUMN = 3;
/** The largest clients shown one by one. */
const TOP = 10;
const CHART_ROWS = 13;
/** The bar chart stands in the columns before. */
const PARETO_COLUMN = 5;
/** Working cells of the Pareto chart, right of the page. */
const PARETO_WIDTHS = [10, 36, 15, 12];
/** The part of revenue in k80 (method.md §3). A word of the trade, not a setting. */
const MOST_OF_REVENUE = 0.8;
/** HHI counts in points of 1/10,000. */
const HHI_POINTS = 10_000;
/** What an empty measure reads: a Gini of one client, anything without revenue. */
const NOTHING = '—';
/** Decimals at which shares of the loss test are compared: 0.2 stays 0.2 in spite of binary division. */
const SHARE_DECIMALS = 9;

/** The tab «Зависимость»: who is dangerously large, what their loss would do, how concentrated revenue is (§3). */
export function dependencyPlan(ctx: ReportContext): SheetPlan {
  const { t, analysis, tabNames } = ctx;
  const sheet = clientSheet(ctx);
  const buyers = analysis.clients.filter(({ revenue }) => revenue > 0).length;
  const shown = Math.min(TOP, buyers);

  const topRow = HEAD_ROWS + 1;
  const top = shown > 0 ? topBlocks(ctx, sheet, topRow, shown) : [];
  const chartRow = topRow + shown + 3;
  const bars = shown > 0 ? [barChart(ctx, topRow + 2, shown, chartRow)] : [];
  const pareto = paretoChart(ctx, {
    place: {
      row: chartRow,
      column: PARETO_COLUMN,
      rows: CHART_ROWS,
      columns: WIDTHS.length - PARETO_COLUMN + 1,
    },
    row: topRow,
    column: WIDTHS.length + 2,
  });
  const measuresRow = shown > 0 ? chartRow + CHART_ROWS + 1 : topRow;
  const measures = measureBlocks(ctx, sheet, measuresRow);

  return {
    key: 'dependency',
    tab: tabNames.dependency,
    tabColor: TAB_COLOR,
    columnWidths: [...WIDTHS, 3, ...PARETO_WIDTHS],
    blocks: [
      ...tabHead(
        ctx,
        t('dependency.title'),
        t('dependency.model', { settings: tabNames.settings }),
        warnings(ctx),
      ),
      ...top,
      ...measures.blocks,
      ...(pareto?.blocks ?? []),
    ],
    names: [],
    tables: [],
    rules: shown > 0 ? flagRules(ctx, topRow + 2, shown) : [],
    validations: [],
    charts: pareto ? [...bars, pareto.chart] : bars,
    inputs: [],
    freeze: { rows: 1, columns: 0 },
    print: {
      orientation: 'landscape',
      titleRows: null,
      area: { row: 1, column: 1, rows: measures.lastRow, columns: WIDTHS.length },
      footer: footer(ctx, 'dependency'),
    },
  };
}

/** References to the columns of the client table on «ABCD». */
type ClientSheet = (column: ClientColumn) => string;

function clientSheet({ analysis, tabNames }: ReportContext): ClientSheet {
  const table = clientTable(analysis);
  return (column) => onSheet(tabNames.abcd, columnAddress(table, column));
}

// The largest clients and the loss test.

function topBlocks(
  ctx: ReportContext,
  sheet: ClientSheet,
  headingRow: number,
  shown: number,
): readonly Block[] {
  const { t, analysis, settings } = ctx;
  const money = moneyFormat(analysis);
  const first = headingRow + 2;
  const base = analysis.concentration ? moneyToNumber(analysis.concentration.base) : 0;
  const top = analysis.clients.slice(0, shown);

  const rows = top.map((client, index): PlanCell[] => {
    const row = first + index;
    const revenue = moneyToNumber(client.revenue);
    const lookup = (column: ClientColumn, value: CellValue): PlanCell => ({
      formula: `=INDEX(${sheet(column)},MATCH($A${row},${sheet('number')},0))`,
      value,
    });
    const nextIndex = index === 0 ? 1 : 0;
    const next = top[nextIndex];
    const nextRow = first + nextIndex;
    const without = analysis.concentration
      ? moneyToNumber(subtractMoney(analysis.concentration.base, client.revenue))
      : 0;
    const nextShare = next ? moneyToNumber(next.revenue) / without : 0;
    return [
      index + 1,
      lookup('client', client.name),
      lookup('revenue', revenue),
      { formula: `=IF(${BASE_NAME}>0,C${row}/${BASE_NAME},0)`, value: base > 0 ? revenue / base : 0 },
      lookup('flag', flagWords(client.flag, t)),
      { formula: `=ROUND(${BASE_NAME}-C${row},4)`, value: without },
      next ? { formula: `=B${nextRow}`, value: next.name } : t('dependency.top.nobody'),
      next ? { formula: `=IF(F${row}>0,C${nextRow}/F${row},0)`, value: nextShare } : null,
      next ? liveCell(flagOfShare(ctx, `H${row}`, nextShare, settings.thresholds)) : null,
    ];
  });

  return [
    line(headingRow, 'heading', t('dependency.section.top')),
    {
      row: headingRow + 1,
      column: 1,
      role: 'columnHeading',
      wrap: true,
      align: ['center', null, 'right', 'right', null, 'right', null, 'right', null],
      cells: [
        [
          t('dependency.top.number'),
          t('dependency.top.client'),
          t('dependency.top.revenue'),
          t('dependency.top.share'),
          t('dependency.top.flag'),
          t('dependency.top.without'),
          t('dependency.top.next'),
          t('dependency.top.nextShare'),
          t('dependency.top.nextFlag'),
        ],
      ],
    },
    {
      row: first,
      column: 1,
      role: 'body',
      formats: [COUNT, null, money, PERCENT, null, money, null, PERCENT, null],
      align: ['center', null, null, null, null, null, null, null, null],
      cells: rows,
    },
  ];
}

/** The flag that a share would carry (method.md §3). */
function flagOfShare({ t }: ReportContext, cell: string, share: number, thresholds: Thresholds): Live {
  const rounded = roundHalfUp(share, SHARE_DECIMALS);
  const is = (key: 'flagMono' | 'flagCritical' | 'flagLarge', sign: string) =>
    `ROUND(${cell},${SHARE_DECIMALS})${sign}${thresholdName(key)}`;
  const words = (flag: 'mono' | 'critical' | 'large') => literal(flagWords(flag, t));
  const formula =
    `IF(${is('flagMono', '>')},${words('mono')},IF(${is('flagCritical', '>')},${words('critical')},` +
    `IF(${is('flagLarge', '>=')},${words('large')},"")))`;
  if (rounded > thresholds.flagMono) return live(formula, flagWords('mono', t));
  if (rounded > thresholds.flagCritical) return live(formula, flagWords('critical', t));
  return live(formula, rounded >= thresholds.flagLarge ? flagWords('large', t) : '');
}

function flagRules({ t }: ReportContext, row: number, rows: number): readonly PlanRule[] {
  const flagColumns = [5, 9];
  const roles = { mono: 'bad', critical: 'bad', large: 'warning' } as const;
  return [
    ...flagColumns.flatMap((column) =>
      (['mono', 'critical', 'large'] as const).map((flag): PlanRule => ({
        kind: 'textEquals',
        area: { row, column, rows, columns: 1 },
        text: flagWords(flag, t),
        role: roles[flag],
      })),
    ),
    { kind: 'dataBar', area: { row, column: 4, rows, columns: 1 } },
  ];
}

function barChart(ctx: ReportContext, firstRow: number, rows: number, row: number): PlanChart {
  const { t, analysis, language } = ctx;
  const column = (number: number): Area => ({ row: firstRow, column: number, rows, columns: 1 });
  const words = analysis.clients
    .slice(0, rows)
    .map(({ name, share }) => `${name} – ${formatPercent(share ?? 0, language)}`);
  return {
    name: 'ClienteleTopChart',
    title: t('dependency.chart.title'),
    kind: 'bar',
    categories: column(2),
    series: [{ name: t('dependency.top.share'), values: column(4) }],
    place: { row, column: 1, rows: CHART_ROWS, columns: PARETO_COLUMN - 1 },
    valueFormat: '0%',
    alt: t('dependency.chart.alt', { text: words.join('; ') }),
  };
}

// The measures, each with a sentence on what it means.

interface Measure {
  readonly label: string;
  readonly value: Live;
  readonly format: string;
  readonly meaning: string | Live;
}

/** A measure that may refer to cells beside its own row. */
type MeasureAt = (row: number) => Measure;

function measureBlocks(
  ctx: ReportContext,
  sheet: ClientSheet,
  firstRow: number,
): { readonly blocks: readonly Block[]; readonly lastRow: number } {
  const { t } = ctx;
  const blocks: Block[] = [];
  let row = firstRow;
  blocks.push({
    row: row++,
    column: MEASURE_COLUMN,
    role: 'columnHeading',
    align: [null, 'right', null],
    cells: [
      [
        t('dependency.column.measure'),
        t('dependency.column.value'),
        t('dependency.column.meaning'),
        // The band runs over the columns that the sentences run over.
        ...WIDTHS.slice(VALUE_COLUMN + 1).map(() => null),
      ],
    ],
  });
  const section = (title: string, measures: readonly MeasureAt[]) => {
    blocks.push(line(row++, 'heading', title));
    for (const measureAt of measures) {
      const { label, value, format, meaning } = measureAt(row);
      blocks.push({
        row: row++,
        column: MEASURE_COLUMN,
        role: 'body',
        formats: [null, format, null],
        align: [null, 'right', null],
        cells: [[label, liveCell(value), typeof meaning === 'string' ? meaning : liveCell(meaning)]],
      });
    }
    row++;
  };
  section(t('dependency.section.flags'), flagMeasures(ctx, sheet));
  // The number of buyers stands first: other measures refer to it.
  const buyersCell = absolute(row + 1, VALUE_COLUMN);
  section(t('dependency.section.concentration'), concentrationMeasures(ctx, sheet, buyersCell));
  section(t('dependency.section.base'), baseMeasures(ctx, sheet));
  return { blocks, lastRow: row - 2 };
}

function baseMeasures({ t, analysis, tabNames }: ReportContext, sheet: ClientSheet): readonly MeasureAt[] {
  const { clients, concentration } = analysis;
  const money = moneyFormat(analysis);
  const negative = clients.filter(({ revenue }) => revenue < 0);
  const negatives = moneyToNumber(units(negative.reduce((total, { revenue }) => total + revenue, 0)));
  const base = concentration ? moneyToNumber(concentration.base) : 0;
  const revenue = sheet('revenue');
  return [
    () => ({
      label: t('dependency.base'),
      value: live(BASE_NAME, base),
      format: money,
      meaning: t('dependency.base.meaning'),
    }),
    () => ({
      label: t('dependency.negatives'),
      value: live(`ROUND(SUMIF(${revenue},"<0"),4)`, negatives),
      format: money,
      meaning: liveText(t('dependency.negatives.meaning'), {
        count: live(`COUNTIF(${revenue},"<0")`, negative.length),
      }),
    }),
    (row) => ({
      label: t('dependency.net'),
      value: live(`ROUND(C${row - 2}+C${row - 1},4)`, roundHalfUp(base + negatives, 4)),
      format: money,
      meaning: live(
        `IF(ROUND(C${row}-SUM(${revenue}),2)=0,${literal(t('dependency.net.ok'))},` +
          `${literal(t('dependency.net.broken', { abcd: tabNames.abcd }))})`,
        t('dependency.net.ok'),
      ),
    }),
  ];
}

function concentrationMeasures(
  ctx: ReportContext,
  sheet: ClientSheet,
  buyersCell: string,
): readonly MeasureAt[] {
  const { t, analysis, settings } = ctx;
  const { concentration, clients } = analysis;
  const buyers = clients.filter(({ revenue }) => revenue > 0).length;
  /** Nothing is divided by a base of zero. */
  const guarded = (formula: string, valueOf: (concentration: Concentration) => CellValue): Live =>
    live(`IF(${BASE_NAME}>0,${formula},"${NOTHING}")`, concentration ? valueOf(concentration) : NOTHING);

  const guardedBand = (band: Live) => guarded(band.formula, () => band.value);

  const ratios = (['1', '2', '3', '5', '10'] as const).map((n): MeasureAt => (row) => {
    const rest = concentration ? 1 - concentration.cr[n] : 1;
    return {
      label: t(`dependency.cr.${n}`),
      value: guarded(`SUMIF(${sheet('number')},"<=${n}",${sheet('share')})`, ({ cr }) => cr[n]),
      format: PERCENT,
      meaning: liveText(t(`dependency.cr.${n}.meaning`), {
        name: live(`INDEX(${sheet('client')},MATCH(1,${sheet('number')},0))`, clients[0]?.name ?? ''),
        rest: percentOf(`(1-N(C${row}))`, rest),
      }),
    };
  });

  return [
    () => ({
      label: t('dependency.buyers'),
      value: live(`COUNTIF(${sheet('revenue')},">0")`, buyers),
      format: COUNT,
      meaning: t('dependency.buyers.meaning'),
    }),
    ...ratios,
    (row) => ({
      label: t('dependency.hhi'),
      value: guarded(`${HHI_POINTS}*SUMSQ(${sheet('share')})`, ({ hhi }) => hhi),
      format: POINTS,
      meaning: liveText(t('dependency.hhi.meaning'), {
        band: guardedBand(bandOf(ctx, `C${row}`, concentration?.hhi ?? 0)),
        moderate: live(thresholdName('hhiModerate'), settings.thresholds.hhiModerate),
        high: live(thresholdName('hhiHigh'), settings.thresholds.hhiHigh),
      }),
    }),
    (row) => ({
      label: t('dependency.effective'),
      value: guarded(`${HHI_POINTS}/C${row - 1}`, ({ effectiveClients }) => effectiveClients),
      format: POINTS,
      meaning: liveText(t('dependency.effective.meaning'), { buyers: live(buyersCell, buyers) }),
    }),
    () => ({
      label: t('dependency.gini'),
      value: live(
        `IF(${buyersCell}>1,MAX(0,(${buyersCell}+1)/${buyersCell}-2*SUMPRODUCT(${sheet('number')},` +
          `${sheet('share')})/${buyersCell}),"${NOTHING}")`,
        concentration?.gini ?? NOTHING,
      ),
      format: INDEX,
      meaning: t('dependency.gini.meaning'),
    }),
    (row) => ({
      label: t('dependency.k80'),
      value: guarded(
        `SUMPRODUCT((${sheet('moneyWith')}<ROUND(${MOST_OF_REVENUE}*${BASE_NAME},5))*1)+1`,
        ({ k80 }) => k80,
      ),
      format: COUNT,
      meaning: liveText(t('dependency.k80.meaning'), {
        part: percentOf(`N(C${row})/MAX(1,${buyersCell})`, (concentration?.k80 ?? 0) / Math.max(1, buyers)),
      }),
    }),
  ];
}

/** HHI in words, by the bounds on «Настройки». */
function bandOf({ t, settings }: ReportContext, cell: string, hhi: number): Live {
  const { hhiModerate, hhiHigh } = settings.thresholds;
  const [low, moderate, high] = (['low', 'moderate', 'high'] as const).map((band) =>
    t(`dependency.hhi.${band}`),
  );
  const words = hhi < hhiModerate ? low : hhi < hhiHigh ? moderate : high;
  return live(
    `IF(${cell}<${thresholdName('hhiModerate')},${literal(low ?? '')},` +
      `IF(${cell}<${thresholdName('hhiHigh')},${literal(moderate ?? '')},${literal(high ?? '')}))`,
    words ?? '',
  );
}

function flagMeasures({ t, analysis, settings }: ReportContext, sheet: ClientSheet): readonly MeasureAt[] {
  const { clients } = analysis;
  const thresholds = { mono: 'flagMono', critical: 'flagCritical', large: 'flagLarge' } as const;
  const together = clients.reduce(
    (total, { flag, share }) => total + (flag === 'none' ? 0 : (share ?? 0)),
    0,
  );
  const counts = (['mono', 'critical', 'large'] as const).map((flag): MeasureAt => () => {
    const key = thresholds[flag];
    return {
      label: t(`dependency.flags.${flag}`),
      value: live(
        `COUNTIF(${sheet('flag')},${literal(flagWords(flag, t))})`,
        clients.filter((client) => client.flag === flag).length,
      ),
      format: COUNT,
      meaning: liveText(t(`dependency.flags.${flag}.meaning`), {
        limit: percentOf(thresholdName(key), settings.thresholds[key]),
      }),
    };
  });
  const sums = (['mono', 'critical', 'large'] as const).map(
    (flag) => `SUMIF(${sheet('flag')},${literal(flagWords(flag, t))},${sheet('share')})`,
  );
  return [
    ...counts,
    () => ({
      label: t('dependency.flags.together'),
      value: live(sums.join('+'), together),
      format: PERCENT,
      meaning: t('dependency.flags.together.meaning'),
    }),
  ];
}
