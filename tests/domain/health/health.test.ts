import fc from '../../support/fastCheck';
import { analyse } from '../../../src/domain/analyse';
import type { Analysis } from '../../../src/domain/analysis';
import type { Entries } from '../../../src/domain/entries';
import { NO_ENTRIES } from '../../../src/domain/entries';
import { QUESTIONS, STATUSES } from '../../../src/domain/health/types';
import type { Health, QuestionKey } from '../../../src/domain/health/types';
import type { ClientKey } from '../../../src/domain/sales/types';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import type { Settings } from '../../../src/domain/settings';
import { isoDate } from '../../../src/domain/shared/dates';
import type { ExcelSerial } from '../../../src/domain/shared/dates';
import { complete } from '../../../src/domain/shared/steps';
import { DEFAULT_THRESHOLDS } from '../../../src/domain/thresholds';
import type { Thresholds } from '../../../src/domain/thresholds';
import { day, readingOf, roubles } from '../../support/ledger';
import type { Sale } from '../../support/ledger';

const key = (name: string) => name as ClientKey;

/** `'Ромашка 2025-01-31 500'`, and maybe an item: one line of sales. */
function sales(...lines: readonly string[]): Sale[] {
  return lines.map((line) => {
    const [client = '', date = '', amount = '', product] = line.split(' ');
    return { client, date, amount: roubles(Number(amount)), ...(product === undefined ? {} : { product }) };
  });
}

function analysed(
  lines: readonly Sale[],
  {
    entries,
    thresholds,
    ...settings
  }: Partial<Omit<Settings, 'thresholds'>> & {
    readonly entries?: Partial<Entries>;
    readonly thresholds?: Partial<Thresholds>;
  } = {},
): Analysis {
  const all = { ...DEFAULT_SETTINGS, ...settings, thresholds: { ...DEFAULT_THRESHOLDS, ...thresholds } };
  return complete(analyse(readingOf(lines), all, null, { ...NO_ENTRIES, ...entries }));
}

function healthOf(...args: Parameters<typeof analysed>): Health {
  const { health } = analysed(...args);
  if (!health) throw new Error('No health without dates');
  return health;
}

function clientOf({ clients, health }: Analysis, name: string) {
  return health?.clients[clients.findIndex((client) => client.name === name)];
}

/** The file spans two years up to the end of 2025; its first client buys all the time. */
const TWO_YEARS = sales(
  ...['2024-01-01', '2024-07-01', '2025-01-01', '2025-06-15', '2025-12-31'].map(
    (date) => `Опора ${date} 100`,
  ),
);

test('without dates there is no health', () => {
  expect(analysed([{ client: 'А', amount: 1 }]).health).toBeNull();
});

describe('the rhythm of a client', () => {
  const analysis = analysed([
    ...TWO_YEARS,
    ...sales('Ритм 2025-01-10 10', 'Ритм 2025-02-09 10', 'Ритм 2025-03-11 10', 'Ритм 2025-11-06 40'),
    ...sales('Ритм 2025-11-06 -5', 'Частый 2025-12-01 1', 'Частый 2025-12-03 1', 'Частый 2025-12-05 1'),
    ...sales('Двое 2025-01-10 7', 'Двое 2025-04-10 7'),
  ]);

  it('is the median interval of its days, and expects the next order', () => {
    expect(clientOf(analysis, 'Ритм')).toMatchObject({
      purchaseDays: 4,
      second: day('2025-02-09'),
      medianInterval: 30,
      rhythm: 30,
      basis: 'own',
      limits: { active: 45, cooling: 60, sleeping: 90 },
      expectedNext: day('2025-12-06'),
      status: 'cooling',
    });
  });

  it('is at least the floor', () => {
    expect(clientOf(analysis, 'Частый')).toMatchObject({
      medianInterval: 2,
      rhythm: 14,
      expectedNext: day('2025-12-19'),
    });
  });

  it('is unknown with too few dates: the limits of the type of sales hold', () => {
    expect(clientOf(analysis, 'Двое')).toMatchObject({
      interval: 90,
      medianInterval: null,
      rhythm: null,
      basis: 'type',
      limits: { active: 90, cooling: 120, sleeping: 180 },
      expectedNext: null,
      status: 'lost',
    });
  });

  it('puts the money of an average year at risk while the client can be kept', () => {
    const years = 355 / 365;
    expect(years).toBeLessThan(1);
    expect(clientOf(analysis, 'Ритм')).toMatchObject({
      yearlyRevenue: roubles(65),
      moneyAtRisk: roubles(65),
    });
    expect(clientOf(analysis, 'Двое')).toMatchObject({ yearlyRevenue: roubles(14), moneyAtRisk: null });
    expect(clientOf(analysis, 'Опора')?.yearlyRevenue).toBe(
      roubles(Math.round((500 / (730 / 365)) * 1e4) / 1e4),
    );
    expect(analysis.health?.moneyAtRisk).toBe(roubles(65));
  });

  it('orders those to win back by money', () => {
    expect(analysis.health?.atRisk.map((position) => analysis.clients[position]?.name)).toEqual([
      'Ритм',
      'Двое',
    ]);
  });
});

