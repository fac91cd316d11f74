import path from 'node:path';
import type { DealGroup, DealMonth, Deals } from '../../../src/domain/deals/types';
import { monthKey } from '../../../src/domain/deals/months';
import { describeWithShared, SHARED } from '../../support/capabilities';
import { readCsv } from '../../support/csv';
import { pipelineOf } from '../../support/deals';
import type { DealLine } from '../../support/deals';

/** The two open stages at the probabilities of the independent result. */
const STAGES = [
  { name: 'Prospecting', probability: 0.1 },
  { name: 'Engaging', probability: 0.4 },
];
/** The list of deals calls a product differently from the price list. */
const PRODUCT_NAMES: Readonly<Record<string, string>> = { GTXPro: 'GTX Pro' };

const iso = (day: string | undefined): string | undefined => {
  const [month = '', date = '', year = ''] = (day ?? '').split('/');
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
};

/** Maven's deals: open ones at list price, closed ones at what they brought; managers from the list of teams. */
function maven(): Deals {
  const folder = path.join(SHARED, 'data/crm_maven');
  const prices = new Map(
    readCsv(path.join(folder, 'products.csv')).map((row) => [row['product'], row['sales_price']]),
  );
  const managers = new Map(
    readCsv(path.join(folder, 'sales_teams.csv')).map((row) => [row['sales_agent'], row['manager']]),
  );
  const lines = readCsv(path.join(folder, 'sales_pipeline.csv')).map((row): DealLine => {
    const stage = row['deal_stage'] ?? '';
    const isOpen = stage === 'Prospecting' || stage === 'Engaging';
    const product = row['product'] ?? '';
    const price = prices.get(PRODUCT_NAMES[product] ?? product);
    const day = iso(isOpen ? row['engage_date'] : row['close_date']);
    return {
      client: row['account'] ?? '',
      name: row['opportunity_id'] ?? '',
      amount: Number(isOpen ? price : row['close_value']),
      stage,
      manager: managers.get(row['sales_agent']) ?? '',
      // Engaging dates stand for expected ones, as in the independent result; nothing is overdue on the first of them.
      ...(day === undefined ? {} : isOpen ? { expected: day } : { closed: day }),
    };
  });
  return pipelineOf(lines, { stages: STAGES, sales: [{ client: 'x', amount: 1, date: '2016-10-01' }] });
}

describeWithShared('Maven: 8,800 deals', 'oracles/crm', (folder) => {
  const oracle = (name: string, key: string) =>
    readCsv(path.join(folder, name)).map((row) => ({
      name: row[key] ?? '',
      deals: Number(row['deals']),
      amount: Number(row['amount']),
      weighted: Math.round(Number(row['weighted']) * 100) / 100,
    }));
  const shown = (groups: readonly (DealGroup | (DealMonth & { readonly name: string }))[]) =>
    groups
      .filter(({ deals }) => deals > 0)
      .map(({ name, deals, amount, expected }) => ({
        name,
        deals,
        amount: amount / 10_000,
        weighted: expected / 10_000,
      }));
  const byName = <T extends { readonly name: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a.name < b.name ? -1 : 1));
  const deals = maven();

  test('2,089 open, 4,966,215 at list price, 1,664,290.20 weighted; 4,238 won for 10,005,534', () => {
    const { open, won, lost } = deals.totals;
    expect(open).toEqual({ deals: 2089, amount: 49_662_150_000, expected: 16_642_902_000 });
    expect([won.deals, won.amount, lost.deals]).toEqual([4238, 100_055_340_000, 2473]);
  });

  test('by stage, manager, account and month as computed independently', () => {
    expect(byName(shown(deals.byStage))).toEqual(
      byName(oracle('maven_open_by_deal_stage.csv', 'deal_stage')),
    );
    expect(byName(shown(deals.byManager))).toEqual(byName(oracle('maven_open_by_manager.csv', 'manager')));
    expect(byName(shown(deals.byClient))).toEqual(byName(oracle('maven_open_by_account.csv', 'account')));
    const months = deals.byMonth.map((month) => ({
      ...month,
      name: month.month === null ? '' : monthKey(month.month),
    }));
    expect(byName(shown(months))).toEqual(byName(oracle('maven_open_by_month.csv', 'month')));
  });

  test('win rates by manager as computed independently', () => {
    const expected = readCsv(path.join(folder, 'maven_win_rate_by_manager.csv')).map((row) => ({
      name: row['manager'] ?? '',
      closed: Number(row['deals']),
      won: Number(row['won']),
    }));
    expect(byName(deals.calibration?.groups ?? [])).toEqual(byName(expected));
  });

  test('the middle of the range is close to the weighted sum, and its ends a few σ apart', () => {
    const { range } = deals;
    expect(Math.abs((range?.p50 ?? 0) - 16_642_902_000)).toBeLessThan(0.02 * 16_642_902_000);
    expect(((range?.p90 ?? 0) - (range?.p10 ?? 0)) / (range?.sigma ?? 1)).toBeCloseTo(2 * 1.2816, 1);
  });
});
