import path from 'node:path';
import { analyse } from '../../../src/domain/analyse';
import type { Analysis } from '../../../src/domain/analysis';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { isoDate } from '../../../src/domain/shared/dates';
import { complete } from '../../../src/domain/shared/steps';
import { describeWithShared, SHARED } from '../../support/capabilities';
import { readCsv } from '../../support/csv';
import { readingOf } from '../../support/ledger';
import type { Sale } from '../../support/ledger';
import { elmetSales, exact, northwindSales } from '../../support/oracleSales';

/** Won deals of Maven's CRM as sales, dates as `3/1/2017`. */
const mavenSales = (file: string): Sale[] =>
  readCsv(file)
    .filter((row) => row['deal_stage'] === 'Won')
    .map((row) => {
      const [month = '', date = '', year = ''] = (row['close_date'] ?? '').split('/');
      return {
        client: row['account'] ?? '',
        document: row['opportunity_id'] ?? '',
        date: `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`,
        amount: exact(row['close_value'] ?? ''),
      };
    });

/** An ISO date so many months and days later. */
function later(iso: string, by: { readonly months?: number; readonly days?: number }): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + (by.months ?? 0));
  date.setUTCDate(date.getUTCDate() + (by.days ?? 0));
  return date.toISOString().slice(0, 10);
}

describe.each([
  { set: 'ru_1c_elmet', source: 'data/elmet_1c/sales_docs.csv', salesOf: elmetSales },
  { set: 'northwind', source: 'data/northwind/order_details.csv', salesOf: northwindSales },
  { set: 'crm_maven_won', source: 'data/crm_maven/sales_pipeline.csv', salesOf: mavenSales },
])('independent results for $set', ({ set, source, salesOf }) => {
  describeWithShared('from the lines of sales', source, (file) => {
    const oracle = (name: string) => readCsv(path.join(SHARED, 'oracles', set, name));
    let analysis: Analysis;
    beforeAll(() => {
      analysis = complete(analyse(readingOf(salesOf(file)), { ...DEFAULT_SETTINGS, period: 'all' }, null));
    });

    it('have the same revenue, orders and clients active, new, retained and returned in the last 24 months', () => {
      const ours = analysis.health?.months.map((point) => [
        `${point.year}-${String(point.month).padStart(2, '0')}`,
        point.revenue,
        point.orders,
        point.active,
        point.first,
        point.retained,
        point.returned,
      ]);
      const theirs = oracle('retention.csv').map((row) => [
        row['month'],
        exact(row['revenue'] ?? ''),
        Number(row['orders']),
        Number(row['active']),
        Number(row['new']),
        Number(row['retained']),
        Number(row['returned']),
      ]);
      expect(ours?.length).toBeGreaterThan(9);
      expect(ours).toEqual(theirs.slice(-24));
    });

    it('have the same days of purchase, and the same second one wherever it is of another day', () => {
      const rows = new Map(oracle('clients.csv').map((row) => [row['client'], row]));
      const differences = analysis.clients.filter(({ name }, position) => {
        const row = rows.get(name);
        const ours = analysis.health?.clients[position];
        const day = ours?.second ?? null;
        const second = day === null ? '' : isoDate(day);
        const isSameDay = row?.['days_1_to_2'] === '0';
        return (
          Number(row?.['purchase_days']) !== ours?.purchaseDays ||
          (!isSameDay && row?.['second_order_date'] !== second)
        );
      });
      expect(differences).toEqual([]);
    });

    it.each([
      ['known from the first day', 0],
      ['unknown for half a year', DEFAULT_SETTINGS.thresholds.startMonths],
    ])('have the same second purchases to first ones, the start %s', (_words, startMonths) => {
      const thresholds = { ...DEFAULT_SETTINGS.thresholds, startMonths };
      const { secondWindow } = thresholds;
      const { health, clients } = complete(
        analyse(readingOf(salesOf(file)), { ...DEFAULT_SETTINGS, period: 'all', thresholds }, null),
      );
      const rows = oracle('clients.csv');
      const firsts = rows.map((row) => row['first_date'] ?? '').sort();
      const lasts = rows.map((row) => row['last_date'] ?? '').sort();
      const knownFrom = later(firsts[0] ?? '', { months: startMonths });
      const oldUpTo = later(lasts.at(-1) ?? '', { days: -secondWindow });
      const positions = new Map(clients.map(({ name }, position) => [name, position]));
      const known = rows.filter((row) => (row['first_date'] ?? '') >= knownFrom);
      const old = known.filter((row) => (row['first_date'] ?? '') <= oldUpTo);
      const returned = old.filter((row) => {
        if (row['days_1_to_2'] !== '0') {
          return row['days_1_to_2'] !== '' && Number(row['days_1_to_2']) <= secondWindow;
        }
        // The oracle's second order is of the same day; ours has to be of another one.
        const second = health?.clients[positions.get(row['client'] ?? '') ?? -1]?.second ?? null;
        return second !== null && isoDate(second) <= later(row['first_date'] ?? '', { days: secondWindow });
      });
      expect(health?.seconds).toMatchObject({
        firstEver: known.length,
        secondEver: known.filter((row) => Number(row['purchase_days']) >= 2).length,
        cohort: old.length,
        cohortReturned: returned.length,
      });
    });

    it('have the same average order', () => {
      const total = oracle('clients.csv').reduce(
        (sum, row) => sum + Number(row['orders']) * Number(row['avg_ticket_orders']),
        0,
      );
      const orders = oracle('clients.csv').reduce((sum, row) => sum + Number(row['orders']), 0);
      expect((analysis.health?.averageOrder ?? NaN) / 10_000).toBeCloseTo(total / orders, 3);
    });
  });
});
