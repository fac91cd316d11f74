import type { ModelArea } from '../model/model';
import { sheetName, tokenize } from './tokens';
import type { Token } from './tokens';

/** A formula as the engine takes it, and the sheets it names. */
export interface EngineFormula {
  readonly text: string;
  readonly sheets: readonly string[];
}

/** An area that a formula reads; `sheet` is null for its own sheet. */
export interface Precedent {
  readonly sheet: string | null;
  readonly area: ModelArea;
}

/** The formula behind a defined name (without `=`), looked for on the sheet first if one is given; or null. */
export type NameLookup = (name: string, sheet: string | null) => string | null;

/** Names may stand on names; a chain longer than this is a circle. */
const LONGEST_CHAIN_OF_NAMES = 8;

/**
 * Excel rounds the fifteen digits it shows, IronCalc the binary number: ROUND(1.005,2) is 1.01 there and 1.00
 * here. A nudge below the fifteenth digit makes halves round as in Excel.
 */
const ROUNDING_NUDGE = '(1+5E-15)';

/**
 * Rewrites a formula (`=…`, en-US) for the engine: defined names give way to what they stand for, because
 * IronCalc takes only references with Latin names, ROUND rounds halves as Excel does, and numbers joined to texts
 * are written with the region's decimal sign.
 */
export function toEngineFormula(formula: string, names: NameLookup, decimalSign = '.'): EngineFormula {
  const sheets = new Set<string>();
  const text = rewrite(formula.slice(1), names, sheets, 0);
  return { text: `=${decimalSign === '.' ? text : withDecimalSign(text, decimalSign)}`, sheets: [...sheets] };
}

/** The areas an engine formula reads, as far as they are written out (OFFSET and INDIRECT hide theirs). */
export function precedentsOf(engineFormula: string): readonly Precedent[] {
  const found: Precedent[] = [];
  let sheet: string | null = null;
  for (const token of tokenize(engineFormula)) {
    if (token.kind === 'area') found.push({ sheet, area: parseArea(token.text) });
    sheet = token.kind === 'sheet' ? sheetName(token.text) : null;
  }
  return found;
}

function rewrite(formula: string, names: NameLookup, sheets: Set<string>, depth: number): string {
  const out: string[] = [];
  const calls: { readonly isRound: boolean; arguments: number }[] = [];
  let sheet: Token | null = null;
  for (const token of tokenize(formula)) {
    if (token.kind === 'sheet') {
      sheet = token;
      continue;
    }
    const definition = token.kind === 'word' ? names(token.text, sheet && sheetName(sheet.text)) : null;
    if (definition !== null && depth < LONGEST_CHAIN_OF_NAMES) {
      out.push(bracketed(rewrite(definition, names, sheets, depth + 1)));
    } else {
      // `'Лист1'!#REF!` is how Excel leaves a reference to deleted cells; the engine knows `#REF!` alone.
      if (sheet && token.kind !== 'error') {
        sheets.add(sheetName(sheet.text));
        out.push(sheet.text);
      }
      out.push(withRounding(token, calls));
    }
    sheet = null;
  }
  return out.join('');
}

/** The text of a token; in ROUND's first argument with the nudge around it: `ROUND((…)*(1+5E-15),2)`. */
function withRounding(token: Token, calls: { readonly isRound: boolean; arguments: number }[]): string {
  if (token.kind === 'call' || token.text === '(') {
    const isRound = token.text.toUpperCase() === 'ROUND(';
    calls.push({ isRound, arguments: 1 });
    return isRound ? `${token.text}(` : token.text;
  }
  if (token.text === ')') {
    calls.pop();
    return ')';
  }
  const call = calls.at(-1);
  if (token.text === ',' && call?.isRound && call.arguments++ === 1) return `)*${ROUNDING_NUDGE},`;
  return token.text;
}

/** What an expression gives, as far as its text tells. */
type Kind = 'text' | 'number' | 'logical' | 'unknown';

interface Expression {
  readonly text: string;
  readonly kind: Kind;
}

const COMPARISONS = new Set(['=', '<', '>']);
const ARITHMETIC = new Set(['+', '-', '*', '/', '^', '%']);
/** Functions that give a number or an error whatever they are given. */
const NUMBER_CALLS = new Set(
  'ABS AVERAGE COUNT COUNTA COUNTIF COUNTIFS INT LEN MAX MEDIAN MIN N ROUND ROUNDDOWN ROUNDUP SUM SUMIF SUMIFS SUMPRODUCT'
    .split(' ')
    .map((name) => `${name}(`),
);

