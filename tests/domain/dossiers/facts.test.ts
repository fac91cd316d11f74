import fc from '../../support/fastCheck';
import type { Analysis } from '../../../src/domain/analysis';
import { analyse } from '../../../src/domain/analyse';
import { disguiseOf } from '../../../src/domain/disguise/disguise';
import { disguisedReading, disguisedUnderstanding } from '../../../src/domain/disguise/disguisedReading';
import { EMPTY_ROSTER } from '../../../src/domain/disguise/roster';
import { dossierFacts } from '../../../src/domain/dossiers/facts';
import type { DossierFacts } from '../../../src/domain/dossiers/factTypes';
import type { KeyMark } from '../../../src/domain/entries';
import type { ClientKey } from '../../../src/domain/sales/types';
import { complete } from '../../../src/domain/shared/steps';
import { dealList } from '../../support/deals';
import { day, readingOf, roubles } from '../../support/ledger';
import type { Sale } from '../../support/ledger';
import { contextOf } from '../../support/reportContext';
import { budgetsOf, factsOf } from '../../support/segments';

const key = (name: string) => name as ClientKey;

/** Columns of a table of sales, parted by spaces; `-` is blank, money in roubles. */
function table(heading: string, ...lines: readonly string[]): Sale[] {
  const columns = heading.split(/\s+/);
  return lines.map((line) => {
    const cells = line.trim().split(/\s+/);
    const given = columns.flatMap((column, at) => {
      const cell = cells[at] ?? '-';
      const isMoney = column === 'amount' || column === 'profit';
      return cell === '-' ? [] : [[column, isMoney ? roubles(Number(cell)) : cell]];
    });
    return { client: '', amount: 0, ...(Object.fromEntries(given) as Partial<Sale>) };
  });
}

function factsIn(
  sales: readonly Sale[],
  clients: readonly string[],
  changes: Parameters<typeof contextOf>[1] = {},
): ReadonlyMap<ClientKey, DossierFacts> {
  return complete(dossierFacts(contextOf(sales, changes), clients.map(key)));
}

function factsAbout(
  ...[sales, client, changes]: [readonly Sale[], string, Parameters<typeof contextOf>[1]?]
) {
  const facts = factsIn(sales, [client], changes).get(key(client));
  if (!facts) throw new Error(`Nothing about ${client}`);
  return facts;
}

/** Two full years. Мак keeps the file long and buys everything but the tea. */
const TWO_YEARS = table(
  'client  date        amount document manager product  group     region   profit',
  'Мак     2024-01-01  100    1        Петров  Кофе     Напитки   Тверь    10',
  'Роза    2024-02-10  500    2        Петров  Чай      Напитки   Тверь    50',
  'Роза    2025-03-05  600    3        Петров  Чай      Напитки   Тверь    60',
  'Роза    2025-03-05  200    3        Петров  Торт     Сладости  Клин     -',
  'Роза    2025-06-05  400    4        Иванова Чай      Напитки   Клин     120',
  'Роза    2025-06-15  -300   5        Петров  Чай      Напитки   Клин     -40',
  'Мак     2025-07-01  90     6        Петров  Кофе     Напитки   Тверь    10',
  'Мак     2025-08-01  80     7        Петров  Соль     Приправы  Тверь    10',
  'Мак     2025-12-31  50     8        Петров  Торт     Сладости  Тверь    10',
);

