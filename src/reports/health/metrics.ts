import type { Activity, Health } from '../../domain/health/types';
import { moneyToNumber } from '../../domain/shared/money';
import type { CellValue } from '../../domain/shared/grid';
import type { ThresholdKey } from '../../domain/thresholds';
import type { TextKey } from '../../i18n/translate';
import { onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT, POINTS, SIGNED_PERCENT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveCell, liveText, percentOf, roundHalfUp } from '../live';
import { BASE_NAME, figureName, thresholdName, TYPE_IN_FORCE_NAME } from '../names';
import type { Figure } from '../names';
import type { PlanCell, PlanRule } from '../plan';
import { CONVERSION_CELL } from '../reactivation/summary';
import { typeWords } from '../reactivation/words';
import type { Section } from '../section';
import { line } from '../tabHead';
import { UNKNOWN, VALUE_COLUMN, WIDTHS } from './layout';
import { numberCell } from './numbers';
import type { NumberKey } from './numbers';

/** Orders per client and month. */
const FREQUENCY = '0.00';
/** Money is exact to this decimal. */
const MONEY_DECIMALS = 4;
/** A change that rounds to zero per cent is none. */
const CHANGE_DECIMALS = 2;
/** NRR of 1: the clients of the period before bring exactly what they brought. */
const UNCHANGED = 1;

/** The measures in their order. */
const METRICS = [
  'secondRatio',
  'secondCohort',
  'nrr',
  'grr',
  'logo',
  'existingPart',
  'averageOrder',
  'frequency',
  'breadth',
  'buyers',
  'mustList',
  'conversion',
] as const;
export type MetricKey = (typeof METRICS)[number];

/** Those that other tabs know by name. */
const NAMED: Readonly<Partial<Record<MetricKey, Figure>>> = {
  secondRatio: 'secondRatio',
  secondCohort: 'secondCohort',
  nrr: 'nrr',
  grr: 'grr',
  logo: 'logo',
  existingPart: 'existingPart',
  averageOrder: 'averageOrder',
};

/** One measure: its row of the table. Cells of the row itself are known by their letters. */
interface Metric {
  readonly format: string;
  readonly now: Live;
  readonly norm: PlanCell;
  readonly before?: Live;
  readonly verdict: Live;
  readonly meaning: Live;
  readonly how: Live | string;
}

type MetricAt = (row: number) => Metric;

/** The measures of the base: each with its norm, the period before, a verdict, what it means, and how it is made. */
export function metricTable(ctx: ReportContext, health: Health, row: number): Section {
  const { t } = ctx;
  const metrics = metricsOf(ctx, health);
  const first = row + 2;
  return {
    blocks: [
      line(row, 'heading', t('health.section.metrics')),
      {
        row: row + 1,
        column: 1,
        role: 'columnHeading',
        align: [null, 'right', 'right', 'right', 'right', null, null, null],
        cells: [
          (['metric', 'now', 'norm', 'before', 'change', 'verdict', 'meaning', 'how'] as const).map(
            (column) => t(`health.column.${column}`),
          ),
        ],
      },
      ...METRICS.map((key, index) => {
        const at = first + index;
        const { format, now, norm, before, verdict, meaning, how } = metrics[key](at);
        return {
          row: at,
          column: 1,
          role: 'body' as const,
          wrap: true,
          formats: [null, format, PERCENT, format, SIGNED_PERCENT, null, null, null],
          align: [null, 'right', 'right', 'right', 'right', null, null, null] as const,
          cells: [
            [
              t(`health.metric.${key}`),
              liveCell(now),
              norm,
              before ? liveCell(before) : null,
              before ? liveCell(changeOf(at, now.value, before.value)) : null,
              liveCell(verdict),
              liveCell(meaning),
              typeof how === 'string' ? how : liveCell(how),
            ],
          ],
        };
      }),
    ],
    names: METRICS.flatMap((key, index) => {
      const figure = NAMED[key];
      const area = { row: first + index, column: VALUE_COLUMN, rows: 1, columns: 1 };
      return figure ? [{ name: figureName(figure), area }] : [];
    }),
    rules: verdictRules(ctx, first),
    nextRow: first + METRICS.length + 1,
  };
}

/** The named cells with nothing known. */
export function unknownMetrics({ t }: ReportContext, row: number): Section {
  const named = METRICS.filter((key) => NAMED[key]);
  return {
    blocks: [
      {
        row,
        column: 1,
        role: 'body',
        align: [null, 'right'],
        cells: named.map((key) => [t(`health.metric.${key}`), UNKNOWN]),
      },
    ],
    names: named.flatMap((key, index) => {
      const figure = NAMED[key];
      return figure
        ? [
            {
              name: figureName(figure),
              area: { row: row + index, column: VALUE_COLUMN, rows: 1, columns: 1 },
            },
          ]
        : [];
    }),
    nextRow: row + named.length,
  };
}

