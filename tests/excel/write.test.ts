import { PAYLOAD_LIMIT_BYTES } from '../../src/excel/bytes';
import { widthInPoints } from '../../src/excel/dress';
import { SLICE_COLORS, TONE_COLORS } from '../../src/excel/looks';
import { writePlans } from '../../src/excel/write';
import type { SheetPlan } from '../../src/reports/plan';
import { createCalculator } from '../../src/workbench/calc/calculator';
import { loadIronCalcNode } from '../../src/workbench/calc/node';
import type { BookModel } from '../../src/workbench/model/model';
import { cellAt, fingerprint, openExcel, QUIET, sheet, sheetNamed, valueOf } from './support/excel';
import { plan } from './support/plans';

const SETTINGS = plan({
  key: 'settings',
  tab: 'Настройки',
  blocks: [
    { row: 1, column: 1, cells: [['Пороги']], role: 'title' },
    { row: 3, column: 1, cells: [['Порог A']], role: 'body' },
    { row: 3, column: 2, cells: [[0.8]], role: 'input', formats: ['0%'] },
  ],
  names: [{ name: 'clientele_classA', area: { row: 3, column: 2, rows: 1, columns: 1 } }],
  validations: [
    {
      area: { row: 3, column: 2, rows: 1, columns: 1 },
      rule: { kind: 'decimal', min: 0, max: 1 },
      message: 'Доля от 0 до 1',
    },
  ],
});

/** Clients with revenue, share and class by formula, a table, a rule, a Pareto chart: every part of a plan once. */
const ABCD = plan({
  columnWidths: [30, 12, 12, 12, 8],
  blocks: [
    { row: 1, column: 1, cells: [['ABCD']], role: 'title' },
    { row: 2, column: 1, cells: [['К порогам']], role: 'link', target: "'Настройки'!B3" },
    {
      row: 4,
      column: 1,
      cells: [['Клиент', 'Выручка', 'Доля', 'До клиента', 'Класс']],
      role: 'columnHeading',
      wrap: true,
      align: ['left', 'right', 'right', 'right', 'center'],
    },
    {
      row: 5,
      column: 1,
      cells: [
        ['Альфа', 700, 0.7, 0],
        ['=Бета', 200, 0.2, 0.7],
        ['Гамма', 100, 0.1, 0.9],
      ].map(([name, revenue, share, before], index) => [
        name ?? null,
        revenue ?? null,
        { formula: `=B${5 + index}/SUM($B$5:$B$7)`, value: share ?? 0 },
        { formula: index === 0 ? '=0' : `=D${4 + index}+C${4 + index}`, value: before ?? 0 },
        { formula: `=IF(D${5 + index}<clientele_classA,"A","B")`, value: index === 2 ? 'B' : 'A' },
      ]),
      role: 'body',
      formats: [null, '#,##0', '0.0%', '0.0%', null],
    },
  ],
  tables: [
    { name: 'clientele_abcd', area: { row: 4, column: 1, rows: 4, columns: 5 }, style: 'TableStyleLight1' },
  ],
  rules: [
    { kind: 'textEquals', area: { row: 5, column: 5, rows: 3, columns: 1 }, text: 'A', role: 'good' },
    { kind: 'formula', area: { row: 5, column: 1, rows: 3, columns: 5 }, formula: '=$C5>0.5', role: 'bad' },
    { kind: 'dataBar', area: { row: 5, column: 2, rows: 3, columns: 1 } },
  ],
  charts: [
    {
      name: 'ClientelePareto',
      title: 'Кривая Парето',
      kind: 'pareto',
      categories: { row: 5, column: 1, rows: 3, columns: 1 },
      series: [
        { name: 'Выручка', values: { row: 5, column: 2, rows: 3, columns: 1 } },
        {
          name: 'Накоплено',
          values: { row: 5, column: 4, rows: 3, columns: 1 },
          as: 'line',
          secondary: true,
        },
      ],
      place: { row: 10, column: 1, rows: 12, columns: 5 },
      valueFormat: '#,##0',
      alt: 'Первый клиент даёт 70 % выручки',
    },
  ],
  freeze: { rows: 4, columns: 1 },
  print: {
    orientation: 'landscape',
    titleRows: { from: 4, to: 4 },
    area: { row: 1, column: 1, rows: 22, columns: 5 },
    footer: 'Стр. &P из &N',
  },
});

