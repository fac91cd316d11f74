import { sampleSheets } from '../../../src/workbench/sample/sampleSheets';

const [, PIPELINE, BUDGETS, MUST_LIST] = sampleSheets('ru');
const [, ENGLISH_PIPELINE] = sampleSheets('en');
const [AMOUNT, STAGE, EXPECTED, CLOSED] = [3, 4, 5, 7];

const bodyOf = (sheet: typeof PIPELINE) => sheet?.rows.slice(1) ?? [];

test('the pipeline has open deals with gaps, and enough closed ones to learn a win rate from', () => {
  const open = bodyOf(PIPELINE).filter((row) => row[CLOSED] === '');
  const closed = bodyOf(PIPELINE).filter((row) => row[CLOSED] !== '');
  expect(open).toHaveLength(44);
  expect(open.some((row) => row[AMOUNT] === '')).toBe(true);
  expect(open.some((row) => row[EXPECTED] === '')).toBe(true);
  expect(closed.length).toBeGreaterThanOrEqual(20);
  expect(new Set(closed.map((row) => row[STAGE]))).toEqual(new Set(['Договор подписан', 'Отказ']));
});

test('both languages tell the same deals', () => {
  expect(bodyOf(ENGLISH_PIPELINE).map((row) => row[AMOUNT])).toEqual(
    bodyOf(PIPELINE).map((row) => row[AMOUNT]),
  );
});

test('budgets are known of some clients, by amount or by share, and of prospects', () => {
  const rows = bodyOf(BUDGETS);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.every(([, budget, share]) => (budget === '') !== (share === ''))).toBe(true);
  expect(rows.some(([, , share]) => typeof share === 'number')).toBe(true);
  expect(new Set(rows.map(([client]) => client)).size).toBe(rows.length);
});

test('the must list names ten different items of the range', () => {
  expect(new Set(bodyOf(MUST_LIST).map(([item]) => item)).size).toBe(10);
});
