import type { ModelValue, SheetModel } from '../../../src/workbench/model/model';
import { codeOf, openExcel, sheetOf } from './support';

type Fields = readonly Excel.SortField[];

async function sort(address: string, fields: Fields, matchCase = false, hasHeaders = false): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets
      .getFirst()
      .getRange(address)
      .sort.apply([...fields], matchCase, hasHeaders);
    await context.sync();
  });
}

function column({ cells }: SheetModel, at: number): readonly ModelValue[] {
  return Array.from({ length: cells.rowCount }, (_, row) => cells.value(row, at));
}

test('rows move as wholes under their headings; equal ones keep their order', async () => {
  const { first } = openExcel([
    sheetOf('A', [
      ['имя', 'сумма'],
      ['б', 2],
      ['Ё', 1],
      ['а', 2],
      ['е', 3],
      ['ж', 1],
    ]),
  ]);
  await sort('A1:B6', [{ key: 1, ascending: false }], false, true);
  expect(column(first, 0)).toEqual(['имя', 'е', 'б', 'а', 'Ё', 'ж']);
  await sort('A1:B6', [{ key: 1 }, { key: 0 }], false, true);
  expect(column(first, 0)).toEqual(['имя', 'Ё', 'ж', 'а', 'б', 'е']);
  expect(column(first, 1)).toEqual(['сумма', 1, 1, 2, 2, 3]);
});

test('numbers come before texts, logical values and errors; blanks are last both ways', async () => {
  const values: readonly ModelValue[] = [{ error: '#N/A' }, 'б', '', true, 10, 'А', false, 9];
  const { first } = openExcel([
    sheetOf(
      'A',
      values.map((value) => [value, 'x']),
    ),
  ]);
  await sort('A1:B8', [{ key: 0, ascending: true }]);
  expect(column(first, 0)).toEqual([9, 10, 'А', 'б', false, true, { error: '#N/A' }, '']);
  await sort('A1:B8', [{ key: 0, ascending: false }]);
  expect(column(first, 0)).toEqual([{ error: '#N/A' }, true, false, 'б', 'А', 10, 9, '']);
});

test('texts that read as numbers stand among them if asked', async () => {
  const { first } = openExcel([sheetOf('A', [['10,5'], [9], ['2']])]);
  await sort('A1:A3', [{ key: 0 }]);
  expect(column(first, 0)).toEqual([9, '10,5', '2']);
  await sort('A1:A3', [{ key: 0, dataOption: 'TextAsNumber' }]);
  expect(column(first, 0)).toEqual(['2', 9, '10,5']);
});

test('formulas go along like copied ones; what they say of other sheets and fixed cells stays', async () => {
  const { first } = openExcel([
    sheetOf('A', [
      [2, '=A1*$D$1', '=B!A1', 5],
      [1, '=A2*$D$1', "=B!A2+SUM('A'!A1)"],
    ]),
    sheetOf('B', [[7], [8]]),
  ]);
  await sort('A1:C2', [{ key: 0 }]);
  expect([0, 1].map((row) => first.cells.formula(row, 1))).toEqual(['=A1*$D$1', '=A2*$D$1']);
  expect([0, 1].map((row) => first.cells.formula(row, 2))).toEqual(["=B!A2+SUM('A'!A1)", '=B!A1']);
  expect(first.cells.value(0, 3)).toBe(5);
});

test('looks and links move with cells; borders, conditional formats and hidden rows stay', async () => {
  const { first, book } = openExcel([sheetOf('A', [[3], [2], [1]])]);
  const line = { style: 'thin', color: '#000000' } as const;
  first.cells.setStyle(0, 0, book.styles.intern({ bold: true, borders: { top: line } }));
  first.hyperlinks.set('A1', { documentReference: 'A!B1' });
  first.hiddenRows.add(1);
  await sort('A1:A3', [{ key: 0 }]);
  expect(column(first, 0)).toEqual([1, 2, 3]);
  expect([0, 2].map((row) => book.styles.get(first.cells.style(row, 0)))).toEqual([
    { borders: { top: line } },
    { bold: true },
  ]);
  expect([...first.hyperlinks]).toEqual([['A3', { documentReference: 'A!B1' }]]);
});

test('merged cells are sorted if all are alike, and refused if not', async () => {
  const { first } = openExcel([
    sheetOf('A', [
      ['б', '', 1],
      ['а', '', 2],
    ]),
  ]);
  first.merges = [0, 1].map((row) => ({ row, column: 0, rows: 1, columns: 2 }));
  const sorted = (address: string): Promise<string> =>
    codeOf((context) =>
      context.workbook.worksheets
        .getFirst()
        .getRange(address)
        .sort.apply([{ key: 0 }]),
    );
  expect(await sorted('A1:C2')).toBe('MergedRangeConflict');
  expect(await sorted('A1:B2')).toBe('none');
  expect([column(first, 0), column(first, 2)]).toEqual([
    ['а', 'б'],
    [1, 2],
  ]);
});

test('a column outside the range is refused, and a protected sheet', async () => {
  const { first } = openExcel([sheetOf('A', [[2], [1]])]);
  const sorted =
    (key: number) =>
    (context: Excel.RequestContext): void =>
      context.workbook.worksheets.getFirst().getRange('A1:A2').sort.apply([{ key }]);
  expect(await codeOf(sorted(1))).toBe('InvalidArgument');
  first.isProtected = true;
  expect(await codeOf(sorted(0))).toBe('AccessDenied');
});
