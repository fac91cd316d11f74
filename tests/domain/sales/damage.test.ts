import { decimalToNumber } from '../../../src/domain/shared/decimal';
import { gridOf } from '../../../src/domain/shared/grid';
import type { CellValue } from '../../../src/domain/shared/grid';
import { complete } from '../../../src/domain/shared/steps';
import { damageOf, decimalOfDamaged } from '../../../src/domain/sales/damage';
import type { DamageReading } from '../../../src/domain/sales/damage';
import { readNumberText, readUnsoundNumber } from '../../../src/domain/sales/numbers';
import { readingOf, sheet, skipsOf, sumsOf, tryReading, understood } from './support';

function suspects(...cells: readonly CellValue[]): readonly string[] {
  const grid = gridOf(cells.map((cell) => [cell]));
  return complete(damageOf(grid, 0, 0, '.')).examples;
}

describe('a number looks damaged', () => {
  test('where it is grouped among numbers that have decimals and are not', () => {
    expect(suspects(1987.32, 2310.5, 1750.25, '2,024,994')).toEqual(['2,024,994']);
    expect(suspects('1987.32', '2310.50', '1750.25', '2,024,994')).toEqual(['2,024,994']);
  });

  test('where its mark is the decimal one elsewhere in the column', () => {
    expect(suspects('512,34', '87,1', '2,024,994')).toEqual(['2,024,994']);
  });

  test('where it is far larger than the others, which are not grouped', () => {
    expect(suspects(950, 1200, 880, '2,024,994')).toEqual(['2,024,994']);
    expect(suspects(950_000, 1_200_000, 880_000, '2,024,994')).toEqual([]);
  });

  test('where it contradicts itself', () => {
    expect(suspects('1 234 56', '1.234.5', '1,23,456', '12 345')).toEqual([
      '1 234 56',
      '1.234.5',
      '1,23,456',
    ]);
  });

  test('never in a column that is grouped consistently', () => {
    expect(suspects('1,200', '450,000', '880', '2,024,994')).toEqual([]);
    expect(suspects('1,200.50', '450,000.10', '880.15', '2,024,994')).toEqual([]);
    expect(suspects('1.234.567', '2.024.994', '3.000.000')).toEqual([]);
    expect(suspects('1.234.567,50', '12,30', '9,99', '3.000.000')).toEqual([]);
  });

  test('not with fewer than three others to compare with', () => {
    expect(suspects(1.5, 2.5, '2,024,994')).toEqual([]);
  });
});

test.each(['01.05.25', '10.12.2025', '1.2.3', '8-800-555', '12 34 567 89 0123', 'abc', '1 234,56'])(
  '%j is no damaged number',
  (text) => {
    expect(readUnsoundNumber(text)).toBeNull();
  },
);

test.each([
  ['2,024,994', 'grouped', 2_024_994],
  ['2,024,994', 'decimal', 2024.994],
  ['-2.024.994', 'decimal', -2024.994],
  ['1 234 56', 'grouped', 123_456],
  ['1 234 56', 'decimal', 1234.56],
  ['(1.234.5)', 'decimal', -1234.5],
  ['1,23,456', 'grouped', 123_456],
] satisfies [string, DamageReading, number][])('%s read as %s is %d', (text, reading, expected) => {
  const number = readNumberText(text) ?? readUnsoundNumber(text);
  const decimal = number && decimalOfDamaged(number, reading);
  expect(decimal && decimalToNumber(decimal)).toBe(expected);
});