const sales = () =>
  sheet('Продажи', [
    ['Клиент', 'Сумма'],
    ['Альфа', 700],
    ['Бета', '=B2*2'],
  ]);

async function withCalculator() {
  return openExcel([sales()], { calculator: await createCalculator(loadIronCalcNode()) });
}

describe('a plan written', () => {
  it('stands as values and living formulas over named cells', async () => {
    const { book } = await withCalculator();
    const written = valueOf(await writePlans([ABCD, SETTINGS], QUIET));
    expect(written).toEqual([
      { key: 'abcd', name: 'ABCD', rows: 7, formulas: 9, charts: 1, isNew: true, notes: [] },
      { key: 'settings', name: 'Настройки', rows: 3, formulas: 0, charts: 0, isNew: true, notes: [] },
    ]);
    expect([5, 6, 7].map((row) => cellAt(book, 'ABCD', row, 5).value)).toEqual(['A', 'A', 'B']);
    expect(cellAt(book, 'ABCD', 7, 4)).toMatchObject({ value: expect.closeTo(0.9, 9), formula: '=D6+C6' });
    expect(cellAt(book, 'ABCD', 5, 2)).toMatchObject({
      value: 700,
      formula: null,
      style: { numberFormat: '#,##0' },
    });
  });

  it('keeps a text that looks like a formula a text', async () => {
    const { book } = await withCalculator();
    valueOf(await writePlans([SETTINGS, ABCD], QUIET));
    expect(cellAt(book, 'ABCD', 6, 1)).toMatchObject({
      value: '=Бета',
      formula: null,
      style: { numberFormat: '@' },
    });
  });

  it('keeps every text as it is, whatever Excel would make of it', async () => {
    const texts = [
      '=1+1',
      '+7 495',
      '-5',
      '@x',
      "'t Hart",
      '007',
      '1/2',
      '12 мая',
      '1 234,5',
      'ИСТИНА',
      '#Н/Д',
      '12%',
      'Ромашка',
      ' 5 ',
    ];
    const { book } = openExcel([sales()]);
    const cells = texts.map((text) => [text]);
    valueOf(await writePlans([plan({ blocks: [{ row: 1, column: 1, cells, role: 'body' }] })], QUIET));
    expect(texts.map((_, row) => cellAt(book, 'ABCD', row + 1, 1).value)).toEqual(texts);
    const mixed = texts.map((text) => [text, 1, { formula: '=1', value: 1 }]);
    const turned = mixed[0]?.map((_, column) => mixed.map((row) => row[column] ?? null)) ?? [];
    valueOf(
      await writePlans([plan({ blocks: [{ row: 1, column: 1, cells: turned, role: 'body' }] })], QUIET),
    );
    expect(texts.map((_, column) => cellAt(book, 'ABCD', 1, column + 1).value)).toEqual(texts);
  });

  it('has its table, rules, validation, widths, panes, page and links', async () => {
    const { book } = await withCalculator();
    valueOf(await writePlans([SETTINGS, ABCD], QUIET));
    const tab = sheetNamed(book, 'ABCD');
    expect(tab.tables).toMatchObject([
      { name: 'clientele_abcd', area: { row: 3, column: 0, rows: 4, columns: 5 }, style: 'TableStyleLight1' },
    ]);
    expect(tab.conditionalFormats.map(({ rule, area }) => [rule, area.row, area.rows])).toEqual(
      expect.arrayContaining([
        [{ kind: 'custom', formula: '=E5="A"' }, 4, 3],
        [{ kind: 'custom', formula: '=$C5>0.5' }, 4, 3],
        [expect.objectContaining({ kind: 'dataBar' }), 4, 3],
      ]),
    );
    expect(tab.columnWidths.get(0)).toBe(widthInPoints(30));
    expect(tab.frozen).toEqual({ rows: 4, columns: 1 });
    expect(tab.showGridlines).toBe(false);
    expect(tab.tabColor).toBe('#1F4E79');
    expect(tab.pageLayout).toMatchObject({
      orientation: 'landscape',
      paperSize: 'A4',
      printArea: 'A1:E22',
      titleRows: expect.stringContaining('4'),
      fitToWidth: 1,
      footer: { center: 'Стр. &P из &N' },
    });
    expect([...tab.hyperlinks.values()]).toMatchObject([{ documentReference: "'Настройки'!B3" }]);
    expect(sheetNamed(book, 'Настройки').validations).toMatchObject([
      { rule: { kind: 'decimal', formula1: 0, formula2: 1 }, prompt: { message: 'Доля от 0 до 1' } },
    ]);
    expect(cellAt(book, 'ABCD', 4, 2).style).toMatchObject({ bold: true, horizontal: 'right', wrap: true });
    expect(cellAt(book, 'ABCD', 1, 1).style).toMatchObject({ bold: true, fontSize: 16 });
  });

  it('has a native Pareto chart: columns, and a line on a second axis from 0 to 100 %', async () => {
    const { book } = await withCalculator();
    valueOf(await writePlans([SETTINGS, ABCD], QUIET));
    const [chart] = sheetNamed(book, 'ABCD').charts;
    expect(chart).toMatchObject({
      name: 'ClientelePareto',
      title: 'Кривая Парето',
      type: 'ColumnClustered',
    });
    expect(chart?.series).toMatchObject([
      { name: 'Выручка', axisGroup: 'primary', values: expect.stringContaining('$B$5:$B$7') },
      {
        name: 'Накоплено',
        type: 'Line',
        axisGroup: 'secondary',
        values: expect.stringContaining('$D$5:$D$7'),
      },
    ]);
    expect(chart?.series.map(({ categories }) => categories)).toEqual([
      expect.stringContaining('$A$5:$A$7'),
      expect.stringContaining('$A$5:$A$7'),
    ]);
    expect(chart?.axes.secondaryValue).toMatchObject({ minimum: 0, maximum: 1, numberFormat: '0%' });
    expect(cellAt(book, 'ABCD', 10, 1)).toMatchObject({
      value: 'Первый клиент даёт 70 % выручки',
      style: { horizontal: 'fill' },
    });
  });
});

