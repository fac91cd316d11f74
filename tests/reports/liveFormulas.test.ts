import type { Settings } from '../../src/domain/settings';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { allPlans } from '../../src/reports/allPlans';
import { complete } from '../../src/domain/shared/steps';
import { MOVEMENT_HEADING_ROW, movementColumn } from '../../src/reports/movement/table';
import type { SheetPlan } from '../../src/reports/plan';
import { day } from '../support/ledger';
import type { Sale } from '../support/ledger';
import { cellsOf, formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';

beforeAll(loadIronCalc);

const EXACTNESS = 0.005;

/** Where a row of a plan stands in the tabs that are read; as planned, unless rows are ordered by what was moved. */
type RowIn = (plan: SheetPlan, row: number) => number;

/** Formulas that do not give what their plan says, as `tab!R1C1: formula → got, not must`. */
function wrong(plans: readonly SheetPlan[], tabs: LiveTabs, rowIn: RowIn = (_plan, row) => row): string[] {
  return plans.flatMap((plan) =>
    formulasOf(plan).flatMap(({ row, column, formula, value }) => {
      const got = tabs.read(plan, rowIn(plan, row), column);
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

/** «Движение» puts those first who changed class, so after a moved threshold its rows are found by the client's key. */
function byClient(before: readonly SheetPlan[]): RowIn {
  const keysOf = (plan: SheetPlan | undefined) =>
    [...(plan ? cellsOf(plan) : [])].flatMap(({ row, column, cell }) =>
      column === movementColumn('key') && row > MOVEMENT_HEADING_ROW ? [[String(cell), row] as const] : [],
    );
  const rows = new Map(keysOf(before.find(({ key }) => key === 'movement')));
  return (plan, row) => {
    if (plan.key !== 'movement') return row;
    const key = keysOf(plan).find(([, at]) => at === row)?.[0] ?? '';
    return rows.get(key) ?? row;
  };
}

function dated(): Sale[] {
  const sales: Sale[] = [];
  const clients = [
    'Ромашка',
    'Василёк',
    '=СУММ(1)',
    "О'Нил",
    'Лютик',
    'Мак',
    'Астра',
    'Пион',
    'Роза',
    'Ирис',
    'Клевер',
  ];
  clients.forEach((client, i) => {
    for (let month = 1; month <= 12; month++) {
      const date = `${String(month).padStart(2, '0')}-15`;
      const manager = i % 2 === 0 ? 'Иванова' : 'Петров';
      sales.push({
        client,
        amount: Math.round(1_234_567.8 * 10_000 * 0.7 ** i) + month,
        date: `2025-${date}`,
        manager,
      });
      if (i % 3 !== 2)
        sales.push({ client, amount: 900_000 * (i + 1) + month, date: `2024-${date}`, manager });
    }
  });
  sales.push({ client: 'Возвратный', amount: -55_000_000, date: '2025-03-03', manager: 'Петров' });
  sales.push({ client: 'Ушёл', amount: 77_000_000, date: '2024-03-03', manager: 'Петров' });
  sales.push({ client: 'Ромашка', amount: 10_000, date: '2025-12-31', manager: 'Петров' });
  sales.push({ client: 'Ромашка', amount: 10_000, date: '2024-01-01', manager: 'Петров' });
  return sales;
}

const many = (count: number) =>
  salesOf(
    Array.from({ length: count }, (_, i): [string, number] => [
      `Клиент ${i + 1}`,
      Math.round(1e6 / (i + 1)) / 100,
    ]),
  );

const CASES: Readonly<Record<string, readonly Sale[]>> = {
  'the worked example': salesOf(WORKED_EXAMPLE),
  'two years of a company with managers and returns': dated(),
  'one client': salesOf([['Единственный', 500.5]]),
  'equal clients': salesOf([
    ['А', 100],
    ['Б', 100],
    ['В', 100],
  ]),
  'ties at the border of A': salesOf([
    ['А', 60],
    ['Б', 20],
    ['В', 20],
  ]),
  'exactly 80 % before': salesOf([
    ['А', 79.99],
    ['Б', 0.01],
    ['В', 15],
    ['Г', 5],
  ]),
  'shares at the limits of the flags': salesOf([
    ['А', 50.05],
    ['Б', 20.02],
    ['В', 10.01],
    ['Г', 10],
    ['Д', 10.02],
  ]),
  'only returns': salesOf([
    ['А', -100],
    ['Б', 0],
  ]),
  'three hundred clients': many(300),
};

describe.each(['ru', 'en'] as const)('in %s', (language) => {
  test.each(Object.keys(CASES))('every formula gives what the engine says: %s', (name) => {
    const plans = complete(allPlans(contextOf(CASES[name] ?? [], { language })));
    expect(wrong(plans, new LiveTabs(plans))).toEqual([]);
  });
});

test.each([
  ['classA', 0.5],
  ['classB', 0.99],
  ['flagLarge', 0.04],
  ['flagCritical', 0.43],
  ['flagMono', 0.3],
  ['hhiModerate', 100],
  ['hhiHigh', 9000],
] as const)('with %s moved to %d the tabs follow as if analysed anew', (key, value) => {
  const settings: Partial<Settings> = { thresholds: { ...DEFAULT_SETTINGS.thresholds, [key]: value } };
  for (const sales of [CASES['the worked example'] ?? [], dated()]) {
    const before = complete(allPlans(contextOf(sales)));
    const tabs = new LiveTabs(before);
    tabs.set(`clientele_${key}`, value);
    const after = complete(allPlans(contextOf(sales, { settings })));
    expect(wrong(after, tabs, byClient(before))).toEqual([]);
  }
});

test('the company used above spans two years', () => {
  const { analysis } = contextOf(dated());
  expect(analysis.period?.from).toBe(day('2025-01-01'));
  expect(analysis.period?.previous?.from).toBe(day('2024-01-01'));
  expect(new Set(analysis.clients.map(({ volumeClass }) => volumeClass)).size).toBe(4);
});
