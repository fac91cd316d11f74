import { PAYLOAD_LIMIT_BYTES } from '../../src/excel/bytes';
import { readColumns, readHead } from '../../src/excel/read';
import type { Source } from '../../src/excel/types';
import type { SheetModel } from '../../src/workbench/model/model';
import { openExcel, QUIET, sheet, valueOf } from './support/excel';

function sourceOf(model: SheetModel): Source {
  return {
    kind: 'sheet',
    id: model.id,
    name: model.name,
    sheet: model.name,
    address: null,
    rows: 0,
    columns: 0,
    isActive: true,
  };
}

/** Sales of `rows` rows: client, comment nobody maps, date, amount, document. */
function sales(rows: number): SheetModel {
  const header = ['Клиент', 'Комментарий', 'Дата', 'Сумма', 'Документ'];
  const body = Array.from({ length: rows - 1 }, (_, row) => [
    `ООО «Торговый дом Номер ${row % 400}»`,
    `Отгрузка по договору поставки № ${row}`,
    45_000 + (row % 365),
    row / 7,
    `РТУ-${row}`,
  ]);
  return sheet('Продажи', [header, ...body]);
}

describe('the head of a source', () => {
  it('holds values and number formats and knows its place on the sheet', async () => {
    const model = sheet(
      'Продажи',
      [
        ['Дата', 'Сумма'],
        [45_296, 100],
      ],
      { row: 4, column: 3 },
    );
    const { book } = openExcel([model]);
    model.cells.setStyle(4, 2, book.styles.intern({ numberFormat: 'dd.mm.yyyy' }));

    const head = valueOf(await readHead(sourceOf(model), 200));
    expect([head.firstRow, head.firstColumn, head.rowCount, head.columnCount]).toEqual([4, 3, 2, 2]);
    expect([head.value(0, 0), head.value(1, 0), head.value(1, 1)]).toEqual(['Дата', 45_296, 100]);
    expect([head.format(1, 0), head.format(1, 1)]).toEqual(['dd.mm.yyyy', 'General']);
  });

  it('reads no more rows than asked for, and no stray column far to the right', async () => {
    const model = sales(500);
    model.cells.setValue(3, 9_999, 'случайно');
    const { host } = openExcel([model]);
    const head = valueOf(await readHead(sourceOf(model), 200));
    expect([head.rowCount, head.columnCount]).toEqual([200, 256]);
    expect(host.cost.largestResponse).toBeLessThan(PAYLOAD_LIMIT_BYTES);
    expect(host.cost.syncs).toBe(2);
  });

  it('is empty for an empty sheet', async () => {
    const model = sheet('Пустой');
    openExcel([model]);
    expect(valueOf(await readHead(sourceOf(model), 200)).rowCount).toBe(0);
  });
});

describe('the columns of a source', () => {
  it('are the asked ones in full; the others are not read and read as blank', async () => {
    const model = sales(300);
    const { host } = openExcel([model]);
    const grid = valueOf(await readColumns(sourceOf(model), [3, 0, 2], QUIET));
    expect([grid.rowCount, grid.columnCount]).toEqual([300, 5]);
    expect([0, 1, 2, 3, 4].map((column) => grid.value(9, column))).toEqual([
      'ООО «Торговый дом Номер 8»',
      '',
      45_008,
      8 / 7,
      '',
    ]);
    expect(host.cost.columnsRead('Продажи')).toEqual([0, 2, 3]);
    expect(host.cost.syncs).toBe(2);
  });

  it('cost one round trip for the place, one to measure, and one per 3 MB; no answer passes 4 MB', async () => {
    const rows = 100_000;
    const model = sales(rows);
    const { host } = openExcel([model]);
    const fractions: number[] = [];
    const grid = valueOf(
      await readColumns(sourceOf(model), [0, 2, 3, 4], {
        ...QUIET,
        onProgress: (fraction) => fractions.push(fraction),
      }),
    );
    expect(host.cost.largestResponse).toBeLessThan(PAYLOAD_LIMIT_BYTES);
    expect(host.cost.syncs).toBeLessThanOrEqual(2 + Math.ceil(host.cost.responseBytes / 2_500_000));
    for (let row = 1; row < rows; row += 997) {
      expect([grid.value(row, 0), grid.value(row, 3), grid.value(row, 4)]).toEqual([
        `ООО «Торговый дом Номер ${(row - 1) % 400}»`,
        (row - 1) / 7,
        `РТУ-${row - 1}`,
      ]);
    }
    expect(fractions.at(-1)).toBe(1);
    expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
  });

  it('stay under 4 MB when long texts begin after short ones', async () => {
    const long = 'Очень длинное наименование номенклатуры '.repeat(5);
    const model = sheet(
      'Товары',
      Array.from({ length: 30_000 }, (_, row) => [row < 8_000 ? 'к' : `${long}${row}`]),
    );
    const { host } = openExcel([model]);
    const grid = valueOf(await readColumns(sourceOf(model), [0], QUIET));
    expect(grid.value(29_999, 0)).toBe(`${long}29999`);
    expect(host.cost.largestResponse).toBeLessThan(5 * 1024 * 1024);
  });

  it('are read in halves when Excel finds an answer too large', async () => {
    const model = sales(1_000);
    const { host } = openExcel([model]);
    host.faults.failSync(2, 'ResponsePayloadSizeLimitExceeded');
    host.faults.failSync(3, 'RequestPayloadSizeLimitExceeded');
    const grid = valueOf(await readColumns(sourceOf(model), [0, 3], QUIET));
    expect(grid.value(999, 3)).toBe(998 / 7);
    expect(host.cost.syncs).toBe(1 + 2 + 4);
  });

  it('are read in halves when Excel answers null instead of values', async () => {
    const model = sales(1_000);
    const { host } = openExcel([model]);
    answerNullOnce(host);
    const grid = valueOf(await readColumns(sourceOf(model), [0, 3], QUIET));
    expect([grid.value(1, 3), grid.value(999, 3)]).toEqual([0, 998 / 7]);
    expect(host.cost.syncs).toBe(1 + 1 + 2);
  });

  it('read rows that a co-author added since the source was listed', async () => {
    const model = sales(10);
    const { host } = openExcel([model]);
    host.faults.beforeSync(1, () => model.cells.setValue(10, 0, 'Новый'));
    const grid = valueOf(await readColumns(sourceOf(model), [0], QUIET));
    expect(grid.value(10, 0)).toBe('Новый');
  });

  it('stop when the user stops them', async () => {
    const model = sales(60_000);
    openExcel([model]);
    const stop = new AbortController();
    const result = await readColumns(sourceOf(model), [0, 1, 2], {
      onProgress: () => stop.abort(),
      signal: stop.signal,
    });
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
  });

  it('answer that the sheet is gone when a co-author deleted it', async () => {
    const model = sales(10);
    const { host, book } = openExcel([model, sheet('Другой')]);
    host.faults.beforeSync(1, () => book.sheets.splice(0, 1));
    expect(await readColumns(sourceOf(model), [0], QUIET)).toMatchObject({
      ok: false,
      error: { code: 'itemNotFound', place: 'Продажи' },
    });
  });
});

/** The second answer comes with `null` for the values, as Excel on the web gives it now and then (office-js #6781). */
function answerNullOnce(host: { processBatch(body: string, flags?: number): Promise<string> }): void {
  const genuine = host.processBatch.bind(host);
  let answers = 0;
  host.processBatch = async (body, flags) => {
    const text = await genuine(body, flags);
    answers += 1;
    if (answers !== 2) return text;
    return JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'Values' ? null : value));
  };
}
