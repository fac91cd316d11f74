import { codeOf, openExcel, sheetOf } from './support';

test('looks are set for all cells and read as what they have in common', async () => {
  const { first, book } = openExcel([sheetOf('A', [['x', 'y']])]);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:B1');
    range.format.fill.color = '#ffee00';
    range.format.font.bold = true;
    range.format.font.color = 'red';
    range.format.font.size = 14;
    range.format.horizontalAlignment = 'Right';
    range.format.verticalAlignment = 'Center';
    range.format.wrapText = true;
    range.format.indentLevel = 1;
    range.format.protection.locked = false;
    range.getCell(0, 1).format.font.bold = false;
    range.load('format/fill/color,format/font/bold,format/font/color,format/horizontalAlignment');
    await context.sync();
    expect(range.format.toJSON()).toMatchObject({
      fill: { color: '#FFEE00' },
      font: { bold: null, color: '#FF0000' },
      horizontalAlignment: 'Right',
    });
  });
  expect(book.styles.get(first.cells.style(0, 0))).toEqual({
    fill: '#FFEE00',
    bold: true,
    color: '#FF0000',
    fontSize: 14,
    horizontal: 'right',
    vertical: 'middle',
    wrap: true,
    indent: 1,
    locked: false,
  });
});

test('cells of equal look share one style', async () => {
  const { first } = openExcel();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange('A1:Z99').format.fill.color = '#112233';
    await context.sync();
  });
  const ids = [...first.cells.cells()].map(({ row, column }) => first.cells.style(row, column));
  expect([ids.length, new Set(ids).size]).toEqual([26 * 99, 1]);
});

test('borders go to the edges named, inner ones between the cells', async () => {
  const { first, book } = openExcel();
  await Excel.run(async (context) => {
    const { borders } = context.workbook.worksheets.getFirst().getRange('A1:B2').format;
    borders.getItem('EdgeTop').style = 'Continuous';
    borders.getItem('EdgeTop').color = '#336699';
    borders.getItem('InsideHorizontal').weight = 'Medium';
    await context.sync();
  });
  const bordersAt = (row: number) => book.styles.get(first.cells.style(row, 0)).borders;
  expect(bordersAt(0)).toEqual({
    top: { style: 'thin', color: '#336699' },
    bottom: { style: 'medium', color: '#000000' },
  });
  expect(bordersAt(1)).toBeUndefined();
});

test('widths and heights are kept by column and row, and can go back to the standard', async () => {
  const { first } = openExcel([sheetOf('A', [['x']])]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange('A:B').format.columnWidth = 120;
    sheet.getRange('A1:A2').format.rowHeight = 30;
    const both = sheet.getRange('B1:C1').load('format/columnWidth');
    await context.sync();
    expect(both.format.columnWidth).toBeNull();
    sheet.getRange('B:B').format.useStandardWidth = true;
    await context.sync();
  });
  expect([...first.columnWidths]).toEqual([[0, 120]]);
  expect([...first.rowHeights]).toEqual([
    [0, 30],
    [1, 30],
  ]);
});

test.each([
  ['a colour', (range: Excel.Range) => (range.format.fill.color = 'зелёный')],
  ['an alignment', (range: Excel.Range) => (range.format.horizontalAlignment = 'Middle' as 'Center')],
  ['a size', (range: Excel.Range) => (range.format.font.size = 500)],
])('%s that Excel does not know is refused', async (_name, set) => {
  openExcel();
  expect(await codeOf((context) => void set(context.workbook.worksheets.getFirst().getRange('A1')))).toBe(
    'InvalidArgument',
  );
});

test('rules of conditional format come newest first and are removed with their area', async () => {
  const { first } = openExcel();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:A9');
    const custom = range.conditionalFormats.add('Custom');
    custom.custom.rule.formula = '=$A1="A"';
    custom.custom.format.fill.color = '#C6EFCE';
    custom.custom.format.font.color = '#006100';
    const text = range.conditionalFormats.add('ContainsText');
    text.textComparison.rule = { operator: 'BeginsWith', text: 'моно' };
    const value = range.conditionalFormats.add('CellValue');
    value.cellValue.rule = { operator: 'GreaterThan', formula1: '0.5' };
    range.conditionalFormats.add('DataBar').dataBar.positiveFormat.fillColor = '#5B9BD5';
    const items = range.conditionalFormats.load('items/type,items/priority');
    await context.sync();
    expect(items.items.map(({ type, priority }) => [type, priority])).toEqual([
      ['DataBar', 0],
      ['CellValue', 1],
      ['ContainsText', 2],
      ['Custom', 3],
    ]);
    expect(first.conditionalFormats.map(({ rule }) => rule)).toEqual([
      { kind: 'dataBar', color: '#5B9BD5' },
      { kind: 'cellValue', operator: 'GreaterThan', formula1: '=0.5' },
      { kind: 'containsText', operator: 'beginsWith', text: 'моно' },
      { kind: 'custom', formula: '=$A1="A"' },
    ]);
    expect(first.conditionalFormats[3]?.style).toEqual({ fill: '#C6EFCE', color: '#006100' });
    range.conditionalFormats.clearAll();
    await context.sync();
  });
  expect(first.conditionalFormats).toEqual([]);
});

test('a validation has a rule, a prompt and an alert; a new one takes over its cells only', async () => {
  const { first } = openExcel();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const { dataValidation } = sheet.getRange('B1:B4');
    dataValidation.rule = { decimal: { formula1: 0, formula2: 1, operator: 'Between' } };
    dataValidation.prompt = { showPrompt: true, title: '', message: 'Доля от 0 до 1' };
    dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: '', message: 'Нет' };
    sheet.getRange('B2').dataValidation.rule = { list: { inCellDropDown: true, source: 'A,B' } };
    const read = sheet.getRange('B3:B4').dataValidation.load('rule,type');
    await context.sync();
    expect(read.type).toBe('Decimal');
    expect(read.rule).toEqual({ decimal: { formula1: '=0', formula2: '=1', operator: 'Between' } });
  });
  expect(first.validations.map(({ area, rule }) => [area.row, area.rows, rule.kind])).toEqual([
    [0, 1, 'decimal'],
    [2, 2, 'decimal'],
    [1, 1, 'list'],
  ]);
  expect(first.validations[0]).toMatchObject({
    prompt: { message: 'Доля от 0 до 1' },
    error: { style: 'Stop' },
  });
});

test('a day in a validation is kept as its serial', async () => {
  const { first } = openExcel();
  await Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getFirst().getRange('A1');
    dataValidation.rule = { date: { formula1: '2024-01-05', operator: 'GreaterThan' } };
    await context.sync();
  });
  expect(first.validations[0]?.rule).toEqual({ kind: 'date', operator: 'GreaterThan', formula1: 45_296 });
});
