import type { ClientKey } from '../../src/domain/sales/types';
import type { KeyMark } from '../../src/domain/entries';
import type { CellValue } from '../../src/domain/shared/grid';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Thresholds } from '../../src/domain/settings';
import { abcdPlan } from '../../src/reports/abcd';
import { dependencyPlan } from '../../src/reports/dependency';
import { keyClientsPlan } from '../../src/reports/keyClients';
import type { SheetPlan } from '../../src/reports/plan';
import { settingsPlan } from '../../src/reports/settingsTab';
import type { Sale } from '../support/ledger';
import { roubles } from '../support/ledger';
import { beside, textsOf } from '../support/planTable';
import { cellsOf, LiveTabs, loadIronCalc } from '../support/recalculate';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';

beforeAll(loadIronCalc);

const sale = (client: string, amount: number, manager: string): Sale => ({
  client,
  amount: roubles(amount),
  manager,
});

/** Four clients with a tenth or more, three of them of one manager, and ten small ones. */
const COMPANY: readonly Sale[] = [
  sale('Завод', 400, 'Иванова'),
  sale('Склад', 150, 'Иванова'),
  sale('Рынок', 120, 'Иванова'),
  sale('Порт', 100, 'Иванова'),
  sale('Лавка', 80, 'Петров'),
  ...Array.from({ length: 10 }, (_, i) => sale(`Малый ${i}`, 15, 'Сидоров')),
];

const marksOf = (marks: Readonly<Record<string, readonly KeyMark[]>>) => ({
  marks: new Map(Object.entries(marks).map(([key, given]) => [key as ClientKey, new Set(given)])),
});

const contextWith = (
  marks: Readonly<Record<string, readonly KeyMark[]>> = {},
  thresholds: Partial<Thresholds> = {},
) =>
  contextOf(COMPANY, {
    entries: marksOf(marks),
    settings: { thresholds: { ...DEFAULT_SETTINGS.thresholds, ...thresholds } },
  });

/** The row of a label, as values from its column on. */
function rowAt(
  read: (row: number, column: number) => CellValue,
  plan: SheetPlan,
  label: string,
  columns: number,
) {
  for (const { row, column, cell } of cellsOf(plan)) {
    const value = typeof cell === 'object' ? cell?.value : cell;
    if (value === label && column === 2) return Array.from({ length: columns }, (_, i) => read(row, 2 + i));
  }
  throw new Error(`No row ${label}`);
}

function live(ctx: ReturnType<typeof contextWith>) {
  const plan = keyClientsPlan(ctx);
  const tabs = new LiveTabs([settingsPlan(ctx), abcdPlan(ctx), dependencyPlan(ctx), plan]);
  return {
    plan,
    tabs,
    row: (label: string, columns: number) => rowAt((r, c) => tabs.read(plan, r, c), plan, label, columns),
  };
}

/** Types a mark beside a client. */
function mark(tabs: LiveTabs, plan: SheetPlan, client: string, column: number, text: string): void {
  for (const { row, column: at, cell } of cellsOf(plan)) {
    if (cell === client && at === 2) tabs.type(plan, row, column, text);
  }
}

const PROMISING = 7;
const DEMANDING = 9;

test('large clients are key, and every client says why it is or is not', () => {
  const plan = keyClientsPlan(contextWith());
  expect(beside(plan, 'Ключевых клиентов')).toBe(4);
  expect(beside(plan, 'Их выручка')).toBe(770);
  expect(beside(plan, 'Нужно менеджеров для них')).toBe(2);
  const texts = textsOf(plan);
  expect(texts).toContain('Ключевой · доля 10 %, не меньше 10 %');
  expect(texts).toContain('Не ключевой: доля 8 % меньше 10 %, отметок нет');
});

test('a mark makes a client key at once, and its manager the busier', () => {
  const { plan, tabs, row } = live(contextWith());
  expect(row('Лавка', 11).at(-2)).toBe('');
  mark(tabs, plan, 'Лавка', PROMISING, 'да');
  mark(tabs, plan, 'Лавка', DEMANDING, 'ДА ');
  expect(row('Лавка', 11).slice(-2)).toEqual([
    'да',
    'Ключевой · перспективный: большой бюджет у конкурента · требовательный: поднимает уровень работы',
  ]);
  expect(row('Ключевых клиентов', 2)[1]).toBe(5);
  expect(row('Петров', 6)).toEqual(['Петров', 80, 1, 'в норме', 80, expect.closeTo(80 / 850, 9)]);
});

test('what is typed and means nothing is no mark', () => {
  const { plan, tabs, row } = live(contextWith());
  mark(tabs, plan, 'Лавка', PROMISING, 'сто');
  expect(row('Лавка', 11).at(-2)).toBe('');
});