describe('what a dossier takes from the sales', () => {
  const rose = factsAbout(TWO_YEARS, 'Роза');

  test('revenue of the period and of the one before, their difference, the place in the base', () => {
    // 600 + 200 + 400 − 300 = 900 of 900 + 220.
    expect(rose.sales).toMatchObject({
      revenue: roubles(900),
      previous: roubles(500),
      change: roubles(400),
      changePart: 0.8,
      share: 900 / 1120,
      rank: 1,
      ownFlag: 'mono',
      flag: 'mono',
    });
    expect(rose).toMatchObject({
      position: 0,
      name: 'Роза',
      isKey: true,
      keyReasons: ['share'],
      manager: 'Петров',
    });
  });

  test('orders of the period and their mean; the days of all purchases', () => {
    // Orders of 800 and 400; the return is none. Days 2024-02-10, 2025-03-05, 2025-06-05: intervals of 389 and 92.
    expect(rose.sales).toMatchObject({
      orders: 2,
      averageOrder: roubles(600),
      first: day('2024-02-10'),
      last: day('2025-06-05'),
      daysSince: 209,
      purchaseDays: 3,
      interval: 240.5,
      rhythm: 240.5,
      expectedNext: day('2025-06-05') + 241,
      status: 'active',
      startUnknown: true,
      years: 22 / 12,
    });
  });

  test('groups bought of those of the base, the products that bring most, what others buy and it does not', () => {
    expect(rose.assortment).toEqual({
      unit: 'group',
      bought: 2,
      inBase: 3,
      topUnit: 'product',
      top: [
        { name: 'Чай', revenue: roubles(700), share: 700 / 900 },
        { name: 'Торт', revenue: roubles(200), share: 200 / 900 },
      ],
      notBought: ['Приправы'],
    });
  });

  test('where it buys, by revenue', () => {
    // Тверь 500 + 600; Клин 200 + 400 − 300.
    expect(rose.places).toEqual({ names: ['Тверь', 'Клин'], count: 2 });
  });

  test('profit of the rows that tell it, and how many do not', () => {
    // 60 + 120 − 40 on 600 + 400 − 300.
    expect(rose.profit).toEqual({ profit: roubles(140), margin: 0.2, rowsWithout: 1 });
  });

  test('its months up to the as-of date, empty ones as zeros', () => {
    const months = rose.months ?? [];
    expect(months).toHaveLength(24);
    expect(months[0]).toEqual({ year: 2024, month: 1, revenue: 0 });
    expect(months.at(-1)).toEqual({ year: 2025, month: 12, revenue: 0 });
    expect(months.filter(({ revenue }) => revenue !== 0)).toEqual([
      { year: 2024, month: 2, revenue: roubles(500) },
      { year: 2025, month: 3, revenue: roubles(800) },
      { year: 2025, month: 6, revenue: roubles(100) },
    ]);
  });

  test('its largest purchases of the whole file', () => {
    expect(rose.purchases).toEqual([
      { day: day('2025-03-05'), amount: roubles(800), document: '3' },
      { day: day('2024-02-10'), amount: roubles(500), document: '2' },
      { day: day('2025-06-05'), amount: roubles(400), document: '4' },
    ]);
  });

  test('classes: by volume while no potential is known', () => {
    expect(rose.segment).toMatchObject({
      volumeClass: 'A',
      letter: null,
      effective: 'A',
      model: 'volume',
      budgetShare: null,
      headroom: null,
    });
    expect(rose.potential).toBeNull();
  });

  test('the potential, with our share of it and what is left', () => {
    const known = factsAbout(TWO_YEARS, 'Роза', {
      entries: {
        potentials: factsOf({ Роза: { budget: 3600, assessedOn: day('2025-12-01') } }),
        overrides: new Map([[key('Роза'), 'D']]),
      },
    });
    expect(known.potential).toEqual({
      amount: roubles(3600),
      method: 'budget',
      assessedOn: day('2025-12-01'),
    });
    expect(known.segment).toMatchObject({
      volumeClass: 'A',
      letter: 'A',
      effective: 'D',
      model: 'potential',
      budgetShare: 0.25,
      headroom: roubles(2700),
    });
  });
});

test('nothing after the as-of date counts anywhere', () => {
  const before = factsAbout(TWO_YEARS.slice(0, 4), 'Роза');
  const ctx = contextOf(TWO_YEARS);
  const asOf = day('2025-03-05');
  const analysis = complete(analyse(ctx.reading, ctx.settings, asOf, ctx.entries));
  const facts = complete(dossierFacts({ ...ctx, analysis }, [key('Роза')])).get(key('Роза'));
  expect(facts?.sales?.last).toBe(asOf);
  expect(facts?.months).toEqual(before.months);
  expect(facts?.purchases).toEqual(before.purchases);
  expect(facts?.places).toEqual({ names: ['Тверь', 'Клин'], count: 2 });
  expect(facts?.months?.at(-1)).toEqual({ year: 2025, month: 3, revenue: roubles(800) });
});

test('no more than five products, things not bought and places are named, equals by name', () => {
  const letters = ['А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж'];
  const sales = letters.flatMap((letter) =>
    table(
      'client  date        amount product      region',
      `Роза    2025-03-05  10     ${letter}    ${letter}`,
      `Мак     2025-03-05  10     ${letter}${letter} -`,
    ),
  );
  const { assortment, places } = factsAbout(sales, 'Роза');
  expect(assortment).toMatchObject({ unit: 'product', bought: 7, inBase: 14 });
  expect(assortment?.top.map(({ name }) => name)).toEqual(['А', 'Б', 'В', 'Г', 'Д']);
  expect(assortment?.notBought).toEqual(['АА', 'ББ', 'ВВ', 'ГГ', 'ДД']);
  expect(places).toEqual({ names: ['А', 'Б', 'В', 'Г', 'Д'], count: 7 });
});

