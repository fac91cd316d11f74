import type { Translate } from '../i18n/translate';
import type { Live } from './live';
import { literal, live, roundHalfUp } from './live';

const THOUSAND = 1_000;
const MILLION = 1_000_000;
/** From here on an amount rounds to a million at least, so it reads as one. */
const MILLIONS_FROM = 999_500;
const MILLION_DECIMALS = 2;

/**
 * An amount in short words for a live sentence: «410 тыс.», «4.2 млн», below a thousand the number itself. `formula`
 * (evaluated several times, so a cell) and `amount` are in currency units.
 */
export function moneyOf(formula: string, amount: number, t: Translate): Live {
  const thousand = `\u00a0${t('report.thousand')}`;
  const million = `\u00a0${t('report.million')}`;
  return live(
    `IF(ABS(${formula})>=${MILLIONS_FROM},ROUND(${formula}/${MILLION},${MILLION_DECIMALS})&${literal(million)},` +
      `IF(ABS(${formula})>=${THOUSAND},ROUND(${formula}/${THOUSAND},0)&${literal(thousand)},` +
      `ROUND(${formula},0)&""))`,
    words(),
  );

  function words(): string {
    if (Math.abs(amount) >= MILLIONS_FROM)
      return `${roundHalfUp(amount / MILLION, MILLION_DECIMALS)}${million}`;
    if (Math.abs(amount) >= THOUSAND) return `${roundHalfUp(amount / THOUSAND, 0)}${thousand}`;
    return String(roundHalfUp(amount, 0));
  }
}
