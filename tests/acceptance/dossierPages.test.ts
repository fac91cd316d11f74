import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { saveWorkbook } from '../../src/workbench/files/save';
import { sampleBook } from '../../src/workbench/sample/sampleBook';
import { describeWith, libreOffice } from '../support/capabilities';
import { runDiagnose } from '../support/diagnose';
import { compareFormulas, openSaved } from '../support/liveWorkbook';
import { recalculateWithLibreOffice } from '../support/office';
import { validateOpenXml } from '../support/openXml';

const LOCALES = { ru: 'ru-RU', en: 'en-US' } as const;
const DOSSIERS = 3;
/** Formulas of a page at least. */
const FORMULAS = 70;

describeWith(libreOffice, 'Dossiers of the sample company', () => {
  test.each(['ru', 'en'] as const)(
    'recalculate in LibreOffice to the engine’s numbers, without errors (%s)',
    async (language) => {
      const source = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-sample-')), 'sample.xlsx');
      await writeFile(source, await saveWorkbook(sampleBook(language)));
      const run = await runDiagnose(source, '--lang', language, '--dossiers', String(DOSSIERS));
      expect(run.exitCode).toBe(0);
      expect(await validateOpenXml(run.workbook)).toEqual([]);
      const pages = (await run.summary()).dossiers.map(({ tab }) => tab);
      expect(pages).toHaveLength(DOSSIERS);
      const engine = await openSaved(run.workbook);
      for (const page of pages) {
        const cells = [...(engine.sheets.find(({ name }) => name === page)?.cells.cells() ?? [])];
        const sheet = engine.sheets.find(({ name }) => name === page);
        const formulas = cells.filter(({ row, column }) => sheet?.cells.formula(row, column) !== null);
        expect(formulas.length).toBeGreaterThan(FORMULAS);
      }
      const recalculated = await openSaved(await recalculateWithLibreOffice(run.workbook, LOCALES[language]));
      expect(compareFormulas(engine, recalculated).differences).toEqual([]);
    },
  );
});