test('of equal products the first by name is told first, wherever it stands in the sheet', () => {
  const sales = table('client date amount product', 'Роза 2025-03-05 10 Чай', 'Роза 2025-03-05 10 Кофе');
  expect(factsAbout(sales, 'Роза').assortment?.top.map(({ name }) => name)).toEqual(['Кофе', 'Чай']);
});

test('what others buy and the client does not: the base’s largest first, of this period only', () => {
  const sales = table(
    'client date       amount group',
    'Мак    2024-01-01 900    Старое',
    'Роза   2024-06-01 900    Прежнее',
    'Роза   2025-03-05 10     Напитки',
    'Мак    2025-03-06 10     Быт',
    'Мак    2025-03-07 30     Сладости',
    'Мак    2025-03-08 -5     Возвраты',
    'Мак    2025-12-31 20     Приправы',
  );
  expect(factsAbout(sales, 'Роза').assortment).toMatchObject({
    bought: 1,
    inBase: 4,
    notBought: ['Сладости', 'Приправы', 'Быт'],
  });
});

test('of equal purchases the earlier ones are told, of one day those with the lower number', () => {
  const sales = table(
    'client date       amount document',
    'Роза   2025-03-09 10     6',
    'Роза   2025-03-07 10     8',
    'Роза   2025-03-07 10     7',
    'Роза   2025-03-05 10     9',
    'Роза   2025-03-10 5      5',
  );
  expect(factsAbout(sales, 'Роза').purchases.map(({ document }) => document)).toEqual(['9', '7', '8']);
});

test('growth from nothing, or from returns, has no part', () => {
  const sales = table(
    'client date       amount',
    'Мак    2024-01-01 10',
    'Роза   2024-03-05 -10',
    'Роза   2025-03-05 30',
    'Ирис   2025-03-05 30',
    'Мак    2025-12-31 10',
  );
  expect(factsAbout(sales, 'Роза').sales).toMatchObject({ change: roubles(40), changePart: null });
  expect(factsAbout(sales, 'Ирис').sales).toMatchObject({
    previous: 0,
    change: roubles(30),
    changePart: null,
  });
});

test('a source with groups only tells the groups that bring most', () => {
  const sales = table(
    'client date amount group',
    'Роза 2025-03-05 10 Сладости',
    'Роза 2025-03-06 30 Напитки',
  );
  expect(factsAbout(sales, 'Роза').assortment).toMatchObject({
    unit: 'group',
    topUnit: 'group',
    top: [
      { name: 'Напитки', revenue: roubles(30), share: 0.75 },
      { name: 'Сладости', revenue: roubles(10), share: 0.25 },
    ],
    notBought: [],
  });
});

test('a thing sent back in full by the base is no hint', () => {
  const sales = table(
    'client date       amount group',
    'Роза   2025-03-05 10     Напитки',
    'Мак    2025-03-06 30     Сладости',
    'Мак    2025-03-07 -30    Сладости',
  );
  expect(factsAbout(sales, 'Роза').assortment).toMatchObject({ bought: 1, inBase: 2, notBought: [] });
});

test('without products, regions, documents, managers and profit these are unknown, the rest is not', () => {
  const facts = factsAbout(table('client date amount', 'Роза 2025-03-05 10', 'Мак 2025-03-06 30'), 'Роза');
  expect(facts).toMatchObject({ assortment: null, places: null, profit: null, manager: null, holding: null });
  expect(facts.purchases).toEqual([{ day: day('2025-03-05'), amount: roubles(10), document: null }]);
  expect(facts.sales).toMatchObject({ revenue: roubles(10), previous: null, change: null, changePart: null });
});

test('without dates everything is the period, and what needs a day is unknown', () => {
  const sales = table('client amount product', 'Роза 10 Чай', 'Роза 30 Кофе', 'Мак 5 Соль');
  const facts = factsAbout(sales, 'Роза');
  expect(facts.sales).toEqual({
    revenue: roubles(40),
    previous: null,
    change: null,
    changePart: null,
    share: 40 / 45,
    rank: 1,
    ownFlag: 'mono',
    flag: 'mono',
    orders: null,
    averageOrder: null,
    first: null,
    last: null,
    daysSince: null,
    startUnknown: false,
    years: null,
    interval: null,
    rhythm: null,
    purchaseDays: null,
    expectedNext: null,
    status: null,
  });
  expect(facts.months).toBeNull();
  expect(facts.purchases).toEqual([]);
  expect(facts.assortment).toMatchObject({ bought: 2, inBase: 3, notBought: ['Соль'] });
});

