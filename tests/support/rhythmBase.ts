import { isoDate } from '../../src/domain/shared/dates';
import type { ExcelSerial } from '../../src/domain/shared/dates';
import { day, roubles } from './ledger';
import type { Sale } from './ledger';

/** The last day of {@link RHYTHM_BASE}. */
export const AS_OF = '2025-12-31';

/** A client that buys every so many days, the last time so many days before the as-of date. */
export function rhythm(
  client: string,
  interval: number,
  silence: number,
  purchases = 6,
  amount = 1000,
): Sale[] {
  return Array.from({ length: purchases }, (_, i) => ({
    client,
    amount: roubles(amount + i / 8),
    date: isoDate((day(AS_OF) - silence - interval * i) as ExcelSerial),
    manager: interval > 30 ? 'Иванова' : 'Петров',
    product: i % 3 === 0 ? 'Чай' : `Товар ${i % 4}`,
  }));
}

/** Two years with every status, rhythms on both sides of the limits, and clients with too few dates. */
export const RHYTHM_BASE: readonly Sale[] = [
  ...rhythm('Опора', 30, 0, 25, 90_000),
  ...rhythm('Активный', 40, 60, 12),
  ...rhythm('Остывает', 40, 61, 6, 7000),
  ...rhythm('Остывает дробный', 30, 55, 5, 300).map((sale, i) =>
    i === 4 ? { ...sale, date: '2025-06-10' } : sale,
  ),
  ...rhythm('Уснувший', 40, 81, 6, 50_000),
  ...rhythm('Частый уснувший', 5, 89, 9),
  ...rhythm('Частый потерян', 5, 90, 9, 400_000),
  ...rhythm('Потерян', 40, 121),
  ...rhythm('=Новый', 20, 10, 3),
  ...rhythm('Разовый', 1, 300, 1),
  ...rhythm('Двое, активный', 100, 90, 2),
  ...rhythm('Двое, остывает', 100, 120, 2, 5000),
  ...rhythm('Двое, уснувший', 100, 180, 2),
  ...rhythm('Двое, потерян', 100, 181, 2),
  ...rhythm('Старый разовый', 1, 800, 1),
  ...rhythm('Ушёл', 60, 400, 4, 2500),
  ...rhythm('Вернулся', 1, 30, 1, 800),
  ...rhythm('Вернулся', 1, 790, 1, 900),
  { client: 'Только возврат', amount: roubles(-10), date: '2025-05-05', manager: 'Петров', product: 'Чай' },
];
