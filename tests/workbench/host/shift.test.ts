import { createCalculator } from '../../../src/workbench/calc/calculator';
import { loadIronCalcNode } from '../../../src/workbench/calc/node';
import { formatArea } from '../../../src/workbench/host/a1';
import type { ModelArea, SheetModel, ValidationModel } from '../../../src/workbench/model/model';
import { codeOf, openExcel, sheetOf } from './support';

/** Carries out steps on the first sheet. */
async function onFirst(steps: (sheet: Excel.Worksheet) => unknown): Promise<void> {
  await Excel.run(async (context) => {
    steps(context.workbook.worksheets.getFirst());
    await context.sync();
  });
}

function formulasOf({ cells }: SheetModel): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { row, column } of cells.cells()) {
    const formula = cells.formula(row, column);
    if (formula !== null) found[formatArea({ row, column, rows: 1, columns: 1 })] = formula;
  }
  return found;
}

function column(sheet: SheetModel, at: number): readonly unknown[] {
  return Array.from({ length: sheet.cells.rowCount }, (_, row) => sheet.cells.value(row, at));
}

function addresses(areas: readonly ModelArea[]): readonly string[] {
  return areas.map((area) => formatArea(area));
}

const listOf = (source: string, area: ModelArea): ValidationModel => ({
  area,
  rule: { kind: 'list', source, inCellDropDown: true },
  ignoreBlanks: true,
});

describe('formulas when rows are inserted', () => {
  test('follow on every sheet; sums that span the place grow, names too, texts stay', async () => {
    const { book, first } = openExcel([
      sheetOf('Мой лист', [[1], [2], [3], ['=SUM(A1:A3)'], ['=$A$1+A$3&"A3"']]),
      sheetOf('B', [["='Мой лист'!A3+A3", "=SUM('мой лист'!A:A,'Мой лист'!2:3)"]]),
    ]);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      context.workbook.names.add('inside', sheet.getRange('A1:A3'));
      context.workbook.names.add('below', sheet.getRange('A4'));
      sheet.getRange('3:4').insert('Down');
      await context.sync();
    });
    expect(formulasOf(first)).toEqual({ A6: '=SUM(A1:A5)', A7: '=$A$1+A$5&"A3"' });
    expect(formulasOf(book.sheets[1] ?? first)).toEqual({
      A1: "='Мой лист'!A5+A3",
      B1: "=SUM('мой лист'!A:A,'Мой лист'!2:5)",
    });
    expect(book.names.map(({ formula }) => formula)).toEqual(["='Мой лист'!$A$1:$A$5", "='Мой лист'!$A$6"]);
    expect(column(first, 0).slice(0, 5)).toEqual([1, 2, '', '', 3]);
  });

  test('give the results they gave', async () => {
    const calculator = await createCalculator(loadIronCalcNode());
    const { first } = openExcel([sheetOf('A', [[1, '=A1*2'], [2, '=A2*2'], ['=SUM(B1:B2)']])], {
      calculator,
    });
    await onFirst((sheet) => {
      sheet.getRange('A2').getEntireRow().insert('Down');
      sheet.getRange('B2').values = [[10]];
    });
    expect([column(first, 0), column(first, 1)]).toEqual([
      [1, '', 2, 16],
      [2, 10, 4, ''],
    ]);
  });
});

test('what pointed to deleted rows is #REF!, what pointed past them moves up', async () => {
  const calculator = await createCalculator(loadIronCalcNode());
  const { book, first } = openExcel(
    [
      sheetOf('A', [[1], [2], [3], ['=SUM(A1:A3)'], ['=A2'], ['=A3']]),
      sheetOf('B', [['=A!A2'], ['=A!$A$3']]),
    ],
    { calculator },
  );
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    context.workbook.names.add('gone', sheet.getRange('A2'));
    sheet.getRange('2:2').delete('Up');
    await context.sync();
  });
  expect(formulasOf(first)).toEqual({ A3: '=SUM(A1:A2)', A4: '=#REF!', A5: '=A2' });
  expect(formulasOf(book.sheets[1] ?? first)).toEqual({ A1: '=A!#REF!', A2: '=A!$A$2' });
  expect(book.names[0]?.formula).toBe("='A'!#REF!");
  expect(column(first, 0)).toEqual([1, 3, 4, { error: '#REF!' }, 3]);
  expect(column(book.sheets[1] ?? first, 0)).toEqual([{ error: '#REF!' }, 3]);
});

