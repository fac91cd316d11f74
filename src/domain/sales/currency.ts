/** Ways to write a currency, by its ISO code. All lower case. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  RUB: ['₽', 'руб.', 'руб', 'рублей', 'рубля', 'рубль', 'р.', 'р', 'rub', 'rur', '643', 'российский рубль'],
  USD: ['$', 'us$', 'usd', '840', 'доллар сша', 'доллары', 'долл.', 'долл'],
  EUR: ['€', 'eur', '978', 'евро', 'euro'],
  GBP: ['£', 'gbp', '826'],
  CNY: ['¥', 'cny', 'rmb', '156', 'юань'],
  UAH: ['₴', 'uah', 'грн.', 'грн', '980'],
  KZT: ['₸', 'kzt', 'тенге', 'тг.', 'тг', '398'],
  BYN: ['byn', 'бел. руб.', 'бел.руб.', 'br', '933'],
};

const ISO = new Map(
  Object.entries(SPELLINGS).flatMap(([iso, words]) => words.map((word) => [word, iso] as const)),
);

/** The ISO code of a currency's spelling (`'Руб.'` is `RUB`), or the spelling itself in capitals if we don't know it. */
export function currencyCode(spelling: string): string {
  return ISO.get(spelling.toLowerCase()) ?? spelling.toUpperCase();
}

/** A pattern that matches any written currency (a symbol or a word, not a number code); longest spellings first. */
export const CURRENCY_PATTERN: string = [...ISO.keys()]
  .filter((word) => !/^\d/.test(word))
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replace(/[.$]/g, '\\$&'))
  .join('|');
