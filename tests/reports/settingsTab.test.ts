import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Thresholds } from '../../src/domain/settings';
import { CHOICE_KEYS, CHOICES, THRESHOLD_KEYS, THRESHOLDS } from '../../src/domain/thresholds';
import type { ThresholdKey, ThresholdOrigin } from '../../src/domain/thresholds';
import { ru } from '../../src/i18n/ru';
import { settingsPlan } from '../../src/reports/settingsTab';
import type { SheetPlan } from '../../src/reports/plan';
import { beside, textsOf, valuesOf } from '../support/planTable';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';

const planWith = (thresholds: Partial<Thresholds> = {}) =>
  settingsPlan(
    contextOf(salesOf(WORKED_EXAMPLE), {
      settings: { thresholds: { ...DEFAULT_SETTINGS.thresholds, ...thresholds } },
    }),
  );

/** The names of the thresholds' cells, in the order of the tab. */
const thresholdCells = (plan: SheetPlan) =>
  plan.names.filter(({ name }) => THRESHOLD_KEYS.some((key) => name === `clientele_${key}`));

test('each threshold is a named input cell with its default, meaning and origin', () => {
  const plan = planWith({ classA: 0.7 });
  const at = valuesOf(plan);
  const names = thresholdCells(plan);
  expect(names.map(({ name }) => name)).toEqual(
    Object.keys(DEFAULT_SETTINGS.thresholds).map((key) => `clientele_${key}`),
  );
  const row = names[0]?.area.row ?? 0;
  expect([1, 2, 3, 6].map((column) => at(row, column))).toEqual([
    'Граница класса A',
    0.7,
    0.8,
    'clientele_classA',
  ]);
  expect(at(row, 5)).toBe('Общепринятая практика');
  for (const { name, area } of names) expect(at(area.row, 6)).toBe(name);
});

test('stands in sections, each threshold under the heading of its part of the method', () => {
  const plan = planWith();
  const at = valuesOf(plan);
  const headings = plan.blocks.filter(({ role }) => role === 'heading');
  const headingAbove = (row: number) =>
    at(Math.max(...headings.map((heading) => heading.row).filter((heading) => heading < row)), 1);
  for (const key of THRESHOLD_KEYS) {
    const row = plan.names.find(({ name }) => name === `clientele_${key}`)?.area.row ?? 0;
    expect(headingAbove(row)).toBe(ru[`settings.section.${THRESHOLDS[key].section}`]);
  }
});

test('our own rules are not passed off as those of the books', () => {
  const plan = planWith();
  const at = valuesOf(plan);
  const rowsOf = (origin: ThresholdOrigin) =>
    thresholdCells(plan).filter(
      (_, index) => THRESHOLDS[THRESHOLD_KEYS[index] ?? 'classA'].origin === origin,
    );
  for (const { area } of rowsOf('ours')) expect(at(area.row, 5)).toMatch(/^Правило Clientele/);
  for (const { area } of rowsOf('seed')) expect(at(area.row, 5)).toMatch(/^Книги, по которым/);
  expect(textsOf(plan).join(' ')).not.toContain('Лукич');
});

test('each unit has its format and its limits', () => {
  const plan = planWith();
  const formatOf = (key: ThresholdKey) => {
    const row = plan.names.find(({ name }) => name === `clientele_${key}`)?.area.row ?? 0;
    const block = plan.blocks.find(
      ({ role, row: first, cells }) => role === 'input' && first <= row && row < first + cells.length,
    );
    const validation = plan.validations.find(
      ({ area }) => area.column === 2 && area.row <= row && row < area.row + area.rows,
    );
    return [block?.formats?.[0], validation?.rule];
  };
  expect(formatOf('classA')).toEqual(['0.0%', { kind: 'decimal', min: 0, max: 1 }]);
  expect(formatOf('hhiHigh')).toEqual(['#,##0', { kind: 'decimal', min: 0, max: 10_000 }]);
  expect(formatOf('lostDays')).toEqual(['#,##0" дн."', { kind: 'whole', min: 1, max: 3650 }]);
  expect(formatOf('startMonths')).toEqual(['#,##0" мес."', { kind: 'whole', min: 0, max: 120 }]);
  expect(formatOf('rhythmDates')).toEqual(['#,##0', { kind: 'whole', min: 2, max: 100_000 }]);
  expect(formatOf('rhythmActive')).toEqual(['"×"0.0', { kind: 'decimal', min: 0.1, max: 1000 }]);
});

