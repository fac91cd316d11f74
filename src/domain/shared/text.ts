/** Every kind of space, visible or not: NBSP, narrow NBSP, thin, zero-width, byte-order mark. */
const SPACES = /[\s\u180e\u200b-\u200d\u2060]+/g;
/** Something to collapse: most texts have nothing. */
const LOOSE = /^ | $| {2}|[^\S ]|[\u180e\u200b-\u200d\u2060]/;

/** The text with every run of spaces as one ordinary space, and none at its ends: `'\u00a0a \u2009b'` is `'a b'`. */
export function collapseSpaces(text: string): string {
  return LOOSE.test(text) ? text.replace(SPACES, ' ').trim() : text;
}

/**
 * The text as it is compared: compatibility forms unified, lower case, ё as е, spaces collapsed.
 * `foldText('  Счёт №\u00a05 ')` is `'счет № 5'`. The numero sign stays a sign and does not become “no”.
 */
export function foldText(text: string): string {
  const unified = text.includes('№')
    ? text
        .split('№')
        .map((part) => part.normalize('NFKC'))
        .join('№')
    : text.normalize('NFKC');
  return collapseSpaces(unified.toLowerCase().replaceAll('ё', 'е'));
}

/** The text cut to a length that fits a message, with an ellipsis in place of the rest. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
