import fc from '../../support/fastCheck';
import { readLedger } from '../../../src/domain/sales/ledger';
import type { Reading, Understanding } from '../../../src/domain/sales/types';
import { neededColumns, understand } from '../../../src/domain/sales/understand';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import type { CellValue, Grid } from '../../../src/domain/shared/grid';
import { gridOf } from '../../../src/domain/shared/grid';
import type { ExcelSerial } from '../../../src/domain/shared/dates';
import { corpus } from './corpus/cases';

type Rows = CellValue[][];

/** Whatever can stand in a cell: what people type, what exports write, and what nobody expects. */
// prettier-ignore
const STRANGE: readonly CellValue[] = [
  '', ' ', '\u00a0', '\u200b', 0, -0, 1, -1, 0.1, 1e15, 1e308, -1e308, 5e-324, NaN, Infinity, true, false,
  '#N/A', '#Н/Д', '#REF!', '#SPILL!', 'NaN', 'null', 'undefined', '1e309', '-', '–', '()', '%', '₽', '0x10',
  '1.234', '1,234', '2,024,994', '1 234,56 ₽', '(5)', '5-', '$7', '€1.234,50', '12%', '00012', '١٢٣',
  '01/02/21', '31.12.2025', '14.07.2015*', '2026-02-30', 'янв.2026', '1 кв. 2026', 'Q3 2025', 'Январь', '2025', 46_000, 45_292.5,
  'Итого', 'Total', 'Общий итог', 'Тотал ООО', 'Ромашка Итог', 'ООО «Ромашка»', 'Acme, Inc.', 'Аптека № 5', 'Руководитель ____',
  'Реализация 0001 от 12.01.2026 10:15:00', '00012;2;10,00\n00013;1;1 100,00', '😀', '👩‍👩‍👧', '=1+1', '__proto__', 'constructor',
  '\ud800', '\u202eабв',
];

/** Texts as long as a cell holds, which cost time. */
const LONG: readonly CellValue[] = [
  'x'.repeat(32_767),
  '9'.repeat(600),
  ' '.repeat(3_000) + 'я',
  'а\u0301'.repeat(200),
];

// prettier-ignore
const HEADINGS: readonly string[] = [
  'Клиент', 'Контрагент', 'Код клиента', 'ИНН', 'Дата', 'Месяц', 'Сумма', 'Сумма с НДС', 'Сумма без НДС', 'НДС', 'Выручка', 'План', 'Факт',
  'Количество', 'Цена', 'Скидка', 'Валюта', 'Проведен', 'ПометкаУдаления', 'Себестоимость', 'Прибыль', 'Документ', 'Товары', 'Номенклатура',
  'Менеджер', 'Регион', 'Столбец1', 'Итого', 'Customer', 'Date', 'Amount', 'Total', 'Qty', 'Unit price', 'Row Labels', 'Sum of Amount', '',
];

const NAMES = ['Ромашка', 'Лютик', 'ООО «Пион»', 'Acme Ltd', 'Тотал', 'Аптека № 5', 'Аптека № 6'];

describe('no sheet makes the reader throw, lose a row or an amount', () => {
  test('random cells under random headings', () => {
    check(2_500, (dice) => {
      const width = dice.upTo(12);
      const rows = table(dice, dice.upTo(14), width, (each) => each.pick(each.chance(0.01) ? LONG : STRANGE));
      if (dice.chance(0.8))
        rows.splice(
          dice.upTo(4),
          0,
          Array.from({ length: width }, () => dice.pick(HEADINGS)),
        );
      if (dice.chance(0.2))
        rows.splice(
          dice.upTo(4),
          0,
          Array.from({ length: width }, () => dice.pick(HEADINGS)),
        );
      return rows;
    });
  });

  test('any cells at all', () => {
    const cell: fc.Arbitrary<CellValue> = fc.oneof(
      fc.constantFrom(...STRANGE),
      fc.constantFrom(...STRANGE, ...LONG),
      fc.constantFrom(...HEADINGS),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 14 }), (rows) => {
        expectSound(gridOf(rows));
      }),
      { numRuns: 800 },
    );
  });

  test('outline reports of random depth, with their subtotals right, wrong or missing', () => {
    const read = check(1_000, (dice) => {
      const heading: Rows = [
        [dice.pick(['Контрагент', 'Клиент', 'Customer']), dice.pick(['Сумма', 'Выручка', 'Amount'])],
      ];
      if (dice.chance(0.5)) heading.push([dice.pick(['Документ', 'Номенклатура', 'Договор']), '']);
      const rows = [...heading, ...branch(dice, 1 + dice.upTo(2)).rows];
      return damaged(dice, rows);
    });
    expect(read).toBeGreaterThan(300);
  });

  test('cross-tabs of months, quarters or years, with their totals right or wrong', () => {
    const read = check(2_000, (dice) => {
      const months = 2 + dice.upTo(14);
      const headings = periods(dice, months);
      const clients = 1 + dice.upTo(8);
      const rows: Rows = [[dice.pick(['Клиент', 'Customer', '']), ...headings]];
      for (let client = 0; client < clients; client++) {
        rows.push([
          `${dice.pick(NAMES)} ${dice.upTo(3)}`,
          ...headings.map(() => (dice.chance(0.8) ? dice.upTo(1_000) : '')),
        ]);
      }
      if (dice.chance(0.5)) rows.forEach((row, at) => row.push(at === 0 ? 'Итого' : sumOf(row.slice(1))));
      if (dice.chance(0.5))
        rows.push([
          'Итого',
          ...headings.map((_, at) => sumOf(rows.slice(1).map((row) => row[at + 1] ?? ''))),
        ]);
      if (dice.chance(0.3))
        rows.unshift(['', ...headings.map((_, at) => (at % 12 === 0 ? 2020 + at / 12 : ''))]);
      return damaged(dice, rows);
    });
    expect(read).toBeGreaterThan(500);
  });

  test('every sheet of the corpus, torn, shuffled, padded and spoiled', () => {
    const sheets = corpus().map(({ grid }) => grid);
    const read = check(3_000, (dice) => {
      const grid = dice.pick(sheets);
      let rows: Rows = Array.from({ length: grid.rowCount }, (_, row) =>
        Array.from({ length: grid.columnCount }, (__, column) => grid.value(row, column)),
      );
      for (let change = dice.upTo(4); change >= 0; change--) rows = damaged(dice, rows);
      return rows;
    });
    expect(read).toBeGreaterThan(1_000);
  });
});

