import type { CellValue, Grid } from '../../shared/grid';
import { cellText, isBlank } from '../cells';
import { isDateFormat } from '../dateText';
import { foldHeading } from '../heading';
import { cellKind, profileOf } from '../profile';
import { rolesOfHeading } from '../roleWords';
import { totalLabel } from '../totals';
import { isHeadingText } from './headings';
import { joinParts, monthsOfDays, periodPart, spanOfPart } from './periodHeading';
import type { PeriodPart, PeriodSpan } from './periodHeading';
import type { Slot } from './unfolding';

/** A cross-tab as its heading shows it. Column numbers are those of the sheet. */
export interface FoundCrosstab {
  /** First row of the heading, and of the data. */
  readonly firstRow: number;
  readonly firstDataRow: number;
  /** Columns beside the periods that describe the rows, each with the texts heading it. */
  readonly sides: readonly { readonly column: number; readonly parts: readonly string[] }[];
  readonly slots: readonly Slot[];
  /** What the measures are called; `['']` for one that has no name. */
  readonly measures: readonly string[];
  readonly rowMeasures: { readonly column: number; readonly names: readonly string[] } | null;
}

/** A report's cap is not longer than this. */
const LONGEST_CAP = 60;
const FEWEST_PERIODS = 2;
/** Rows between the first row of periods and the data, at most: years, quarters, months, measures. */
const DEEPEST_HEADING = 4;
/** Rows of data that are compared. */
const ROWS_SEEN = 60;
const MOST_ROW_MEASURES = 4;
/** A measure's name in a row must be as clear as this. */
const CLEAR_MEASURE = 0.45;
const YEAR_IN_TEXT = /(?<!\d)(?:19[89]\d|20\d{2})(?!\d)/g;

/** A column of numbers under the heading. */
interface ValueColumn {
  readonly column: number;
  readonly part: PeriodPart | null;
  readonly isTotal: boolean;
  readonly measure: string;
}

/**
 * Looks for a cross-tab (method.md §1): a row with several periods over columns of numbers. Years above months, measures
 * below them, empty columns and totals between them are told apart. Null if the sheet is none.
 */
export function findCrosstab(head: Grid): FoundCrosstab | null {
  const place = findPeriods(head);
  if (!place) return null;
  const { row, firstDataRow } = place;
  const columns = datedColumns(valueColumns(head, place), yearInCap(head, row));
  const dated = columns.filter(({ part, isTotal }) => part !== null && !isTotal);
  if (new Set(dated.map(({ part }) => JSON.stringify(part))).size < FEWEST_PERIODS) return null;
  const measures = [...new Set(dated.map(({ measure }) => measure))];
  const sides = sideColumns(head, row, firstDataRow, columns);
  if (sides.length === 0) return null;
  const rowMeasures = measures.length === 1 ? findRowMeasures(head, firstDataRow, sides) : null;
  return {
    firstRow: row,
    firstDataRow,
    sides: sides.filter(({ column }) => column !== rowMeasures?.column),
    slots: slotsOf(head, firstDataRow, columns, measures),
    measures: rowMeasures ? rowMeasures.headings : measures,
    rowMeasures: rowMeasures && { column: rowMeasures.column, names: rowMeasures.names },
  };
}

interface PeriodsPlace {
  readonly row: number;
  readonly firstColumn: number;
  readonly firstDataRow: number;
}

/** The first row with several different periods over numbers. */
function findPeriods(head: Grid): PeriodsPlace | null {
  let firstFilled = -1;
  for (let row = 0; row < head.rowCount; row++) {
    if (firstFilled < 0 && !isBlankRow(head, row)) firstFilled = row;
    if (firstFilled >= 0 && row - firstFilled > LONGEST_CAP) return null;
    const columns = periodColumns(head, row);
    const [firstColumn] = columns;
    if (firstColumn === undefined || columns.length < FEWEST_PERIODS) continue;
    const firstDataRow = firstRowOfNumbers(head, row, firstColumn);
    if (firstDataRow === null) continue;
    if (stand(head, firstDataRow, columns)) return { row, firstColumn, firstDataRow };
  }
  return null;
}

