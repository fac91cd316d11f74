import type { DealList, DealRow } from '../../../src/domain/lists/deals';
import { readDeals } from '../../../src/domain/lists/readDeals';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { isoDate } from '../../../src/domain/shared/dates';
import type { Grid } from '../../../src/domain/shared/grid';
import { gridOf } from '../../../src/domain/shared/grid';
import { moneyToNumber } from '../../../src/domain/shared/money';
import { complete } from '../../../src/domain/shared/steps';
import { describeWithShared } from '../../support/capabilities';
import { readCsv } from '../../support/csv';
import { valueOf } from '../sales/support';
import { gridFrom, knownClients, told } from './support';

function dealsIn(grid: Grid, known = knownClients()): DealList {
  return valueOf(complete(readDeals(grid, DEFAULT_SETTINGS, known)));
}
const amountOf = ({ amount }: DealRow) => amount && moneyToNumber(amount);
const days = (deal: DealRow) =>
  [deal.created, deal.expected, deal.closed].map((day) => (day === null ? null : isoDate(day)));

describe('a sheet of deals', () => {
  it('is read as Битрикс24 writes it', () => {
    const { rows, has, account } = dealsIn(
      gridFrom(`
        Выгрузка от 25.11.2026
        ID  | Название сделки | Стадия сделки | Вероятность, % | Сумма     | Валюта | Компания      | Ответственный | Дата создания | Предполагаемая дата закрытия | Источник | Комментарий
        101 | Плёнка на год   | КП отправлено | 50             | 1 000 000 | руб.   | ООО «Ромашка» | Иванова       | 01.10.2026    | 15.12.2026                   | Сайт     | ждут бюджет
        102 | Короба          | Переговоры    | 80             | 500 000   | руб.   | Лютик         | Петров        | 05.10.2026    | 20.12.2026                   |          |
        Итого |               |               |                | 1 500 000 |        |               |               |               |                              |          |`),
      knownClients('ромашка: ООО Ромашка'),
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      row: 3,
      key: '101',
      clientText: 'ООО «Ромашка»',
      client: 'ромашка',
      name: 'Плёнка на год',
      number: '101',
      stage: 'КП отправлено',
      probability: 0.5,
      manager: 'Иванова',
      source: 'Сайт',
      comment: 'ждут бюджет',
      isDuplicate: false,
    });
    expect(rows.map(amountOf)).toEqual([1_000_000, 500_000]);
    expect(rows.map(days)).toEqual([
      ['2026-10-01', '2026-12-15', null],
      ['2026-10-05', '2026-12-20', null],
    ]);
    expect(has.has('moves')).toBe(false);
    expect(account).toMatchObject({ rowsRead: 3, rowsUsed: 2, rowsSkipped: 1, problems: [] });
  });

  it('is read as Salesforce and HubSpot write it: one close date for both', () => {
    const { rows } = dealsIn(
      gridFrom(`
        Opportunity Name | Account Name | Stage       | Amount      | Close Date | Probability (%) | Opportunity Owner | Next Step
        Renewal          | Globex Inc.    | Negotiation | $ 12,500.00 | 2026-12-31 | 75              | Ann Lee           | Call`),
    );
    expect(rows[0]).toMatchObject({
      key: 'globex · renewal',
      client: 'globex',
      probability: 0.75,
      manager: 'Ann Lee',
      nextStep: 'Call',
    });
    expect(rows.map(days)).toEqual([[null, '2026-12-31', '2026-12-31']]);
    expect(rows.map(amountOf)).toEqual([12_500]);
  });

  it('tells the expected day from the day of closing where the sheet has both', () => {
    const { rows } = dealsIn(
      gridFrom(`
        Сделка | Клиент | Сумма | Этап  | Ожидаемая дата | Дата закрытия
        Плёнка | Пион   | 10    | Отказ | 01.03.2026     | 05.04.2026`),
    );
    expect(rows.map(days)).toEqual([[null, '2026-03-01', '2026-04-05']]);
  });

  it.each([
    ['0.4 in a column of fractions', ['0.4', '0.75'], [0.4, 0.75]],
    ['40 in a plain column', ['40', '75'], [0.4, 0.75]],
    ['signs of per cent', ['40 %', '75%'], [0.4, 0.75]],
    ['fractions and one mistake', ['0.4', '0.5', '0.2', '150'], [0.4, 0.5, 0.2, null]],
  ])('takes probabilities as the column has them: %s', (_what, written, read) => {
    const text = ['Сделка | Клиент | Вероятность', ...written.map((each, at) => `С${at} | Пион | ${each}`)];
    expect(dealsIn(gridFrom(text.join('\n'))).rows.map(({ probability }) => probability)).toEqual(read);
  });

  it('takes numbers shown as per cent for fractions', () => {
    const grid = gridOf(
      [
        ['Сделка', 'Клиент', 'Вероятность'],
        ['А', 'Пион', 1],
        ['Б', 'Пион', 0.4],
      ],
      { formats: [[], ['', '', '0%'], ['', '', '0%']] },
    );
    expect(dealsIn(grid).rows.map(({ probability }) => probability)).toEqual([1, 0.4]);
  });

  it('names what it cannot read; the deal stays', () => {
    const { rows, account } = dealsIn(
      gridFrom(`
        Номер сделки | Клиент | Сумма сделки | Вероятность | Ожидаемая дата
        Д-1          | Пион   | 1 млн        | сто         | скоро
        Д-2          | Пион   | -5           | 150 %       | 01.02.2026
        Д-3          |        | 100          | 40 %        | 03.02.2026
                     |        | 100          | 40 %        | 03.02.2026`),
    );
    expect(told(account.problems)).toEqual([
      '2 unreadableAmount | Сумма сделки | 1 млн',
      '2 unreadableDate | Ожидаемая дата | скоро',
      '2 unreadableProbability | Вероятность | сто',
      '3 negativeAmount | Сумма сделки | -5',
      '3 probabilityOutOfRange | Вероятность | 150 %',
      '4 noClient | Клиент',
      '5 noName',
    ]);
    expect(rows.map(({ key, client, probability }) => [key, client, probability])).toEqual([
      ['д-1', 'пион', null],
      ['д-2', 'пион', null],
      ['д-3', null, 0.4],
    ]);
    expect(account).toMatchObject({ rowsRead: 4, rowsUsed: 3 });
  });

  it('keeps a deal that stands twice, marks both and names the second', () => {
    const { rows, account } = dealsIn(
      gridFrom(`
        Номер сделки | Клиент | Сумма | Этап
        Д-1          | Пион   | 10    | КП
        Д-2          | Лютик  | 20    | КП
        Д-1          | Пион   | 10    | КП`),
    );
    expect(rows.map(({ key, isDuplicate }) => [key, isDuplicate])).toEqual([
      ['д-1', true],
      ['д-2', false],
      ['д-1 (2)', true],
    ]);
    expect(told(account.problems)).toEqual(['4 duplicateDeal | Д-1 | as 2']);
  });

  it('has keys that do not depend on the order of its rows', () => {
    const lines = [
      'Плёнка | ООО Пион | 30 | КП | 03.02.2026',
      'Плёнка | Пион | 10 | КП | 01.02.2026',
      'Короба | Лютик | 20 | КП | 02.02.2026',
      'Плёнка | Пион | 20 | КП | 03.02.2026',
    ];
    const keys = (order: readonly string[]) =>
      dealsIn(gridFrom(['Сделка | Клиент | Сумма | Этап | Дата создания', ...order].join('\n')))
        .rows.map((deal) => `${amountOf(deal)} ${deal.key}`)
        .sort();
    expect(keys(lines)).toEqual([
      '10 пион · пленка',
      '20 лютик · короба',
      '20 пион · пленка (2)',
      '30 пион · пленка (3)',
    ]);
    expect(keys([...lines].reverse())).toEqual(keys(lines));
  });

  it('does not take a counter of rows for numbers of deals', () => {
    const { rows } = dealsIn(
      gridFrom(`№ | Сделка | Клиент | Этап\n1 | Плёнка | Пион | КП\n2 | Короба | Пион | КП`),
    );
    expect(rows.map(({ key, number }) => [key, number])).toEqual([
      ['пион · пленка', ''],
      ['пион · короба', ''],
    ]);
  });

  it('counts moves: a number, the days they were moved to, several columns', () => {
    const moves = (text: string) => dealsIn(gridFrom(text)).rows.map((deal) => deal.moves);
    expect(moves('Сделка | Клиент | Этап | Число переносов\nА | П | КП | 3\nБ | П | КП |')).toEqual([3, 0]);
    expect(
      moves("Сделка | Клиент | Этап | Переносы\nА | П | КП | 01.02.2026; 05.03.2026\nБ | П | КП | '-'"),
    ).toEqual([2, 0]);
    expect(
      moves(
        'Сделка | Клиент | Этап | Перенос 1 | Перенос 2\nА | П | КП | 01.02.2026 | 05.03.2026\nБ | П | КП | 46000 |',
      ),
    ).toEqual([2, 1]);
    expect(moves('Сделка | Клиент | Этап\nА | П | КП')).toEqual([null]);
  });

  it('counts money of another currency as absent, and says so', () => {
    const { rows, account } = dealsIn(
      gridFrom(`
        Сделка | Клиент | Этап | Сумма
        А      | Пион   | КП   | 100 ₽
        Б      | Пион   | КП   | 200 руб.
        В      | Пион   | КП   | 300 $`),
    );
    expect(rows.map(amountOf)).toEqual([100, 200, null]);
    expect(told(account.problems)).toEqual(['4 foreignCurrency | Сумма | USD']);
  });

  it('decides the order of day and month by the whole column', () => {
    const { rows } = dealsIn(
      gridFrom(`Deal | Client | Stage | Close date\nA | X | Won | 3/1/2017\nB | X | Won | 3/25/2017`),
    );
    expect(rows.map((deal) => days(deal)[2])).toEqual(['2017-03-01', '2017-03-25']);
  });

  it('cannot be read without a client or a deal, or without amount, stage and probability', () => {
    const read = (text: string) => complete(readDeals(gridFrom(text), DEFAULT_SETTINGS, knownClients()));
    expect(read('Сумма | Этап\n1 | КП')).toMatchObject({ ok: false, error: { missing: 'client' } });
    expect(read('Клиент | Сделка\nПион | Плёнка')).toMatchObject({ ok: false, error: { missing: 'deal' } });
  });
});

