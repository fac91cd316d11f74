import { createClientele } from '../../src/app/clientele';
import { troubleText } from '../../src/app/troubleText';
import type { Hooks, Outcome, Preview, Trouble } from '../../src/app/types';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { Settings } from '../../src/domain/settings';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import type { Result } from '../../src/domain/shared/result';
import { translator } from '../../src/i18n/translate';
import type { Host } from '../../src/workbench/host/host';
import type { BookModel, SheetModel } from '../../src/workbench/model/model';
import { openExcel, sheet, sheetNamed, valueOf } from '../excel/support/excel';

const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => 0,
  today: 46_348 as ExcelSerial,
};

const sales = () =>
  sheet('Отгрузки', [
    ['Контрагент', 'Дата', 'Документ', 'Сумма'],
    ['ООО Ромашка', 46_023, 'Р-1', 100],
    ['Лютик', 46_024, 'Р-2', 50],
    ['ООО Ромашка', 46_025, 'Р-3', 10],
  ]);

/** Under a cap, away from the first column. */
const budgets = (name = 'Лист2') =>
  sheet(
    name,
    [
      ['Потенциал на 2026 год', null, null],
      ['Клиент', 'Годовой бюджет', 'Наша доля'],
      ['РОМАШКА', 1000, null],
      ['Пион', null, 0.25],
      ['Ромашка', 5, null],
      ['Лютик', 'сто', null],
    ],
    { row: 3, column: 4 },
  );

const pipeline = (name = 'Воронка') =>
  sheet(name, [
    ['Номер сделки', 'Клиент', 'Сумма сделки', 'Этап', 'Ожидаемая дата', 'Вероятность'],
    ['Д-1', 'Ромашка', 500, 'КП представлено', 46_100, 0.4],
    ['Д-2', 'Василёк', 'много', 'Переговоры', 46_130, 1.5],
  ]);

const mustList = () => sheet('MML', [['Номенклатура'], ['Болт М8'], ['Гайка М8']]);

interface Opened {
  readonly host: Host;
  readonly book: BookModel;
  readonly preview: () => Promise<Result<Preview, Trouble>>;
  readonly run: (previewed: Preview) => Promise<Outcome>;
  readonly sourceNames: readonly string[];
}

async function open(sheets: readonly SheetModel[], changes: Partial<Settings> = {}): Promise<Opened> {
  const { host, book } = openExcel(sheets);
  const clientele = createClientele();
  const settings: Settings = { ...DEFAULT_SETTINGS, language: 'ru', ...changes };
  const listed = valueOf(await clientele.listSources());
  const [source] = listed;
  if (!source) throw new Error('The workbook has a sheet');
  return {
    host,
    book,
    preview: () => clientele.preview(source, settings, null, HOOKS),
    run: async (previewed) => valueOf(await clientele.run(previewed, settings, HOOKS)),
    sourceNames: listed.map(({ name }) => name),
  };
}

async function previewOf(sheets: readonly SheetModel[], changes: Partial<Settings> = {}): Promise<Preview> {
  return valueOf(await (await open(sheets, changes)).preview());
}

