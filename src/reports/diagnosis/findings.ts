import { largestPayer } from '../../domain/dependency/largestPayer';
import { moneyToNumber, units, ZERO } from '../../domain/shared/money';
import { onSheet } from '../addresses';
import { clientTable, columnAddress } from '../clientTable';
import type { ReportContext } from '../context';
import { COUNT, moneyFormat, PERCENT, SIGNED_PERCENT } from '../formats';
import type { Live } from '../live';
import { literal, live, liveText, percentOf, roundHalfUp } from '../live';
import { BASE_NAME, figureName, thresholdName, TYPE_IN_FORCE_NAME } from '../names';
import { typeWords } from '../reactivation/words';
import { countFigure, figureOf, moneyFigure, percentFigure, UNKNOWN } from './figures';
import type { Finding, Light } from './finding';
import type { Border } from './lights';
import { badAbove, goodFrom, lightWords, noLight } from './lights';

/** Retention of 100 % means that those who bought before buy as much now: the border between growth and shrinking. */
const NOTHING_LOST: Border = { formula: '1', value: 1 };
const NO_CHANGE: Border = { formula: '0', value: 0 };

/** The verdict in lines, by the way of the method: size, dependency, health, potential, people. Absent data give no line. */
export function findings(ctx: ReportContext): readonly Finding[] {
  if (!ctx.analysis.concentration) return [];
  return [
    sizeFinding(ctx),
    dependencyFinding(ctx),
    concentrationFinding(ctx),
    ...growthFindings(ctx),
    ...retentionFindings(ctx),
    ...existingFindings(ctx),
    ...secondFindings(ctx),
    ...sleepingFindings(ctx),
    potentialFinding(ctx),
    keyFinding(ctx),
    ...dealFindings(ctx),
  ];
}

function border(
  { settings }: ReportContext,
  key: 'flagLarge' | 'flagCritical' | 'hhiModerate' | 'hhiHigh' | 'secondNorm' | 'existingNorm',
): Border {
  return { formula: thresholdName(key), value: settings.thresholds[key] };
}

function sizeFinding(ctx: ReportContext): Finding {
  const { t, analysis } = ctx;
  const buyers = analysis.clients.filter(({ revenue }) => revenue > 0);
  const classA = buyers.filter(({ volumeClass }) => volumeClass === 'A');
  const base = analysis.concentration?.base ?? ZERO;
  const revenueA = classA.reduce((sum, { revenue }) => sum + revenue, 0);
  return {
    light: noLight(t),
    figure: live(BASE_NAME, moneyToNumber(base)),
    format: moneyFormat(analysis),
    sentence: liveText(t('diagnosis.size'), {
      buyers: countFigure('buyers', buyers.length),
      a: countFigure('countA', classA.length),
      share: percentFigure('shareA', base > 0 ? revenueA / base : null),
    }),
    tab: 'abcd',
  };
}

function dependencyFinding(ctx: ReportContext): Finding {
  const { t, analysis, tabNames } = ctx;
  const { clients, concentration } = analysis;
  const table = clientTable(analysis);
  const column = (name: 'client' | 'number') => onSheet(tabNames.abcd, columnAddress(table, name));
  const flagged = clients.filter(({ flag }) => flag !== 'none');
  const largest = largestPayer(analysis);
  // Which of both is larger follows from sales, not from thresholds: it stays so until the next run.
  const figure = largest?.isHolding ? 'topHolding' : 'top1';
  const share = largest?.isHolding ? largest.share : (concentration?.cr['1'] ?? null);
  return {
    light: badAbove(
      figure,
      share,
      { warning: border(ctx, 'flagLarge'), bad: border(ctx, 'flagCritical') },
      t,
    ),
    figure: figureOf(figure, share),
    format: PERCENT,
    sentence: liveText(t(largest?.isHolding ? 'diagnosis.dependency.holding' : 'diagnosis.dependency'), {
      name: live(
        largest?.isHolding
          ? figureName('topHoldingName')
          : `INDEX(${column('client')},MATCH(1,${column('number')},0))`,
        largest?.name ?? '',
      ),
      flagged: countFigure('flagged', flagged.length),
      share: percentFigure(
        'flaggedShare',
        flagged.reduce((sum, client) => sum + (client.share ?? 0), 0),
      ),
    }),
    tab: 'dependency',
  };
}