/** Records as rows under their headings. */
function rowsOf(records: readonly Readonly<Record<string, string>>[]): readonly (readonly string[])[] {
  return [Object.keys(records[0] ?? {}), ...records.map((record) => Object.values(record))];
}

describeWithShared('the pipeline of Maven Analytics', 'data/crm_maven/sales_pipeline.csv', (file) => {
  it('is 8,800 deals: 6,711 closed with an amount, 1,425 without a client', () => {
    const { rows, account, has } = dealsIn(gridOf(rowsOf(readCsv(file))));
    expect(rows).toHaveLength(8_800);
    expect(account.rowsRead).toBe(8_800);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(8_800);
    expect(rows.filter(({ amount }) => amount !== null)).toHaveLength(6_711);
    expect(rows.filter(({ client }) => client === null)).toHaveLength(1_425);
    expect(account.problems.every(({ code }) => code === 'noClient')).toBe(true);
    expect(account.problems).toHaveLength(1_425);
    expect(rows.reduce((sum, deal) => sum + (amountOf(deal) ?? 0), 0)).toBe(10_005_534);
    expect(days(rows[0] as DealRow)).toEqual(['2016-10-20', '2017-03-01', '2017-03-01']);
    expect([...has].sort()).toEqual([
      'amount',
      'client',
      'closed',
      'created',
      'expected',
      'manager',
      'number',
      'product',
      'stage',
    ]);
  });
});