describe('side lists of the workbook', () => {
  it('are found by their headings and names, and speak of the clients of the sales', async () => {
    const { lists, entries } = await previewOf([sales(), budgets(), pipeline(), mustList()]);
    expect([...entries.listedPotentials.keys()]).toEqual(['ромашка', 'лютик']);
    expect(entries.prospects.map(({ key, name, facts }) => [key, name, facts.ourShare])).toEqual([
      ['пион', 'Пион', 0.25],
    ]);
    expect(entries.mustList).toEqual(['Болт М8', 'Гайка М8']);
    expect(
      lists.deals?.rows.map(({ key, client, row, probability }) => [key, client, row, probability]),
    ).toEqual([
      ['д-1', 'ромашка', 2, 0.4],
      ['д-2', 'василек', 3, null],
    ]);
  });

  it('give problems with the place on the sheet, wherever the list stands on it', async () => {
    const { lists } = await previewOf([sales(), budgets(), pipeline()]);
    expect(
      lists.potentials?.account.problems.map(({ code, sheet: at, row, column, other }) => [
        code,
        at,
        row,
        column,
        other,
      ]),
    ).toEqual([
      ['duplicateClient', 'Лист2', 7, 4, 5],
      ['unreadableAmount', 'Лист2', 8, 5, null],
    ]);
    expect(lists.deals?.account.problems.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['unreadableAmount', 3, 3],
      ['probabilityOutOfRange', 3, 6],
    ]);
  });

  it('are none in a workbook without them', async () => {
    const { lists, entries } = await previewOf([
      sales(),
      sheet('Заметки', [
        ['Город', 'Что'],
        ['Тула', 'звонок'],
      ]),
    ]);
    expect(lists).toEqual({ potentials: null, mustList: null, deals: null });
    expect(entries.mustList).toBeNull();
    expect(entries.listedPotentials.size + entries.prospects.length).toBe(0);
  });

  it('are read from the sheet that settings name, whatever it is called', async () => {
    const sheets = () => [
      sales(),
      budgets('Потенциал'),
      sheet('План', [
        ['Клиент', 'Бюджет'],
        ['Лютик', 70],
      ]),
    ];
    const named = await previewOf(sheets(), { potentialSource: 'план' });
    expect([...named.entries.listedPotentials.keys()]).toEqual(['лютик']);
    const found = await previewOf(sheets());
    expect(found.lists.potentials?.account.sheet).toBe('Потенциал');
  });

  it('are trouble where settings name a sheet that is not there, or one that holds no list', async () => {
    const t = translator('ru');
    const missing = await (await open([sales(), budgets()], { dealsSource: 'Сделки' })).preview();
    if (missing.ok) throw new Error('There is no such sheet');
    expect(missing.error).toMatchObject({ kind: 'noList', list: 'deals', name: 'Сделки' });
    expect(troubleText(missing.error, t)).toContain('«Отгрузки», «Лист2»');
    const empty = await (await open([sales(), mustList()], { potentialSource: 'MML' })).preview();
    if (empty.ok) throw new Error('There are no potentials');
    expect(empty.error).toMatchObject({ kind: 'list', error: { code: 'emptyList', sheet: 'MML' } });
  });

  it('never are the sales while another sheet can be read as sales, even where they are looked at', async () => {
    const { sourceNames, preview } = await open([pipeline(), budgets(), sales()]);
    expect(sourceNames).toEqual(['Отгрузки', 'Воронка', 'Лист2']);
    const { source, lists } = valueOf(await preview());
    expect(source).toMatchObject({ name: 'Отгрузки', isActive: true });
    expect(lists.deals?.account.sheet).toBe('Воронка');
  });

  it('are the sales where there is nothing else, and then no list beside them', async () => {
    const { sourceNames, preview } = await open([pipeline('Лист1')]);
    expect(sourceNames).toEqual(['Лист1']);
    expect(valueOf(await preview()).lists.deals).toBeNull();
  });

  it('cost the same few round trips in a workbook of ten sheets and of forty', async () => {
    const syncsWith = async (count: number) => {
      const others = Array.from({ length: count }, (_, at) =>
        sheet(`Лист ${at}`, [
          ['Город', 'Что'],
          ['Тула', `${at}`],
        ]),
      );
      const { host, preview } = await open([sales(), ...others, budgets(), pipeline(), mustList()]);
      valueOf(await preview());
      return host.cost.syncs;
    };
    expect(await syncsWith(40)).toBe(await syncsWith(10));
  });

  it('are accounted for on «Качество данных», every problem at its cell', async () => {
    const { book, preview, run } = await open([sales(), budgets(), pipeline()]);
    await run(valueOf(await preview()));
    const { cells } = sheetNamed(book, 'Качество данных');
    const texts = [...cells.cells()].map(({ row, column }) => cells.value(row, column));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Дополнительные списки',
        'Лист «Лист2». Итогов и повторных заголовков пропущено: 0; замечаний: 2.',
        'Лист2, D7 (Клиент)',
        'Клиент уже есть в строке 5: взята она, эта не учтена. Оставьте одну из двух.',
        'Воронка, F3 (Вероятность)',
      ]),
    );
    expect(
      texts.some((text) => String(text).startsWith('Не найден. Нужен лист «Обязательный ассортимент»')),
    ).toBe(true);
  });
});
