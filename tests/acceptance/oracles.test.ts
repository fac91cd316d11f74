import { mkdtemp, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeWith, SHARED, sharedFile } from '../support/capabilities';
import { readCsv } from '../support/csv';
import { runDiagnose } from '../support/diagnose';
import type { Summary } from '../support/diagnose';

/** The part of an oracle's summary.json that the product also computes. */
interface Oracle {
  readonly clients: number;
  readonly clients_positive: number;
  readonly total_positive_clients_N1: string;
  readonly total_net_N2: string;
  readonly abc_before: Readonly<Record<'A' | 'B' | 'C', { readonly clients: number }>>;
  readonly concentration: Readonly<
    Record<'HHI_points' | 'HHI_equivalent_number' | 'CR1' | 'CR3' | 'CR5' | 'CR10' | 'Gini', number>
  >;
}

const cents = (amount: string | number): number => Math.round(Number(amount) * 100) / 100;

/** Holds a run of the whole product to the independent result: money to the kopeck, shares and indices to 1e-9. */
async function expectOracle(
  summary: Summary,
  set: string,
  keyOf = (client: string) => client,
): Promise<void> {
  const folder = path.join(SHARED, 'oracles', set);
  const oracle = JSON.parse(readFileSync(path.join(folder, 'summary.json'), 'utf8')) as Oracle;
  const { dependency, clients } = summary;
  if (!dependency) throw new Error('The run found no revenue');

  expect(clients).toHaveLength(oracle.clients);
  expect(dependency.base).toBe(cents(oracle.total_positive_clients_N1));
  expect(dependency.net).toBe(cents(oracle.total_net_N2));
  expect(dependency.hhi).toBeCloseTo(oracle.concentration.HHI_points, 9);
  expect(dependency.effectiveClients).toBeCloseTo(oracle.concentration.HHI_equivalent_number, 8);
  expect(dependency.gini).toBeCloseTo(oracle.concentration.Gini, 9);
  expect(dependency.cr['1']).toBeCloseTo(oracle.concentration.CR1, 9);
  expect(dependency.cr['10']).toBeCloseTo(oracle.concentration.CR10, 9);
  for (const letter of ['A', 'B', 'C'] as const) {
    expect(clients.filter((client) => client.volumeClass === letter)).toHaveLength(
      oracle.abc_before[letter].clients,
    );
  }

  const expected = new Map(
    readCsv(path.join(folder, 'clients.csv')).map((row) => [keyOf(row['client'] ?? ''), row]),
  );
  const differences = clients.filter((client) => {
    const row = expected.get(client.key);
    const share = row?.['share'] === undefined || row['share'] === '' ? null : Number(row['share']);
    return (
      row === undefined ||
      Math.abs(client.revenue - Number(row['revenue'])) > 0.005 + 1e-9 ||
      client.volumeClass !== (row['abc_before'] || 'D') ||
      (share === null ? client.share !== null : Math.abs((client.share ?? NaN) - share) > 1e-9) ||
      (client.flag === 'none') !== (row['share_ge10'] !== 'True')
    );
  });
  expect(differences).toEqual([]);
}

describeWith(
  sharedFile('data/online_retail.xlsx'),
  'Online Retail: 541,909 invoice lines without an amount column',
  () => {
    test('equals the independent result, and shows the lines without a client', async () => {
      const run = await runDiagnose(
        path.join(SHARED, 'data/online_retail.xlsx'),
        '--period',
        'all',
        '--lang',
        'en',
      );
      expect(run.exitCode).toBe(0);
      const summary = await run.summary();
      expect(summary.ledger).toMatchObject({
        rowsRead: 541_909,
        used: 406_829,
        skipped: [{ reason: 'noClient', rows: 135_080, amount: 1_447_682.12 }],
        amountUsed: 8_300_065.81,
      });
      expect(run.out.join('\n')).toContain('135,080');
      await expectOracle(summary, 'online_retail_net');
      // The request count of design.md: constant, plus one per 3 MB either way.
      const { cost } = summary;
      expect(cost.syncs).toBeLessThanOrEqual(
        45 + Math.ceil((cost.requestBytes + cost.responseBytes) / 3_000_000),
      );
      expect(cost.largestRequest).toBeLessThan(4_000_000);
      expect(cost.largestResponse).toBeLessThan(4_000_000);
    }, 240_000);
  },
);

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
