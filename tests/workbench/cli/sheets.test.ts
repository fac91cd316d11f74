import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { saveWorkbook } from '../../../src/workbench/files/save';
import { createBook } from '../../../src/workbench/model/book';
import { openWorkbook } from '../../../src/workbench/files/open';
import { sheet, sheetNamed } from '../../excel/support/excel';
import { runDiagnose } from '../../support/diagnose';

const HEADINGS = ['Дата', 'Клиент', 'Сумма'];

/** A workbook with a month of sales on each sheet, and a sheet of another form. */
async function months(): Promise<string> {
  const sheets = ['Январь', 'Февраль', 'Март'].map((name, month) =>
    sheet(name, [HEADINGS, [46_023 + 31 * month, 'Альфа', 100], [46_024 + 31 * month, null, 7]]),
  );
  const other = sheet('Апрель', [
    ['Клиент', 'Сумма', 'Дата'],
    ['Альфа', 5, 46_116],
  ]);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-months-')), 'months.xlsx');
  await writeFile(file, await saveWorkbook(createBook('months.xlsx', [...sheets, other])));
  return file;
}

test('a workbook of months is read as one list, and what was left out is said', async () => {
  const run = await runDiagnose(await months(), '--lang', 'ru');
  expect(run.exitCode).toBe(0);
  const summary = await run.summary();
  expect(summary.source.sheet).toBe('Январь … Март');
  expect(summary.ledger).toMatchObject({ rowsRead: 6, used: 3, amountUsed: 300, amountSkipped: 21 });
  expect(run.err.join('\n')).toContain('Похожие листы, которые не вошли');
  expect(run.err.join('\n')).toContain('Апрель');

  const book = await openWorkbook(await readFile(run.workbook), 'out.xlsx');
  if (!book.ok) throw new Error(book.error.code);
  const cells = [...sheetNamed(book.value, 'Качество данных').cells.cells()].map(({ row, column }) =>
    sheetNamed(book.value, 'Качество данных').cells.value(row, column),
  );
  expect(cells).toEqual(expect.arrayContaining(['Январь!3', 'Февраль!3', 'Март!3', 'Апрель']));
});

test('sheets are chosen by name, one or several', async () => {
  const file = await months();
  const one = await runDiagnose(file, '--sheet', 'февраль');
  expect((await one.summary()).ledger.rowsRead).toBe(2);
  const two = await runDiagnose(file, '--sheet', 'Январь', '--sheet', 'Март');
  expect((await two.summary()).ledger.rowsRead).toBe(4);
});

test('a sheet asked for that has another form is named, never dropped in silence', async () => {
  const run = await runDiagnose(await months(), '--sheet', 'Январь', '--sheet', 'Апрель', '--lang', 'en');
  expect((await run.summary()).ledger.rowsRead).toBe(2);
  expect(run.err.join('\n')).toContain('Similar sheets that were not read');
  expect(run.err.join('\n')).toContain('Апрель');
});

test('a sheet that is not there is said', async () => {
  const run = await runDiagnose(await months(), '--sheet', 'Январь', '--sheet', 'Май', '--lang', 'ru');
  expect(run.exitCode).toBe(2);
  expect(run.err.join('\n')).toContain('нет листа «Май»');
  expect(run.wroteNothing()).toBe(true);
});

test('a side list that is named and not there is said in one sentence, and nothing is written', async () => {
  const run = await runDiagnose(await months(), '--lang', 'ru', '--deals', 'Сделки');
  expect(run.exitCode).toBe(2);
  expect(run.wroteNothing()).toBe(true);
  expect(run.err.at(-1)).toMatch(/Лист «Сделки» \(сделки\) не найден, в книге есть: «Январь», «Февраль»/);
});