test('columns come and go the same way', async () => {
  const { first } = openExcel([sheetOf('A', [[1, 2, '=SUM(A1:B1)', '=B1', '=$C$1']])]);
  await onFirst((sheet) => sheet.getRange('B:B').insert('Right'));
  expect(formulasOf(first)).toEqual({ D1: '=SUM(A1:C1)', E1: '=C1', F1: '=$D$1' });
  await onFirst((sheet) => sheet.getRange('C:C').delete('Left'));
  expect(formulasOf(first)).toEqual({ C1: '=SUM(A1:B1)', D1: '=#REF!', E1: '=$C$1' });
});

test('new rows look like the row above and are as high; hidden rows stay hidden', async () => {
  const { first, book } = openExcel([sheetOf('A', [['head', 'b'], [1], [2]])]);
  const bold = book.styles.intern({ bold: true });
  first.cells.setStyle(0, 0, bold);
  first.cells.setStyle(0, 1, bold);
  first.rowHeights.set(0, 30);
  first.rowHeights.set(2, 40);
  first.hiddenRows.add(2);
  await onFirst((sheet) => sheet.getRange('2:3').insert('Down'));
  expect([1, 2, 3].map((row) => first.cells.style(row, 1))).toEqual([bold, bold, 0]);
  expect([...first.rowHeights]).toEqual([
    [0, 30],
    [4, 40],
    [1, 30],
    [2, 30],
  ]);
  expect([...first.hiddenRows]).toEqual([4]);
});

test('merged cells, links, print set-up and widths move; frozen panes stay', async () => {
  const { first } = openExcel([sheetOf('A', [['a', 'b', 'c'], ['x'], ['link'], ['y']])]);
  await onFirst((sheet) => {
    sheet.getRange('A2:B4').merge();
    sheet.getRange('C4:C5').merge();
    sheet.getRange('A6').hyperlink = { documentReference: 'A!A9', textToDisplay: 'туда' };
    sheet.freezePanes.freezeRows(2);
    sheet.pageLayout.setPrintArea('A1:C20');
    sheet.pageLayout.setPrintTitleRows('$3:$4');
    sheet.getRange('C:C').format.columnWidth = 100;
    sheet.getRange('3:3').insert('Down');
    sheet.getRange('B:B').insert('Right');
  });
  expect(addresses(first.merges)).toEqual(['A2:C5', 'D5:D6']);
  expect([...first.hyperlinks]).toEqual([['A7', { documentReference: 'A!A9' }]]);
  expect(first.pageLayout).toMatchObject({ printArea: 'A1:D21', titleRows: '4:5' });
  expect([...first.columnWidths]).toEqual([[3, 100]]);
  expect(first.frozen).toEqual({ rows: 2, columns: 0 });
  await onFirst((sheet) => {
    sheet.getRange('4:5').delete('Up');
    sheet.getRange('6:30').delete('Up');
  });
  expect(addresses(first.merges)).toEqual(['A2:C3']);
  expect(first.pageLayout).toMatchObject({ printArea: 'A1:D5', titleRows: null });
});

