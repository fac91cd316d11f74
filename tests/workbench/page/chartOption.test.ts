import { cultureOf } from '../../../src/workbench/host/culture';
import { createBook, createSheet } from '../../../src/workbench/model/book';
import type { BookModel, ChartModel, ChartSeriesModel } from '../../../src/workbench/model/model';
import { chartOption } from '../../../src/workbench/page/charts/chartOption';

const axis = { visible: true, majorGridlines: false };

function book(): BookModel {
  const sheet = createSheet('ABCD');
  const made = createBook('b.xlsx', [sheet]);
  const percent = made.styles.intern({ numberFormat: '0%' });
  [
    ['Альфа', 600, 0.6],
    ['Бета', 400, 1],
  ].forEach((cells, row) => cells.forEach((value, column) => sheet.cells.setValue(row, column, value)));
  for (const row of [0, 1]) sheet.cells.setStyle(row, 2, percent);
  return made;
}

function series(values: string, over: Partial<ChartSeriesModel> = {}): ChartSeriesModel {
  return {
    id: values,
    name: 'Выручка',
    values,
    categories: "'ABCD'!$A$1:$A$2",
    type: 'ColumnClustered',
    axisGroup: 'primary',
    ...over,
  };
}

function chart(over: Partial<ChartModel>): ChartModel {
  return {
    id: '1',
    name: 'Парето',
    type: 'ColumnClustered',
    title: 'Парето',
    series: [series("'ABCD'!$B$1:$B$2")],
    left: 0,
    top: 0,
    width: 100,
    height: 100,
    legend: { visible: true, position: 'bottom' },
    axes: { category: axis, value: axis, secondaryValue: { ...axis, maximum: 1 } },
    ...over,
  };
}

const optionOf = (over: Partial<ChartModel>, of = book()) => chartOption(chart(over), of, cultureOf('ru-RU'));

test('columns with a line on the second axis, from the values the workbook has now', () => {
  const line = series("'ABCD'!$C$1:$C$2", { type: 'Line', axisGroup: 'secondary' });
  const option = optionOf({ series: [series("'ABCD'!$B$1:$B$2"), line] });
  expect(option.series).toMatchObject([
    { type: 'bar', data: [600, 400], yAxisIndex: 0 },
    { type: 'line', data: [0.6, 1], yAxisIndex: 1 },
  ]);
  expect(option.xAxis).toMatchObject({ data: ['Альфа', 'Бета'] });
  expect(option.yAxis).toMatchObject([{}, { max: 1 }]);
  const [, shares] = option.yAxis as { axisLabel: { formatter: (value: number) => string } }[];
  expect(shares?.axisLabel.formatter(0.5)).toBe('50%');
});

test('bars lie: their categories stand on the upright axis', () => {
  const option = optionOf({
    type: 'BarClustered',
    series: [series("'ABCD'!$B$1:$B$2", { type: 'BarClustered' })],
  });
  expect(option.yAxis).toMatchObject({ type: 'category' });
  expect(option.series).toMatchObject([{ type: 'bar', xAxisIndex: 0 }]);
});

test('a pie has a name for each piece', () => {
  const option = optionOf({ type: 'Pie', series: [series("'ABCD'!$B$1:$B$2", { type: 'Pie' })] });
  expect(option.series).toMatchObject([
    {
      type: 'pie',
      data: [
        { name: 'Альфа', value: 600 },
        { name: 'Бета', value: 400 },
      ],
    },
  ]);
});

test('the base of a bridge is there but not seen or named; its steps say their value inside, zeros do not', () => {
  const base = series("'ABCD'!$B$1:$B$2", {
    type: 'ColumnStacked',
    isUnfilled: true,
    isUnnamed: true,
    name: 'Основание',
  });
  const step = series("'ABCD'!$C$1:$C$2", {
    type: 'ColumnStacked',
    labels: { shows: 'value', numberFormat: '0.0;-0.0;', color: '#FFFFFF' },
  });
  const option = optionOf({ type: 'ColumnStacked', series: [base, step] });
  expect(option.series).toMatchObject([
    { stack: 'all', itemStyle: { opacity: 0 } },
    { stack: 'all', label: { show: true, position: 'inside', color: '#FFFFFF' } },
  ]);
  expect(option.legend).toMatchObject({ data: ['Выручка'] });
  const [, steps] = option.series as { label: { formatter: (given: { value: number }) => string } }[];
  expect([0.6, 0].map((value) => steps?.label.formatter({ value }))).toEqual(['0,6', '']);
});

test('slices have their own colours and their shares', () => {
  const pie = series("'ABCD'!$B$1:$B$2", {
    type: 'Pie',
    labels: { shows: 'share' },
    pointColors: { 1: '#FFD966' },
  });
  expect(optionOf({ type: 'Pie', series: [pie] }).series).toMatchObject([
    { label: { show: true }, data: [{ name: 'Альфа' }, { name: 'Бета', itemStyle: { color: '#FFD966' } }] },
  ]);
});

test('errors and texts leave gaps, a vanished sheet an empty chart', () => {
  const of = book();
  of.sheets[0]?.cells.setValue(0, 1, { error: '#N/A' });
  expect(optionOf({}, of).series).toMatchObject([{ data: [null, 400] }]);
  expect(optionOf({ series: [series("'Нет'!$B$1:$B$2")] }).series).toMatchObject([{ data: [] }]);
});
