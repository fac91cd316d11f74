import { createBook, createSheet } from '../../../src/workbench/model/book';
import type { BookModel, CellStore, ModelValue, SheetModel } from '../../../src/workbench/model/model';

/** A book that uses everything the model can hold. */
export function fullBook(): BookModel {
  const sheet = createSheet('ABCD');
  const notes = createSheet("Bob's notes");
  const hidden = createSheet('Скрытый');
  const book = createBook('all.xlsx', [sheet, notes, hidden]);
  fillCells(sheet, book);
  dressSheet(sheet, book);
  addRules(sheet);
  addCharts(sheet);
  setPage(sheet);
  notes.cells.setValue(0, 0, 'see ABCD');
  notes.hyperlinks.set('A1', { documentReference: 'ABCD!A3', screenTip: 'go' });
  notes.hyperlinks.set('A2', { address: 'https://example.com/?a=1&b=2' });
  notes.customProperties.set('clientele.tab', 'Заметки');
  notes.tabColor = '#00B050';
  notes.isProtected = true;
  hidden.visibility = 'hidden';
  hidden.cells.setValue(2, 1, 7);
  book.activeSheetId = notes.id;
  book.names = [
    {
      name: 'threshold_A',
      formula: "='ABCD'!$B$3",
      scope: null,
      visible: true,
      comment: 'up to here class A',
    },
    { name: 'local', formula: '=0.5', scope: notes.id, visible: false },
  ];
  book.settings.set('clientele', '{"note":"<a & b>"}');
  book.isStructureProtected = true;
  return book;
}

function fillCells(sheet: SheetModel, book: BookModel): void {
  const { cells } = sheet;
  const rows: ModelValue[][] = [
    ['Клиент', 'Выручка', 'Доля', 'Накоплено'],
    ['  "Ромашка" & <Ко>\n2-й цех ', 100.25, 0.5, 0.5],
    ['=1+1', 60, 0.3, 0.8],
    ['00017', 40, 0.2, 1],
  ];
  rows.forEach((values, row) => values.forEach((value, column) => cells.setValue(row, column, value)));
  setFormula(cells, 4, 1, '=SUM(B2:B4)', 200.25);
  setFormula(cells, 5, 1, '=B2/B5', 100.25 / 200.25);
  setFormula(cells, 5, 0, '="it""s "&A4', 'it"s 00017');
  setFormula(cells, 6, 0, '=B2>B3', true);
  setFormula(cells, 6, 1, '=1/0', { error: '#DIV/0!' });
  setFormula(cells, 6, 2, '=IF(TRUE,"","x")', '');
  cells.setValue(7, 0, true);
  cells.setValue(7, 1, { error: '#N/A' });
  cells.setValue(7, 2, '#N/A');
  cells.setValue(7, 3, 45292.75);
  cells.setStyle(7, 3, book.styles.intern({ numberFormat: 'dd.mm.yyyy hh:mm' }));
  cells.setValue(8, 0, 'bell \u0007 and _x0041_');
}

function setFormula(
  cells: CellStore,
  row: number,
  column: number,
  formula: string,
  result: ModelValue,
): void {
  cells.setFormula(row, column, formula);
  cells.setResult(row, column, result);
}

function dressSheet(sheet: SheetModel, book: BookModel): void {
  const line = { style: 'thin', color: '#BFBFBF' } as const;
  const heading = book.styles.intern({
    bold: true,
    italic: true,
    underline: true,
    color: '#FFFFFF',
    fill: '#1F4E79',
    fontName: 'Arial',
    fontSize: 12,
    horizontal: 'center',
    vertical: 'middle',
    wrap: true,
    indent: 1,
    borders: { top: line, bottom: { style: 'double', color: '#000000' }, left: line, right: line },
    locked: false,
  });
  const money = book.styles.intern({ numberFormat: '#,##0.00 "₽"', horizontal: 'right' });
  for (let column = 0; column < 4; column++) sheet.cells.setStyle(0, column, heading);
  for (let row = 1; row < 5; row++) sheet.cells.setStyle(row, 1, money);
  sheet.cells.setStyle(9, 5, money);
  sheet.columnWidths.set(0, 150).set(1, 72.75);
  sheet.rowHeights.set(0, 30).set(20, 40);
  sheet.hiddenRows.add(21);
  sheet.hiddenColumns.add(6);
  sheet.merges = [{ row: 10, column: 0, rows: 2, columns: 3 }];
  sheet.frozen = { rows: 1, columns: 1 };
  sheet.showGridlines = false;
  sheet.tabColor = '#1F4E79';
  sheet.tables = [
    {
      id: '1',
      name: 'Clients',
      area: { row: 0, column: 0, rows: 4, columns: 4 },
      style: 'TableStyleLight1',
      showHeaders: true,
      showTotals: false,
      showFilterButton: true,
      showBandedRows: true,
    },
  ];
}