function concentrationFinding(ctx: ReportContext): Finding {
  const { t, analysis } = ctx;
  const hhi = analysis.concentration?.hhi ?? null;
  return {
    light: badAbove('hhi', hhi, { warning: border(ctx, 'hhiModerate'), bad: border(ctx, 'hhiHigh') }, t),
    figure: figureOf('k80', analysis.concentration?.k80 ?? null),
    format: COUNT,
    sentence: liveText(t('diagnosis.concentration'), {
      cr3: percentFigure('cr3', analysis.concentration?.cr['3'] ?? null),
      hhi: live(`ROUND(N(${figureName('hhi')}),1)`, roundHalfUp(hhi ?? 0, 1)),
    }),
    tab: 'dependency',
  };
}

function growthFindings(ctx: ReportContext): readonly Finding[] {
  const { t, analysis } = ctx;
  const bridge = analysis.health?.bridge;
  if (!bridge) return [];
  const [before, now] = [figureName('bridgeBefore'), figureName('bridgeNow')];
  const [first, last] = [moneyToNumber(bridge.before), moneyToNumber(bridge.now)];
  const change = `IF(N(${before})>0,${now}/${before}-1,"${UNKNOWN}")`;
  const value = first > 0 ? last / first - 1 : null;
  const parts = {
    new: moneyFigure('bridgeNew', bridge.new, t),
    back: moneyFigure('bridgeReactivated', bridge.reactivated, t),
    more: moneyFigure('bridgeExpansion', bridge.expansion, t),
    less: moneyFigure('bridgeContraction', bridge.contraction, t),
    lost: moneyFigure('bridgeLost', bridge.lost, t),
  };
  const light = value === null ? 'none' : value >= NO_CHANGE.value ? 'good' : 'warning';
  const word = (name: Light) => literal(lightWords(name, t));
  return [
    {
      light: live(
        `IF(N(${before})>0,IF(${now}>=${before},${word('good')},${word('warning')}),${word('none')})`,
        lightWords(light, t),
      ),
      figure: live(change, value ?? UNKNOWN),
      format: SIGNED_PERCENT,
      sentence: liveText(t('diagnosis.growth'), parts),
      tab: 'health',
    },
  ];
}

function retentionFindings({ t, analysis }: ReportContext): readonly Finding[] {
  const retention = analysis.health?.retention;
  if (!retention) return [];
  return [
    {
      light: goodFrom('nrr', retention.nrr, NOTHING_LOST, t),
      figure: figureOf('nrr', retention.nrr),
      format: PERCENT,
      sentence: liveText(t('diagnosis.retention'), {
        grr: percentFigure('grr', retention.grr),
        logo: percentFigure('logo', retention.logo),
      }),
      tab: 'health',
    },
  ];
}

function existingFindings(ctx: ReportContext): readonly Finding[] {
  const { t, analysis, settings } = ctx;
  if (!analysis.health) return [];
  const part = analysis.health.existingPart;
  return [
    {
      light: goodFrom('existingPart', part, border(ctx, 'existingNorm'), t),
      figure: figureOf('existingPart', part),
      format: PERCENT,
      sentence: liveText(t('diagnosis.existing'), {
        norm: percentOf(thresholdName('existingNorm'), settings.thresholds.existingNorm),
      }),
      tab: 'health',
    },
  ];
}

