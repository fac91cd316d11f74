import type { QuarterPoint } from '../../domain/dependency/types';
import type { ReportContext } from '../context';
import { PERCENT, POINTS, TEXT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf, roundHalfUp } from '../live';
import type { Area, PlanCell, PlanChart } from '../plan';
import type { Section } from '../section';
import { noteSection } from '../section';
import { line } from '../tabHead';
import { WIDTHS } from './layout';

const QUARTERS_A_YEAR = 4;
/** A line needs two points. */
const FEWEST = 2;
/** The chart stands beside the table, which is as high with three years. */
const CHART_ROWS = 14;
const CHART_COLUMN = 7;
/** Columns of the table; the letters stand in the sentence. */
const QUARTER = 2;
const TOP1 = 3;
const CR3 = 4;
/** A change in a share is told to a tenth of a per cent. */
const CHANGE_DECIMALS = 3;

/** How the concentration moved by quarter: a table, a line chart, and a sentence on a year's change (method.md §3). */
export function trend(ctx: ReportContext, row: number): Section {
  const { t, analysis } = ctx;
  const { quarters } = analysis.dependency;
  const title = t('dependency.section.trend');
  if (analysis.asOf === null) return noteSection(row, title, t('dependency.trend.noDates'));
  if (quarters.length < FEWEST) return noteSection(row, title, t('dependency.trend.few'));
  const first = row + 3;
  const column = (number: number): Area => ({
    row: first,
    column: number,
    rows: quarters.length,
    columns: 1,
  });
  return {
    blocks: [
      line(row, 'heading', title),
      line(row + 1, 'note', sentence(ctx, first)),
      {
        row: row + 2,
        column: QUARTER,
        role: 'columnHeading',
        wrap: true,
        align: [null, 'right', 'right', null, 'right'],
        cells: [
          [
            t('dependency.trend.quarter'),
            t('dependency.trend.top1'),
            t('dependency.trend.cr3'),
            t('dependency.trend.leader'),
            t('dependency.trend.hhi'),
          ],
        ],
      },
      {
        row: first,
        column: QUARTER,
        role: 'body',
        formats: [TEXT, PERCENT, PERCENT, TEXT, POINTS],
        cells: quarters.map((point): PlanCell[] => [
          point.isWhole
            ? quarterName(ctx, point)
            : t('dependency.trend.partial', { quarter: quarterName(ctx, point) }),
          point.top1,
          point.cr3,
          point.leader,
          point.hhi,
        ]),
      },
    ],
    charts: [chart(ctx, column, row + 2)],
    nextRow: Math.max(first + quarters.length, row + 2 + CHART_ROWS) + 1,
  };
}

function quarterName({ t }: ReportContext, { year, quarter }: QuarterPoint): string {
  return t('dependency.trend.quarterName', { quarter, year });
}

/** The last whole quarter against the same one a year before, else against the first whole one. */
function sentence(ctx: ReportContext, first: number): PlanCell {
  const { t, analysis } = ctx;
  const { quarters } = analysis.dependency;
  const whole = quarters.filter(({ isWhole }) => isWhole);
  const now = whole.at(-1);
  const yearBefore = now && indexOf(now) - QUARTERS_A_YEAR;
  const then = whole.find((point) => indexOf(point) === yearBefore) ?? whole[0];
  if (!now || !then || now === then) return t('dependency.trend.fewWhole');
  const [nowRow, thenRow] = [first + quarters.indexOf(now), first + quarters.indexOf(then)];
  const change = roundHalfUp(now.top1 - then.top1, CHANGE_DECIMALS);
  const [up, down, same] = [t('dependency.trend.up'), t('dependency.trend.down'), t('dependency.trend.same')];
  const difference = `ROUND(C${nowRow}-C${thenRow},${CHANGE_DECIMALS})`;
  const word = live(
    `IF(${difference}>0,${literal(up)},IF(${difference}<0,${literal(down)},${literal(same)}))`,
    change > 0 ? up : change < 0 ? down : same,
  );
  const points = (cell: string, hhi: number): Live => live(`ROUND(${cell},0)`, roundHalfUp(hhi, 0));
  return liveCell(
    liveText(t('dependency.trend.sentence'), {
      word,
      then: live(`B${thenRow}`, quarterName(ctx, then)),
      now: live(`B${nowRow}`, quarterName(ctx, now)),
      from: percentOf(`C${thenRow}`, then.top1),
      to: percentOf(`C${nowRow}`, now.top1),
      hhiThen: points(`F${thenRow}`, then.hhi),
      hhiNow: points(`F${nowRow}`, now.hhi),
    }),
  );
}

function indexOf({ year, quarter }: QuarterPoint): number {
  return year * QUARTERS_A_YEAR + quarter;
}

function chart(ctx: ReportContext, column: (number: number) => Area, row: number): PlanChart {
  const { t, analysis } = ctx;
  return {
    name: 'ClienteleTrendChart',
    title: t('dependency.trend.chart'),
    kind: 'line',
    categories: column(QUARTER),
    series: [
      { name: t('dependency.trend.top1'), values: column(TOP1), tone: 'bad' },
      { name: t('dependency.trend.cr3'), values: column(CR3), tone: 'accent' },
    ],
    place: { row, column: CHART_COLUMN, rows: CHART_ROWS, columns: WIDTHS.length - CHART_COLUMN + 1 },
    valueFormat: '0%',
    alt: t('dependency.trend.alt', {
      text: analysis.dependency.quarters
        .map((point) => `${quarterName(ctx, point)}: ${roundHalfUp(point.top1 * 100, 1)}`)
        .join('; '),
    }),
  };
}
