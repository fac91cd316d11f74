import type { ReportContext } from '../context';
import type { Live } from '../live';
import { literal, live } from '../live';
import { thresholdName } from '../names';

/** HHI in words, by the bounds on «Настройки»; they were built for markets (method.md §3). */
export function bandOfIndex({ t, settings }: ReportContext, cell: string, hhi: number): Live {
  const { hhiModerate, hhiHigh } = settings.thresholds;
  const [low, moderate, high] = [
    t('dependency.hhi.low'),
    t('dependency.hhi.moderate'),
    t('dependency.hhi.high'),
  ];
  return live(
    `IF(${cell}<${thresholdName('hhiModerate')},${literal(low)},` +
      `IF(${cell}<${thresholdName('hhiHigh')},${literal(moderate)},${literal(high)}))`,
    hhi < hhiModerate ? low : hhi < hhiHigh ? moderate : high,
  );
}
