import path from 'node:path';
import { describeWith, SHARED, sharedFile } from '../support/capabilities';
import { runDiagnose } from '../support/diagnose';
import { expectOracle } from '../support/oracle';

const CROSSTAB = path.join(SHARED, 'data/crosstab_small/Продажи.xlsx');
const GROUPED = path.join(SHARED, 'data/gross_profit_1c/Продажи.xlsx');

describeWith(
  sharedFile('data/crosstab_small/Продажи.xlsx'),
  'A cross-tab: years over months, three years side by side, price and quantity in two rows',
  () => {
    test('equals the independent result when the goods play the client', async () => {
      const run = await runDiagnose(CROSSTAB, '--period', 'all', '--lang', 'ru', '--columns', 'client=Товар');
      expect(run.exitCode).toBe(0);
      const summary = await run.summary();
      expect(summary.source).toMatchObject({ layout: 'crosstab', columns: { client: 'Товар' } });
      expect(summary.ledger).toMatchObject({
        rowsRead: 13 * 36,
        used: 13 * 36,
        clients: 13,
        amountUsed: 786_768_123,
      });
      expect(summary.period).toMatchObject({ from: '2020-01-01', to: '2022-12-31', months: 36 });
      const folded = (name: string) => summary.clients.find((client) => client.name === name)?.key ?? name;
      await expectOracle(summary, 'ru_crosstab_small', folded);
    });

    test('takes whole months: the last twelve are the year 2022, compared with 2021', async () => {
      const run = await runDiagnose(CROSSTAB, '--lang', 'ru');
      const summary = await run.summary();
      expect(summary.period).toMatchObject({
        from: '2022-01-01',
        to: '2022-12-31',
        months: 12,
        partial: false,
      });
      expect(summary.clients.every(({ previous }) => (previous ?? 0) > 0)).toBe(true);
    });
  },
);

describeWith(
  sharedFile('data/gross_profit_1c/Продажи.xlsx'),
  'A gross profit report of 1C: warehouses over articles, no client',
  () => {
    /** «Итого» of the file. */
    const TOTAL = 227_396_368.09;

    test('counts every article once: the lines add up to «Итого», to the kopeck', async () => {
      const run = await runDiagnose(GROUPED, '--lang', 'ru');
      expect(run.exitCode).toBe(0);
      const summary = await run.summary();
      expect(summary.source).toMatchObject({
        layout: 'grouped',
        columns: { client: 'Артикул', amount: 'Июнь 2026 г. / Выручка' },
      });
      expect(summary.ledger).toMatchObject({
        rowsRead: 853,
        used: 849,
        merged: 3,
        skipped: [{ reason: 'total', rows: 1, amount: TOTAL }],
        amountUsed: TOTAL,
      });
      expect(summary.period).toBeNull();
    });

    test.each([
      ['Артикул', 849],
      ['Склад', 3],
    ])('lets «%s» play the client', async (client, most) => {
      const run = await runDiagnose(GROUPED, '--lang', 'ru', '--columns', `client=${client}`);
      expect(run.exitCode).toBe(0);
      const summary = await run.summary();
      expect(summary.source.columns).toMatchObject({ client });
      expect(summary.ledger.amountUsed).toBe(TOTAL);
      expect(summary.ledger.clients).toBeGreaterThan(1);
      expect(summary.ledger.clients).toBeLessThanOrEqual(most);
    });
  },
);
