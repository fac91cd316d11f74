import { parseOptions } from '../../../src/workbench/cli/options';

const parsed = (...argv: string[]) => {
  const result = parseOptions(argv);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const refused = (...argv: string[]) => {
  const result = parseOptions(argv);
  if (result.ok) throw new Error('accepted');
  return result.error;
};

test('a file alone is enough', () => {
  expect(parsed('sales.xlsx')).toMatchObject({ file: 'sales.xlsx', sheets: [], period: null, columns: {} });
});

test('columns are given by role and heading, a comma in a heading is escaped', () => {
  expect(parsed('a.csv', '--columns', 'client=Контрагент,amount=Сумма\\, руб').columns).toEqual({
    client: 'Контрагент',
    amount: 'Сумма, руб',
  });
});

test('side lists are given by the name of their sheet', () => {
  expect(
    parsed('a.xlsx', '--potential', 'Бюджеты', '--must-list', 'MML', '--deals', 'Воронка'),
  ).toMatchObject({ potential: 'Бюджеты', mustList: 'MML', deals: 'Воронка' });
  expect(parsed('a.xlsx')).toMatchObject({ potential: null, mustList: null, deals: null });
});

test('dossiers are asked for by their number', () => {
  expect(parsed('a.xlsx', '--dossiers', '12').dossiers).toBe(12);
  expect(parsed('a.xlsx').dossiers).toBeNull();
});

test('a period is a preset or a span of days', () => {
  expect(parsed('a.csv', '--period', 'all').period).toBe('all');
  expect(parsed('a.csv', '--period', '2025-01-01..2025-06-30').period).toEqual({
    from: '2025-01-01',
    to: '2025-06-30',
  });
});

test.each([
  [[], { code: 'usage' }],
  [['a.csv', 'b.csv'], { code: 'usage' }],
  [['a.csv', '--lang', 'de'], { code: 'badValue', option: '--lang', value: 'de' }],
  [['a.csv', '--as-of', '2025-02-30'], { code: 'badValue', option: '--as-of', value: '2025-02-30' }],
  [['a.csv', '--period', '2025-06-30..2025-01-01'], { code: 'badValue', option: '--period' }],
  [
    ['a.csv', '--columns', 'buyer=Контрагент'],
    { code: 'badValue', option: '--columns', value: 'buyer=Контрагент' },
  ],
  [['a.csv', '--colour', 'red'], { code: 'unknownOption' }],
  [['a.csv', '--dossiers', '0'], { code: 'badValue', option: '--dossiers', value: '0' }],
  [['a.csv', '--dossiers', '2.5'], { code: 'badValue', option: '--dossiers', value: '2.5' }],
  [['a.csv', '--dossiers', 'all'], { code: 'badValue', option: '--dossiers', value: 'all' }],
])('%j is refused by name', (argv, error) => {
  expect(refused(...argv)).toMatchObject(error);
});
