import type { Grid } from '../../shared/grid';
import { cellText, isBlank } from '../cells';
import { foldHeading, headingWords } from '../heading';
import { cellKind } from '../profile';
import { rolesOfHeading } from '../roleWords';
import { periodPart } from './periodHeading';

/** A heading of one or more rows, put together: what each column is called. */
export interface Headings {
  /** Zero-based first row of the heading. */
  readonly firstRow: number;
  readonly firstDataRow: number;
  /** Per column the texts that stand over it, outermost first; a merged text stands over all its columns. */
  readonly parts: readonly (readonly string[])[];
}

/** Rows of one heading, at most: deeper headings are a report's cap. */
const MOST_ROWS = 5;
/** Rows below a heading that tell whether a column holds numbers. */
const ROWS_BELOW = 20;
/** Sets the parts of a composed heading apart: “Сумма / без НДС”. */
export const PART_MARK = ' / ';

/** What exports call columns that have no heading of their own. */
const NAMELESS = /^(?:столбец|колонка|поле|column|field|unnamed:?)\s*_?\d*$/i;
/** Words that head columns or levels of an outline although they play no role. */
const OTHER_HEADING_WORDS = new Set([
  'договор',
  'договоры',
  'соглашение',
  'contract',
  'agreement',
  'склад',
  'warehouse',
  'подразделение',
  'department',
  'организация',
  'месяц',
  'month',
  'период',
  'period',
  'квартал',
  'quarter',
  'год',
  'year',
  'ндс',
  'vat',
  'шт',
  'руб',
  'тыс',
  'кг',
  'ед',
  'pcs',
  'rub',
  'usd',
  'eur',
  'план',
  'факт',
  'plan',
  'fact',
  'budget',
  'actual',
  '%',
  'характеристика',
  'единица',
  'регистратор',
  'статья',
]);

/** Does a text head a column or a level: does it name a role, or is it of the words of headings? */
export function isHeadingText(text: string): boolean {
  const words = headingWords(text);
  if (words.length === 0 || words.length > MOST_HEADING_WORDS) return false;
  return (
    words.every((word) => OTHER_HEADING_WORDS.has(word) || PREPOSITIONS.has(word)) ||
    rolesOfHeading(text).some(({ strength }) => strength >= CLEAR_HEADING)
  );
}
/** “Warehouse customer” names a client, “Customer” heads a column: weaker matches are no proof of a heading. */
const CLEAR_HEADING = 0.55;
const MOST_HEADING_WORDS = 4;
const PREPOSITIONS = new Set(['с', 'без', 'incl', 'excl', 'with', 'without', 'номер']);

/** A column's parts as one heading; equal parts are written once. */
export function composed(parts: readonly string[]): string {
  return [...new Set(parts)].join(PART_MARK);
}

/**
 * Puts the heading around its best row together (method.md §1: one or more rows, merged). A merged area holds its text
 * in its top left cell only, so a blank on the right of a text belongs to it where the rows below have texts of
 * their own, and a blank below a text belongs to that text. A row of column numbers (1, 2, 3, …) is passed over.
 */
export function composeHeadings(head: Grid, row: number): Headings {
  let first = row;
  while (row - first + 1 < MOST_ROWS && first > 0 && isUpperRow(head, first - 1, first)) first--;
  let last = row;
  while (last - first + 1 < MOST_ROWS && isLowerRow(head, last + 1)) last++;
  const firstDataRow = isRowOfColumnNumbers(head, last + 1) ? last + 2 : last + 1;
  const parts = Array.from({ length: head.columnCount }, (): string[] => []);
  for (let at = first; at <= last; at++) {
    for (const [column, text] of spannedTexts(head, at, last).entries()) {
      if (text !== '') parts[column]?.push(text);
    }
  }
  return { firstRow: first, firstDataRow, parts };
}