test('documents without dates tell purchases without days', () => {
  const sales = table('client amount document', 'Роза 10 1', 'Роза 30 1', 'Роза 15 2');
  expect(factsAbout(sales, 'Роза').purchases).toEqual([
    { day: null, amount: roubles(40), document: '1' },
    { day: null, amount: roubles(15), document: '2' },
  ]);
});

test('a client of returns only bought nothing', () => {
  const sales = table(
    'client date       amount product region profit',
    'Роза   2025-03-05 -10    Чай     Клин   -2',
    'Мак    2025-03-06 30     Чай     Клин   5',
  );
  const facts = factsAbout(sales, 'Роза');
  expect(facts).toMatchObject({
    isKey: false,
    keyReasons: [],
    purchases: [],
    places: { names: [], count: 0 },
    profit: { profit: roubles(-2), margin: null, rowsWithout: 0 },
    assortment: { bought: 0, inBase: 1, top: [], notBought: ['Чай'] },
  });
  expect(facts.sales).toMatchObject({
    revenue: roubles(-10),
    share: null,
    rank: null,
    orders: 0,
    averageOrder: null,
    first: null,
    last: null,
    startUnknown: false,
    years: null,
    status: null,
  });
  expect(facts.months).toEqual([{ year: 2025, month: 3, revenue: roubles(-10) }]);
});

test('profit that no row of the client tells is unknown, not zero', () => {
  const sales = table('client date amount profit', 'Роза 2025-03-05 10 -', 'Мак 2025-03-06 30 5');
  expect(factsAbout(sales, 'Роза').profit).toBeNull();
});

test('the holding with its own sums; its flag is in force, the client keeps its own', () => {
  const sales = table(
    'client date       amount holding',
    'Роза   2025-03-05 5      Букет',
    'Лилия  2025-03-05 15     Букет',
    'Мак    2025-03-06 80     -',
  );
  const facts = factsAbout(sales, 'Роза');
  expect(facts.holding).toEqual({
    name: 'Букет',
    revenue: roubles(20),
    share: 0.2,
    flag: 'large',
    members: 2,
  });
  expect(facts.sales).toMatchObject({ ownFlag: 'none', flag: 'large' });
  expect(factsAbout(sales, 'Мак').holding).toBeNull();
});

test('marks by hand make a small client key', () => {
  const marks = new Map([[key('Роза'), new Set<KeyMark>(['image'])]]);
  const sales = table('client date amount', 'Роза 2025-03-05 1', 'Мак 2025-03-06 99');
  expect(factsAbout(sales, 'Роза', { entries: { marks } })).toMatchObject({
    isKey: true,
    keyReasons: ['image'],
  });
  expect(factsAbout(sales, 'Роза')).toMatchObject({ isKey: false, keyReasons: [] });
});

describe('ИНН', () => {
  const sales = table('client date amount', '7707083893 2025-03-05 1', '1234567890 2025-03-05 1');
  const withTaxId = { understanding: { mapping: { client: 0, taxId: 1, amount: 2 } } };

  test('is the key of a client where the source has a column of them', () => {
    expect(factsAbout(sales, '7707083893', withTaxId).taxId).toBe('7707083893');
  });

  test.each([
    ['a code, by its control digits', '1234567890', withTaxId],
    ['a number where no column is ИНН', '7707083893', {}],
  ])('is not %s', (_words, client, changes) => {
    expect(factsAbout(sales, client, changes).taxId).toBeNull();
  });
});

describe('first and last days', () => {
  const sales = table(
    'client date       amount',
    'Мак    2024-01-01 1',
    'Роза   2024-07-01 1',
    'Лилия  2024-06-30 1',
    'Ирис   2025-01-31 1',
    'Мак    2025-02-28 1',
  );

  test('who came after the first half-year of the file is known to be new', () => {
    expect(factsAbout(sales, 'Роза').sales?.startUnknown).toBe(false);
    expect(factsAbout(sales, 'Лилия').sales?.startUnknown).toBe(true);
  });

  test('years of work are whole months ÷ 12', () => {
    // As of 28 February 2025.
    expect(factsAbout(sales, 'Мак').sales?.years).toBe(13 / 12);
    expect(factsAbout(sales, 'Лилия').sales?.years).toBe(8 / 12);
    expect(factsAbout(sales, 'Ирис').sales?.years).toBe(1 / 12);
  });
});

