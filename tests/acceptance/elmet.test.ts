import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { saveWorkbook } from '../../src/workbench/files/save';
import { describeWith, libreOffice, SHARED, sharedFile } from '../support/capabilities';
import { readCsv } from '../support/csv';
import { runDiagnose } from '../support/diagnose';
import type { Diagnosed } from '../support/diagnose';
import { keepTabs } from '../support/liveParts';
import { compareFormulas, openSaved } from '../support/liveWorkbook';
import { recalculateWithLibreOffice } from '../support/office';

const FOLDER = 'data/elmet_1c';

describeWith(
  sharedFile(`${FOLDER}/_Расход товара.xlsx`),
  'Elmet: a 1C export whose goods stand in one cell as «код;количество;цена»',
  () => {
    let run: Diagnosed;
    beforeAll(async () => {
      const file = path.join(SHARED, FOLDER, '_Расход товара.xlsx');
      run = await runDiagnose(file, '--period', 'all', '--lang', 'ru');
      expect(run.exitCode).toBe(0);
    });

    describeWith(libreOffice, 'in LibreOffice', () => {
      test('every formula of the tabs gives the engine’s number', async () => {
        const book = await openSaved(run.workbook);
        keepTabs(book);
        const recalculated = await recalculateWithLibreOffice(await saveWorkbook(book), 'ru-RU');
        const { formulas, differences } = compareFormulas(book, await openSaved(recalculated));
        expect(differences.slice(0, 10)).toEqual([]);
        expect(formulas).toBeGreaterThan(10_000);
      });
    });

    test('equals the independent result by client code, leading zeros kept', async () => {
      const summary = await run.summary();
      expect(summary.source.columns).toEqual({
        client: 'КонтрагентКод',
        date: 'Дата',
        goods: 'Товары',
        document: 'Номер',
        posted: 'Проведен',
        deleted: 'ПометкаУдаления',
      });
      expect(summary.ledger).toMatchObject({
        rowsRead: 6_566,
        used: 6_561,
        clients: 368,
        amountUsed: 342_370_937.84,
      });
      expect(summary.clients[0]?.name).toMatch(/^0/);

      // The oracle adds documents rounded to the kopeck, the reader exact lines (4,07 × 8 460,44).
      const oracle = new Map(
        readCsv(path.join(SHARED, 'oracles/ru_1c_elmet/clients.csv')).map((row) => [row['client'], row]),
      );
      const differences = summary.clients.filter(({ key, revenue, volumeClass }) => {
        const row = oracle.get(key);
        const isNear = Math.abs(revenue - Number(row?.['revenue'])) <= 0.01 + 1e-9;
        return !isNear || volumeClass !== (row?.['abc_before'] || 'D');
      });
      expect(differences).toEqual([]);
    });
  },
);

/** The documents with the list of counterparties as a second sheet, as a colleague would put them together. */
async function withCounterparties(): Promise<string> {
  const open = (name: string) => openSaved(path.join(SHARED, FOLDER, name));
  const book = await open('_Расход товара.xlsx');
  const [counterparties] = (await open('_Контрагент.xlsx')).sheets;
  if (!counterparties) throw new Error('_Контрагент.xlsx is empty');
  book.sheets.push({ ...counterparties, name: 'Контрагент', sourcePart: null, pristine: false });
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-elmet-')), 'Elmet.xlsx');
  await writeFile(file, await saveWorkbook(book));
  return file;
}

describeWith(
  [sharedFile(`${FOLDER}/_Расход товара.xlsx`), sharedFile(`${FOLDER}/_Контрагент.xlsx`)],
  'Elmet: documents with client codes, names on another sheet',
  () => {
    test('shows the names; the clients and their money stay those of the codes', async () => {
      const run = await runDiagnose(
        await withCounterparties(),
        '--sheet',
        'TDSheet',
        '--period',
        'all',
        '--lang',
        'ru',
      );
      expect(run.exitCode).toBe(0);
      const { clients, ledger } = await run.summary();
      expect(ledger).toMatchObject({ used: 6_561, clients: 368, amountUsed: 342_370_937.84 });
      const names = new Map(
        readCsv(path.join(SHARED, FOLDER, 'sales_docs.csv')).map((row) => [
          row['КонтрагентКод'],
          row['Контрагент'],
        ]),
      );
      expect(clients.filter(({ key, name }) => names.get(key) !== name)).toEqual([]);
    });
  },
);

describeWith(sharedFile(`${FOLDER}/_Счета Покупателю.xlsx`), 'Elmet: invoices to customers', () => {
  test('are read like the documents: every row used, skipped with a reason, and balanced', async () => {
    const run = await runDiagnose(
      path.join(SHARED, FOLDER, '_Счета Покупателю.xlsx'),
      '--period',
      'all',
      '--lang',
      'ru',
    );
    expect(run.exitCode).toBe(0);
    const { ledger } = await run.summary();
    expect(ledger).toMatchObject({ rowsRead: 8_445 });
    expect(ledger.skipped.map(({ reason }) => reason)).toEqual(['notPosted']);
  });
});
