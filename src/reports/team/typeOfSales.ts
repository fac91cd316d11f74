import { INTERVAL_CLASSES, SALES_TYPES } from '../../domain/team/types';
import type { DetectedType, IntervalClass, Team } from '../../domain/team/types';
import type { CellValue } from '../../domain/shared/grid';
import type { ThresholdKey } from '../../domain/thresholds';
import { onSheet } from '../addresses';
import type { ReportContext } from '../context';
import { COUNT, PERCENT, POINTS } from '../formats';
import type { Live } from '../live';
import { literal, live, liveText, percentOf, roundHalfUp } from '../live';
import { choiceName, DETECTED_TYPE_NAME, thresholdName, TYPE_IN_FORCE_NAME } from '../names';
import { ruleCell } from '../reactivation/rules';
import { buyersOf, columnElsewhere } from '../reactivation/table';
import { typeWords } from '../reactivation/words';
import type { Section } from '../section';
import type { TeamRow } from './rows';
import { rowsSection } from './rows';

const NOTHING = '—';
/** Days are told to a tenth in sentences. */
const DAY_DECIMALS = 1;

/** The numbers that tell the type, live where «Реактивация» counts them by client. */
type Signs = Readonly<
  Record<'median' | 'rhythmic' | 'clients' | 'oldClients' | 'oldSingles' | 'single' | IntervalClass, Live>
>;

/** The type of sales with the numbers it was told from, and how to confirm it (method.md §7; detection ours). */
export function typeSection(ctx: ReportContext, row: number): Section {
  const { t, analysis } = ctx;
  const { team } = analysis;
  const signs = team && signsOf(ctx, team);
  const rows =
    team && signs
      ? [detectedRow(ctx, team, signs), inForceRow(ctx), ...signRows(ctx, team, signs)]
      : [
          { label: t('team.detected'), value: NOTHING, format: null, meaning: t('team.noDates') },
          inForceRow(ctx),
        ];
  return rowsSection(row, t('team.section.type'), rows);
}

function signsOf(ctx: ReportContext, team: Team): Signs {
  const buyers = buyersOf(ctx).length;
  const counted = (formula: string, value: CellValue | null): Live => {
    const shown = value ?? NOTHING;
    return live(
      buyers > 0 ? formula : typeof shown === 'number' ? String(shown) : literal(String(shown)),
      shown,
    );
  };
  const rule = (key: Parameters<typeof ruleCell>[0]) => onSheet(ctx.tabNames.reactivation, ruleCell(key));
  const { transactional, mixed, consultative } = team.revenueByInterval;
  return {
    median: counted(`IF(ISNUMBER(${rule('median')}),${rule('median')},"${NOTHING}")`, team.medianInterval),
    rhythmic: counted(`COUNT(${columnElsewhere(ctx, 'own', buyers)})`, team.rhythmic),
    clients: counted(rule('clients'), team.clients),
    oldClients: counted(rule('oldClients'), team.oldClients),
    oldSingles: counted(rule('oldSingles'), team.oldSingles),
    single: counted(
      `IF(${rule('oldClients')}>0,${rule('oldSingles')}/${rule('oldClients')},"${NOTHING}")`,
      team.singlePart,
    ),
    transactional: counted(rule('transactional'), transactional),
    mixed: counted(rule('mixed'), mixed),
    consultative: counted(rule('consultative'), consultative),
  };
}

