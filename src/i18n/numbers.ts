import type { Language } from '../domain/settings';
import type { ExcelSerial } from '../domain/shared/dates';
import { partsOf } from '../domain/shared/dates';
import type { Money } from '../domain/shared/money';
import { moneyToNumber } from '../domain/shared/money';

/** Digits, signs and words of a language in running text. Nothing here asks the machine for its locale. */
interface NumberStyle {
  readonly groupSeparator: string;
  readonly decimalSeparator: string;
  readonly percentSign: string;
  readonly million: string;
  readonly billion: string;
  /** Words for one to ten, in the form that counts clients. */
  readonly words: readonly string[];
}

const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';

const STYLES: Readonly<Record<Language, NumberStyle>> = {
  ru: {
    groupSeparator: NO_BREAK_SPACE,
    decimalSeparator: ',',
    percentSign: `${NO_BREAK_SPACE}%`,
    million: 'млн',
    billion: 'млрд',
    words: ['один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять', 'десять'],
  },
  en: {
    groupSeparator: ',',
    decimalSeparator: '.',
    percentSign: '%',
    million: 'million',
    billion: 'billion',
    words: ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  },
};

const PLURAL_RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
};

/** Amounts from here on are shown without decimals: kopecks beside thousands are noise. */
const WHOLE_FROM = 1000;
const MILLION = 1e6;
const BILLION = 1e9;

const ENGLISH_MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The form of a noun that fits a number. `forms` are parted by `|`: one, few, many in Russian
 * (`'клиент|клиента|клиентов'`, a fraction takes «few»: «1,5 клиента»), one, other in English (`'client|clients'`).
 */
export function plural(language: Language, count: number, forms: string): string {
  const [one = '', second = one, many = second] = forms.split('|');
  switch (PLURAL_RULES[language].select(count)) {
    case 'one':
      return one;
    case 'few':
      return second;
    case 'many':
      return many;
    default:
      return second;
  }
}

/** A number with its noun: `counted('ru', 1234, 'клиент|клиента|клиентов')` is «1 234 клиента». */
export function counted(language: Language, count: number, forms: string): string {
  return `${formatNumber(count, language)}${NO_BREAK_SPACE}${plural(language, count, forms)}`;
}

/** A small number in words with its noun, «четыре клиента»; beyond ten, in digits. */
export function countedInWords(language: Language, count: number, forms: string): string {
  const word = STYLES[language].words[count - 1];
  return word === undefined ? counted(language, count, forms) : `${word} ${plural(language, count, forms)}`;
}

/** A number with grouped digits and a fixed number of decimals: `1 234,5` or `1,234.5`. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const { groupSeparator, decimalSeparator } = STYLES[language];
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, groupSeparator);
  const text = fraction === undefined ? digits : `${digits}${decimalSeparator}${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}

/** A number with at most `decimals` decimals, trailing zeros dropped: `42`, `8,5`. */
export function formatTrimmed(value: number, language: Language, decimals: number): string {
  const rounded = Number(value.toFixed(decimals));
  const shown = (String(rounded).split('.')[1] ?? '').length;
  return formatNumber(rounded, language, shown);
}

/** An amount for a sentence: whole from a thousand on, else with two decimals. The currency is not known. */
export function formatMoney(money: Money, language: Language): string {
  const amount = moneyToNumber(money);
  return formatNumber(amount, language, Math.abs(amount) >= WHOLE_FROM ? 0 : 2);
}

/** An amount to the kopeck. */
export function formatMoneyExact(money: Money, language: Language): string {
  return formatNumber(moneyToNumber(money), language, 2);
}

/** An amount for a headline: «9,96 млн», “1.2 billion”; below a million as {@link formatMoney}. */
export function formatMoneyShort(money: Money, language: Language): string {
  const amount = moneyToNumber(money);
  const size = Math.abs(amount);
  const { million, billion } = STYLES[language];
  if (size >= BILLION) return `${formatTrimmed(amount / BILLION, language, 2)}${NO_BREAK_SPACE}${billion}`;
  if (size >= MILLION) return `${formatTrimmed(amount / MILLION, language, 2)}${NO_BREAK_SPACE}${million}`;
  return formatMoney(money, language);
}

/** A share (0.425) as a percentage with at most `decimals` decimals: «42,5 %», “42.5%”. */
export function formatPercent(share: number, language: Language, decimals = 1): string {
  return `${formatTrimmed(share * 100, language, decimals)}${STYLES[language].percentSign}`;
}

/** A day: `31.12.2025` in Russian, `31 Dec 2025` in English, where digits alone would be ambiguous. */
export function formatDate(serial: ExcelSerial, language: Language): string {
  const { year, month, day } = partsOf(serial);
  if (language === 'en') return `${day} ${ENGLISH_MONTHS[month - 1]} ${year}`;
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${year}`;
}

/** A span of days, both ends inclusive. */
export function formatSpan(from: ExcelSerial, to: ExcelSerial, language: Language): string {
  return `${formatDate(from, language)} – ${formatDate(to, language)}`;
}
