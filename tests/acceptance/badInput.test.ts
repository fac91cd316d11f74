import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { saveWorkbook } from '../../src/workbench/files/save';
import { sampleBook } from '../../src/workbench/sample/sampleBook';
import { runDiagnose } from '../support/diagnose';

async function fileOf(name: string, content: string | Uint8Array): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-bad-')), name);
  await writeFile(file, content);
  return file;
}

async function protectedBook(): Promise<Uint8Array> {
  const book = sampleBook('ru');
  book.isStructureProtected = true;
  return saveWorkbook(book);
}

/** Description, the file, and what the sentence must name: what is wrong and where. */
const BAD_INPUT: readonly (readonly [string, () => Promise<string>, RegExp])[] = [
  ['a file that does not exist', async () => '/nowhere/sales.xlsx', /sales\.xlsx.*не найден/],
  ['an empty file', () => fileOf('empty.csv', ''), /empty\.csv/],
  [
    'a picture',
    () => fileOf('photo.xlsx', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])),
    /photo\.xlsx/,
  ],
  [
    'a workbook cut short',
    async () => fileOf('cut.xlsx', (await saveWorkbook(sampleBook('ru'))).slice(0, 9_000)),
    /cut\.xlsx/,
  ],
  [
    'an old binary workbook',
    () => fileOf('old.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    /old\.xls/,
  ],
  ['headings without rows', () => fileOf('headings.csv', 'Контрагент;Дата;Сумма\n'), /headings/],
  [
    'a sheet without numbers',
    () => fileOf('words.csv', 'Контрагент;Город\nВектор;Самара\nРомашка;Пенза\n'),
    /words/,
  ],
  [
    'a sheet without clients',
    () => fileOf('numbers.csv', 'Дата;Сумма\n05.01.2026;10\n06.01.2026;20\n'),
    /numbers/,
  ],
  ['a protected workbook', async () => fileOf('protected.xlsx', await protectedBook()), /защищ/],
];

describe('Bad input gets one clear sentence and exit code 2, and nothing is written', () => {
  test.each(BAD_INPUT)('%s', async (_description, makeFile, sentence) => {
    const run = await runDiagnose(await makeFile(), '--lang', 'ru');
    expect(run.exitCode).toBe(2);
    expect(run.err.at(-1)).toMatch(sentence);
    expect(run.out).toEqual([]);
    expect(run.wroteNothing()).toBe(true);
  });

  test('a sheet that is not there is named, with those that are', async () => {
    const file = await fileOf('book.xlsx', await saveWorkbook(sampleBook('ru')));
    const run = await runDiagnose(file, '--sheet', 'Закупки', '--lang', 'ru');
    expect(run.exitCode).toBe(2);
    expect(run.err.at(-1)).toMatch(/«Закупки».*Продажи/);
  });
});
