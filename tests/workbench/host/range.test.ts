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
  const rows = Array.from({ length: 4400 }, (_, row) =>
    Array.from({ length: 20 }, (_, column) => row * 20 + column),
  );
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

test('entries are read as typed in the culture, unless the format is text', async () => {
  const { first, book } = openExcel();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('B1:B3').numberFormat = [['@'], ['@'], ['@']];
    sheet.getRange('A1:B3').values = [
      ['1,5', '1,5'],
      ['05.01.2024', '05.01.2024'],
      ['=1+1', '=1+1'],
    ];
    await context.sync();
  });
  const { cells } = first;
  expect([0, 1].map((row) => cells.value(row, 0))).toEqual([1.5, 45_296]);
  expect(cells.formula(2, 0)).toBe('=1+1');
  expect(book.styles.get(cells.style(1, 0))).toEqual({ numberFormat: 'm/d/yyyy' });
  expect([0, 1, 2].map((row) => cells.value(row, 1))).toEqual(['1,5', '05.01.2024', '=1+1']);
  expect(cells.hasFormulas && cells.formula(2, 1)).toBeNull();
});

test('a typed date keeps the format its cell had', async () => {
  const { first, book } = openExcel();
  await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getFirst().getRange('A1');
    cell.numberFormat = [['dd.mm.yyyy']];
    cell.values = [['2024-01-05']];
    await context.sync();
  });
  expect(first.cells.value(0, 0)).toBe(45_296);
  expect(book.styles.get(first.cells.style(0, 0)).numberFormat).toBe('dd.mm.yyyy');
});

test('a text with a sign in front becomes a formula, as it does when typed', async () => {
  const { first } = openExcel();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange('A1:A2').values = [['-Ромашка'], ['+7']];
    await context.sync();
  });
  expect([first.cells.formula(0, 0), first.cells.value(1, 0)]).toEqual(['=-Ромашка', 7]);
});

test.each(['=SUM(A1', '=1+', '="a', '@имя', 'x'.repeat(32_768)])(
  'the entry %.20s… is refused',
  async (entry) => {
    openExcel();
    expect(
      await codeOf((context) => {
        context.workbook.worksheets.getFirst().getRange('B1').values = [[entry]];
      }),
    ).toBe('InvalidArgument');
  },
);

test('formulas are en-US whatever the culture; null leaves a cell alone; one value fills all', async () => {
  const { first } = openExcel([sheetOf('A', [['keep']])]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:C1').formulas = [[null as unknown as string, '1.5', '=IF(A1="x",1,2)']];
    sheet.getRange('A2:C2').values = 7 as unknown as number[][];
    await context.sync();
    const read = sheet.getRange('A1:C2').load('formulas');
    await context.sync();
    expect(read.formulas).toEqual([
      ['keep', 1.5, '=IF(A1="x",1,2)'],
      [7, 7, 7],
    ]);
  });
  expect(first.cells.formula(0, 2)).toBe('=IF(A1="x",1,2)');
});

test('texts are shown as the culture writes them', async () => {
  const { first, book } = openExcel([
    sheetOf('A', [[1234.5, 0.256, 45_296, true, { error: '#N/A' }, 1 / 3]]),
  ]);
  const formats = ['#,##0.00', '0.0%', 'm/d/yyyy'];
  for (const [column, numberFormat] of formats.entries()) {
    first.cells.setStyle(0, column, book.styles.intern({ numberFormat }));
  }
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:F1').load('text,values');
    await context.sync();
    expect(range.text).toEqual([['1\u00a0234,50', '25,6%', '05.01.2024', 'ИСТИНА', '#Н/Д', '0,33333333333']]);
    expect(range.values[0]?.[4]).toBe('#N/A');
  });
});

test('the used range is the smallest around what is there, with or without formats', async () => {
  const { first, book } = openExcel([
    sheetOf('A', [
      ['', ''],
      ['', 1],
    ]),
  ]);
  first.cells.setStyle(5, 3, book.styles.intern({ bold: true }));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const ranges = [
      sheet.getUsedRangeOrNullObject(true),
      sheet.getUsedRangeOrNullObject(),
      sheet.getRange('A:A').getUsedRangeOrNullObject(true),
      sheet.getRange('B1:B9').getUsedRangeOrNullObject(true),
    ].map((range) => range.load('address'));
    await context.sync();
    expect(ranges.map((range) => (range.isNullObject ? null : range.address))).toEqual([
      'A!B2',
      'A!B2:D6',
      null,
      'A!B2',
    ]);
  });
});

