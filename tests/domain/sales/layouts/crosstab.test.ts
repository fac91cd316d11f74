import fc from '../../../support/fastCheck';
import type { CellValue } from '../../../../src/domain/shared/grid';
import { isoDate } from '../../../../src/domain/shared/dates';
import { readingOf, rolesOf, skipsOf, sumsOf, understood } from '../support';
import type { Rows } from '../support';

describe('a cross-tab', () => {
  const rows: Rows = [
    ['Клиент', 'янв.2026', 'фев.2026', 'Итого'],
    ['Ромашка', 10, 20, 30],
    ['Лютик', '', 7, 7],
    ['Итого', 10, 27, 37],
  ];

  test('has a record for each cell with a value; those of totals are skipped with their amounts', () => {
    const reading = readingOf(rows);
    expect(sumsOf(reading)).toEqual({ Ромашка: 30, Лютик: 7 });
    expect(reading.account).toMatchObject({ rowsRead: 8, used: 3, amountUsed: 370_000 });
    expect(skipsOf(reading)).toEqual({ total: 5 });
    expect([...reading.ledger.sourceRow]).toEqual([2, 2, 3]);
  });

  test('dates a record at the end of its period, and begins with the first day of the first', () => {
    const { ledger, firstDate, lastDate } = readingOf(rows);
    expect([...(ledger.date ?? [])].map((day) => isoDate(day as never))).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-02-28',
    ]);
    expect([firstDate, lastDate].map((day) => day && isoDate(day))).toEqual(['2026-01-01', '2026-02-28']);
  });

  test('knows a nameless sum over the months by arithmetic', () => {
    const nameless: Rows = [
      ['Клиент', 'янв.2026', 'фев.2026', 'За период'],
      ['Ромашка', 10, 20, 30],
      ['Лютик', 5, 7, 12],
    ];
    expect(sumsOf(readingOf(nameless))).toEqual({ Ромашка: 30, Лютик: 12 });
  });

  test('leaves quarters aside that sum up the months beside them', () => {
    const quarters: Rows = [
      ['Клиент', 'янв.25', 'фев.25', 'мар.25', '1 кв. 2025', 'апр.25'],
      ['Ромашка', 10, 20, 30, 60, 40],
    ];
    expect(sumsOf(readingOf(quarters))).toEqual({ Ромашка: 100 });
  });

  test('goes on into the next year where bare months begin anew', () => {
    const months: Rows = [
      ['Продажи, сезон 2025', '', '', ''],
      ['', '', '', ''],
      ['Клиент', 'Ноябрь', 'Декабрь', 'Январь'],
      ['Ромашка', 1, 2, 3],
    ];
    const { firstDate, lastDate } = readingOf(months);
    expect([firstDate, lastDate].map((day) => day && isoDate(day))).toEqual(['2025-11-01', '2026-01-31']);
  });

  test('has no dates where nothing tells the year', () => {
    const months: Rows = [
      ['Клиент', 'Январь', 'Февраль'],
      ['Ромашка', 1, 2],
      ['Лютик', 3, 4],
    ];
    const reading = readingOf(months);
    expect(sumsOf(reading)).toEqual({ Ромашка: 3, Лютик: 7 });
    expect(reading.ledger.date).toBeNull();
  });

  test('of goods asks whether the goods play the client', () => {
    const goods: Rows = [
      ['Товар', 'янв.2026', 'фев.2026'],
      ['Фен', 10, 20],
      ['Утюг', 5, 7],
    ];
    const understanding = understood(goods);
    expect(understanding.doubts).toEqual([{ code: 'clientLevel', columns: [0], default: 0 }]);
    expect(rolesOf(understanding)).toMatchObject({ client: 'Товар' });
  });

  test('multiplies prices and quantities that stand in two rows, the name merged over both', () => {
    const pairs: Rows = [
      ['', '', '2026 год', ''],
      ['Клиент', '', 'Январь', 'Февраль'],
      ['Ромашка', 'Цена, шт.', 10, 11],
      ['', 'Кол-во', 2, 3],
      ['Лютик', 'Цена, шт.', 5, 5],
      ['', 'Кол-во', 1, 0],
    ];
    const reading = readingOf(pairs);
    expect(sumsOf(reading)).toEqual({ Ромашка: 53, Лютик: 5 });
    expect(reading.account).toMatchObject({ rowsRead: 4, used: 4 });
  });

  test('begins with a client that bought nothing', () => {
    const sparse: Rows = [
      ['Клиент', 'янв.2026', 'фев.2026'],
      ['Астра', '', ''],
      ['Ромашка', 10, 20],
      ['Лютик', 5, 7],
    ];
    expect(understood(sparse)).toMatchObject({ firstDataRow: 1 });
    expect(sumsOf(readingOf(sparse))).toEqual({ Ромашка: 30, Лютик: 12 });
  });

  test('is none where a list has two columns of dates', () => {
    const list: Rows = [
      ['Клиент', 'Дата', 'Срок оплаты', 'Сумма'],
      ['Ромашка', '01.02.2026', '15.02.2026', 10],
      ['Лютик', '02.02.2026', '16.02.2026', 20],
    ];
    expect(understood(list)).toMatchObject({ layout: 'list' });
  });
});

