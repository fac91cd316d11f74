import { listSources } from '../../src/excel/sources';
import type { TableModel } from '../../src/workbench/model/model';
import { openExcel, sheet, valueOf } from './support/excel';

function table(name: string, row: number, column: number, rows: number, columns: number): TableModel {
  return {
    id: `{${name}}`,
    name,
    area: { row: row - 1, column: column - 1, rows, columns },
    style: 'TableStyleLight1',
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
  };
}

const SALES = [
  ['Клиент', 'Сумма'],
  ['Альфа', 100],
  ['Бета', 50],
];

describe('sources', () => {
  it('are the visible sheets and tables with their geometry, in the order of the workbook', async () => {
    const cities = sheet('Города', [['Город'], ['Пермь']], { row: 3, column: 2 });
    const sales = sheet('Продажи 2025', SALES);
    const hidden = sheet('Скрытый', SALES);
    hidden.visibility = 'hidden';
    const { book } = openExcel([cities, sales, hidden, sheet('Пустой')]);
    book.activeSheetId = sales.id;

    expect(valueOf(await listSources())).toEqual([
      {
        kind: 'sheet',
        id: cities.id,
        name: 'Города',
        sheet: 'Города',
        address: 'B3:B4',
        rows: 2,
        columns: 1,
        isActive: false,
      },
      {
        kind: 'sheet',
        id: sales.id,
        name: 'Продажи 2025',
        sheet: 'Продажи 2025',
        address: 'A1:B3',
        rows: 3,
        columns: 2,
        isActive: true,
      },
      expect.objectContaining({ name: 'Пустой', address: null, rows: 0, columns: 0 }),
    ]);
  });

  it('know the table in which the user stands', async () => {
    const sales = sheet('Продажи', SALES);
    sales.tables.push(table('Сбыт', 1, 1, 3, 2));
    const { book } = openExcel([sales]);

    book.selection = { row: 1, column: 1, rows: 1, columns: 1 };
    expect(valueOf(await listSources()).map(({ kind, name, isActive }) => [kind, name, isActive])).toEqual([
      ['sheet', 'Продажи', false],
      ['table', 'Сбыт', true],
    ]);

    book.selection = { row: 7, column: 5, rows: 1, columns: 1 };
    expect(valueOf(await listSources()).map(({ kind, isActive }) => [kind, isActive])).toEqual([
      ['sheet', true],
      ['table', false],
    ]);
  });

  it('never hold a tab of ours', async () => {
    const own = sheet('Мой ABCD', SALES);
    own.customProperties.set('clientele.tab', 'abcd');
    openExcel([sheet('Продажи', SALES), own]);
    expect(valueOf(await listSources()).map(({ name }) => name)).toEqual(['Продажи']);
  });

  it('cost two round trips and no cell, however many sheets there are', async () => {
    const { host } = openExcel(Array.from({ length: 30 }, (_, index) => sheet(`Лист ${index}`, SALES)));
    expect(valueOf(await listSources())).toHaveLength(30);
    expect(host.cost.syncs).toBe(2);
    expect(host.cost.cellsRead.size).toBe(0);
  });
});
