import fc from '../../../support/fastCheck';
import { sheetFrom } from '../corpus/sheetText';
import { readingOf, rolesOf, skipsOf, sumsOf, tryReading, understood } from '../support';
import type { Rows } from '../support';
import type { CellValue } from '../../../../src/domain/shared/grid';

const drawn = (text: string) =>
  sheetFrom(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    { sheet: 'Лист1', row: 1, column: 1 },
  );

describe('a grouped report', () => {
  test('with indented levels and no names for them', () => {
    const rows: Rows = [
      ['Номенклатура', 'Сумма'],
      ['Центр', 42],
      ['  ООО «Ромашка»', 30],
      ['    Болт', 10],
      ['    Гайка', 20],
      ['  АО «Лютик»', 12],
      ['    Болт', 12],
      ['Итого', 42],
    ];
    expect(understood(rows)).toMatchObject({ layout: 'grouped' });
    const reading = readingOf(rows);
    expect(sumsOf(reading)).toEqual({ 'ООО «Ромашка»': 30, 'АО «Лютик»': 12 });
    expect(reading.account).toMatchObject({ used: 3, merged: 3 });
    expect(skipsOf(reading)).toEqual({ total: 1 });
  });

  test('takes the day of each document from its text, and the order of day and month from all of them', () => {
    const grid = drawn(`
      | Контрагент              | Сумма |
      | Документ                |       |
      | ООО «Ромашка»           | 30    |
      | Invoice 1 of 01/02/2026 | 10    |
      | Invoice 2 of 25/02/2026 | 20    |
      | АО «Лютик»              | 12    |
      | Invoice 3 of 03/02/2026 | 12    |`);
    const reading = readingOf(grid);
    expect([reading.firstDate, reading.lastDate]).toEqual([46_054, 46_078]);
  });

  test('books headings with their subtotals as merged, and says where totals stand', () => {
    const grid = drawn(`
      | Контрагент / Номенклатура | Выручка |
      | Итого                     | 42      |
      | ООО «Ромашка»             | 30      |
      | Болт                      | 10      |
      | Гайка                     | 20      |
      | АО «Лютик»                | 12      |
      | Болт                      | 5       |
      | Шайба                     | 7       |`);
    const { account } = readingOf(grid);
    expect(account).toMatchObject({
      rowsRead: 7,
      used: 4,
      merged: 2,
      amountUsed: 420_000,
      amountSkipped: 420_000,
    });
    expect(account.skipped[0]?.examples[0]).toMatchObject({ row: 2, value: 'Итого' });
  });

  test('counts a heading without lines of its own as a sale of its own', () => {
    const grid = drawn(`
      | Контрагент    | Документ    | Сумма |
      | ООО «Ромашка» |             | 30    |
      |               | Накладная 1 | 10    |
      |               | Накладная 2 | 20    |
      | АО «Лютик»    |             | 5     |`);
    expect(sumsOf(readingOf(grid))).toEqual({ 'ООО «Ромашка»': 30, 'АО «Лютик»': 5 });
  });

  test('asks which level is the client where none is named, the goods by default', () => {
    const grid = drawn(`
      | Склад    | Выручка |
      | Артикул  |         |
      | Основной | 30      |
      | А-1      | 10      |
      | А-2      | 20      |
      | Дальний  | 12      |
      | А-1      | 12      |
      | Итого    | 42      |`);
    const understanding = understood(grid);
    expect(understanding.doubts).toEqual([{ code: 'clientLevel', columns: [0, 1], default: 1 }]);
    expect(rolesOf(understanding)).toMatchObject({ client: 'Артикул' });
    expect(sumsOf(readingOf(grid))).toEqual({ 'А-1': 22, 'А-2': 20 });
    expect(sumsOf(readingOf(grid, { settings: { columns: { client: 'Склад' } } }))).toEqual({
      Основной: 30,
      Дальний: 12,
    });
  });

  test('stops where the sums of the groups stop adding up below the first rows', () => {
    const groups = Array.from({ length: 100 }, (_, at): CellValue[][] => [
      [`Клиент ${at}`, at < 70 ? 30 : 31],
      ['Болт', 10],
      ['Гайка', 20],
    ]).flat();
    const read = tryReading([['Контрагент / Номенклатура', 'Сумма'], ...groups]);
    expect(read).toMatchObject({ ok: false, error: { code: 'unclearGroups' } });
  });

  test('counts the rows where a single group does not add up, and names it', () => {
    const groups = Array.from({ length: 30 }, (_, at): CellValue[][] => [
      [`Клиент ${at}`, at === 20 ? 31 : 30],
      ['  Болт', 10],
      ['  Гайка', 20],
    ]).flat();
    const reading = readingOf([['Контрагент / Номенклатура', 'Сумма'], ...groups]);
    expect(reading.account).toMatchObject({ used: 60, amountUsed: 9_000_000 });
    expect(reading.notes.unequalGroups).toEqual([{ sheet: 'Sheet1', row: 62 }]);
  });

  test('with each level in a column of its own, as Excel’s pivots in outline form', () => {
    const grid = drawn(`
      | Region | Customer | Item  | Sum of Amount |
      | East   |          |       | 42            |
      |        | Acme     |       | 30            |
      |        |          | Bolt  | 10            |
      |        |          | Nut   | 20            |
      |        | Birch    |       | 12            |
      |        |          | Bolt  | 12            |
      | West   |          |       | 8             |
      |        | Acme     |       | 8             |
      |        |          | Bolt  | 8             |
      | Grand Total |     |       | 50            |`);
    expect(rolesOf(understood(grid))).toEqual({
      region: 'Region',
      client: 'Customer',
      product: 'Item',
      amount: 'Sum of Amount',
    });
    const reading = readingOf(grid);
    expect(sumsOf(reading)).toEqual({ Acme: 38, Birch: 12 });
    expect(reading.account).toMatchObject({ used: 4, merged: 5 });
    expect(skipsOf(reading)).toEqual({ total: 1 });
  });

  test('is none where a list happens to have a sale equal to the two below it', () => {
    const rows: Rows = [
      ['Клиент', 'Сумма'],
      ['Ромашка', 30],
      ['Лютик', 10],
      ['Пион', 20],
      ['Астра', 8],
    ];
    expect(understood(rows)).toMatchObject({ layout: 'list', doubts: [] });
    expect(readingOf(rows).account).toMatchObject({ used: 4, merged: 0 });
  });

  test('is none where every row has its date, though amounts add up like groups', () => {
    const amounts = Array.from({ length: 30 }, (_, index) => (index % 3 === 1 ? 0 : 1000));
    const rows: Rows = [
      ['Клиент', 'Дата', 'Сумма'],
      ...amounts.map((amount, index) => [index % 2 === 0 ? 'Ромашка' : 'Лютик', 45_000 + index, amount]),
    ];
    expect(understood(rows)).toMatchObject({ layout: 'list' });
    expect(sumsOf(readingOf(rows))).toEqual({ Ромашка: 10_000, Лютик: 10_000 });
  });
});

