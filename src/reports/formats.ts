import type { Analysis } from '../domain/analysis';
import type { Language } from '../domain/settings';
import { moneyToNumber } from '../domain/shared/money';

/** Number formats in en-US syntax, as Excel takes them from add-ins in every locale. */
export const TEXT = '@';
export const COUNT = '#,##0';
export const PERCENT = '0.0%';
export const SIGNED_PERCENT = '+0.0%;-0.0%;0.0%';
export const MONEY_WHOLE = '#,##0';
export const MONEY_EXACT = '#,##0.00';
export const POINTS = '#,##0.0';
export const INDEX = '0.0000';

/** Kopecks beside thousands are noise: from here on amounts show whole. */
const WHOLE_FROM = 1000;

/** Days: `31.12.2025` in Russian, ISO in English, where digits in another order would be ambiguous. */
export function dateFormat(language: Language): string {
  return language === 'ru' ? 'dd.mm.yyyy' : 'yyyy-mm-dd';
}

/** Amounts of all tabs: whole where the clients' revenues reach thousands, else with two decimals. */
export function moneyFormat({ clients }: Analysis): string {
  const largest = clients.reduce((most, { revenue }) => Math.max(most, Math.abs(moneyToNumber(revenue))), 0);
  return largest >= WHOLE_FROM ? MONEY_WHOLE : MONEY_EXACT;
}
