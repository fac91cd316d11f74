import path from 'node:path';
import { describeWith, SHARED, sharedFile } from '../support/capabilities';
import { runDiagnose } from '../support/diagnose';
import { readCsv } from '../support/csv';

const FOLDER = 'data/elmet_1c';

describeWith(
  sharedFile(`${FOLDER}/_Расход товара.xlsx`),
  'Elmet: a 1C export whose goods stand in one cell as «код;количество;цена»',
  () => {
    test('equals the independent result by client code, leading zeros kept', async () => {
      const run = await runDiagnose(
        path.join(SHARED, FOLDER, '_Расход товара.xlsx'),
        '--period',
        'all',
        '--lang',
        'ru',
      );
      expect(run.exitCode).toBe(0);
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
