import { TAX_WORDS, WITH_TAX_WORDS, WITHOUT_TAX_WORDS } from './amountBasis';
import { headingWords } from './heading';

/**
 * Words that name a column in headings, best first, and words that rule it out. A phrase matches when all its words
 * stand in the heading, in any order; `word*` is the beginning of a word.
 */
export interface HeadingWords {
  readonly phrases: readonly string[];
  readonly never: readonly string[];
}

/** One phrase, ready to be compared. */
interface Phrase {
  readonly words: readonly RegExp[];
  /** The phrase as one word: exports often write `ORDERDATE`. */
  readonly joined: string;
}

/** Heading words, ready to be compared. */
export interface CompiledWords {
  readonly phrases: readonly Phrase[];
  readonly never: RegExp;
}

/** Words that only say how a measure is counted; they make a heading no less exact. */
const NEUTRAL = new Set([
  'руб',
  'rub',
  'р',
  '₽',
  'usd',
  '$',
  'eur',
  '€',
  'тыс',
  'в',
  'the',
  'of',
  ...TAX_WORDS,
  ...WITH_TAX_WORDS,
  ...WITHOUT_TAX_WORDS,
]);

/** Makes heading words ready, once. */
export function compileWords({ phrases, never }: HeadingWords): CompiledWords {
  return {
    phrases: phrases.map((phrase) => ({
      words: phrase.split(' ').map((word) => new RegExp(`^${stem(word)}$`)),
      joined: phrase.replace(/[ *]/g, ''),
    })),
    never: new RegExp(`^(?:${never.map(stem).join('|')})$`),
  };
}

/** The words of a heading that may name a column; none of a text too long for a heading, such as a report's title. */
export function nameableWords(heading: string): readonly string[] {
  if (heading.length > LONGEST_HEADING) return [];
  const words = headingWords(heading);
  return words.length > MOST_WORDS ? [] : words;
}
const MOST_WORDS = 8;
const LONGEST_HEADING = 120;

/** How well words of a heading fit the phrases: 1 for the best phrase alone, towards 0 for a weak one among others. */
export function phraseStrength(words: readonly string[], phrases: CompiledWords['phrases']): number {
  const meaningful = words.filter((word) => !NEUTRAL.has(word)).length;
  const joined = words.join('');
  let best = 0;
  for (const [rank, phrase] of phrases.entries()) {
    const isWhole = joined === phrase.joined;
    if (!isWhole && !phrase.words.every((pattern) => words.some((word) => pattern.test(word)))) continue;
    const preference = 1 - rank / phrases.length;
    const exactness = isWhole || meaningful <= phrase.words.length ? 1 : phrase.words.length / meaningful;
    best = Math.max(best, exactness * EXACTNESS_WEIGHT + preference * (1 - EXACTNESS_WEIGHT));
  }
  return best;
}
/** An exact weak word outweighs a strong word among others: «Сумма» before «Сумма оплаты поставщику». */
const EXACTNESS_WEIGHT = 0.5;

function stem(word: string): string {
  const escaped = word.replace(/[$]/g, '\\$&');
  return escaped.endsWith('*') ? `${escaped.slice(0, -1)}.*` : escaped;
}