/** Columns of a row that name periods, each another one; years as bare numbers must follow each other. */
function periodColumns(head: Grid, row: number): readonly number[] {
  const columns: number[] = [];
  const seen = new Set<string>();
  const years: number[] = [];
  for (let column = 0; column < head.columnCount; column++) {
    const value = head.value(row, column);
    const part = isBlank(value) ? null : periodPart(value, head.format(row, column));
    if (!part) {
      if (typeof value === 'number' || (column > 0 && cellKind(value, '') === 'number')) return [];
      continue;
    }
    const key = JSON.stringify(part);
    if (seen.has(key) && part.month === null) return [];
    seen.add(key);
    columns.push(column);
    if (
      typeof value === 'number' &&
      !isDateFormat(head.format(row, column)) &&
      part.month === null &&
      part.year
    ) {
      years.push(part.year);
    }
  }
  const step = (years[1] ?? 0) - (years[0] ?? 0);
  const areInOrder = years.every((year, at) => at === 0 || year - (years[at - 1] ?? 0) === step);
  return years.length === 0 || (Math.abs(step) === 1 && areInOrder) ? columns : [];
}

/**
 * The first row of data: below the last row with a text over the columns of numbers and below names of further levels of
 * the rows. A client without any value may stand there.
 */
function firstRowOfNumbers(head: Grid, periods: number, firstColumn: number): number | null {
  let afterHeading = periods + 1;
  for (let row = periods + 1; row < head.rowCount; row++) {
    let filled = 0;
    for (let column = firstColumn; column < head.columnCount; column++) {
      const value = head.value(row, column);
      if (isBlank(value)) continue;
      filled++;
      const isPeriod = periodColumns(head, row).length >= FEWEST_PERIODS;
      if (!isPeriod && cellKind(value, head.format(row, column)) === 'number') return afterHeading;
    }
    if (filled > 0 || (afterHeading === row && areHeadings(head, row, firstColumn))) afterHeading = row + 1;
    if (filled > 0 && row - periods >= DEEPEST_HEADING) return null;
  }
  return null;
}

/** Is each text left of the periods one that heads something, and is there one? */
function areHeadings(head: Grid, row: number, firstColumn: number): boolean {
  const texts = Array.from({ length: firstColumn }, (_, column) => cellText(head.value(row, column)));
  return texts.some((text) => text !== '') && texts.every((text) => text === '' || isHeadingText(text));
}

/** Do the columns hold numbers, not dates or texts? Dates side by side are two dates of a list. */
function stand(head: Grid, firstDataRow: number, columns: readonly number[]): boolean {
  let numbers = 0;
  let others = 0;
  for (let row = firstDataRow; row < Math.min(head.rowCount, firstDataRow + ROWS_SEEN); row++) {
    for (const column of columns) {
      const kind = cellKind(head.value(row, column), head.format(row, column));
      if (kind === 'number') numbers++;
      else if (kind !== 'blank') others++;
    }
  }
  return numbers > others;
}

/** Every column from the first period on that holds numbers, with what stands over it. */
function valueColumns(
  head: Grid,
  { row: first, firstColumn, firstDataRow }: PeriodsPlace,
): readonly ValueColumn[] {
  const columns: ValueColumn[] = [];
  const over: { value: CellValue; format: string }[] = [];
  for (let column = firstColumn; column < head.columnCount; column++) {
    const isEmpty = isBlankColumn(head, first, firstDataRow, column);
    const kind = columnKind(head, firstDataRow, column);
    let part: PeriodPart | null = null;
    let isTotal = false;
    const words: string[] = [];
    for (let row = first; row < firstDataRow; row++) {
      const own = head.value(row, column);
      const isOwn = !isBlank(own);
      if (isOwn) over[row] = { value: own, format: head.format(row, column) };
      const reaches =
        isOwn || (row < firstDataRow - 1 && !isEmpty && hasTextBelow(head, row, firstDataRow, column));
      const cell = reaches ? over[row] : undefined;
      if (!cell) continue;
      if (isOwn)
        for (let below = row + 1; below < firstDataRow; below++) over[below] = { value: '', format: '' };
      const found = isBlank(cell.value) ? null : periodPart(cell.value, cell.format);
      const label = totalLabel(cell.value);
      if (found) part = part ? (joinParts(part, found) ?? found) : found;
      else if (label === 'certain' || (label === 'likely' && !isMeasureHere(head, row, first, cell.value)))
        isTotal = true;
      else if (!isBlank(cell.value)) words.push(cellText(cell.value));
    }
    if (kind !== 'number' && !(kind === 'blank' && part !== null && !isEmpty)) continue;
    columns.push({ column, part, isTotal, measure: [...new Set(words)].join(' / ') });
  }
  return columns;
}

