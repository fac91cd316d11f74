import type { Language } from '../domain/settings';
import { THRESHOLDS } from '../domain/thresholds';
import type { ThresholdKey } from '../domain/thresholds';
import { formatNumber, formatPercent, formatTrimmed } from './numbers';
import { translator } from './translate';

/** Decimals of factors and levels: «1,5», «0,75». */
const DECIMALS = 2;

/** The value of a threshold as a person reads it: «80 %», «14 дн.», «1 000 000», «1,5». */
export function formatThreshold(key: ThresholdKey, value: number, language: Language): string {
  const { unit } = THRESHOLDS[key];
  switch (unit) {
    case 'share':
      return formatPercent(value, language);
    case 'days':
    case 'months':
      return `${formatNumber(value, language)}\u00a0${translator(language)(`settings.unit.${unit}`)}`;
    case 'times':
    case 'level':
      return formatTrimmed(value, language, DECIMALS);
    default:
      return formatNumber(value, language);
  }
}
