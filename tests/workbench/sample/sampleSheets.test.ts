import { analyse } from '../../../src/domain/analyse';
import type { Analysis } from '../../../src/domain/analysis';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import type { Language } from '../../../src/domain/settings';
import { isoDate } from '../../../src/domain/shared/dates';
import type { ExcelSerial } from '../../../src/domain/shared/dates';
import type { CellValue } from '../../../src/domain/shared/grid';
import { complete } from '../../../src/domain/shared/steps';
import { sampleSheets } from '../../../src/workbench/sample/sampleSheets';
import type { SampleSheet } from '../../../src/workbench/sample/sheet';
import { readingOf } from '../../support/ledger';

const SEEDS = [2026, 1, 2, 3, 4];
const [DATE, DOCUMENT, CLIENT, TAX_ID, MANAGER, , , QUANTITY, PRICE, AMOUNT] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
] as const;

function salesOf(language: Language = 'ru', seed?: number): SampleSheet {
  const sheet = sampleSheets(language, seed)[0];
  if (!sheet) throw new Error('The sample has a sheet of sales');
  return sheet;
}

/** The sample that ships, made once; the generator itself is tested for repeating it. */
const RUSSIAN = salesOf('ru');
const ENGLISH = salesOf('en');

const linesOf = (sheet: SampleSheet) => sheet.rows.slice(sheet.headerRow + 1, sheet.totalRow ?? undefined);

/** Kopecks of an amount cell, be it a number or a text as a Russian types it. */
function kopecks(cell: CellValue | undefined): number {
  const amount =
    typeof cell === 'number' ? cell : Number(String(cell).replaceAll('\u00a0', '').replace(',', '.'));
  return Math.round(amount * 100);
}

function analysisOf(sheet: SampleSheet): Analysis {
  const sales = linesOf(sheet)
    .filter((row) => row[CLIENT] !== '')
    .map((row) => ({
      client: String(row[TAX_ID] || row[CLIENT]),
      date: isoDate(Number(row[DATE]) as ExcelSerial),
      document: String(row[DOCUMENT]),
      manager: String(row[MANAGER]),
      amount: kopecks(row[AMOUNT]) * 100,
    }));
  return complete(analyse(readingOf(sales), DEFAULT_SETTINGS, null));
}

