import { dependencyPlan } from '../../src/reports/dependency';
import { beside, textsOf, valuesOf } from '../support/planTable';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';

describe('the worked example of the method', () => {
  const plan = dependencyPlan(contextOf(salesOf(WORKED_EXAMPLE)));

  test.each([
    ['CR1: крупнейший клиент', 0.42],
    ['CR2: два крупнейших', 0.65],
    ['CR3: три крупнейших', 0.76],
    ['CR5: пять крупнейших', 0.91],
    ['CR10: десять крупнейших', 1],
    ['Индекс Херфиндаля – Хиршмана (HHI)', 2558.5],
    ['Эффективное число клиентов', 3.91],
    ['Коэффициент Джини', 0.5589],
    ['Клиентов, дающих 80\u00a0% выручки', 4],
    ['Покупателей за период', 9],
    ['База долей', 10_000],
    ['Клиенты с возвратами больше продаж', -40],
    ['Чистая выручка за период', 9960],
    ['Моноклиент', 0],
    ['Критическая зависимость', 2],
    ['Крупные клиенты', 1],
    ['Доля всех отмеченных вместе', 0.76],
  ])('%s: %d', (label, value) => expect(beside(plan, label)).toBeCloseTo(value, value > 10 ? 1 : 2));

  test('every measure says what it means', () => {
    const at = valuesOf(plan);
    const measures = plan.blocks.filter(({ role, column }) => role === 'body' && column === 2);
    expect(measures).toHaveLength(28);
    for (const { row } of measures) expect(String(at(row, 4)).length).toBeGreaterThan(10);
  });

  test('the index is judged in words, with the remark that its bounds are of markets', () => {
    expect(textsOf(plan)).toContain(
      'Высокая концентрация. Границы 1500 и 2500 построены для рынков; для базы клиентов это ориентир.',
    );
  });

  test('tells what happens without each of the largest', () => {
    const at = valuesOf(plan);
    const row = (number: number) => Array.from({ length: 9 }, (_, i) => at(6 + number, 1 + i));
    expect(row(1)).toEqual([
      1,
      'C01',
      4200,
      0.42,
      'критическая зависимость',
      5800,
      'C02',
      2300 / 5800,
      'критическая зависимость',
    ]);
    expect(row(2)).toEqual([
      2,
      'C02',
      2300,
      0.23,
      'критическая зависимость',
      7700,
      'C01',
      4200 / 7700,
      'моноклиент',
    ]);
  });
});

test('one client: nobody is left, no Gini, and the index is that of a monopoly', () => {
  const plan = dependencyPlan(contextOf(salesOf([['Единственный', 700]])));
  expect(textsOf(plan)).toContain('никого не останется');
  expect(beside(plan, 'Коэффициент Джини')).toBe('—');
  expect(beside(plan, 'Индекс Херфиндаля – Хиршмана (HHI)')).toBe(10_000);
});

test('nobody bought: no top list, no charts, measures are dashes', () => {
  const plan = dependencyPlan(contextOf(salesOf([['А', -5]]), { language: 'en' }));
  expect(plan.charts).toEqual([]);
  expect(beside(plan, 'CR1: the largest client')).toBe('—');
  expect(beside(plan, 'Net revenue in the period')).toBe(-5);
});
