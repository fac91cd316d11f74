import fc from '../../support/fastCheck';
import { QUESTIONS } from '../../../src/domain/deals/checklist';
import { monthOfKey } from '../../../src/domain/deals/months';
import { units } from '../../../src/domain/shared/money';
import { pipelineOf } from '../../support/deals';
import type { DealLine } from '../../support/deals';
import { day, roubles } from '../../support/ledger';

const only = (line: DealLine, typed = {}) => pipelineOf([line], { typed: { d1: typed } }).all[0];

describe('the effective probability of a deal', () => {
  test.each([
    [
      'won, whatever else is said',
      { stage: 'КП представлено', status: 'Выиграна', probability: 0.2 },
      1,
      'won',
    ],
    ['lost, whatever else is said', { status: 'Отказ', probability: 0.9 }, 0, 'lost'],
    ['won by its stage', { stage: 'Договор подписан' }, 1, 'won'],
    ['by hand', { probability: 0.7 }, 0.7, 'manual'],
    ['by the stage', {}, 0.5, 'stage'],
    ['unknown, and asked', { stage: 'Думают' }, null, 'unknown'],
  ] as const)('is %s', (_, line, probability, because) => {
    expect(only(line)).toMatchObject({ probability, because });
  });

  test('is the checklist under the ceiling of the stage', () => {
    const all = Object.fromEntries(QUESTIONS.map((question) => [question, 2 as const]));
    const deal = only({ stage: 'Договор на подписании' }, { answers: all });
    expect(deal?.because).toBe('checklist');
    expect(deal?.probability).toBeCloseTo(0.855, 12);
    expect(only({ stage: 'Контакт установлен' }, { answers: all })?.probability).toBe(0.05);
  });

  test('typed on our tab wins over the sheet’s', () => {
    expect(only({ probability: 0.7 }, { manual: 0.2 })?.probability).toBe(0.2);
  });

  test('of a deal that is won or lost ignores hand, checklist, dates and sheet', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Выиграна', 'Отказ'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('2024-01-01', '2026-05-05'),
        (status, manual, expected) => {
          const deal = only({ status, expected, probability: manual }, { manual, answers: { need: 1 } });
          expect(deal?.chance).toBe(status === 'Выиграна' ? 1 : 0);
          expect(deal?.factor).toBe(1);
        },
      ),
    );
  });
});

describe('an overdue deal', () => {
  // The as-of date is the last sale: 2025-12-31.
  test.each([
    ['2026-01-05', 1, 0],
    ['2025-12-31', 1, 0],
    ['2025-12-30', 0.75, 1],
    ['2025-12-01', 0.75, 30],
    ['2025-11-30', 0.5, 31],
    ['2025-10-31', 0.25, 61],
    ['2025-10-02', 0.25, 90],
    ['2025-10-01', 0, 91],
  ])('expected on %s counts for %d of its probability', (expected, factor, days) => {
    const deal = only({ amount: 1000, expected });
    expect(deal?.factor).toBe(factor);
    expect(Math.max(0, deal?.daysOverdue ?? 0)).toBe(days);
    expect(deal?.expected).toBe(roubles(500 * factor));
  });

  test('keeps a probability typed by hand, and is still suggested for closing', () => {
    const deal = only({ amount: 1000, expected: '2025-01-01' }, { manual: 0.5 });
    expect(deal).toMatchObject({ factor: 1, expected: roubles(500), problems: ['overdue'] });
  });
});