describe('charts of other kinds', () => {
  const column = (of: number) => ({ row: 1, column: of, rows: 3, columns: 1 });
  const CELLS: SheetPlan['blocks'] = [
    {
      row: 1,
      column: 1,
      cells: [
        ['Было', 0, 100, 0],
        ['Новые', 100, 0, 30],
        ['Стало', 0, 130, 0],
      ],
      role: 'body',
    },
  ];
  const BRIDGE: SheetPlan['charts'][number] = {
    name: 'ClienteleBridge',
    title: 'Откуда прирост',
    kind: 'stackedColumn',
    categories: column(1),
    series: [
      { name: 'Основание', values: column(2), invisible: true },
      { name: 'Итог', values: column(3) },
      { name: 'Прирост', values: column(4), tone: 'good' },
    ],
    place: { row: 6, column: 1, rows: 12, columns: 5 },
    valueFormat: '#,##0',
    labels: true,
    alt: 'Прирост дали новые клиенты',
  };
  const chartOf = async (chart: SheetPlan['charts'][number], hiddenColumns: readonly number[] = []) => {
    const { book } = openExcel([sales()]);
    valueOf(await writePlans([plan({ blocks: CELLS, charts: [chart], hiddenColumns })], QUIET));
    return sheetNamed(book, 'ABCD').charts[0];
  };

  it('a bridge stands on a series that is neither drawn nor named, its steps say their value', async () => {
    const labels = { shows: 'value', numberFormat: '#,##0;-#,##0;' };
    const chart = await chartOf(BRIDGE);
    expect(chart).toMatchObject({ type: 'ColumnStacked', legend: { visible: true, position: 'bottom' } });
    expect(chart?.series).toMatchObject([
      { name: 'Основание', type: 'ColumnStacked', isUnfilled: true, isUnnamed: true },
      { name: 'Итог', type: 'ColumnStacked', labels },
      { name: 'Прирост', type: 'ColumnStacked', labels, color: TONE_COLORS.good },
    ]);
    expect(chart?.series[0]?.labels).toBeUndefined();
  });

  it('stacked bars lie with the first category on top', async () => {
    const chart = await chartOf({ ...BRIDGE, kind: 'stackedBar' });
    expect(chart).toMatchObject({ type: 'BarStacked', axes: { category: { reversed: true } } });
  });

  it('a pie has slices of our colours with their shares and a legend', async () => {
    const chart = await chartOf({ ...BRIDGE, kind: 'doughnut', series: BRIDGE.series.slice(1) });
    expect(chart).toMatchObject({ type: 'Doughnut', legend: { visible: true } });
    expect(chart?.series).toMatchObject([
      { name: 'Итог', labels: { shows: 'share' }, pointColors: { 0: SLICE_COLORS[0], 2: SLICE_COLORS[2] } },
    ]);
  });

  it('a chart over hidden columns is drawn all the same', async () => {
    expect((await chartOf(BRIDGE, [3, 4]))?.drawsHidden).toBe(true);
    expect((await chartOf(BRIDGE, [5]))?.drawsHidden).toBeUndefined();
  });

  it('a bridge that Excel refuses is left out: steps without a base would mislead', async () => {
    const whole = openExcel([sales()]);
    valueOf(await writePlans([plan({ blocks: CELLS, charts: [BRIDGE] })], QUIET));
    const chartSync = whole.host.cost.syncs - 1;
    const refused = openExcel([sales()]);
    refused.host.faults.failSync(chartSync, 'InvalidArgument');
    const [tab] = valueOf(await writePlans([plan({ blocks: CELLS, charts: [BRIDGE] })], QUIET));
    expect(tab).toMatchObject({ charts: 0, notes: [{ kind: 'chartRefused', name: 'Откуда прирост' }] });
    expect(sheetNamed(refused.book, 'ABCD').charts).toEqual([]);
  });
});

