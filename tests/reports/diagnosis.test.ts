import type { Settings } from '../../src/domain/settings';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { actions } from '../../src/reports/diagnosis/actions';
import { diagnosisPlan } from '../../src/reports/diagnosis/diagnosis';
import { findings } from '../../src/reports/diagnosis/findings';
import { roubles } from '../support/ledger';
import type { Sale } from '../support/ledger';
import { cellsOf } from '../support/recalculate';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';

const months = (year: number) =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}-15`);

/** Two years: a pillar, one that fell, one that fell asleep in the summer, and a newcomer. */
const TWO_YEARS: readonly Sale[] = [
  ...months(2025).flatMap((date): Sale[] => [
    { client: 'Столп', amount: roubles(600), date },
    { client: 'Просел', amount: roubles(100), date },
    { client: 'Ровный', amount: roubles(250), date },
  ]),
  ...months(2024).flatMap((date): Sale[] => [
    { client: 'Столп', amount: roubles(500), date },
    { client: 'Просел', amount: roubles(300), date },
    { client: 'Ровный', amount: roubles(250), date },
    { client: 'Уснул', amount: roubles(80), date },
  ]),
  ...months(2025)
    .slice(0, 10)
    .map((date): Sale => ({ client: 'Уснул', amount: roubles(80), date })),
  { client: 'Новый', amount: roubles(40), date: '2025-12-20' },
  { client: 'Столп', amount: roubles(1), date: '2024-01-01' },
  { client: 'Столп', amount: roubles(1), date: '2025-12-31' },
];

const lightOf = (sales: readonly Sale[], tab: string, settings: Partial<Settings> = {}) =>
  findings(contextOf(sales, { settings })).find((finding) => finding.tab === tab)?.light.value;

test('the dependency line is in danger above the critical share, a warning from the large one on', () => {
  const share = (part: number) =>
    salesOf([
      ['Крупный', part],
      ...Array.from({ length: 20 }, (_, i): [string, number] => [`Малый ${i}`, (100 - part) / 20]),
    ]);
  expect(lightOf(share(20.1), 'dependency')).toBe('опасно');
  expect(lightOf(share(20), 'dependency')).toBe('внимание');
  expect(lightOf(share(10), 'dependency')).toBe('внимание');
  expect(lightOf(share(9.9), 'dependency')).toBe('хорошо');
});

test('another threshold gives another light', () => {
  const thresholds = { ...DEFAULT_SETTINGS.thresholds, flagCritical: 0.45 };
  expect(lightOf(salesOf(WORKED_EXAMPLE), 'dependency')).toBe('опасно');
  expect(lightOf(salesOf(WORKED_EXAMPLE), 'dependency', { thresholds })).toBe('внимание');
});

test('a holding larger than any client is what the line is about', () => {
  const sales: readonly Sale[] = [
    ...['А', 'Б'].map((client): Sale => ({ client, amount: roubles(15), holding: 'Группа' })),
    ...Array.from({ length: 10 }, (_, i): Sale => ({ client: `Малый ${i}`, amount: roubles(7) })),
  ];
  const line = findings(contextOf(sales)).find(({ tab }) => tab === 'dependency');
  expect(line?.sentence.value).toContain('Группа');
  expect(line?.figure.value).toBeCloseTo(0.3, 12);
  expect(line?.light.value).toBe('опасно');
});

test('what to do first stands by money, each with the tab to do it on', () => {
  const todo = actions(contextOf(TWO_YEARS));
  const amounts = todo.map(({ amount }) => amount);
  expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  expect(todo.map(({ tab, sentence }) => [tab, String(sentence.value).split(':')[0]])).toEqual([
    ['dependency', 'Столп'],
    ['movement', 'Просел'],
    ['reactivation', 'Уснул'],
  ]);
});

test('the page prints on one sheet with three charts, each figure beside its link', () => {
  const ctx = contextOf(TWO_YEARS);
  const plan = diagnosisPlan(ctx);
  expect(plan.print.fitToPages).toEqual({ wide: 1, tall: 1 });
  expect(plan.charts.map(({ kind }) => kind)).toEqual(['pareto', 'stackedColumn', 'column']);
  const links = plan.blocks.filter(({ role }) => role === 'link').map(({ cells }) => cells[0]?.[0]);
  expect(links.slice(0, findings(ctx).length)).toEqual(findings(ctx).map(({ tab }) => ctx.tabNames[tab]));
});

test.each([
  ['without dates', salesOf(WORKED_EXAMPLE), 'Дат в файле нет'],
  [
    'without a period before',
    TWO_YEARS.filter(({ date = '' }) => date >= '2025'),
    'Прошлого периода в файле нет',
  ],
  ['without revenue', salesOf([['А', -1]]), 'Вердикта нет'],
])('%s the page says what it cannot judge and what to do', (_name, sales, sentence) => {
  const texts = [...cellsOf(diagnosisPlan(contextOf(sales)))].map(({ cell }) =>
    String(typeof cell === 'object' && cell !== null ? cell.value : (cell ?? '')),
  );
  expect(texts.some((text) => text.startsWith(sentence))).toBe(true);
  expect(texts.filter((text) => text.includes('#') || text.includes('NaN'))).toEqual([]);
});
