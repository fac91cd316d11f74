import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkbook } from '../../../src/workbench/files/open';
import { runDiagnose } from '../../support/diagnose';

const REVENUES = { Альфа: 400, Бета: 350, Гамма: 245, Дельта: 3, Эпсилон: 2 };

/** The sales with two orders of each client. */
async function sales(): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-dossiers-')), 'sales.csv');
  const rows = Object.entries(REVENUES).flatMap(([client, revenue]) => [
    `14.01.2026;${client};${revenue}`,
    `20.05.2026;${client};${revenue}`,
  ]);
  await writeFile(file, ['Дата;Клиент;Сумма', ...rows].join('\n'));
  return file;
}

async function sheetNames(file: string): Promise<readonly string[]> {
  const book = await openWorkbook(await readFile(file), 'out.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  return book.value.sheets.map(({ name }) => name);
}

const nameOf = (tab: string): string => Object.keys(REVENUES).find((name) => tab.includes(name)) ?? '';

test('so many clients have a dossier, the largest ones; the summary tells which', async () => {
  const run = await runDiagnose(await sales(), '--dossiers', '4', '--lang', 'ru');
  expect(run.exitCode).toBe(0);
  const { dossiers } = await run.summary();
  expect(dossiers.map(({ tab }) => nameOf(tab))).toEqual(['Альфа', 'Бета', 'Гамма', 'Дельта']);
  expect(await sheetNames(run.workbook)).toEqual(expect.arrayContaining(dossiers.map(({ tab }) => tab)));
});

test('those that stand count, and are not made twice', async () => {
  const first = await runDiagnose(await sales(), '--dossiers', '2', '--lang', 'ru');
  const again = await runDiagnose(first.workbook, '--dossiers', '3', '--lang', 'ru');
  expect((await again.summary()).dossiers.map(({ tab }) => nameOf(tab))).toEqual(['Альфа', 'Бета', 'Гамма']);
  const left = await runDiagnose(again.workbook, '--lang', 'ru');
  expect((await left.summary()).dossiers).toHaveLength(3);
});

test('a copy without names holds none of them, and says so in one line', async () => {
  const run = await runDiagnose(await sales(), '--dossiers', '2', '--anonymise', '--lang', 'ru');
  expect(run.exitCode).toBe(0);
  expect(run.err).toContain('Досье в копию без имён не входят.');
  const { dossiers, tabs } = await run.summary();
  expect(dossiers).toEqual([]);
  expect(await sheetNames(run.workbook)).toEqual(tabs.map(({ name }) => name));
});

test('no dossier is made unasked', async () => {
  const run = await runDiagnose(await sales(), '--lang', 'ru');
  expect((await run.summary()).dossiers).toEqual([]);
});
