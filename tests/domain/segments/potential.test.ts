import { salesOf, WORKED_EXAMPLE } from '../../support/reportContext';
import { roubles } from '../../support/ledger';
import type { Sale } from '../../support/ledger';
import { budgetsOf, factsOf, NO_FACTS, segmented, WORKED_POTENTIALS } from '../../support/segments';
import type { ClientKey } from '../../../src/domain/sales/types';

const sales = salesOf(WORKED_EXAMPLE);
const names = WORKED_EXAMPLE.map(([name]) => name);
const worked = segmented(sales, { entries: { potentials: budgetsOf(WORKED_POTENTIALS) } });

describe('the worked example of the method (§9)', () => {
  it('has the letters of the method', () => {
    expect(names.map((name) => `${name} ${worked.of(name).letter ?? '?'}`)).toEqual([
      'C01 B',
      'C02 A',
      'C03 B',
      'C04 ?',
      'C05 C',
      'C06 D',
      'C07 D',
      'C08 D',
      'C09 C',
      'C10 ?',
      'C11 ?',
    ]);
    expect(worked.analysis.segments.model).toBe('potential');
  });

  it('notes the headroom of C01 only: it is B and could buy 1800 more, 18 % of all revenue', () => {
    expect(names.filter((name) => worked.of(name).hasHeadroomNote)).toEqual(['C01']);
    expect(worked.of('C01').headroom).toBe(roubles(1800));
  });

  it('says of C04 that it buys much and nobody knows whether it can buy more', () => {
    expect(worked.of('C04')).toMatchObject({
      buysMuch: true,
      canBuyMore: null,
      letter: null,
      headroom: null,
    });
  });

  it('shows C07, which buys more than its potential, at 100 % and as understated', () => {
    expect(names.filter((name) => worked.of(name).isUnderstated)).toEqual(['C07']);
    expect(worked.of('C07')).toMatchObject({ budgetShare: 1, headroom: 0 });
  });

  it('keeps C10, which never bought, out of ABCD and lists it as a prospect', () => {
    expect(worked.of('C10')).toMatchObject({ neverBought: true, letter: null, effective: null });
    expect(worked.analysis.segments.prospects.map(({ name }) => name)).toEqual(['C10']);
  });

  it('asks first for the largest buyer of unknown potential, and never for those that buy nothing', () => {
    const { clients, segments } = worked.analysis;
    expect(segments.askFirst.map((position) => clients[position]?.name)).toEqual(['C04']);
  });

  it('in the second reading of the letters: A big budget and high share … D small and low', () => {
    const { of } = segmented(sales, {
      entries: { potentials: budgetsOf(WORKED_POTENTIALS) },
      choices: { letters: 'budget' },
    });
    // Class A ends with 900, so a budget of 900 is big.
    expect(names.map((name) => of(name).letter ?? '?').join('')).toBe('ABA?BCCCB??');
  });
});

describe('without any potential', () => {
  it('letters are unknown and the volume class is in force, unless overridden', () => {
    const { analysis, of } = segmented(sales, {
      entries: { overrides: new Map([['C09' as ClientKey, 'A']]) },
    });
    expect(analysis.segments.model).toBe('volume');
    expect(names.map((name) => of(name).effective).join('')).toBe('AAAABBCCADD');
    expect(of('C09').override).toBe('A');
  });

  it('a prospect alone does not change the model', () => {
    const { analysis } = segmented(sales, { entries: { potentials: budgetsOf({ C10: 5 }) } });
    expect(analysis.segments.model).toBe('volume');
  });
});

describe('the four ways to know a potential', () => {
  const client: Sale[] = [{ client: 'А', amount: roubles(600) }];
  const potential = (facts: Parameters<typeof factsOf>[0]['А'], listed: Parameters<typeof factsOf>[0] = {}) =>
    segmented(client, {
      entries: { potentials: factsOf({ А: facts ?? {} }), listedPotentials: factsOf(listed) },
    }).of('А').potential;

  it('stand in the order of trust: budget, our share, drivers × norm', () => {
    const all = { budget: 1000, ourShare: 0.3, drivers: 5, norm: 700 };
    expect(potential(all)).toMatchObject({ method: 'budget', amount: roubles(1000) });
    expect(potential({ ...all, budget: 0 })).toMatchObject({ method: 'share', amount: roubles(2000) });
    expect(potential({ drivers: 5, norm: 700 })).toMatchObject({ method: 'norm', amount: roubles(3500) });
  });

  it('take typed facts before listed ones, field by field', () => {
    expect(potential({ drivers: 2 }, { А: { drivers: 5, norm: 700 } })).toMatchObject({
      amount: roubles(1400),
    });
    expect(potential({ ourShare: 0.5 }, { А: { budget: 900 } })).toMatchObject({ method: 'budget' });
  });

  it.each([
    ['a share above 100 %', { ourShare: 1.5 }],
    ['a share of nothing', { ourShare: 0 }],
    ['a negative budget', { budget: -5 }],
    ['drivers without a norm', { drivers: 5 }],
    ['an unknown segment', { segment: 'Сети' }],
  ])('leave the potential unknown with %s', (_, facts) => expect(potential(facts)).toBeNull());
});

