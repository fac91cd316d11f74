import { DEFAULT_CHOICES } from '../../src/domain/thresholds';
import type { Choices } from '../../src/domain/thresholds';
import { abcdPlan } from '../../src/reports/abcd';
import { dependencyPlan } from '../../src/reports/dependency';
import { keyClientsPlan } from '../../src/reports/keyClients';
import type { SheetPlan } from '../../src/reports/plan';
import { choiceName } from '../../src/reports/names';
import { reactivationPlan } from '../../src/reports/reactivation';
import { typeWords } from '../../src/reports/reactivation/words';
import { settingsPlan } from '../../src/reports/settingsTab';
import { teamPlan } from '../../src/reports/team';
import type { Sale } from '../support/ledger';
import { roubles } from '../support/ledger';
import { beside, textsOf } from '../support/planTable';
import { cellsOf, formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';

beforeAll(loadIronCalc);

/** Twelve clients that buy on the first of every month for two years, from two managers. */
const MONTHLY: readonly Sale[] = Array.from({ length: 12 }, (_, client) =>
  Array.from({ length: 24 }, (_, month) => ({
    client: `Клиент ${client}`,
    amount: roubles(100 + client),
    date: `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`,
    manager: client % 2 === 0 ? 'Иванова' : 'Петров',
  })),
).flat();

const contextWith = (sales: readonly Sale[], choices: Partial<Choices> = {}) =>
  contextOf(sales, { settings: { choices: { ...DEFAULT_CHOICES, ...choices } } });

type Context = ReturnType<typeof contextWith>;

function plansOf(ctx: Context): readonly SheetPlan[] {
  return [settingsPlan(ctx), abcdPlan(ctx), dependencyPlan(ctx), keyClientsPlan(ctx), reactivationPlan(ctx)];
}

/** Formulas of the tab that do not give what the plan says. */
function wrong(plan: SheetPlan, tabs: LiveTabs): string[] {
  return formulasOf(plan).flatMap(({ row, column, formula, value }) => {
    const got = tabs.read(plan, row, column);
    const isEqual =
      typeof got === 'number' && typeof value === 'number' ? Math.abs(got - value) < 1e-9 : got === value;
    return isEqual ? [] : [`R${row}C${column}: ${formula} → ${String(got)}, not ${String(value)}`];
  });
}

/** Types of sales whose row is marked. */
const markedTypes = (plan: SheetPlan): unknown[] =>
  formulasOf(plan).flatMap(({ row, column, value }) =>
    value === 'ваш тип'
      ? [...cellsOf(plan)].filter((at) => at.row === row && at.column === column - 5).map(({ cell }) => cell)
      : [],
  );

describe('monthly buyers', () => {
  const plan = teamPlan(contextWith(MONTHLY));

  test('are transactional sales, with the numbers that tell it', () => {
    expect(beside(plan, 'По данным')).toBe('транзакционные');
    expect(beside(plan, 'Обычный интервал, дней')).toBe(31);
    expect(beside(plan, 'Выручка частых покупателей')).toBeCloseTo(1, 12);
    expect(textsOf(plan)).toContain(
      'Обычный интервал между покупками – 31 дн. До 31 дн. – транзакционные, до 62 – смешанные, дольше – консультационные.',
    );
    expect(markedTypes(plan)).toEqual(['транзакционные']);
  });

  test('two managers could be freed of four tenths of a post by one assistant', () => {
    expect(beside(plan, 'Менеджеров за период')).toBe(2);
    expect(beside(plan, 'Освободится, менеджеров')).toBeCloseTo(0.4, 12);
    expect(beside(plan, 'Помощников для этого')).toBe(1);
  });
});

const CASES: Readonly<Record<string, Context>> = {
  'monthly buyers': contextWith(MONTHLY),
  'a choice by hand': contextWith(MONTHLY, { salesType: 'project' }),
  'a short file': contextWith(MONTHLY.slice(0, 4)),
  'no dates': contextWith(salesOf(WORKED_EXAMPLE)),
  'no dates, a choice by hand': contextWith(salesOf(WORKED_EXAMPLE), { salesType: 'mixed' }),
  'nobody bought': contextWith(salesOf([['А', -5]])),
};

test.each(Object.keys(CASES))('every formula gives what the engine says: %s', (name) => {
  const ctx = CASES[name] ?? contextWith([]);
  const plan = teamPlan(ctx);
  expect(wrong(plan, new LiveTabs([...plansOf(ctx), plan]))).toEqual([]);
});

test.each(['mixed', 'consultative', 'project'] as const)(
  'the type chosen on «Настройки» is in force at once: %s',
  (salesType) => {
    const ctx = contextWith(MONTHLY);
    const words = typeWords(salesType, ctx.t);
    const tabs = new LiveTabs([...plansOf(ctx), teamPlan(ctx)]);
    tabs.set(choiceName('salesType'), words);
    const after = teamPlan(contextWith(MONTHLY, { salesType }));
    expect(wrong(after, tabs)).toEqual([]);
    expect(markedTypes(after)).toEqual([words]);
  },
);

test.each([
  ['routineTime', 0.5],
  ['routineManagers', 1],
  ['keysPerManager', 1],
] as const)('with %s moved to %d the staff follows', (key, value) => {
  const ctx = contextWith(MONTHLY);
  const tabs = new LiveTabs([...plansOf(ctx), teamPlan(ctx)]);
  tabs.set(`clientele_${key}`, value);
  const moved = contextOf(MONTHLY, {
    settings: { thresholds: { ...ctx.settings.thresholds, [key]: value } },
  });
  expect(wrong(teamPlan(moved), tabs)).toEqual([]);
});

test('without dates the tab says what to do, and marks a type only if one was chosen', () => {
  const plan = teamPlan(contextWith(salesOf(WORKED_EXAMPLE)));
  expect(textsOf(plan).some((text) => text.startsWith('В файле нет дат: тип продаж не определить.'))).toBe(
    true,
  );
  expect(markedTypes(plan)).toEqual([]);
  expect(markedTypes(teamPlan(contextWith(salesOf(WORKED_EXAMPLE), { salesType: 'mixed' })))).toEqual([
    'смешанные',
  ]);
});
