import type { Settings } from '../../settings';
import { moneyFromDecimal } from '../../shared/decimal';
import type { Grid } from '../../shared/grid';
import type { Steps } from '../../shared/steps';
import { NumberColumn } from '../numberColumn';
import { NumberSurvey } from '../numberSurvey';
import { PAUSE_EVERY } from '../pause';
import { amountsOfColumn } from './outline';
import type { Slot } from './unfolding';

/** The exact amounts of a number column, its separator decided by the whole column. */
export function* surveyedAmounts(
  grid: Grid,
  column: number,
  firstRow: number,
  settings: Settings,
): Steps<(row: number) => number> {
  const survey = new NumberSurvey('amount', column);
  for (let row = firstRow; row < grid.rowCount; row++) {
    if ((row - firstRow) % PAUSE_EVERY === 0) yield (row - firstRow) / (grid.rowCount - firstRow);
    survey.see(grid.value(row, column));
  }
  const { reader } = yield* survey.close(grid, firstRow, settings);
  return amountsOfColumn(grid, column, reader);
}

/** The exact sum of one measure over a row's periods, NaN where it holds no number. Totals are left out. */
export function amountsOfSlots(grid: Grid, slots: readonly Slot[], measure: number): (row: number) => number {
  const columns = slots.flatMap(({ isTotal, columns: of }) => {
    const column = of[measure] ?? -1;
    return isTotal || column < 0 ? [] : [column];
  });
  const reader = new NumberColumn('.');
  return (row) => {
    let sum = NaN;
    for (const column of columns) {
      const cell = reader.read(grid.value(row, column));
      const amount = cell.state === 'number' ? moneyFromDecimal(cell.decimal) : null;
      if (amount !== null) sum = (Number.isNaN(sum) ? 0 : sum) + amount;
    }
    return sum;
  };
}