describe('peers of one segment', () => {
  const revenues = Array.from({ length: 9 }, (_, i): [string, number] => [`К${i + 1}`, (i + 1) * 100]);
  const peersOfSize = (size: number) =>
    segmented(salesOf([...revenues, ['Ноль', 0]]), {
      entries: {
        potentials: factsOf(
          Object.fromEntries(
            [...revenues.slice(0, size), ['Ноль', 0] as const].map(([name], i) => [
              name,
              { segment: i % 2 === 0 ? ' Аптеки ' : 'аптеки' },
            ]),
          ),
        ),
      },
    });

  it('give their 75th percentile, whatever the case and the spaces of the name', () => {
    const { analysis, of } = peersOfSize(9);
    expect(of('К1').potential).toMatchObject({ method: 'peers', amount: roubles(700) });
    expect(analysis.segments.peers).toEqual([{ name: 'Аптеки', members: 9, percentile: roubles(700) }]);
  });

  it('also for a prospect that never bought', () => {
    expect(peersOfSize(9).analysis.segments.prospects).toMatchObject([
      { name: 'Ноль', potential: { amount: roubles(700) } },
    ]);
  });

  it('but fewer than eight give nothing', () => {
    expect(peersOfSize(7).of('К1').potential).toBeNull();
    expect(peersOfSize(8).of('К1').potential?.amount).toBe(roubles(625));
  });
});

describe('the limit of the budget share', () => {
  const letterAt = (budget: number, thresholds = {}) =>
    segmented(salesOf([['А', 300]]), { entries: { potentials: budgetsOf({ А: budget }) }, thresholds }).of(
      'А',
    ).letter;

  it('is not below at exactly 50 %', () => {
    expect([letterAt(600), letterAt(600.01)]).toEqual(['B', 'A']);
  });

  it('can be 20 %', () => expect(letterAt(1000, { budgetLimit: 0.2 })).toBe('B'));

  it('is not below for a client whose stated share is the limit', () => {
    const { of } = segmented(salesOf([['А', 0.0002]]), {
      entries: { potentials: factsOf({ А: { ourShare: 0.3 } }) },
      thresholds: { budgetLimit: 0.3 },
    });
    expect(of('А')).toMatchObject({ letter: 'B', budgetShare: 0.3 });
  });
});

describe('buying much', () => {
  const much = (choices: Parameters<typeof segmented>[1]) => {
    const { of } = segmented(sales, choices);
    return names.filter((name) => of(name).buysMuch);
  };

  it('is class A by volume', () => expect(much({})).toEqual(['C01', 'C02', 'C03', 'C04']));

  it('or at least a fixed sum', () => {
    expect(much({ choices: { much: 'sum' }, thresholds: { muchSum: 600 } })).toEqual(names.slice(0, 5));
  });

  it('or at least the mean of those that buy: 10,000 ÷ 9', () => {
    expect(much({ choices: { much: 'mean' } })).toEqual(['C01', 'C02']);
  });

  it('or among the largest, equal revenues together', () => {
    expect(much({ choices: { much: 'top' }, thresholds: { muchTop: 2 } })).toEqual(['C01', 'C02']);
    const { of } = segmented(
      salesOf([
        ['А', 5],
        ['Б', 3],
        ['В', 3],
        ['Г', 1],
      ]),
      { choices: { much: 'top' }, thresholds: { muchTop: 2 } },
    );
    expect(['А', 'Б', 'В', 'Г'].filter((name) => of(name).buysMuch)).toEqual(['А', 'Б', 'В']);
  });

  it('and nobody does where nobody buys', () => {
    for (const rule of ['volumeA', 'sum', 'mean', 'top'] as const) {
      expect(segmented(salesOf([['А', -1]]), { choices: { much: rule } }).of('А').buysMuch).toBe(false);
    }
  });
});

test('half a year counts double for the share of the budget, and for nothing else', () => {
  const halfYear = ['2025-01-15', '2025-06-30'].map((date) => ({ client: 'А', amount: roubles(100), date }));
  const { of, analysis } = segmented(halfYear, { entries: { potentials: budgetsOf({ А: 1000 }) } });
  expect(analysis.period?.months).toBe(6);
  expect(of('А')).toMatchObject({ annualRevenue: roubles(400), budgetShare: 0.4, headroom: roubles(600) });
  expect(analysis.clients[0]?.revenue).toBe(roubles(200));
});

test('a client that bought before and nothing now buys little, with a letter by its potential', () => {
  const past = [
    { client: 'Ушёл', amount: roubles(500), date: '2024-02-01' },
    { client: 'Есть', amount: roubles(1), date: '2024-01-01' },
    { client: 'Есть', amount: roubles(100), date: '2025-12-31' },
  ];
  const { of } = segmented(past, { entries: { potentials: budgetsOf({ Ушёл: 700 }) } });
  expect(of('Ушёл')).toMatchObject({
    neverBought: false,
    buysMuch: false,
    letter: 'C',
    headroom: roubles(700),
  });
});

test('prospects of the list stand by potential, typed facts first', () => {
  const listed = (name: string, budget: number) => ({
    key: name as ClientKey,
    name,
    facts: { ...NO_FACTS, budget: roubles(budget) },
  });
  const { analysis } = segmented(sales, {
    entries: {
      prospects: [listed('Альфа', 10), listed('Бета', 20), listed('Гамма', 20), listed('C01', 99)],
      potentials: budgetsOf({ Альфа: 30 }),
    },
  });
  expect(analysis.segments.prospects.map(({ name }) => name)).toEqual(['Альфа', 'Бета', 'Гамма']);
});