describe('deals', () => {
  const sales = table('client date amount', 'Роза 2025-03-05 100', 'Мак 2025-12-31 900');
  const deals = dealList([
    { client: 'Роза', name: 'Малая', amount: 100, stage: 'КП представлено', probability: 0.5 },
    { client: 'Роза', name: 'Большая', amount: 300, stage: 'КП представлено', probability: 0.5 },
    { client: 'Мак', name: 'Чужая', amount: 900, probability: 0.5 },
    { client: 'Роза', name: 'Взята', amount: 70, status: 'Выиграна' },
    { client: 'Роза', name: 'Взята тоже', amount: 30, status: 'Выиграна' },
    { client: 'Роза', name: 'Ушла', amount: 50, status: 'Отказ' },
    { client: '', name: 'Ничья', amount: 50 },
    { client: 'Ирис', name: 'Знакомство', amount: 40, probability: 0.25 },
  ]);
  const changes = { lists: { deals } };

  test('open ones are those of the pipeline, in its order; won ones are summed', () => {
    const ctx = contextOf(sales, changes);
    const facts = complete(dossierFacts(ctx, [key('Роза')])).get(key('Роза'));
    expect(facts?.deals.open.map(({ name }) => name)).toEqual(['Большая', 'Малая']);
    for (const deal of facts?.deals.open ?? []) expect(ctx.deals.open).toContain(deal);
    expect(facts?.deals.openSum).toEqual({ deals: 2, amount: roubles(400), expected: roubles(200) });
    expect(facts?.deals.wonSum).toMatchObject({ deals: 2, amount: roubles(100) });
  });

  test('a client that only the pipeline knows has deals and a name, and nothing of the sales', () => {
    expect(factsAbout(sales, 'Ирис', changes)).toMatchObject({
      position: null,
      name: 'Ирис',
      sales: null,
      months: null,
      deals: { openSum: { deals: 1, amount: roubles(40), expected: roubles(10) } },
    });
  });
});

describe('a client that is not in the sales any more', () => {
  test('keeps its key, and nothing else is said of it', () => {
    expect(factsAbout(TWO_YEARS, 'Ушёл')).toEqual({
      key: 'Ушёл',
      position: null,
      name: null,
      taxId: null,
      holding: null,
      places: null,
      manager: null,
      keyReasons: [],
      isKey: false,
      sales: null,
      assortment: null,
      segment: null,
      potential: null,
      months: null,
      profit: null,
      purchases: [],
      deals: {
        open: [],
        openSum: { deals: 0, amount: 0, expected: 0 },
        wonSum: { deals: 0, amount: 0, expected: 0 },
      },
    });
  });

  test('is called as the list of potentials calls it, with its potential', () => {
    const facts = budgetsOf({ ирис: 500 }).get(key('ирис'));
    if (!facts) throw new Error('No facts');
    expect(
      factsAbout(TWO_YEARS, 'ирис', {
        entries: { prospects: [{ key: key('ирис'), name: 'ООО «Ирис»', facts }] },
      }),
    ).toMatchObject({
      position: null,
      name: 'ООО «Ирис»',
      potential: { amount: roubles(500), method: 'budget' },
    });
  });
});

test('answers in the order asked, each client once', () => {
  expect([...factsIn(TWO_YEARS, ['Мак', 'Ушёл', 'Роза', 'Мак']).keys()]).toEqual(['Мак', 'Ушёл', 'Роза']);
});

test('over a disguised reading no name comes through', () => {
  const ctx = contextOf(TWO_YEARS);
  const words = { label: (kind: string, number: string) => `${kind} ${number}`, hidden: '***' };
  const ranking = ctx.analysis.clients.map(({ index }) => index);
  const disguise = complete(disguiseOf({ ...ctx, ranking, ofPages: [] }, EMPTY_ROSTER, words));
  const reading = complete(disguisedReading(ctx.reading, disguise));
  const analysis: Analysis = complete(analyse(reading, ctx.settings, null));
  const understanding = disguisedUnderstanding(ctx.understanding, ctx.reading.ledger, disguise);
  const code = disguise.codes.get('Роза');
  const facts = complete(dossierFacts({ ...ctx, reading, analysis, understanding }, [key(code ?? '')]));
  const [rose] = facts.values();
  expect(rose?.sales?.revenue).toBe(roubles(900));
  expect(rose?.assortment?.top).toHaveLength(2);
  expect(JSON.stringify([...facts])).not.toMatch(
    /Роза|Мак|Чай|Торт|Напитки|Сладости|Приправы|Тверь|Клин|Петров/,
  );
});

