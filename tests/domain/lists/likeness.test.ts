import { listLikeness } from '../../../src/domain/lists/likeness';
import { gridFrom } from './support';

const kindOf = (text: string, name = 'Лист1') => listLikeness(gridFrom(text, name))?.kind ?? null;

describe('a side list is told', () => {
  it.each([
    ['deals of a CRM', 'Сделка | Клиент | Сумма | Этап\nПлёнка | Пион | 10 | КП', 'deals'],
    [
      'Maven',
      'opportunity_id | sales_agent | product | account | deal_stage | engage_date | close_date | close_value\n1C | A | B | C | Won | 10/20/2016 | 3/1/2017 | 1054',
      'deals',
    ],
    ['budgets of clients', 'Клиент | Годовой бюджет\nПион | 10', 'potentials'],
    ['outlets and their norm', 'Клиент | Торговых точек | Норма на точку\nПион | 3 | 10', 'potentials'],
    ['a must list', 'Обязательный ассортимент\nБолт', 'mustList'],
  ])('by its headings: %s', (_what, text, kind) => expect(kindOf(text)).toBe(kind));

  it.each([
    ['Воронка', 'Клиент | Сумма | Что дальше\nПион | 10 | Звонок', 'deals'],
    ['Сделки 2026', 'Клиент | Проект | Бюджет\nПион | Плёнка | 10', 'deals'],
    ['Потенциал', 'Клиент | Наша доля\nПион | 0.3', 'potentials'],
    ['MML', 'Номенклатура\nБолт', 'mustList'],
    ['Must list', 'Item | Group\nBolt | Metal', 'mustList'],
  ])('by its name: %s', (name, text, kind) => expect(kindOf(text, name)).toBe(kind));

  it.each([
    ['sales', 'Контрагент | Дата | Документ | Номенклатура | Сумма\nПион | 46023 | Р-1 | Болт | 10'],
    [
      'sales of a shop',
      'Order ID | Order Date | Ship Date | Customer Name | Sales | Discount\n1 | 46023 | 46024 | X | 10 | 0.2',
    ],
    ['sales that call a document a deal', 'Сделка | Клиент | Дата | Сумма\nР-1 | Пион | 46023 | 10'],
    [
      'a plan and a fact by month',
      'Клиент | Месяц | Бюджет | Факт\nПион | 1 | 10 | 9\nПион | 2 | 10 | 9\nПион | 3 | 10 | 9',
    ],
    ['a list of clients', 'Клиент | Город | Сотрудников\nПион | Тула | 10'],
    ['numbers', '1 | 2\n3 | 4'],
  ])('from %s', (_what, text) => expect(kindOf(text)).toBeNull());

  it('from sales on a sheet called «Сделки 2025»', () => {
    expect(kindOf('Контрагент | Дата | Сумма\nПион | 46023 | 10', 'Сделки 2025')).toBeNull();
  });
});
