import type { Clientele, Hooks, Outcome } from '../../src/app/types';
import type { Language } from '../../src/domain/settings';
import { pairFromKey } from '../../src/domain/sales/mergeDecisions';
import { translator } from '../../src/i18n/translate';
import { openHeadless } from '../../src/workbench/cli/headless';
import { createBook, createSheet } from '../../src/workbench/model/book';
import type { BookModel, SheetModel } from '../../src/workbench/model/model';
import { day } from '../support/ledger';

type Row = readonly [client: string, amount: number];

const HOOKS: Hooks = {
  onProgress: () => undefined,
  signal: new AbortController().signal,
  now: () => performance.now(),
  today: day('2026-11-22'),
};
const TAB = { ru: translator('ru')('tab.dataCheck'), en: translator('en')('tab.dataCheck') };

/** A workbook with one sheet of sales, the product over it, and what a person would do there. */
async function open(rows: readonly Row[], language: Language = 'ru') {
  const source = createSheet('Продажи');
  const book = createBook('Продажи.xlsx', [source]);
  put(source, rows);
  const { clientele } = await openHeadless(book, language);
  return {
    book,
    run: (chosen: Language = language) => run(clientele, chosen),
    /** New sales in place of the old ones. */
    sell: (next: readonly Row[]) => put(source, next),
    clientele,
  };
}

function put(source: SheetModel, rows: readonly Row[]): void {
  const width = 2;
  for (let row = 0; row < Math.max(source.cells.rowCount, rows.length + 1); row++) {
    for (let column = 0; column < width; column++) {
      const value = row === 0 ? ['Контрагент', 'Сумма'][column] : rows[row - 1]?.[column];
      source.cells.setValue(row, column, value ?? '');
    }
  }
}

