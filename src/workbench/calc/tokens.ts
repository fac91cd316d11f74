/** `area` is a reference without its sheet: `A1`, `$A$1:B2`, `A:C`, `2:3`. */
type TokenKind = 'text' | 'error' | 'sheet' | 'bracket' | 'call' | 'area' | 'number' | 'word' | 'other';

/** A piece of a formula; the texts of all pieces in order are the formula. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const NAME_START = '[\\p{L}_\\\\]';
const NAME_PART = '[\\p{L}\\p{N}_.\\\\]';
const COLUMN = '\\$?[A-Z]{1,3}';
const ROW = '\\$?[0-9]+';

/** Order matters: nothing is found inside texts and errors, and calls come before cells: `LOG10(` is no cell. */
const GRAMMAR: readonly (readonly [TokenKind, string])[] = [
  ['text', '"(?:[^"]|"")*"'],
  ['error', '#[A-Z0-9/]+[!?]?'],
  ['sheet', `(?:'(?:[^']|'')+'|${NAME_START}${NAME_PART}*)!`],
  ['bracket', '\\[[^\\]]*\\]'],
  ['call', `${NAME_START}${NAME_PART}*\\(`],
  ['area', `(?:${COLUMN}${ROW}(?::${COLUMN}${ROW})?|${COLUMN}:${COLUMN}|${ROW}:${ROW})(?!${NAME_PART})`],
  ['number', '(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:E[+-]?[0-9]+)?'],
  ['word', `${NAME_START}${NAME_PART}*`],
  ['other', '.'],
];
const KINDS = GRAMMAR.map(([kind]) => kind);
/** Numbered groups: named ones cost half as much again over a sheet of formulas. */
const TOKENS = new RegExp(GRAMMAR.map(([, pattern]) => `(${pattern})`).join('|'), 'gisu');

/** The pieces of a formula (en-US), with or without its `=`. */
export function tokenize(formula: string): readonly Token[] {
  return Array.from(formula.matchAll(TOKENS), (match) => ({ kind: kindOf(match), text: match[0] }));
}

function kindOf(match: RegExpExecArray): TokenKind {
  let group = 1;
  while (group <= KINDS.length && match[group] === undefined) group += 1;
  return KINDS[group - 1] ?? 'other';
}

/** The name in a `sheet` token: `'O''Hara'!` is O'Hara. */
export function sheetName(token: string): string {
  const name = token.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
