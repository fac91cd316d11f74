import fc from '../../support/fastCheck';
import { clientKey } from '../../../src/domain/sales/clientKey';
import { NO_COLUMN } from '../../../src/domain/sales/types';
import type { Reading } from '../../../src/domain/sales/types';
import type { CellValue } from '../../../src/domain/shared/grid';
import { gridOf } from '../../../src/domain/shared/grid';
import type { ExcelSerial } from '../../../src/domain/shared/dates';
import { readingOf, tryReading, understood, unitsByKey } from './support';

/** Cells that people, exports and fate put into sheets. */
const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>('', ' ', '\u00a0', 0, -0, 1e308, -1e308, 5e-324, NaN, Infinity, true, false),
  fc.constantFrom(
    '#N/A',
    '#Н/Д',
    '#REF!',
    'Итого',
    'Total',
    'Клиент',
    'Сумма',
    'Дата',
    '😀',
    '=1+1',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom(
    '1.234',
    '1,234',
    '1 234,56 ₽',
    '(5)',
    '$7',
    '12%',
    '−',
    '01/02/2026',
    '2024-01-31',
    'янв.2026',
    '1 кв. 2026',
  ),
  fc.constantFrom(
    'ООО «Ромашка»',
    'АО Ромашка',
    'Ромашка',
    'x'.repeat(33_000),
    '9'.repeat(2_000),
    ' '.repeat(2_000) + 'я',
  ),
  fc.integer(),
  fc.double(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.integer({ min: 40_000, max: 46_000 }),
);

const HEADINGS = [
  'Клиент',
  'Код клиента',
  'ИНН',
  'Дата',
  'Сумма',
  'Количество',
  'Цена',
  'Скидка',
  'Валюта',
  'Проведен',
  'Себестоимость',
  'Документ',
];

/** Both identities of method.md §1, and that the ledger holds what the account says. */
function expectAccounted({ account, ledger }: Reading, rowsRead: number): void {
  const skippedRows = account.skipped.reduce((sum, { rows }) => sum + rows, 0);
  const skippedAmount = account.skipped.reduce((sum, { amount }) => sum + amount, 0);
  expect(account.rowsRead).toBe(rowsRead);
  expect(account.used + account.merged + skippedRows).toBe(rowsRead);
  expect(account.amountSkipped).toBe(skippedAmount);
  expect(account.amountUsed + account.amountSkipped).toBe(account.amountRead);
  expect(ledger.amount.reduce((sum, amount) => sum + amount, 0) + 0).toBe(account.amountUsed + 0);
  expect(ledger.rowCount).toBe(account.used);
  expect(ledger.client.every((client) => client >= 0 && client < ledger.clients.length)).toBe(true);
  expect(new Set(ledger.clients.map(({ key }) => key)).size).toBe(ledger.clients.length);
  expect(new Set(ledger.client).size).toBe(ledger.clients.length);
}

describe('whatever is on the sheet', () => {
  test('nothing makes the reader throw', () => {
    const rows = fc.array(fc.array(anyCell, { maxLength: 7 }), { maxLength: 12 });
    const asOf = fc.option(fc.integer({ min: 40_000, max: 46_000 }));
    fc.assert(
      fc.property(rows, asOf, (cells, day) => {
        const reading = tryReading(cells, { asOf: day as ExcelSerial | null });
        if (!reading.ok) return;
        expectAccounted(reading.value, cells.length - understood(cells).firstDataRow);
      }),
      { numRuns: 600 },
    );
  });

  test('under good headings, every row and every unit of money is accounted for', () => {
    const row = fc.array(anyCell, { minLength: HEADINGS.length, maxLength: HEADINGS.length });
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.boolean(),
        fc.boolean(),
        (cells, hasAmount, hasCurrency) => {
          const mapping = {
            client: 0,
            clientId: 1,
            taxId: 2,
            date: hasCurrency ? 3 : NO_COLUMN,
            quantity: 5,
            price: 6,
            discount: 7,
            currency: hasCurrency ? 8 : NO_COLUMN,
            posted: 9,
            cost: 10,
            document: 11,
            amount: hasAmount ? 4 : NO_COLUMN,
          };
          const grid = gridOf([HEADINGS, ...cells]);
          const reading = tryReading(grid, { mapping });
          if (!reading.ok) return;
          read++;
          const { firstDataRow } = understood(grid, undefined, mapping);
          expectAccounted(reading.value, grid.rowCount - firstDataRow);
        },
      ),
      { numRuns: 600 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

describe('a sound list', () => {
  const name = fc.constantFrom(
    'ООО «Ромашка»',
    'Ромашка',
    'АО Ромашка',
    'Лютик',
    'лютик',
    'ИП Пион',
    'Acme Ltd',
    'ACME',
    '',
    'Тотал',
  );
  const amount = fc.oneof(
    fc.integer({ min: -1_000_000, max: 1_000_000 }).map((kopecks) => kopecks / 100),
    fc.constantFrom<CellValue>('1 234,56', '-5,5', '', '#Н/Д', 'нет', '(7,25)'),
  );
  const row = fc.record({ name, amount, day: fc.integer({ min: 45_000, max: 45_500 }) });
  const list = fc.array(row, { minLength: 1, maxLength: 60 });
  const rowsOf = (
    records: readonly { name: string; amount: CellValue; day: number }[],
  ): readonly (readonly CellValue[])[] => [
    ['Клиент', 'Дата', 'Сумма'],
    ['Первый', 45_000, 1],
    ...records.map((record) => [record.name, record.day, record.amount]),
  ];

  test('is accounted for to the unit', () => {
    fc.assert(
      fc.property(list, (records) => expectAccounted(readingOf(rowsOf(records)), records.length + 1)),
    );
  });

  test('gives the same clients and sums in any order of its rows', () => {
    // A blank name may mean the one above it, and then the order tells who bought.
    const named = list.map((records) => records.filter((record) => record.name !== ''));
    const shuffled = named.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
    );
    fc.assert(
      fc.property(shuffled, ([records, others]) => {
        expect(unitsByKey(readingOf(rowsOf(others)))).toEqual(unitsByKey(readingOf(rowsOf(records))));
      }),
    );
  });
});

describe('the key of a client', () => {
  test('does not change when the key is read again as a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const key = clientKey(name);
        expect(clientKey(key)).toBe(key);
      }),
      { numRuns: 2_000 },
    );
  });

  test('does not depend on case, outer spaces or quotes', () => {
    const word = fc.constantFrom('Ромашка', 'Торг', 'Acme', 'Сервис', '5', 'Юг', 'МТС', 'Beta');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const name = words.join(' ');
        expect(clientKey(`  «${name.toUpperCase()}» `)).toBe(clientKey(name));
        expect(clientKey(`ООО "${name.toLowerCase()}"`)).toBe(clientKey(name));
      }),
    );
  });
});
