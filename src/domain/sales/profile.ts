import type { CellValue, Grid } from '../shared/grid';
import { decimalToNumber } from '../shared/decimal';
import { cellText, isBlank, isCellError } from './cells';
import { dayOfNumber, isDateFormat, readDateText } from './dateText';
import { isGoodsList } from './goodsList';
import { decimalOf, readNumberText } from './numbers';
import type { ColumnKind } from './types';

/** What the sampled cells of a column hold. Excel errors are counted nowhere. */
export interface ColumnProfile {
  readonly kind: ColumnKind;
  /** Cells with a value that is no error. */
  readonly filled: number;
  readonly texts: number;
  readonly numbers: number;
  readonly dates: number;
  /** Text cells that hold a goods list. */
  readonly goods: number;
  /** Number cells without a date format that could be serials of plausible days. */
  readonly plausibleDays: number;
  /** Different texts among the text cells. */
  readonly distinctTexts: number;
  /** Sum of the absolute values of the numbers. */
  readonly magnitude: number;
  readonly largest: number;
  readonly allWhole: boolean;
  /** The numbers run 1, 2, 3, …: a row counter. */
  readonly isCounter: boolean;
  readonly samples: readonly CellValue[];
}

const SAMPLES = 3;
/** Share of the filled cells that decides a column's kind. */
const KIND_SHARE = 0.8;

/** What one cell looks like by itself; errors and blanks are `blank`. */
export function cellKind(value: CellValue, format: string): Exclude<ColumnKind, 'mixed'> {
  if (typeof value === 'number') return isDateFormat(format) ? 'date' : 'number';
  if (typeof value === 'boolean') return 'text';
  if (isBlank(value) || isCellError(value)) return 'blank';
  if (isCode(value)) return 'text';
  if (readNumberText(value)) return 'number';
  return readDateText(value) ? 'date' : 'text';
}

/** Looks at the rows of a column from `firstRow` on. */
export function profileOf(grid: Grid, column: number, firstRow: number): ColumnProfile {
  let plausibleDays = 0;
  let magnitude = 0;
  let largest = 0;
  let goods = 0;
  let allWhole = true;
  let isCounter = true;
  const counts = { blank: 0, text: 0, number: 0, date: 0 };
  const texts = new Set<string>();
  const samples: CellValue[] = [];
  for (let row = firstRow; row < grid.rowCount; row++) {
    const value = grid.value(row, column);
    if (isBlank(value)) continue;
    if (samples.length < SAMPLES) samples.push(value);
    const kind = cellKind(value, grid.format(row, column));
    counts[kind]++;
    if (kind === 'text') {
      texts.add(cellText(value));
      if (isGoodsList(value)) goods++;
    }
    if (kind !== 'number') continue;
    const number = numberIn(value);
    if (typeof value === 'number' && dayOfNumber(value) !== null) plausibleDays++;
    if (number !== counts.number) isCounter = false;
    if (!Number.isInteger(number)) allWhole = false;
    magnitude += Math.abs(number);
    largest = Math.max(largest, Math.abs(number));
  }
  return {
    kind: kindOf(counts),
    filled: counts.text + counts.number + counts.date,
    texts: counts.text,
    numbers: counts.number,
    dates: counts.date,
    goods,
    plausibleDays,
    distinctTexts: texts.size,
    magnitude,
    largest,
    allWhole,
    isCounter: isCounter && counts.number > 2,
    samples,
  };
}

/** A whole number as text that a number would spoil: `000123`. */
function isCode(text: string): boolean {
  return /^\s*0\d+\s*$/.test(text);
}

/** The size of a number cell, good enough to compare columns. */
function numberIn(value: CellValue): number {
  if (typeof value === 'number') return value;
  const written = readNumberText(String(value));
  const decimal = written ? decimalOf(written, '.') : null;
  return decimal ? decimalToNumber(decimal) : 0;
}

function kindOf(counts: Readonly<Record<'text' | 'number' | 'date', number>>): ColumnKind {
  const all = counts.text + counts.number + counts.date;
  if (all === 0) return 'blank';
  for (const kind of ['text', 'number', 'date'] as const) {
    if (counts[kind] >= all * KIND_SHARE) return kind;
  }
  return 'mixed';
}
