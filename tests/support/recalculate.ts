import { readFileSync } from 'node:fs';
import init, { Model } from '@ironcalc/wasm';
import type { CellValue } from '../../src/domain/shared/grid';
import { areaAddress, onSheet } from '../../src/reports/addresses';
import type { AnyPlan, PlanCell } from '../../src/reports/plan';

/** Type of a numeric cell as IronCalc numbers them (those of Excel's TYPE function). */
const NUMBER_CELL = 1;
/** The whole height: IronCalc then formats columns, not cells. */
const ROWS_OF_A_SHEET = 1_048_576;
/** The only format through which IronCalc shows all digits it has. */
const EXACT_FORMAT = '##0.0##############E+0';

/** A cell of a plan that holds a formula. */
export interface FormulaCell {
  readonly plan: AnyPlan;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** What the plan says it must give. */
  readonly value: CellValue;
}

/** Loads IronCalc once per test file. */
export async function loadIronCalc(): Promise<void> {
  await init({ module_or_path: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
}

/** All cells of a plan with their one-based places. */
export function* cellsOf(plan: AnyPlan): Generator<{ row: number; column: number; cell: PlanCell }> {
  for (const block of plan.blocks) {
    for (const [i, cells] of block.cells.entries()) {
      for (const [j, cell] of cells.entries()) yield { row: block.row + i, column: block.column + j, cell };
    }
  }
}

/** All formulas of a plan. */
export function formulasOf(plan: AnyPlan): FormulaCell[] {
  return [...cellsOf(plan)].flatMap(({ row, column, cell }) =>
    typeof cell === 'object' && cell !== null ? [{ plan, row, column, ...cell }] : [],
  );
}

/** The tabs in a calculation engine of its own: type into cells, read results. */
export class LiveTabs {
  private readonly model = new Model('tabs', 'en', 'UTC', 'en');

  constructor(private readonly plans: readonly AnyPlan[]) {
    this.model.pauseEvaluation();
    plans.forEach((plan, sheet) => {
      if (sheet > 0) this.model.newSheet();
      this.model.renameSheet(sheet, plan.tab);
      const [height, width] = [ROWS_OF_A_SHEET, 64];
      this.model.updateRangeStyle({ sheet, row: 1, column: 1, height, width }, 'num_fmt', EXACT_FORMAT);
    });
    plans.forEach((plan) => {
      for (const { name, area } of plan.names) {
        const isCell = area.rows === 1 && area.columns === 1;
        const address = areaAddress(area);
        this.model.newDefinedName(
          name,
          null,
          onSheet(plan.tab, isCell ? (address.split(':')[0] ?? '') : address),
        );
      }
    });
    plans.forEach((plan, sheet) => {
      for (const { row, column, cell } of cellsOf(plan)) {
        if (cell !== null) this.model.setUserInput(sheet, row, column, inputOf(cell));
      }
    });
    this.evaluate();
  }

  /** Types a number or a text into a named cell and recalculates. */
  set(name: string, value: CellValue): void {
    this.plans.forEach((plan, sheet) => {
      const area = plan.names.find((each) => each.name === name)?.area;
      if (area) this.model.setUserInput(sheet, area.row, area.column, inputOf(value));
    });
    this.evaluate();
  }

  /** Types a number or a text into a cell, or clears it with null, and recalculates. */
  type(plan: AnyPlan, row: number, column: number, value: CellValue | null): void {
    this.typeAll(plan, [{ row, column, value }]);
  }

  /** Types into several cells before it recalculates once. */
  typeAll(
    plan: AnyPlan,
    cells: readonly { readonly row: number; readonly column: number; readonly value: CellValue | null }[],
  ): void {
    const sheet = this.plans.findIndex(({ key }) => key === plan.key);
    for (const { row, column, value } of cells) {
      this.model.setUserInput(sheet, row, column, value === null ? '' : inputOf(value));
    }
    this.evaluate();
  }

  /** Inserts an empty row above a row, as people do, and recalculates: everything below moves down. */
  insertRow(plan: AnyPlan, row: number): void {
    this.model.insertRows(
      this.plans.findIndex(({ key }) => key === plan.key),
      row,
      1,
    );
    this.evaluate();
  }

  /** The result of a cell: its number, or its text. */
  read(plan: AnyPlan, row: number, column: number): CellValue {
    const sheet = this.plans.findIndex(({ key }) => key === plan.key);
    const shown = this.model.getFormattedCellValue(sheet, row, column);
    if (this.model.getCellType(sheet, row, column) !== NUMBER_CELL || shown === '') return shown;
    return Number(shown);
  }

  private evaluate(): void {
    this.model.resumeEvaluation();
    this.model.evaluate();
    this.model.pauseEvaluation();
    this.model.flushSendQueue();
  }
}

function inputOf(cell: PlanCell): string {
  if (typeof cell === 'object') return cell?.formula ?? '';
  return typeof cell === 'string' ? `'${cell}` : String(cell);
}
