import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Thresholds } from '../../src/domain/settings';
import { settingsPlan } from '../../src/reports/settingsTab';
import { beside, textsOf, valuesOf } from '../support/planTable';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';

const planWith = (thresholds: Partial<Thresholds> = {}) =>
  settingsPlan(
    contextOf(salesOf(WORKED_EXAMPLE), {
      settings: { thresholds: { ...DEFAULT_SETTINGS.thresholds, ...thresholds } },
    }),
  );

test('each threshold is a named input cell with its default, meaning and origin', () => {
  const plan = planWith({ classA: 0.7 });
  const at = valuesOf(plan);
  expect(plan.names.map(({ name }) => name)).toEqual(
    Object.keys(DEFAULT_SETTINGS.thresholds).map((key) => `clientele_${key}`),
  );
  const [classA] = plan.names;
  const row = classA?.area.row ?? 0;
  expect([1, 2, 3, 6].map((column) => at(row, column))).toEqual([
    'Граница класса A',
    0.7,
    0.8,
    'clientele_classA',
  ]);
  expect(at(row, 5)).toContain('Общепринятая практика');
  expect(plan.blocks.filter(({ role }) => role === 'input').flatMap(({ cells }) => cells)).toHaveLength(7);
});

test('our own rules are not passed off as those of the books', () => {
  const texts = textsOf(planWith());
  const ofTheBooks = texts.filter((text) => text.startsWith('Правило источника'));
  expect(ofTheBooks).toHaveLength(3);
  expect(beside(planWith(), 'Граница класса A', 4)).toContain('правило Clientele');
});

test('what people type is kept by the name of the cell, which no language changes', () => {
  const [inputs] = planWith().inputs;
  expect(inputs).toMatchObject({ keyColumn: 6, fields: ['value'], area: { rows: 7, columns: 1 } });
});

test.each([
  [{ classA: 0.96 }, 'Граница A должна быть меньше границы B.'],
  [{ flagLarge: 0.2 }, 'Пороги зависимости должны расти: крупный, критическая, моноклиент.'],
  [{ hhiModerate: 2600 }, 'Граница умеренной концентрации должна быть меньше границы высокой.'],
  [{}, 'Пороги согласованы между собой.'],
])('thresholds out of order are told: %j', (thresholds, text) => {
  expect(beside(planWith(thresholds), 'Проверка')).toBe(text);
});

test('shows the choice of period in words', () => {
  const plan = settingsPlan(
    contextOf(salesOf(WORKED_EXAMPLE), { settings: { period: { from: '2025-01-01', to: '2025-03-31' } } }),
  );
  expect(beside(plan, 'Выбор периода')).toBe('01.01.2025 – 31.03.2025');
  expect(beside(planWith(), 'Выбор периода')).toBe('последние 12 полных месяцев');
});