describe('the forecast', () => {
  test('of the worked example is 1200, σ 959.2', () => {
    const { totals, range } = pipelineOf([
      { amount: 1000, probability: 0.4 },
      { amount: 500, probability: 0.8 },
      { amount: 2000, probability: 0.2 },
    ]);
    expect(totals.open).toEqual({ deals: 3, amount: roubles(3500), expected: roubles(1200) });
    expect((range?.sigma ?? 0) / 10_000).toBeCloseTo(959.2, 1);
  });

  test('of four deals worth 121 thousand by weight says 30 to 200 thousand', () => {
    const { totals, range, warnings } = pipelineOf([
      { amount: 150_000, probability: 0.6 },
      { amount: 30_000, probability: 0.9 },
      { amount: 20_000, probability: 0.19 },
      { amount: 10_000, probability: 0.02 },
    ]);
    expect(totals.open.expected).toBe(roubles(121_000));
    expect([range?.p10, range?.p90]).toEqual([roubles(30_000), roubles(200_000)]);
    expect(range?.error).toBe(0);
    expect(warnings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'oneDeal', without: roubles(31_000) }),
        { code: 'fewDeals', deals: 4 },
      ]),
    );
  });

  test('holds deals without a date apart from the months, and lists them', () => {
    const deals = pipelineOf([{ amount: 100 }, { amount: 200, expected: '2026-02-01' }]);
    expect(deals.totals.dated.expected).toBe(roubles(100));
    expect(deals.byMonth.at(-1)).toMatchObject({ month: null, deals: 1, expected: roubles(50) });
    expect(deals.warnings).toContainEqual({ code: 'noDate', deals: 1 });
  });

  test('puts won deals and sales beside the plan, and says the chance to reach it', () => {
    const { byMonth, outlook } = pipelineOf(
      [
        { amount: 300, stage: 'Won', closed: '2025-12-05' },
        { amount: 700, expected: '2026-01-20', probability: 0.5 },
        { amount: 100, expected: '2026-01-25', probability: 0.5 },
        { amount: 999, expected: '2026-03-01', probability: 0.5 },
      ],
      {
        entries: {
          plans: new Map([
            ['2025-12', roubles(400)],
            ['2026-01', roubles(500)],
          ]),
        },
      },
    );
    const month = (key: string) => byMonth.find((each) => each.month === monthOfKey(key));
    expect(month('2025-12')).toMatchObject({ plan: roubles(400), won: roubles(300), sales: roubles(100) });
    expect(outlook).toMatchObject({
      plan: roubles(900),
      fact: roubles(300),
      factIs: 'won',
      coverage: 800 / 600,
      chance: 0.5,
    });
  });

  test('names the deals that decide, with the middle on either side', () => {
    const { deciding, open } = pipelineOf([
      { name: 'Крупная', amount: 1000, probability: 0.5 },
      { name: 'Мелкая', amount: 10, probability: 0.5 },
      { name: 'Верная', amount: 5000, probability: 1 },
    ]);
    const [first] = deciding;
    expect(open[first?.deal ?? -1]?.name).toBe('Крупная');
    expect([first?.medianWon, first?.medianLost]).toEqual([roubles(6000), roubles(5000)]);
    expect(deciding).toHaveLength(2);
  });

  test('sums to the same by stage, month, manager, client and category', () => {
    const line = fc.record({
      client: fc.constantFrom('Ромашка', 'Мак', ''),
      amount: fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 100)),
      stage: fc.constantFrom('КП представлено', 'Контакт установлен', 'Думают', 'Won', 'Отказ'),
      expected: fc.constantFrom('2026-01-01', '2026-02-28', '2025-11-11'),
      manager: fc.constantFrom('', 'Иванова', 'иванова', 'Петров'),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const deals = pipelineOf(lines);
        const { open } = deals.totals;
        for (const groups of [
          deals.byStage,
          deals.byManager,
          deals.byClient,
          deals.byMonth,
          Object.values(deals.byCategory),
        ]) {
          expect(groups.reduce((sum, group) => sum + group.expected, 0)).toBe(open.expected);
          expect(groups.reduce((sum, group) => sum + group.amount, 0)).toBe(open.amount);
          expect(groups.reduce((sum, group) => sum + group.deals, 0)).toBe(open.deals);
        }
        for (const { chance } of deals.all) {
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
        expect(open.deals + deals.totals.won.deals + deals.totals.lost.deals).toBe(lines.length);
      }),
      { numRuns: 50 },
    );
  });

  test('lists what is wrong with a deal and counts the rest unharmed', () => {
    const deals = pipelineOf(
      [
        { stage: 'Думают' },
        { amount: null },
        { expected: '2025-01-01' },
        { moves: 3 },
        { isDuplicate: true },
        { amount: 1000, expected: '2026-01-01' },
      ],
      { typed: { d6: { unreadable: 'сто' } } },
    );
    expect(deals.all.map(({ problems }) => problems)).toEqual([
      ['unknownStage', 'noDate'],
      ['noAmount', 'noDate'],
      ['overdue'],
      ['noDate', 'moved'],
      ['noDate', 'duplicate'],
      ['badProbability'],
    ]);
    expect(deals.all.at(-1)?.expected).toBe(roubles(500));
  });
});

