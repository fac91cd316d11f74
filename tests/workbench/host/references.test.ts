import {
  formatArea,
  lettersOf,
  parseArea,
  parseReference,
  quoteSheet,
  subtract,
} from '../../../src/workbench/host/a1';
import { removeSheetFromFormula, renameSheetInFormula } from '../../../src/workbench/host/formulaReferences';

test.each([
  ['A1', { row: 0, column: 0, rows: 1, columns: 1 }],
  ['$B$3:d2', { row: 1, column: 1, rows: 2, columns: 3 }],
  ['A:C', { row: 0, column: 0, rows: 1_048_576, columns: 3 }],
  ['2:3', { row: 1, column: 0, rows: 2, columns: 16_384 }],
  ['XFD1048576', { row: 1_048_575, column: 16_383, rows: 1, columns: 1 }],
])('%s is an area', (text, area) => {
  expect(parseArea(text)).toEqual(area);
});

test.each(['', 'A', '1', 'A0', 'XFE1', 'A1:B', 'A1048577', 'итого', 'A1 B2', 'A1,B2'])(
  '%j is none',
  (text) => {
    expect(parseArea(text)).toBeNull();
  },
);

test('a reference may name its sheet, quoted or not', () => {
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  expect(parseReference("='O''Hara !'!$A$1")).toEqual({ sheet: "O'Hara !", area });
  expect(parseReference('Лист1!A1')).toEqual({ sheet: 'Лист1', area });
  expect(parseReference('=SUM(A1)')).toBeNull();
  expect(parseReference('=Лист1!A1+1')).toBeNull();
});

test('areas are written as Excel writes them', () => {
  expect([0, 25, 26, 701, 702].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  expect(formatArea({ row: 0, column: 0, rows: 1_048_576, columns: 2 })).toBe('A:B');
  expect(formatArea({ row: 1, column: 0, rows: 1, columns: 16_384 }, true)).toBe('$2:$2');
  expect(formatArea({ row: 1, column: 1, rows: 1, columns: 2 }, true)).toBe('$B$2:$C$2');
});

test('a sheet is quoted where its name could be read as something else', () => {
  expect(['Лист1', 'A1', 'R1C1', 'Мой лист', "O'Hara", '2024'].map(quoteSheet)).toEqual([
    'Лист1',
    "'A1'",
    "'R1C1'",
    "'Мой лист'",
    "'O''Hara'",
    "'2024'",
  ]);
});

test('an area without its middle is four areas of the same number of cells', () => {
  const rest = subtract(
    { row: 0, column: 0, rows: 4, columns: 4 },
    { row: 1, column: 1, rows: 2, columns: 2 },
  );
  expect(rest).toHaveLength(4);
  expect(rest.reduce((sum, { rows, columns }) => sum + rows * columns, 0)).toBe(12);
});

describe('formulas when a sheet is renamed', () => {
  const rename = (formula: string): string => renameSheetInFormula(formula, 'Лист1', 'Мой лист');

  test('follow it, quoted or not, in whatever case', () => {
    expect(rename("=Лист1!A1+'лист1'!$B$2*2")).toBe("='Мой лист'!A1+'Мой лист'!$B$2*2");
  });

  test('leave texts and other sheets alone', () => {
    const formula = '="Лист1!A1"&Лист11!A1&\'x Лист1\'!A1';
    expect(rename(formula)).toBe(formula);
  });
});

test('formulas that pointed to a deleted sheet point nowhere', () => {
  expect(removeSheetFromFormula("=SUM(Лист1!A1:B2)+'Лист1'!$C$3+Лист2!A1+Лист1!A:B", 'Лист1')).toBe(
    '=SUM(#REF!)+#REF!+Лист2!A1+#REF!',
  );
});
