import type { CellValue } from '../domain/shared/grid';
import type { PlanCell } from './plan';

/** Part of a formula (without `=`) together with the value it must give. */
export interface Live {
  readonly formula: string;
  readonly value: CellValue;
}

/** Excel refuses longer texts inside a formula. */
const LONGEST_LITERAL = 255;
const LITERAL_PIECES = new RegExp(`[^]{1,${LONGEST_LITERAL}}`, 'g');

/** A formula with the value it must give. */
export function live(formula: string, value: CellValue): Live {
  return { formula, value };
}

/** The cell that holds a formula. */
export function liveCell({ formula, value }: Live): PlanCell {
  return { formula: `=${formula}`, value };
}

/** A text as it stands in a formula: quotes doubled, and cut where Excel would refuse its length. */
export function literal(text: string): string {
  const pieces = text.length <= LONGEST_LITERAL ? [text] : (text.match(LITERAL_PIECES) ?? []);
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&');
}

/**
 * A sentence whose numbers stay true: the `{placeholders}` of a text become parts of a formula.
 * `liveText('до {a} %', { a: live('B2*100', 80) })` is `"до "&B2*100&" %"` with the value «до 80 %».
 */
export function liveText(template: string, parts: Readonly<Record<string, Live>>): Live {
  return liveTemplate(template)(parts);
}

/** {@link liveText} for thousands of rows: the template is taken apart once. */
export function liveTemplate(template: string): (parts: Readonly<Record<string, Live>>) => Live {
  const pieces = template
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((text) => ({ text, quoted: literal(text), name: text.startsWith('{') ? text.slice(1, -1) : null }));
  return (parts) => {
    const formulas: string[] = [];
    let value = '';
    for (const { text, quoted, name } of pieces) {
      const part = name === null ? undefined : parts[name];
      formulas.push(part ? part.formula : quoted);
      value += part ? String(part.value) : text;
    }
    return { formula: formulas.length > 0 ? formulas.join('&') : '""', value };
  };
}

/** Decimals of percentages inside sentences: enough that no share a person cares about reads as zero. */
const PERCENT_DECIMALS = 2;

/** A share as a number of per cent for a sentence: 0.425 reads 42.5. `TEXT()` would depend on the locale. */
export function percentOf(formula: string, share: number): Live {
  return live(`ROUND(${formula}*100,${PERCENT_DECIMALS})`, roundedPercent(share));
}

/** What {@link percentOf} gives: a share in per cent, to two decimals. */
export function roundedPercent(share: number): number {
  return roundHalfUp(share * 100, PERCENT_DECIMALS);
}

/** Rounds as Excel's `ROUND` does: halves away from zero, decimals as written rather than as held in binary. */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale * (1 + Number.EPSILON))) / scale;
}