/**
 * `A1&" %"` is “24,3 %” in a Russian Excel, “24.3 %” in the engine: numbers among the operands of `&` are rewritten.
 * What an operand gives is told from its text where possible: asking the engine means to calculate it three times.
 */
function withDecimalSign(formula: string, sign: string): string {
  const tokens = tokenize(formula);
  let at = 0;
  /** The arguments up to the closing bracket. */
  const level = (): Expression[] => {
    const found: Expression[] = [];
    const before: string[] = [];
    let operands: Expression[][] = [[]];
    const closeOperands = (): Expression => {
      const joined = operands.map(operandOf);
      operands = [[]];
      const only = joined.length === 1 ? joined[0] : undefined;
      return only ?? { text: joined.map((operand) => inRegion(operand, sign)).join('&'), kind: 'text' };
    };
    const closeArgument = (): void => {
      const { text, kind } = closeOperands();
      found.push({ text: before.join('') + text, kind: before.length > 0 ? 'logical' : kind });
      before.length = 0;
    };
    for (let token = tokens[at]; token !== undefined && token.text !== ')'; token = tokens[at]) {
      at++;
      if (token.kind === 'call' || token.text === '(') {
        const inside = level();
        const text = `${token.text}${inside.map((each) => each.text).join(',')}${tokens[at++]?.text ?? ''}`;
        operands.at(-1)?.push({ text, kind: kindOfCall(token.text, inside) });
      } else if (token.text === '&') {
        operands.push([]);
      } else if (token.text === ',') {
        closeArgument();
      } else if (COMPARISONS.has(token.text) || (token.kind === 'other' && /^[{};]$/.test(token.text))) {
        before.push(closeOperands().text, token.text);
      } else {
        operands.at(-1)?.push({ text: token.text, kind: kindOfToken(token) });
      }
    }
    closeArgument();
    return found;
  };
  return level()
    .map(({ text }) => text)
    .join(',');
}

function kindOfCall(call: string, given: readonly Expression[]): Kind {
  const name = call.toUpperCase();
  if (NUMBER_CALLS.has(name)) return 'number';
  if (name === '(') return given[0]?.kind ?? 'unknown';
  const [, yes, no] = name === 'IF(' ? given : [];
  return yes && yes.kind === no?.kind ? yes.kind : 'unknown';
}

function kindOfToken({ kind, text }: Token): Kind {
  if (kind === 'text') return 'text';
  return kind === 'number' || ARITHMETIC.has(text) ? 'number' : 'unknown';
}

/** Pieces that stand side by side: with a sign of arithmetic among them they give a number. */
function operandOf(pieces: readonly Expression[]): Expression {
  const text = pieces.map((piece) => piece.text).join('');
  const solid = pieces.filter((piece) => piece.text.trim() !== '');
  const only = solid.length === 1 ? solid[0] : undefined;
  if (only) return { text, kind: only.kind };
  return { text, kind: solid.some((piece) => ARITHMETIC.has(piece.text)) ? 'number' : 'unknown' };
}

function inRegion({ text, kind }: Expression, sign: string): string {
  if (kind === 'text') return text;
  const rewritten = `SUBSTITUTE(${text}&"",".","${sign}")`;
  return kind === 'number' ? rewritten : `IF(ISNUMBER(${text}),${rewritten},${text})`;
}

/** `'Лист'!$B$5` stays as it is; anything longer keeps its order of operations by brackets. */
function bracketed(formula: string): string {
  const isReference = tokenize(formula).every(({ kind }) => kind === 'sheet' || kind === 'area');
  return isReference ? formula : `(${formula})`;
}

const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

function parseArea(text: string): ModelArea {
  const [first = '', last = first] = text.replaceAll('$', '').toUpperCase().split(':');
  const from = parseCorner(first, 0, 0);
  const to = parseCorner(last, LAST_ROW, LAST_COLUMN);
  const row = Math.min(from.row, to.row);
  const column = Math.min(from.column, to.column);
  return {
    row,
    column,
    rows: Math.max(from.row, to.row) - row + 1,
    columns: Math.max(from.column, to.column) - column + 1,
  };
}

function parseCorner(text: string, rowIfNone: number, columnIfNone: number): { row: number; column: number } {
  const letters = /^[A-Z]*/.exec(text)?.[0] ?? '';
  const digits = text.slice(letters.length);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: digits ? Number(digits) - 1 : rowIfNone, column: letters ? column - 1 : columnIfNone };
}
