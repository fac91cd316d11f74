import { groupSheets } from '../../../src/domain/sales/sheetGroups';

const FORM = ['дата', 'клиент', 'сумма'];
const shaped = (name: string, headings: readonly string[]) => ({ name, headings, form: headings.join() });
const sheets = (...names: string[]) => names.map((name) => shaped(name, FORM));

test('months of one shape are a series, however many', () => {
  expect(groupSheets(sheets('Январь', 'Февраль', 'Март'))).toEqual([
    { members: [0, 1, 2], isSeries: true, alike: [] },
  ]);
});

test('a sheet for the year beside its months would count the money twice: it is named, not read', () => {
  expect(groupSheets(sheets('2025', 'Январь 2025', 'Февраль 2025', 'Март 2025'))).toEqual([
    { members: [1, 2, 3], isSeries: true, alike: [0] },
  ]);
});

test('the plan is no part of the fact', () => {
  expect(groupSheets(sheets('Факт 2023', 'Факт 2024', 'Факт 2025', 'План 2025'))[0]).toEqual({
    members: [0, 1, 2],
    isSeries: true,
    alike: [3],
  });
});

test('two sheets, or sheets without periods in their names, may be read together but are no series', () => {
  expect(groupSheets(sheets('Январь', 'Февраль'))).toEqual([{ members: [0, 1], isSeries: false, alike: [] }]);
  expect(groupSheets(sheets('Москва', 'Казань', 'Пермь'))[0]).toMatchObject({ isSeries: false });
});

test('a sheet with one more column is alike; a lookup sheet is not', () => {
  const [january, february, march] = sheets('Январь', 'Февраль', 'Март');
  const wider = shaped('Апрель', ['№', ...FORM]);
  const lookup = shaped('Коды', ['код', 'наименование']);
  if (!january || !february || !march) throw new Error('three sheets');
  expect(groupSheets([january, wider, february, lookup, march])).toEqual([
    { members: [0, 2, 4], isSeries: true, alike: [1] },
  ]);
});

test('nothing in common is no group', () => {
  expect(groupSheets([...sheets('Продажи'), shaped('Коды', ['код', 'имя'])])).toEqual([]);
});
