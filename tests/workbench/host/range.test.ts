import { codeOf, openExcel, sheetOf } from './support';

test('values written are read back by the next sync', async () => {
  const { first } = openExcel();
  const read = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Лист1').getRange('B2:C3');
    range.values = [
      ['Ромашка', 10.5],
      [true, ''],
    ];
    await context.sync();
    range.load('values,valueTypes,address,rowCount,columnIndex');
    await context.sync();
    return range.toJSON();
  });
  expect(read).toMatchObject({
    values: [
      ['Ромашка', 10.5],
      [true, ''],
    ],
    valueTypes: [
      ['String', 'Double'],
      ['Boolean', 'Empty'],
    ],
    address: 'Лист1!B2:C3',
    rowCount: 2,
    columnIndex: 1,
  });
  expect(first.cells.value(1, 1)).toBe('Ромашка');
  expect(first.pristine).toBe(false);
});

test('a block of more than 1,500 cells, which the client cuts into rows, arrives whole', async () => {
  const { first, host } = openExcel();
  const rows = Array.from({ length: 4400 }, (_, row) => Array.from({ length: 20 }, (_, column) => row * 20 + column));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRangeByIndexes(0, 0, 4400, 20).values = rows;
    await context.sync();
  });
  expect(first.cells.value(4399, 19)).toBe(87_999);
  expect(host.cost).toMatchObject({ syncs: 1, cellsWritten: 88_000 });
});

test('values of another shape than the range are refused', async () => {
  openExcel([sheetOf('A', [['x']])]);
  const code = await codeOf((context) => {
    context.workbook.worksheets.getItem('A').getRange('A1:B2').values = [['one']];
  });
  expect(code).toBe('InvalidArgument');
});
