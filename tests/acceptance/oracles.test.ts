import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeWith, SHARED, sharedFile } from '../support/capabilities';
import { readCsv } from '../support/csv';
import { runDiagnose } from '../support/diagnose';
import { expectOracle } from '../support/oracle';

describeWith(
  sharedFile('data/superstore_nbsp'),
  'Superstore: Russian headings, amounts as text with NBSP, no dates',
  () => {
    test('equals the independent result, and what needs a date is absent, not zero', async () => {
      const run = await runDiagnose(path.join(SHARED, 'data/superstore_nbsp/Продажи.csv'));
      expect(run.exitCode).toBe(0);
      const summary = await run.summary();
      expect(summary.ledger).toMatchObject({
        rowsRead: 730,
        used: 730,
        clients: 173,
        amountUsed: 1_097_087.92,
      });
      expect(summary.period).toBeNull();
      expect(summary.asOf).toBeNull();
      expect(summary.clients.every((client) => client.last === null && client.daysSince === null)).toBe(true);
      const folded = (name: string) => summary.clients.find((client) => client.name === name)?.key ?? name;
      await expectOracle(summary, 'ru_superstore_nbsp', folded);
    });
  },
);

describeWith(
  sharedFile('data/elmet_1c/sales_docs.csv'),
  'Elmet: documents of 1C, some not posted or marked for deletion',
  () => {
    test('equals the independent result by client code', async () => {
      const run = await runDiagnose(
        path.join(SHARED, 'data/elmet_1c/sales_docs.csv'),
        '--period',
        'all',
        '--lang',
        'ru',
      );
      expect(run.exitCode).toBe(0);
      const summary = await run.summary();
      expect(summary.ledger).toMatchObject({ used: 6_561, clients: 368, amountUsed: 342_370_937.84 });
      await expectOracle(summary, 'ru_1c_elmet');
    });
  },
);

describeWith(sharedFile('data/northwind'), 'Northwind: unit price × quantity × (1 − discount)', () => {
  test('joined beforehand, equals the independent result to the last unrounded line', async () => {
    const folder = path.join(SHARED, 'data/northwind');
    const orders = new Map(
      readCsv(path.join(folder, 'orders.csv')).map((order) => [order['orderID'], order]),
    );
    const lines = readCsv(path.join(folder, 'order_details.csv')).map((line) => {
      const order = orders.get(line['orderID']);
      return [
        order?.['customerID'],
        order?.['orderDate'],
        line['orderID'],
        line['unitPrice'],
        line['quantity'],
        line['discount'],
      ];
    });
    const heading = ['CustomerID', 'OrderDate', 'OrderID', 'UnitPrice', 'Quantity', 'Discount'];
    const file = path.join(await mkdtemp(path.join(tmpdir(), 'clientele-northwind-')), 'northwind.csv');
    await writeFile(file, [heading, ...lines].map((row) => row.join(',')).join('\n'));

    const run = await runDiagnose(file, '--period', 'all', '--lang', 'en');
    expect(run.exitCode).toBe(0);
    const summary = await run.summary();
    expect(summary.ledger).toMatchObject({ rowsRead: 2_155, used: 2_155, amountUsed: 1_265_793.04 });
    const folded = (code: string) => summary.clients.find((client) => client.name === code)?.key ?? code;
    await expectOracle(summary, 'northwind', folded);
  });
});