test('ranges lead to other ranges', async () => {
  openExcel([sheetOf('Мой лист', [['x']])]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const range = sheet.getRange('B2:D4');
    const found = [
      range.getCell(0, 1),
      range.getRow(2),
      range.getColumn(0),
      range.getLastRow(),
      range.getOffsetRange(1, -1),
      range.getResizedRange(1, 0),
      range.getBoundingRect('F9'),
      range.getEntireColumn(),
      range.getEntireRow(),
      range.getIntersectionOrNullObject('A1:B2'),
      sheet.getRange(),
      sheet.getRangeByIndexes(1, 1, 2, 2),
    ].map((one) => one.load('address'));
    const nothing = range.getIntersectionOrNullObject('A1');
    await context.sync();
    expect(found.map(({ address }) => address.replace("'Мой лист'!", ''))).toEqual([
      'C2',
      'B4:D4',
      'B2:B4',
      'B4:D4',
      'A3:C5',
      'B2:D5',
      'B2:F9',
      'B:D',
      '2:4',
      'B2',
      '1:1048576',
      'B2:C3',
    ]);
    expect(nothing.isNullObject).toBe(true);
  });
  expect(
    await codeOf((context) => context.workbook.worksheets.getFirst().getRange('A1').getOffsetRange(-1, 0)),
  ).toBe('InvalidArgument');
  expect(await codeOf((context) => context.workbook.worksheets.getFirst().getRange('чушь'))).toBe(
    'InvalidArgument',
  );
});

test('a name or a table stands for its cells', async () => {
  openExcel([
    sheetOf('A', [
      ['x', 'y'],
      [1, 2],
    ]),
  ]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.tables.add('A1:B2', true).name = 'Продажи';
    context.workbook.names.add('порог', sheet.getRange('B2'));
    await context.sync();
    const ranges = ['порог', 'Продажи'].map((name) => sheet.getRange(name).load('address'));
    await context.sync();
    expect(ranges.map(({ address }) => address)).toEqual(['A!B2', 'A!A1:B2']);
  });
});

test('clearing takes contents, formats, or both with rules and links', async () => {
  const { first, book } = openExcel([sheetOf('A', [['a', 'b']])]);
  first.cells.setStyle(0, 0, book.styles.intern({ bold: true }));
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1').clear('Contents');
    sheet.getRange('B1').hyperlink = { documentReference: 'A!A1', textToDisplay: 'туда' };
    sheet.getRange('C1').conditionalFormats.add('Custom');
    sheet.getRange('C1:C9').dataValidation.rule = { decimal: { formula1: 0, operator: 'GreaterThan' } };
    await context.sync();
    expect([first.cells.value(0, 0), first.cells.style(0, 0) > 0]).toEqual(['', true]);
    expect([first.cells.value(0, 1), first.hyperlinks.get('B1')]).toEqual([
      'туда',
      { documentReference: 'A!A1' },
    ]);
    sheet.getRange('A1:C5').clear();
    await context.sync();
  });
  expect([first.cells.usedArea('all'), first.hyperlinks.size, first.conditionalFormats.length]).toEqual([
    null,
    0,
    0,
  ]);
  expect(first.validations.map(({ area }) => area)).toEqual([{ row: 5, column: 2, rows: 4, columns: 1 }]);
});

test('merging keeps the first cell only, unmerging frees the area', async () => {
  const { first } = openExcel([sheetOf('A', [['a', 'b']])]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A1:B1').merge();
    await context.sync();
    expect([first.merges, first.cells.value(0, 1)]).toEqual([
      [{ row: 0, column: 0, rows: 1, columns: 2 }],
      '',
    ]);
    sheet.getRange('A1').unmerge();
    await context.sync();
  });
  expect(first.merges).toEqual([]);
});

test('the selection is where the user put it', async () => {
  const { book } = openExcel([sheetOf('A', []), sheetOf('B', [])]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('B').getRange('C3:D4').select();
    const selected = context.workbook.getSelectedRange().load('address');
    const cell = context.workbook.getActiveCell().load('address');
    const active = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    expect([selected.address, cell.address, active.name]).toEqual(['B!C3:D4', 'B!C3', 'B']);
  });
  expect(book.activeSheetId).toBe(book.sheets[1]?.id);
});
