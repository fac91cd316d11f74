import type { ReportContext } from '../context';
import type { Live } from '../live';
import { literal, live, roundHalfUp } from '../live';
import { thresholdName } from '../names';
import type { Area, PlanRule } from '../plan';
import { flagWords } from '../reasons';

/** Decimals at which computed shares are compared: 0.2 stays 0.2 in spite of binary division. */
const SHARE_DECIMALS = 9;

/** The flag that a share carries (method.md §3); `cell` holds a number. */
export function flagOfShare({ t, settings }: ReportContext, cell: string, share: number): Live {
  const { thresholds } = settings;
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

/** Colours of flags in an area. */
export function flagRules({ t }: ReportContext, area: Area): readonly PlanRule[] {
  const roles = { mono: 'bad', critical: 'bad', large: 'warning' } as const;
  return (['mono', 'critical', 'large'] as const).map((flag): PlanRule => ({
    kind: 'textEquals',
    area,
    text: flagWords(flag, t),
    role: roles[flag],
  }));
}
