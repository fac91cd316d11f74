import { dossierFacts } from '../../../src/domain/dossiers/facts';
import type { DossierFacts } from '../../../src/domain/dossiers/factTypes';
import type { Ledger } from '../../../src/domain/sales/types';
import { addMoney, subtractMoney, units, ZERO } from '../../../src/domain/shared/money';
import { complete } from '../../../src/domain/shared/steps';
import { sampleContext } from '../../support/sampleContext';

const ctx = sampleContext();
const { analysis } = ctx;
const { period, health } = analysis;
if (!period || !health) throw new Error('The sample has dates');
const clients = analysis.clients.map(({ key }) => key);
const facts = [...complete(dossierFacts(ctx, clients)).values()];

/** Sum over the rows of a client in the period, kept to a condition. */
function sumOfRows(ledger: Ledger, client: number, isCounted: (row: number) => boolean): number {
  let sum = 0;
  for (let row = 0; row < ledger.rowCount; row++) {
    const day = ledger.date?.[row] ?? 0;
    if (
      ledger.client[row] === client &&
      day >= (period?.from ?? 0) &&
      day <= (period?.to ?? 0) &&
      isCounted(row)
    )
      sum += ledger.amount[row] ?? 0;
  }
  return sum;
}

test('every client of the sample is told of, in the order of the tabs', () => {
  expect(facts.map(({ position }) => position)).toEqual([...analysis.clients.keys()]);
  expect(facts.length).toBeGreaterThan(50);
});

test('sales are those of «ABCD», flags those of «Зависимость», rhythm that of «Здоровье базы»', () => {
  for (const [position, { sales, name, manager }] of facts.entries()) {
    const row = analysis.clients[position];
    const rhythm = health.clients[position];
    expect({ name, manager }).toEqual({ name: row?.name, manager: row?.manager });
    expect(sales).toMatchObject({
      revenue: row?.revenue,
      previous: row?.previous,
      change: subtractMoney(row?.revenue ?? ZERO, row?.previous ?? ZERO),
      share: row?.share,
      rank: row?.rank,
      ownFlag: row?.flag,
      flag: analysis.dependency.flags[position],
      orders: row?.orders,
      averageOrder: row?.averageOrder,
      first: row?.first,
      last: row?.last,
      daysSince: row?.daysSince,
      interval: rhythm?.interval,
      rhythm: rhythm?.rhythm,
      purchaseDays: rhythm?.purchaseDays,
      expectedNext: rhythm?.expectedNext,
      status: rhythm?.status,
    });
  }
});

test('classes and potentials are those of «ABCD» and «Потенциал»', () => {
  for (const [position, { segment, potential }] of facts.entries()) {
    const of = analysis.segments.clients[position];
    expect(segment).toEqual({
      volumeClass: analysis.clients[position]?.volumeClass,
      letter: of?.letter,
      effective: of?.effective,
      model: 'potential',
      xyz: of?.xyz,
      budgetShare: of?.budgetShare,
      headroom: of?.headroom,
    });
    expect(potential).toEqual(of?.potential);
  }
  expect(facts.filter(({ potential }) => potential !== null).length).toBeGreaterThan(20);
});

test('key clients are those of «Ключевые клиенты», with the same reasons', () => {
  const key = facts.filter(({ isKey }) => isKey).map(({ position, keyReasons }) => [position, keyReasons]);
  expect(key).toEqual(analysis.dependency.keyClients.map(({ client, reasons }) => [client, reasons]));
  expect(key.length).toBeGreaterThan(1);
});

test('clients whose start nobody knows are those that «Здоровье базы» leaves out', () => {
  const unknown = facts.filter(({ sales }) => sales?.startUnknown === true).length;
  expect(unknown).toBe(health.seconds.unknownStart);
  expect(unknown).toBeGreaterThan(0);
  expect(unknown).toBeLessThan(facts.length);
});

