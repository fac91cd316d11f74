/** Cyrillic letters in plain Latin, as people type them. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l', м: 'm',
  н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch', ъ: '',
  ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya',
}; // prettier-ignore

/** Spellings of one sound in the customary systems, applied in this order. Capitals are sounds of one letter. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'h'],
  [/s(?:hc|c)?h/g, 'W'],
  [/ch/g, 'Q'],
  [/zh/g, 'J'],
  [/t[sz]/g, 'c'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/j(?=[aeou])|y/g, 'i'],
  [/j/g, 'J'],
  [/i[eo]/g, 'e'],
  [/(.)\1+/g, '$1'],
];

const CYRILLIC = /[а-я]/;

/**
 * A folded word by its sound, in Latin letters, whatever the alphabet and the system of transliteration:
 * «щёлкунчик», `schelkunchik` and `shchelkunchik` are one.
 */
export function soundOf(word: string): string {
  let latin = word;
  if (CYRILLIC.test(word)) {
    latin = '';
    for (const letter of word) latin += LATIN[letter] ?? letter;
  }
  for (const [spelling, sound] of SOUNDS) latin = latin.replace(spelling, sound);
  return latin;
}
