import type { ClientKey, Reading } from '../../src/domain/sales/types';
import { units } from '../../src/domain/shared/money';
import { dataCheckPlan } from '../../src/reports/dataCheck';
import { day, PLAIN_NOTES, readingOf, roubles } from '../support/ledger';
import { beside, textsOf } from '../support/planTable';
import { contextOf, salesOf } from '../support/reportContext';

const sales = salesOf([
  ['А', 100],
  ['Б', 50],
]);

/** Two rows used, three skipped. */
function accountOf(change: Partial<Reading['account']> = {}): Partial<Reading> {
  const { account } = readingOf(sales);
  return {
    account: {
      ...account,
      rowsRead: 5,
      amountRead: roubles(457.5),
      amountSkipped: roubles(307.5),
      skipped: [
        {
          reason: 'noClient',
          rows: 1,
          amount: roubles(7.5),
          examples: [{ sheet: 'Лист1', row: 4, value: '', amount: roubles(7.5) }],
        },
        {
          reason: 'total',
          rows: 2,
          amount: roubles(300),
          examples: [
            { sheet: 'Лист1', row: 7, value: 'Итого', amount: roubles(150) },
            { sheet: 'Лист1', row: 9, value: 'Всего', amount: roubles(150) },
          ],
        },
      ],
      ...change,
    },
  };
}

test('every row and amount is accounted for, by reason and with examples', () => {
  const plan = dataCheckPlan(contextOf(sales, { reading: accountOf() }));
  expect([beside(plan, 'Прочитано'), beside(plan, 'Прочитано', 2)]).toEqual([5, 457.5]);
  expect([beside(plan, 'Учтено'), beside(plan, 'Учтено', 2)]).toEqual([2, 150]);
  expect(beside(plan, 'Пропущено (по причинам ниже)')).toBe(3);
  expect(beside(plan, 'Пропущено (по причинам ниже)', 2)).toBe(307.5);
  expect([beside(plan, 'Проверка'), beside(plan, 'Проверка', 2)]).toEqual(['сходится', 'сходится']);
  expect(beside(plan, 'Итог или подытог', 3)).toBe('строка 7: Итого; строка 9: Всего');
  expect(textsOf(plan)).toContainEqual(expect.stringMatching(/^Без клиента: 1 строка на сумму 7,50\./));
});

test('a person can find every skipped row and rouble: the list adds up to the account by formula', () => {
  const { account } = readingOf(sales);
  const examples = Array.from({ length: 20 }, (_, row) => ({
    sheet: row < 10 ? 'Январь' : "О'Кей",
    row: row + 2,
    value: row === 0 ? '' : `к${row}`,
    amount: row === 1 ? null : roubles(1),
  }));
  const plan = dataCheckPlan(
    contextOf(sales, {
      reading: {
        account: {
          ...account,
          rowsRead: 45,
          amountRead: roubles(190),
          amountSkipped: roubles(40),
          skipped: [
            { reason: 'blank', rows: 3, amount: roubles(0), examples: examples.slice(0, 3) },
            { reason: 'noClient', rows: 40, amount: roubles(40), examples },
          ],
        },
      },
    }),
  );
  expect([1, 2, 3].map((column) => beside(plan, 'Январь!2', column))).toEqual([1, 1, 'Нет клиента']);
  expect([1, 2, 3].map((column) => beside(plan, 'Январь!3', column))).toEqual([1, '', 'Нет клиента: к1']);
  expect(beside(plan, "О'Кей!12", 3)).toBe('Нет клиента: к10');
  expect([1, 2].map((column) => beside(plan, 'остальные такие строки', column))).toEqual([20, 21]);
  expect([1, 3].map((column) => beside(plan, 'такие строки', column))).toEqual([3, 'Пустая строка']);
  expect([1, 2, 3].map((column) => beside(plan, 'Всего пропущено', column))).toEqual([43, 40, 'сходится']);
  const formulas = plan.blocks.flatMap(({ cells }) =>
    cells.flat().flatMap((cell) => (typeof cell === 'object' && cell ? [cell.formula] : [])),
  );
  const skippedRow = plan.blocks
    .flatMap(({ row, cells }) => cells.map((line, index) => ({ row: row + index, first: line[0] })))
    .find(({ first }) => first === 'Пропущено (по причинам ниже)')?.row;
  expect(formulas.find((formula) => formula.startsWith('=IF(AND('))).toContain(`=B${skippedRow},`);
  expect(beside(plan, 'Нет клиента', 3)).toBe('строка Январь!2; строка Январь!3: к1; строка Январь!4: к2; …');
});

test('an account that does not add up says so', () => {
  const plan = dataCheckPlan(contextOf(sales, { reading: accountOf({ rowsRead: 6, amountRead: units(1) }) }));
  expect([beside(plan, 'Проверка'), beside(plan, 'Проверка', 2)]).toEqual(['не сходится', 'не сходится']);
});

