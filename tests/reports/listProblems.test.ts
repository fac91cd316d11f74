import type { ListAccount, RowProblem } from '../../src/domain/lists/types';
import { dataCheckPlan } from '../../src/reports/dataCheck';
import { beside, textsOf } from '../support/planTable';
import { contextOf, salesOf } from '../support/reportContext';

const sales = salesOf([['А', 100]]);

function problem(change: Partial<RowProblem>): RowProblem {
  return {
    code: 'noClient',
    sheet: 'Воронка',
    row: 2,
    column: null,
    heading: '',
    value: '',
    other: null,
    ...change,
  };
}

function account(problems: readonly RowProblem[], change: Partial<ListAccount> = {}): ListAccount {
  return { sheet: 'Воронка', rowsRead: 9, rowsUsed: 8, rowsSkipped: 1, converted: null, problems, ...change };
}

const planWith = (deals: ListAccount | null, potentials: ListAccount | null = null) =>
  dataCheckPlan(
    contextOf(sales, { lists: { potentials, deals: deals && { rows: [], has: new Set(), account: deals } } }),
  );

describe('side lists on «Качество данных»', () => {
  it('are named with their rows, or with what they take where there is none', () => {
    const plan = planWith(account([]), account([], { sheet: 'Бюджеты', converted: 'thousands' }));
    expect([beside(plan, 'Сделки'), beside(plan, 'Сделки', 2)]).toEqual([9, 8]);
    expect(beside(plan, 'Потенциалы клиентов', 3)).toBe(
      'Лист «Бюджеты». Итогов и повторных заголовков пропущено: 1; замечаний: 0. Суммы указаны в тысячах и пересчитаны в единицы продаж.',
    );
    expect(beside(plan, 'Обязательный ассортимент', 3)).toMatch(/^Не найден\. Нужен лист/);
    expect(textsOf(plan)).not.toContain('Замечания к спискам');
  });

  it('have every problem at its cell, with what to do', () => {
    const plan = planWith(
      account([
        problem({ code: 'unreadableProbability', row: 7, column: 4, heading: 'Вероятность', value: 'сто' }),
        problem({ code: 'duplicateDeal', row: 9, value: 'Д-1', other: 3 }),
      ]),
    );
    expect([1, 2, 3].map((at) => beside(plan, 'Воронка, D7 (Вероятность)', at))).toEqual([
      7,
      'сто',
      'Вероятность прочитать нельзя: взята вероятность этапа. Впишите, например, 40\u00a0%.',
    ]);
    expect(beside(plan, 'Воронка', 3)).toMatch(/^Эта сделка уже есть в строке 3/);
  });

  it('say the same mistake on a thousand rows twenty times, and the rest as a number', () => {
    const many = Array.from({ length: 1_425 }, (_, at) =>
      problem({ row: at + 2, column: 4, heading: 'Клиент' }),
    );
    const texts = textsOf(planWith(account([...many, problem({ code: 'duplicateDeal', other: 3 })])));
    expect(texts.filter((text) => text === 'Клиент не указан. Впишите его.')).toHaveLength(20);
    expect(texts).toContain('И ещё таких строк: 1405. Клиент не указан. Впишите его.');
    expect(texts.some((text) => /^Эта сделка уже есть/.test(text))).toBe(true);
  });
});