describe('the page of a tab', () => {
  it('takes as many sheets of paper as planned, in their middle, without its working columns', async () => {
    const { book } = openExcel([sales()]);
    const { print } = plan();
    const given = plan({
      columnWidths: [10, 10, 10, 10],
      hiddenColumns: [3, 4],
      print: { ...print, fitToPages: { wide: 1, tall: 1 }, centered: true },
    });
    valueOf(await writePlans([given], QUIET));
    const tab = sheetNamed(book, 'ABCD');
    expect(tab.pageLayout).toMatchObject({ fitToWidth: 1, fitToHeight: 1, centerHorizontally: true });
    expect([...tab.hiddenColumns]).toEqual([2, 3]);
    valueOf(await writePlans([plan()], QUIET));
    expect(tab.hiddenColumns.size).toBe(0);
    expect(tab.pageLayout).toMatchObject({ fitToWidth: 1, fitToHeight: null, centerHorizontally: false });
  });

  it('begins a new page with the section that does not fit', async () => {
    const { book } = openExcel([sales()]);
    // Five columns of 24.9 characters are 4/3 of A4: at 75 % it has room for 67 rows of 15 points. 61 and 20 rows do
    // not fit, 20 and 30 do.
    const area = { row: 1, column: 1, rows: 111, columns: 5 };
    const columnWidths = Array.from({ length: 5 }, () => 24.9);
    const print = { ...plan().print, area, paged: { sections: [2, 62, 82], pages: 2 } };
    valueOf(await writePlans([plan({ columnWidths, print })], QUIET));
    const tab = sheetNamed(book, 'ABCD');
    expect(tab.pageLayout).toMatchObject({ fitToWidth: 1, fitToHeight: null, rowBreaks: [61] });
    const tight = { ...print, paged: { ...print.paged, pages: 1 } };
    valueOf(await writePlans([plan({ columnWidths, print: tight })], QUIET));
    expect(tab.pageLayout).toMatchObject({ fitToWidth: 1, fitToHeight: 1, rowBreaks: [] });
  });

  it('offers what stands in a column of another tab', async () => {
    const { book } = openExcel([sales()]);
    const choice = plan({
      validations: [
        {
          area: { row: 2, column: 2, rows: 1, columns: 1 },
          rule: { kind: 'listRange', tab: 'Настройки', source: { row: 14, column: 2, rows: 60, columns: 1 } },
          message: 'Выберите клиента',
        },
      ],
    });
    valueOf(await writePlans([choice, SETTINGS], QUIET));
    expect(sheetNamed(book, 'ABCD').validations).toMatchObject([
      { rule: { kind: 'list', source: "='Настройки'!$B$14:$B$73", inCellDropDown: true } },
    ]);
  });
});

