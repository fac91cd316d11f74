import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { profileText } from '../../../src/app/profile';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { saveWorkbook } from '../../../src/workbench/files/save';
import { openWorkbook } from '../../../src/workbench/files/open';
import { createBook } from '../../../src/workbench/model/book';
import { sheet, sheetNamed } from '../../excel/support/excel';
import { runDiagnose } from '../../support/diagnose';

/** Runs the command over a small list of sales with a settings file of the given text. */
async function runWith(text: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'clientele-settings-'));
  const file = path.join(folder, 'sales.xlsx');
  const rows = [
    ['Дата', 'Клиент', 'Сумма'],
    [46_023, 'Альфа', 100],
    [46_024, 'Бета', 50],
  ];
  await writeFile(file, await saveWorkbook(createBook('sales.xlsx', [sheet('Продажи', rows)])));
  const settings = path.join(folder, 'profile.json');
  await writeFile(settings, text);
  return runDiagnose(file, '--lang', 'ru', '--settings', settings);
}

/** The value beside the name of a cell on «Настройки». */
async function valueBeside(workbook: string, label: string) {
  const book = await openWorkbook(await readFile(workbook), 'out.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  const { cells } = sheetNamed(book.value, 'Настройки');
  for (const { row, column } of cells.cells())
    if (cells.value(row, column) === label) return cells.value(row, column + 1);
  return undefined;
}

const { thresholds, choices } = DEFAULT_SETTINGS;

test('a profile saved by the pane sets thresholds, choices and stages', async () => {
  const run = await runWith(
    profileText({
      thresholds: { ...thresholds, lostDays: 60 },
      choices: { ...choices, much: 'mean' },
      stages: [{ name: 'Тендер', probability: 0.3 }],
    }),
  );
  expect(run.exitCode).toBe(0);
  expect(await valueBeside(run.workbook, 'Потерян не раньше')).toBe(60);
  expect(await valueBeside(run.workbook, 'Когда клиент берёт много')).toBe('не меньше средней');
  expect(await valueBeside(run.workbook, 'Тендер')).toBe(0.3);
});

test('settings in full are read too, also with a byte-order mark', async () => {
  const run = await runWith('\ufeff{"thresholds":{"classA":0.7},"choices":{"letters":"budget"}}');
  expect(run.exitCode).toBe(0);
  expect(await valueBeside(run.workbook, 'Граница класса A')).toBe(0.7);
  expect(await valueBeside(run.workbook, 'Что значат буквы ABCD')).toBe('бюджет и наша доля');
});

test('what a profile says in vain is named', async () => {
  const run = await runWith(
    '{"kind":"clientele-profile","version":1,"thresholds":{"classE":1,"classA":7},"aliases":{}}',
  );
  expect(run.exitCode).toBe(0);
  expect(run.err).toEqual(
    expect.arrayContaining([
      'Эта версия не знает: aliases, thresholds.classE. Пропущено.',
      'Нельзя использовать: thresholds.classA. Оставлены прежние значения.',
    ]),
  );
  expect(await valueBeside(run.workbook, 'Граница класса A')).toBe(0.8);
});

test.each(['not json', '[]', '{"kind":"clientele-profile","version":2}'])(
  'a file that holds %j is refused with one sentence, and nothing is written',
  async (text) => {
    const run = await runWith(text);
    expect(run.exitCode).toBe(2);
    expect(run.err).toHaveLength(1);
    expect(run.wroteNothing()).toBe(true);
  },
);
