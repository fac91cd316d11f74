import { cellBytes } from '../../src/excel/bytes';

describe('the weight of a cell', () => {
  it.each([
    ['abc', 8],
    ['Альфа', 15],
    ['€', 8],
    [12.5, 5],
    [true, 5],
  ])('%p weighs %i bytes with its quotes and comma', (value, bytes) => {
    expect(cellBytes(value)).toBe(bytes);
  });

  it.each(['plain', 'ООО «Ромашка»', 'a "quoted" \\ name', 1234.5, false])(
    'is never less than it takes as JSON carried in a JSON text: %p',
    (value) => {
      const comma = 1;
      const quotesAround = 2;
      const carried = Buffer.byteLength(JSON.stringify(JSON.stringify(value))) - quotesAround + comma;
      expect(cellBytes(value)).toBeGreaterThanOrEqual(carried);
    },
  );
});
