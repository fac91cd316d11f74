import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { saveWorkbook } from '../../src/workbench/files/save';
import type { BookModel, SheetModel } from '../../src/workbench/model/model';
import { sampleBook } from '../../src/workbench/sample/sampleBook';
import { describeWith, libreOffice } from '../support/capabilities';
import { runDiagnose } from '../support/diagnose';
import { compareFormulas, openSaved } from '../support/liveWorkbook';
import { recalculateWithLibreOffice } from '../support/office';
import { validateOpenXml } from '../support/openXml';

/** Dossiers are made with the tabs; each has so many formulas at least. */
const DOSSIERS = 3;
const FORMULAS_OF_A_PAGE = 70;

const LOCALES = { ru: 'ru-RU', en: 'en-US' } as const;

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

function formulasOn({ sheets }: BookModel, name: string): number {
  const cells = sheets.find((sheet) => sheet.name === name)?.cells;
  return [...(cells?.cells() ?? [])].filter(({ row, column }) => cells?.formula(row, column) !== null).length;
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
      const run = await runDiagnose(source, '--lang', language, '--dossiers', String(DOSSIERS));
      expect(run.exitCode).toBe(0);
      expect(await validateOpenXml(run.workbook)).toEqual([]);
      const engine = await openSaved(run.workbook);
      const { formulas, differences } = compareFormulas(
        engine,
        await openSaved(await recalculateWithLibreOffice(run.workbook, LOCALES[language])),
      );
      expect(differences).toEqual([]);
      expect(formulas).toBeGreaterThan(500);
      const pages = (await run.summary()).dossiers.map(({ tab }) => tab);
      expect(pages).toHaveLength(DOSSIERS);
      for (const page of pages) expect(formulasOn(engine, page)).toBeGreaterThan(FORMULAS_OF_A_PAGE);

      const before = await openSaved(source);
      for (const sheet of before.sheets) {
        const after = engine.sheets.find(({ name }) => name === sheet.name);
        if (!after) throw new Error(`The user's sheet ${sheet.name} is gone`);
        expect(contentOf(after, engine)).toEqual(contentOf(sheet, before));
      }
    },
  );
});
