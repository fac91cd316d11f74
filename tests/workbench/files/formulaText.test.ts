import { formulaForFile, formulaFromFile, shiftFormula } from '../../../src/workbench/files/xlsx/formulaText';
import {
  areaOf,
  pointsOfWidth,
  referenceOf,
  splitReference,
  widthOfPoints,
} from '../../../src/workbench/files/xlsx/units';

describe('a shared formula further down and to the right', () => {
  test.each([
    ['$A1*B$2+C3', '$A3*D$2+E5'],
    ['SUM(A:B)+SUM(1:2)+SUM($A:B)', 'SUM(C:D)+SUM(3:4)+SUM($A:D)'],
    ['"A1"&A1', '"A1"&C3'],
    ["'Sheet A1'!A1+Sheet1!B2", "'Sheet A1'!C3+Sheet1!D4"],
    ['LOG10(A1)+ATAN2(B1,B2)', 'LOG10(C3)+ATAN2(D3,D4)'],
    ['Table1[A1]+rate_1', 'Table1[A1]+rate_1'],
  ])('%s becomes %s', (formula, shifted) => {
    expect(shiftFormula(formula, 2, 2)).toBe(shifted);
  });
});

test('young functions carry a prefix in the file only', () => {
  expect(formulaFromFile('_xlfn.IFS(A1>0,1)+_xlfn._xlws.SORT(A1:A3)')).toBe('=IFS(A1>0,1)+SORT(A1:A3)');
  expect(formulaForFile('=IFS(A1>0,"IFS(x)")+SORT(A1:A3)+SUM(A1)')).toBe(
    '_xlfn.IFS(A1>0,"IFS(x)")+_xlfn._xlws.SORT(A1:A3)+SUM(A1)',
  );
});

test('references and widths of the file, and back', () => {
  expect(areaOf('$B$2:C4')).toEqual({ row: 1, column: 1, rows: 3, columns: 2 });
  expect(areaOf('2:3')).toEqual({ row: 1, column: 0, rows: 2, columns: 16_384 });
  expect(areaOf('nonsense')).toBeNull();
  expect(referenceOf({ row: 1, column: 1, rows: 3, columns: 2 })).toBe('B2:C4');
  expect(splitReference("'Bob''s'!$A$1")).toEqual({
    sheet: "Bob's",
    area: { row: 0, column: 0, rows: 1, columns: 1 },
  });
  expect(pointsOfWidth(9.140625)).toBe(48);
  for (const points of [3, 48, 72.75, 150]) expect(pointsOfWidth(widthOfPoints(points))).toBe(points);
});
