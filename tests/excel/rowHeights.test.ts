import { rowHeights } from '../../src/excel/rowHeights';
import type { Block } from '../../src/reports/plan';
import { plan } from './support/plans';

function wrapped(row: number, column: number, ...texts: (string | null)[]): Block {
  return { row, column, cells: texts.map((text) => [text]), role: 'body', wrap: true };
}

const SHORT = 'слово';
const TWO_LINES = 'двадцать знаков тут.';

describe('heights of rows with wrapped texts', () => {
  it('grow with the longest text of the row, in whichever block it stands', () => {
    const blocks = [
      wrapped(3, 1, SHORT, TWO_LINES, SHORT),
      wrapped(3, 2, SHORT, SHORT, `${TWO_LINES} ${TWO_LINES}`),
    ];
    expect(rowHeights(plan({ columnWidths: [12, 24], blocks }))).toEqual([{ row: 4, rows: 2, height: 30 }]);
  });

  it('follow the result of a formula and its own line breaks', () => {
    const cells = [[{ formula: '=A1', value: 'раз\nдва\nтри' }]];
    const blocks: Block[] = [{ row: 1, column: 1, cells, role: 'body', wrap: true }];
    expect(rowHeights(plan({ columnWidths: [40], blocks }))).toEqual([{ row: 1, rows: 1, height: 45 }]);
  });

  it('leave rows alone that fit, hold numbers or do not wrap', () => {
    const blocks: Block[] = [
      wrapped(1, 1, SHORT, null),
      { row: 3, column: 1, cells: [[1_000_000]], role: 'body', wrap: true },
      { row: 4, column: 1, cells: [[TWO_LINES]], role: 'body' },
    ];
    expect(rowHeights(plan({ columnWidths: [12], blocks }))).toEqual([]);
  });

  it('follow the size of the role: a figure, a heading, a sentence that leads in two lines', () => {
    const of = (row: number, role: Block['role'], text: string, wrap = false): Block => ({
      row,
      column: 1,
      cells: [[text]],
      role,
      wrap,
    });
    const blocks = [of(1, 'figure', '15'), of(2, 'heading', SHORT), of(3, 'lead', TWO_LINES, true)];
    expect(rowHeights(plan({ columnWidths: [21], blocks }))).toEqual([
      { row: 1, rows: 1, height: 26.25 },
      { row: 2, rows: 1, height: 15.75 },
      { row: 3, rows: 1, height: 34.5 },
    ]);
  });

  it('are one for all where rows differ too often to be told one by one', () => {
    const texts = Array.from({ length: 400 }, (_, row) => (row % 2 ? TWO_LINES : SHORT));
    expect(rowHeights(plan({ columnWidths: [12], blocks: [wrapped(1, 1, ...texts)] }))).toEqual([
      { row: 1, rows: 400, height: 30 },
    ]);
  });
});
