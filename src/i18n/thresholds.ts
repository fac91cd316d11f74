import type { Language } from '../domain/settings';
import { THRESHOLDS } from '../domain/thresholds';
import type { ThresholdKey } from '../domain/thresholds';
import { counted, formatNumber, formatPercent, formatTrimmed } from './numbers';
import { translator } from './translate';

/** Decimals of factors and levels: «1,5», «0,75». */
const DECIMALS = 2;

/** The value of a threshold as a person reads it: «80 %», «14 дней», «1 000 000», «1,5». */
export function formatThreshold(key: ThresholdKey, value: number, language: Language): string {
  switch (THRESHOLDS[key].unit) {
    case 'share':
      return formatPercent(value, language);
    case 'days':
      return counted(language, value, translator(language)('count.thresholdDay'));
    case 'months':
      return counted(language, value, translator(language)('count.thresholdMonth'));
    case 'times':
    case 'level':
      return formatTrimmed(value, language, DECIMALS);
    default:
      return formatNumber(value, language);
  }
}
