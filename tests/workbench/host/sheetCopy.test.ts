import { createCalculator } from '../../../src/workbench/calc/calculator';
import { loadIronCalcNode } from '../../../src/workbench/calc/node';
import { openWorkbook } from '../../../src/workbench/files/open';
import { saveWorkbook } from '../../../src/workbench/files/save';
import { createSheet } from '../../../src/workbench/model/book';
import { validateOpenXml } from '../../support/openXml';
import { codeOf, openExcel, sheetOf } from './support';

/** Copies a sheet, if asked before or after another; gives the copy's name. */
async function copy(
  source: string,
  where?: 'None' | 'Beginning' | 'End' | 'Before' | 'After',
  other?: string,
): Promise<string> {
  return Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const relative = other === undefined ? undefined : worksheets.getItem(other);
    const made = worksheets.getItem(source).copy(where, relative).load('name');
    await context.sync();
    return made.name;
  });
}

test('a copy is named after its sheet, and what is set for the sheet is set for it', async () => {
  const { book, first } = openExcel([sheetOf('Досье', [['a', 'b', 'c']]), createSheet('B')]);
  first.cells.setStyle(0, 0, book.styles.intern({ bold: true }));
  first.columnWidths.set(1, 100);
  first.hiddenColumns.add(2);
  first.customProperties.set('clientele.tab', 'dossier1');
  first.pageLayout.printArea = 'A1:C9';
  first.merges = [{ row: 0, column: 1, rows: 1, columns: 2 }];
  first.validations = [
    {
      area: { row: 0, column: 0, rows: 1, columns: 1 },
      rule: { kind: 'list', source: 'да,нет', inCellDropDown: true },
      ignoreBlanks: true,
    },
  ];
  expect(await copy('Досье', 'After', 'Досье')).toBe('Досье (2)');
  const [original, twin] = book.sheets;
  expect(twin).toMatchObject({
    name: 'Досье (2)',
    columnWidths: new Map([[1, 100]]),
    hiddenColumns: new Set([2]),
    customProperties: new Map([['clientele.tab', 'dossier1']]),
    pageLayout: { printArea: 'A1:C9' },
    merges: original?.merges,
    validations: original?.validations,
  });
  expect(twin?.id).not.toBe(original?.id);
  expect([twin?.cells.value(0, 2), twin?.cells.style(0, 0)]).toEqual(['c', original?.cells.style(0, 0)]);
  twin?.cells.setValue(0, 0, 'other');
  twin?.columnWidths.clear();
  expect([original?.cells.value(0, 0), original?.columnWidths.size]).toEqual(['a', 1]);
});

test('copies go where they are asked to, first without a word; their numbers go on, long names are cut', async () => {
  const long = 'Очень длинное имя листа на 31 зн';
  const { book } = openExcel([createSheet('A'), createSheet(long.slice(0, 31))]);
  expect(await copy('A')).toBe('A (2)');
  expect(await copy('A (2)', 'End')).toBe('A (3)');
  expect(await copy('A', 'Before', 'A')).toBe('A (4)');
  expect(await copy(long.slice(0, 31), 'After', 'A')).toBe('Очень длинное имя листа на  (2)');
  expect(book.sheets.map(({ name }) => name)).toEqual([
    'A (2)',
    'A (4)',
    'A',
    'Очень длинное имя листа на  (2)',
    long.slice(0, 31),
    'A (3)',
  ]);
});

test('what a sheet says of itself, its copy says of itself: formulas, charts and names; tables get new names', async () => {
  const calculator = await createCalculator(loadIronCalcNode());
  const { book } = openExcel(
    [
      sheetOf('A', [
        ['k', 'v'],
        ['x', 1],
        ['=A!B2+порог', '=B!A1'],
      ]),
      sheetOf('B', [['=A!B2']]),
    ],
    { calculator },
  );
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('A');
    sheet.tables.add('A1:B2', true).name = 'Продажи';
    sheet.charts.add('Line', sheet.getRange('A1:B2')).name = 'График';
    context.workbook.names.add('порог', sheet.getRange('B2'));
    context.workbook.names.add('чужое', context.workbook.worksheets.getItem('B').getRange('A1'));
    sheet.getRange('A9').conditionalFormats.add('Custom').custom.rule.formula = '=A!$B$2>1';
    await context.sync();
    const twin = sheet.copy('End');
    twin.getRange('B2').values = [[10]];
    await context.sync();
  });
  const [original, other, twin] = book.sheets;
  expect(twin?.cells.formula(2, 0)).toBe("='A (2)'!B2+порог");
  expect(twin?.cells.formula(2, 1)).toBe('=B!A1');
  expect([original?.cells.value(2, 0), other?.cells.value(0, 0), twin?.cells.value(2, 0)]).toEqual([
    2, 1, 20,
  ]);
  expect(book.names.map(({ name, formula, scope }) => [name, formula, scope])).toEqual([
    ['порог', "='A'!$B$2", null],
    ['чужое', "='B'!$A$1", null],
    ['порог', "='A (2)'!$B$2", twin?.id],
  ]);
  expect(twin?.tables.map(({ name }) => name)).toEqual(['Продажи2']);
  expect(twin?.charts[0]).toMatchObject({ name: 'График', series: [{ values: "'A (2)'!$B$2" }] });
  expect(twin?.charts[0]?.id).not.toBe(original?.charts[0]?.id);
  expect(twin?.conditionalFormats[0]?.rule).toEqual({ kind: 'custom', formula: "='A (2)'!$B$2>1" });
});

test('a copy is saved, valid to Excel, and opened again; rows inserted before it too', async () => {
  const { book } = openExcel([
    sheetOf('A', [
      ['k', 'v'],
      ['x', 1],
    ]),
  ]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('A');
    sheet.tables.add('A1:B2', true);
    sheet.charts.add('Line', sheet.getRange('A1:B2'));
    sheet.customProperties.add('clientele.tab', 'dossier1');
    sheet.getRange('A5:B5').merge();
    sheet.getRange('A6').dataValidation.rule = { list: { inCellDropDown: true, source: '=$A$2:$A$2' } };
    sheet.getRange('A6').conditionalFormats.add('Custom').custom.rule.formula = '=A2>1';
    sheet.getRange('2:2').insert('Down');
    sheet.getRange('B:B').insert('Right');
    sheet.copy('End');
    await context.sync();
  });
  const saved = await saveWorkbook(book);
  expect(await validateOpenXml(saved)).toEqual([]);
  const opened = await openWorkbook(saved, 'Книга.xlsx');
  if (!opened.ok) throw new Error('The saved workbook does not open');
  expect(
    opened.value.sheets.map(({ name, tables, charts, customProperties }) => [
      name,
      tables.map((table) => table.name),
      charts.length,
      customProperties.get('clientele.tab'),
    ]),
  ).toEqual([
    ['A', ['Таблица1'], 1, 'dossier1'],
    ['A (2)', ['Таблица12'], 1, 'dossier1'],
  ]);
});

test('a protected workbook takes no copy, and none goes beside nothing', async () => {
  const { book } = openExcel([createSheet('A')]);
  const copied = (...where: Parameters<Excel.Worksheet['copy']>): Promise<string> =>
    codeOf((context) => context.workbook.worksheets.getFirst().copy(...where));
  expect(await copied('Before')).toBe('InvalidArgument');
  book.isStructureProtected = true;
  expect(await copied('End')).toBe('AccessDenied');
  expect(book.sheets).toHaveLength(1);
});