function addRules(sheet: SheetModel): void {
  const area = { row: 1, column: 0, rows: 3, columns: 1 };
  const common = { area, stopIfTrue: false, style: { fill: '#FFC7CE', color: '#9C0006', bold: true } };
  sheet.conditionalFormats = [
    { ...common, id: '1', priority: 1, stopIfTrue: true, rule: { kind: 'custom', formula: '=$B2>50' } },
    { ...common, id: '2', priority: 2, rule: { kind: 'containsText', operator: 'contains', text: 'a "b"' } },
    { ...common, id: '3', priority: 3, rule: { kind: 'containsText', operator: 'beginsWith', text: '00' } },
    {
      ...common,
      id: '4',
      priority: 4,
      rule: { kind: 'cellValue', operator: 'Between', formula1: '=1', formula2: '=$B$5' },
    },
    { ...common, id: '5', priority: 5, style: {}, rule: { kind: 'dataBar', color: '#638EC6' } },
  ];
  sheet.validations = [
    {
      area: { row: 1, column: 1, rows: 3, columns: 1 },
      rule: { kind: 'decimal', operator: 'Between', formula1: 0, formula2: 1000 },
      ignoreBlanks: true,
      prompt: { title: 'Сумма', message: 'от 0 до 1000' },
      error: { title: 'Нет', message: 'не сумма', style: 'Warning' },
    },
    {
      area: { row: 1, column: 2, rows: 1, columns: 1 },
      rule: { kind: 'list', source: 'да,нет', inCellDropDown: true },
      ignoreBlanks: false,
    },
    {
      area: { row: 2, column: 2, rows: 1, columns: 1 },
      rule: { kind: 'date', operator: 'GreaterThanOrEqualTo', formula1: 45292 },
      ignoreBlanks: true,
    },
    {
      area: { row: 3, column: 2, rows: 1, columns: 1 },
      rule: { kind: 'custom', formula: '=ISNUMBER(C4)' },
      ignoreBlanks: true,
    },
  ];
}

