import { createClientele } from '../../src/app/clientele';
import type { Hooks, Preview, Source } from '../../src/app/types';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { isoDate } from '../../src/domain/shared/dates';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { openExcel, sheet, valueOf } from '../excel/support/excel';

const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => 0,
  today: 46_348 as ExcelSerial,
};

const HEADINGS = ['Дата', 'Клиент', 'Сумма'];

/** A month of sales under a cap, with its total. */
function month(name: string, first: number, amounts: readonly number[]) {
  return sheet(name, [
    [`Продажи за ${name}`, null, null],
    HEADINGS,
    ...amounts.map((amount, day) => [first + day, `Клиент ${day}`, amount]),
    ['Итого', null, amounts.reduce((sum, amount) => sum + amount, 0)],
  ]);
}

const quarter = () => [
  month('Январь', 46_023, [100, 200]),
  month('Февраль', 46_054, [10, 20, 30]),
  month('Март', 46_082, [1]),
];

async function sources(): Promise<readonly Source[]> {
  return valueOf(await createClientele().listSources());
}

async function preview(source: Source | undefined): Promise<Preview> {
  if (!source) throw new Error('No such source');
  return valueOf(await createClientele().preview(source, DEFAULT_SETTINGS, null, HOOKS));
}

describe('sheets of one form', () => {
  it('named by months are one source, and the default where the user looks at one of them', async () => {
    openExcel(quarter());
    const [first, ...rest] = await sources();
    expect(first).toMatchObject({ kind: 'sheets', name: 'Январь … Март', isActive: true, rows: 15 });
    expect(first?.parts?.map(({ name }) => name)).toEqual(['Январь', 'Февраль', 'Март']);
    expect(rest.map(({ name, isActive }) => [name, isActive])).toEqual([
      ['Январь', false],
      ['Февраль', false],
      ['Март', false],
    ]);
  });

  it('keep the order of the workbook, whichever of them is looked at', async () => {
    const { book } = openExcel(quarter());
    book.activeSheetId = book.sheets[2]?.id ?? '';
    expect((await sources())[0]?.parts?.map(({ name }) => name)).toEqual(['Январь', 'Февраль', 'Март']);
  });

  it('are offered last where the user looks at another sheet, or where they are only two', async () => {
    const { book } = openExcel([sheet('Москва', [HEADINGS, [46_023, 'А', 1]]), ...quarter().slice(0, 2)]);
    book.activeSheetId = book.sheets[1]?.id ?? '';
    const listed = await sources();
    expect(listed[0]).toMatchObject({ kind: 'sheet', name: 'Январь', isActive: true });
    expect(listed.at(-1)).toMatchObject({ kind: 'sheets', isActive: false });
  });

  it('are not offered where nothing on them can be read as sales', async () => {
    openExcel(
      ['А', 'Б', 'В'].map((name) =>
        sheet(name, [
          ['Код', 'Цвет'],
          ['1', 'красный'],
        ]),
      ),
    );
    expect((await sources()).map(({ kind }) => kind)).toEqual(['sheet', 'sheet', 'sheet']);
  });

  it('are cross-tabs only where their columns stand for the same months, whatever the headings say', async () => {
    const crosstab = (name: string, ...months: string[]) =>
      sheet(name, [
        ['Клиент', ...months],
        ['Альфа', 1, 2],
        ['Бета', 3, 4],
      ]);
    openExcel(['2023', '2024', '2025'].map((year) => crosstab(year, 'Январь', 'Февраль')));
    expect((await sources()).map(({ kind }) => kind)).toEqual(['sheet', 'sheet', 'sheet']);
    openExcel(['Москва', 'Казань'].map((city) => crosstab(city, 'Январь 2025', 'Февраль 2025')));
    const all = (await sources()).at(-1);
    expect(all?.kind).toBe('sheets');
    expect(valueOf((await preview(all)).reading).account).toMatchObject({ used: 8, amountUsed: 20 * 10_000 });
  });

  it('cost the list two round trips more, however many there are', async () => {
    const { host } = openExcel(
      Array.from({ length: 40 }, (_, index) => month(`Филиал ${index}`, 46_023, [1, 2])),
    );
    expect(await sources()).toHaveLength(41);
    expect(host.cost.syncs).toBe(4);
  });
});