test('what people type is kept by the name of the cell, which no language changes', () => {
  const plan = planWith();
  expect(plan.inputs.every(({ keyColumn, fields }) => keyColumn === 6 && fields.join() === 'value')).toBe(
    true,
  );
  expect(plan.inputs.reduce((rows, { area }) => rows + area.rows, 0)).toBe(THRESHOLD_KEYS.length);
});

test.each([
  [{ classA: 0.96 }, 'Должны расти по порядку: «Граница класса A» < «Граница класса B».'],
  [
    { flagLarge: 0.2, hhiModerate: 2600 },
    'Должны расти по порядку: «Крупный клиент» < «Критическая зависимость». ' +
      '«HHI: умеренная концентрация» < «HHI: высокая концентрация».',
  ],
  [{}, 'Пороги согласованы между собой.'],
])('thresholds out of order are told by name: %j', (thresholds, text) => {
  expect(beside(planWith(thresholds), 'Проверка')).toBe(text);
});

test('shows the choice of period in words', () => {
  const plan = settingsPlan(
    contextOf(salesOf(WORKED_EXAMPLE), { settings: { period: { from: '2025-01-01', to: '2025-03-31' } } }),
  );
  expect(beside(plan, 'Выбор периода')).toBe('01.01.2025 – 31.03.2025');
  expect(beside(planWith(), 'Выбор периода')).toBe('последние 12 полных месяцев');
});

test('each choice is a drop-down of its words, none of which would split Excel\u2019s list', () => {
  for (const language of ['ru', 'en'] as const) {
    const choices = { ...DEFAULT_SETTINGS.choices, salesType: 'mixed' as const };
    const plan = settingsPlan(contextOf(salesOf(WORKED_EXAMPLE), { language, settings: { choices } }));
    const at = valuesOf(plan);
    for (const key of CHOICE_KEYS) {
      const row = plan.names.find(({ name }) => name === `clientele_${key}`)?.area.row ?? 0;
      const rule = plan.validations.find(({ area }) => area.row === row)?.rule;
      const values = rule?.kind === 'list' ? rule.values : [];
      expect(values).toHaveLength(CHOICES[key].length);
      expect(new Set(values).size).toBe(values.length);
      expect(values.join('')).not.toMatch(/[,;]/);
      expect(values).toContain(at(row, 2));
      expect(at(row, 3)).toBe(values[0]);
    }
  }
});

test('the stage table starts with the preset in the language of the tab, and keeps what was typed', () => {
  const preset = settingsPlan(
    contextOf(salesOf(WORKED_EXAMPLE), {
      language: 'en',
      settings: { choices: { ...DEFAULT_SETTINGS.choices, stages: 'hubspot' } },
    }),
  );
  expect(stagesOf(preset)).toEqual([
    ['Appointment scheduled', 0.2],
    ['Qualified to buy', 0.4],
    ['Presentation scheduled', 0.6],
    ['Decision maker bought-in', 0.8],
    ['Contract sent', 0.9],
  ]);
  const own = settingsPlan(
    contextOf(salesOf(WORKED_EXAMPLE), { settings: { stages: [{ name: 'Тендер', probability: 0.3 }] } }),
  );
  expect(stagesOf(own)).toEqual([['Тендер', 0.3]]);
});

function stagesOf(plan: SheetPlan) {
  const at = valuesOf(plan);
  const area = plan.names.find(({ name }) => name === 'clientele_stageNames')?.area;
  expect(area?.rows).toBe(15);
  return Array.from({ length: 15 }, (_, index) =>
    [1, 2].map((column) => at((area?.row ?? 0) + index, column)),
  ).filter(([name]) => name !== '');
}
