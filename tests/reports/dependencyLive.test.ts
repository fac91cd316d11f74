import type { CellValue } from '../../src/domain/shared/grid';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { abcdPlan } from '../../src/reports/abcd';
import type { ReportContext } from '../../src/reports/context';
import { dependencyPlan } from '../../src/reports/dependency';
import type { SheetPlan } from '../../src/reports/plan';
import { settingsPlan } from '../../src/reports/settingsTab';
import type { Sale } from '../support/ledger';
import { roubles } from '../support/ledger';
import { beside, textsOf, valuesOf } from '../support/planTable';
import { cellsOf, formulasOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';

beforeAll(loadIronCalc);

const GROUPS = ['Краски', 'Клеи', 'Смеси'];

/** Three years of nine clients in three holdings, three managers and three groups; the largest grows. */
const COMPANY: readonly Sale[] = Array.from({ length: 36 }, (_, month) =>
  Array.from({ length: 9 }, (__, client): Sale => ({
    client: `Клиент ${client + 1}`,
    amount: roubles(client === 0 ? 100 + 8 * month : 90 - 8 * client) + month,
    date: `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`,
    manager: ['Иванова', 'Петров', 'Сидоров'][client % 3] ?? '',
    group: GROUPS[(client + month) % 3] ?? '',
    ...(client < 6 ? { holding: ['Север', 'Юг', 'Север'][client % 3] ?? '' } : {}),
  })),
).flat();

const plansOf = (ctx: ReportContext) => [settingsPlan(ctx), abcdPlan(ctx), dependencyPlan(ctx)] as const;

/** Formulas of «Зависимость» that do not give what the plan says. */
function wrong(plan: SheetPlan, tabs: LiveTabs): string[] {
  return formulasOf(plan).flatMap(({ row, column, formula, value }) => {
    const got = tabs.read(plan, row, column);
    const isEqual =
      typeof got === 'number' && typeof value === 'number'
        ? Math.abs(got - value) <= 1e-6 * Math.max(1, Math.abs(value))
        : got === value;
    return isEqual ? [] : [`R${row}C${column}: ${formula} → ${String(got)}, not ${String(value)}`];
  });
}

/** Types names into the cells of the loss test, in their order. */
function pick(tabs: LiveTabs, plan: SheetPlan, names: readonly string[]): void {
  const area = plan.inputs[0]?.area;
  if (!area) throw new Error('There is no loss test');
  for (let i = 0; i < area.rows; i++) tabs.type(plan, area.row + i, area.column, names[i] ?? null);
}

/** The row of the loss test under a label, from it on. */
function rowOf(
  read: (row: number, column: number) => CellValue,
  plan: SheetPlan,
  label: string,
): CellValue[] {
  for (const { row, column, cell } of cellsOf(plan))
    if (cell === label) return [0, 1, 2].map((i) => read(row, column + i));
  throw new Error(`No row ${label}`);
}

const CASES: Readonly<
  Record<string, { readonly sales: readonly Sale[]; readonly picks: readonly string[] }>
> = {
  'the largest': { sales: COMPANY, picks: ['Клиент 1'] },
  'several, one twice, one with a gap': {
    sales: COMPANY,
    picks: ['Клиент 3', '', 'клиент 1', 'Клиент 3', 'Клиент 9'],
  },
  'a name that is not in the list': { sales: COMPANY, picks: ['Нет такого', 'Клиент 2'] },
  everybody: {
    sales: salesOf([
      ['А', 3],
      ['Б', 2],
    ]),
    picks: ['А', 'Б'],
  },
  'without dates': { sales: salesOf(WORKED_EXAMPLE), picks: ['C02', 'C01'] },
  'names that look like code or patterns': {
    sales: salesOf([
      ['=1+1', 50],
      ['*', 30],
      ['>5', 15],
      ['К~?', 5],
    ]),
    picks: ['*', '>5'],
  },
  'of more clients than are listed': {
    sales: salesOf(Array.from({ length: 260 }, (_, i): [string, number] => [`К${i}`, 1000 - 3 * i])),
    picks: ['К0', 'К7', 'К199'],
  },
};

test.each(Object.keys(CASES))('picking %s, the loss test gives what the engine says', (name) => {
  const { sales, picks } = CASES[name] ?? { sales: [], picks: [] };
  const plans = plansOf(contextOf(sales));
  const tabs = new LiveTabs(plans);
  pick(tabs, plans[2], picks);
  const after = dependencyPlan(
    contextOf(sales, { entries: { lossPicks: [...picks, '', '', '', '', ''].slice(0, 5) } }),
  );
  expect(wrong(after, tabs)).toEqual([]);
});

test('without its largest two the worked example is left with 3500, and the next client becomes critical', () => {
  const plans = plansOf(contextOf(salesOf(WORKED_EXAMPLE)));
  const [, , plan] = plans;
  const tabs = new LiveTabs(plans);
  pick(tabs, plan, ['C01', 'C02']);
  const read = (row: number, column: number) => tabs.read(plan, row, column);
  expect(rowOf(read, plan, 'Выручка выбранных')).toEqual([
    'Выручка выбранных',
    6500,
    'Это 65\u00a0% всей выручки.',
  ]);
  expect(rowOf(read, plan, 'Выручка без них')[1]).toBe(3500);
  expect(rowOf(read, plan, 'Средних клиентов (B) взамен')[1]).toBe(13);
  expect(rowOf(read, plan, 'CR1: крупнейший клиент')).toEqual([
    'CR1: крупнейший клиент',
    expect.closeTo(1100 / 3500, 9),
    'Крупнейшим станет C03. Сейчас доля крупнейшего – 42\u00a0%.',
  ]);
  const [place] = [...cellsOf(plan)].filter(({ cell }) => cell === 'Крупнейшие из оставшихся');
  expect(read((place?.row ?? 0) + 2, 7)).toBe('Доля 11\u00a0% станет 31.43\u00a0%: критическая зависимость');
});

test('the picker offers the largest clients from the tab itself, and its cells are kept by key', () => {
  const plan = dependencyPlan(contextOf(salesOf(Array.from({ length: 260 }, (_, i) => [`К${i}`, 1000 - i]))));
  const [validation] = plan.validations;
  expect(validation?.rule).toMatchObject({ kind: 'listRange', tab: 'Зависимость', source: { rows: 200 } });
  const [inputs] = plan.inputs;
  const at = valuesOf(plan);
  expect(inputs?.fields).toEqual(['client']);
  expect(
    Array.from({ length: 5 }, (_, i) => at((inputs?.area.row ?? 0) + i, inputs?.keyColumn ?? 0)),
  ).toEqual(['loss1', 'loss2', 'loss3', 'loss4', 'loss5']);
});

describe('a company with holdings, managers, groups and three years', () => {
  const ctx = contextOf(COMPANY);
  const plan = dependencyPlan(ctx);
  const texts = textsOf(plan);

  test('shows each holding with its flag and members', () => {
    const at = valuesOf(plan);
    const { holdings } = ctx.analysis.dependency;
    expect(holdings.map(({ name, flag }) => [name, flag])).toEqual([
      ['Север', 'mono'],
      ['Юг', 'large'],
    ]);
    for (const { row, column, cell } of cellsOf(plan)) {
      if (cell === 'Север') expect(at(row, column + 3)).toBe('моноклиент');
    }
    expect(texts).toContain('Клиент 1; Клиент 3; Клиент 4 и ещё 1');
  });

  test('draws a line over twelve quarters and says how the year up to the last whole one moved', () => {
    const chart = plan.charts.find(({ kind }) => kind === 'line');
    expect(chart?.categories.rows).toBe(12);
    expect(
      texts.find((text) => text.startsWith('Доля крупнейшего клиента выросла: 3 кв. 2024 – ')),
    ).toContain('3 кв. 2025 – ');
  });

  test('says what leaves with each manager and what each group brings', () => {
    expect(texts.filter((text) => text.startsWith('Под угрозой '))).toHaveLength(3);
    expect(texts).toEqual(expect.arrayContaining(GROUPS));
  });
});

test.each([
  ['flagLarge', 0.02],
  ['flagLarge', 0.3],
  ['flagCritical', 0.11],
  ['flagMono', 0.21],
  ['loyaltyPart', 0.9],
  ['loyaltyPart', 0.1],
  ['massMultiple', 1],
  ['massMultiple', 2.5],
  ['hhiModerate', 100],
  ['hhiHigh', 9000],
] as const)('with %s moved to %d the tab follows as if analysed anew', (key, value) => {
  const settings = { thresholds: { ...DEFAULT_SETTINGS.thresholds, [key]: value } };
  const entries = { lossPicks: ['Клиент 2', '', '', '', ''] };
  const plans = plansOf(contextOf(COMPANY, { entries }));
  const tabs = new LiveTabs(plans);
  pick(tabs, plans[2], ['Клиент 2']);
  tabs.set(`clientele_${key}`, value);
  expect(wrong(dependencyPlan(contextOf(COMPANY, { settings, entries })), tabs)).toEqual([]);
});

test('a section whose data is absent says so and what to do', () => {
  const texts = textsOf(dependencyPlan(contextOf(salesOf(WORKED_EXAMPLE))));
  for (const start of [
    'В файле нет дат: движение',
    'В источнике нет колонки с менеджером',
    'В источнике нет колонки с товарной',
  ])
    expect(texts.some((text) => text.startsWith(start))).toBe(true);
  expect(texts).not.toContain('Холдинги: кто крупный вместе');
});

test('nobody bought: no loss test, and the figures other tabs refer to are still named', () => {
  const plan = dependencyPlan(contextOf(salesOf([['А', -5]])));
  expect(plan.inputs).toEqual([]);
  expect(plan.names.map(({ name }) => name)).toEqual(
    expect.arrayContaining(
      ['top1', 'cr3', 'hhi', 'k80', 'flagged', 'flaggedShare'].map((key) => `clientele_figure_${key}`),
    ),
  );
  expect(beside(plan, 'Всего отмечено клиентов')).toBe(0);
});