/** Below the periods, «Сумма» beside «Количество» is a measure; among the periods it is their sum. */
function isMeasureHere(head: Grid, row: number, first: number, value: CellValue): boolean {
  return row > first && periodColumns(head, row).length === 0 && OTHER_MEASURE.test(cellText(value));
}

function hasTextBelow(head: Grid, row: number, firstDataRow: number, column: number): boolean {
  for (let below = row + 1; below < firstDataRow; below++) {
    if (!isBlank(head.value(below, column))) return true;
  }
  return false;
}

function isBlankColumn(head: Grid, first: number, firstDataRow: number, column: number): boolean {
  for (let row = first; row < firstDataRow; row++) if (!isBlank(head.value(row, column))) return false;
  return true;
}

/** Numbers, texts, or nothing: what the data rows of a column mostly hold. */
function columnKind(head: Grid, firstDataRow: number, column: number): 'number' | 'text' | 'blank' {
  let numbers = 0;
  let others = 0;
  for (let row = firstDataRow; row < Math.min(head.rowCount, firstDataRow + ROWS_SEEN); row++) {
    const kind = cellKind(head.value(row, column), head.format(row, column));
    if (kind === 'number') numbers++;
    else if (kind !== 'blank') others++;
  }
  return numbers === 0 && others === 0 ? 'blank' : numbers >= others ? 'number' : 'text';
}

/** Gives bare months their year: the one in the cap, the next one where the months begin anew; and days that stand for months theirs. */
function datedColumns(columns: readonly ValueColumn[], capYear: number | null): readonly ValueColumn[] {
  const days = columns.flatMap(({ part }) => (part?.day === null || part === null ? [] : [part.day]));
  const months = days.length > 0 ? monthsOfDays(days) : null;
  let day = 0;
  let year = capYear;
  let last = 0;
  return columns.map((column) => {
    const { part } = column;
    if (part === null) return column;
    if (part.day !== null) return { ...column, part: months?.[day++] ?? part };
    if (part.year !== null || year === null || part.month === null) return column;
    if (part.month < last) year++;
    last = part.month;
    return { ...column, part: { ...part, year } };
  });
}

/** The year a cap names: its only one, or the first of two; else one in the sheet's name. */
function yearInCap(head: Grid, row: number): number | null {
  const years = new Set<number>();
  for (let above = 0; above < row; above++) {
    for (let column = 0; column < head.columnCount; column++) {
      const value = head.value(above, column);
      if (typeof value !== 'string') continue;
      for (const [year] of value.matchAll(YEAR_IN_TEXT)) years.add(Number(year));
    }
  }
  if (years.size === 0) for (const [year] of head.sheet.matchAll(YEAR_IN_TEXT)) years.add(Number(year));
  return years.size === 0 ? null : Math.min(...years);
}

/** The columns of texts (or codes) left of the periods, and columns of texts on their right. */
function sideColumns(
  head: Grid,
  firstRow: number,
  firstDataRow: number,
  values: readonly ValueColumn[],
): readonly { readonly column: number; readonly parts: readonly string[] }[] {
  const taken = new Set(values.map(({ column }) => column));
  const firstValue = values[0]?.column ?? 0;
  const sides: { column: number; parts: readonly string[] }[] = [];
  for (let column = 0; column < head.columnCount; column++) {
    if (taken.has(column)) continue;
    const kind = columnKind(head, firstDataRow, column);
    if (kind === 'blank' || (column > firstValue && kind !== 'text')) continue;
    if (profileOf(head, column, firstDataRow).isCounter) continue;
    const parts: string[] = [];
    for (let row = firstRow; row < firstDataRow; row++) {
      const text = cellText(head.value(row, column));
      if (text !== '') parts.push(text);
    }
    const above = firstRow > 0 ? cellText(head.value(firstRow - 1, column)) : '';
    sides.push({ column, parts: parts.length === 0 && above !== '' ? [above] : parts });
  }
  return sides;
}

