import { addDecimals, multiplyDecimals } from '../shared/decimal';
import type { Decimal } from '../shared/decimal';
import type { CellValue } from '../shared/grid';
import { isBlank } from './cells';
import { decimalOf, readNumberText } from './numbers';
import type { DecimalSeparator, NumberText } from './numbers';

/** One line of a goods list: «код;количество;цена». */
export interface GoodsLine {
  readonly quantity: NumberText;
  readonly price: NumberText;
}

/** What a goods list adds up to, or the line that cannot be read. */
export type GoodsSum =
  | { readonly state: 'sum'; readonly decimal: Decimal; readonly currency: string | null }
  | { readonly state: 'blank' }
  | { readonly state: 'unreadable'; readonly line: string };

/** Signs that part the fields of a line, as exports write them. */
const FIELD = /[;|\t]/;
const LINE = /\r\n|\r|\n/;
const FIELDS = 3;

/** The lines of a goods list that are not blank. */
export function goodsLines(value: CellValue): readonly string[] {
  return typeof value === 'string' ? value.split(LINE).filter((line) => !isBlank(line)) : [];
}

/** The quantity and the price in a line of exactly code, quantity and price; null if it is none. */
export function readGoodsLine(line: string): GoodsLine | null {
  const fields = line.split(FIELD);
  if (fields.length !== FIELDS) return null;
  const [code = '', quantityText = '', priceText = ''] = fields;
  const quantity = readNumberText(quantityText);
  const price = readNumberText(priceText);
  const isGoods = !isBlank(code) && quantity && price && !quantity.percent && !price.percent;
  return isGoods ? { quantity, price } : null;
}

/** Does the cell hold a goods list and nothing else? */
export function isGoodsList(value: CellValue): boolean {
  if (typeof value !== 'string' || !FIELD.test(value)) return false;
  return goodsLines(value).every((line) => readGoodsLine(line) !== null);
}

/**
 * Exactly Σ quantity × price over the lines of a cell. One line that cannot be read, or is in another currency than the
 * others, leaves the whole unreadable.
 */
export function sumOfGoods(value: CellValue, separator: DecimalSeparator): GoodsSum {
  if (isBlank(value)) return { state: 'blank' };
  const lines = goodsLines(value);
  const currency = readGoodsLine(lines[0] ?? '')?.price.currency ?? null;
  let sum: Decimal = { coefficient: 0, scale: 0 };
  for (const line of lines) {
    const goods = readGoodsLine(line);
    const quantity = goods && decimalOf(goods.quantity, separator);
    const price = goods && decimalOf(goods.price, separator);
    if (!quantity || !price || goods.price.currency !== currency) return { state: 'unreadable', line };
    sum = addDecimals(sum, multiplyDecimals(quantity, price));
  }
  return lines.length > 0
    ? { state: 'sum', decimal: sum, currency }
    : { state: 'unreadable', line: String(value) };
}