function metricsOf(ctx: ReportContext, health: Health): Readonly<Record<MetricKey, MetricAt>> {
  const { t, analysis, settings, tabNames } = ctx;
  const { seconds, retention, activity, activityBefore, mustList } = health;
  const money = moneyFormat(analysis);
  const number = (key: NumberKey, value: CellValue, when: 'now' | 'before' = 'now') =>
    live(numberCell(key, when), value);
  const ownTrend = t('health.norm.own');
  const whole = (value: number | undefined) => value ?? UNKNOWN;

  return {
    secondRatio: (row) => ({
      format: PERCENT,
      now: quotient('secondEver', 'firstEver', seconds.ratio),
      norm: thresholdCell(ctx, 'secondNorm'),
      verdict: secondVerdict(ctx, row, seconds.ratio),
      meaning: either(
        row,
        seconds.ratio,
        liveText(t('health.secondRatio.meaning'), {
          first: number('firstEver', seconds.firstEver),
          second: number('secondEver', seconds.secondEver),
          norm: percentOf(thresholdName('secondNorm'), settings.thresholds.secondNorm),
        }),
        liveText(t('health.secondRatio.unknown'), {
          months: live(thresholdName('startMonths'), settings.thresholds.startMonths),
        }),
      ),
      how: liveText(t('health.secondRatio.how'), { unknown: number('unknownStart', seconds.unknownStart) }),
    }),
    secondCohort: (row) => ({
      format: PERCENT,
      now: quotient('cohortReturned', 'cohort', seconds.cohortRatio),
      norm: thresholdCell(ctx, 'secondNorm'),
      verdict: secondVerdict(ctx, row, seconds.cohortRatio),
      meaning: either(
        row,
        seconds.cohortRatio,
        liveText(t('health.secondCohort.meaning'), {
          cohort: number('cohort', seconds.cohort),
          returned: number('cohortReturned', seconds.cohortReturned),
          days: live(thresholdName('secondWindow'), settings.thresholds.secondWindow),
        }),
        liveText(t('health.secondCohort.unknown'), {
          days: live(thresholdName('secondWindow'), settings.thresholds.secondWindow),
        }),
      ),
      how: t('health.secondCohort.how'),
    }),
    nrr: (row) => ({
      format: PERCENT,
      now: quotient('revenue', 'revenue', retention?.nrr ?? null, 'before'),
      norm: ownTrend,
      verdict: trendVerdict(ctx, `B${row}`, retention?.nrr ?? null, UNCHANGED),
      meaning: either(
        row,
        retention?.nrr ?? null,
        liveText(t('health.nrr.meaning'), { now: percentOf(`B${row}`, retention?.nrr ?? 0) }),
        live(literal(t('health.noBefore')), t('health.noBefore')),
      ),
      how: t('health.nrr.how'),
    }),
    grr: (row) => ({
      format: PERCENT,
      now: quotient('held', 'revenue', retention?.grr ?? null, 'before'),
      norm: ownTrend,
      verdict: either(
        row,
        retention?.grr ?? null,
        liveText(t('health.grr.verdict'), { part: percentOf(`(1-B${row})`, 1 - (retention?.grr ?? 0)) }),
        noData(ctx),
      ),
      meaning: either(
        row,
        retention?.grr ?? null,
        live(literal(t('health.grr.meaning')), t('health.grr.meaning')),
        live(literal(t('health.noBefore')), t('health.noBefore')),
      ),
      how: t('health.grr.how'),
    }),
    logo: (row) => ({
      format: PERCENT,
      now: quotient('kept', 'clients', retention?.logo ?? null),
      norm: ownTrend,
      verdict: either(
        row,
        retention?.logo ?? null,
        liveText(t('health.logo.verdict'), {
          left: live(
            `(${numberCell('clients')}-${numberCell('kept')})`,
            (retention?.clients ?? 0) - (retention?.kept ?? 0),
          ),
        }),
        noData(ctx),
      ),
      meaning: either(
        row,
        retention?.logo ?? null,
        liveText(t('health.logo.meaning'), {
          kept: number('kept', whole(retention?.kept)),
          clients: number('clients', whole(retention?.clients)),
        }),
        live(literal(t('health.noBefore')), t('health.noBefore')),
      ),
      how: t('health.logo.how'),
    }),
    existingPart: (row) => ({
      format: PERCENT,
      now: live(
        `IF(AND(ISNUMBER(${numberCell('existing')}),N(${BASE_NAME})>0),${numberCell('existing')}/${BASE_NAME},"${UNKNOWN}")`,
        health.existingPart ?? UNKNOWN,
      ),
      norm: thresholdCell(ctx, 'existingNorm'),
      verdict: normVerdict(ctx, row, 'existingNorm', health.existingPart),
      meaning: either(
        row,
        health.existingPart,
        liveText(t('health.existingPart.meaning'), {
          existing: percentOf(`B${row}`, health.existingPart ?? 0),
          norm: percentOf(thresholdName('existingNorm'), settings.thresholds.existingNorm),
        }),
        live(literal(t('health.existingPart.unknown')), t('health.existingPart.unknown')),
      ),
      how: t('health.existingPart.how'),
    }),
    averageOrder: ratioMetric(ctx, 'averageOrder', money, activity, activityBefore, {
      formula: (when) =>
        `ROUND(${numberCell('total', when)}/${numberCell('orders', when)},${MONEY_DECIMALS})`,
      guard: 'orders',
      valueOf: ({ averageOrder }) => averageOrder && moneyToNumber(averageOrder),
    }),
    frequency: ratioMetric(ctx, 'frequency', FREQUENCY, activity, activityBefore, {
      formula: (when) =>
        `${numberCell('orders', when)}/${numberCell('buyers', when)}/${numberCell('months', when)}`,
      guard: 'buyers',
      valueOf: ({ frequency }) => frequency,
    }),
    breadth: ratioMetric(ctx, 'breadth', POINTS, activity, activityBefore, {
      formula: (when) =>
        `IF(ISNUMBER(${numberCell('items', when)}),${numberCell('items', when)}/${numberCell('buyers', when)},"${UNKNOWN}")`,
      guard: 'buyers',
      valueOf: ({ breadth }) => breadth,
    }),
    buyers: ratioMetric(ctx, 'buyers', COUNT, activity, activityBefore, {
      formula: (when) => numberCell('buyers', when),
      guard: null,
      valueOf: ({ buyers }) => buyers,
    }),
    mustList: (row) => ({
      format: PERCENT,
      now: live(
        `IF(AND(ISNUMBER(${numberCell('mustItems')}),N(${numberCell('buyers')})>0),` +
          `${numberCell('mustBought')}/${numberCell('mustItems')}/${numberCell('buyers')},"${UNKNOWN}")`,
        health.mustListShare ?? UNKNOWN,
      ),
      norm: ownTrend,
      verdict: either(row, health.mustListShare, live('""', ''), noData(ctx)),
      meaning: either(
        row,
        health.mustListShare,
        liveText(t('health.mustList.meaning'), {
          items: number('mustItems', whole(mustList?.items)),
          part: percentOf(`B${row}`, health.mustListShare ?? 0),
          unknown: number('mustUnknown', whole(mustList?.unknown)),
        }),
        live(literal(t('health.mustList.unknown')), t('health.mustList.unknown')),
      ),
      how: t('health.mustList.how'),
    }),
    conversion: (row) => {
      const value = health.contacted > 0 ? health.reactivated / health.contacted : null;
      const { reactivationTarget } = settings.thresholds;
      const reached = t('health.verdict.reached');
      const below = t('health.verdict.below');
      return {
        format: PERCENT,
        now: live(onSheet(tabNames.reactivation, CONVERSION_CELL), value ?? UNKNOWN),
        norm: thresholdCell(ctx, 'reactivationTarget'),
        verdict: either(
          row,
          value,
          live(
            `IF(B${row}>=${thresholdName('reactivationTarget')},${literal(reached)},${literal(below)})`,
            (value ?? 0) >= reactivationTarget ? reached : below,
          ),
          noData(ctx),
        ),
        meaning: either(
          row,
          value,
          liveText(t('health.conversion.meaning'), {
            contacted: live(figureName('contacted'), health.contacted),
            reactivated: live(figureName('reactivated'), health.reactivated),
          }),
          liveText(t('health.conversion.unknown'), {
            tab: live(literal(tabNames.reactivation), tabNames.reactivation),
          }),
        ),
        how: t('health.conversion.how'),
      };
    },
  };
}