describe('names written once', () => {
  test('hold for the blank cells below where dates begin anew with each name', () => {
    const grid = drawn(`
      | Клиент  | Дата         | Сумма |
      | Ромашка | d:2026-01-12 | 10    |
      |         | d:2026-01-23 | 20    |
      | Лютик   | d:2026-01-13 | 5     |
      |         | d:2026-01-14 | 7     |`);
    expect(sumsOf(readingOf(grid))).toEqual({ Ромашка: 30, Лютик: 12 });
  });

  test('are not taken for the client of nameless sales in a journal by date', () => {
    const grid = drawn(`
      | Клиент  | Дата         | Сумма |
      | Ромашка | d:2026-01-12 | 10    |
      |         | d:2026-01-13 | 20    |
      | Лютик   | d:2026-01-14 | 5     |
      |         | d:2026-01-15 | 7     |`);
    const reading = readingOf(grid);
    expect(sumsOf(reading)).toEqual({ Ромашка: 10, Лютик: 5 });
    expect(skipsOf(reading)).toEqual({ noClient: 2 });
  });
});

/** A group of clients' lines, or a line. */
interface Tree {
  readonly name: string;
  readonly amount: number;
  readonly parts: readonly Tree[];
}

const LEVELS = ['Регион', 'Покупатель', 'Номенклатура'];