function detectedRow(ctx: ReportContext, team: Team, signs: Signs): TeamRow {
  const { t } = ctx;
  const is = (type: DetectedType) => `${DETECTED_TYPE_NAME}=${literal(typeWords(type, t))}`;
  const whys = {
    unknown: unknownWhy(ctx, team, signs),
    project: liveText(t('team.why.project'), {
      old: signs.oldClients,
      months: threshold(ctx, 'singleMonths'),
      part: percentOf(`N(${signs.single.formula})`, team.singlePart ?? 0),
      limit: percentOf(thresholdName('projectSingles'), ctx.settings.thresholds.projectSingles),
    }),
    portfolio: liveText(t('team.why.portfolio'), {
      limit: percentOf(thresholdName('portfolioPart'), ctx.settings.thresholds.portfolioPart),
    }),
    interval: liveText(t('team.why.interval'), {
      days: live(
        `ROUND(N(${signs.median.formula}),${DAY_DECIMALS})`,
        roundHalfUp(team.medianInterval ?? 0, DAY_DECIMALS),
      ),
      short: threshold(ctx, 'transactionalDays'),
      long: threshold(ctx, 'mixedDays'),
    }),
  };
  const { detected } = team;
  const isNamed = detected === 'unknown' || detected === 'project' || detected === 'portfolio';
  return {
    label: t('team.detected'),
    value: live(DETECTED_TYPE_NAME, typeWords(detected, t)),
    format: null,
    meaning: live(
      `IF(${is('unknown')},${whys.unknown.formula},IF(${is('project')},${whys.project.formula},` +
        `IF(${is('portfolio')},${whys.portfolio.formula},${whys.interval.formula})))`,
      whys[isNamed ? detected : 'interval'].value,
    ),
  };
}

function unknownWhy(ctx: ReportContext, team: Team, signs: Signs): Live {
  return liveText(ctx.t('team.why.unknown'), {
    months: threshold(ctx, 'teamMonths'),
    clients: threshold(ctx, 'teamClients'),
    hasMonths: live(String(team.fileMonths), team.fileMonths),
    hasClients: signs.clients,
  });
}

/** What holds, and where to change it. */
function inForceRow(ctx: ReportContext): TeamRow {
  const { t, analysis, settings, tabNames } = ctx;
  const words = { settings: tabNames.settings, choice: t('settings.choice.salesType') };
  const [chosen, detected] = [t('team.inForce.chosen', words), t('team.inForce.detected', words)];
  const isChosen = SALES_TYPES.map(
    (type) => `${choiceName('salesType')}=${literal(typeWords(type, t))}`,
  ).join(',');
  const { salesType } = settings.choices;
  const type = analysis.team?.type ?? (salesType === 'auto' ? 'unknown' : salesType);
  return {
    label: t('team.inForce'),
    value: live(TYPE_IN_FORCE_NAME, typeWords(type, t)),
    format: null,
    meaning: live(
      `IF(OR(${isChosen}),${literal(chosen)},${literal(detected)})`,
      salesType === 'auto' ? detected : chosen,
    ),
  };
}

/** The numbers behind the type. */
function signRows(ctx: ReportContext, team: Team, signs: Signs): readonly TeamRow[] {
  const { t } = ctx;
  const limits = {
    short: threshold(ctx, 'transactionalDays'),
    long: threshold(ctx, 'mixedDays'),
  };
  return [
    {
      label: t('team.median'),
      value: signs.median,
      format: POINTS,
      meaning: liveText(t('team.median.meaning'), {
        rhythmic: signs.rhythmic,
        clients: signs.clients,
        dates: threshold(ctx, 'rhythmDates'),
      }),
    },
    ...INTERVAL_CLASSES.map((each): TeamRow => ({
      label: t(`team.part.${each}`),
      value: signs[each],
      format: PERCENT,
      meaning: liveText(t(`team.part.${each}.meaning`), limits),
    })),
    {
      label: t('team.single'),
      value: signs.single,
      format: PERCENT,
      meaning: liveText(t('team.single.meaning'), {
        singles: signs.oldSingles,
        old: signs.oldClients,
        months: threshold(ctx, 'singleMonths'),
      }),
    },
    {
      label: t('team.months'),
      value: team.fileMonths,
      format: COUNT,
      meaning: liveText(t('team.months.meaning'), { months: threshold(ctx, 'teamMonths') }),
    },
  ];
}

function threshold({ settings }: ReportContext, key: ThresholdKey): Live {
  return live(thresholdName(key), settings.thresholds[key]);
}
