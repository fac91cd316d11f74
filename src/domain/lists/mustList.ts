import { cellText, isBlank } from '../sales/cells';
import { PAUSE_EVERY } from '../sales/pause';
import type { Grid } from '../shared/grid';
import { fail, ok } from '../shared/result';
import type { Result } from '../shared/result';
import type { Steps } from '../shared/steps';
import { foldText } from '../shared/text';
import { layoutOf, vocabulary } from './layout';
import type { ListLayout } from './layout';
import { rowKinds } from './listRows';
import { MUST_LIST_WORDS } from './listWords';
import { ProblemLog } from './problems';
import type { ListAccount, ListError } from './types';

/** Items every client should buy, read in the order of the sheet. */
export interface MustList {
  readonly items: readonly string[];
  readonly account: ListAccount;
}

const WORDS = vocabulary(MUST_LIST_WORDS);

/**
 * Where the list has its items: under a heading that names them, else in the first column with texts, heading or not.
 * Null for a sheet without texts.
 */
export function mustListLayout(head: Grid): ListLayout<'item'> | null {
  const found = layoutOf(head, WORDS);
  if (found) return found;
  for (let column = 0; column < head.columnCount; column++) {
    for (let row = 0; row < head.rowCount; row++) {
      const value = head.value(row, column);
      if (typeof value !== 'string' || isBlank(value)) continue;
      return {
        headerRow: -1,
        firstDataRow: row,
        columns: new Map([['item', column]]),
        more: [],
        headings: [],
        percent: new Set(),
      };
    }
  }
  return null;
}

/** Reads the items every client should buy (method.md §6, MML). An item listed twice counts once and is named. */
export function* readMustList(grid: Grid, layout = mustListLayout(grid)): Steps<Result<MustList, ListError>> {
  const { sheet } = grid;
  const column = layout?.columns.get('item');
  if (layout === null || column === undefined) return fail({ code: 'emptyList', sheet });
  const kindOf = rowKinds(grid, layout, ['item']);
  const log = new ProblemLog(grid, layout.headings);
  const rowOf = new Map<string, number>();
  const items: string[] = [];
  let rowsRead = 0;
  let rowsSkipped = 0;
  for (let row = layout.firstDataRow; row < grid.rowCount; row++) {
    if ((row - layout.firstDataRow) % PAUSE_EVERY === 0) yield row / grid.rowCount;
    const kind = kindOf(row);
    if (kind === 'blank') continue;
    rowsRead++;
    const item = cellText(grid.value(row, column));
    if (kind === 'skipped' || item === '') {
      rowsSkipped++;
      continue;
    }
    const folded = foldText(item);
    const other = rowOf.get(folded);
    if (other !== undefined) {
      log.add('duplicateItem', row, { column, other });
      continue;
    }
    rowOf.set(folded, row);
    items.push(item);
  }
  if (items.length === 0) return fail({ code: 'emptyList', sheet });
  return ok({
    items,
    account: {
      sheet,
      rowsRead,
      rowsUsed: items.length,
      rowsSkipped,
      converted: null,
      problems: log.problems,
    },
  });
}
