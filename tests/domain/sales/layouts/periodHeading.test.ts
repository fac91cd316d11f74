import {
  monthsOfDays,
  joinParts,
  periodPart,
  spanOfPart,
  wholePeriod,
} from '../../../../src/domain/sales/layouts/periodHeading';
import { isoDate, serialFromIso } from '../../../../src/domain/shared/dates';
import type { ExcelSerial } from '../../../../src/domain/shared/dates';
import type { CellValue } from '../../../../src/domain/shared/grid';

const serial = (iso: string) => serialFromIso(iso) as ExcelSerial;

function span(value: CellValue, format = ''): string | null {
  const part = periodPart(value, format);
  const days = part && spanOfPart(part);
  return days && `${isoDate(days.from)} … ${isoDate(days.to)}`;
}

describe('a heading that names a period', () => {
  test.each<[CellValue, string]>([
    ['янв.2026', '2026-01-01 … 2026-01-31'],
    ['Январь 2026 г.', '2026-01-01 … 2026-01-31'],
    ['февраль 2024', '2024-02-01 … 2024-02-29'],
    ['January 2026', '2026-01-01 … 2026-01-31'],
    ['Jul-26', '2026-07-01 … 2026-07-31'],
    ['2026-01', '2026-01-01 … 2026-01-31'],
    ['01.2026', '2026-01-01 … 2026-01-31'],
    [1.2026, '2026-01-01 … 2026-01-31'],
    ['1 кв. 2026', '2026-01-01 … 2026-03-31'],
    ['II квартал 2025 г.', '2025-04-01 … 2025-06-30'],
    ['Q4 2025', '2025-10-01 … 2025-12-31'],
    ['2025 Q1', '2025-01-01 … 2025-03-31'],
    ['2 полугодие 2025', '2025-07-01 … 2025-12-31'],
    ['2025 год', '2025-01-01 … 2025-12-31'],
    [2025, '2025-01-01 … 2025-12-31'],
    ['14.07.2026', '2026-07-14 … 2026-07-14'],
  ])('%s is %s', (value, days) => {
    expect(span(value)).toBe(days);
  });

  test.each<CellValue>(['Сумма', 'Итого', 'Мария', 'Ромашка 25', 1.2, 1437, 45.5, '', true])(
    '%s is none',
    (value) => {
      expect(periodPart(value, '')).toBeNull();
    },
  );

  test('is a day where the number has a format of date', () => {
    expect(span(serial('2026-01-01'), 'mmm yyyy')).toBe('2026-01-01 … 2026-01-01');
    expect(span(serial('2026-01-01'))).toBeNull();
  });

  test('has no days without a year, and gets it from the heading above', () => {
    const month = periodPart('Декабрь', '');
    const year = periodPart('2025 год', '');
    expect(month && spanOfPart(month)).toBeNull();
    const joined = month && year && joinParts(year, month);
    expect(joined && isoDate(spanOfPart(joined)?.to as ExcelSerial)).toBe('2025-12-31');
  });

  test('contradicts another year', () => {
    const [a, b] = [periodPart('янв.2025', ''), periodPart('2026', '')];
    expect(a && b && joinParts(b, a)).toBeNull();
  });
});

describe('days over columns', () => {
  test('stand for months if they are all first or all last days', () => {
    expect(monthsOfDays([serial('2026-01-01'), serial('2026-02-01')])).toMatchObject([
      { month: 1 },
      { month: 2 },
    ]);
    expect(monthsOfDays([serial('2026-01-31'), serial('2026-02-28')])).toMatchObject([
      { month: 1 },
      { month: 2 },
    ]);
  });

  test('are days otherwise', () => {
    expect(monthsOfDays([serial('2026-01-05'), serial('2026-01-06')])).toBeNull();
  });
});

test('a text that names a whole month is a period, a day is not', () => {
  expect(wholePeriod('Январь 2026 г.')).toEqual({ from: serial('2026-01-01'), to: serial('2026-01-31') });
  expect(wholePeriod('14.07.2026')).toBeNull();
  expect(wholePeriod('Ромашка')).toBeNull();
});
