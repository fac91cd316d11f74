import type { Grid } from '../shared/grid';
import { cellText, isBlank } from './cells';
import { foldHeading } from './heading';
import { cellKind } from './profile';
import { rolesOfHeading } from './roleWords';

/** Where the heading stands: zero-based rows; `row` is −1 for a list without a heading. */
export interface HeaderPlace {
  readonly row: number;
  readonly firstDataRow: number;
}

/** A report's cap (title, period, filters) is not longer than this. */
const LONGEST_CAP = 60;
/** Rows below a candidate that are compared with it. */
const ROWS_BELOW = 20;
/** A heading needs this many filled cells, a client and a number at least; or one over numbers, beside nameless names. */
const FEWEST_HEADINGS = 2;

const ROLE_WEIGHT = 4;
const CONTRAST_WEIGHT = 3;
const TEXT_WEIGHT = 1;
const NUMBER_WEIGHT = -3;

/**
 * Finds the heading row under an optional report cap: the row whose texts name roles, stand above numbers and dates,
 * and are many and different. `remembered` holds folded headings a person chose before. Null if the rows are all blank.
 */
export function findHeader(head: Grid, remembered: ReadonlySet<string>): HeaderPlace | null {
  let best = -1;
  let bestScore = 0;
  let firstFilled = -1;
  for (let row = 0; row < head.rowCount; row++) {
    if (isBlankRow(head, row)) continue;
    if (firstFilled < 0) firstFilled = row;
    if (row - firstFilled > LONGEST_CAP) break;
    const score = headingScore(head, row, remembered);
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
  }
  if (firstFilled < 0) return null;
  return best < 0 ? { row: -1, firstDataRow: firstFilled } : { row: best, firstDataRow: best + 1 };
}

/** How much a row looks like headings; 0 if it cannot be one. */
function headingScore(head: Grid, row: number, remembered: ReadonlySet<string>): number {
  const seen = new Set<string>();
  let named = 0;
  let contrasting = 0;
  let numbers = 0;
  for (let column = 0; column < head.columnCount; column++) {
    const value = head.value(row, column);
    if (isBlank(value)) continue;
    if (cellKind(value, head.format(row, column)) !== 'text') {
      numbers++;
      continue;
    }
    const heading = foldHeading(value);
    if (heading === '' || seen.has(heading)) continue;
    seen.add(heading);
    if (remembered.has(heading) || rolesOfHeading(cellText(value)).length > 0) named++;
    if (standsAboveNumbers(head, row, column)) contrasting++;
  }
  const isLoneHeading = seen.size === 1 && named + contrasting === 2 && isBlank(head.value(row, 0));
  if ((seen.size < FEWEST_HEADINGS && !isLoneHeading) || named + contrasting === 0) return 0;
  return (
    named * ROLE_WEIGHT + contrasting * CONTRAST_WEIGHT + seen.size * TEXT_WEIGHT + numbers * NUMBER_WEIGHT
  );
}

/** Are most of the filled cells below numbers or dates? */
function standsAboveNumbers(head: Grid, row: number, column: number): boolean {
  let texts = 0;
  let others = 0;
  const last = Math.min(head.rowCount, row + 1 + ROWS_BELOW);
  for (let below = row + 1; below < last; below++) {
    const kind = cellKind(head.value(below, column), head.format(below, column));
    if (kind === 'text') texts++;
    else if (kind !== 'blank') others++;
  }
  return others > texts;
}

function isBlankRow(head: Grid, row: number): boolean {
  for (let column = 0; column < head.columnCount; column++) {
    if (!isBlank(head.value(row, column))) return false;
  }
  return true;
}