/** The norm of second purchases does not hold for project sales (method.md §6). */
function secondFindings(ctx: ReportContext): readonly Finding[] {
  const { t, analysis, settings } = ctx;
  const seconds = analysis.health?.seconds;
  if (!seconds) return [];
  const isProject = analysis.team?.type === 'project';
  const unlessProject = (exempt: Live, judged: Live) =>
    live(
      `IF(${TYPE_IN_FORCE_NAME}=${literal(typeWords('project', t))},${exempt.formula},${judged.formula})`,
      isProject ? exempt.value : judged.value,
    );
  const cohort = percentFigure('secondCohort', seconds.cohortRatio);
  return [
    {
      light: unlessProject(noLight(t), goodFrom('secondRatio', seconds.ratio, border(ctx, 'secondNorm'), t)),
      figure: figureOf('secondRatio', seconds.ratio),
      format: PERCENT,
      sentence: unlessProject(
        liveText(t('diagnosis.seconds.project'), { cohort }),
        liveText(t('diagnosis.seconds'), {
          norm: percentOf(thresholdName('secondNorm'), settings.thresholds.secondNorm),
          cohort,
        }),
      ),
      tab: 'health',
    },
  ];
}

function sleepingFindings(ctx: ReportContext): readonly Finding[] {
  const { t, analysis, settings } = ctx;
  const { health, concentration } = analysis;
  if (!health || !concentration) return [];
  const risk = figureName('moneyAtRisk');
  const part = health.moneyAtRisk / concentration.base;
  const { flagLarge, flagCritical } = settings.thresholds;
  const word = (light: Light) => literal(lightWords(light, t));
  return [
    {
      light: live(
        `IF(${BASE_NAME}>0,IF(N(${risk})/${BASE_NAME}>${thresholdName('flagCritical')},${word('bad')},` +
          `IF(N(${risk})/${BASE_NAME}>=${thresholdName('flagLarge')},${word('warning')},${word('good')})),"")`,
        lightWords(part > flagCritical ? 'bad' : part >= flagLarge ? 'warning' : 'good', t),
      ),
      figure: figureOf('moneyAtRisk', moneyToNumber(health.moneyAtRisk)),
      format: moneyFormat(analysis),
      sentence: liveText(t('diagnosis.sleeping'), {
        cooling: countFigure('cooling', health.statuses.cooling),
        sleeping: countFigure('sleeping', health.statuses.sleeping),
        lost: countFigure('lost', health.statuses.lost),
      }),
      tab: 'reactivation',
    },
  ];
}

function potentialFinding({ t, analysis }: ReportContext): Finding {
  const { segments } = analysis;
  const headroom = segments.clients.reduce((sum, client) => sum + (client.headroom ?? 0), 0);
  return {
    light: noLight(t),
    figure: figureOf('headroom', moneyToNumber(units(headroom))),
    format: moneyFormat(analysis),
    sentence: liveText(t('diagnosis.potential'), {
      unknown: countFigure('unknownPotential', segments.askFirst.length),
    }),
    tab: 'potential',
  };
}

function keyFinding({ t, analysis, settings }: ReportContext): Finding {
  const { keyClients, managersNeeded } = analysis.dependency;
  const limit = thresholdName('keysPerManager');
  return {
    light: noLight(t),
    figure: figureOf('keyClients', keyClients.length),
    format: COUNT,
    sentence: liveText(t('diagnosis.keys'), {
      limit: live(limit, settings.thresholds.keysPerManager),
      managers: countFigure('managersNeeded', managersNeeded),
    }),
    tab: 'keyClients',
  };
}

function dealFindings({ t, analysis, deals }: ReportContext): readonly Finding[] {
  const { totals, range } = deals;
  if (totals.open.deals === 0) return [];
  return [
    {
      light: noLight(t),
      figure: figureOf('forecast', moneyToNumber(totals.open.expected)),
      format: moneyFormat(analysis),
      sentence: liveText(t('diagnosis.deals'), {
        deals: countFigure('openDeals', totals.open.deals),
        amount: moneyFigure('openAmount', totals.open.amount, t),
        p10: moneyFigure('p10', range?.p10 ?? null, t),
        p90: moneyFigure('p90', range?.p90 ?? null, t),
      }),
      tab: 'forecast',
    },
  ];
}