describe('the sample company', () => {
  it('is the same every time for a seed, and another for another', () => {
    expect(salesOf()).toEqual(RUSSIAN);
    expect(salesOf('ru', 1)).not.toEqual(salesOf('ru', 2));
  });

  it('has three years of sales, to the last working day of October 2026', () => {
    const days = linesOf(RUSSIAN).map((row) => Number(row[DATE]) as ExcelSerial);
    expect([isoDate(days[0] as ExcelSerial), isoDate(days.at(-1) as ExcelSerial)]).toEqual([
      '2023-11-01',
      '2026-10-30',
    ]);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  it.each(SEEDS)('has 6 to 8 thousand lines with seed %i', (seed) => {
    const { length } = linesOf(salesOf('ru', seed));
    expect(length).toBeGreaterThan(6000);
    expect(length).toBeLessThan(8000);
  });

  it.each(SEEDS)('depends critically on one client and has a second large one with seed %i', (seed) => {
    const { clients, concentration } = analysisOf(salesOf('ru', seed));
    expect(clients[0]?.share).toBeGreaterThan(0.22);
    expect(clients[0]?.share).toBeLessThan(0.26);
    expect(clients[1]?.share).toBeGreaterThan(0.1);
    expect(clients[1]?.share).toBeLessThan(0.14);
    expect(concentration?.flags).toEqual({ large: 1, critical: 1, mono: 0 });
  });

  it('has clients of every class, lost ones among D, sleeping, new and one-time ones', () => {
    const { clients, period } = analysisOf(RUSSIAN);
    const count = (test: (row: (typeof clients)[number]) => boolean) => clients.filter(test).length;
    expect(period && [isoDate(period.from), period.months, period.partial]).toEqual([
      '2025-11-01',
      12,
      false,
    ]);
    expect(period?.previous).not.toBeNull();
    for (const letter of ['A', 'B', 'C', 'D'] as const) {
      expect(count((row) => row.volumeClass === letter)).toBeGreaterThan(10);
    }
    expect(count((row) => row.revenue > 0 && (row.daysSince ?? 0) > 100)).toBeGreaterThan(5);
    expect(
      count((row) => row.first !== null && period !== null && row.first > period.to - 160),
    ).toBeGreaterThan(8);
    expect(count((row) => row.first === row.last)).toBeGreaterThan(8);
  });

  it('has returns, and one client who returned more than it bought', () => {
    const returns = linesOf(RUSSIAN).filter((row) => Number(row[QUANTITY]) < 0);
    expect(returns.length).toBeGreaterThan(30);
    expect(returns.every((row) => kopecks(row[AMOUNT]) < 0 && String(row[DOCUMENT]).startsWith('ВП'))).toBe(
      true,
    );
    expect(analysisOf(RUSSIAN).concentration?.negatives).toBeLessThan(0);
  });

  it('spells some clients in several ways, with and without an ИНН', () => {
    const spellings = new Set(linesOf(RUSSIAN).map((row) => row[CLIENT]));
    for (const pair of [
      ['ООО «Ромашка»', 'Ромашка ООО'],
      ['ООО «Берёзка-Агро»', 'ООО «Березка-Агро»'],
      ['ООО «Восток-Тара»', 'ООО «Boсток-Тара»'],
      ['АО «Златоречье-Ритейл»', 'Златоречье-Ритейл АО'],
    ]) {
      expect(pair.every((name) => spellings.has(name))).toBe(true);
    }
    const withoutId = linesOf(RUSSIAN).filter((row) => row[TAX_ID] === '' && row[CLIENT] !== '');
    expect(new Set(withoutId.map((row) => row[CLIENT])).size).toBeGreaterThan(5);
  });

  it('has clients that only look alike, and one whose name looks like a total', () => {
    const ids = new Map(linesOf(RUSSIAN).map((row) => [row[CLIENT], row[TAX_ID]]));
    expect(ids.get('ООО «Аптечный склад № 5»')).not.toBe(ids.get('ООО «Аптечный склад № 6»'));
    expect(ids.has('Тотал-Крепёж ООО')).toBe(true);
  });

  it('has some lines without a client and some amounts typed as text', () => {
    const lines = linesOf(RUSSIAN);
    expect(lines.filter((row) => row[CLIENT] === '').length).toBe(9);
    const typed = lines.filter((row) => typeof row[AMOUNT] === 'string');
    expect(typed.length).toBeGreaterThan(10);
    expect(typed.every((row) => /^-?\d{1,3}(\u00a0\d{3})*,\d\d$/.test(String(row[AMOUNT])))).toBe(true);
  });

  it('adds up: each amount is quantity × price, and the total row is the sum of all', () => {
    const sheet = RUSSIAN;
    const lines = linesOf(sheet);
    for (const row of lines)
      expect(kopecks(row[AMOUNT])).toBe(Math.round(Number(row[QUANTITY]) * Number(row[PRICE]) * 100));
    const total = sheet.rows[sheet.totalRow ?? -1];
    expect(total?.[0]).toBe('Итого');
    expect(kopecks(total?.[AMOUNT])).toBe(lines.reduce((sum, row) => sum + kopecks(row[AMOUNT]), 0));
  });

  it('starts document numbers anew every year', () => {
    const firsts = linesOf(RUSSIAN).filter((row) => row[DOCUMENT] === 'РН00-000001');
    expect(new Set(firsts.map((row) => isoDate(Number(row[DATE]) as ExcelSerial).slice(0, 4))).size).toBe(4);
  });

  it('hands over the clients of a manager who left', () => {
    const managers = (year: string) =>
      new Set(
        linesOf(RUSSIAN)
          .filter((row) => isoDate(Number(row[DATE]) as ExcelSerial).startsWith(year))
          .map((row) => row[MANAGER]),
      );
    expect(managers('2024').has('Громова Ольга')).toBe(true);
    expect(managers('2026').has('Громова Ольга')).toBe(false);
    expect(managers('2026').has('Пахомов Денис')).toBe(true);
  });

  it('stands under a cap of title lines, every row as wide as its headings or a title', () => {
    const sheet = RUSSIAN;
    expect(sheet.rows[sheet.headerRow]).toContain('Контрагент');
    expect(sheet.headerRow).toBeGreaterThan(2);
    expect(linesOf(sheet).every((row) => row.length === 11)).toBe(true);
    expect([sheet.formats.length, sheet.columnWidths.length]).toEqual([11, 11]);
  });
});

describe('the English sample', () => {
  it('tells the same figures in English words', () => {
    const [russian, english] = [linesOf(RUSSIAN), linesOf(ENGLISH)];
    const figures = (row: readonly CellValue[]) => [row[DATE], row[TAX_ID], row[QUANTITY], row[PRICE]];
    expect(english.map(figures)).toEqual(russian.map(figures));
    expect(ENGLISH.rows[ENGLISH.headerRow]).toContain('Client');
  });

  it('has Cyrillic letters only where they pose as Latin ones', () => {
    const texts = new Set(ENGLISH.rows.flat().filter((cell) => /[а-яё]/i.test(String(cell))));
    expect([...texts]).toEqual(['Eаstern Crate LLC']);
  });
});