test('what lies outside the period stands beside what lies within', () => {
  const dated = [
    { client: 'А', amount: roubles(10), date: '2023-06-15' },
    { client: 'А', amount: roubles(30), date: '2025-01-02' },
    { client: 'Б', amount: roubles(5), date: '2025-12-31' },
  ];
  const plan = dataCheckPlan(contextOf(dated));
  expect(beside(plan, 'Учтено за период анализа', 2)).toBe(35);
  expect(beside(plan, 'Учтено вне периода', 2)).toBe(10);
  expect(beside(plan, 'Анализируемый период', 3)).toBe('01.01.2025 – 31.12.2025');
  expect(beside(plan, 'Дата анализа', 3)).toBe(
    '31.12.2025 – последняя продажа в файле; меняется в настройках',
  );
});

test('a file without dates is told so', () => {
  const plan = dataCheckPlan(contextOf(sales, { language: 'en' }));
  expect(textsOf(plan)).toContainEqual(expect.stringContaining('no date column'));
  expect(beside(plan, 'No row was skipped.')).toBe(0);
});

test('what whole columns decided, damaged numbers and names from another sheet are said', () => {
  const plan = dataCheckPlan(
    contextOf(sales, {
      settings: { nameLookup: 'ignore' },
      understanding: {
        unit: 'thousands',
        doubts: [
          {
            code: 'damagedNumbers',
            column: 1,
            examples: ['2,024,994'],
            dates: [day('2026-05-01')],
            default: 'leaveOut',
          },
          { code: 'nameLookup', column: 0, sheet: 'Контрагенты', default: 'use' },
        ],
      },
      reading: {
        notes: {
          ...PLAIN_NOTES,
          dateOrder: { value: 'dmy', by: 'evidence' },
          decimalSeparator: { value: ',', by: 'default' },
          currency: 'RUB',
        },
      },
    }),
  );
  const comment = (what: string) => beside(plan, what, 3);
  expect(comment('Даты, записанные цифрами в тексте')).toBe('день, месяц, год: так говорит сама колонка');
  expect(comment('Дробная часть в числах-текстах')).toContain('запятая: колонка читается двояко');
  expect(comment('Валюта')).toContain('RUB');
  expect(comment('Единица сумм')).toContain('в тысячах');
  expect(comment('Числа, похожие на испорченные, «Сумма» (B): 2,024,994; 01.05.2026')).toContain('не учтены');
  expect(comment('Клиент назван кодом: «Контрагент» (A); имена есть на листе «Контрагенты»')).toBe(
    'по вашему ответу: показаны коды',
  );
});

test('columns, doubts and repairs are shown with the decision taken', () => {
  const plan = dataCheckPlan(
    contextOf(sales, {
      settings: { dateOrder: 'mdy' },
      understanding: {
        doubts: [
          { code: 'dateOrder', column: 0, default: 'dmy' },
          { code: 'decimalSeparator', column: 1, default: ',' },
          { code: 'severalAmounts', columns: [0, 1], default: 1 },
        ],
      },
      reading: {
        notes: {
          ...PLAIN_NOTES,
          amountSource: 'quantity×price',
          textNumbers: 3,
          mergedSpellings: [{ key: 'a' as ClientKey, name: 'А', spellings: ['А', '«А» ООО'] }],
        },
      },
    }),
  );
  expect([beside(plan, 'Клиент'), beside(plan, 'Клиент', 2), beside(plan, 'Клиент', 3)]).toEqual([
    'A',
    'по словам в заголовке',
    'Контрагент',
  ]);
  expect(beside(plan, 'Откуда взята сумма', 3)).toBe('количество × цена');
  expect(beside(plan, 'Чисел, записанных текстом')).toBe(3);
  expect(beside(plan, 'Порядок дня и месяца в датах: «Контрагент» (A)', 3)).toBe(
    'по вашему ответу: месяц, день, год',
  );
  expect(beside(plan, 'Знак дробной части: «Сумма» (B)', 3)).toBe(
    'принято по умолчанию: запятая; можно изменить в панели',
  );
  expect(beside(plan, 'Несколько колонок похожи на сумму: «Контрагент» (A), «Сумма» (B)', 3)).toContain(
    '«Сумма» (B)',
  );
  expect(textsOf(plan)).toContain('А | «А» ООО');
});

test('columns are named by their letter on the sheet, and sheets that were left out by name', () => {
  const ctx = contextOf(sales);
  const plan = dataCheckPlan({
    ...ctx,
    source: { ...ctx.source, firstColumn: 3, leftOut: ['Апрель', 'Свод'] },
    understanding: {
      ...ctx.understanding,
      layout: 'crosstab',
      unfolding: {
        kind: 'crosstab',
        columns: [{ from: 'sheet', column: 1, carried: false }, { from: 'period' }],
        slots: [],
        measures: 1,
        rowMeasures: null,
        outline: null,
        labels: [],
      },
    },
  });
  expect(beside(plan, 'Клиент', 1)).toBe('D');
  expect(beside(plan, 'Вид листа', 3)).toBe('сводная: периоды в колонках');
  expect(beside(plan, 'Похожие листы, которые не вошли', 3)).toBe('Апрель, Свод');
});
