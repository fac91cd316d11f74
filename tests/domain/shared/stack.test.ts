import { gridOf, originOf } from '../../../src/domain/shared/grid';
import { stackGrids } from '../../../src/domain/shared/stack';

const january = gridOf(
  [
    ['Клиент', 'Сумма'],
    ['Альфа', 1],
    ['Бета', 2],
  ],
  { sheet: 'Январь', firstRow: 3 },
);
const february = gridOf([['Клиент'], ['Гамма', 3, 'примечание']], {
  sheet: 'Февраль',
  formats: [[], ['General', '0.00']],
});

test('grids stand one below the other, a heading already read is cut off', () => {
  const stacked = stackGrids(
    [
      { grid: january, from: 0 },
      { grid: february, from: 1 },
    ],
    'Январь … Февраль',
  );
  expect([stacked.sheet, stacked.rowCount, stacked.columnCount, stacked.firstRow]).toEqual([
    'Январь … Февраль',
    4,
    3,
    3,
  ]);
  expect([0, 1, 2, 3, 4].map((row) => stacked.value(row, 0))).toEqual([
    'Клиент',
    'Альфа',
    'Бета',
    'Гамма',
    '',
  ]);
  expect(stacked.format(3, 1)).toBe('0.00');
});

test('a row knows the sheet it stands on, in whatever order rows are asked for', () => {
  const stacked = stackGrids(
    [
      { grid: january, from: 0 },
      { grid: gridOf([['Клиент']], { sheet: 'Пустой' }), from: 1 },
      { grid: february, from: 1 },
    ],
    'все',
  );
  expect([3, 0, 2].map((row) => originOf(stacked, row))).toEqual([
    { sheet: 'Февраль', row: 2 },
    { sheet: 'Январь', row: 3 },
    { sheet: 'Январь', row: 5 },
  ]);
  expect(stacked.value(3, 0)).toBe('Гамма');
});
