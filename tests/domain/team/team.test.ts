import { analyse } from '../../../src/domain/analyse';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import type { Settings } from '../../../src/domain/settings';
import { isoDate } from '../../../src/domain/shared/dates';
import type { ExcelSerial } from '../../../src/domain/shared/dates';
import { complete } from '../../../src/domain/shared/steps';
import type { Team } from '../../../src/domain/team/types';
import { day, readingOf, roubles } from '../../support/ledger';
import type { Sale } from '../../support/ledger';

const AS_OF = '2025-12-31';

/** Purchases of one client every so many days, the last of them on the as-of date or before. */
function every(interval: number, client: string, amount = 100, purchases = 5): Sale[] {
  return Array.from({ length: purchases }, (_, i) => ({
    client,
    amount: roubles(amount),
    date: isoDate((day(AS_OF) - interval * i) as ExcelSerial),
  }));
}

const clients = (count: number, sales: (client: string) => Sale[]) =>
  Array.from({ length: count }, (_, i) => sales(`Клиент ${i}`)).flat();

/** The file reaches back three years. */
const longAgo: Sale = { client: 'Старый', amount: roubles(1), date: '2023-01-10' };

function teamOf(sales: readonly Sale[], settings: Partial<Settings> = {}): Team | null {
  return complete(analyse(readingOf(sales), { ...DEFAULT_SETTINGS, ...settings }, null)).team;
}

test.each([
  ['transactional', 31],
  ['mixed', 32],
  ['mixed', 62],
  ['consultative', 63],
] as const)('sales are %s when clients buy every %d days', (type, interval) => {
  const team = teamOf([longAgo, ...clients(12, (client) => every(interval, client))]);
  expect(team).toMatchObject({
    detected: type,
    type,
    isConfirmed: false,
    medianInterval: interval,
    rhythmic: 12,
  });
});

test('a single old client that bought once does not make project sales', () => {
  const old: Sale = { client: 'Старый', amount: roubles(1), date: '2023-01-10' };
  expect(teamOf([old, ...clients(12, (client) => every(20, client))])).toMatchObject({
    detected: 'transactional',
    oldClients: 1,
    singlePart: 1,
  });
});

test('most old clients that bought once make project sales, whatever the rhythm of the others', () => {
  const once = (client: string): Sale[] => [{ client, amount: roubles(5), date: '2023-05-05' }];
  const rhythmic = clients(3, (client) => every(20, client)).map((sale) => ({
    ...sale,
    client: `${sale.client}б`,
  }));
  expect(teamOf([...clients(12, once), ...rhythmic])).toMatchObject({
    detected: 'project',
    oldClients: 12,
    oldSingles: 12,
    singlePart: 1,
  });
});

test('a base without a class of most of the revenue is a portfolio', () => {
  const sales = [
    longAgo,
    ...every(20, 'Частый', 100),
    ...every(50, 'Средний', 100),
    ...every(90, 'Редкий', 100, 4),
    ...clients(10, (client) => [{ client, amount: roubles(1), date: '2025-06-01' }]),
  ];
  const team = teamOf(sales);
  expect(team?.detected).toBe('portfolio');
  const { transactional, mixed, consultative } = team?.revenueByInterval ?? {};
  expect([transactional, mixed, consultative].map((part) => Math.round((part ?? NaN) * 1410))).toEqual([
    500, 500, 400,
  ]);
});

test.each([
  ['eleven months', clients(12, (client) => every(30, client, 100, 11)), {}],
  ['nine clients', [longAgo, ...clients(8, (client) => every(30, client))], {}],
  ['nobody with three days of purchase', [longAgo, ...clients(12, (client) => every(30, client, 1, 2))], {}],
])('%s are too little data', (_, sales) => {
  expect(teamOf(sales)).toMatchObject({ detected: 'unknown', type: 'unknown' });
});

test('the type that the user confirms wins over what was detected', () => {
  const choices = { ...DEFAULT_SETTINGS.choices, salesType: 'project' as const };
  const team = teamOf([longAgo, ...clients(12, (client) => every(20, client))], { choices });
  expect(team).toMatchObject({ detected: 'transactional', type: 'project', isConfirmed: true });
});

test('without dates nothing is known', () => {
  expect(teamOf([{ client: 'А', amount: 1 }])).toBeNull();
});

test('six managers have a manager’s worth of routine, for two people', () => {
  const sales = ['а', 'б', 'в', 'г', 'д', 'е'].flatMap((manager) =>
    every(30, `Клиент ${manager}`).map((sale) => ({ ...sale, manager })),
  );
  const team = teamOf(sales);
  expect(team).toMatchObject({ managers: 6, assistantsNeeded: 2 });
  expect(team?.managersFreed).toBeCloseTo(1.2, 12);
});
