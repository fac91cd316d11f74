import { absolute, areaAddress, onSheet } from '../../src/reports/addresses';
import { literal, live, liveCell, liveText, percentOf, roundHalfUp } from '../../src/reports/live';

test('a sentence becomes a formula and the value it must give', () => {
  const sentence = liveText('до {a} %, после {b}', { a: percentOf('$B$2', 0.425), b: live('C3', 'конца') });
  expect(liveCell(sentence)).toEqual({
    formula: '="до "&ROUND($B$2*100,2)&" %, после "&C3',
    value: 'до 42.5 %, после конца',
  });
});

test('an unknown placeholder stays in sight', () => {
  expect(liveText('до {a}', {}).value).toBe('до {a}');
});

test('quotes are doubled and long texts are cut where Excel would refuse them', () => {
  expect(literal('ООО "Ромашка"')).toBe('"ООО ""Ромашка"""');
  expect(literal('')).toBe('""');
  const long = literal('я'.repeat(600));
  expect(long.split('&').map((piece) => piece.length - 2)).toEqual([255, 255, 90]);
});

test.each([
  [2.675, 2, 2.68],
  [-2.5, 0, -3],
  [1.005, 2, 1.01],
  [0, 2, 0],
])('rounds %d to %d decimals as Excel does: %d', (value, decimals, rounded) => {
  expect(roundHalfUp(value, decimals)).toBe(rounded);
});

test('references are absolute, and sheet names quoted with their apostrophes doubled', () => {
  expect(absolute(3, 28)).toBe('$AB$3');
  expect(areaAddress({ row: 2, column: 1, rows: 3, columns: 2 })).toBe('$A$2:$B$4');
  expect(onSheet("Клиенты 'А'", '$A$1')).toBe("'Клиенты ''А'''!$A$1");
});
