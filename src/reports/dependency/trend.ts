import type { QuarterPoint } from '../../domain/dependency/types';
import { moneyToNumber } from '../../domain/shared/money';
import type { ReportContext } from '../context';
import { moneyFormat, PERCENT, POINTS, TEXT } from '../formats';
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
const CHART_ROWS = 13;
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
  const chartRow = first + quarters.length + 1;
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
        column: 2,
        role: 'columnHeading',
        align: [null, 'right', 'right', null, 'right', null, 'right', null],
        cells: [
          [
            t('dependency.trend.quarter'),
            t('dependency.top.revenue'),
            t('dependency.trend.top1'),
            t('dependency.trend.leader'),
            t('dependency.trend.cr3'),
            t('dependency.trend.note'),
            t('dependency.trend.hhi'),
            null,
          ],
        ],
      },
      {
        row: first,
        column: 2,
        role: 'body',
        formats: [TEXT, moneyFormat(analysis), PERCENT, TEXT, PERCENT, TEXT, POINTS],
        cells: quarters.map((point): PlanCell[] => [
          quarterName(ctx, point),
          moneyToNumber(point.base),
          point.top1,
          point.leader,
          point.cr3,
          point.isWhole ? null : t('dependency.trend.partial'),
          point.hhi,
        ]),
      },
    ],
    charts: [chart(ctx, column, chartRow)],
    nextRow: chartRow + CHART_ROWS + 1,
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
  const difference = `ROUND(D${nowRow}-D${thenRow},${CHANGE_DECIMALS})`;
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
      from: percentOf(`D${thenRow}`, then.top1),
      to: percentOf(`D${nowRow}`, now.top1),
      hhiThen: points(`H${thenRow}`, then.hhi),
      hhiNow: points(`H${nowRow}`, now.hhi),
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
    categories: column(2),
    series: [
      { name: t('dependency.trend.top1'), values: column(4), tone: 'bad' },
      { name: t('dependency.trend.cr3'), values: column(6), tone: 'accent' },
    ],
    place: { row, column: 1, rows: CHART_ROWS, columns: WIDTHS.length },
    valueFormat: '0%',
    alt: t('dependency.trend.alt', {
      text: analysis.dependency.quarters
        .map((point) => `${quarterName(ctx, point)}: ${roundHalfUp(point.top1 * 100, 1)}`)
        .join('; '),
    }),
  };
}