describe('damaged amounts', () => {
  const rows = sheet("Клиент | Сумма\nА | 1987.32\nА | 2310.5\nБ | 1750.25\nВ | '2,024,994'\nВ | '1 234 56'");

  test('are asked about, and left out with their value until a person answers', () => {
    const doubts = [
      {
        code: 'damagedNumbers',
        column: 1,
        examples: ['2,024,994', '1 234 56'],
        dates: [],
        default: 'leaveOut',
      },
    ];
    expect(understood(rows).doubts).toEqual(doubts);
    const reading = readingOf(rows);
    expect(reading.doubts).toEqual(doubts);
    expect(skipsOf(reading)).toEqual({ unreadableAmount: 2 });
    expect(reading.account.skipped[0]?.examples[0]).toMatchObject({ row: 5, value: '2,024,994' });
    expect(sumsOf(reading)).toEqual({ А: 4297.82, Б: 1750.25 });
  });

  test.each([
    ['leaveOut', undefined],
    ['grouped', 2_024_994 + 123_456],
    ['decimal', 2024.994 + 1234.56],
  ] as const)('answered with “%s” are counted so', (damagedNumbers, expected) => {
    const reading = readingOf(rows, { settings: { damagedNumbers } });
    expect(sumsOf(reading)['В']).toBe(expected);
    expect(reading.doubts).toHaveLength(1);
  });

  test('are noticed beyond the rows that were sampled', () => {
    const many: CellValue[][] = [['Клиент', 'Сумма']];
    for (let row = 0; row < 300; row++) many.push(['А', row + 0.5]);
    many.push(['А', '2,024,994']);
    expect(understood(many).doubts).toEqual([]);
    expect(readingOf(many).doubts).toMatchObject([{ code: 'damagedNumbers', examples: ['2,024,994'] }]);
  });

  test('that Excel turned into dates are asked about and never counted, as nobody can tell them', () => {
    const rows: CellValue[][] = [
      ['Клиент', 'Сумма'],
      ['А', 12.55],
      ['А', 45_778],
      ['Б', 7.31],
      ['Б', 9.99],
    ];
    const formats = rows.map((_, row) => ['', row === 2 ? 'dd.mmm' : '0.00']);
    const doubts = [
      { code: 'damagedNumbers', column: 1, examples: [], dates: [45_778], default: 'leaveOut' },
    ];
    const grid = gridOf(rows, { formats });
    expect(understood(grid).doubts).toEqual(doubts);
    for (const damagedNumbers of [null, 'grouped', 'decimal'] as const) {
      const reading = readingOf(grid, { settings: { damagedNumbers } });
      expect(skipsOf(reading)).toEqual({ unreadableAmount: 1 });
      expect(reading.doubts).toEqual(doubts);
      expect(sumsOf(reading)).toEqual({ А: 12.55, Б: 17.3 });
    }
  });

  test('that are all there is stop the reading with the question', () => {
    const reading = tryReading(sheet("Клиент | Дата | Сумма\nА | 2024-01-01 | '1 234 56'"), {
      mapping: { amount: 2 },
    });
    expect(reading).toMatchObject({
      ok: false,
      error: { code: 'noUsableRows', firstProblem: 'unreadableAmount' },
    });
  });
});

test('a doubt of the first rows that a later row settles is dropped', () => {
  const rows: CellValue[][] = [['Клиент', 'Сумма']];
  for (let row = 0; row < 300; row++) rows.push(['А', '1.234']);
  rows.push(['А', '5,5']);
  expect(understood(rows).doubts).toMatchObject([{ code: 'decimalSeparator' }]);
  const { doubts, notes } = readingOf(rows);
  expect(doubts).toEqual([]);
  expect(notes.decimalSeparator).toEqual({ value: ',', by: 'evidence' });
});

test('what columns decided is noted with its ground', () => {
  const open = sheet("Client | Date | Amount\nA | 01/02/2024 | '1.234 €'");
  expect(readingOf(open).notes).toMatchObject({
    dateOrder: { value: 'mdy', by: 'default' },
    decimalSeparator: { value: ',', by: 'default' },
    currency: 'EUR',
  });
  expect(readingOf(open, { settings: { dateOrder: 'dmy' } }).notes.dateOrder).toEqual({
    value: 'dmy',
    by: 'answer',
  });
  expect(readingOf(sheet('Client | Amount\nA | 5')).notes).toMatchObject({
    dateOrder: null,
    decimalSeparator: null,
    currency: null,
  });
});
