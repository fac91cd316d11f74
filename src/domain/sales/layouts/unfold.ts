import type { Settings } from '../../settings';
import type { Grid } from '../../shared/grid';
import type { Steps } from '../../shared/steps';
import type { Understanding } from '../types';
import { headingTexts } from './headings';
import { columnOfLevel } from './outline';
import type { OutlineSource } from './outline';
import { amountsOfSlots, surveyedAmounts } from './source';
import { unfoldCrosstab } from './unfoldCrosstab';
import type { Unfolded, Unfolding } from './unfolding';
import { unfoldRows } from './unfoldRows';

/**
 * Unfolds a sheet into the plain list that its understanding speaks of. The list's rows start at `firstDataRow` as the
 * sheet's do. Null if the whole sheet turns out to be laid out otherwise than its first rows.
 */
export function* unfold(
  grid: Grid,
  { unfolding, headerRow, firstDataRow }: Understanding,
  settings: Settings,
): Steps<Unfolded | null> {
  if (!unfolding) return { grid, fateOf: () => null, startOf: (day) => day, unequal: [], proved: 0 };
  const source: OutlineSource = {
    grid,
    firstRow: firstDataRow,
    labels: unfolding.labels,
    amountOf: yield* amountsFor(grid, unfolding, firstDataRow, settings),
    headings: headingTexts(grid, headerRow, firstDataRow, sheetColumns(unfolding)),
    mayBeCut: false,
  };
  return unfolding.kind === 'rows'
    ? yield* unfoldRows(source, unfolding)
    : yield* unfoldCrosstab(source, unfolding);
}

/** Columns of the sheet that unfolding itself needs, whatever is read of the list afterwards. */
export function sheetColumns(unfolding: Unfolding): readonly number[] {
  const columns = new Set<number>(unfolding.labels);
  const { outline } = unfolding;
  if (outline) {
    columns.add(outline.column);
    for (const column of outline.measures) columns.add(column);
    if (outline.rule.by === 'details' || outline.rule.by === 'steps')
      for (const column of outline.rule.columns) columns.add(column);
  }
  for (const virtual of unfolding.columns) {
    if (virtual.from === 'sheet' && (virtual.carried || unfolding.kind === 'crosstab'))
      columns.add(virtual.column);
  }
  if (unfolding.kind === 'crosstab') {
    for (const slot of unfolding.slots)
      for (const column of slot.columns) if (column >= 0) columns.add(column);
    if (unfolding.rowMeasures) columns.add(unfolding.rowMeasures.column);
  }
  return [...columns];
}

/** Columns of the sheet behind a virtual column. */
export function columnsBehind({ columns, outline }: Unfolding, column: number): readonly number[] {
  const virtual = columns[column];
  switch (virtual?.from) {
    case 'sheet':
      return [virtual.column];
    case 'level':
      return outline ? [columnOfLevel(outline, virtual.level)] : [];
    case 'dateIn': {
      const text = columns[virtual.column];
      return text?.from === 'sheet' ? [text.column] : outline ? [outline.column] : [];
    }
    default:
      return [];
  }
}

function* amountsFor(
  grid: Grid,
  unfolding: Unfolding,
  firstDataRow: number,
  settings: Settings,
): Steps<(row: number) => number> {
  if (unfolding.kind === 'crosstab') return amountsOfSlots(grid, unfolding.slots, 0);
  const amount = unfolding.outline?.measures[0];
  return amount === undefined ? () => NaN : yield* surveyedAmounts(grid, amount, firstDataRow, settings);
}
