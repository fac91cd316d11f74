import { headingWords } from './heading';

/** Value-added tax: a column of the tax itself is no revenue, one “with” or “without” it is. */
export const TAX_WORDS: ReadonlySet<string> = new Set(['ндс', 'vat', 'tax', 'налог', 'налога', 'налогом']);
export const WITH_TAX_WORDS: ReadonlySet<string> = new Set([
  'с',
  'включая',
  'inc',
  'incl',
  'including',
  'inclusive',
  'included',
  'with',
]);
export const WITHOUT_TAX_WORDS: ReadonlySet<string> = new Set([
  'без',
  'до',
  'exc',
  'excl',
  'excluding',
  'exclusive',
  'excluded',
  'without',
  'ex',
  'before',
]);
const DISCOUNT = /^(?:скидк|discount)/;
const DISCOUNTED = 'discounted';
const AFTER_DISCOUNT: ReadonlySet<string> = new Set(['со', 'с', 'после', 'after', 'less', 'minus', 'with']);
const BEFORE_DISCOUNT: ReadonlySet<string> = new Set(['без', 'до', 'before', 'without', 'excl', 'excluding']);
/** Words that may part the preposition from its noun: «с учётом скидки», “net of all discounts”. */
const BETWEEN: ReadonlySet<string> = new Set(['учетом', 'учета', 'всех', 'all', 'the', 'any']);

/** What a heading says about how its money is counted; null if nothing. */
export interface AmountBasis {
  /** `tax` is the value-added tax itself. */
  readonly tax: 'with' | 'without' | 'tax' | null;
  /** `discount` is the discount itself. */
  readonly discount: 'after' | 'before' | 'discount' | null;
}

/** Reads the basis in the words of a heading: «Сумма без НДС со скидкой» is without tax and after the discount. */
export function amountBasis(words: readonly string[]): AmountBasis {
  return { tax: taxIn(words), discount: discountIn(words) };
}

/** Why an amount was proposed among others; null if only by the strength of its heading. */
export function basisReason(heading: string): 'withoutTax' | 'afterDiscount' | null {
  const { tax, discount } = amountBasis(headingWords(heading));
  if (tax === 'without') return 'withoutTax';
  return discount === 'after' ? 'afterDiscount' : null;
}

function taxIn(words: readonly string[]): AmountBasis['tax'] {
  if (!words.some((word) => TAX_WORDS.has(word))) return null;
  if (words.some((word) => WITHOUT_TAX_WORDS.has(word))) return 'without';
  return words.some((word) => WITH_TAX_WORDS.has(word)) ? 'with' : 'tax';
}

/** Only the word directly before counts: «Сумма скидки с НДС» is no sum after a discount. */
function discountIn(words: readonly string[]): AmountBasis['discount'] {
  const at = words.findIndex((word) => DISCOUNT.test(word));
  if (at < 0) return null;
  if (words[at] === DISCOUNTED) return 'after';
  const before = BETWEEN.has(words[at - 1] ?? '') ? words[at - 2] : words[at - 1];
  if (before === undefined) return 'discount';
  if (AFTER_DISCOUNT.has(before)) return 'after';
  return BEFORE_DISCOUNT.has(before) ? 'before' : 'discount';
}
