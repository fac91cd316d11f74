import { UNKNOWN_SIGN } from '../domain/dossiers/book';
import type { CellValue } from '../domain/shared/grid';
import type { PagePlan, PlanCell } from '../reports/plan';
import type { CellChunk } from './cells';
import { isFormula, typedValue } from './cells';
import { findSigns, isSameRow, rowSigns, signOf } from './pageSigns';
import type { PageCells } from './pageWords';
import { isSameFormula } from './references';

/**
 * The cells of ours that make a standing page show what its plan says, neighbours together; null where the page must be
 * written anew: its rows or columns stand elsewhere, or a cell of people's is to hold something else. `plan` has their
 * words and the signs.
 */
export function pageChanges(plan: PagePlan, standing: PageCells): readonly CellChunk[] | null {
  if (!standsAsPlanned(plan, standing)) return null;
  const { wanted, columns } = wantedCells(plan);
  const isPeople = peopleCells(plan);
  const rows = Math.max(wanted.length, standing.values.length);
  const changes: CellChunk[] = [];
  for (let row = 1; row <= rows; row++) {
    let run: CellValue[] = [];
    const close = (next: number): void => {
      if (run.length > 0)
        changes.push({
          area: { row, column: next - run.length, rows: 1, columns: run.length },
          cells: [run],
        });
      run = [];
    };
    const last = Math.max(columns, standing.values[row - 1]?.length ?? 0);
    for (let column = 1; column <= last; column++) {
      const want = wanted[row - 1]?.[column - 1] ?? null;
      const have = standingCell(standing, row, column);
      const isTheirs = isPeople(row, column);
      if (isSame(want, have, isTheirs)) {
        close(column);
        continue;
      }
      // The sign of the unknown comes back where a word was erased; any other word is for the whole page to place.
      if (isTheirs && (want !== UNKNOWN_SIGN || have.value !== '')) return null;
      run.push(typedValue(want));
    }
    close(last + 1);
  }
  return changes;
}

/** Whether every row and column of a page stands where its plan has it. */
function standsAsPlanned(plan: PagePlan, { values }: PageCells): boolean {
  const found = findSigns(values);
  if (!found || found.top !== 0 || found.column !== plan.page.signColumn - 1) return false;
  for (let number = 1; number < plan.page.signColumn; number++)
    if (found.columnOf.get(number) !== number - 1) return false;
  return rowSigns(plan).every((sign, index) => {
    const standing = signOf(values[index]?.[found.column]);
    return index === 0 || (standing !== null && isSameRow(standing, sign));
  });
}

/** What each cell is to hold: the last block wins, as it does on the sheet. */
function wantedCells({ blocks, charts }: PagePlan): {
  readonly wanted: readonly (readonly PlanCell[])[];
  readonly columns: number;
} {
  const wanted: PlanCell[][] = [];
  let columns = 0;
  const put = (row: number, column: number, cell: PlanCell): void => {
    const cells = (wanted[row - 1] ??= []);
    cells[column - 1] = cell;
    columns = Math.max(columns, column);
  };
  for (const block of blocks)
    block.cells.forEach((cells, offset) => {
      cells.forEach((cell, index) => {
        put(block.row + offset, block.column + index, cell);
      });
    });
  for (const { place, alt } of charts)
    if (wanted[place.row - 1]?.[place.column - 1] === undefined) put(place.row, place.column, alt);
  // Rows without any block are there too.
  return { wanted: Array.from(wanted, (cells) => cells ?? []), columns };
}

function peopleCells({ page }: PagePlan): (row: number, column: number) => boolean {
  const cells = new Set(page.fields.map(({ row, column }) => `${row}:${column}`));
  for (const { row, rows, columns } of page.tables)
    for (let at = row; at < row + rows; at++) for (const { column } of columns) cells.add(`${at}:${column}`);
  return (row, column) => cells.has(`${row}:${column}`);
}

interface StandingCell {
  readonly value: CellValue;
  /** The formula; of a cell without one, its value. */
  readonly formula: CellValue;
}

function standingCell({ values, formulas }: PageCells, row: number, column: number): StandingCell {
  return {
    value: values[row - 1]?.[column - 1] ?? '',
    formula: formulas[row - 1]?.[column - 1] ?? '',
  };
}

/** A cell of people's may hold a formula of theirs that gives the same, or nothing; ours holds just what is planned. */
function isSame(want: PlanCell, { value, formula }: StandingCell, isPeople: boolean): boolean {
  if (isFormula(want)) return isSameFormula(String(formula), want.formula);
  if (isPeople) return value === (want ?? '') || (want === UNKNOWN_SIGN && value === '' && formula !== '');
  return value === (want ?? '') && formula === value;
}