describe('second purchases to first ones', () => {
  const lines = [
    ...TWO_YEARS,
    ...sales('Сначала 2024-06-30 1', 'Сначала 2024-08-01 1'),
    ...sales('Летний 2024-07-01 1', 'Летний 2025-02-01 1', 'Летний 2025-03-01 1'),
    ...sales('Весенний 2025-03-01 1', 'Весенний 2025-03-01 5', 'Весенний 2025-06-01 1'),
    ...sales('Разовый 2025-04-01 1', 'Новый 2025-12-01 1', 'Новый 2025-12-11 1'),
    ...sales('Медленный 2025-01-05 1', 'Медленный 2025-12-05 1'),
  ];

  it('count only clients whose start is known, and other days', () => {
    expect(healthOf(lines).seconds).toMatchObject({
      knownFrom: day('2024-07-01'),
      unknownStart: 2,
      // Весенний, Разовый, Новый, Медленный; and of the seconds also Летний.
      firstEver: 4,
      secondEver: 4,
      ratio: 1,
      // At least 180 days old: Летний (215 days), Весенний (92), Разовый (never), Медленный (334).
      cohort: 4,
      cohortReturned: 1,
      cohortRatio: 0.25,
    });
  });

  it('follow W and the months of the start', () => {
    expect(healthOf(lines, { thresholds: { secondWindow: 215 } }).seconds).toMatchObject({
      cohort: 4,
      cohortReturned: 2,
    });
    expect(healthOf(lines, { thresholds: { startMonths: 0 } }).seconds.unknownStart).toBe(0);
    expect(healthOf(lines, { thresholds: { startMonths: 24 } }).seconds).toMatchObject({
      firstEver: 0,
      ratio: null,
      cohortRatio: null,
    });
  });
});

describe('the period against the one before', () => {
  const lines = [
    ...TWO_YEARS,
    ...sales('Растёт 2024-03-01 100', 'Растёт 2025-03-01 130'),
    ...sales('Ушёл 2024-03-01 50', 'Новый 2025-08-01 80', 'Новый 2025-09-01 -10'),
  ];

  it('is bridged by cause', () => {
    expect(healthOf(lines).bridge).toMatchObject({
      before: roubles(350),
      new: roubles(70),
      reactivated: 0,
      expansion: roubles(130),
      contraction: 0,
      lost: roubles(-50),
      now: roubles(500),
    });
  });

  it('knows who bought before the file reached that far back as reactivated', () => {
    const { bridge } = healthOf([...lines, ...sales('Вернулся 2023-05-01 5', 'Вернулся 2025-05-01 7')]);
    expect(bridge).toMatchObject({ reactivated: roubles(7), clients: { reactivated: 1 } });
  });

  it('tells the part of clients who bought before', () => {
    const { existingPart, existingRevenue } = healthOf(lines);
    expect(existingRevenue).toBe(roubles(430));
    expect(existingPart).toBeCloseTo(430 / 500, 12);
  });

  it('counts orders, buyers and months of both', () => {
    const { activity, activityBefore, frequency } = healthOf(lines);
    expect(activity).toMatchObject({ orders: 5, buyers: 3, months: 12, averageOrder: roubles(102) });
    expect(activityBefore).toMatchObject({ orders: 4, buyers: 3, months: 12, averageOrder: roubles(87.5) });
    expect(frequency).toBeCloseTo(5 / 3 / 12, 12);
  });

  it('is not there in a file of one year', () => {
    const { retention, bridge, existingPart, activityBefore } = healthOf(
      sales('А 2025-01-01 1', 'А 2025-12-31 1'),
    );
    expect([retention, bridge, existingPart, activityBefore]).toEqual([null, null, null, null]);
  });
});

