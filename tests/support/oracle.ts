import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SHARED } from './capabilities';
import { readCsv } from './csv';
import type { Summary } from './diagnose';

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
export async function expectOracle(
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
