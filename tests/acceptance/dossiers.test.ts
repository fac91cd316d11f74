import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { saveWorkbook } from '../../src/workbench/files/save';
import type { BookModel, ModelValue, SheetModel } from '../../src/workbench/model/model';
import { sampleBook } from '../../src/workbench/sample/sampleBook';
import { wordsOf } from '../../src/i18n/dossierWords';
import { describeWith, libreOffice } from '../support/capabilities';
import { runDiagnose } from '../support/diagnose';
import { compareFormulas, openSaved } from '../support/liveWorkbook';
import { recalculateWithLibreOffice } from '../support/office';
import { cellsOfPage, pageOf } from '../support/pageCells';
import { day } from '../support/ledger';

const TIMEOUT = 300_000;

/** The sample company with dossiers of its two key clients, our tabs alone. */
async function withDossiers(): Promise<BookModel> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-dossiers-')), 'sample.xlsx');
  await writeFile(file, await saveWorkbook(sampleBook('ru')));
  const run = await runDiagnose(file, '--lang', 'ru', '--dossiers', '2');
  expect(run.exitCode).toBe(0);
  const book = await openSaved(run.workbook);
  book.sheets = book.sheets.filter(({ customProperties }) => customProperties.size > 0);
  book.activeSheetId = book.sheets[0]?.id ?? '';
  return book;
}

function pageIn(book: BookModel, key: string): SheetModel {
  const found = book.sheets.find(({ customProperties }) => pageOf(customProperties) === key);
  if (!found) throw new Error(`There is no ${key}`);
  return found;
}

/** What a named cell of a dossier shows. */
function figure(book: BookModel, name: string): ModelValue {
  const formula = book.names.find((each) => each.name === `clientele_page_dossier1_${name}`)?.formula ?? '';
  const [, sheet = '', letters = '', row = ''] = /^='(.+)'!\$([A-Z]+)\$(\d+)$/.exec(formula) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const found = book.sheets.find((each) => each.name === sheet.replaceAll("''", "'"));
  if (!found) throw new Error(`${name} stands nowhere: ${formula}`);
  return found.cells.value(Number(row) - 1, column);
}

/** Types into a dossier past the host, as a person without the add-in does. */
function type(page: SheetModel, words: Readonly<Record<string, string | number>>): void {
  const { fields, tables } = cellsOfPage(page);
  for (const [key, value] of Object.entries(words)) {
    const [table = '', row = '', column = ''] = key.split('/');
    const cell = fields.get(key) ?? tables.get(table)?.[Number(row)]?.get(column);
    if (!cell) throw new Error(`There is no cell ${key}`);
    page.cells.setValue(cell.row, cell.column, value);
  }
  page.pristine = false;
}

describeWith(libreOffice, 'Dossiers without the add-in', () => {
  test(
    'follow what is typed in LibreOffice',
    async () => {
      const book = await withDossiers();
      const before = Number(figure(book, 'completeness'));
      expect(figure(book, 'coverage')).toBe('');

      // The decider (3, +2, 3) and a user (1, 0, 0): (3·1·1 + 1·0.5·0) ÷ 4 = 0.75. Words of either language count.
      type(pageIn(book, 'dossier1'), {
        'people/0/name': 'Ivanov',
        'people/0/role': wordsOf('role', 'decides')[1] ?? '',
        'people/0/influence': 3,
        'people/0/attitude': 2,
        'people/0/contact': 3,
        'people/1/name': 'Petrov',
        'people/1/influence': 1,
        'people/1/attitude': 0,
        'people/1/contact': 0,
        'relations.trust': 4,
        'relations.access': 3,
        'relations.information': 2,
        'relations.breadth': 1,
        'relations.jointWork': 2,
        'relations.loyalty': 3,
        'passport.updated': day('2026-11-01'),
        'actions/0/action': 'Call',
        'actions/0/due': day('2026-12-10'),
      });
      const typed = await openSaved(await recalculateWithLibreOffice(await saveWorkbook(book), 'ru-RU'));
      expect(figure(typed, 'coverage')).toBeCloseTo(0.75, 9);
      expect(figure(typed, 'score')).toBe(15);
      expect(figure(typed, 'updated')).toBe(day('2026-11-01'));
      expect(figure(typed, 'nextStep')).toBe('Call');
      expect(figure(typed, 'nextDate')).toBe(day('2026-12-10'));
      expect(Number(figure(typed, 'completeness'))).toBeGreaterThan(before);
    },
    TIMEOUT,
  );

  test(
    'leave a register that says the same in the copy without names, which holds no dossier',
    async () => {
      const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-dossiers-')), 'sample.xlsx');
      await writeFile(file, await saveWorkbook(sampleBook('ru')));
      const named = await runDiagnose(file, '--lang', 'ru', '--dossiers', '2');
      const hidden = await runDiagnose(named.workbook, '--lang', 'ru', '--anonymise');
      expect(hidden.exitCode).toBe(0);
      const copy = await openSaved(hidden.workbook);
      expect(copy.sheets.filter(({ customProperties }) => pageOf(customProperties) !== null)).toEqual([]);
      expect(copy.sheets.map(({ name }) => name).filter((name) => /^Досье ./.test(name))).toEqual([]);
      const recalculated = await openSaved(await recalculateWithLibreOffice(hidden.workbook, 'ru-RU'));
      expect(compareFormulas(copy, recalculated).differences).toEqual([]);
    },
    TIMEOUT,
  );
});
