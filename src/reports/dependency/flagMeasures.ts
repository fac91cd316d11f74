import type { DependencyFlag } from '../../domain/analysis';
import { SEVERAL } from '../../domain/dependency/loyalty';
import type { ReportContext } from '../context';
import { baseOf } from '../classSummary';
import { COUNT, moneyFormat, PERCENT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveText, percentOf, roundHalfUp } from '../live';
import { BASE_NAME, thresholdName } from '../names';
import { flagWords } from '../reasons';
import type { ClientSheet } from './layout';
import type { MeasureAt } from './measureTable';
import { TOP } from './topClients';

const FLAGS = ['mono', 'critical', 'large'] as const satisfies readonly DependencyFlag[];
const THRESHOLD = { mono: 'flagMono', critical: 'flagCritical', large: 'flagLarge' } as const;
/** Decimals of a limit in money: finer than a kopeck, coarse enough to swallow binary noise. */
const LIMIT_DECIMALS = 5;
/** Decimals at which the share of all flagged is compared: 0.5 stays 0.5 in spite of binary division. */
const SHARE_DECIMALS = 9;

/**
 * Who is dangerously large (method.md §3): flags counted, the programme for several large clients that together bring
 * more than half, and the rule of mass markets. `topRow` is the row of the largest client on the tab.
 */
export function flagMeasures(ctx: ReportContext, sheet: ClientSheet, topRow: number): readonly MeasureAt[] {
  const { t, analysis, settings } = ctx;
  const { clients } = analysis;
  const counts = FLAGS.map((flag): MeasureAt => () => {
    const key = THRESHOLD[flag];
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
  const sums = FLAGS.map(
    (flag) => `SUMIF(${sheet('flag')},${literal(flagWords(flag, t))},${sheet('share')})`,
  );
  const flagged = clients.filter(({ flag }) => flag !== 'none');
  return [
    ...counts,
    (row) => ({
      label: t('dependency.flags.all'),
      value: live(`SUM(C${row - FLAGS.length}:C${row - 1})`, flagged.length),
      format: COUNT,
      meaning: t('dependency.flags.all.meaning'),
      figure: 'flagged',
    }),
    () => ({
      label: t('dependency.flags.together'),
      value: live(sums.join('+'), flaggedShare(ctx)),
      format: PERCENT,
      meaning: t('dependency.flags.together.meaning'),
      figure: 'flaggedShare',
    }),
    (row) => loyalty(ctx, `C${row - 2}`, `C${row - 1}`, topRow),
    ...massMeasures(ctx, sheet),
  ];
}

function flaggedShare({ analysis }: ReportContext): number {
  return analysis.clients.reduce((total, { flag, share }) => total + (flag === 'none' ? 0 : (share ?? 0)), 0);
}

/** Whether several large clients bring more than half together, and who they are: the list for a loyalty programme. */
function loyalty(ctx: ReportContext, countCell: string, shareCell: string, topRow: number) {
  const { t, analysis, settings } = ctx;
  const { loyalty: positions } = analysis.dependency;
  const count = analysis.clients.filter(({ flag }) => flag !== 'none').length;
  const share = percentOf(shareCell, flaggedShare(ctx));
  const limit = percentOf(thresholdName('loyaltyPart'), settings.thresholds.loyaltyPart);
  const isNeeded =
    `AND(${countCell}>=${SEVERAL},` +
    `ROUND(${shareCell},${SHARE_DECIMALS})>${thresholdName('loyaltyPart')})`;
  const yes = liveText(t('dependency.loyalty.yes'), { share, limit, names: namesOfFlagged(ctx, topRow) });
  const no = liveText(t('dependency.loyalty.no'), { count: live(countCell, count), share, limit });
  return {
    label: t('dependency.loyalty'),
    value: live(`IF(${isNeeded},${countCell},0)`, positions.length),
    format: COUNT,
    meaning: live(
      `IF(${isNeeded},${yes.formula},${no.formula})`,
      positions.length > 0 ? yes.value : no.value,
    ),
  };
}

/** «Ромашка; Василёк»: the flagged among the largest shown above. */
function namesOfFlagged({ analysis }: ReportContext, topRow: number): Live {
  const top = analysis.clients.filter(({ revenue }) => revenue > 0).slice(0, TOP);
  if (top.length === 0) return live('""', '');
  return live(
    top
      .map((_, index) => {
        const row = topRow + index;
        const name = index === 0 ? `B${row}` : `"; "&B${row}`;
        return `IF(E${row}="","",${name})`;
      })
      .join('&'),
    top
      .filter(({ flag }) => flag !== 'none')
      .map(({ name }) => name)
      .join('; '),
  );
}

/** The second rule, for mass markets: a client is large from five times the average on. */
function massMeasures(ctx: ReportContext, sheet: ClientSheet): readonly MeasureAt[] {
  const { t, analysis, settings } = ctx;
  const { massMultiple } = settings.thresholds;
  const buyers = analysis.clients.filter(({ revenue }) => revenue > 0).length;
  const revenue = sheet('revenue');
  return [
    () => ({
      label: t('dependency.mass.limit'),
      value: live(
        `ROUND(${thresholdName('massMultiple')}*${BASE_NAME}/MAX(1,COUNTIF(${revenue},">0")),${LIMIT_DECIMALS})`,
        roundHalfUp((massMultiple * baseOf(analysis)) / Math.max(1, buyers), LIMIT_DECIMALS),
      ),
      format: moneyFormat(analysis),
      meaning: liveText(t('dependency.mass.limit.meaning'), {
        times: live(thresholdName('massMultiple'), massMultiple),
      }),
    }),
    (row) => ({
      label: t('dependency.mass'),
      value: live(
        `SUMPRODUCT((${revenue}>0)*(${revenue}>=C${row - 1}))`,
        analysis.dependency.isMass.filter(Boolean).length,
      ),
      format: COUNT,
      meaning: t('dependency.mass.meaning'),
    }),
  ];
}
