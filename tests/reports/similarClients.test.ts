import type { MergeQuestion } from '../../src/domain/sales/mergeQuestions';
import type { ClientKey } from '../../src/domain/sales/types';
import { dataCheckPlan } from '../../src/reports/dataCheck';
import { roubles } from '../support/ledger';
import { textsOf, valuesOf } from '../support/planTable';
import { contextOf, salesOf } from '../support/reportContext';

const sales = salesOf([['А', 100]]);

function question(
  into: string,
  from: string,
  parts: Partial<Pick<MergeQuestion, 'state' | 'typed' | 'evidence'>> = {},
): MergeQuestion {
  const client = (name: string, amount: number) => ({
    key: name.toLowerCase() as ClientKey,
    name,
    rows: 2,
    amount: roubles(amount),
  });
  return {
    into: client(into, 500),
    from: client(from, 20.5),
    evidence: ['typo'],
    state: 'open',
    typed: null,
    ...parts,
  };
}

/** The rows of the table of similar clients, by the area of its answers. */
function rowsOf(questions: readonly MergeQuestion[], language: 'ru' | 'en' = 'ru') {
  const plan = dataCheckPlan(contextOf(sales, { questions, language }));
  const at = valuesOf(plan);
  const area = plan.inputs[0]?.area ?? { row: 1, column: 1, rows: 0, columns: 1 };
  const keyColumn = plan.inputs[0]?.keyColumn ?? 1;
  const rows = Array.from({ length: area.rows }, (_, i) => area.row + i).map((row) => ({
    cells: [1, 2, 3, 4, 5, 6, 7].map((column) => at(row, column)),
    answer: at(row, area.column),
    key: at(row, keyColumn),
  }));
  return { plan, rows };
}

test('a question stands in one row: names, rows, money, reason, an empty cell for the answer', () => {
  const { plan, rows } = rowsOf([question('Ромашка', 'Ромшка', { evidence: ['legalForm', 'typo'] })]);
  expect(rows).toEqual([
    {
      cells: [
        'Ромашка',
        2,
        500,
        'Ромшка',
        2,
        20.5,
        'правовая форма указана только у одного, возможна опечатка',
      ],
      answer: '',
      key: 'ромашка // ромшка',
    },
  ]);
  expect(plan.validations).toMatchObject([{ rule: { kind: 'list', values: ['да', 'нет'] } }]);
  expect(plan.inputs).toMatchObject([{ fields: ['merge'] }]);
  expect(plan.validations[0]?.area).toEqual(plan.inputs[0]?.area);
});

test('an answer stands as it was typed; one that only settings know, in words of the language', () => {
  const yes = (typed: string | null) => question('Ромашка', 'Ромшка', { state: 'yes', typed });
  expect(rowsOf([yes('ДА')], 'en').rows[0]?.answer).toBe('ДА');
  expect(rowsOf([yes(null)], 'en').rows[0]?.answer).toBe('yes');
  expect(rowsOf([question('А', 'Б', { state: 'no' })]).rows[0]?.answer).toBe('нет');
});

test.each([
  ['conflict', 'возможна опечатка. Ответы противоречат друг другу'],
  ['unclear', 'возможна опечатка. Ответ не понят'],
  ['yes', 'возможна опечатка. Объединены по вашему ответу'],
  ['no', 'возможна опечатка. Разные по вашему ответу'],
] as const)('the state «%s» is told in words', (state, words) => {
  expect(rowsOf([question('А', 'Б', { state, typed: 'x' })]).rows[0]?.cells[6]).toContain(words);
});

test('of many questions the first 500 stand there, and the number of all is said; answers are never cut', () => {
  const many = Array.from({ length: 600 }, (_, i) => question(`А${i}`, `Б${i}`));
  const answers = Array.from({ length: 10 }, (_, i) => question(`В${i}`, `Г${i}`, { state: 'yes' }));
  const { plan, rows } = rowsOf([...many, ...answers]);
  expect(rows).toHaveLength(510);
  expect(textsOf(plan)).toContainEqual(expect.stringContaining('Показаны 500 самых дорогих вопросов из 600'));
});

test('without questions there is no table, and the tab stays narrow', () => {
  const { plan } = rowsOf([]);
  expect(plan.inputs).toEqual([]);
  expect(plan.columnWidths).toHaveLength(4);
  expect(plan.print.orientation).toBe('portrait');
  const wide = rowsOf([question('А', 'Б')]).plan;
  expect(wide.print).toMatchObject({ orientation: 'landscape', area: { columns: 8 } });
});
