import init from '@ironcalc/wasm';
import { loadIronCalcNode } from '../../../src/workbench/calc/node';
import { cultureOf } from '../../../src/workbench/host/culture';
import { createBook, createSheet } from '../../../src/workbench/model/book';
import type {
  BookModel,
  CellStyle,
  ConditionalFormatModel,
  ModelValue,
  SheetModel,
} from '../../../src/workbench/model/model';
import { BookEdits } from '../../../src/workbench/page/grid/edits';
import type { Refusal } from '../../../src/workbench/page/grid/edits';
import { GridModel } from '../../../src/workbench/page/grid/gridModel';

beforeAll(() => init({ module_or_path: loadIronCalcNode() }));

interface Grid {
  readonly book: BookModel;
  readonly sheet: SheetModel;
  readonly model: GridModel;
  readonly edited: jest.Mock;
  readonly refused: jest.Mock<void, [Refusal]>;
}

function gridOf(
  rows: readonly (readonly ModelValue[])[],
  prepare: (grid: Omit<Grid, 'model'>) => void = () => undefined,
): Grid {
  const sheet = createSheet('Лист');
  rows.forEach((cells, row) => cells.forEach((value, column) => sheet.cells.setValue(row, column, value)));
  const grid = { book: createBook('b.xlsx', [sheet]), sheet, edited: jest.fn(), refused: jest.fn() };
  prepare(grid);
  const culture = cultureOf('ru-RU');
  const edits = new BookEdits(grid.book, culture, grid.edited, grid.refused);
  return { ...grid, model: new GridModel(grid.book, culture, edits) };
}

function restyle(
  { book, sheet }: Pick<Grid, 'book' | 'sheet'>,
  row: number,
  column: number,
  style: CellStyle,
): void {
  sheet.cells.setStyle(row, column, book.styles.intern(style));
}

function rule(rule: ConditionalFormatModel['rule'], rows: number, fill: string): ConditionalFormatModel {
  return {
    id: fill,
    area: { row: 0, column: 0, rows, columns: 1 },
    priority: 0,
    stopIfTrue: false,
    rule,
    style: { fill },
  };
}

