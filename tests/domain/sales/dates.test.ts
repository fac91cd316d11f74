import { OrderEvidence, readDay, usualOrder } from '../../../src/domain/sales/columnFormat';
import { isDateFormat } from '../../../src/domain/sales/dateText';
import { isoDate } from '../../../src/domain/shared/dates';
import type { CellValue } from '../../../src/domain/shared/grid';

function day(value: CellValue, order: 'dmy' | 'mdy' = 'dmy'): string | null {
  const serial = readDay(value, order);
  return serial === null ? null : isoDate(serial);
}

describe('a date', () => {
  test.each<[CellValue, string]>([
    [45292, '2024-01-01'],
    [45292.75, '2024-01-01'],
    ['45292', '2024-01-01'],
    ['45292,5', '2024-01-01'],
    [20240131, '2024-01-31'],
    ['20240131', '2024-01-31'],
    ['16.07.2018 12:04:20', '2018-07-16'],
    ['16.07.2018 9:04', '2018-07-16'],
    ['16.07.18', '2018-07-16'],
    ['16.07.99', '1999-07-16'],
    ['1.2.2024', '2024-02-01'],
    ['16-07-2018', '2018-07-16'],
    ['16.07.2018 г.', '2018-07-16'],
    ['14.07.2015*', '2015-07-14'],
    ['14.07.2015 12:30 **', '2015-07-14'],
    ['Jan-12-26', '2026-01-12'],
    ['2024-01-31', '2024-01-31'],
    ['2024/01/31', '2024-01-31'],
    ['1996-07-04 00:00:00.000', '1996-07-04'],
    ['2024-01-31T10:20:30Z', '2024-01-31'],
    ['2024-01-31T10:20:30.123+03:00', '2024-01-31'],
    ['янв.2026', '2026-01-01'],
    ['янв. 26', '2026-01-01'],
    ['Январь 2026 г.', '2026-01-01'],
    ['Сентябрь 2025', '2025-09-01'],
    ['май 2026', '2026-05-01'],
    ['15 января 2026 г.', '2026-01-15'],
    ['15 мая 2026', '2026-05-15'],
    ['1 кв. 2026', '2026-01-01'],
    ['3 квартал 2026 г.', '2026-07-01'],
    ['IV кв. 2026', '2026-10-01'],
    ['Q2 2026', '2026-04-01'],
    ['2026 Q2', '2026-04-01'],
    ['2026-Q2', '2026-04-01'],
    ['2026 January', '2026-01-01'],
    ['2026-01', '2026-01-01'],
    ['01.2026', '2026-01-01'],
    ['Jan 2026', '2026-01-01'],
    ['Jan-26', '2026-01-01'],
    ['15-Jan-2026', '2026-01-15'],
    ['Jan 15, 2026', '2026-01-15'],
    ['January 15 2026', '2026-01-15'],
    ['Thursday, January 15, 2026', '2026-01-15'],
    ['15 Sept 2026', '2026-09-15'],
    ['05/05/2026', '2026-05-05'],
  ])('%j is %s', (value, expected) => {
    expect(day(value)).toBe(expected);
  });

  test.each<CellValue>([
    '',
    true,
    17,
    1e308,
    -45292,
    123456.7,
    'вчера',
    '31.02.2024',
    '29.02.2023',
    '2024-13-01',
    '5 кв. 2026',
    '15 фигвам 2026',
    '1234',
    '01.01.1900',
    '01.01.2150',
    '12:30',
    'Сентябрьск 2025',
    '#N/A',
    `1${' '.repeat(100)}2024`,
  ])('%j is none', (value) => {
    expect(day(value)).toBeNull();
  });

  test('takes its order from the column', () => {
    expect(day('01/02/2026', 'dmy')).toBe('2026-02-01');
    expect(day('01/02/2026', 'mdy')).toBe('2026-01-02');
    expect(day('10/20/2016', 'mdy')).toBe('2016-10-20');
    expect(day('10/20/2016', 'dmy')).toBeNull();
  });
});

describe('a column of dates', () => {
  function decide(texts: readonly string[], answer: 'dmy' | 'mdy' | null = null, heading = 'Date'): unknown {
    const evidence = new OrderEvidence();
    for (const text of texts) evidence.see(text);
    return evidence.decide(answer, usualOrder(heading));
  }

  test('is decided by one date that parses in one way only, whatever was answered', () => {
    expect(decide(['01/02/2026', '13/02/2026'], 'mdy')).toEqual({
      value: 'dmy',
      isOpen: false,
      by: 'evidence',
    });
    expect(decide(['01/02/2026', '02/13/2026'], 'dmy')).toEqual({
      value: 'mdy',
      isOpen: false,
      by: 'evidence',
    });
  });

  test('stays open where every date parses both ways, with what is usual as the default', () => {
    expect(decide(['01/02/2026'])).toEqual({ value: 'mdy', isOpen: true, by: 'default' });
    expect(decide(['01/02/2026'], null, 'Дата')).toEqual({ value: 'dmy', isOpen: true, by: 'default' });
    expect(decide(['01/02/2026'], 'dmy')).toEqual({ value: 'dmy', isOpen: true, by: 'answer' });
  });

  test('has the day first where points are used, without asking', () => {
    expect(decide(['01.02.2026'])).toEqual({ value: 'dmy', isOpen: false, by: 'evidence' });
    expect(decide(['2026-02-01', '05/05/2026'])).toEqual({ value: 'dmy', isOpen: false, by: null });
  });
});

describe('a number format', () => {
  test.each(['dd.mm.yyyy', 'yyyy-mm-dd hh:mm', 'mmm yy', '[$-419]d mmm;@', 'm/d/yy'])(
    '%s is of a date',
    (format) => {
      expect(isDateFormat(format)).toBe(true);
    },
  );

  test.each([
    '',
    'General',
    '#,##0.00',
    '0.00%',
    '#,##0 "дней"',
    '#,##0 "days"',
    '[Red]0',
    '0.00E+00',
    '@',
    'h:mm',
  ])('%s is not', (format) => {
    expect(isDateFormat(format)).toBe(false);
  });
});
