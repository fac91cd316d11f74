import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openWorkbook } from '../../src/workbench/files/open';
import { saveWorkbook } from '../../src/workbench/files/save';
import type { BookModel, SheetModel } from '../../src/workbench/model/model';
import { sampleBook } from '../../src/workbench/sample/sampleBook';
import { describeWith, libreOffice, SHARED, sharedFile } from '../support/capabilities';
import { runDiagnose } from '../support/diagnose';
import { recalculateWithLibreOffice } from '../support/office';
import { validateOpenXml } from '../support/openXml';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';

/** Formula results may differ from the engine's numbers by this much (design.md, rule 3). */
const TOLERANCE = 0.005;

async function open(file: string): Promise<BookModel> {
  const opened = await openWorkbook(await readFile(file), path.basename(file));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

interface Difference {
  readonly cell: string;
  readonly formula: string;
  readonly engine: unknown;
  readonly libreOffice: unknown;
}

/** Formulas of our tabs: how many there are, and where LibreOffice finds another result or an error. */
function compareFormulas(
  engine: BookModel,
  recalculated: BookModel,
): { formulas: number; differences: Difference[] } {
  let formulas = 0;
  const differences: Difference[] = [];
  for (const sheet of engine.sheets) {
    const other = recalculated.sheets.find(({ name }) => name === sheet.name);
    for (const { row, column } of sheet.cells.cells()) {
      const formula = sheet.cells.formula(row, column);
      if (formula === null) continue;
      formulas += 1;
      const expected = sheet.cells.value(row, column);
      const found = other?.cells.value(row, column);
      const isEqual =
        typeof expected === 'number' && typeof found === 'number'
          ? Math.abs(expected - found) <= TOLERANCE
          : typeof expected !== 'object' && expected === found;
      if (!isEqual)
        differences.push({
          cell: `${sheet.name}!R${row + 1}C${column + 1}`,
          formula,
          engine: expected,
          libreOffice: found,
        });
    }
  }
  return { formulas, differences };
}

/** Every cell of a sheet with its formula and look, for comparing before and after. */
function contentOf(sheet: SheetModel, book: BookModel): string[] {
  return [...sheet.cells.cells()].map(({ row, column }) =>
    JSON.stringify([
      row,
      column,
      sheet.cells.value(row, column),
      sheet.cells.formula(row, column),
      book.styles.get(sheet.cells.style(row, column)),
    ]),
  );
}

async function sampleFile(language: 'ru' | 'en'): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-sample-')), `sample-${language}.xlsx`);
  await writeFile(file, await saveWorkbook(sampleBook(language)));
  return file;
}

describeWith(libreOffice, 'The workbook left behind', () => {
  test.each(['ru', 'en'] as const)(
    'recalculates in LibreOffice to the engine’s numbers, without errors (%s)',
    async (language) => {
      const source = await sampleFile(language);
      const run = await runDiagnose(source, '--lang', language);
      expect(run.exitCode).toBe(0);
      expect(await validateOpenXml(run.workbook)).toEqual([]);
      const engine = await open(run.workbook);
      const { formulas, differences } = compareFormulas(
        engine,
        await open(await recalculateWithLibreOffice(run.workbook)),
      );
      expect(differences).toEqual([]);
      expect(formulas).toBeGreaterThan(500);

      const before = await open(source);
      for (const sheet of before.sheets) {
        const after = engine.sheets.find(({ name }) => name === sheet.name);
        if (!after) throw new Error(`The user's sheet ${sheet.name} is gone`);
        expect(contentOf(after, engine)).toEqual(contentOf(sheet, before));
      }
    },
  );
});

describeWith([libreOffice, sharedFile('data/online_retail.xlsx')], 'The workbook of Online Retail', () => {
  test('recalculates in LibreOffice to the engine’s numbers, and is valid Open XML', async () => {
    const run = await runDiagnose(
      path.join(SHARED, 'data/online_retail.xlsx'),
      '--period',
      'all',
      '--lang',
      'ru',
    );
    expect(run.exitCode).toBe(0);
    const { formulas, differences } = compareFormulas(
      await open(run.workbook),
      await open(await recalculateWithLibreOffice(run.workbook)),
    );
    expect(differences.slice(0, 10)).toEqual([]);
    expect(formulas).toBeGreaterThan(20_000);
    expect(await validateOpenXml(run.workbook)).toEqual([]);
  }, 600_000);
});