describe('a long sheet', () => {
  test('is read with a pause every few thousand rows, whatever stands in it', () => {
    const dice = new Dice(5);
    const heading: Rows = [['Дата', 'Клиент', 'Количество', 'Цена', 'Сумма', 'Документ']];
    const short = STRANGE.filter((cell) => String(cell).length < 100);
    const rows = heading.concat(
      table(dice, 50_000, 6, (each) => (each.chance(0.9) ? each.upTo(50_000) : each.pick(short))),
    );
    expect(expectSound(gridOf(rows)).pauses).toBeGreaterThan(rows.length / 5_000);
  });
});

/** Reads many sheets made by seeded dice; the seed of a failing one is named. Returns how many could be read. */
function check(runs: number, sheet: (dice: Dice) => Rows): number {
  let read = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const dice = new Dice(seed);
    const rows = sheet(dice);
    const formats = dice.chance(0.2)
      ? rows.map((row) => row.map(() => dice.pick(['', 'dd.mm.yyyy', '0.00', 'mmm yyyy'])))
      : [];
    try {
      if (expectSound(gridOf(rows, { formats }), dice.chance(0.2) ? 45_500 : null).isRead) read++;
    } catch (error) {
      throw new Error(`Seed ${seed}: ${JSON.stringify(rows).slice(0, 3_000)}`, { cause: error });
    }
  }
  return read;
}

/** Understands and reads the sheet as the product does, and holds the result to its laws. */
function expectSound(grid: Grid, asOf: number | null = null): { isRead: boolean; pauses: number } {
  const head = { ...grid, rowCount: Math.min(grid.rowCount, 200) };
  const understood = understand(head, DEFAULT_SETTINGS);
  if (!understood.ok) return { isRead: false, pauses: 0 };
  expectWithin(grid, understood.value);

  const steps = readLedger(grid, understood.value, DEFAULT_SETTINGS, asOf as ExcelSerial | null);
  let pauses = 0;
  let step = steps.next();
  for (let done = 0; !step.done; step = steps.next(), pauses++) {
    if (!(step.value >= 0 && step.value <= 1)) throw new Error(`Progress of ${step.value} after ${done}`);
    done = step.value;
  }
  if (!step.value.ok) return { isRead: false, pauses };
  expectAccounted(grid, understood.value, step.value.value);
  return { isRead: true, pauses };
}

function expectWithin(grid: Grid, understanding: Understanding): void {
  for (const column of neededColumns(understanding)) {
    if (!(column >= 0 && column < grid.columnCount)) throw new Error(`Needs column ${column}`);
  }
  for (const column of Object.values(understanding.mapping)) {
    if (!understanding.columns[column]) throw new Error(`No column ${column}`);
  }
}