test('validations and conditional formats grow with rows inside them, their formulas with the first cell', async () => {
  const { first } = openExcel([sheetOf('A', [['x']])]);
  first.validations = [listOf('=$F$5:$F$9', { row: 4, column: 0, rows: 4, columns: 1 })];
  await onFirst((sheet) => {
    const format = sheet.getRange('A5:A8').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=$B5>B$1';
    sheet.getRange('7:7').insert('Down');
    sheet.getRange('1:1').insert('Down');
    sheet.getRange('6:6').delete('Up');
  });
  expect(addresses(first.validations.map(({ area }) => area))).toEqual(['A6:A9']);
  expect(first.validations[0]?.rule).toMatchObject({ source: '=$F$6:$F$10' });
  expect(addresses(first.conditionalFormats.map(({ area }) => area))).toEqual(['A6:A9']);
  expect(first.conditionalFormats[0]?.rule).toEqual({ kind: 'custom', formula: '=$B6>B$2' });
});

test('charts move and grow with the rows under them, and so do the cells they draw', async () => {
  const { first } = openExcel([
    sheetOf('A', [
      ['m', 'v'],
      ['a', 1],
      ['b', 2],
    ]),
  ]);
  await onFirst((sheet) => {
    const chart = sheet.charts.add('Line', sheet.getRange('A1:B3'));
    chart.setPosition('D4', 'G9');
    const other = sheet.charts.add('Line', sheet.getRange('A1:B3'));
    other.setPosition('D11', 'G12');
    sheet.getRange('3:3').insert('Down');
    sheet.getRange('6:7').insert('Down');
  });
  expect(first.charts.map(({ top, height }) => [top, height])).toEqual([
    [60, 120],
    [195, 30],
  ]);
  expect(first.charts[0]?.series[0]).toMatchObject({ values: "'A'!$B$2:$B$4", categories: "'A'!$A$2:$A$4" });
  await onFirst((sheet) => sheet.getRange('4:8').delete('Up'));
  expect(first.charts[0]).toMatchObject({ top: 45, height: 60 });
});

describe('tables', () => {
  const withTable = (): {
    readonly first: SheetModel;
    readonly book: { readonly sheets: readonly SheetModel[] };
  } => {
    const opened = openExcel([sheetOf('A', [['над'], ['k', 'v'], ['a', 1], ['b', 2], ['под', '', 'рядом']])]);
    return opened;
  };
  const area = (sheet: SheetModel): readonly string[] => addresses(sheet.tables.map((table) => table.area));

  test('take rows put between theirs and give up deleted ones, but keep headings and a row', async () => {
    const { first } = withTable();
    await onFirst((sheet) => {
      sheet.tables.add('A2:B4', true);
      sheet.getRange('4:4').insert('Down');
      sheet.getRange('1:1').insert('Down');
    });
    expect(area(first)).toEqual(['A3:B6']);
    await onFirst((sheet) => sheet.getRange('4:6').delete('Up'));
    expect(area(first)).toEqual(['A3:B4']);
    await onFirst((sheet) => sheet.getRange('2:5').delete('Up'));
    expect(first.tables).toEqual([]);
  });

  test('name a column put into them', async () => {
    const { first } = withTable();
    await onFirst((sheet) => {
      sheet.tables.add('A2:B4', true);
      sheet.getRange('B:B').insert('Right');
    });
    expect(area(first)).toEqual(['A2:C4']);
    expect(first.cells.value(1, 1)).toBe('Столбец2');
  });

  test.each<[string, (sheet: Excel.Worksheet) => unknown, string]>([
    ['lose their headings', (sheet) => sheet.getRange('2:2').delete('Up'), 'InsertDeleteConflict'],
    ['take cells in one column', (sheet) => sheet.getRange('A3').insert('Down'), 'InsertDeleteConflict'],
    ['be cut from above', (sheet) => sheet.getRange('A1').insert('Down'), 'InsertDeleteConflict'],
    ['be cut from the left', (sheet) => sheet.getRange('A3').delete('Left'), 'InsertDeleteConflict'],
  ])('refuse to %s', async (_what, step, code) => {
    const { first } = withTable();
    await onFirst((sheet) => sheet.tables.add('A2:B4', true));
    const before = formatArea(first.tables[0]?.area ?? { row: 0, column: 0, rows: 1, columns: 1 });
    expect(await codeOf((context) => step(context.workbook.worksheets.getFirst()))).toBe(code);
    expect([area(first), first.cells.value(4, 0)]).toEqual([[before], 'под']);
  });

  test('let cells in beside them and rows of just their width', async () => {
    const { first } = withTable();
    await onFirst((sheet) => {
      sheet.tables.add('A2:B4', true);
      sheet.getRange('C1').insert('Down');
      sheet.getRange('A4:B4').insert('Down');
    });
    expect(area(first)).toEqual(['A2:B5']);
    expect([first.cells.value(5, 2), first.cells.value(5, 0), first.cells.value(3, 0)]).toEqual([
      'рядом',
      'под',
      '',
    ]);
  });
});

