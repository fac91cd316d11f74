/** What one slip costs. A slip that hands make often costs little; one that turns a name into another costs much. */
const COST = {
  /** «Металл» and «Метал», «Сибирь» and «Сибир», «Новый» and «Новыи». */
  doubled: 0.4,
  soft: 0.4,
  /** «Ромашка» and «Рмоашка». */
  swapped: 0.7,
  /** «Ромашка» and «Ромшка». */
  missing: 0.9,
  /** Letters that sound alike or lie side by side on the keyboard. */
  near: 0.95,
  /** Any other letter. */
  other: 1.2,
} as const;
/** People rarely miss the first letter; the last one is often an ending, and so another word. */
const FIRST_LETTER = 1.6;
const LAST_LETTER = 1.35;

/** What slips may cost in a word of at least so many letters. */
const BUDGETS: readonly (readonly [letters: number, budget: number])[] = [
  [13, 1.7],
  [9, 1.35],
  [7, 1],
  [6, 0.9],
  [5, 0.7],
  [4, 0.4],
];

const NEAR = new Set(
  [
    ...[
      'ао',
      'еи',
      'иы',
      'еэ',
      'тд',
      'сз',
      'бп',
      'вф',
      'гк',
      'шщ',
      'жш',
      'цс',
      'ая',
      'ую',
      'ck',
      'sz',
      'ei',
      'iy',
      'ao',
    ],
    ...neighbours('йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'),
  ].flatMap((pair) => [pair, [...pair].reverse().join('')]),
);
const SOFT = new Set(['ь', 'ъ', 'й']);

/**
 * Are two words one word with a slip of the fingers or of the ear? Weighted edit distance with transpositions
 * (Damerau 1964, Levenshtein 1966), against a budget by length: «ромашка» and «рмоашка» are, «вектор» and «вектра» are not.
 */
export function isTypo(a: string, b: string, strictness = 0): boolean {
  const length = Math.max(a.length, b.length);
  const budget = (BUDGETS.find(([letters]) => length >= letters)?.[1] ?? 0) - strictness;
  if (budget <= 0 || Math.abs(a.length - b.length) > budget / COST.doubled) return false;
  return strangers(a, b) <= MOST_STRANGERS && nameDistance(a, b) <= budget;
}

/** No budget pays for more letters that only one of the words has. */
const MOST_STRANGERS = 4;

/** How many letters (of 32 kinds) stand in one word only: a quick look before the slow one. */
function strangers(a: string, b: string): number {
  let kinds = letterKinds(a) ^ letterKinds(b);
  let count = 0;
  for (; kinds !== 0; kinds &= kinds - 1) count++;
  return count;
}

function letterKinds(word: string): number {
  let kinds = 0;
  for (let at = 0; at < word.length; at++) kinds |= 1 << (word.charCodeAt(at) & 31);
  return kinds;
}

/** The least cost of slips that turn one word into the other. */
export function nameDistance(a: string, b: string): number {
  const [gainsOfA, gainsOfB] = [insertions(a), insertions(b)];
  let beforeLast: number[] = [];
  let last = [0];
  for (let j = 1; j <= b.length; j++) last.push((last[j - 1] ?? 0) + (gainsOfB[j - 1] ?? 0));
  for (let i = 1; i <= a.length; i++) {
    const missing = gainsOfA[i - 1] ?? 0;
    const current = [(last[0] ?? 0) + missing];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        (last[j] ?? 0) + missing,
        (current[j - 1] ?? 0) + (gainsOfB[j - 1] ?? 0),
        (last[j - 1] ?? 0) + substitution(a, i - 1, b, j - 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(
          cost,
          (beforeLast[j - 2] ?? 0) + COST.swapped * weightAt(Math.min(i, j) - 2, Infinity),
        );
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

/** What each letter costs if it stands in this word only. */
function insertions(word: string): readonly number[] {
  return Array.from(word, (_, at) => insertion(word, at));
}

function insertion(word: string, at: number): number {
  if (word[at] === word[at - 1] || word[at] === word[at + 1]) return COST.doubled;
  if (SOFT.has(word[at] ?? '')) return COST.soft;
  return COST.missing * weightAt(at, word.length);
}

function substitution(a: string, i: number, b: string, j: number): number {
  const [one = '', other = ''] = [a[i], b[j]];
  if (one === other) return 0;
  if (isShort(one, other)) return COST.soft;
  const cost = NEAR.has(one + other) ? COST.near : COST.other;
  return cost * Math.max(weightAt(i, a.length), weightAt(j, b.length));
}

/** «й» and «и», «ь» and «ъ» are told apart by one stroke. */
function isShort(one: string, other: string): boolean {
  const pair = one + other;
  return pair === 'йи' || pair === 'ий' || pair === 'ьъ' || pair === 'ъь';
}

function weightAt(at: number, length: number): number {
  return at <= 0 ? FIRST_LETTER : at === length - 1 ? LAST_LETTER : 1;
}

function neighbours(...rows: readonly string[]): string[] {
  return rows.flatMap((row) => [...row].slice(1).map((key, at) => (row[at] ?? '') + key));
}
