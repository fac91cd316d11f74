import { tidied } from '../../../src/domain/lists/typedCells';
import type { TypedKind } from '../../../src/domain/lists/typedCells';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import type { CellValue } from '../../../src/domain/shared/grid';

it.each<[TypedKind, CellValue, CellValue]>([
  ['money', '1 200 000 ₽', 1_200_000],
  ['money', 1_200_000, 1_200_000],
  ['money', 'сто', 'сто'],
  ['money', -5, -5],
  ['money', '30 %', '30 %'],
  ['share', '30 %', 0.3],
  ['share', 30, 0.3],
  ['share', 0.3, 0.3],
  ['share', '150 %', '150 %'],
  ['number', '12 шт', 12],
  ['number', 'много', 'много'],
  ['letter', 'с', 'C'],
  ['letter', 'Б', 'Б'],
])('as %s, %s stands as %s', (kind, typed, stands) => {
  expect(tidied(typed, kind, DEFAULT_SETTINGS)).toBe(stands);
});

it('reads a single point or comma as the user answered for the sheets', () => {
  expect(tidied('1.250', 'money', { ...DEFAULT_SETTINGS, decimalSeparator: '.' })).toBe(1.25);
  expect(tidied('1.250', 'money', { ...DEFAULT_SETTINGS, decimalSeparator: ',' })).toBe(1250);
});
