import fc from '../support/fastCheck';
import { ColumnStore } from '../../src/excel/columnStore';

describe('a column kept frugally', () => {
  it('gives back what was put in, of any kind and in any mixture', () => {
    const cell = fc.oneof(fc.double({ noNaN: true }), fc.string(), fc.boolean(), fc.constant(''));
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 50 }), (cells) => {
        const store = new ColumnStore(cells.length);
        cells.forEach((value, row) => store.set(row, value));
        store.seal();
        expect(cells.map((_, row) => store.value(row))).toEqual(cells);
      }),
    );
  });

  it('reads as blank where nothing was put', () => {
    const store = new ColumnStore(3);
    store.set(1, 5);
    expect([0, 1, 2, 3].map((row) => store.value(row))).toEqual(['', 5, '', '']);
  });
});
