import fc from '../../support/fastCheck';
import type { ColumnCells } from '../../../src/workbench/model/columnCells';
import { ColumnCellsBuilder } from '../../../src/workbench/model/columnCells';
import type { CellStore, ModelValue } from '../../../src/workbench/model/model';
import { SparseCells } from '../../../src/workbench/model/sparseCells';

const ROWS: readonly (readonly ModelValue[])[] = [
  ['Клиент', 'Сумма', 'Оплачено'],
  ['Ромашка', 10.5, true],
  ['Ромашка', '', { error: '#N/A' }],
];

function sparse(): SparseCells {
  const cells = new SparseCells();
  fill(cells);
  return cells;
}

function columns(): ColumnCells {
  const builder = new ColumnCellsBuilder();
  for (const row of ROWS) builder.appendRow(row);
  return builder.build();
}

function fill(cells: CellStore): void {
  for (const [row, values] of ROWS.entries()) {
    for (const [column, value] of values.entries()) if (value !== '') cells.setValue(row, column, value);
  }
}

function valuesOf(cells: CellStore, rows = cells.rowCount, count = cells.columnCount): ModelValue[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: count }, (__, column) => cells.value(row, column)),
  );
}

describe.each([
  ['sparse cells', sparse],
  ['typed columns', columns],
])('%s', (_name, make: () => CellStore) => {
  test('give back what they hold, and blanks elsewhere', () => {
    const cells = make();
    expect(valuesOf(cells)).toEqual(ROWS);
    expect(cells.value(99, 99)).toBe('');
    expect(cells.hasFormulas).toBe(false);
  });

  test('know the extent and the smallest area of their contents', () => {
    const cells = make();
    expect([cells.rowCount, cells.columnCount]).toEqual([3, 3]);
    cells.clear(0, 0, 'contents');
    cells.clear(0, 1, 'contents');
    cells.clear(0, 2, 'contents');
    expect(cells.usedArea('contents')).toEqual({ row: 1, column: 0, rows: 2, columns: 3 });
    cells.setValue(9, 4, 1);
    expect([cells.rowCount, cells.columnCount]).toEqual([10, 5]);
    expect(cells.usedArea('contents')).toEqual({ row: 1, column: 0, rows: 9, columns: 5 });
  });

  test('a style alone is used but no content', () => {
    const cells = make();
    cells.setStyle(5, 5, 7);
    expect(cells.usedArea('contents')).toEqual({ row: 0, column: 0, rows: 3, columns: 3 });
    expect(cells.usedArea('all')).toEqual({ row: 0, column: 0, rows: 6, columns: 6 });
    expect([...cells.cells()].at(-1)).toEqual({ row: 5, column: 5 });
  });

  test('a formula keeps the old value until its result comes, and goes when a value is written', () => {
    const cells = make();
    cells.setFormula(1, 1, '=1+1');
    expect([cells.value(1, 1), cells.formula(1, 1), cells.hasFormulas]).toEqual([10.5, '=1+1', true]);
    cells.setResult(1, 1, 2);
    expect([cells.value(1, 1), cells.formula(1, 1)]).toEqual([2, '=1+1']);
    cells.setValue(1, 1, 3);
    expect([cells.value(1, 1), cells.formula(1, 1), cells.hasFormulas]).toEqual([3, null, false]);
  });

  test('clearing contents keeps the style, clearing formats keeps the value', () => {
    const cells = make();
    cells.setStyle(1, 0, 4);
    cells.clear(1, 0, 'contents');
    expect([cells.value(1, 0), cells.style(1, 0)]).toEqual(['', 4]);
    cells.setStyle(1, 1, 4);
    cells.clear(1, 1, 'formats');
    expect([cells.value(1, 1), cells.style(1, 1)]).toEqual([10.5, 0]);
    cells.clear(1, 2, 'all');
    expect([cells.value(1, 2), cells.style(1, 2)]).toEqual(['', 0]);
  });

  test('an empty store has no area', () => {
    const cells = make();
    for (const { row, column } of [...cells.cells()]) cells.clear(row, column, 'all');
    expect([cells.usedArea('all'), cells.rowCount, cells.columnCount]).toEqual([null, 0, 0]);
  });
});

test('typed columns keep the style of each row, and a touched cell keeps its own', () => {
  const builder = new ColumnCellsBuilder();
  for (let row = 0; row < 3000; row += 1) builder.appendRow([row, 'text'], [row < 1000 ? 1 : 2]);
  const cells = builder.build();
  expect([0, 999, 1000, 2999].map((row) => cells.style(row, 0))).toEqual([1, 1, 2, 2]);
  expect(cells.style(0, 1)).toBe(0);
  cells.setValue(1500, 0, 'x');
  expect([cells.value(1500, 0), cells.style(1500, 0), cells.value(1501, 0)]).toEqual(['x', 2, 1501]);
});

test('columns that appear late are blank above', () => {
  const builder = new ColumnCellsBuilder();
  builder.appendRow(['a']);
  builder.appendRow(['b', null, 5]);
  const cells = builder.build();
  expect(valuesOf(cells)).toEqual([
    ['a', '', ''],
    ['b', '', 5],
  ]);
});

test('both stores answer alike after any changes', () => {
  const place = fc.record({ row: fc.nat(5), column: fc.nat(4) });
  const value = fc.oneof(fc.constant(''), fc.integer(), fc.constantFrom('a', 'b'), fc.boolean());
  const change = fc.oneof(
    fc.tuple(fc.constant('value' as const), place, value),
    fc.tuple(fc.constant('formula' as const), place, fc.constant('=1')),
    fc.tuple(fc.constant('style' as const), place, fc.nat(3)),
    fc.tuple(
      fc.constant('clear' as const),
      place,
      fc.constantFrom('contents' as const, 'formats' as const, 'all' as const),
    ),
  );
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const stores = [sparse(), columns()];
      for (const cells of stores) {
        for (const [kind, { row, column }, given] of changes) {
          if (kind === 'value') cells.setValue(row, column, given);
          else if (kind === 'formula') cells.setFormula(row, column, given);
          else if (kind === 'style') cells.setStyle(row, column, given);
          else cells.clear(row, column, given);
        }
      }
      const [one, other] = stores.map((cells) => ({
        cells: [...cells.cells()].map(({ row, column }) => [
          row,
          column,
          cells.value(row, column),
          cells.style(row, column),
        ]),
        used: [cells.usedArea('contents'), cells.usedArea('all')],
        extent: [cells.rowCount, cells.columnCount, cells.hasFormulas],
      }));
      expect(one).toEqual(other);
    }),
  );
});
