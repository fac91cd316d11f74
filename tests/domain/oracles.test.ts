import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from '../../src/domain/analyse';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { isoDate } from '../../src/domain/shared/dates';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { complete } from '../../src/domain/shared/steps';
import { standingsOf } from '../../src/domain/standings';
import { readCsv } from '../support/csv';
import { clientNamed, readingOf } from '../support/ledger';
import { elmetSales, exact, northwindSales } from '../support/oracleSales';
import { describeWithShared, SHARED } from '../support/capabilities';

const SETS = [
  'crm_maven_won',
  'northwind',
  'online_retail_gross',
  'online_retail_gross_netherlands',
  'online_retail_net',
  'ru_1c_elmet',
  'ru_crosstab_small',
  'ru_superstore_nbsp',
];
const TOLERANCE = 1e-9;

interface Summary {
  readonly total_positive_clients_N1: string;
  readonly total_net_N2: string;
  readonly flags: Readonly<Record<'share_ge10' | 'share_gt20' | 'share_gt50', readonly string[]>>;
  readonly concentration: Readonly<
    Record<'HHI_points' | 'HHI_equivalent_number' | 'CR1' | 'CR3' | 'CR5' | 'CR10', number>
  > & {
    readonly Gini: number;
    readonly clients_for_80_percent_before: number;
  };
}

const near = (actual: number | null | undefined, expected: number) =>
  expect(Math.abs((actual ?? NaN) - expected)).toBeLessThan(TOLERANCE);

describe.each(SETS)('independent results for %s', (set) => {
  describeWithShared('from revenue per client', path.join('oracles', set), (folder) => {
    const load = () => {
      const clients = readCsv(path.join(folder, 'clients.csv'));
      const identities = clients.map((row) => clientNamed(row['client'] ?? ''));
      const revenue = Float64Array.from(clients, (row) => exact(row['revenue'] ?? ''));
      const summary = JSON.parse(readFileSync(path.join(folder, 'summary.json'), 'utf8')) as Summary;
      return {
        clients,
        summary,
        standings: complete(standingsOf(identities, revenue, DEFAULT_SETTINGS.thresholds)),
      };
    };

    it('have the same class for every client', () => {
      const { clients, standings } = load();
      const ours = standings.rows.map((row) => [clients[row.client]?.['client'], row.volumeClass]);
      const theirs = standings.rows.map((row) => {
        const client = clients[row.client];
        return [client?.['client'], client?.['abc_before'] || 'D'];
      });
      expect(ours).toEqual(theirs);
    });

    it('have the same share and share before for every client', () => {
      const { clients, standings } = load();
      for (const row of standings.rows) {
        const { share = '', cum_before: before = '' } = clients[row.client] ?? {};
        if (share === '') {
          expect([row.share, row.cumulativeBefore]).toEqual([null, null]);
          continue;
        }
        near(row.share, Number(share));
        // The oracle splits ties by client code; the head of a tie group has the group's share before.
        const isHead = clients.every(
          (each) =>
            each['revenue'] !== clients[row.client]?.['revenue'] ||
            Number(each['cum_before']) >= Number(before),
        );
        if (isHead) near(row.cumulativeBefore, Number(before));
      }
    });

    it('have the same flags', () => {
      const { clients, standings, summary } = load();
      const flagged = (...flags: string[]) =>
        standings.rows
          .filter((row) => flags.includes(row.flag))
          .map((row) => clients[row.client]?.['client']);
      expect(flagged('large', 'critical', 'mono').sort()).toEqual([...summary.flags.share_ge10].sort());
      expect(flagged('critical', 'mono').sort()).toEqual([...summary.flags.share_gt20].sort());
      expect(flagged('mono').sort()).toEqual([...summary.flags.share_gt50].sort());
    });

    it('have the same base, net, CR, HHI, effective number, Gini and k80', () => {
      const { standings, summary } = load();
      const ours = standings.concentration;
      const theirs = summary.concentration;
      expect(ours?.base).toBe(exact(summary.total_positive_clients_N1));
      expect(ours?.net).toBe(exact(summary.total_net_N2));
      near(ours?.cr['1'], theirs.CR1);
      near(ours?.cr['3'], theirs.CR3);
      near(ours?.cr['5'], theirs.CR5);
      near(ours?.cr['10'], theirs.CR10);
      near(ours?.hhi, theirs.HHI_points);
      near(ours?.effectiveClients, theirs.HHI_equivalent_number);
      near(ours?.gini, theirs.Gini);
      expect(ours?.k80).toBe(theirs.clients_for_80_percent_before);
    });
  });
});

describe.each([
  { set: 'ru_1c_elmet', source: 'data/elmet_1c/sales_docs.csv', salesOf: elmetSales },
  { set: 'northwind', source: 'data/northwind/order_details.csv', salesOf: northwindSales },
])('independent results for $set', ({ set, source, salesOf }) => {
  describeWithShared('from the lines of sales', source, (file) => {
    it('have the same revenue, orders, average order, first and last purchase for every client', () => {
      const oracle = path.join(SHARED, 'oracles', set, 'clients.csv');
      expect(existsSync(oracle)).toBe(true);
      const { clients } = complete(
        analyse(readingOf(salesOf(file)), { ...DEFAULT_SETTINGS, period: 'all' }, null),
      );
      const iso = (day: ExcelSerial | null) => (day === null ? '' : isoDate(day));
      const ours = clients.map((row) => [
        row.name,
        row.revenue,
        row.orders,
        iso(row.first),
        iso(row.last),
        row.daysSince,
      ]);
      const theirs = readCsv(oracle).map((row) => [
        row['client'],
        exact(row['revenue'] ?? ''),
        Number(row['orders']),
        row['first_date'],
        row['last_date'],
        Number(row['days_since']),
      ]);
      const byName = (a: readonly unknown[], b: readonly unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
      expect(ours.sort(byName)).toEqual(theirs.sort(byName));
      const averages = new Map(
        readCsv(oracle).map((row) => [row['client'], Number(row['avg_ticket_orders'])]),
      );
      for (const row of clients) {
        expect((row.averageOrder ?? NaN) / 10_000).toBeCloseTo(averages.get(row.name) ?? NaN, 3);
      }
    });
  });
});
