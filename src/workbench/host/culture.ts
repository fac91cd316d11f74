/** How a region writes numbers and dates: what Excel's `cultureInfo` tells, and what typed entries are read by. */
export interface Culture {
  /** BCP 47, e.g. `ru-RU`. */
  readonly name: string;
  readonly decimal: string;
  readonly thousands: string;
  readonly listSeparator: string;
  readonly dateOrder: 'dmy' | 'mdy';
  readonly dateSeparator: string;
  readonly shortDate: string;
  readonly longDate: string;
  readonly shortTime: string;
  readonly longTime: string;
  readonly currency: string;
  readonly booleans: { readonly true: string; readonly false: string };
  /** First three letters of the months, lower case. */
  readonly months: readonly string[];
  /** Names of error values as shown and typed, by their en-US name. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Excel's error values in en-US, the form in which cells hold them. */
export const ERROR_VALUES = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'] as const;

const EN_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const EN_US: Culture = {
  name: 'en-US',
  decimal: '.',
  thousands: ',',
  listSeparator: ',',
  dateOrder: 'mdy',
  dateSeparator: '/',
  shortDate: 'm/d/yyyy',
  longDate: 'dddd, mmmm d, yyyy',
  shortTime: 'h:mm AM/PM',
  longTime: 'h:mm:ss AM/PM',
  currency: '$',
  booleans: { true: 'TRUE', false: 'FALSE' },
  months: EN_MONTHS,
  errors: {},
};

const RU_RU: Culture = {
  name: 'ru-RU',
  decimal: ',',
  thousands: '\u00a0',
  listSeparator: ';',
  dateOrder: 'dmy',
  dateSeparator: '.',
  shortDate: 'dd.mm.yyyy',
  longDate: 'd mmmm yyyy "г."',
  shortTime: 'h:mm',
  longTime: 'h:mm:ss',
  currency: '₽',
  booleans: { true: 'ИСТИНА', false: 'ЛОЖЬ' },
  months: 'янв фев мар апр май июн июл авг сен окт ноя дек'.split(' '),
  errors: {
    '#NULL!': '#ПУСТО!',
    '#DIV/0!': '#ДЕЛ/0!',
    '#VALUE!': '#ЗНАЧ!',
    '#REF!': '#ССЫЛКА!',
    '#NAME?': '#ИМЯ?',
    '#NUM!': '#ЧИСЛО!',
    '#N/A': '#Н/Д',
  },
};

const DE_DE: Culture = {
  ...EN_US,
  name: 'de-DE',
  decimal: ',',
  thousands: '.',
  listSeparator: ';',
  dateOrder: 'dmy',
  dateSeparator: '.',
  shortDate: 'dd.mm.yyyy',
  longDate: 'dddd, d. mmmm yyyy',
  shortTime: 'hh:mm',
  longTime: 'hh:mm:ss',
  currency: '€',
  booleans: { true: 'WAHR', false: 'FALSCH' },
  months: 'jan feb mrz apr mai jun jul aug sep okt nov dez'.split(' '),
  errors: { '#REF!': '#BEZUG!', '#VALUE!': '#WERT!', '#NUM!': '#ZAHL!', '#N/A': '#NV' },
};

const CULTURES: readonly Culture[] = [EN_US, RU_RU, DE_DE];

/** The culture of that name, or en-US where the workbench does not know it. */
export function cultureOf(name: string): Culture {
  return CULTURES.find((culture) => culture.name.toLowerCase() === name.toLowerCase()) ?? EN_US;
}