/** A side column that names a measure per row, in turns: «Количество», «Сумма», «Количество», … */
function findRowMeasures(
  head: Grid,
  firstDataRow: number,
  sides: readonly { readonly column: number }[],
): {
  readonly column: number;
  readonly names: readonly string[];
  readonly headings: readonly string[];
} | null {
  for (const { column } of sides) {
    const headings = new Map<string, string>();
    let filled = 0;
    for (let row = firstDataRow; row < Math.min(head.rowCount, firstDataRow + ROWS_SEEN); row++) {
      const text = cellText(head.value(row, column));
      if (text === '') continue;
      filled++;
      headings.set(foldHeading(text), text);
    }
    const areMeasures = [...headings.values()].every((text) => isMeasure(text));
    if (headings.size < 2 || headings.size > MOST_ROW_MEASURES || !areMeasures) continue;
    if (filled < headings.size) continue;
    return { column, names: [...headings.keys()], headings: [...headings.values()] };
  }
  return null;
}

const MEASURES: readonly string[] = ['amount', 'quantity', 'price', 'cost', 'profit', 'discount'];
const OTHER_MEASURE = /^(?:план|факт|plan|fact|actual|budget|сумма|отклонени)/i;

function isMeasure(text: string): boolean {
  return (
    OTHER_MEASURE.test(text) ||
    rolesOfHeading(text).some(({ role, strength }) => MEASURES.includes(role) && strength >= CLEAR_MEASURE)
  );
}

/** Columns of one period together, those that sum up others marked. Columns that are neither are left out. */
function slotsOf(
  head: Grid,
  firstDataRow: number,
  columns: readonly ValueColumn[],
  measures: readonly string[],
): readonly Slot[] {
  const slots: { span: PeriodSpan | null; isTotal: boolean; columns: number[]; key: string }[] = [];
  const dated: number[] = [];
  for (const { column, part, isTotal, measure } of columns) {
    const isSum = isTotal || (part === null && isSumOf(head, firstDataRow, column, dated, columns, measure));
    if (part === null && !isSum) continue;
    const at = Math.max(measures.indexOf(measure), 0);
    const key = isSum ? `total ${JSON.stringify(part)}` : JSON.stringify(part);
    let slot = slots.find((each) => each.key === key && (each.columns[at] ?? -1) < 0);
    if (!slot) {
      slot = {
        span: isSum || part === null ? null : spanOfPart(part),
        isTotal: isSum,
        columns: measures.map(() => -1),
        key,
      };
      slots.push(slot);
    }
    slot.columns[at] = column;
    if (!isSum) dated.push(column);
  }
  return slots.map(({ span, isTotal, columns: of }) => ({
    span: isTotal || isCoarser(span, slots) ? null : span,
    isTotal: isTotal || isCoarser(span, slots),
    columns: of,
  }));
}

/** Does the span hold a shorter one that stands beside it? Then it sums it up. */
function isCoarser(
  span: PeriodSpan | null,
  slots: readonly { readonly span: PeriodSpan | null; readonly isTotal: boolean }[],
): boolean {
  return (
    span !== null &&
    slots.some(
      ({ span: other, isTotal }) =>
        !isTotal &&
        other !== null &&
        other.from >= span.from &&
        other.to <= span.to &&
        other.to - other.from < span.to - span.from,
    )
  );
}

/** Is the column in every row the sum of the columns of its measure before it? */
function isSumOf(
  head: Grid,
  firstDataRow: number,
  column: number,
  before: readonly number[],
  columns: readonly ValueColumn[],
  measure: string,
): boolean {
  const parts = before.filter((each) =>
    columns.some(
      (other) =>
        other.column === each && (measure === '' || other.measure === measure || other.measure === ''),
    ),
  );
  if (parts.length < 2) return false;
  let rows = 0;
  for (let row = firstDataRow; row < Math.min(head.rowCount, firstDataRow + ROWS_SEEN); row++) {
    const sum = head.value(row, column);
    if (typeof sum !== 'number') continue;
    let total = 0;
    for (const part of parts) {
      const value = head.value(row, part);
      if (typeof value === 'number') total += value;
    }
    if (Math.abs(total - sum) > ROUNDING) return false;
    rows++;
  }
  return rows > 0;
}
/** Doubles that are sums of kopecks differ by less. */
const ROUNDING = 0.005;

function isBlankRow(head: Grid, row: number): boolean {
  for (let column = 0; column < head.columnCount; column++)
    if (!isBlank(head.value(row, column))) return false;
  return true;
}