test('months of all clients are the trend of «Здоровье базы»; those of the period make its revenue', () => {
  for (const [slot, { year, month, revenue }] of health.months.entries()) {
    const sum = facts.reduce((total, { months }) => addMoney(total, months?.[slot]?.revenue ?? ZERO), ZERO);
    expect(facts[0]?.months?.[slot]).toMatchObject({ year, month });
    expect(sum).toBe(revenue);
  }
  expect(health.months).toHaveLength(24);
  for (const { months, sales } of facts) {
    const ofPeriod = (months ?? []).slice(-period.months);
    expect(ofPeriod.reduce((total, { revenue }) => addMoney(total, revenue), ZERO)).toBe(sales?.revenue);
  }
});

test('goods: what is bought and what is not make the groups of the base, products bring what their rows say', () => {
  const { group, product } = ctx.reading.ledger;
  for (const { assortment, sales } of facts) {
    expect(assortment).toMatchObject({ unit: 'group', topUnit: 'product', inBase: group?.names.length });
    const { bought = 0, inBase = 0, notBought = [] } = assortment ?? {};
    expect(notBought).toHaveLength(Math.min(5, inBase - bought));
    const shares = (assortment?.top ?? []).map(({ share }) => share ?? 0);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    if ((sales?.revenue ?? 0) <= 0) expect(assortment?.top.every(({ share }) => share === null)).toBe(true);
  }
  for (const position of [0, 1, 7, 30]) {
    const client = analysis.clients[position]?.index ?? -1;
    const [top] = facts[position]?.assortment?.top ?? [];
    const revenueOf = (name: string) =>
      sumOfRows(ctx.reading.ledger, client, (row) => product?.names[product.codes[row] ?? -1] === name);
    expect(top?.revenue).toBe(Math.max(...(product?.names ?? []).map(revenueOf)));
    expect(top?.revenue).toBe(revenueOf(top?.name ?? ''));
  }
});

test('breadth in products of «Здоровье базы» is never below the groups', () => {
  for (const [position, { assortment }] of facts.entries())
    expect(health.clients[position]?.breadth).toBeGreaterThanOrEqual(assortment?.bought ?? Infinity);
});

test('the largest purchase is at least the average one', () => {
  for (const { purchases, sales } of facts) {
    expect(purchases.length).toBe(Math.min(3, sales?.purchaseDays ?? 0));
    if (!sales?.averageOrder) continue;
    expect(purchases[0]?.amount).toBeGreaterThanOrEqual(sales.averageOrder);
    expect(purchases.every(({ document, day }) => document !== null && day !== null)).toBe(true);
  }
});

test('open and won deals of all clients are those of «Сделки» that name a client of the sales', () => {
  const known = new Set<string | null>(clients);
  const ofClients = (deals: typeof ctx.deals.open) => deals.filter(({ client }) => known.has(client));
  expect(facts.flatMap(({ deals }) => deals.open).length).toBe(ofClients(ctx.deals.open).length);
  const sum = (pick: (each: DossierFacts) => number) => facts.reduce((total, each) => total + pick(each), 0);
  const won = ofClients(ctx.deals.all.filter(({ outcome }) => outcome === 'won'));
  expect(sum(({ deals }) => deals.wonSum.deals)).toBe(won.length);
  expect(units(sum(({ deals }) => deals.wonSum.amount))).toBe(
    won.reduce((total, { amount }) => addMoney(total, amount), ZERO),
  );
  expect(won.length).toBeGreaterThan(5);
});

test('ИНН is told of clients that have one, of others it is not made of their name', () => {
  for (const { taxId, key } of facts) expect(taxId).toBe(/^\d{10}(\d\d)?$/.test(key) ? key : null);
  expect(facts.filter(({ taxId }) => taxId === null).length).toBeGreaterThan(0);
  expect(facts[0]?.taxId).not.toBeNull();
});

test('every client that ever bought has a place', () => {
  for (const { places, sales } of facts) expect(places?.count).toBe(sales?.first === null ? 0 : 1);
});

test('those on the list of budgets that never bought have their potential and nothing of the sales', () => {
  const [prospect] = analysis.segments.prospects;
  if (!prospect) throw new Error('The sample has prospects');
  const told = complete(dossierFacts(ctx, [prospect.key])).get(prospect.key);
  expect(told).toMatchObject({
    position: null,
    name: prospect.name,
    potential: prospect.potential,
    sales: null,
  });
});
