import fc from '../../support/fastCheck';
import { ColumnCellsBuilder } from '../../../src/workbench/model/columnCells';
import type { CellStore, ModelValue } from '../../../src/workbench/model/model';
import { movedArea, movedLine } from '../../../src/workbench/model/shift';
import type { Shift } from '../../../src/workbench/model/shift';
import { SparseCells } from '../../../src/workbench/model/sparseCells';

const SIDE = 6;
const LAST = { rows: 16_383, columns: 1_048_575 } as const;

/** Shifts over whole lines and over parts of them, near the cells. */
const shifts: fc.Arbitrary<Shift> = fc
  .record({
    kind: fc.constantFrom('insert' as const, 'delete' as const),
    axis: fc.constantFrom('rows' as const, 'columns' as const),
    at: fc.nat(SIDE),
    count: fc.integer({ min: 1, max: 3 }),
    part: fc.option(fc.tuple(fc.nat(SIDE), fc.nat(2))),
  })
  .map(({ part, ...shift }) => ({
    ...shift,
    from: part ? part[0] : 0,
    to: part ? part[0] + part[1] : LAST[shift.axis],
  }));

const values: fc.Arbitrary<ModelValue> = fc.constantFrom<ModelValue[]>('', 1, 2.5, 'текст', true);
const grids = fc.array(fc.array(fc.tuple(values, fc.nat(2)), { minLength: SIDE, maxLength: SIDE }), {
  minLength: 1,
  maxLength: SIDE,
});

function sparse(grid: readonly (readonly (readonly [ModelValue, number])[])[]): SparseCells {
  const cells = new SparseCells();
  for (const [row, line] of grid.entries()) {
    for (const [column, [value, style]] of line.entries()) {
      if (value !== '') cells.setValue(row, column, value);
      if (style > 0) cells.setStyle(row, column, style);
    }
  }
  return cells;
}

/** All there is near A1, to compare by. */
function seen(cells: CellStore): unknown {
  const found: unknown[] = [];
  for (let row = 0; row < 4 * SIDE; row += 1) {
    for (let column = 0; column < 4 * SIDE; column += 1) {
      const value = cells.value(row, column);
      const style = cells.style(row, column);
      if (value !== '' || style !== 0) found.push([row, column, value, style]);
    }
  }
  return found;
}

test('cells of both stores go where their lines go, whatever comes and goes', () => {
  fc.assert(
    fc.property(grids, fc.array(shifts, { minLength: 1, maxLength: 4 }), (grid, steps) => {
      const held = sparse(grid);
      const builder = new ColumnCellsBuilder();
      for (const line of grid)
        builder.appendRow(
          line.map(([value]) => value),
          line.map(([, style]) => style),
        );
      const streamed = builder.build();
      for (const shift of steps) {
        const before = held.copy();
        held.shift(shift);
        streamed.shift(shift);
        const expected = new SparseCells();
        for (const { row, column } of before.cells()) {
          const [line, across] = shift.axis === 'rows' ? [row, column] : [column, row];
          const target = across < shift.from || across > shift.to ? line : movedLine(shift, line);
          if (target === null) continue;
          const [r, c] = shift.axis === 'rows' ? [target, column] : [row, target];
          expected.setValue(r, c, before.value(row, column));
          expected.setStyle(r, c, before.style(row, column));
        }
        expect(seen(held)).toEqual(seen(expected));
      }
      expect(seen(streamed)).toEqual(seen(held));
      expect([streamed.rowCount, streamed.columnCount]).toEqual([held.rowCount, held.columnCount]);
    }),
  );
});

test('what is inserted and deleted again leaves areas as they were', () => {
  const areas = fc.record({
    row: fc.nat(9),
    column: fc.nat(9),
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(areas, shifts, (area, shift) => {
      const grown = movedArea({ ...shift, kind: 'insert' }, area);
      expect(grown && movedArea({ ...shift, kind: 'delete' }, grown)).toEqual(area);
    }),
  );
});

test('a copy of a store is on its own', () => {
  const builder = new ColumnCellsBuilder();
  builder.appendRow(['a', 1]);
  const cells = builder.build();
  cells.setFormula(0, 2, '=B1');
  for (const store of [cells, sparse([[['a', 1]]])]) {
    const copy = store.copy();
    expect([seen(copy), copy.hasFormulas]).toEqual([seen(store), store.hasFormulas]);
    copy.setValue(0, 0, 'b');
    copy.shift({ kind: 'insert', axis: 'rows', at: 0, count: 1, from: 0, to: 16_383 });
    expect([store.value(0, 0), copy.value(1, 0)]).toEqual(['a', 'b']);
  }
});