describe('what the grid shows', () => {
  test('values in their formats as a Russian Excel writes them', () => {
    const { model } = gridOf([[1234567.891, 0.243, 45322, { error: '#N/A' }, true]], (grid) => {
      grid.sheet.columnWidths.set(0, 120);
      grid.sheet.columnWidths.set(2, 75);
      restyle(grid, 0, 0, { numberFormat: '#,##0.00' });
      restyle(grid, 0, 1, { numberFormat: '0.0%' });
      restyle(grid, 0, 2, { numberFormat: 'dd.mm.yyyy' });
    });
    const shown = [1, 2, 3, 4, 5].map((column) => model.getFormattedCellValue(0, 1, column));
    expect(shown).toEqual(['1\u00a0234\u00a0567,89', '24,3%', '31.01.2024', '#Н/Д', 'ИСТИНА']);
  });

  test('a number too wide for its column as ###, one in General with fewer decimals, a merged one in full', () => {
    const { model } = gridOf([[123456789.5, 0.333333333333, 123456789.5]], (grid) => {
      for (const column of [0, 2]) restyle(grid, 0, column, { numberFormat: '#,##0.00' });
      grid.sheet.merges.push({ row: 0, column: 2, rows: 1, columns: 3 });
    });
    expect(model.getFormattedCellValue(0, 1, 1)).toMatch(/^#+$/);
    expect(model.getFormattedCellValue(0, 1, 2)).toMatch(/^0,333+$/);
    expect(model.getFormattedCellValue(0, 1, 2).length).toBeLessThan(12);
    expect(model.getFormattedCellValue(0, 1, 3)).toBe('123\u00a0456\u00a0789,50');
  });

  test('in the formula bar formulas, plain numbers, and dates as dates', () => {
    const { model } = gridOf([[1234.5, 45322, '']], (grid) => {
      restyle(grid, 0, 0, { numberFormat: '#,##0' });
      restyle(grid, 0, 1, { numberFormat: 'dd.mm.yyyy' });
      grid.sheet.cells.setFormula(0, 2, '=A1*2');
    });
    expect([1, 2, 3].map((column) => model.getCellContent(0, 1, column))).toEqual([
      '1234,5',
      '31.01.2024',
      '=A1*2',
    ]);
  });

  test('fonts, fills and the style of a table', () => {
    const { model } = gridOf([['Клиент'], ['Альфа'], ['Бета']], (grid) => {
      restyle(grid, 2, 0, { fill: '#FFFF00', italic: true });
      const area = { row: 0, column: 0, rows: 3, columns: 1 };
      const looks = { showHeaders: true, showTotals: false, showFilterButton: true, showBandedRows: true };
      grid.sheet.tables.push({ id: '1', name: 'Т', area, style: 'TableStyleMedium2', ...looks });
    });
    const [heading, band, own] = [1, 2, 3].map((row) => model.getCellStyle(0, row, 1).style);
    expect(heading).toMatchObject({ fill: { color: '#4472C4' }, font: { b: true, color: '#FFFFFF' } });
    expect(band?.fill.color).toBe('#D9E1F2');
    expect(own).toMatchObject({ fill: { color: '#FFFF00' }, font: { i: true } });
  });

  test('frozen panes, hidden sheets and sizes', () => {
    const { model } = gridOf([['a']], ({ book, sheet }) => {
      sheet.frozen = { rows: 2, columns: 1 };
      sheet.columnWidths.set(0, 75);
      sheet.hiddenColumns.add(1);
      sheet.rowHeights.set(0, 30);
      book.sheets.push({ ...createSheet('Скрытый'), visibility: 'hidden' });
    });
    expect([model.getFrozenRowsCount(0), model.getFrozenColumnsCount(0)]).toEqual([2, 1]);
    expect([1, 2, 3].map((column) => model.getColumnWidth(0, column))).toEqual([100, 0, 64]);
    expect([1, 2].map((row) => model.getRowHeight(0, row))).toEqual([40, 20]);
    expect(model.getWorksheetsProperties().map(({ state }) => state)).toEqual(['visible', 'hidden']);
  });

  test('a row is as high as its wrapped text needs, unless its height was set', () => {
    const long = 'слово '.repeat(20).trim();
    const { model } = gridOf([[long], [long]], (grid) => {
      for (const row of [0, 1]) restyle(grid, row, 0, { wrap: true });
      grid.sheet.rowHeights.set(1, 15);
    });
    expect(model.getRowHeight(0, 1)).toBeGreaterThan(100);
    expect(model.getRowHeight(0, 2)).toBe(20);
  });
});

describe('conditional formats', () => {
  const fillOf = (model: GridModel, row: number) => model.getCellStyle(0, row, 1).style.fill.color;

  test('a cell that is a text', () => {
    const { model } = gridOf([['A'], ['B']], ({ sheet }) => {
      sheet.conditionalFormats.push(
        rule({ kind: 'cellValue', operator: 'EqualTo', formula1: '="A"' }, 2, '#E2F3E7'),
      );
    });
    expect([fillOf(model, 1), fillOf(model, 2)]).toEqual(['#E2F3E7', undefined]);
  });

  test('a formula over a named cell of another sheet, and again after that cell changed', () => {
    const { model, book } = gridOf([[0.3], [0.1]], ({ book: made, sheet }) => {
      const settings = createSheet('Пороги');
      settings.cells.setValue(0, 0, 0.2);
      made.sheets.push(settings);
      made.names.push({ name: 'Порог', formula: "='Пороги'!$A$1", scope: null, visible: true });
      sheet.conditionalFormats.push(rule({ kind: 'custom', formula: '=$A1>=Порог' }, 2, '#FFCCCC'));
    });
    expect([fillOf(model, 1), fillOf(model, 2)]).toEqual(['#FFCCCC', undefined]);
    book.sheets[1]?.cells.setValue(0, 0, 0.05);
    model.bookChanged();
    expect([fillOf(model, 1), fillOf(model, 2)]).toEqual(['#FFCCCC', '#FFCCCC']);
  });

  test('the rule with the lower priority number goes first', () => {
    const { model } = gridOf([[5]], ({ sheet }) => {
      sheet.conditionalFormats.push(
        { ...rule({ kind: 'custom', formula: '=$A1>1' }, 1, '#111111'), priority: 2 },
        { ...rule({ kind: 'custom', formula: '=$A1>2' }, 1, '#222222'), priority: 1 },
      );
    });
    expect(fillOf(model, 1)).toBe('#222222');
  });

  test('data bars', () => {
    const { model } = gridOf([[10], [5]], ({ sheet }) => {
      sheet.conditionalFormats.push(rule({ kind: 'dataBar', color: '#638EC6' }, 2, '#638EC6'));
    });
    expect(model.getCellStyle(0, 1, 1).data_bar).toMatchObject({ positive_color: '#638EC6' });
  });
});

describe('what people type', () => {
  test.each<[string, ModelValue, string | undefined]>([
    ['1 234,5', 1234.5, '#,##0.00'],
    ['12,5%', 0.125, '0.00%'],
    ['31.01.2024', 45322, 'm/d/yyyy'],
    ['Аптека № 5', 'Аптека № 5', undefined],
    ['истина', true, undefined],
  ])('%s becomes %j', (text, value, numberFormat) => {
    const { model, sheet, book, edited } = gridOf([['']]);
    model.setUserInput(0, 1, 1, text);
    expect(sheet.cells.value(0, 0)).toBe(value);
    expect(book.styles.get(sheet.cells.style(0, 0)).numberFormat).toBe(numberFormat);
    expect(edited).toHaveBeenCalledTimes(1);
  });

  test('a formula is kept as one, and cells formatted as text take everything as text', () => {
    const { model, sheet } = gridOf([['', '']], (grid) => restyle(grid, 0, 1, { numberFormat: '@' }));
    model.setUserInput(0, 1, 1, '=1+1');
    model.setUserInput(0, 1, 2, '=1+1');
    expect([sheet.cells.formula(0, 0), sheet.cells.formula(0, 1), sheet.cells.value(0, 1)]).toEqual([
      '=1+1',
      null,
      '=1+1',
    ]);
  });

  test('undo and redo bring values, formulas and looks back', () => {
    const { model, sheet, book } = gridOf([[5]]);
    sheet.cells.setFormula(1, 0, '=A1');
    model.setUserInput(0, 1, 1, '10%');
    model.rangeClearContents(0, 2, 1, 2, 1);
    model.undo();
    expect(sheet.cells.formula(1, 0)).toBe('=A1');
    model.undo();
    expect(sheet.cells.value(0, 0)).toBe(5);
    expect(book.styles.get(sheet.cells.style(0, 0))).toEqual({});
    model.redo();
    expect(sheet.cells.value(0, 0)).toBe(0.1);
    expect([model.canUndo(), model.canRedo()]).toEqual([true, true]);
  });

  test('pasted rows fill the cells from the selected one', () => {
    const { model, sheet } = gridOf([['']]);
    model.pasteCsvText({ sheet: 0, row: 2, column: 2, width: 1, height: 1 }, 'а\t1\r\nб\t2\r\n');
    expect([
      sheet.cells.value(1, 1),
      sheet.cells.value(1, 2),
      sheet.cells.value(2, 1),
      sheet.cells.value(2, 2),
    ]).toEqual(['а', 1, 'б', 2]);
  });

  test('a protected sheet is not changed', () => {
    const { model, sheet, refused, edited } = gridOf([[1]], (grid) => {
      grid.sheet.isProtected = true;
    });
    model.setUserInput(0, 1, 1, '2');
    expect(sheet.cells.value(0, 0)).toBe(1);
    expect(refused).toHaveBeenCalledWith('protected');
    expect(edited).not.toHaveBeenCalled();
  });

  test('a renamed sheet keeps the formulas that name it; a bad name is refused', () => {
    const { model, sheet, book, refused } = gridOf([[1]]);
    const other = createSheet('Другой');
    other.cells.setFormula(0, 0, "='Лист'!A1");
    book.sheets.push(other);
    model.renameSheet(0, 'Продажи');
    expect([sheet.name, other.cells.formula(0, 0)]).toEqual(['Продажи', '=Продажи!A1']);
    model.renameSheet(0, 'другой');
    expect(sheet.name).toBe('Продажи');
    expect(refused).toHaveBeenCalledWith('sheetName');
  });

  test('what the grid cannot do to the workbook is refused, not half done', () => {
    const { model, edited, refused } = gridOf([[1]]);
    model.moveSheet();
    model.autoFillRows();
    expect(refused).toHaveBeenCalledTimes(2);
    expect(edited).not.toHaveBeenCalled();
  });
});

describe('rows and columns that people insert and delete', () => {
  test('formulas follow; what was typed before is not undone in the wrong place', () => {
    const { model, sheet, edited } = gridOf([[1], [2]]);
    model.setUserInput(0, 3, 1, '=A1+A2');
    model.insertRows(0, 2, 2);
    expect([sheet.cells.formula(4, 0), model.canUndo()]).toEqual(['=A1+A4', false]);
    model.insertColumns(0, 1, 1);
    model.deleteColumns(0, 1, 1);
    model.deleteRows(0, 1, 1);
    expect(sheet.cells.formula(3, 0)).toBe('=#REF!+A3');
    expect(edited).toHaveBeenCalledTimes(5);
  });

  test('are refused where a table would lose its headings, merged cells be torn, or the sheet is protected', () => {
    const { model, sheet, refused, edited } = gridOf([['k'], ['a'], ['b']], (grid) => {
      grid.sheet.tables.push({
        id: 't',
        name: 't',
        area: { row: 0, column: 0, rows: 3, columns: 1 },
        style: '',
        showHeaders: true,
        showTotals: false,
        showFilterButton: true,
        showBandedRows: true,
      });
    });
    model.deleteRows(0, 1, 1);
    expect(refused).toHaveBeenLastCalledWith('tornTable');
    sheet.isProtected = true;
    model.insertRows(0, 2, 1);
    expect(refused).toHaveBeenLastCalledWith('protected');
    expect(edited).not.toHaveBeenCalled();
  });

  test('a sheet is duplicated beside itself', () => {
    const { model, book } = gridOf([[1]]);
    model.duplicateSheet(0);
    expect(book.sheets.map(({ name }) => name)).toEqual(['Лист', 'Лист (2)']);
    expect(book.activeSheetId).toBe(book.sheets[1]?.id);
  });
});

describe('merged cells', () => {
  const merged = () =>
    gridOf([['a', 'b', '', '', 'e']], ({ sheet }) => {
      sheet.merges = [{ row: 0, column: 1, rows: 2, columns: 3 }];
    }).model;
  const place = (model: GridModel) => {
    const { row, column, range } = model.getSelectedView();
    return [row, column, ...range];
  };

  test('are one for a click and for the arrows', () => {
    const model = merged();
    model.setSelectedCell(2, 3);
    expect(place(model)).toEqual([1, 2, 1, 2, 2, 4]);
    model.onArrowRight();
    expect(place(model)).toEqual([1, 5, 1, 5, 1, 5]);
    model.onArrowLeft();
    expect(place(model)).toEqual([1, 2, 1, 2, 2, 4]);
    model.onArrowDown();
    expect(place(model)).toEqual([3, 2, 3, 2, 3, 2]);
    model.onArrowUp();
    model.onArrowLeft();
    expect(place(model)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('do not hold up a selection of rows', () => {
    const model = merged();
    model.setSelectedCell(2, 2);
    model.setSelectedRange(2, 1, 2, 16_384);
    expect(place(model)).toEqual([2, 1, 2, 1, 2, 16_384]);
  });
});

test('Ctrl with an arrow goes to the edge of the filled cells', () => {
  const { model } = gridOf([[1], [2], [3], [''], [5]]);
  const row = () => model.getSelectedView().row;
  model.onNavigateToEdgeInDirection('ArrowDown');
  expect(row()).toBe(3);
  model.onNavigateToEdgeInDirection('ArrowDown');
  expect(row()).toBe(5);
  model.onNavigateToEdgeInDirection('ArrowDown');
  expect(row()).toBe(1_048_576);
  model.onNavigateToEdgeInDirection('ArrowUp');
  expect(row()).toBe(5);
});