describe('a tab written again', () => {
  it('is cleared and reused: nothing of the last run stays', async () => {
    const { book } = await withCalculator();
    valueOf(await writePlans([SETTINGS, ABCD], QUIET));
    const { id } = sheetNamed(book, 'ABCD');
    sheetNamed(book, 'ABCD').cells.setValue(40, 10, 'заметка на полях');
    const small = plan({ blocks: [{ row: 1, column: 1, cells: [['Пусто']], role: 'title' }] });
    valueOf(await writePlans([small], QUIET));
    const tab = sheetNamed(book, 'ABCD');
    expect(tab.id).toBe(id);
    expect([tab.tables, tab.charts, tab.conditionalFormats, tab.frozen]).toEqual([
      [],
      [],
      [],
      { rows: 0, columns: 0 },
    ]);
    expect(tab.hyperlinks.size).toBe(0);
    expect(cellAt(book, 'ABCD', 5, 2)).toEqual({ value: '', formula: null, style: {} });
    expect(cellAt(book, 'ABCD', 41, 11).value).toBe('');
  });

  it('keeps the charts that people made on it, beside its own', async () => {
    const { book } = await withCalculator();
    valueOf(await writePlans([SETTINGS, ABCD], QUIET));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('ABCD');
      sheet.charts.add('Line', sheet.getRange('A5:B7'), 'Auto').name = 'Мой график';
      await context.sync();
    });
    valueOf(await writePlans([SETTINGS, ABCD], QUIET));
    expect(sheetNamed(book, 'ABCD').charts.map(({ name }) => name)).toEqual([
      'Мой график',
      'ClientelePareto',
    ]);
  });

  it('is the same tab as before when nothing changed', async () => {
    const { book } = await withCalculator();
    valueOf(await writePlans([SETTINGS, ABCD], QUIET));
    const before = contents(book, 'ABCD');
    valueOf(await writePlans([SETTINGS, ABCD], QUIET));
    expect(contents(book, 'ABCD')).toEqual(before);
    expect(book.names.map(({ name }) => name)).toEqual(['clientele_classA']);
  });

  it('takes its names along when the layout changed', async () => {
    const { book } = await withCalculator();
    valueOf(await writePlans([SETTINGS, ABCD], QUIET));
    const moved = {
      ...SETTINGS,
      blocks: SETTINGS.blocks.map((block) => ({ ...block, row: block.row + 4 })),
      names: [{ name: 'clientele_classA', area: { row: 7, column: 2, rows: 1, columns: 1 } }],
    };
    valueOf(await writePlans([moved, ABCD], QUIET));
    expect(book.names.find(({ name }) => name === 'clientele_classA')?.formula).toBe("='Настройки'!$B$7");
    expect(cellAt(book, 'ABCD', 7, 5).value).toBe('B');
  });
});

describe('the sheets of the user', () => {
  it('are the same to the last cell after a run, also one with our name and a table with our name', async () => {
    const foreign = sheet('ABCD', [
      ['мой', 'лист'],
      [1, '=A2+1'],
    ]);
    foreign.tables.push({
      id: '{T}',
      name: 'clientele_abcd',
      area: { row: 0, column: 0, rows: 2, columns: 2 },
      style: 'TableStyleLight1',
      showHeaders: true,
      showTotals: false,
      showFilterButton: true,
      showBandedRows: true,
    });
    const { book, host } = openExcel([sales(), foreign], {
      calculator: await createCalculator(loadIronCalcNode()),
    });
    host.bookEdited();
    const before = ['Продажи', 'ABCD'].map((name) => fingerprint(book, name));
    valueOf(await writePlans([SETTINGS, { ...ABCD, tab: 'ABCD 2' }], QUIET));
    valueOf(await writePlans([SETTINGS, { ...ABCD, tab: 'ABCD 2' }], QUIET));
    expect(['Продажи', 'ABCD'].map((name) => fingerprint(book, name))).toEqual(before);
    expect(book.activeSheetId).toBe(sheetNamed(book, 'Продажи').id);
    expect(sheetNamed(book, 'ABCD 2').tables).toHaveLength(1);
  });
});

