import { codeOf, openExcel, sheetOf } from './support';

describe('names', () => {
  test('stand for a range or a formula and are found in whatever case', async () => {
    const { book } = openExcel([sheetOf('Мой лист', [[0.8]])]);
    await Excel.run(async (context) => {
      const { names } = context.workbook;
      names.add('Порог', context.workbook.worksheets.getFirst().getRange('A1'), 'класса A');
      names.add('Двойной', '=Порог*2');
      await context.sync();
      const name = names.getItem('порог').load('name,formula,type,value,comment,scope,visible');
      const missing = names.getItemOrNullObject('нет');
      const range = name.getRange().load('address');
      const none = names.getItem('Двойной').getRangeOrNullObject();
      await context.sync();
      expect(name.toJSON()).toMatchObject({
        name: 'Порог',
        formula: "='Мой лист'!$A$1",
        type: 'Range',
        comment: 'класса A',
        scope: 'Workbook',
        visible: true,
      });
      expect([range.address, none.isNullObject, missing.isNullObject]).toEqual(["'Мой лист'!A1", true, true]);
      name.formula = "='Мой лист'!$B$2";
      names.getItem('Двойной').delete();
      await context.sync();
    });
    expect(book.names.map(({ name, formula }) => [name, formula])).toEqual([['Порог', "='Мой лист'!$B$2"]]);
  });

  test('of a sheet are apart from those of the book', async () => {
    const { book } = openExcel([sheetOf('A', [])]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.names.add('n', sheet.getRange('A1'));
      context.workbook.names.add('n', sheet.getRange('B1'));
      context.workbook.names.load('items/name');
      const own = sheet.getRange('n').load('address');
      await context.sync();
      expect([context.workbook.names.items.length, own.address]).toEqual([1, 'A!A1']);
    });
    expect(book.names.map(({ scope }) => scope === null)).toEqual([false, true]);
  });

  test.each([
    ['A1', 'InvalidArgument'],
    ['r1c1', 'InvalidArgument'],
    ['два слова', 'InvalidArgument'],
    ['1й', 'InvalidArgument'],
    ['ЕСТЬ', 'ItemAlreadyExists'],
  ])('the name %s is refused with %s', async (name, code) => {
    openExcel();
    await Excel.run(async (context) => {
      context.workbook.names.add('есть', '=1');
      await context.sync();
    });
    expect(await codeOf((context) => context.workbook.names.add(name, '=1'))).toBe(code);
  });
});

test('settings keep JSON values under their keys', async () => {
  const { book } = openExcel();
  await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add('clientele', { classes: [0.8, 0.95], on: true });
    settings.add('old', 'x');
    await context.sync();
    const found = settings.getItemOrNullObject('clientele').load('value');
    const missing = settings.getItemOrNullObject('нет').load('value');
    settings.load('items/key');
    await context.sync();
    expect(found.value).toEqual({ classes: [0.8, 0.95], on: true });
    expect(missing.isNullObject).toBe(true);
    expect(settings.items.map(({ key }) => key)).toEqual(['clientele', 'old']);
    found.value = 5;
    settings.getItem('old').delete();
    await context.sync();
  });
  expect([...book.settings]).toEqual([['clientele', '5']]);
});

test('the application tells the culture of the data', async () => {
  openExcel(undefined, { culture: 'de-DE' });
  await Excel.run(async (context) => {
    const { application } = context.workbook;
    application.load('decimalSeparator,thousandsSeparator,calculationMode');
    application.cultureInfo.load('name,numberFormat/numberDecimalSeparator,datetimeFormat/shortDatePattern');
    context.runtime.load('enableEvents');
    await context.sync();
    expect([application.decimalSeparator, application.thousandsSeparator]).toEqual([',', '.']);
    expect(application.cultureInfo.toJSON()).toMatchObject({
      name: 'de-DE',
      numberFormat: { numberDecimalSeparator: ',' },
      datetimeFormat: { shortDatePattern: 'dd.mm.yyyy' },
    });
    expect(context.runtime.enableEvents).toBe(true);
    context.runtime.enableEvents = false;
    context.runtime.load('enableEvents');
    await context.sync();
    expect(context.runtime.enableEvents).toBe(false);
  });
});

describe('a protected sheet', () => {
  test('refuses to change locked cells and anything of its looks', async () => {
    const { first, book } = openExcel([sheetOf('A', [['x', 'y']])]);
    first.cells.setStyle(0, 1, book.styles.intern({ locked: false }));
    first.isProtected = true;
    const attempts: ((sheet: Excel.Worksheet) => unknown)[] = [
      (sheet) => (sheet.getRange('A1').values = [[1]]),
      (sheet) => sheet.getRange('A1:B1').clear(),
      (sheet) => (sheet.getRange('B1').format.fill.color = 'red'),
      (sheet) => sheet.tables.add('A1:B1', true),
      (sheet) => sheet.charts.add('Line', sheet.getRange('A1')),
      (sheet) => sheet.getRange('A1').merge(),
    ];
    for (const attempt of attempts) {
      expect(await codeOf((context) => void attempt(context.workbook.worksheets.getFirst()))).toBe(
        'AccessDenied',
      );
    }
    const unlocked = await codeOf((context) => {
      context.workbook.worksheets.getFirst().getRange('B1').values = [[1]];
    });
    expect([unlocked, first.cells.value(0, 0), first.cells.value(0, 1)]).toEqual(['none', 'x', 1]);
  });

  test('says so', async () => {
    openExcel([sheetOf('A', [])]);
    await Excel.run(async (context) => {
      const { protection } = context.workbook.worksheets.getFirst();
      protection.protect();
      protection.load('protected');
      context.workbook.protection.load('protected');
      await context.sync();
      expect([protection.protected, context.workbook.protection.protected]).toEqual([true, false]);
    });
  });
});
