import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Ledger } from '../../src/domain/sales/types';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { openHeadless } from '../../src/workbench/cli/headless';
import { saveWorkbook } from '../../src/workbench/files/save';
import { sampleBook } from '../../src/workbench/sample/sampleBook';
import { valueOf } from '../excel/support/excel';
import { describeWith, libreOffice, SHARED, sharedFile } from '../support/capabilities';
import { runDiagnose } from '../support/diagnose';
import type { Diagnosed } from '../support/diagnose';
import { compareFormulas, openSaved } from '../support/liveWorkbook';
import { NameSearch, realNames } from '../support/namesIn';
import { recalculateWithLibreOffice } from '../support/office';
import { validateOpenXml } from '../support/openXml';

const TIMEOUT = 180_000;

async function sampleFile(): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-names-')), 'Ромашка и Ко.xlsx');
  await writeFile(file, await saveWorkbook(sampleBook('ru')));
  return file;
}

/** The sales of a file as the product reads them, with their names. */
async function ledgerOf(file: string): Promise<Ledger> {
  const { clientele } = await openHeadless(await openSaved(file), 'ru');
  const hooks = {
    onProgress: () => undefined,
    signal: new AbortController().signal,
    now: () => 0,
    today: 46_348 as ExcelSerial,
  };
  for (const source of valueOf(await clientele.listSources())) {
    const shown = await clientele.preview(source, DEFAULT_SETTINGS, null, hooks);
    if (shown.ok && shown.value.reading.ok) return shown.value.reading.value.ledger;
  }
  throw new Error(`Nothing to read in ${file}`);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** XML as it reads, tags and attributes included. */
function decoded(xml: string): string {
  return xml.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

describeWith(
  [libreOffice, sharedFile('data/superstore_nbsp'), sharedFile('data/gross_profit_1c/Продажи.xlsx')],
  'A diagnosis without names',
  () => {
    describe.each([
      ['the sample company', sampleFile, 'ru', 50],
      ['Superstore', () => Promise.resolve(path.join(SHARED, 'data/superstore_nbsp/Продажи.csv')), 'en', 500],
      [
        'a grouped report of 1C',
        () => Promise.resolve(path.join(SHARED, 'data/gross_profit_1c/Продажи.xlsx')),
        'ru',
        20,
      ],
    ] as const)('%s', (_, fileOf, language, leastNames) => {
      let file: string;
      let run: Diagnosed;
      let search: NameSearch;
      beforeAll(async () => {
        file = await fileOf();
        const names = realNames(await ledgerOf(file));
        expect(names.length).toBeGreaterThan(leastNames);
        search = new NameSearch(names);
        run = await runDiagnose(file, '--lang', language, '--anonymise');
        expect(run.exitCode).toBe(0);
      }, TIMEOUT);

      test('leaves no real name in any part of the saved copy', async () => {
        const parts = unzipSync(await readFile(run.workbook));
        expect(
          Object.keys(parts).filter((part) => /docProps|customXml|custom|comment|printer/.test(part)),
        ).toEqual([]);
        const leaks = Object.entries(parts).flatMap(([part, bytes]) =>
          ['utf-8', 'utf-16le'].flatMap((encoding) =>
            search.in(decoded(new TextDecoder(encoding).decode(bytes))).map((name) => `${part}: ${name}`),
          ),
        );
        expect(leaks).toEqual([]);
      });

      test('says none in the summary and in the verdict', async () => {
        const summary = await run.summary();
        expect(search.in(JSON.stringify(summary))).toEqual([]);
        expect(search.in(run.out.join('\n'))).toEqual([]);
        expect(JSON.stringify(summary)).not.toContain(path.basename(file));
        expect(run.out.length).toBeGreaterThan(2);
      });

      test(
        'gives a workbook that is valid and recalculates to the same numbers',
        async () => {
          expect(await validateOpenXml(run.workbook)).toEqual([]);
          const copy = await openSaved(run.workbook);
          const locale = language === 'ru' ? 'ru-RU' : 'en-US';
          const recalculated = await openSaved(await recalculateWithLibreOffice(run.workbook, locale));
          const { formulas, differences } = compareFormulas(copy, recalculated);
          expect(differences).toEqual([]);
          expect(formulas).toBeGreaterThan(200);
          const { tabs } = await run.summary();
          expect(copy.sheets.map(({ name }) => name).sort()).toEqual(tabs.map(({ name }) => name).sort());
        },
        TIMEOUT,
      );
    });
  },
);