describe('the cost of writing', () => {
  it('is the same number of round trips for few rows and for many that fit one request', async () => {
    const syncs: number[] = [];
    for (const rows of [10, 2_000]) {
      const { host } = openExcel([sales()]);
      const cells = Array.from({ length: rows }, (_, row) => [`Клиент ${row}`, row]);
      valueOf(await writePlans([plan({ blocks: [{ row: 1, column: 1, cells, role: 'body' }] })], QUIET));
      syncs.push(host.cost.syncs);
    }
    expect(syncs[0]).toBe(syncs[1]);
    expect(syncs[0]).toBeLessThanOrEqual(12);
  });

  it('grows by one round trip per 3 MB; no request passes 4 MB', async () => {
    const { host, book } = openExcel([sales()]);
    const rows = 60_000;
    const cells = Array.from({ length: rows }, (_, row) => [`ООО «Торговый дом Номер ${row}»`, row, row / 7]);
    valueOf(await writePlans([plan({ blocks: [{ row: 1, column: 1, cells, role: 'body' }] })], QUIET));
    expect(host.cost.largestRequest).toBeLessThan(PAYLOAD_LIMIT_BYTES);
    expect(host.cost.syncs).toBeLessThanOrEqual(12 + Math.ceil(host.cost.requestBytes / 2_500_000));
    expect(cellAt(book, 'ABCD', rows, 1).value).toBe(`ООО «Торговый дом Номер ${rows - 1}»`);
  });

  it('is two halves more when Excel finds the cells too large for one request', async () => {
    const rows = 100;
    const cells = Array.from({ length: rows }, (_, row) => [row]);
    const given = plan({ blocks: [{ row: 1, column: 1, cells, role: 'body' }] });
    const whole = openExcel([sales()]);
    valueOf(await writePlans([given], QUIET));

    const place = await syncThatWritesCells(given);
    const halved = openExcel([sales()]);
    halved.host.faults.failSync(place, 'RequestPayloadSizeLimitExceeded');
    valueOf(await writePlans([given], QUIET));
    expect([1, 50, 51, 100].map((row) => cellAt(halved.book, 'ABCD', row, 1).value)).toEqual([0, 49, 50, 99]);
    expect(halved.host.cost.syncs).toBe(whole.host.cost.syncs + 2);
  });
});

/** Cells, styles and counts of objects of a tab: what a reader of the file would see. */
function contents(book: BookModel, name: string): unknown {
  const { cells, tables, charts, conditionalFormats, validations, columnWidths, pageLayout } = sheetNamed(
    book,
    name,
  );
  return {
    cells: [...cells.cells()].map(({ row, column }) => cellAt(book, name, row + 1, column + 1)),
    tables: tables.map((table) => [table.name, table.area]),
    charts: charts.map((chart) => [chart.name, chart.series.length]),
    rules: conditionalFormats.map(({ area, rule }) => [area, rule]),
    validations,
    columnWidths: [...columnWidths],
    pageLayout,
  };
}

/** Which round trip of a run carries the cells: the one before which the tab is still blank. */
async function syncThatWritesCells(given: SheetPlan): Promise<number> {
  const { host, book } = openExcel([sales()]);
  let writes = 0;
  const stop = host.onChange(() => {
    const tab = book.sheets.find(({ name }) => name === given.tab);
    if (writes === 0 && tab && tab.cells.rowCount > 0) writes = host.cost.syncs;
  });
  valueOf(await writePlans([given], QUIET));
  stop();
  return writes;
}