async function run(clientele: Clientele, language: Language): Promise<Outcome> {
  const settings = must(await clientele.loadSettings());
  const [source] = must(await clientele.listSources());
  if (!source) throw new Error('No source');
  const chosen = { ...settings, language };
  const preview = must(await clientele.preview(source, chosen, null, HOOKS));
  return must(await clientele.run(preview, chosen, HOOKS));
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Net revenue by client, as the last run found it. */
const revenue = ({ analysis }: Outcome) =>
  Object.fromEntries(analysis.clients.map(({ name, revenue: amount }) => [name, amount / 10_000]));

function tab(book: BookModel, ...names: readonly string[]): SheetModel {
  const found = book.sheets.find(({ name }) => names.includes(name));
  if (!found) throw new Error(`No tab ${names.join(' or ')}`);
  return found;
}

interface Question {
  readonly names: readonly [string, string];
  readonly why: string;
  readonly answer: string;
  readonly row: number;
}

/** The table of similar clients as it stands on the sheet. */
function questions(book: BookModel): readonly Question[] {
  const { cells } = tab(book, TAB.ru, TAB.en);
  const at = (row: number, column: number) => String(cells.value(row, column - 1));
  return Array.from({ length: cells.rowCount }, (_, row) => row)
    .filter((row) => pairFromKey(at(row, 10)) !== null)
    .map((row) => ({ names: [at(row, 1), at(row, 4)], why: at(row, 7), answer: at(row, 8), row }));
}

/** Types an answer beside the question about two clients. */
function answer(book: BookModel, one: string, other: string, text: string): void {
  const question = questions(book).find(({ names }) => names.includes(one) && names.includes(other));
  if (!question) throw new Error(`Nobody asks about ${one} and ${other}`);
  tab(book, TAB.ru, TAB.en).cells.setValue(question.row, 7, text);
}

/** A column of the client table on «ABCD» by its heading: values by client, or a place to type. */
function clientColumn(book: BookModel, heading: string) {
  const { cells } = tab(book, 'ABCD');
  const headingRow = Array.from({ length: cells.rowCount }, (_, row) => row).findIndex(
    (row) => cells.value(row, 0) === '№',
  );
  const columnOf = (text: string) =>
    Array.from({ length: cells.columnCount }, (_, column) => column).find(
      (column) => cells.value(headingRow, column) === text,
    ) ?? -1;
  const rowOf = (client: string) =>
    Array.from({ length: cells.rowCount }, (_, row) => row).find(
      (row) => row > headingRow && cells.value(row, columnOf('Клиент')) === client,
    ) ?? -1;
  return {
    read: (client: string) => cells.value(rowOf(client), columnOf(heading)),
    type: (client: string, text: string) => cells.setValue(rowOf(client), columnOf(heading), text),
  };
}

const FLOWERS: readonly Row[] = [
  ['ООО «Ромашка»', 500],
  ['ООО Ромшка', 300],
  ['Лютик', 200],
  ['Аптека № 5', 20],
  ['Аптека № 6', 10],
];

describe('the question whether two clients are one', () => {
  test('is asked once on «Качество данных», with reasons and money, never across numbers', async () => {
    const { book, run: update } = await open(FLOWERS);
    const outcome = await update();
    expect(Object.keys(revenue(outcome))).toHaveLength(5);
    expect(questions(book).map(({ names, why, answer: given }) => [...names, why, given])).toEqual([
      ['ООО «Ромашка»', 'ООО Ромшка', 'возможна опечатка', ''],
    ]);
  });

  test('answered «да» makes one client at the next run, with both spellings reported', async () => {
    const { book, run: update, clientele } = await open(FLOWERS);
    await update();
    answer(book, 'ООО «Ромашка»', 'ООО Ромшка', 'да');
    const outcome = await update();
    expect(revenue(outcome)).toMatchObject({ 'ООО «Ромашка»': 800, Лютик: 200 });
    expect(outcome.analysis.clients).toHaveLength(4);
    expect(outcome.reading.notes.mergedSpellings.map(({ spellings }) => spellings)).toEqual([
      ['ООО «Ромашка»', 'ООО Ромшка'],
    ]);
    expect(outcome.reading.account.amountUsed / 10_000).toBe(1030);
    expect(must(await clientele.loadSettings()).aliases).toEqual({ ромшка: 'ромашка' });

    // It is still listed with its answer, the money apart, and a third run changes nothing.
    const listed = [['ООО «Ромашка»', 'ООО Ромшка', 'возможна опечатка. Объединены по вашему ответу.', 'да']];
    const shown = () => questions(book).map(({ names, why, answer: given }) => [...names, why, given]);
    expect(shown()).toEqual(listed);
    await update();
    expect(shown()).toEqual(listed);
  });

  test.each(['', 'нет'])('taken back with %j parts the clients again', async (text) => {
    const { book, run: update, clientele } = await open(FLOWERS);
    await update();
    answer(book, 'ООО «Ромашка»', 'ООО Ромшка', 'да');
    await update();
    answer(book, 'ООО «Ромашка»', 'ООО Ромшка', text);
    const outcome = await update();
    expect(revenue(outcome)).toMatchObject({ 'ООО «Ромашка»': 500, 'ООО Ромшка': 300 });
    expect(must(await clientele.loadSettings()).aliases).toEqual({});
    expect(questions(book).map(({ answer: given }) => given)).toEqual([text]);
  });

  test('answered «нет» is not asked again, but can be answered anew', async () => {
    const { book, run: update } = await open(FLOWERS);
    await update();
    answer(book, 'ООО «Ромашка»', 'ООО Ромшка', 'Нет');
    await update();
    expect(questions(book)).toMatchObject([
      { answer: 'Нет', why: 'возможна опечатка. Разные по вашему ответу.' },
    ]);
    answer(book, 'ООО «Ромашка»', 'ООО Ромшка', 'да');
    expect((await update()).analysis.clients).toHaveLength(4);
  });

  test('is understood in either language, whatever the language of the tabs', async () => {
    const { book, run: update } = await open(FLOWERS);
    await update('ru');
    answer(book, 'ООО «Ромашка»', 'ООО Ромшка', 'yes');
    await update('en');
    expect(questions(book)).toMatchObject([
      { answer: 'yes', why: 'maybe a typing error. Joined by your answer.' },
    ]);
    expect((await update('ru')).analysis.clients).toHaveLength(4);
  });

  test('answered between preview and run is applied by this run already', async () => {
    const { book, run: update, clientele } = await open(FLOWERS);
    await update();
    const settings = must(await clientele.loadSettings());
    const [source] = must(await clientele.listSources());
    if (!source) throw new Error('No source');
    const preview = must(await clientele.preview(source, settings, null, HOOKS));
    answer(book, 'ООО «Ромашка»', 'ООО Ромшка', 'да');
    const outcome = must(await clientele.run(preview, settings, HOOKS));
    expect(outcome.analysis.clients).toHaveLength(4);
  });

  test('answered with another word is asked for again, and the word stays', async () => {
    const { book, run: update } = await open(FLOWERS);
    await update();
    answer(book, 'ООО «Ромашка»', 'ООО Ромшка', 'спросить Олю');
    expect((await update()).analysis.clients).toHaveLength(5);
    expect(questions(book)).toMatchObject([{ answer: 'спросить Олю' }]);
    expect(questions(book)[0]?.why).toContain('Ответ не понят');
  });

  test('answered with contradictions joins nobody on the way, says so, and loses no answer', async () => {
    const [full, short, turned] = ['Торговый дом Ромашка', 'ТД Ромашка', 'Ромашка Торговый дом'] as const;
    const rows: readonly Row[] = [
      [short, 300],
      [turned, 200],
    ];
    const { book, run: update, sell } = await open(rows);
    await update();
    answer(book, short, turned, 'нет');
    sell([...rows, [full, 500]]);
    await update();
    answer(book, full, short, 'да');
    answer(book, full, turned, 'да');
    expect(revenue(await update())).toEqual({ [full]: 500, [short]: 300, [turned]: 200 });
    const shown = questions(book);
    expect(shown.map(({ answer: given }) => given).sort()).toEqual(['да', 'да', 'нет']);
    for (const { why } of shown) expect(why).toContain('противоречат');

    answer(book, full, turned, 'нет');
    expect(revenue(await update())).toEqual({ [full]: 800, [turned]: 200 });
  });

  test('is kept for a client that is not in this file, and applied when it is back', async () => {
    const { book, run: update, sell } = await open(FLOWERS);
    await update();
    answer(book, 'ООО «Ромашка»', 'ООО Ромшка', 'да');
    await update();
    sell(FLOWERS.filter(([client]) => client !== 'ООО Ромшка'));
    await update();
    expect(questions(book)).toEqual([]);
    sell([...FLOWERS].reverse());
    expect((await update()).analysis.clients).toHaveLength(4);
    expect(questions(book)).toMatchObject([{ answer: 'да' }]);
    answer(book, 'ООО «Ромашка»', 'ООО Ромшка', '');
    expect((await update()).analysis.clients).toHaveLength(5);
    expect(questions(book)).toMatchObject([{ answer: '' }]);
    expect((await update()).analysis.clients).toHaveLength(5);
  });
});

describe('a holding typed beside a client', () => {
  test('stays with its client through new, vanished and reordered clients', async () => {
    const { book, run: update, sell, clientele } = await open(FLOWERS);
    await update();
    clientColumn(book, 'Холдинг').type('Лютик', 'Цветы России');
    clientColumn(book, 'Холдинг').type('ООО «Ромашка»', 'цветы россии');
    let outcome = await update();
    expect(outcome.reading.ledger.holding?.names).toEqual(['цветы россии']);
    expect(must(await clientele.loadSettings()).holdings).toEqual({
      лютик: 'Цветы России',
      ромашка: 'цветы россии',
    });

    sell([
      ['Новый', 900],
      ['Аптека № 6', 700],
      ['Лютик', 50],
    ]);
    outcome = await update();
    expect(clientColumn(book, 'Холдинг').read('Лютик')).toBe('Цветы России');
    expect(clientColumn(book, 'Холдинг').read('Новый')).toBe('');
    expect([...(outcome.reading.ledger.holding?.codes ?? [])]).toEqual([-1, -1, 0]);

    sell(FLOWERS);
    await update();
    expect(clientColumn(book, 'Холдинг').read('ООО «Ромашка»')).toBe('цветы россии');
    clientColumn(book, 'Холдинг').type('ООО «Ромашка»', '');
    await update();
    expect(must(await clientele.loadSettings()).holdings).toEqual({ лютик: 'Цветы России' });
    expect(clientColumn(book, 'Холдинг').read('ООО «Ромашка»')).toBe('');
  });

  test('is counted on «Качество данных»', async () => {
    const { book, run: update } = await open(FLOWERS);
    await update();
    clientColumn(book, 'Холдинг').type('Лютик', 'Цветы');
    clientColumn(book, 'Холдинг').type('ООО «Ромашка»', 'Цветы');
    await update();
    const { cells } = tab(book, TAB.ru);
    const row =
      Array.from({ length: cells.rowCount }, (_, i) => i).find((i) => cells.value(i, 0) === 'Холдингов') ??
      -1;
    expect(cells.value(row, 1)).toBe(1);
    expect(cells.value(row, 3)).toBe('Клиентов в них: 2; из них указано вручную на вкладке «ABCD»: 2.');
  });
});