/** Amounts in kopecks that no sum of others meets by chance. */
const VARIED = fc.noBias(fc.integer({ min: -1_000_000, max: 100_000_000 }));

/** Amounts in kopecks that are often zero, equal, or the sum of their neighbours. */
const COINCIDING = fc.integer({ min: -3, max: 3 });

/** Trees of equal depth; amounts in kopecks. */
function treeOf(depth: number, amount: fc.Arbitrary<number>): fc.Arbitrary<Tree> {
  const name = fc.integer({ min: 1, max: 10_000 }).map((number) => `Имя ${number}`);
  if (depth === 1) return fc.record({ name, amount, parts: fc.constant([]) });
  return fc
    .record({ name, parts: fc.array(treeOf(depth - 1, amount), { minLength: 1, maxLength: 5 }) })
    .map(({ name: called, parts }) => ({
      name: called,
      parts,
      amount: parts.reduce((sum, part) => sum + part.amount, 0),
    }));
}

function linesOf(tree: Tree, withSubtotals: boolean): CellValue[][] {
  const isLine = tree.parts.length === 0;
  return [
    [tree.name, isLine || withSubtotals ? tree.amount / 100 : ''],
    ...tree.parts.flatMap((part) => linesOf(part, withSubtotals)),
  ];
}

function leavesOf(tree: Tree): readonly Tree[] {
  return tree.parts.length === 0 ? [tree] : tree.parts.flatMap(leavesOf);
}

/** A report whose headings name its levels, its lines without an indent. */
interface Report {
  readonly rows: Rows;
  /** Rows below the headings and above the total. */
  readonly body: number;
  readonly lines: number;
  /** Kopecks. */
  readonly total: number;
}

function reportsOf(amount: fc.Arbitrary<number>): fc.Arbitrary<Report> {
  return fc.integer({ min: 2, max: 3 }).chain((depth) =>
    fc
      .tuple(fc.array(treeOf(depth, amount), { minLength: 1, maxLength: 6 }), fc.boolean())
      .map(([forest, withSubtotals]) => {
        const body = forest.flatMap((tree) => linesOf(tree, withSubtotals));
        const leaves = forest.flatMap(leavesOf);
        const total = leaves.reduce((sum, leaf) => sum + leaf.amount, 0);
        const headings = LEVELS.slice(0, depth).map((name, level) => [name, level === 0 ? 'Сумма' : '']);
        return {
          rows: [...headings, ...body, ['Итого', total / 100]],
          body: body.length,
          lines: leaves.length,
          total,
        };
      }),
  );
}

describe('any grouped report whose headings name its levels', () => {
  test('is read once: what is used is the sum of its lines, and every row is accounted for', () => {
    fc.assert(
      fc.property(reportsOf(VARIED), ({ rows, body, lines, total }) => {
        const { account } = readingOf(rows);
        expect(account.amountUsed).toBe(total * 100);
        expect(account).toMatchObject({ rowsRead: body + 1, used: lines, merged: body - lines });
      }),
      { numRuns: 300 },
    );
  });

  test('with amounts that meet by chance is read to its total, or stops with a question', () => {
    fc.assert(
      fc.property(reportsOf(COINCIDING), ({ rows, body, total }) => {
        const read = tryReading(rows);
        if (!read.ok) {
          expect(read.error.code).toBe('unclearGroups');
          return;
        }
        const { account } = read.value;
        expect(account.amountUsed).toBe(total * 100);
        expect(account.used + account.merged).toBe(body);
      }),
      { numRuns: 300 },
    );
  });
});
