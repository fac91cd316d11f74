import { codesOf, isNamedByCode, lookupPlaces, namesAt, withNames } from '../../../src/domain/sales/lookup';
import { gridOf } from '../../../src/domain/shared/grid';
import { complete } from '../../../src/domain/shared/steps';
import { readingOf, sheet, understood } from './support';
import type { Rows } from './support';

const SALES = sheet(`КонтрагентКод | Дата | Сумма
'00-01' | 2024-01-10 | 10
'00-02' | 2024-01-11 | 20
'00-03' | 2024-01-12 | 30
'00-04' | 2024-01-13 | 40
'00-05' | 2024-01-14 | 50`);

const CUSTOMERS = sheet(`Справочник
Город | Код | Наименование
Москва | '00-05' | Астра
Москва | '00-04' | Пион
Тула | '00-03' | Лютик
Москва | '00-02' | Ромашка
Тула | '00-09' | Другой`);

const places = (...sheets: readonly Rows[]) =>
  lookupPlaces(
    sheets.map((rows) => gridOf(rows)),
    codesOf(readingOf(SALES)),
  );

function names(rows: Rows): Record<string, string> | null {
  const [place] = places(rows);
  const found = place && complete(namesAt(gridOf(rows), place, codesOf(readingOf(SALES))));
  return found ? Object.fromEntries(found) : null;
}

describe('clients are known by code only', () => {
  test('where their column says so, or holds nothing but codes', () => {
    expect(isNamedByCode(understood(SALES))).toBe(true);
    expect(isNamedByCode(understood(sheet('Client | Amount\n17850 | 5\n13047 | 6')))).toBe(true);
  });

  test('not where names stand beside the codes, or are the client', () => {
    expect(isNamedByCode(understood(sheet("Код клиента | Клиент | Сумма\n'01' | А | 5")))).toBe(false);
    expect(isNamedByCode(understood(sheet('Клиент | Сумма\nРомашка | 5\nМагазин5 | 6')))).toBe(false);
  });
});

describe('a sheet of names', () => {
  test('is found by the codes it holds, under a cap and between other columns', () => {
    expect(places(sheet('Товар | Цена\nБолт | 5'), CUSTOMERS)).toEqual([
      { sheet: 1, code: 1, name: 2, firstDataRow: 2 },
    ]);
  });

  test('is found by its heading where the first rows hold other codes', () => {
    const later = sheet("Код | Наименование\n'77-01' | Кто-то\n'77-02' | Ещё кто-то");
    expect(places(later)).toEqual([{ sheet: 0, code: 0, name: 1, firstDataRow: 1 }]);
    expect(names(later)).toBeNull();
  });

  test('is not one with flags or cities for names', () => {
    expect(places(sheet("Код | Город\n'00-01' | Москва\n'00-02' | Тула"))).toEqual([]);
  });

  test('names 80 % of the codes at least', () => {
    expect(names(CUSTOMERS)).toEqual({
      '00-02': 'Ромашка',
      '00-03': 'Лютик',
      '00-04': 'Пион',
      '00-05': 'Астра',
    });
    expect(names(CUSTOMERS.slice(0, 5))).toBeNull();
  });

  test('does not tell a name for a code that has two', () => {
    const doubled = [
      ...CUSTOMERS,
      ['Тула', '00-05', 'Не астра'],
      ['Тула', '00-01', 'Ирис'],
      ['', '00-02', 'Ромашка'],
    ];
    expect(names(doubled)).toEqual({
      '00-01': 'Ирис',
      '00-02': 'Ромашка',
      '00-03': 'Лютик',
      '00-04': 'Пион',
    });
  });
});

test('names change how clients are called, not who they are; namesakes keep their code', () => {
  const reading = readingOf(SALES);
  const [a, b, c] = reading.ledger.clients;
  if (!a || !b || !c) throw new Error('Five clients are there');
  const named = withNames(
    reading,
    new Map([
      [a.key, 'Ромашка'],
      [b.key, 'Ромашка'],
      [c.key, 'Лютик'],
    ]),
  );
  expect(named.ledger.clients.map(({ key, name }) => [key, name])).toEqual([
    ['00-01', 'Ромашка (00-01)'],
    ['00-02', 'Ромашка (00-02)'],
    ['00-03', 'Лютик'],
    ['00-04', '00-04'],
    ['00-05', '00-05'],
  ]);
  expect(named.ledger.amount).toBe(reading.ledger.amount);
});
