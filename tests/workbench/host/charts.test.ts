import { codeOf, openExcel, sheetOf } from './support';

const list = () =>
  sheetOf('ABCD', [
    ['Клиент', 'Выручка', 'Доля'],
    ['Ромашка', 10, 0.5],
    ['Лютик', 6, 0.8],
    ['Роза', 4, 1],
  ]);

test('a chart takes names and categories from its range', async () => {
  const { first } = openExcel([list()]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.charts.add('ColumnClustered', sheet.getRange('A1:C4'), 'Columns');
    await context.sync();
  });
  expect(first.charts[0]?.series).toEqual([
    expect.objectContaining({ name: 'Выручка', values: "'ABCD'!$B$2:$B$4", categories: "'ABCD'!$A$2:$A$4" }),
    expect.objectContaining({ name: 'Доля', values: "'ABCD'!$C$2:$C$4", categories: "'ABCD'!$A$2:$A$4" }),
  ]);
});

test('a Pareto is built of columns and a line on a second axis', async () => {
  const { first } = openExcel([list()]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('B2:B4'), 'Columns');
    chart.name = 'pareto';
    chart.title.text = 'Парето';
    const share = chart.series.add('Накопленная доля');
    share.setValues(sheet.getRange('C2:C4'));
    share.setXAxisValues(sheet.getRange('A2:A4'));
    share.chartType = 'Line';
    share.axisGroup = 'Secondary';
    share.markerStyle = 'None';
    share.format.line.color = '#C00000';
    share.format.line.weight = 2;
    const columns = chart.series.getItemAt(0);
    columns.name = 'Выручка';
    columns.format.fill.setSolidColor('#1F4E79');
    columns.gapWidth = 40;
    const axis = chart.axes.getItem('Value', 'Secondary');
    axis.minimum = 0;
    axis.maximum = 1;
    axis.numberFormat = '0%';
    chart.axes.valueAxis.majorGridlines.visible = false;
    chart.axes.categoryAxis.title.text = 'Клиенты';
    chart.legend.position = 'Top';
    chart.setPosition('B2', 'D10');
    await context.sync();
    const found = sheet.charts.getItem('PARETO').load('name,left,top,width,height');
    chart.series.load('items/name,items/axisGroup');
    await context.sync();
    expect(found.toJSON()).toMatchObject({ name: 'pareto', left: 48, top: 15, width: 144, height: 135 });
    expect(chart.series.items.map(({ name, axisGroup }) => [name, axisGroup])).toEqual([
      ['Выручка', 'Primary'],
      ['Накопленная доля', 'Secondary'],
    ]);
  });
  expect(first.charts[0]).toMatchObject({
    title: 'Парето',
    legend: { visible: true, position: 'top' },
    axes: {
      secondaryValue: { minimum: 0, maximum: 1, numberFormat: '0%' },
      value: { majorGridlines: false },
    },
    series: [
      { name: 'Выручка', color: '#1F4E79', gapWidth: 40, type: 'ColumnClustered' },
      {
        values: "'ABCD'!$C$2:$C$4",
        categories: "'ABCD'!$A$2:$A$4",
        type: 'Line',
        axisGroup: 'secondary',
        markers: false,
        color: '#C00000',
        lineWeight: 2,
      },
    ],
  });
});

test('a second axis is refused for a pie, for the only series, and where no series is on it', async () => {
  openExcel([list()]);
  const toSecond = (type: 'Pie' | 'Line') =>
    codeOf((context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.charts.add(type, sheet.getRange('B2:B4'), 'Columns').series.getItemAt(0).axisGroup = 'Secondary';
    });
  expect([await toSecond('Pie'), await toSecond('Line')]).toEqual(['InvalidOperation', 'InvalidOperation']);
  const axis = await codeOf((context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.charts.add('Line', sheet.getRange('B2:B4'), 'Columns').axes.getItem('Value', 'Secondary').maximum =
      1;
  });
  expect(axis).toBe('InvalidArgument');
});

test('labels, unnamed series and slices are what the chart was told; a share belongs to a pie', async () => {
  const { first } = openExcel([list()]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const chart = sheet.charts.add('ColumnStacked', sheet.getRange('A1:C4'), 'Columns');
    const base = chart.series.getItemAt(0);
    base.format.fill.clear();
    chart.legend.legendEntries.getItemAt(0).visible = false;
    const top = chart.series.getItemAt(1);
    top.hasDataLabels = true;
    top.dataLabels.numberFormat = '0%';
    top.dataLabels.format.font.color = '#FFFFFF';
    const pie = sheet.charts.add('Pie', sheet.getRange('B2:B4'), 'Columns').series.getItemAt(0);
    pie.hasDataLabels = true;
    pie.dataLabels.showPercentage = true;
    pie.points.getItemAt(2).format.fill.setSolidColor('#FFD966');
    await context.sync();
    const entries = chart.legend.legendEntries.load('items/visible');
    await context.sync();
    expect(entries.items.map(({ visible }) => visible)).toEqual([false, true]);
  });
  expect(first.charts.map(({ series }) => series)).toMatchObject([
    [
      { isUnfilled: true, isUnnamed: true },
      { labels: { shows: 'value', numberFormat: '0%', color: '#FFFFFF' } },
    ],
    [{ labels: { shows: 'share' }, pointColors: { 2: '#FFD966' } }],
  ]);
  const onFirst = (change: (series: Excel.ChartSeries) => void) =>
    codeOf((context) =>
      change(context.workbook.worksheets.getFirst().charts.getItemAt(0).series.getItemAt(0)),
    );
  expect([
    await onFirst((series) => (series.dataLabels.showValue = true)),
    await onFirst((series) => {
      series.hasDataLabels = true;
      series.dataLabels.showPercentage = true;
    }),
    await onFirst((series) => series.points.getItemAt(3).format.fill.setSolidColor('red')),
  ]).toEqual(['InvalidOperation', 'InvalidOperation', 'InvalidArgument']);
  const axisOfPie = await codeOf((context) => {
    const { charts } = context.workbook.worksheets.getFirst();
    charts.getItemAt(1).axes.valueAxis.numberFormat = '0%';
  });
  expect(axisOfPie).toBe('InvalidOperation');
});

test('a chart is deleted; a missing one is a null object', async () => {
  const { first } = openExcel([list()]);
  await Excel.run(async (context) => {
    const { charts } = context.workbook.worksheets.getFirst();
    charts.add('Line', context.workbook.worksheets.getFirst().getRange('B2:B4'), 'Columns').delete();
    const missing = charts.getItemOrNullObject('нет');
    await context.sync();
    expect(missing.isNullObject).toBe(true);
  });
  expect(first.charts).toEqual([]);
});