/** A measure of the activity: its value in both periods, judged by its own trend. */
function ratioMetric(
  ctx: ReportContext,
  key: 'averageOrder' | 'frequency' | 'breadth' | 'buyers',
  format: string,
  activity: Activity,
  activityBefore: Activity | null,
  {
    formula,
    guard,
    valueOf,
  }: {
    readonly formula: (when: 'now' | 'before') => string;
    readonly guard: 'orders' | 'buyers' | null;
    readonly valueOf: (activity: Activity) => number | null;
  },
): MetricAt {
  const { t } = ctx;
  const guarded = (when: 'now' | 'before', of: Activity | null) =>
    live(
      guard === null ? formula(when) : `IF(N(${numberCell(guard, when)})>0,${formula(when)},"${UNKNOWN}")`,
      (of && valueOf(of)) ?? UNKNOWN,
    );
  const now = guarded('now', activity);
  const before = guarded('before', activityBefore);
  return (row) => ({
    format,
    now,
    norm: t('health.norm.own'),
    before,
    verdict: changeVerdict(ctx, row, changeValue(now.value, before.value)),
    meaning: either(
      row,
      typeof now.value === 'number' ? now.value : null,
      live(literal(t(`health.${key}.meaning`)), t(`health.${key}.meaning`)),
      live(literal(t(`health.${key}.unknown`)), t(`health.${key}.unknown`)),
    ),
    how: t(`health.${key}.how` satisfies TextKey),
  });
}