describe('of any sales', () => {
  const CLIENTS = ['Роза', 'Мак', 'Ирис', 'Лилия'];
  const anySale = fc.record({
    client: fc.constantFrom(...CLIENTS),
    date: fc
      .date({ min: new Date('2024-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    amount: fc.integer({ min: 1, max: 1_000_000 }),
    product: fc.constantFrom('Чай', 'Кофе', 'Соль', 'Торт', 'Сок', 'Хлеб', 'Мыло'),
    group: fc.constantFrom('Напитки', 'Еда', 'Быт'),
    region: fc.constantFrom('Клин', 'Тверь'),
    document: fc.constantFrom('1', '2', '3'),
  });
  const anyReturn = anySale.map((sale) => ({ ...sale, amount: -sale.amount }));
  /** The file spans the two years, so that the months cover the period. */
  const spanning = (sales: readonly Sale[]): readonly Sale[] => [
    ...table('client date amount product group region document', 'Край 2024-01-01 1 Чай Напитки Клин 1'),
    ...sales,
    ...table('client date amount product group region document', 'Край 2025-12-31 1 Чай Напитки Клин 1'),
  ];

  test('the months of the period add up to its revenue', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anySale, anyReturn), { maxLength: 40 }), (sales) => {
        for (const { months, sales: facts } of factsIn(spanning(sales), CLIENTS).values()) {
          if (!facts) continue;
          const ofPeriod = (months ?? []).filter(({ year }) => year === 2025);
          expect(ofPeriod.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(facts.revenue);
        }
      }),
    );
  });

  test('without returns the top products bring no more than all, and all of it if they are five or fewer', () => {
    fc.assert(
      fc.property(fc.array(anySale, { minLength: 1, maxLength: 40 }), (sales) => {
        for (const { assortment, sales: facts } of factsIn(spanning(sales), CLIENTS).values()) {
          if (!facts || !assortment) continue;
          const top = assortment.top.reduce((sum, { revenue }) => sum + revenue, 0);
          expect(top).toBeLessThanOrEqual(facts.revenue);
          if (assortment.top.length < 5) expect(top).toBe(facts.revenue);
          expect(assortment.bought + assortment.notBought.length).toBe(assortment.inBase);
        }
      }),
    );
  });

  test('what is said of a client does not depend on the others asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anySale, anyReturn), { minLength: 1, maxLength: 30 }),
        fc.shuffledSubarray(CLIENTS, { minLength: 1 }),
        (sales, some) => {
          const ctx = contextOf(sales);
          const together = complete(dossierFacts(ctx, some.map(key)));
          for (const client of some) {
            const alone = complete(dossierFacts(ctx, [key(client)]));
            expect(together.get(key(client))).toEqual(alone.get(key(client)));
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('the months of all clients add up to those of the base', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anySale, anyReturn), { minLength: 1, maxLength: 40 }), (sales) => {
        const ctx = contextOf(sales);
        const all = complete(dossierFacts(ctx, CLIENTS.map(key)));
        for (const [slot, { revenue }] of (ctx.analysis.health?.months ?? []).entries()) {
          const sum = [...all.values()].reduce(
            (total, { months }) => total + (months?.[slot]?.revenue ?? 0),
            0,
          );
          expect(sum).toBe(revenue);
        }
      }),
    );
  });
});

test('breathes while it goes through a long ledger', () => {
  const ctx = contextOf(TWO_YEARS);
  const rowCount = 100_000;
  const reading = readingOf(
    Array.from({ length: rowCount }, (_, i) => ({
      client: `К${i % 100}`,
      amount: i,
      date: '2025-03-05',
      product: `П${i % 70}`,
    })),
  );
  const analysis = complete(analyse(reading, ctx.settings, null));
  const keys = reading.ledger.clients.slice(0, 50).map((client) => client.key);
  let breaths = 0;
  let before = 0;
  const steps = dossierFacts({ ...ctx, reading, analysis }, keys);
  for (let step = steps.next(); !step.done; step = steps.next()) {
    expect(step.value).toBeGreaterThanOrEqual(before);
    before = step.value;
    breaths++;
  }
  expect(breaths).toBeGreaterThan((2 * rowCount) / 16_384);
});