/** Both identities of method.md §1, and a ledger that holds what the account books. Plain throws: it runs very often. */
function expectAccounted(
  grid: Grid,
  { layout, firstDataRow }: Understanding,
  { account, ledger }: Reading,
): void {
  let rows = account.used + account.merged;
  let skipped = 0;
  for (const group of account.skipped) {
    rows += group.rows;
    skipped += group.amount;
  }
  let used = 0;
  let returns = 0;
  for (const amount of ledger.amount) {
    used += amount;
    returns += Math.min(amount, 0);
  }
  const claims: readonly [string, boolean][] = [
    ['rows read = used + merged + skipped', account.rowsRead === rows],
    [
      'every row below the heading of a list is read',
      layout !== 'list' || account.rowsRead === grid.rowCount - firstDataRow,
    ],
    ['amounts read = used + skipped', account.amountRead === account.amountUsed + account.amountSkipped],
    ['amounts skipped = those of the groups', account.amountSkipped === skipped],
    ['the ledger holds the amounts used', account.amountUsed === used && account.returns === returns],
    [
      'the ledger holds the rows used',
      ledger.rowCount === account.used && ledger.amount.length === account.used,
    ],
    ['amounts are whole units', ledger.amount.every(Number.isSafeInteger)],
    ['every row has a client, and every client a row', new Set(ledger.client).size === ledger.clients.length],
    ['keys are distinct', new Set(ledger.clients.map(({ key }) => key)).size === ledger.clients.length],
    ['rows have addresses on the sheet', ledger.sourceRow.every((row) => row >= 1 && row <= grid.rowCount)],
  ];
  for (const [claim, holds] of claims) {
    if (!holds) throw new Error(`Broken: ${claim}; ${JSON.stringify(account)}`);
  }
}

/** A group of an outline with its subtotal on top, or rows of the lowest level. */
function branch(dice: Dice, depth: number): { rows: Rows; sum: number } {
  const rows: Rows = [];
  let sum = 0;
  for (let child = 1 + dice.upTo(3); child > 0; child--) {
    if (depth === 0) {
      const amount = dice.upTo(1_000) - 100;
      rows.push([
        dice.pick(['Болт', 'Гайка', `Реализация ${dice.upTo(99)} от 12.01.2026`, 'Возврат 1 от 13.01.2026']),
        amount,
      ]);
      sum += amount;
      continue;
    }
    const below = branch(dice, depth - 1);
    const subtotal = dice.chance(0.9)
      ? below.sum
      : dice.pick<CellValue>(['', 0, 7, '#N/A', String(below.sum)]);
    rows.push([`${dice.pick(NAMES)} ${dice.upTo(4)}`, subtotal], ...below.rows);
    if (dice.chance(0.1)) rows.push(['Итого', below.sum]);
    sum += below.sum;
  }
  return { rows, sum };
}

function periods(dice: Dice, count: number): CellValue[] {
  const names = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
  const write = dice.pick<(at: number) => CellValue>([
    (at) => `${names[at % 12]}.${2024 + Math.floor(at / 12)}`,
    (at) => names[at % 12] ?? '',
    (at) => `${(at % 4) + 1} кв. ${2020 + Math.floor(at / 4)}`,
    (at) => 2000 + at,
    (at) => 45_292 + at * 31,
    (at) => `2026-${String((at % 12) + 1).padStart(2, '0')}`,
  ]);
  return Array.from({ length: count }, (_, at) => write(at));
}

/** One thing goes wrong with the rows, as it does when people work on them. */
function damaged(dice: Dice, rows: Rows): Rows {
  const at = dice.upTo(Math.max(rows.length - 1, 0));
  const column = dice.upTo(Math.max((rows[at]?.length ?? 1) - 1, 0));
  const put = (value: CellValue): Rows =>
    rows.map((row, each) => (each === at ? spliced(row, column, 1, value) : row));
  if (rows.length === 0 || (rows[at]?.length ?? 0) === 0) return rows;
  const changes: readonly (() => Rows)[] = [
    () => rows,
    () => put(dice.pick(STRANGE)),
    () => put(dice.pick(HEADINGS)),
    () => put(''),
    () => spliced(rows, at, 1),
    () => spliced(rows, at, 0, []),
    () => spliced(rows, at, 0, rows[at] ?? []),
    () => spliced(rows, at, 0, [dice.pick(STRANGE), dice.pick(STRANGE)]),
    () => rows.map((row) => spliced(row, column, 0, '')),
    () => rows.map((row) => spliced(row, column, 1)),
    () => rows.map((row) => row.map((cell, each) => (each === column ? String(cell) : cell))),
    // As merged cells read: only the first of a run keeps its value.
    () =>
      rows.map((row, each) =>
        each > at && row[column] === rows[each - 1]?.[column] ? spliced(row, column, 1, '') : row,
      ),
    () => [...rows].reverse(),
    () => rows.slice(at),
  ];
  return dice.pick(changes)();
}

function table(dice: Dice, height: number, width: number, cell: (dice: Dice) => CellValue): Rows {
  return Array.from({ length: height }, () => Array.from({ length: width }, () => cell(dice)));
}

/** A copy with some items taken out at a place, and others put there. */
function spliced<T>(items: readonly T[], at: number, count: number, ...others: readonly T[]): T[] {
  return [...items.slice(0, at), ...others, ...items.slice(at + count)];
}

function sumOf(cells: readonly CellValue[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
}

/** Seeded chance: the same sheets on every run (MINSTD). */
class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 48_271) % 2_147_483_647;
  }

  /** A whole number 0 … most. */
  upTo(most: number): number {
    return Math.floor(this.next() * (most + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    const value = values[this.upTo(values.length - 1)];
    if (value === undefined) throw new Error('Nothing to pick from');
    return value;
  }

  private next(): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state / 2_147_483_647;
  }
}
