import { chooseSeparator, readRows } from '../../../src/workbench/files/csv/rows';
import { importField, sheetNameOf } from '../../../src/workbench/files/csv/openCsv';
import { openWorkbook } from '../../../src/workbench/files/open';
import type { ModelValue } from '../../../src/workbench/model/model';

/** The rows of the only sheet. */
async function read(content: string | Uint8Array, fileName = 'sales.csv'): Promise<ModelValue[][]> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const opened = await openWorkbook(bytes, fileName);
  if (!opened.ok) throw new Error(opened.error.code);
  const { cells } = opened.value.sheets[0] ?? { cells: null };
  if (!cells) throw new Error('no sheet');
  return Array.from({ length: cells.rowCount }, (_, row) =>
    Array.from({ length: cells.columnCount }, (__, column) => cells.value(row, column)),
  );
}

/** Cyrillic letters, as windows-1251 has them. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );
}

describe('the encoding of a text table', () => {
  const table = 'Клиент;Сумма\nАльфа;10\n';
  const rows = [
    ['Клиент', 'Сумма'],
    ['Альфа', 10],
  ];
  test.each([
    ['UTF-8', new TextEncoder().encode(table)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${table}`)],
    ['windows-1251', windows1251(table)],
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${table}`, 'utf16le'))],
  ])('is told by its content: %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(rows);
  });
});

describe('the separator', () => {
  test.each([
    ['a;b;c\n1;2;3', ';'],
    ['a,b,c\n1,2,3', ','],
    ['a\tb\tc\n1\t2\t3', '\t'],
    ['Клиент;Сумма\n"Ромашка, ООО";1 234,50\n"Лютик, ИП";7,00', ';'],
    ['name,note\nx,"a;b;c;d"\ny,"e;f;g;h"', ','],
    ['one\ntwo', null],
  ])('of %j is %j', (content, separator) => {
    expect(chooseSeparator(content)).toBe(separator);
  });
});

describe('fields', () => {
  const rows = (content: string): string[][] => [...readRows(content, ',')];

  test('in quotes hold separators, quotes and line breaks', () => {
    expect(rows('a,"b,c","d ""e""","f\r\ng"\r\nh')).toEqual([['a', 'b,c', 'd "e"', 'f\r\ng'], ['h']]);
  });

  test('keep a quote that stands inside, and one that is never closed', () => {
    expect(rows('5" pipe,x\n"open,y')).toEqual([
      ['5" pipe', 'x'],
      ['"open', 'y'],
    ]);
  });

  test('are blank where nothing stands, also at the end of a line', () => {
    expect(rows('a,,\n,b,')).toEqual([
      ['a', '', ''],
      ['', 'b', ''],
    ]);
  });

  test('of lines ended by CR alone, and of a file that names its separator for Excel', () => {
    expect(rows('a,b\rc,d')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect([...readRows('sep=;\r\na;b', ';')]).toEqual([['a', 'b']]);
  });
});

describe('what a field becomes', () => {
  test.each<[string, ModelValue]>([
    ['12', 12],
    ['-3.50', -3.5],
    ['0', 0],
    ['0.25', 0.25],
    ['007', '007'],
    ['+7', '+7'],
    ['1e5', '1e5'],
    ['1 234,50', '1 234,50'],
    ['02.03.2024', '02.03.2024'],
    ['123456789012345', 123456789012345],
    ['1234567890123456', '1234567890123456'],
    ['=1+1', '=1+1'],
    [' 5', ' 5'],
    ['TRUE', 'TRUE'],
  ])('%j is %j', (field, value) => {
    expect(importField(field)).toBe(value);
  });
});

test('the sheet is named after the file, as far as Excel allows', () => {
  expect(sheetNameOf('C:\\data\\sales [2024].csv')).toBe('sales _2024_');
  expect(sheetNameOf(`${'x'.repeat(40)}.csv`)).toHaveLength(31);
  expect(sheetNameOf("'.csv")).toBe('Sheet1');
});