function addCharts(sheet: SheetModel): void {
  const plain = { visible: true, majorGridlines: false };
  const series = {
    id: '1',
    name: 'Выручка',
    values: "'ABCD'!$B$2:$B$4",
    categories: "'ABCD'!$A$2:$A$4",
    type: 'ColumnClustered',
    axisGroup: 'primary',
    color: '#4472C4',
  } as const;
  const place = { left: 330, width: 360, height: 210 };
  const legend = { visible: true, position: 'bottom' } as const;
  const kinds = ['BarClustered', 'Line', 'Pie'] as const;
  sheet.charts = [
    {
      id: '1',
      name: 'Pareto',
      type: 'ColumnClustered',
      title: 'Парето',
      ...place,
      top: 20,
      legend,
      altText: 'Выручка и накопленная доля',
      axes: {
        category: plain,
        value: { ...plain, title: '₽', numberFormat: '#,##0', majorGridlines: true },
        secondaryValue: { ...plain, minimum: 0, maximum: 1, numberFormat: '0%' },
      },
      series: [
        { ...series, gapWidth: 60 },
        {
          ...series,
          id: '2',
          name: 'Накоплено',
          values: "'ABCD'!$D$2:$D$4",
          type: 'Line',
          axisGroup: 'secondary',
          color: '#ED7D31',
          lineWeight: 2,
          markers: false,
        },
      ],
    },
    ...kinds.map((type, index) => ({
      id: String(index + 2),
      name: type,
      type,
      title: null,
      ...place,
      top: 240 + 220 * index,
      legend: { visible: false, position: 'right' as const },
      axes: {
        category: { visible: type !== 'Pie', majorGridlines: false },
        value: { visible: type !== 'Pie', majorGridlines: false },
        secondaryValue: { visible: false, majorGridlines: false },
      },
      series: [
        {
          ...series,
          type,
          ...(type === 'Line' ? { lineWeight: 2.25, markers: false } : {}),
          ...(type === 'Pie' ? { pointColors: { 0: '#1F4E79', 2: '#C55A11' } } : {}),
          ...(type === 'Pie' ? { labels: { shows: 'share' as const, numberFormat: '0%' } } : {}),
          ...(type === 'BarClustered' ? { gapWidth: 40 } : {}),
        },
      ],
    })),
    {
      id: '5',
      name: 'Bridge',
      type: 'ColumnStacked',
      title: 'Откуда прирост',
      ...place,
      top: 900,
      legend,
      drawsHidden: true,
      axes: {
        category: plain,
        value: { ...plain, majorGridlines: true },
        secondaryValue: { ...plain, visible: false },
      },
      series: [
        {
          ...withoutColor(series),
          name: 'Основание',
          type: 'ColumnStacked',
          gapWidth: 40,
          isUnfilled: true,
          isUnnamed: true,
        },
        {
          ...series,
          id: '2',
          name: 'Прирост',
          values: "'ABCD'!$C$2:$C$4",
          type: 'ColumnStacked',
          gapWidth: 40,
          labels: { shows: 'value', numberFormat: '#,##0;-#,##0;', color: '#FFFFFF' },
        },
      ],
    },
    {
      id: '6',
      name: 'Lying',
      type: 'BarStacked',
      title: null,
      ...place,
      top: 1120,
      legend: { visible: false, position: 'right' },
      axes: {
        category: { ...plain, reversed: true },
        value: plain,
        secondaryValue: { ...plain, visible: false },
      },
      series: [{ ...series, type: 'BarStacked', gapWidth: 80 }],
    },
  ];
}

function withoutColor<T extends { color?: string }>({ color: _color, ...series }: T): Omit<T, 'color'> {
  return series;
}

function setPage(sheet: SheetModel): void {
  Object.assign(sheet.pageLayout, {
    orientation: 'landscape',
    printArea: 'A1:D9',
    titleRows: '$1:$1',
    titleColumns: '$A:$A',
    fitToWidth: 1,
    fitToHeight: null,
    centerHorizontally: true,
    rowBreaks: [3, 7],
    footer: { left: 'Clientele', center: '&P / &N', right: '&D' },
    header: { left: '', center: 'ABCD', right: '' },
  });
}

/** Every cell of a sheet as plain text lines, with its formula and looks: what a round trip must keep. */
export function cellLines(book: BookModel, sheet: SheetModel): string[] {
  return [...sheet.cells.cells()].map(({ row, column }) =>
    JSON.stringify([
      row,
      column,
      sheet.cells.value(row, column),
      sheet.cells.formula(row, column),
      sortedStyle(book.styles.get(sheet.cells.style(row, column))),
    ]),
  );
}

function sortedStyle(style: object): unknown {
  return JSON.parse(
    JSON.stringify(style, (_key, part: unknown) =>
      typeof part === 'object' && part !== null
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ),
  );
}

/** A sheet without its cells, ids and origin: what a round trip must keep beside the cells. */
export function frameOf(sheet: SheetModel): unknown {
  const { cells: _cells, id: _id, sourcePart: _part, pristine: _pristine, ...frame } = sheet;
  return JSON.parse(
    JSON.stringify(frame, (key, part: unknown) => {
      if (key === 'id') return undefined;
      if (part instanceof Map || part instanceof Set) return [...part];
      return typeof part === 'number' ? Number(part.toFixed(6)) : part;
    }),
  );
}