describe('any cross-tab', () => {
  const MONTHS = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
  const kopecks = fc.option(fc.integer({ min: -10_000_000, max: 100_000_000 }), { nil: null });
  const tables = fc
    .integer({ min: 2, max: 14 })
    .chain((months) =>
      fc.record({
        months: fc.constant(months),
        rows: fc.array(fc.array(kopecks, { minLength: months, maxLength: months }), {
          minLength: 2,
          maxLength: 12,
        }),
        totalColumn: fc.boolean(),
        totalRow: fc.boolean(),
        yearsAbove: fc.boolean(),
      }),
    )
    // Something must show that the columns hold numbers.
    .filter(({ rows }) => rows.flat().filter((cell) => cell !== null).length > 0);

  test('is read once: what is used is the sum of its cells, totals are set aside, every record is accounted for', () => {
    fc.assert(
      fc.property(tables, ({ months, rows, totalColumn, totalRow, yearsAbove }) => {
        const sum = (cells: readonly (number | null)[]) =>
          cells.reduce<number>((all, cell) => all + (cell ?? 0), 0);
        const shown = (cell: number | null): CellValue => (cell === null ? '' : cell / 100);
        const year = (month: number) => 2025 + Math.floor(month / 12);
        const monthCells = Array.from({ length: months }, (_, month) =>
          yearsAbove ? (MONTHS[month % 12] ?? '') : `${MONTHS[month % 12]}.${year(month)}`,
        );
        const yearCells = Array.from({ length: months }, (_, month) =>
          month % 12 === 0 ? `${year(month)} год` : '',
        );
        const line = (name: string, cells: readonly (number | null)[]): CellValue[] => [
          name,
          ...cells.map(shown),
          ...(totalColumn ? [sum(cells) / 100] : []),
        ];
        const sums = Array.from({ length: months }, (_, month) =>
          sum(rows.map((cells) => cells[month] ?? null)),
        );
        const sheet: Rows = [
          ...(yearsAbove ? [['', ...yearCells, '']] : []),
          ['Клиент', ...monthCells, ...(totalColumn ? ['Итого'] : [])],
          ...rows.map((cells, at) => line(`Имя ${at}`, cells)),
          ...(totalRow ? [line('Итого', sums)] : []),
        ];
        const reading = readingOf(sheet);
        const filled = rows.flat().filter((cell) => cell !== null);
        const totals = (totalColumn ? rows.length : 0) + (totalRow ? months + (totalColumn ? 1 : 0) : 0);
        expect(reading.account.amountUsed).toBe(sum(filled) * 100);
        expect(reading.account.used).toBe(filled.length);
        expect(reading.account.rowsRead).toBe(filled.length + totals);
        expect(skipsOf(reading)).toEqual(totals > 0 ? { total: totals } : {});
      }),
      { numRuns: 300 },
    );
  });
});
