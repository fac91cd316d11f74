import { rowFormula, rowMark } from '../../src/reports/rowFormula';

test('a formula of a column is the same in every row but for the numbers of rows', () => {
  const sum = rowFormula(`=IF(A${rowMark()}="",B${rowMark(-1)},'Лист'!$C${rowMark(20)}+A${rowMark()}+$D$7)`);
  expect(sum(5)).toBe(`=IF(A5="",B4,'Лист'!$C25+A5+$D$7)`);
  expect(sum(100)).toBe(`=IF(A100="",B99,'Лист'!$C120+A100+$D$7)`);
  expect(sum(5)).toBe(`=IF(A5="",B4,'Лист'!$C25+A5+$D$7)`);
});

test('a formula without a row stays as it is', () => {
  expect(rowFormula('=$A$1&"2"')(7)).toBe('=$A$1&"2"');
});