describe('the assortment', () => {
  const lines = sales(
    'А 2024-01-01 1 Чай',
    'А 2025-01-10 1 Чай',
    'А 2025-02-10 1 Чай',
    'А 2025-02-10 1 Кофе',
    'А 2025-02-11 -1 Какао',
    'Б 2025-12-31 1 Соль',
  );

  it('is the mean number of distinct items that a buyer bought', () => {
    const { breadth, activityBefore } = healthOf(lines);
    expect(breadth).toBe(1.5);
    expect(activityBefore?.breadth).toBe(1);
    expect(clientOf(analysed(lines), 'А')?.breadth).toBe(2);
  });

  it('is held to the must-list, texts folded', () => {
    const entries = { mustList: ['  ЧАЙ', 'чай', 'Соль', 'Мёд', ''] };
    const health = healthOf(lines, { entries });
    expect(health.mustList).toEqual({ items: 3, unknown: 1, bought: 2 });
    expect(health.mustListShare).toBeCloseTo(1 / 3, 12);
    expect(clientOf(analysed(lines, { entries }), 'Б')?.mustListShare).toBeCloseTo(1 / 3, 12);
  });

  it('is unknown without a column of products, and the must-list without items', () => {
    expect(healthOf(TWO_YEARS, { entries: { mustList: ['Чай'] } })).toMatchObject({
      breadth: null,
      mustList: null,
    });
    expect(healthOf(lines, { entries: { mustList: [' '] } }).mustListShare).toBeNull();
  });
});

test('those contacted count as won back once they have bought on a later day', () => {
  const contactedOn = new Map([
    [key('Вернулся'), day('2025-10-01')],
    [key('Молчит'), day('2025-10-01')],
    [key('Тотже'), day('2025-10-01')],
    [key('Поздно'), day('2025-12-31')],
    [key('Неизвестный'), day('2025-10-01')],
  ]);
  const lines = [
    ...TWO_YEARS,
    ...sales('Вернулся 2024-03-01 1', 'Вернулся 2025-10-02 1', 'Молчит 2024-03-01 1'),
    ...sales('Тотже 2025-10-01 1', 'Поздно 2024-03-01 1'),
  ];
  expect(healthOf(lines, { entries: { contactedOn } })).toMatchObject({
    contacted: 3,
    reactivated: 1,
    awaited: 1,
  });
});

test('months without sales are points of zeros, and a client that skipped one has returned', () => {
  const { months } = healthOf(
    sales('А 2025-10-05 10', 'А 2025-10-06 10', 'Б 2025-10-05 4', 'А 2025-12-01 9', 'Б 2025-12-01 -4'),
  );
  expect(
    months.map(({ year, month, revenue, ...rest }) => ({ at: `${year}-${month}`, revenue, ...rest })),
  ).toEqual([
    {
      at: '2025-10',
      revenue: roubles(24),
      orders: 3,
      active: 2,
      first: 2,
      retained: 0,
      returned: 0,
      averageOrder: roubles(8),
    },
    {
      at: '2025-11',
      revenue: 0,
      orders: 0,
      active: 0,
      first: 0,
      retained: 0,
      returned: 0,
      averageOrder: null,
    },
    {
      at: '2025-12',
      revenue: roubles(5),
      orders: 1,
      active: 1,
      first: 0,
      retained: 0,
      returned: 1,
      averageOrder: roubles(9),
    },
  ]);
});

