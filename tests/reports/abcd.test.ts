import { abcdPlan } from '../../src/reports/abcd';
import type { PlanCell, SheetPlan } from '../../src/reports/plan';
import { allPlans } from '../../src/reports/allPlans';
import { complete } from '../../src/domain/shared/steps';
import { salesOf, WORKED_EXAMPLE, contextOf } from '../support/reportContext';
import { beside, tableRows, textsOf } from '../support/planTable';
import { LiveTabs, loadIronCalc } from '../support/recalculate';

const plain = (value: unknown) => String(value).replace(/\u00a0/g, ' ');

describe('the worked example of the method', () => {
  const rows = tableRows(abcdPlan(contextOf(salesOf(WORKED_EXAMPLE))));

  test('has its classes, shares and flags', () => {
    expect(rows.map((row) => [row['Клиент'], row['Класс'], row['Зависимость']])).toEqual([
      ['C01', 'A', 'критическая зависимость'],
      ['C02', 'A', 'критическая зависимость'],
      ['C03', 'A', 'крупный клиент'],
      ['C04', 'A', ''],
      ['C05', 'B', ''],
      ['C06', 'B', ''],
      ['C07', 'C', ''],
      ['C08', 'C', ''],
      ['C09', 'C', ''],
      ['C10', 'D', ''],
      ['C11', 'D', ''],
    ]);
    expect(rows.map((row) => row['Доля'])).toEqual([
      0.42,
      0.23,
      0.11,
      0.09,
      0.06,
      0.04,
      0.03,
      0.015,
      0.005,
      '',
      '',
    ]);
    expect(rows[3]?.['Накоплено до']).toBe(0.76);
  });

  test('says why, with the numbers, in both languages', () => {
    const russian = rows.map((row) => plain(row['Почему']));
    expect(russian[0]).toBe(
      'До него 0 % выручки – меньше 80 %: A, основная выручка; доля 42 % – больше 20 %: критическая зависимость',
    );
    expect(russian[4]).toBe('До него 85 % выручки – от 80 % до 95 %: B, средний клиент');
    expect(russian[8]).toBe('До него 99.5 % выручки – 95 % и больше: C, небольшой клиент');
    expect(russian[9]).toBe('За период нет выручки: D, без выручки');
    expect(russian[10]).toBe('Возвраты за период больше продаж: D, без выручки');
    const english = tableRows(abcdPlan(contextOf(salesOf(WORKED_EXAMPLE), { language: 'en' })));
    expect(english[2]?.['Why']).toBe(
      '65% of revenue before it – below 80%: A, core of revenue; its share is 11% – at least 10%: large client',
    );
  });

  test('has a summary of classes with words beside the letters', () => {
    const plan = abcdPlan(contextOf(salesOf(WORKED_EXAMPLE)));
    expect(beside(plan, 'Основная выручка', -1)).toBe('A');
    expect(beside(plan, 'Основная выручка', 1)).toBe(8500);
    expect(beside(plan, 'Основная выручка', 2)).toBe(0.85);
    expect(beside(plan, 'Основная выручка', 4)).toBe(4);
    expect(beside(plan, 'Без выручки за период', 1)).toBe(-40);
    expect(beside(plan, 'Итого', 1)).toBe(9960);
    expect(beside(plan, 'База долей: вся выручка > 0', 1)).toBe(10_000);
    expect(textsOf(plan).some((text) => text.startsWith('Модель: по объёму (ABC + D)'))).toBe(true);
  });
});

describe('columns that the source cannot fill', () => {
  const headings = (plan: SheetPlan) => Object.keys(tableRows(plan)[0] ?? {});

  test('are left out without dates, documents and managers', () => {
    expect(headings(abcdPlan(contextOf(salesOf(WORKED_EXAMPLE))))).toEqual([
      '№',
      'Клиент',
      'Выручка',
      'Доля',
      'Накоплено до',
      'Класс',
      'Класс и что он значит',
      'Потенциал в год',
      'Наша доля',
      'Запас роста',
      'Зависимость',
      'Почему',
      'Класс вручную',
      'Комментарий',
      'Холдинг',
      'Стратегия и ритм',
      'Следующий шаг',
      'Сумма до клиента',
      'Сумма с клиентом',
      'Ключ клиента',
    ]);
  });

  test('stand where dates and managers are known', () => {
    const sales = [
      { client: 'А', amount: 1000, date: '2024-01-01', manager: 'Иванова' },
      { client: 'А', amount: 3000, date: '2025-12-31', manager: 'Иванова' },
      { client: 'Б', amount: 500, date: '2025-06-01', manager: 'Петров' },
    ];
    const [first, second] = tableRows(abcdPlan(contextOf(sales)));
    expect(first).toMatchObject({ Изменение: 2, 'Дней назад': 0, Менеджер: 'Иванова', Заказов: 1 });
    expect(second).toMatchObject({ Изменение: '', 'Дней назад': 213, Менеджер: 'Петров' });
  });
});

describe('warnings', () => {
  const warningsOf = (clients: [string, number][]) => textsOf(abcdPlan(contextOf(salesOf(clients))));

  test('say that nobody bought, that one buys, that all buy alike', () => {
    expect(warningsOf([['А', -5]])).toContainEqual(expect.stringContaining('Классов и долей нет'));
    expect(warningsOf([['А', 5]])).toContainEqual(expect.stringContaining('полная зависимость'));
    expect(
      warningsOf([
        ['А', 5],
        ['Б', 5],
      ]),
    ).toContainEqual(expect.stringContaining('База однородна'));
  });

  test('say that the year is not full', () => {
    const sales = [
      { client: 'А', amount: 1000, date: '2025-07-01' },
      { client: 'Б', amount: 500, date: '2025-12-31' },
    ];
    expect(textsOf(abcdPlan(contextOf(sales)))).toContainEqual(
      expect.stringContaining('Неполный год: в периоде месяцев – 6 из 12'),
    );
  });

  test('nobody bought: there is no chart, and nothing breaks', () => {
    expect(abcdPlan(contextOf(salesOf([['А', -5]]))).charts).toEqual([]);
  });
});

test('the Pareto shows 25 clients and the others', () => {
  const clients = Array.from({ length: 40 }, (_, i): [string, number] => [`К${i}`, 100 - i]);
  const plan = abcdPlan(contextOf(salesOf(clients)));
  expect(plan.charts[0]?.categories.rows).toBe(26);
  expect(beside(plan, '26+', 1)).toBe('Прочие клиенты: 15');
  expect(beside(plan, '26+', 3)).toBe(1);
});

test('a table sorted by another column sets off an alarm', async () => {
  await loadIronCalc();
  const plans = complete(allPlans(contextOf(salesOf(WORKED_EXAMPLE))));
  const swapped = plans.map((plan) => (plan.key === 'abcd' ? withFirstRevenuesSwapped(plan) : plan));
  const abcd = swapped[1];
  if (!abcd) throw new Error('No such tab');
  expect(new LiveTabs(plans).read(abcd, 3, 1)).toMatch(/^Модель/);
  expect(new LiveTabs(swapped).read(abcd, 3, 1)).toMatch(/^Внимание: строки пересортированы/);
});

function withFirstRevenuesSwapped(plan: SheetPlan): SheetPlan {
  const swap = (cell: PlanCell): PlanCell => (cell === 4200 ? 2300 : cell === 2300 ? 4200 : cell);
  return {
    ...plan,
    blocks: plan.blocks.map((block) => ({ ...block, cells: block.cells.map((row) => row.map(swap)) })),
  };
}
