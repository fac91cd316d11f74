import { createClientele } from '../../src/app/clientele';
import type { Hooks, Outcome } from '../../src/app/types';
import type { Settings } from '../../src/domain/settings';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import type { Reading } from '../../src/domain/sales/types';
import { openHeadless } from '../../src/workbench/cli/headless';
import type { BookModel } from '../../src/workbench/model/model';
import { sampleBook } from '../../src/workbench/sample/sampleBook';
import { columnOf } from '../../src/domain/shared/grid';
import { translator } from '../../src/i18n/translate';
import { openExcel, sheet, sheetNamed, valueOf } from '../excel/support/excel';
import { leaksOn, realNames } from '../support/namesIn';

const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => performance.now(),
  today: 46_348 as ExcelSerial,
};

/** Runs the product over an open workbook, with names or without. */
async function run(isAnonymous: boolean): Promise<{ outcome: Outcome; reading: Reading }> {
  const clientele = createClientele();
  const [source] = valueOf(await clientele.listSources());
  if (!source) throw new Error('No source');
  const settings: Settings = { ...valueOf(await clientele.loadSettings()), isAnonymous };
  const shown = valueOf(await clientele.preview(source, settings, null, HOOKS));
  const outcome = valueOf(await clientele.run(shown, settings, HOOKS));
  return { outcome, reading: valueOf(shown.reading) };
}

function oursIn(book: BookModel, { tabs }: Outcome) {
  return book.sheets.filter(({ name }) => tabs.some((tab) => tab.name === name));
}

describe.each(['ru', 'en'] as const)('names of the sample company, hidden (%s)', (language) => {
  let book: BookModel;
  let named: Awaited<ReturnType<typeof run>>;
  let hidden: Awaited<ReturnType<typeof run>>;
  let leaksBefore: readonly string[];

  beforeAll(async () => {
    book = sampleBook(language);
    await openHeadless(book, language);
    named = await run(false);
    leaksBefore = leaksOn(oursIn(book, named.outcome), book, realNames(named.reading.ledger));
    hidden = await run(true);
  }, 120_000);

  it('stand on our tabs before', () => {
    expect(leaksBefore.length).toBeGreaterThan(100);
  });

  it('stand in no cell, formula, chart, rule, name or page of our tabs', () => {
    const names = realNames(named.reading.ledger);
    expect(names.length).toBeGreaterThan(50);
    expect(leaksOn(oursIn(book, hidden.outcome), book, names)).toEqual([]);
  });

  it('stand in no sentence of the verdict and in nothing the run answers with', () => {
    const search = JSON.stringify([hidden.outcome.verdict, hidden.outcome.analysis, hidden.outcome.tabs]);
    for (const { name } of named.reading.ledger.clients) expect(search).not.toContain(name);
    expect(hidden.outcome.analysis.clients[0]?.name).toMatch(/001$/);
  });

  it('leave every figure as it was', () => {
    const figures = ({ outcome }: typeof named) =>
      JSON.stringify(outcome.analysis, (_, value: unknown) => (typeof value === 'string' ? '' : value)).split(
        ',',
      );
    const before = figures(named);
    expect(before.length).toBeGreaterThan(1_000);
    expect(figures(hidden).find((figure, at) => figure !== before[at])).toBeUndefined();
  });
});