describe('several sheets read as one ledger', () => {
  it('account for the rows of all of them, each sheet’s cap and heading apart', async () => {
    openExcel(quarter());
    const shown = await preview((await sources())[0]);
    const { account, ledger } = valueOf(shown.reading);
    expect([account.rowsRead, account.used, ledger.rowCount]).toEqual([9, 6, 6]);
    expect(account.skipped.map(({ reason, rows }) => [reason, rows])).toEqual([['total', 3]]);
    expect(account.amountUsed).toBe(361 * 10_000);
    expect(account.skipped[0]?.examples).toEqual([
      { sheet: 'Январь', row: 5, value: 'Итого', amount: 300 * 10_000 },
      { sheet: 'Февраль', row: 6, value: 'Итого', amount: 60 * 10_000 },
      { sheet: 'Март', row: 4, value: 'Итого', amount: 10_000 },
    ]);
  });

  it('cost as many round trips as one sheet of their size', async () => {
    const { host } = openExcel(
      Array.from({ length: 24 }, (_, index) => month(`Филиал ${index}`, 46_023, [5, 6, 7])),
    );
    const listed = await sources();
    const before = host.cost.syncs;
    await preview(listed.at(-1));
    const ofAll = host.cost.syncs - before;
    await preview(listed[0]);
    expect(ofAll).toBe(host.cost.syncs - before - ofAll);
  });

  it('leave a sheet out whose columns differ, and name it', async () => {
    const other = sheet('Апрель', [
      ['№', ...HEADINGS],
      [1, 46_113, 'Клиент 0', 5],
    ]);
    openExcel([...quarter(), other]);
    const shown = await preview((await sources())[0]);
    expect(shown.leftOut).toEqual(['Апрель']);
    expect(valueOf(shown.reading).account.used).toBe(6);
  });

  it('read a sheet whose used range begins elsewhere in the same columns', async () => {
    const [january, february, march] = quarter();
    if (!january || !february || !march) throw new Error('three sheets');
    const shifted = sheet('Апрель', [HEADINGS, [46_113, 'Клиент 0', 5]], { row: 4, column: 1 });
    openExcel([january, february, march, shifted]);
    expect(valueOf((await preview((await sources())[0])).reading).account.used).toBe(7);
  });

  it('take the date from the sheet’s name where there is no date column', async () => {
    const undated = (name: string, amount: number) =>
      sheet(name, [
        ['Клиент', 'Сумма'],
        ['Альфа', amount],
        ['Бета', 2 * amount],
      ]);
    openExcel([undated('Январь 2026', 1), undated('Февраль 2026', 2), undated('Март 2026', 3)]);
    const shown = await preview((await sources())[0]);
    const { ledger, firstDate, lastDate } = valueOf(shown.reading);
    expect([...(ledger.date ?? [])].map((day) => isoDate(day as ExcelSerial))).toEqual([
      '2026-01-31',
      '2026-01-31',
      '2026-02-28',
      '2026-02-28',
      '2026-03-31',
      '2026-03-31',
    ]);
    expect([firstDate, lastDate].map((day) => day && isoDate(day))).toEqual(['2026-01-31', '2026-03-31']);
    expect(shown.understanding.columns.find(({ role }) => role === 'date')).toMatchObject({
      header: 'Лист',
      because: 'content',
    });
  });

  it('read grouped reports of one month each: groups unfolded, every sheet’s total apart, dates from the names', async () => {
    const report = (name: string, factor: number) =>
      sheet(name, [
        ['Продажи', null],
        ['Контрагент', 'Сумма'],
        ['Номенклатура', null],
        ['Альфа', 30 * factor],
        ['Болт', 10 * factor],
        ['Гайка', 20 * factor],
        ['Бета', 7 * factor],
        ['Болт', 3 * factor],
        ['Винт', 4 * factor],
        ['Итого', 37 * factor],
      ]);
    openExcel([report('Январь 2026', 1), report('Февраль 2026', 2), report('Март 2026', 3)]);
    const shown = await preview((await sources())[0]);
    expect(shown.understanding.layout).toBe('grouped');
    const { account, ledger, lastDate } = valueOf(shown.reading);
    expect(account.amountUsed).toBe(37 * 6 * 10_000);
    expect([account.used, account.merged]).toEqual([12, 6]);
    expect(account.skipped.map(({ reason, rows }) => [reason, rows])).toEqual([['total', 3]]);
    expect(ledger.clients.map(({ name }) => name)).toEqual(['Альфа', 'Бета']);
    expect(lastDate && isoDate(lastDate)).toBe('2026-03-31');
    expect(shown.firstRows.map(({ origin }) => origin.row)).toEqual([5, 6, 8, 9, 5]);
  });

  it('ask for no dates where the names tell no year', async () => {
    const undated = (name: string) =>
      sheet(name, [
        ['Клиент', 'Сумма'],
        ['Альфа', 1],
      ]);
    openExcel([undated('Январь'), undated('Февраль'), undated('Март')]);
    const shown = await preview((await sources())[0]);
    expect(shown.understanding.mapping.date).toBeUndefined();
    expect(valueOf(shown.reading).account.used).toBe(3);
  });
});
