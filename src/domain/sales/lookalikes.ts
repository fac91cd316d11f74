/** Latin letters and the Cyrillic ones that look the same in some case, all lower case. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['a', 'а'],
  ['b', 'в'],
  ['c', 'с'],
  ['e', 'е'],
  ['h', 'н'],
  ['k', 'к'],
  ['m', 'м'],
  ['o', 'о'],
  ['p', 'р'],
  ['t', 'т'],
  ['x', 'х'],
  ['y', 'у'],
];
const TO_CYRILLIC = new Map(PAIRS);
const TO_LATIN = new Map(PAIRS.map(([latin, cyrillic]) => [cyrillic, latin] as const));
const LATIN = /[a-z]/;
const CYRILLIC = /[а-я]/;
const LATIN_ONLY = new RegExp(`[a-z](?<![${PAIRS.map(([latin]) => latin).join('')}])`);
const CYRILLIC_ONLY = new RegExp(`[а-я](?<![${PAIRS.map(([, cyrillic]) => cyrillic).join('')}])`);

/**
 * The folded words of a name with foreign look-alike letters brought to the word's own alphabet: `рoмашка` with a
 * Latin o is `ромашка`, `аcme` with a Cyrillic а is `acme`. A word of look-alikes only takes the alphabet of the
 * name («ТД MTC» is «ТД МТС»; “Beth Paige” stays Latin), Cyrillic if nothing tells. A word that truly mixes alphabets
 * stays as it is.
 */
export function foldLookalikes(words: readonly string[]): readonly string[] {
  if (!words.some((word) => LATIN.test(word))) return words;
  const isLatin =
    !words.some((word) => CYRILLIC_ONLY.test(word)) && words.some((word) => LATIN_ONLY.test(word));
  return words.map((word) => foldWord(word, isLatin));
}

function foldWord(word: string, isLatin: boolean): string {
  const hasLatin = LATIN_ONLY.test(word);
  const hasCyrillic = CYRILLIC_ONLY.test(word);
  if (hasLatin && hasCyrillic) return word;
  if (hasLatin || (isLatin && !hasCyrillic)) return CYRILLIC.test(word) ? convert(word, TO_LATIN) : word;
  return LATIN.test(word) ? convert(word, TO_CYRILLIC) : word;
}

function convert(word: string, twins: ReadonlyMap<string, string>): string {
  let converted = '';
  for (const letter of word) converted += twins.get(letter) ?? letter;
  return converted;
}