/** The texts of one heading row, a merged one over all its columns: those whose lower rows have a text under it. */
export function spannedTexts(head: Grid, row: number, lastRow: number): readonly string[] {
  const texts: string[] = [];
  let open = '';
  for (let column = 0; column < head.columnCount; column++) {
    const own = cellText(head.value(row, column));
    if (own !== '') open = NAMELESS.test(own) ? '' : own;
    else if (!hasTextBelow(head, row, lastRow, column) && periodPart(open, '') === null) open = '';
    texts.push(own === '' && row === lastRow ? '' : open);
  }
  return texts;
}

function hasTextBelow(head: Grid, row: number, lastRow: number, column: number): boolean {
  for (let below = row + 1; below <= lastRow; below++) {
    if (!isBlank(head.value(below, column))) return true;
  }
  return false;
}

/**
 * Is the row the upper part of the heading whose next row is given? It is of texts only, and some of them stand over
 * blanks of the next row (merged downwards) or over several of its texts (merged to the right).
 */
function isUpperRow(head: Grid, row: number, next: number): boolean {
  let filled = 0;
  let down = 0;
  let across = 0;
  for (let column = 0; column < head.columnCount; column++) {
    const value = head.value(row, column);
    if (isBlank(value)) continue;
    filled++;
    const text = cellText(value);
    const isPeriod = periodPart(value, head.format(row, column)) !== null;
    if (NAMELESS.test(text) || (!isPeriod && cellKind(value, head.format(row, column)) !== 'text'))
      return false;
    const nextIsBlank = isBlank(head.value(next, column));
    if (nextIsBlank && (isHeadingText(text) || isNumberColumn(head, next + 1, column))) down++;
    else if (!nextIsBlank && isBlank(at(head, row, column + 1)) && !isBlank(at(head, next, column + 1))) {
      if (column > firstFilledColumn(head, next)) across++;
    }
  }
  return down + across > 0 && (filled > 1 || across > 0);
}

/** Is the row one more part of a heading that stands above it: texts only, each one heading something? */
function isLowerRow(head: Grid, row: number): boolean {
  let filled = 0;
  for (let column = 0; column < head.columnCount; column++) {
    const value = head.value(row, column);
    if (isBlank(value)) continue;
    filled++;
    if (typeof value !== 'string' || cellKind(value, '') !== 'text') return false;
    if (!isHeadingText(cellText(value)) && !isNumberColumn(head, row + 1, column)) return false;
  }
  return filled > 0;
}

/** 1, 2, 3, … in the filled cells: the numbers printed forms give their columns. */
function isRowOfColumnNumbers(head: Grid, row: number): boolean {
  let filled = 0;
  for (let column = 0; column < head.columnCount; column++) {
    const text = cellText(head.value(row, column));
    if (text === '') continue;
    if (text !== String(filled + 1)) return false;
    filled++;
  }
  return filled > 2 || (filled > 1 && filled === head.columnCount);
}

/** Do most of the filled cells below hold numbers? */
function isNumberColumn(head: Grid, row: number, column: number): boolean {
  let numbers = 0;
  let others = 0;
  for (let below = row; below < Math.min(head.rowCount, row + ROWS_BELOW); below++) {
    const kind = cellKind(head.value(below, column), head.format(below, column));
    if (kind === 'number') numbers++;
    else if (kind !== 'blank') others++;
  }
  return numbers > others;
}

function firstFilledColumn(head: Grid, row: number): number {
  let column = 0;
  while (column < head.columnCount && isBlank(head.value(row, column))) column++;
  return column;
}

function at(head: Grid, row: number, column: number) {
  return column < head.columnCount ? head.value(row, column) : '';
}

/** Folded texts per column of all heading rows as they stand: a row that repeats them further down is no data. */
export function headingTexts(
  grid: Grid,
  firstRow: number,
  firstDataRow: number,
  columns: readonly number[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const texts = new Map<number, ReadonlySet<string>>();
  for (const column of columns) {
    const own = new Set<string>();
    for (let row = Math.max(firstRow, 0); row < firstDataRow; row++) {
      const text = foldHeading(grid.value(row, column));
      if (text !== '') own.add(text);
    }
    texts.set(column, own);
  }
  return texts;
}
