import { evaluateClient, installGlobals, loadExcelClient } from '../../../src/workbench/client/node';
import { Host } from '../../../src/workbench/host/host';
import { createBook, createSheet } from '../../../src/workbench/model/book';

test("Microsoft's client still has the doors by which the workbench enters", () => {
  expect(loadExcelClient).not.toThrow();
});

test('a client without them is refused with a message that says what is gone', () => {
  const bare = 'OfficeExtension = { CommonUtility: {} }; Excel = {};';
  expect(() => evaluateClient(bare)).toThrow(
    /no longer has _richApiNativeBridge and OfficeExtension\.CommonUtility\._doApiNotSupportedCheck/,
  );
});

test('the host can be changed from test to test', async () => {
  const names: string[] = [];
  for (const name of ['Первый', 'Второй']) {
    installGlobals(new Host(createBook('b.xlsx', [createSheet(name)])));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst().load('name');
      await context.sync();
      names.push(sheet.name);
    });
  }
  expect(names).toEqual(['Первый', 'Второй']);
});

test('two batches at once are answered one after the other', async () => {
  const book = createBook();
  installGlobals(new Host(book));
  const add = (name: string): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
  await Promise.all(['A', 'B', 'C'].map(add));
  expect(book.sheets.map(({ name }) => name)).toEqual(['Лист1', 'A', 'B', 'C']);
});

describe('requirement sets', () => {
  /** Uses a member of ExcelApi 1.13. */
  const resize = (): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.tables.getItem('T').resize('A1:B2');
      await context.sync();
    });

  test('a member above ExcelApi 1.12 is refused by the client itself', async () => {
    installGlobals(new Host(createBook()));
    await expect(resize()).rejects.toMatchObject({
      code: 'ApiNotFound',
      message: expect.stringContaining('ExcelApi 1.13'),
    });
  });

  test('the cap can be moved: then the host is asked, and answers that there is no such table', async () => {
    installGlobals(new Host(createBook()), { excelApi: '1.13' });
    await expect(resize()).rejects.toMatchObject({ code: 'ItemNotFound' });
  });

  test('versions compare part by part', () => {
    installGlobals(new Host(createBook()), { excelApi: '1.12' });
    const { requirements } = Office.context;
    expect(
      ['1.9', '1.12', '1.13'].map((version) => requirements.isSetSupported('ExcelApi', version)),
    ).toEqual([true, true, false]);
    expect(requirements.isSetSupported('RibbonApi', '1.1')).toBe(false);
  });
});

test('Office is ready at once, in Excel, in the language asked for', async () => {
  installGlobals(new Host(createBook()), { displayLanguage: 'en-US', platform: 'Mac' });
  expect(await Office.onReady()).toEqual({ host: 'Excel', platform: 'Mac' });
  expect(Office.context.displayLanguage).toBe('en-US');
});
