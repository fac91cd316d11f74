import { codeOf, openExcel, sheetOf } from './support';

const list = () =>
  sheetOf('A', [
    ['Клиент', 'Сумма', 'Сумма'],
    ['Ромашка', 1, 2],
    ['Лютик', 3, 4],
  ]);

test('a table stands over its range and gives its parts', async () => {
  const { first } = openExcel([list()]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const table = sheet.tables.add(sheet.getRange('A1:C3'), true);
    table.name = 'Список';
    table.style = 'TableStyleLight1';
    table.showBandedRows = false;
    await context.sync();
    const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()].map((part) =>
      part.load('address'),
    );
    table.columns.load('items/name');
    const found = context.workbook.tables.getItem('список').load('name,style,showHeaders,worksheet/name');
    const body = table.columns.getItem('Сумма').getDataBodyRange().load('values');
    await context.sync();
    expect(parts.map(({ address }) => address)).toEqual(['A!A1:C3', 'A!A1:C1', 'A!A2:C3']);
    // Excel lets no two headings of a table be alike.
    expect(table.columns.items.map(({ name }) => name)).toEqual(['Клиент', 'Сумма', 'Сумма2']);
    expect(found.toJSON()).toMatchObject({ name: 'Список', style: 'TableStyleLight1', showHeaders: true });
    expect(found.worksheet.name).toBe('A');
    expect(body.values).toEqual([[1], [3]]);
  });
  expect(first.tables[0]).toMatchObject({ name: 'Список', showBandedRows: false, showFilterButton: true });
});

test('blank and numeric headings become texts', async () => {
  const { first } = openExcel([
    sheetOf('A', [
      ['', 2024],
      [1, 2],
    ]),
  ]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().tables.add('A1:B2', true);
    await context.sync();
  });
  expect([first.cells.value(0, 0), first.cells.value(0, 1)]).toEqual(['Столбец1', '2024']);
});

test('a table over another one is refused, and so is a name that is taken or no name', async () => {
  openExcel([list()]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().tables.add('A1:B3', true).name = 'Первая';
    context.workbook.worksheets.getFirst().tables.add('E1:F3', true).name = 'Вторая';
    await context.sync();
  });
  expect(await codeOf((context) => context.workbook.worksheets.getFirst().tables.add('B2:D9', true))).toBe(
    'InvalidArgument',
  );
  const rename = (name: string) =>
    codeOf((context) => {
      context.workbook.tables.getItem('Вторая').name = name;
    });
  expect([await rename('первая'), await rename('два слова'), await rename('A1')]).toEqual([
    'ItemAlreadyExists',
    'InvalidArgument',
    'InvalidArgument',
  ]);
});

test('a table turned into a range leaves its cells, a deleted one takes them along', async () => {
  const { first } = openExcel([list()]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.tables.add('A1:C3', true).convertToRange();
    await context.sync();
    expect([first.tables.length, first.cells.value(1, 0)]).toEqual([0, 'Ромашка']);
    sheet.tables.add('A1:C3', true).delete();
    await context.sync();
  });
  expect([first.tables.length, first.cells.usedArea('all')]).toEqual([0, null]);
});

test('a missing table is a null object', async () => {
  openExcel();
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject('нет').load('name');
    await context.sync();
    expect(table.isNullObject).toBe(true);
  });
});
