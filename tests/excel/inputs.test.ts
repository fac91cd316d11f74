import { readInputsOf } from '../../src/excel/inputs';
import type { InputRecord } from '../../src/excel/types';
import { writePlans } from '../../src/excel/write';
import type { SheetPlan, TabKey } from '../../src/reports/plan';
import type { BookModel } from '../../src/workbench/model/model';
import { cellAt, openExcel, QUIET, sheet, sheetNamed, valueOf } from './support/excel';
import { plan } from './support/plans';

const sales = () => sheet('Продажи', [['Клиент'], ['Альфа']]);

/** Clients from row 5 on, with what people type in B and C. */
function clients(names: readonly string[], firstRow = 5): SheetPlan {
  return plan({
    blocks: [
      { row: 1, column: 1, cells: [['ABCD']], role: 'title' },
      { row: firstRow, column: 1, cells: names.map((name) => [name, null, null]), role: 'body' },
    ],
    inputs: [
      {
        area: { row: firstRow, column: 2, rows: names.length, columns: 2 },
        keyColumn: 1,
        fields: ['potential', 'comment'],
      },
    ],
  });
}

async function typedOnAbcd(): Promise<readonly InputRecord[]> {
  return valueOf(await readInputsOf(['abcd'])).abcd.records;
}

function type(book: BookModel, row: number, column: number, value: string | number): void {
  sheetNamed(book, 'ABCD').cells.setValue(row - 1, column - 1, value);
}

describe('what people typed', () => {
  it('is read by key and stands beside its key after the next run, wherever that is', async () => {
    const { book } = openExcel([sales()]);
    valueOf(await writePlans([clients(['Альфа', 'Бета'])], QUIET));
    type(book, 5, 2, 500);
    type(book, 6, 3, 'звонить в мае');
    expect(await typedOnAbcd()).toEqual([
      { key: 'Альфа', values: { potential: 500 } },
      { key: 'Бета', values: { comment: 'звонить в мае' } },
    ]);

    valueOf(await writePlans([clients(['Бета', 'Гамма', 'Альфа'], 8)], QUIET));
    expect(cellAt(book, 'ABCD', 10, 2).value).toBe(500);
    expect(cellAt(book, 'ABCD', 8, 3).value).toBe('звонить в мае');
    expect(cellAt(book, 'ABCD', 5, 2).value).toBe('');
  });

  it('outlives the absence of its client: kept aside, put back when the client is there again', async () => {
    const { book } = openExcel([sales()]);
    valueOf(await writePlans([clients(['Альфа', 'Бета'])], QUIET));
    type(book, 5, 3, '=важно');
    valueOf(await writePlans([clients(['Бета'])], QUIET));
    expect(await typedOnAbcd()).toEqual([{ key: 'Альфа', values: { comment: '=важно' } }]);
    valueOf(await writePlans([clients(['Бета'])], QUIET));
    valueOf(await writePlans([clients(['Бета', 'Альфа'])], QUIET));
    expect(cellAt(book, 'ABCD', 6, 3)).toMatchObject({ value: '=важно', formula: null });
    expect([...book.settings.keys()].filter((key) => key.includes('archive'))).toEqual([]);
  });

  it('is found although the tab was renamed and the names were moved by inserted rows', async () => {
    const { book } = openExcel([sales()]);
    valueOf(await writePlans([clients(['Альфа'])], QUIET));
    type(book, 5, 2, 500);
    insertRowAbove(book);
    sheetNamed(book, 'ABCD').name = 'Классы';
    for (const name of book.names) name.formula = name.formula.replace('ABCD', 'Классы');
    expect(await typedOnAbcd()).toEqual([{ key: 'Альфа', values: { potential: 500 } }]);
  });

  it('survives a run that fails half-way: the next one takes it from the journal', async () => {
    const { book, host } = openExcel([sales()]);
    valueOf(await writePlans([clients(['Альфа', 'Бета'])], QUIET));
    type(book, 5, 2, 500);
    // As long as a cell can be, so that the journal needs several settings.
    const long = 'x'.repeat(32_000);
    type(book, 5, 3, long);
    type(book, 6, 3, long);

    const stop = host.onChange(() => {
      // The tab has just been cleared: the next round trip, with the cells, fails.
      if (sheetNamed(book, 'ABCD').cells.rowCount === 0) {
        host.faults.failSync(1, 'RequestAborted');
        stop();
      }
    });
    expect(await writePlans([clients(['Альфа', 'Бета'])], QUIET)).toMatchObject({
      ok: false,
      error: { code: 'busy' },
    });
    expect(cellAt(book, 'ABCD', 5, 2).value).toBe('');
    expect([...book.settings.keys()].filter((key) => key.startsWith('clientele.journal'))).toHaveLength(3);

    expect(await typedOnAbcd()).toHaveLength(2);
    valueOf(await writePlans([clients(['Бета', 'Альфа'])], QUIET));
    expect(cellAt(book, 'ABCD', 6, 2).value).toBe(500);
    expect(cellAt(book, 'ABCD', 5, 3).value).toBe(long);
    expect([...book.settings.keys()].filter((key) => key.startsWith('clientele.journal'))).toEqual([]);
  });

  it('is read in portions from a long tab, with the keys that stand there unanswered', async () => {
    const names = Array.from({ length: 25_000 }, (_, i) => `Клиент ${i}`);
    const { book } = openExcel([sales()]);
    valueOf(await writePlans([clients(names)], QUIET));
    type(book, 5 + 24_999, 2, 7);
    const { abcd } = valueOf(await readInputsOf(['abcd']));
    expect(abcd.standing.size).toBe(25_000);
    expect(abcd.records).toEqual([{ key: 'Клиент 24999', values: { potential: 7 } }]);
  });

  it('is read from two tabs in as many round trips as from one', async () => {
    const { host } = openExcel([sales()]);
    const other: SheetPlan = { ...clients(['Гамма']), key: 'potential', tab: 'Потенциал' };
    valueOf(await writePlans([clients(['Альфа']), other], QUIET));
    const tripsTo = async (tabs: readonly TabKey[]) => {
      const before = host.cost.syncs;
      const read = valueOf(await readInputsOf(tabs));
      expect(tabs.map((tab) => read[tab].standing.size)).toEqual(tabs.map(() => 1));
      return host.cost.syncs - before;
    };
    expect(await tripsTo(['abcd', 'potential'])).toBe(await tripsTo(['abcd']));
  });

  it('is nothing on a tab that does not stand yet', async () => {
    openExcel([sales()]);
    expect(await typedOnAbcd()).toEqual([]);
  });

  it('is marked by names that people do not see', async () => {
    const { book } = openExcel([sales()]);
    valueOf(await writePlans([clients(['Альфа'])], QUIET));
    expect(book.names.map(({ visible }) => visible)).toEqual([false, false, false]);
  });
});

/** As Excel does it when the user inserts a row at the top: cells and names move down. */
function insertRowAbove(book: BookModel): void {
  const { cells } = sheetNamed(book, 'ABCD');
  for (let row = cells.rowCount; row > 0; row--) {
    for (let column = 0; column < cells.columnCount; column++) {
      cells.setValue(row, column, cells.value(row - 1, column));
    }
  }
  for (const name of book.names)
    name.formula = name.formula.replace(/\$(\d+)/g, (_, row) => `$${Number(row) + 1}`);
}
