import { cellRequests, formatRuns, halves } from '../../src/excel/cells';
import type { Block } from '../../src/reports/plan';
import { plan } from './support/plans';

function block(cells: Block['cells'], parts: Partial<Block> = {}): Block {
  return { row: 1, column: 1, cells, role: 'body', ...parts };
}

function formats(...blocks: Block[]): string[] {
  return formatRuns(plan({ blocks })).map(
    ({ area, format }) => `${area.row},${area.column} ${area.rows}×${area.columns} ${format}`,
  );
}

describe('number formats of a plan', () => {
  it('takes one rectangle for neighbouring columns of the same format, and none for General', () => {
    const rows = [
      ['Альфа', 1, 2, 0.5],
      ['Бета', 3, 4, 0.1],
    ];
    expect(formats(block(rows, { formats: [null, '#,##0', '#,##0', '0%'] }))).toEqual([
      '1,2 2×2 #,##0',
      '1,4 2×1 0%',
    ]);
  });

  it('turns a whole column of texts to text as soon as one of them could be taken for something else', () => {
    expect(formats(block([['Альфа'], ['=SUM(A1)'], [null], ['Бета']]))).toEqual(['1,1 4×1 @']);
  });

  it('turns only the risky cells to text where numbers stand beside them', () => {
    expect(formats(block([[1], ['-5'], [2]], { formats: ['0.0'] }))).toEqual([
      '1,1 1×1 0.0',
      '2,1 1×1 @',
      '3,1 1×1 0.0',
    ]);
  });

  it('leaves a leading apostrophe to General, where doubling it is certain to keep it', () => {
    expect(formats(block([['007'], ["'t Hart"], ['Альфа']], { formats: ['@'] }))).toEqual([
      '1,1 1×1 @',
      '3,1 1×1 @',
    ]);
  });

  it('keeps a formula calculating in a column of texts', () => {
    const cells = [['имя'], [{ formula: '=A1', value: 'имя' }]];
    expect(formats(block(cells, { formats: ['@'] }))).toEqual(['1,1 1×1 @']);
  });
});

describe('requests of a plan', () => {
  const rows = (count: number): Block['cells'] =>
    Array.from({ length: count }, (_, row) => ['Клиент', row, null]);

  it('hold formulas and values in one matrix, blanks as blank, leading apostrophes doubled', () => {
    const cells = [["'t Hart", null, { formula: '=A1', value: 1 }, true]];
    expect([...cellRequests(plan({ blocks: [block(cells, { row: 3, column: 2 })] }), 1000)]).toEqual([
      [{ area: { row: 3, column: 2, rows: 1, columns: 4 }, cells: [["''t Hart", '', '=A1', true]] }],
    ]);
  });

  it('stay under the limit, lose no row and keep the order', () => {
    const blocks = [block(rows(100)), block(rows(50), { row: 200 })];
    const limit = 600;
    const requests = [...cellRequests(plan({ blocks }), limit)];
    for (const request of requests) {
      expect(JSON.stringify(request.map(({ cells }) => cells)).length).toBeLessThan(limit);
    }
    const written = requests
      .flat()
      .flatMap(({ area, cells }) => cells.map((row, index) => [area.row + index, row[1]]));
    expect(written).toEqual([
      ...Array.from({ length: 100 }, (_, row) => [1 + row, row]),
      ...Array.from({ length: 50 }, (_, row) => [200 + row, row]),
    ]);
  });

  it('are one for a plan that is small', () => {
    expect([
      ...cellRequests(plan({ blocks: [block(rows(3)), block(rows(2), { row: 9 })] }), 10_000),
    ]).toHaveLength(1);
  });

  it('can be halved down to a single row', () => {
    const [request] = cellRequests(plan({ blocks: [block(rows(3))] }), 10_000);
    const [first, second] = halves(request ?? []) ?? [];
    expect(first?.[0]?.cells.map((row) => row[1])).toEqual([0, 1]);
    expect(second?.[0]).toMatchObject({ area: { row: 3, rows: 1 }, cells: [['Клиент', 2, '']] });
    expect(halves(second ?? [])).toBeNull();
  });
});