describe('the eight questions', () => {
  const answers = (health: Health) =>
    Object.fromEntries(health.questions.map(({ key, answer, by }) => [key, `${answer} ${by ?? ''}`.trim()]));
  const lines = [
    ...TWO_YEARS,
    ...sales('Малый 2024-03-01 5', 'Малый 2025-03-01 4', 'Ушёл 2024-03-01 30', 'Новый 2025-08-01 1000'),
  ];

  it('are answered from data', () => {
    const health = healthOf(lines);
    expect(answers(health)).toEqual({
      existingSellMore: 'no data',
      budgetLarger: 'unknown',
      existingFall: 'no data',
      orderTakers: 'yes data',
      leaveForGood: 'yes data',
      orderCouldGrow: 'yes data',
      reacting: 'unknown',
      shrinking: 'yes data',
    });
    const numbers = (key: QuestionKey) => health.questions.find((each) => each.key === key)?.numbers;
    expect(numbers('existingFall')?.['nrr']).toBeCloseTo(304 / 235, 12);
    expect(numbers('leaveForGood')).toEqual({ left: 1, returned: 0 });
    expect(numbers('shrinking')).toEqual({ buyers: 3, before: 3 });
    expect(numbers('orderTakers')).toEqual({ clients: 1, before: roubles(5), now: roubles(4) });
    // Average orders of 100, 4 and 1000: the upper quarter begins at 550; the mean order is 1304 ÷ 5.
    expect(numbers('orderCouldGrow')).toEqual({ averageOrder: roubles(260.8), peers: roubles(550) });
  });

  it('take what people answered only where data say nothing', () => {
    const typed = new Map(QUESTIONS.map((question) => [question as string, 'no' as const]));
    expect(answers(healthOf(lines, { entries: { answers: typed } }))).toMatchObject({
      budgetLarger: 'no people',
      reacting: 'no people',
      shrinking: 'yes data',
    });
  });

  it('know the potential of those it was given for', () => {
    const facts = {
      budget: roubles(400),
      ourShare: null,
      drivers: null,
      norm: null,
      segment: null,
      assessedOn: null,
    };
    const health = healthOf(lines, { entries: { potentials: new Map([[key('Опора'), facts]]) } });
    expect(health.questions.find((each) => each.key === 'budgetLarger')).toMatchObject({
      answer: 'yes',
      numbers: { headroom: roubles(100), known: 1, unknown: 2 },
    });
  });
});

describe('laws', () => {
  const line = fc.record({
    client: fc.constantFrom('А', 'Б', 'В', 'Г', 'Д', 'Е'),
    date: fc
      .integer({ min: day('2022-06-01'), max: day('2025-12-31') })
      .map((serial) => isoDate(serial as ExcelSerial)),
    amount: fc.integer({ min: -50_000, max: 100_000 }),
    product: fc.constantFrom('Чай', 'Кофе', 'Соль'),
    manager: fc.constantFrom('Иванова', 'Петров'),
  });
  const ledgers = fc.array(line, { minLength: 1, maxLength: 60 });
  const contactedOn = new Map([[key('А'), day('2025-03-01')]]);

  it('the statuses part the clients that ever bought', () => {
    fc.assert(
      fc.property(ledgers, (lines) => {
        const { clients, health } = analysed(lines);
        const bought = clients.filter(({ last }) => last !== null).length;
        expect(STATUSES.reduce((total, status) => total + (health?.statuses[status] ?? 0), 0)).toBe(bought);
        expect(health?.clients.filter(({ status }) => status !== null)).toHaveLength(bought);
      }),
    );
  });

  it('the bridge adds up and ends in the revenue of the period', () => {
    fc.assert(
      fc.property(ledgers, (lines) => {
        const { clients, health } = analysed(lines);
        if (!health?.bridge) return;
        const { before, now, new: fresh, reactivated, expansion, contraction, lost } = health.bridge;
        expect(before + fresh + reactivated + expansion + contraction + lost).toBe(now);
        expect(now).toBe(clients.reduce((total, { revenue }) => total + revenue, 0));
      }),
    );
  });

  it('the order of rows does not matter', () => {
    const byName = ({ clients, health, team }: Analysis) => ({
      health: { ...health, clients: null, atRisk: health?.atRisk.map((position) => clients[position]?.name) },
      clients: clients.map(({ name }, position) => [name, health?.clients[position]]),
      team,
    });
    fc.assert(
      fc.property(ledgers, (lines) => {
        const entries = { contactedOn, mustList: ['Чай', 'Соль'] };
        expect(byName(analysed([...lines].reverse(), { entries }))).toEqual(
          byName(analysed(lines, { entries })),
        );
      }),
    );
  });

  it('a shorter own rhythm never makes a client more active', () => {
    const order = ['active', 'cooling', 'sleeping', 'lost'];
    fc.assert(
      fc.property(ledgers, (lines) => {
        const slow = healthOf(lines, { thresholds: { rhythmFloor: 60 } });
        const fast = healthOf(lines, { thresholds: { rhythmFloor: 14 } });
        slow.clients.forEach(({ status }, position) => {
          const other = fast.clients[position]?.status ?? null;
          if (status !== null && other !== null)
            expect(order.indexOf(other)).toBeGreaterThanOrEqual(order.indexOf(status));
        });
      }),
    );
  });
});