test('a marked client is listed however small, and the engine says what the cells will', () => {
  const many = Array.from({ length: 90 }, (_, i): [string, number] => [
    `К${String(i).padStart(2, '0')}`,
    90 - i,
  ]);
  const ctx = contextOf(salesOf(many), { entries: marksOf({ К89: ['image'] }) });
  const plan = keyClientsPlan(ctx);
  const tabs = new LiveTabs([settingsPlan(ctx), abcdPlan(ctx), dependencyPlan(ctx), plan]);
  mark(tabs, plan, 'К89', 8, 'yes');
  const at = (r: number, c: number) => tabs.read(plan, r, c);
  expect(rowAt(at, plan, 'К89', 11).slice(-2)).toEqual(['да', 'Ключевой · имиджевый: известное имя']);
  expect(beside(plan, 'Ключевых клиентов')).toBe(1);
  expect(rowAt(at, plan, 'Ключевых клиентов', 2)[1]).toBe(1);
  // Twenty of the largest, and the marked one.
  expect(plan.inputs[0]?.area.rows).toBe(21);
});

test.each([
  ['keyShare', 0.05],
  ['keyShare', 0.001],
  ['keysPerManager', 1],
  ['keysPerManager', 5],
] as const)('with %s moved to %d the summary and the loads follow as if analysed anew', (key, value) => {
  const { tabs, row } = live(contextWith());
  tabs.set(`clientele_${key}`, value);
  const after = contextWith({}, { [key]: value });
  const expected = keyClientsPlan(after);
  for (const label of ['Ключевых клиентов', 'Их выручка', 'Их доля в выручке', 'Нужно менеджеров для них'])
    expect(row(label, 2)[1]).toBeCloseTo(Number(beside(expected, label)), 9);
  for (const manager of ['Иванова', 'Петров', 'Сидоров']) {
    expect(row(manager, 4)).toEqual(rowAt((r, c) => valueIn(expected, r, c), expected, manager, 4));
  }
});

function valueIn(plan: SheetPlan, row: number, column: number): CellValue {
  for (const each of cellsOf(plan)) {
    if (each.row === row && each.column === column)
      return typeof each.cell === 'object' ? (each.cell?.value ?? '') : each.cell;
  }
  return '';
}

test('a manager within the norm who holds most of the money of key clients is loaded all the same', () => {
  const plan = keyClientsPlan(
    contextOf([
      sale('Завод', 60, 'Иванова'),
      ...['А', 'Б', 'В'].map((client) => sale(client, 10, 'Петров')),
      ...Array.from({ length: 10 }, (_, i) => sale(`Малый ${i}`, 1, 'Сидоров')),
    ]),
  );
  expect(textsOf(plan)).toContain('тяжело по деньгам');
  expect(textsOf(plan)).toContain('в норме');
});

test('without managers the load says what to add; without buyers there is nobody to choose', () => {
  expect(textsOf(keyClientsPlan(contextOf(salesOf(WORKED_EXAMPLE))))).toContain(
    'В источнике нет колонки с менеджером. Добавьте её – станет видно, у кого сколько ключевых клиентов.',
  );
  const empty = keyClientsPlan(contextOf(salesOf([['А', -5]])));
  expect(textsOf(empty)).toContain('Покупателей за период нет: ключевых выбрать не из кого.');
  expect(beside(empty, 'Ключевых клиентов')).toBe(0);
  expect(empty.inputs.map(({ fields }) => fields)).toEqual([['client']]);
});

test('a small client can be added: its cell says when it will be listed, and the next run lists it', () => {
  const many = salesOf(Array.from({ length: 40 }, (_, i): [string, number] => [`К${i}`, 90 - i]));
  const { plan, tabs } = live(contextOf(many));
  const cells = plan.inputs.find(({ fields }) => fields.includes('client'))?.area;
  const { row = 0, column = 0 } = cells ?? {};
  const typed = ['к39', 'К1', 'Нет такого', '', ''];
  typed.forEach((name, i) => tabs.type(plan, row + i, column, name === '' ? null : name));
  const states = (from: number) => typed.map((_, i) => tabs.read(plan, from + i, column + 1));
  expect(states(row)).toEqual([
    'появится в списке, когда обновите вкладки',
    'есть в списке',
    'такого клиента нет',
    '',
    '',
  ]);
  const after = keyClientsPlan(contextOf(many, { entries: { addedKeys: typed } }));
  expect([...cellsOf(after)].filter(({ column: at, cell }) => at === 2 && cell === 'К39')).toHaveLength(1);
  expect(textsOf(after).filter((text) => text === 'есть в списке')).toHaveLength(2);
});

test('a member of a large holding carries its flag, and the reason says whose it is', () => {
  const company = [
    ...['А', 'Б', 'В'].map((client) => ({ client, amount: roubles(8), holding: 'Группа' })),
    ...Array.from({ length: 10 }, (_, i) => ({ client: `Малый ${i}`, amount: roubles(7.6) })),
  ];
  const { tabs, row } = live(contextOf(company));
  expect(row('А', 4)).toEqual(['А', 8, 0.08, 'критическая зависимость']);
  expect(row('А', 11)[10]).toBe(
    'Не ключевой: доля 8\u00a0% меньше 10\u00a0%, отметок нет · зависимость – по холдингу: Группа',
  );
  tabs.set('clientele_flagLarge', 0.3);
  tabs.set('clientele_flagCritical', 0.4);
  expect(row('А', 4)[3]).toBe('');
  expect(row('А', 11)[10]).toBe('Не ключевой: доля 8\u00a0% меньше 10\u00a0%, отметок нет');
});