describe('what people typed, while names come and go', () => {
  const sales = (...clients: readonly string[]) =>
    sheet('Продажи Ромашке', [
      ['Дата', 'Контрагент', 'Менеджер', 'Сумма'],
      ...clients.map((client, index) => [46_000 + index, client, 'Иванова', 1000 - index]),
    ]);
  const ALL = ['ООО Ромашка', 'ООО Берёза', 'ИП Клён', 'АО Дубрава'];

  /** Column of a heading of «ABCD», zero-based, and the row of a client by its place in the table. */
  const abcd = (book: BookModel) => {
    const { cells } = sheetNamed(book, 'ABCD');
    const texts = [...cells.cells()].map(({ row, column }) => ({
      row,
      column,
      value: cells.value(row, column),
    }));
    const heading = texts.find(({ value }) => value === 'Холдинг');
    if (!heading) throw new Error('No heading');
    const nameColumn = texts.find(({ row, value }) => row === heading.row && value === 'Клиент')?.column ?? 0;
    return {
      type: (place: number, value: string) => cells.setValue(heading.row + place, heading.column, value),
      rows: () =>
        Array.from({ length: 6 }, (_, place) => [
          cells.value(heading.row + 1 + place, nameColumn),
          cells.value(heading.row + 1 + place, heading.column),
        ]).filter(([name]) => name !== ''),
    };
  };

  it('is never lost: typed in either state, with clients that leave and return', async () => {
    const { book } = openExcel([sales(...ALL)]);
    await run(false);
    abcd(book).type(1, 'Цветы');
    abcd(book).type(2, 'Лесные');
    await run(true);
    expect(abcd(book).rows()).toEqual([
      ['Клиент 001', 'Холдинг 01'],
      ['Клиент 002', 'Холдинг 02'],
      ['Клиент 003', ''],
      ['Клиент 004', ''],
    ]);
    // Copied from the row above, typed anew, and typed over.
    abcd(book).type(3, 'Холдинг 02');
    abcd(book).type(4, 'Рощи');
    abcd(book).type(1, '');
    await run(true);
    expect(
      abcd(book)
        .rows()
        .map(([, holding]) => holding),
    ).toEqual(['', 'Холдинг 02', 'Холдинг 02', 'Холдинг 03']);

    // The second client leaves while names are hidden, and comes back after they are shown again.
    replaceSales(book, sales('ИП Клён', 'ООО Ромашка', 'АО Дубрава', 'ООО Новая'));
    await run(true);
    expect(abcd(book).rows()).toEqual([
      ['Клиент 001', 'Холдинг 02'],
      ['Клиент 002', ''],
      ['Клиент 003', 'Холдинг 03'],
      ['Клиент 004', ''],
    ]);
    abcd(book).type(4, 'Новые');
    await run(false);
    replaceSales(book, sales(...ALL, 'ООО Новая'));
    await run(false);
    expect(abcd(book).rows()).toEqual([
      ['ООО Ромашка', ''],
      ['ООО Берёза', 'Лесные'],
      ['ИП Клён', 'Лесные'],
      ['АО Дубрава', 'Рощи'],
      ['ООО Новая', 'Новые'],
    ]);
    expect([...book.settings.keys()].filter((key) => /hidden|journal|archive/.test(key))).toEqual([]);
  });

  it('keeps answers about similar clients, whose table is away meanwhile', async () => {
    const { book } = openExcel([sales('ООО Ромашка', 'ООО Ромашкаа', 'ИП Клён')]);
    await run(false);
    const { cells } = sheetNamed(book, 'Качество данных');
    const heading = [...cells.cells()].find(
      ({ row, column }) => cells.value(row, column) === translator('ru')('dataCheck.similar.answer'),
    );
    if (!heading) throw new Error('No question');
    cells.setValue(heading.row + 1, heading.column, 'да');
    for (const isAnonymous of [true, true, false]) {
      const { reading } = await run(isAnonymous);
      expect(reading.ledger.clients).toHaveLength(2);
    }
    expect(valueOf(await createClientele().loadSettings()).aliases).toEqual({ ромашкаа: 'ромашка' });
  });

  it('survives a run that fails between clearing a tab and filling it, whichever way names were going', async () => {
    for (const isAnonymous of [true, false]) {
      const { book, host } = openExcel([sales(...ALL)]);
      await run(!isAnonymous);
      abcd(book).type(1, 'Цветы');
      await run(!isAnonymous);
      const stop = host.onChange(() => {
        if (sheetNamed(book, 'ABCD').cells.rowCount > 0) return;
        stop();
        host.faults.failSync(1, 'RequestAborted');
      });
      await expect(run(isAnonymous)).rejects.toThrow('busy');
      await run(isAnonymous);
      await run(false);
      expect(abcd(book).rows()[0]).toEqual(['ООО Ромашка', 'Цветы']);
    }
  });
});

function replaceSales(book: BookModel, next: BookModel['sheets'][number]): void {
  const current = sheetNamed(book, next.name);
  for (const { row, column } of [...current.cells.cells()]) current.cells.setValue(row, column, '');
  for (const { row, column } of next.cells.cells())
    current.cells.setValue(row, column, next.cells.value(row, column));
}

test('deals typed into the form keep their forecast without names, and their names for later', async () => {
  const { book } = openExcel([
    sheet('Продажи', [
      ['Дата', 'Контрагент', 'Менеджер', 'Сумма'],
      [46_000, 'ООО Ромашка', 'Иванова', 1000],
      [46_001, 'ИП Клён', 'Петрова', 500],
    ]),
  ]);
  await run(false);
  const column = (field: number) => {
    const name = book.names.find((item) => item.name === `clientele_input_deals_1_${field}`);
    const [, letter = '', row = ''] = /!\$([A-Z]+)\$(\d+)/.exec(name?.formula ?? '') ?? [];
    return [Number(row) - 1, columnOf(letter) - 1] as const;
  };
  const { cells } = sheetNamed(book, 'Сделки');
  const typed = ['ООО Ромашка', 'Поставка Ромашке', 300, '', '', 'Иванова'];
  typed.forEach((value, field) => cells.setValue(...column(field + 1), value));
  const named = await run(false);
  expect(named.outcome.deals.totals.open).toMatchObject({ deals: 1 });
  const hidden = await run(true);
  expect(hidden.outcome.deals.totals).toEqual(named.outcome.deals.totals);
  expect(hidden.outcome.deals.all[0]).toMatchObject({ clientName: 'Клиент 001', manager: 'Менеджер 01' });
  const shown = () => typed.map((_, field) => sheetNamed(book, 'Сделки').cells.value(...column(field + 1)));
  expect(shown()).toEqual(['Клиент 001', '(скрыто)', 300, '', '', 'Менеджер 01']);
  expect(leaksOn(oursIn(book, hidden.outcome), book, realNames(named.reading.ledger))).toEqual([]);
  await run(false);
  expect(shown()).toEqual(typed);
});
