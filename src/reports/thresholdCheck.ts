import { RISING_THRESHOLDS } from '../domain/thresholds';
import type { ThresholdKey } from '../domain/thresholds';
import type { ReportContext } from './context';
import { literal, live } from './live';
import type { Live } from './live';
import { absolute } from './addresses';
import { VALUE_COLUMN } from './thresholdTable';
import type { ThresholdTable } from './thresholdTable';

/** Neighbours of which the first must be the smaller. */
const PAIRS: readonly (readonly [ThresholdKey, ThresholdKey])[] = RISING_THRESHOLDS.flatMap((group) =>
  group.slice(1).map((upper, index) => [group[index] ?? upper, upper] as const),
);

/**
 * Thresholds out of order make classes, flags or statuses that nobody can get: a live sentence that names each pair of
 * them, «Должны расти по порядку: «Граница класса A» < «Граница класса B».»
 */
export function thresholdCheck({ t, settings }: ReportContext, { rowOf }: ThresholdTable): Live {
  const pairs = PAIRS.map(([lower, upper]) => ({
    isWrong: `${cell(lower)}>=${cell(upper)}`,
    words: t('settings.check.pair', { lower: t(`settings.${lower}`), upper: t(`settings.${upper}`) }),
    isWrongNow: settings.thresholds[lower] >= settings.thresholds[upper],
  }));
  const order = t('settings.check.order');
  const fine = t('settings.check.ok');
  const wrong = pairs.map(({ isWrong, words }) => `IF(${isWrong},${literal(words)},"")`).join('&');
  const any = `OR(${pairs.map(({ isWrong }) => isWrong).join(',')})`;
  const wrongNow = pairs.filter(({ isWrongNow }) => isWrongNow).map(({ words }) => words);
  return live(
    `IF(${any},${literal(order)}&${wrong},${literal(fine)})`,
    wrongNow.length > 0 ? order + wrongNow.join('') : fine,
  );

  function cell(key: ThresholdKey): string {
    return absolute(rowOf.get(key) ?? 0, VALUE_COLUMN);
  }
}