describe('a part of a row', () => {
  test('moves the cells below it alone, and references that lie wholly under it', async () => {
    const { first } = openExcel([
      sheetOf('A', [
        [1, 10, '=A3', '=SUM(A1:A3)'],
        [2, 20, '=B3', '=SUM(A1:B3)'],
        [3, 30],
      ]),
    ]);
    await onFirst((sheet) => sheet.getRange('A2').insert('Down'));
    expect([column(first, 0), column(first, 1)]).toEqual([
      [1, '', 2, 3],
      [10, 20, 30, ''],
    ]);
    expect(formulasOf(first)).toEqual({ C1: '=A4', D1: '=SUM(A1:A4)', C2: '=B3', D2: '=SUM(A1:B3)' });
    await onFirst((sheet) => sheet.getRange('A1:B1').delete('Left'));
    expect(formulasOf(first)).toMatchObject({ A1: '=A4', C2: '=B3' });
  });

  test('takes its part of a validation along', async () => {
    const { first } = openExcel([sheetOf('A', [['x']])]);
    first.validations = [listOf('да,нет', { row: 2, column: 0, rows: 3, columns: 2 })];
    await onFirst((sheet) => sheet.getRange('A1:A2').insert('Down'));
    expect(addresses(first.validations.map(({ area }) => area))).toEqual(['A5:A7', 'B3:B5']);
  });

  test('does not tear merged cells', async () => {
    const { first } = openExcel([sheetOf('A', [['x'], ['y'], ['z']])]);
    first.merges = [{ row: 2, column: 0, rows: 1, columns: 2 }];
    expect(
      await codeOf((context) => context.workbook.worksheets.getFirst().getRange('A1').insert('Down')),
    ).toBe('MergedRangeConflict');
    await onFirst((sheet) => sheet.getRange('A1:C1').insert('Down'));
    expect(addresses(first.merges)).toEqual(['A4:B4']);
  });
});

test('nothing is pushed off the sheet, and nothing moves on a protected one', async () => {
  const { first } = openExcel([sheetOf('A', [['x']])]);
  first.cells.setValue(1_048_575, 3, 'last');
  const insert = (context: Excel.RequestContext): unknown =>
    context.workbook.worksheets.getFirst().getRange('5:5').insert('Down');
  expect(await codeOf(insert)).toBe('NonBlankCellOffSheet');
  first.cells.clear(1_048_575, 3, 'all');
  first.isProtected = true;
  expect(await codeOf(insert)).toBe('AccessDenied');
});

test('ranges held by the client go along with their cells', async () => {
  const { first } = openExcel([sheetOf('A', [[1], [2], [3]])]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const last = sheet.getRange('A3').load('address');
    const second = sheet.getRange('A2').load('address');
    await context.sync();
    const room = sheet.getRange('2:2').insert('Down').load('address');
    last.values = [[33]];
    last.load('address');
    await context.sync();
    expect([last.address, room.address]).toEqual(['A!A4', 'A!2:2']);
    second.getEntireRow().delete('Up');
    await context.sync();
    second.load('address');
    await expect(context.sync()).rejects.toMatchObject({ code: 'InvalidReference' });
  });
  expect(column(first, 0)).toEqual([1, '', 33]);
});