/** A ratio of two numbers right of the page; «—» without a denominator. */
function quotient(
  top: NumberKey,
  bottom: NumberKey,
  value: number | null,
  bottomWhen: 'now' | 'before' = 'now',
): Live {
  const below = numberCell(bottom, bottomWhen);
  return live(`IF(N(${below})>0,${numberCell(top)}/${below},"${UNKNOWN}")`, value ?? UNKNOWN);
}

function thresholdCell({ settings }: ReportContext, key: ThresholdKey): PlanCell {
  return liveCell(live(thresholdName(key), settings.thresholds[key]));
}

/** One of two texts: as the value of the row is known or not. */
function either(row: number, value: number | null, known: Live, unknown: Live): Live {
  return live(
    `IF(ISNUMBER($B${row}),${known.formula},${unknown.formula})`,
    value === null ? unknown.value : known.value,
  );
}

function noData({ t }: ReportContext): Live {
  return live(literal(t('health.verdict.noData')), t('health.verdict.noData'));
}

function normVerdict(ctx: ReportContext, row: number, key: ThresholdKey, value: number | null): Live {
  const { t, settings } = ctx;
  const [good, bad] = [t('health.verdict.good'), t('health.verdict.bad')];
  return either(
    row,
    value,
    live(
      `IF($B${row}>=${thresholdName(key)},${literal(good)},${literal(bad)})`,
      (value ?? 0) >= settings.thresholds[key] ? good : bad,
    ),
    noData(ctx),
  );
}

/** The norm of second purchases does not hold for project sales (method.md §6). */
function secondVerdict(ctx: ReportContext, row: number, value: number | null): Live {
  const { t, analysis } = ctx;
  const project = typeWords('project', t);
  const exempt = t('health.verdict.project');
  const judged = normVerdict(ctx, row, 'secondNorm', value);
  return live(
    `IF(${TYPE_IN_FORCE_NAME}=${literal(project)},${literal(exempt)},${judged.formula})`,
    analysis.team?.type === 'project' ? exempt : judged.value,
  );
}

/** Growing, standing still or shrinking, against a level. */
function trendVerdict(ctx: ReportContext, cell: string, value: number | null, level: number): Live {
  const { t } = ctx;
  const [up, same, down] = (['up', 'same', 'down'] as const).map((key) => t(`health.verdict.${key}`)) as [
    string,
    string,
    string,
  ];
  const rounded = roundHalfUp((value ?? 0) - level, CHANGE_DECIMALS);
  const difference = `ROUND(${cell}-${level},${CHANGE_DECIMALS})`;
  return live(
    `IF(ISNUMBER(${cell}),IF(${difference}>0,${literal(up)},IF(${difference}<0,${literal(down)},${literal(same)})),` +
      `${noData(ctx).formula})`,
    value === null ? noData(ctx).value : rounded > 0 ? up : rounded < 0 ? down : same,
  );
}

function changeVerdict(ctx: ReportContext, row: number, change: number | null): Live {
  return trendVerdict(ctx, `E${row}`, change, 0);
}

function changeOf(row: number, now: CellValue, before: CellValue): Live {
  return live(`IF(AND(ISNUMBER(B${row}),N(D${row})>0),B${row}/D${row}-1,"")`, changeValue(now, before) ?? '');
}

function changeValue(now: CellValue, before: CellValue): number | null {
  return typeof now === 'number' && typeof before === 'number' && before > 0 ? now / before - 1 : null;
}

function verdictRules({ t }: ReportContext, first: number): readonly PlanRule[] {
  const area = { row: first, column: WIDTHS.length - 2, rows: METRICS.length, columns: 1 };
  const rule = (
    key: 'good' | 'up' | 'reached' | 'bad' | 'down' | 'below',
    role: 'good' | 'warning',
  ): PlanRule => ({
    kind: 'textEquals',
    area,
    text: t(`health.verdict.${key}`),
    role,
  });
  return [
    rule('good', 'good'),
    rule('up', 'good'),
    rule('reached', 'good'),
    rule('bad', 'warning'),
    rule('down', 'warning'),
    rule('below', 'warning'),
  ];
}
