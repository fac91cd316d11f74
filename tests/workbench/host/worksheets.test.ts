import { createSheet } from '../../../src/workbench/model/book';
import { codeOf, openExcel, sheetOf } from './support';

const names = async (): Promise<string[]> =>
  Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });

test('sheets are added at the end, with a name given or the next free one', async () => {
  openExcel([createSheet('Лист1')]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.add('ABCD');
    context.workbook.worksheets.add();
    await context.sync();
  });
  expect(await names()).toEqual(['Лист1', 'ABCD', 'Лист2']);
});

test('a sheet is found by name in whatever case and by id, also after a rename between two syncs', async () => {
  const { host, first } = openExcel([createSheet('Продажи')]);
  host.faults.beforeSync(2, () => {
    first.name = 'Продажи 2024';
  });
  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('пРОДАЖИ').load('id');
    await context.sync();
    expect(sheet.id).toBe(first.id);
    sheet.load('name');
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe('Продажи 2024');
});

test.each([
  ['x'.repeat(32), 'InvalidArgument'],
  ['', 'InvalidArgument'],
  ['a/b', 'InvalidArgument'],
  ['a[b', 'InvalidArgument'],
  ["'a", 'InvalidArgument'],
  ['лист2', 'ItemAlreadyExists'],
])('the name %j is refused with %s', async (name, code) => {
  const { first } = openExcel([createSheet('Лист1'), createSheet('Лист2')]);
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.getItem('Лист1').name = name;
    }),
  ).toBe(code);
  expect(first.name).toBe('Лист1');
});

test('a rename takes formulas, names, charts, rules and validations along', async () => {
  const { book } = openExcel([sheetOf('A', [[1], [2]]), sheetOf('B', [['=A!A1*2', '="A!A1"']])]);
  await Excel.run(async (context) => {
    const [a, b] = ['A', 'B'].map((name) => context.workbook.worksheets.getItem(name));
    if (!a || !b) throw new Error('no sheet');
    context.workbook.names.add('порог', a.getRange('A1'));
    b.charts.add('Line', a.getRange('A1:A2'), 'Columns');
    b.getRange('A1').conditionalFormats.add('Custom').custom.rule.formula = '=A!$A$1>1';
    b.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: '=A!$A$1:$A$2' } };
    await context.sync();
    a.name = 'Новый лист';
    await context.sync();
  });
  const [, b] = book.sheets;
  expect(b?.cells.formula(0, 0)).toBe("='Новый лист'!A1*2");
  expect(b?.cells.formula(0, 1)).toBe('="A!A1"');
  expect(book.names[0]?.formula).toBe("='Новый лист'!$A$1");
  expect(b?.charts[0]?.series[0]?.values).toBe("'Новый лист'!$A$1:$A$2");
  expect(b?.conditionalFormats[0]?.rule).toMatchObject({ formula: "='Новый лист'!$A$1>1" });
  expect(b?.validations[0]?.rule).toMatchObject({ source: "='Новый лист'!$A$1:$A$2" });
});

test('a deleted sheet leaves #REF! behind and passes the user on; the last visible one stays', async () => {
  const { book } = openExcel([sheetOf('A', [[1]]), sheetOf('B', [['=A!A1']])]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('A').delete();
    await context.sync();
  });
  expect(book.sheets.map(({ name }) => name)).toEqual(['B']);
  expect(book.activeSheetId).toBe(book.sheets[0]?.id);
  expect(book.sheets[0]?.cells.formula(0, 0)).toBe('=#REF!');
  expect(await codeOf((context) => context.workbook.worksheets.getItem('B').delete())).toBe(
    'InvalidOperation',
  );
});

test('a missing sheet is ItemNotFound, or a null object with everything that hangs on it', async () => {
  openExcel();
  expect(await codeOf((context) => context.workbook.worksheets.getItem('нет').load('name'))).toBe(
    'ItemNotFound',
  );
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('нет').load('name');
    const used = sheet.getUsedRangeOrNullObject(true).load('address');
    sheet.delete();
    await context.sync();
    expect([sheet.isNullObject, used.isNullObject]).toEqual([true, true]);
  });
});