describe('own win rates', () => {
  const closed = (manager: string, won: number, lost: number): DealLine[] => [
    ...Array.from({ length: won }, () => ({ manager, stage: 'Won' })),
    ...Array.from({ length: lost }, () => ({ manager, stage: 'Lost' })),
  ];

  test('are offered from twenty closed deals on, by manager where stages only say the end', () => {
    expect(pipelineOf(closed('Иванова', 10, 9)).calibration).toBeNull();
    const { calibration } = pipelineOf([...closed('Иванова', 9, 1), ...closed('Петров', 1, 9)]);
    expect(calibration).toMatchObject({ closed: 20, won: 10, rate: 0.5, by: 'manager', brierPreset: null });
    expect(calibration?.groups).toEqual([
      { name: 'Иванова', closed: 10, won: 9 },
      { name: 'Петров', closed: 10, won: 1 },
    ]);
    // Each deal judged by the other nine of its manager: 9 misses of 1/9 and one of 1 either way.
    expect(calibration?.brier).toBeCloseTo((18 * (1 / 9) ** 2 + 2) / 20, 12);
    expect(calibration?.brier).toBeLessThan(calibration?.brierOverall ?? 0);
  });

  test('never change a probability', () => {
    const deals = pipelineOf([...closed('Иванова', 20, 0), { manager: 'Иванова', amount: 100 }]);
    expect(deals.calibration?.rate).toBe(1);
    expect(deals.open[0]?.probability).toBe(0.5);
  });
});

describe('pipeline and dependency', () => {
  // Revenue: Ромашка 1500, Василёк 400, Лютик 100.
  test('tell whom a deal pushes over a limit, and which one dilutes the largest client', () => {
    const { dependency, open } = pipelineOf([
      { client: 'Лютик', amount: 900, name: 'Большая' },
      { client: 'Новый', amount: 1500, name: 'Новая' },
      { client: 'Василёк', amount: 10, name: 'Малая' },
    ]);
    const moves = (of: 'pushes' | 'dilutes') =>
      dependency?.[of].map(({ deal, name, from, to }) => [open[deal]?.name, name, from, to]);
    expect(moves('pushes')).toEqual([
      ['Новая', 'Новый', 'none', 'critical'],
      ['Большая', 'Лютик', 'none', 'critical'],
      ['Малая', 'Василёк', 'large', 'critical'],
    ]);
    expect(moves('dilutes')).toEqual([['Новая', 'Ромашка', 'mono', 'critical']]);
    const client = dependency?.clients.find(({ name }) => name === 'Новый');
    expect(client).toMatchObject({ share: 0, shareOwn: 1500 / 3500, shareAll: 1500 / 4410 });
  });

  test('keep shares within the whole whatever the deals', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            client: fc.constantFrom('Ромашка', 'Мак', 'Лютик'),
            amount: fc.integer({ min: 0, max: 9999 }),
          }),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        (lines) => {
          const { dependency } = pipelineOf(lines);
          const sum = (of: 'shareExpected' | 'shareAll') =>
            dependency?.clients.reduce((total, client) => total + client[of], 0) ?? 0;
          expect(sum('shareAll')).toBeLessThanOrEqual(1 + 1e-9);
          expect(sum('shareExpected')).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the form', () => {
  const row = (key: string, stage: string) => ({
    row: 0,
    key,
    clientText: 'Ромашка',
    client: null,
    name: key,
    number: '',
    amount: units(1_000_000),
    stage,
    expected: day('2026-01-01'),
    created: null,
    closed: null,
    moves: null,
    probability: null,
    manager: '',
    product: '',
    nextStep: '',
    status: '',
    comment: '',
    source: '',
    isDuplicate: false,
  });

  test('counts as deals, with its two ends, where there is no sheet', () => {
    const deals = pipelineOf(null, {
      entries: {
        form: [
          row('form-001', 'КП представлено'),
          row('form-002', 'Договор подписан'),
          row('form-003', 'отказ'),
        ],
      },
    });
    expect(deals.sheet).toBeNull();
    expect(deals.all.map(({ outcome }) => outcome)).toEqual(['open', 'won', 'lost']);
    expect(deals.totals.open.expected).toBe(roubles(50));
  });
});
