import type { ClientKey } from '../../src/domain/sales/types';
import type { CellValue } from '../../src/domain/shared/grid';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import { CHOICES } from '../../src/domain/thresholds';
import { allPlans } from '../../src/reports/allPlans';
import { choiceName, thresholdName } from '../../src/reports/names';
import type { SheetPlan, TabKey } from '../../src/reports/plan';
import { roubles } from '../support/ledger';
import type { Sale } from '../support/ledger';
import { formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';
import { budgetsOf, factsOf, NO_FACTS, twoYears, WORKED_POTENTIALS } from '../support/segments';

beforeAll(loadIronCalc);

const OURS: readonly TabKey[] = ['abcd', 'potential', 'movement'];
const EXACTNESS = 0.005;

/** Formulas of our tabs that do not give what the plan says. */
function wrong(plans: readonly SheetPlan[], tabs: LiveTabs): string[] {
  return plans
    .filter(({ key }) => OURS.includes(key))
    .flatMap((plan) =>
      formulasOf(plan).flatMap(({ row, column, formula, value }) => {
        const got = tabs.read(plan, row, column);
        const equal =
          typeof value === 'number' && typeof got === 'number'
            ? Math.abs(got - value) <= EXACTNESS * (Math.abs(value) <= 1 ? 1e-6 : 1)
            : got === value;
        return equal
          ? []
          : [`${plan.tab}!R${row}C${column}: ${formula} → ${String(got)}, not ${String(value)}`];
      }),
    );
}

const sales = salesOf(WORKED_EXAMPLE);
const potentials = budgetsOf(WORKED_POTENTIALS);

test('the worked example gives what the engine says', () => {
  for (const language of ['ru', 'en'] as const) {
    const plans = allPlans(contextOf(sales, { language, entries: { potentials } }));
    const tabs = withTyped(plans, potentials);
    expect(wrong(plans, tabs)).toEqual([]);
  }
});

/** The tabs with the inputs typed that a plan leaves blank. */
function withTyped(plans: readonly SheetPlan[], facts: ReturnType<typeof factsOf>): LiveTabs {
  const tabs = new LiveTabs(plans);
  const plan = plans.find(({ key }) => key === 'potential');
  if (!plan) throw new Error('No «Потенциал»');
  const cells = new Map(cellsByKey(plan));
  const typed: { row: number; column: number; value: CellValue }[] = [];
  for (const [key, fact] of facts) {
    const row = cells.get(key);
    if (row === undefined) throw new Error(`No row for ${key}`);
    const inputs = plan.inputs[0];
    inputs?.fields.forEach((field, index) => {
      const value = fact[field as keyof typeof fact] ?? null;
      const isMoney = field === 'budget' || field === 'norm';
      if (value !== null)
        typed.push({
          row,
          column: inputs.area.column + index,
          value: isMoney ? Number(value) / 10_000 : value,
        });
    });
  }
  tabs.typeAll(plan, typed);
  return tabs;
}

function cellsByKey(plan: SheetPlan): [string, number][] {
  const inputs = plan.inputs[0];
  if (!inputs) return [];
  return plan.blocks.flatMap((block) =>
    block.row === inputs.area.row &&
    block.column <= inputs.keyColumn &&
    inputs.keyColumn < block.column + (block.cells[0]?.length ?? 0)
      ? block.cells.map((row, i): [string, number] => [
          String(row[inputs.keyColumn - block.column] ?? ''),
          block.row + i,
        ])
      : [],
  );
}
