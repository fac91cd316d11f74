import { isoDate } from '../../../src/domain/shared/dates';
import { sheetPeriod } from '../../../src/domain/sales/sheetPeriod';

const said = (name: string) => {
  const period = sheetPeriod(name);
  return (
    period && [
      period.kind === 'months' ? period.months : period.kind,
      period.last === null ? null : isoDate(period.last),
      period.label,
    ]
  );
};

test.each([
  ['Январь', [1, null, '']],
  ['февр.', [1, null, '']],
  ['Январь 2026', [1, '2026-01-31', '']],
  ['Feb 2024', [1, '2024-02-29', '']],
  ['02.2026', [1, '2026-02-28', '']],
  ['2026-02', [1, '2026-02-28', '']],
  ['2025', ['year', '2025-12-31', '']],
  ['2025 год', ['year', '2025-12-31', '']],
  ['Продажи 2025', ['year', '2025-12-31', 'продажи']],
  ['Отчёт_март_2026', [1, '2026-03-31', 'отчет']],
  ['1 кв. 2026', [3, '2026-03-31', '']],
  ['Q4 2025', [3, '2025-12-31', '']],
  ['1 квартал', [3, null, '']],
  ['1 полугодие 2025', [6, '2025-06-30', '']],
  ['15.01.2026', ['day', '2026-01-15', '']],
  ['15 января 2026', ['day', '2026-01-15', '']],
])('«%s» is a period', (name, period) => {
  expect(said(name)).toEqual(period);
});

test.each(['Лист1', 'Москва', 'Справочник', '12', 'Январь (2)', 'Свод', 'Майер'])('«%s» is none', (name) => {
  expect(said(name)).toBeNull();
});