test('position, visibility, tab colour and gridlines can be set', async () => {
  const { book, first } = openExcel([createSheet('A'), createSheet('B')]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('A');
    sheet.position = 1;
    sheet.tabColor = '#ff8800';
    sheet.showGridlines = false;
    sheet.visibility = 'Hidden';
    await context.sync();
  });
  expect(book.sheets.map(({ name }) => name)).toEqual(['B', 'A']);
  expect(first).toMatchObject({ tabColor: '#FF8800', showGridlines: false, visibility: 'hidden' });
  expect(book.activeSheetId).toBe(book.sheets[0]?.id);
  expect(
    await codeOf((context) => {
      context.workbook.worksheets.getItem('B').visibility = 'Hidden';
    }),
  ).toBe('InvalidOperation');
});

test('a protected workbook refuses to add, rename, move, hide or delete sheets', async () => {
  const { book } = openExcel([createSheet('A'), createSheet('B')]);
  book.isStructureProtected = true;
  const attempts: ((sheet: Excel.Worksheet) => unknown)[] = [
    (sheet) => (sheet.name = 'C'),
    (sheet) => (sheet.position = 1),
    (sheet) => (sheet.visibility = 'Hidden'),
    (sheet) => sheet.delete(),
    (sheet) => sheet.context.workbook.worksheets.add('C'),
  ];
  for (const attempt of attempts) {
    expect(await codeOf((context) => void attempt(context.workbook.worksheets.getItem('A')))).toBe(
      'AccessDenied',
    );
  }
  expect(await names()).toEqual(['A', 'B']);
});

test('pages of a collection come by $top and $skip', async () => {
  openExcel(['A', 'B', 'C', 'D'].map(createSheet));
  await Excel.run(async (context) => {
    const sheets = context.workbook.worksheets;
    sheets.load({ name: true, $top: 2, $skip: 1 });
    const count = sheets.getCount();
    await context.sync();
    expect(sheets.items.map(({ name }) => name)).toEqual(['B', 'C']);
    expect(count.value).toBe(4);
  });
});

test('a scale and manual breaks stand in the place of a fit to pages', async () => {
  const { first } = openExcel([sheetOf('A', [['x']])]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.pageLayout.zoom = { scale: 75 };
    sheet.horizontalPageBreaks.add('A40');
    sheet.horizontalPageBreaks.add(sheet.getRange('B20:C21'));
    await context.sync();
    const breaks = sheet.horizontalPageBreaks.load('items/rowIndex');
    const layout = sheet.pageLayout.load('zoom');
    await context.sync();
    expect(breaks.items.map(({ rowIndex }) => rowIndex)).toEqual([19, 39]);
    expect(layout.zoom).toEqual({ scale: 75 });
    sheet.getRange('30:31').insert('Down');
    await context.sync();
  });
  expect(first.pageLayout).toMatchObject({ scale: 75, fitToWidth: null, rowBreaks: [19, 41] });
});

test('frozen panes, page set-up and custom properties are kept', async () => {
  const { first } = openExcel([sheetOf('A', [['x']])]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B4'));
    const layout = sheet.pageLayout;
    layout.orientation = 'Landscape';
    layout.paperSize = 'A4';
    layout.zoom = { horizontalFitToPages: 1 };
    layout.centerHorizontally = true;
    layout.setPrintArea('A1:E20');
    layout.setPrintTitleRows('$4:$4');
    layout.setPrintMargins('Centimeters', { top: 2.54 });
    layout.leftMargin = 20;
    layout.headersFooters.defaultForAllPages.centerFooter = 'Стр. &P';
    sheet.customProperties.add('clientele.tab', 'abcd');
    await context.sync();
    const properties = sheet.customProperties.load('items/key,items/value');
    const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
    await context.sync();
    expect(properties.items.map(({ key, value }) => [key, value])).toEqual([['clientele.tab', 'abcd']]);
    expect(frozen.address).toBe("'A'!A1:B4".replaceAll("'", ''));
    sheet.customProperties.getItem('CLIENTELE.TAB').delete();
    await context.sync();
  });
  expect(first.frozen).toEqual({ rows: 4, columns: 2 });
  expect(first.pageLayout).toMatchObject({
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: null,
    centerHorizontally: true,
    printArea: 'A1:E20',
    titleRows: '4:4',
    margins: { top: 72, left: 20, bottom: 54 },
    footer: { center: 'Стр. &P' },
  });
  expect(first.customProperties.size).toBe(0);
});
