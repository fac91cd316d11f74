import { roubles, readingOf } from '../support/ledger';
import type { Sale } from '../support/ledger';
import { verdict } from '../../src/reports/verdict';
import { contextOf, salesOf, WORKED_EXAMPLE } from '../support/reportContext';

const said = (...args: Parameters<typeof contextOf>) =>
  verdict(contextOf(...args)).map(({ text, tone }) => `${tone}: ${text.replace(/\u00a0/g, ' ')}`);

test('the worked example in Russian', () => {
  expect(said(salesOf(WORKED_EXAMPLE))).toEqual([
    'neutral: Дат в файле нет, поэтому взяты все строки: 9 клиентов с покупками, чистая выручка – 9 960. Ещё 2 клиента – класс D, без выручки за этот период.',
    'neutral: Класс A, основная выручка: четыре клиента из 9 (44,4 %) – и 85 % выручки.',
    'bad: Критическая зависимость: на клиента C01 приходится 42 % выручки, порог – 20 %. Кроме него под флагом ещё 2 клиента.',
    'warning: 80 % выручки держится на 4 клиентах из 9; три крупнейших дают 76 %. Высокая концентрация: HHI 2 558 (границы построены для рынков).',
    'neutral: Возвраты больше продаж у 1 клиента: −40,00 вне долей.',
    'good: Данные сходятся: учтены все прочитанные строки, 11.',
  ]);
});

test('the worked example in English', () => {
  expect(said(salesOf(WORKED_EXAMPLE), { language: 'en' }).slice(1, 3)).toEqual([
    'neutral: Class A, the core of revenue: four clients out of 9 (44.4%) – and 85% of revenue.',
    'bad: Critical dependency: C01 gives 42% of revenue, the threshold is 20%. Also flagged: 2 clients.',
  ]);
});

test('names the flag of the largest client, or says that there is none', () => {
  const largest = (share: number) =>
    said(
      salesOf([
        ['Ромашка', share],
        ...Array.from({ length: 200 }, (_, i): [string, number] => [`К${i}`, (1000 - share) / 200]),
      ]),
    )[2];
  expect(largest(600)).toMatch(/^bad: Моноклиент: на клиента Ромашка приходится 60 %/);
  expect(largest(300)).toMatch(/^bad: Критическая зависимость/);
  expect(largest(150)).toMatch(/^warning: Есть крупный клиент/);
  expect(largest(50)).toBe(
    'good: Опасной зависимости нет: даже у крупнейшего клиента, Ромашка, только 5 % выручки.',
  );
});

test('tells of skipped rows, and of money without a client', () => {
  const sales = salesOf([['А', 100]]);
  const { account } = readingOf(sales);
  const skipped = [{ reason: 'noClient' as const, rows: 2, amount: roubles(1500), examples: [] }];
  const reading = {
    account: { ...account, rowsRead: 3, skipped, amountRead: roubles(1600), amountSkipped: roubles(1500) },
  };
  expect(said(sales, { reading }).at(-1)).toBe(
    'warning: Данные сходятся: прочитано 3 строки, не учтено 2: без клиента – 2 (1 500). Где они – на вкладке «Качество данных». Деньги без клиента, 1 500, не вошли ни в один класс.',
  );
  const broken = { account: { ...reading.account, rowsRead: 4 } };
  expect(said(sales, { reading: broken }).at(-1)).toMatch(/^bad: Строки или суммы не сходятся/);
});

test('does not add the money of totals to what is missing', () => {
  const sales = salesOf([['А', 100]]);
  const { account } = readingOf(sales);
  const skipped = [
    { reason: 'blank' as const, rows: 2, amount: roubles(0), examples: [] },
    { reason: 'repeatedHeader' as const, rows: 1, amount: roubles(0), examples: [] },
    { reason: 'total' as const, rows: 1, amount: roubles(7_376_000), examples: [] },
    { reason: 'noAmount' as const, rows: 4, amount: roubles(0), examples: [] },
  ];
  const reading = {
    account: {
      ...account,
      rowsRead: 9,
      skipped,
      amountRead: roubles(7_376_100),
      amountSkipped: roubles(7_376_000),
    },
  };
  expect(said(sales, { reading }).at(-1)).toBe(
    'neutral: Данные сходятся: прочитано 9 строк, не учтено 8: итоги – 1, без суммы – 4, пустые строки и повторы заголовка – 3. Где они – на вкладке «Качество данных».',
  );
  expect(said(sales, { reading, language: 'en' }).at(-1)).not.toContain('7,376');
});

test('warns of a partial year and names the period', () => {
  const sales: Sale[] = [
    { client: 'А', amount: roubles(1_500_000), date: '2025-07-01' },
    { client: 'Б', amount: roubles(500_000), date: '2025-12-31' },
  ];
  const sentences = said(sales);
  expect(sentences[0]).toBe(
    'neutral: Период 01.07.2025 – 31.12.2025: 2 клиента с покупками, чистая выручка – 2 млн.',
  );
  expect(sentences.at(-1)).toMatch(/^warning: Неполный год: в периоде 6 мес\. вместо 12/);
});

test('nobody bought: one clear sentence and the account of the data', () => {
  expect(said(salesOf([['А', -5]]))).toEqual([
    expect.stringMatching(/^bad: Классов и долей нет/),
    expect.stringMatching(/^good: Данные сходятся/),
  ]);
});

test('holds four to seven sentences with the tab of their numbers', () => {
  const sentences = verdict(contextOf(salesOf(WORKED_EXAMPLE)));
  expect(sentences.length).toBeGreaterThanOrEqual(4);
  expect(sentences.length).toBeLessThanOrEqual(7);
  for (const { tab } of sentences) expect(tab).not.toBeNull();
});
