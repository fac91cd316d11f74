import { INTERVAL_CLASSES, SALES_TYPES } from '../../domain/team/types';
import type { DetectedType, Team } from '../../domain/team/types';
import type { ThresholdKey } from '../../domain/thresholds';
import type { ReportContext } from '../context';
import { COUNT, PERCENT, POINTS } from '../formats';
import type { Live } from '../live';
import { literal, live, liveText, percentOf, roundHalfUp } from '../live';
import { choiceName, DETECTED_TYPE_NAME, thresholdName, TYPE_IN_FORCE_NAME } from '../names';
import { typeWords } from '../reactivation/words';
import type { Section } from '../section';
import type { TeamRow } from './rows';
import { rowsSection } from './rows';

const NOTHING = '—';
/** Days are told to a tenth in sentences. */
const DAY_DECIMALS = 1;

/** The type of sales with the numbers it was told from, and how to confirm it (method.md §7; detection ours). */
export function typeSection(ctx: ReportContext, row: number): Section {
  const { t, analysis } = ctx;
  const { team } = analysis;
  const rows = team
    ? [detectedRow(ctx, team), inForceRow(ctx), ...signRows(ctx, team)]
    : [
        { label: t('team.detected'), value: NOTHING, format: null, meaning: t('team.noDates') },
        inForceRow(ctx),
      ];
  return rowsSection(row, t('team.section.type'), rows);
}

function detectedRow(ctx: ReportContext, team: Team): TeamRow {
  const { t } = ctx;
  const is = (type: DetectedType) => `${DETECTED_TYPE_NAME}=${literal(typeWords(type, t))}`;
  const whys = {
    unknown: unknownWhy(ctx, team),
    project: liveText(t('team.why.project'), {
      old: live(String(team.oldClients), team.oldClients),
      months: threshold(ctx, 'singleMonths'),
      part: percentOf(String(team.singlePart ?? 0), team.singlePart ?? 0),
      limit: percentOf(thresholdName('projectSingles'), ctx.settings.thresholds.projectSingles),
    }),
    portfolio: liveText(t('team.why.portfolio'), {
      limit: percentOf(thresholdName('portfolioPart'), ctx.settings.thresholds.portfolioPart),
    }),
    interval: liveText(t('team.why.interval'), {
      days: days(team.medianInterval ?? 0),
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

function unknownWhy(ctx: ReportContext, team: Team): Live {
  return liveText(ctx.t('team.why.unknown'), {
    months: threshold(ctx, 'teamMonths'),
    clients: threshold(ctx, 'teamClients'),
    hasMonths: live(String(team.fileMonths), team.fileMonths),
    hasClients: live(String(team.clients), team.clients),
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
function signRows(ctx: ReportContext, team: Team): readonly TeamRow[] {
  const { t } = ctx;
  const limits = {
    short: threshold(ctx, 'transactionalDays'),
    long: threshold(ctx, 'mixedDays'),
  };
  return [
    {
      label: t('team.median'),
      value: team.medianInterval ?? NOTHING,
      format: POINTS,
      meaning: liveText(t('team.median.meaning'), {
        rhythmic: live(String(team.rhythmic), team.rhythmic),
        clients: live(String(team.clients), team.clients),
        dates: threshold(ctx, 'rhythmDates'),
      }),
    },
    ...INTERVAL_CLASSES.map((each): TeamRow => ({
      label: t(`team.part.${each}`),
      value: team.revenueByInterval[each],
      format: PERCENT,
      meaning: liveText(t(`team.part.${each}.meaning`), limits),
    })),
    {
      label: t('team.single'),
      value: team.singlePart ?? NOTHING,
      format: PERCENT,
      meaning: liveText(t('team.single.meaning'), {
        singles: live(String(team.oldSingles), team.oldSingles),
        old: live(String(team.oldClients), team.oldClients),
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

function days(interval: number): Live {
  const rounded = roundHalfUp(interval, DAY_DECIMALS);
  return live(String(rounded), rounded);
}
