import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { numberOf } from '../../src/reports/deals/layout';
import { saveWorkbook } from '../../src/workbench/files/save';
import type { BookModel } from '../../src/workbench/model/model';
import { sampleBook } from '../../src/workbench/sample/sampleBook';
import { describeWith, libreOffice } from '../support/capabilities';
import { runDiagnose } from '../support/diagnose';
import { openSaved } from '../support/liveWorkbook';
import { recalculateWithLibreOffice } from '../support/office';

const TIMEOUT = 300_000;
const TAB = 'Сделки';

/** Row (zero-based) of the first deal: below the heading that names the client's column. */
function firstDeal(book: BookModel): number {
  const sheet = sheetOf(book);
  for (let row = 0; row < 20; row++) if (sheet.cells.value(row, 0) === 'Клиент') return row + 1;
  throw new Error('«Сделки» has no table');
}

function sheetOf(book: BookModel, name = TAB) {
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`There is no ${name}`);
  return sheet;
}

/** «С учётом вероятности» on «Прогноз». */
function forecastOf(book: BookModel): number {
  const { cells } = sheetOf(book, 'Прогноз');
  for (let row = 0; row < 30; row++)
    if (cells.value(row, 0) === 'С учётом вероятности') return Number(cells.value(row, 1));
  throw new Error('«Прогноз» has no such figure');
}

describeWith(libreOffice, 'The pipeline without the add-in', () => {
  test(
    'a stage and an answer changed in LibreOffice move the deal and the forecast',
    async () => {
      const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-deals-')), 'sample.xlsx');
      await writeFile(file, await saveWorkbook(sampleBook('ru')));
      const run = await runDiagnose(file, '--lang', 'ru');
      expect(run.exitCode).toBe(0);
      const before = await openSaved(run.workbook);
      const row = firstDeal(before);
      const amount = Number(sheetOf(before).cells.value(row, numberOf('amount') - 1));
      expect(sheetOf(before).cells.value(row, numberOf('probability') - 1)).toBe(0.5);
      // Only our tabs, so that LibreOffice is quick: they hold their aggregates as values.
      before.sheets = before.sheets.filter((sheet) => sheet.customProperties.size > 0);
      before.activeSheetId = before.sheets[0]?.id ?? '';
      const was = forecastOf(before);
      // What is typed past the host is not noticed by the saving of files.
      sheetOf(before).pristine = false;

      sheetOf(before).cells.setValue(row, numberOf('stage') - 1, 'Договор на подписании');
      const staged = await openSaved(await recalculateWithLibreOffice(await saveWorkbook(before), 'ru-RU'));
      expect(sheetOf(staged).cells.value(row, numberOf('probability') - 1)).toBeCloseTo(0.9, 9);
      expect(forecastOf(staged) - was).toBeCloseTo(amount * 0.4, 2);

      sheetOf(before).cells.setValue(row, numberOf('need') - 1, 2);
      const answered = await openSaved(await recalculateWithLibreOffice(await saveWorkbook(before), 'ru-RU'));
      expect(sheetOf(answered).cells.value(row, numberOf('source') - 1)).toBe('чек-лист');
      expect(forecastOf(answered) - was).toBeCloseTo(amount * (0.03 - 0.5), 2);
    },
    TIMEOUT,
  );
});
