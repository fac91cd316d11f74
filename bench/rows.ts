import { serialFromIso } from '../src/domain/shared/dates';
import type { CellValue } from '../src/domain/shared/grid';
import { moneyFromNumber } from '../src/domain/shared/money';

/** Sales for measuring: deterministic, skewed like a real client base. */
export interface BenchSales {
  readonly rows: number;
  readonly client: Int32Array;
  /** Serial days over two years. */
  readonly date: Int32Array;
  /** Amounts in currency units with two decimals; a few returns. */
  readonly amount: Float64Array;
}

const FIRST_DAY = serialFromIso('2024-11-01') ?? 0;
const DAYS = 730;
const SEED = 20_261_122;
/** One row in this many is a return. */
const RETURN_EVERY = 97;

/** `rows` sales of `clients` clients; the same for the same numbers. */
export function benchSales(rows: number, clients: number): BenchSales {
  const random = xorshift(SEED);
  const client = new Int32Array(rows);
  const date = new Int32Array(rows);
  const amount = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    // The square pulls most rows to few clients.
    client[row] = Math.floor(random() ** 2 * clients);
    date[row] = FIRST_DAY + Math.floor((row / rows) * DAYS);
    const cents = Math.floor(100 + random() * 5_000_000);
    amount[row] = (row % RETURN_EVERY === 0 ? -cents : cents) / 100;
  }
  return { rows, client, date, amount };
}

/** The sales as rows of a sheet: date, document, client, manager, product, amount. */
export function* sheetRows({ rows, client, date, amount }: BenchSales): Generator<readonly CellValue[]> {
  yield ['Дата', 'Документ', 'Контрагент', 'Менеджер', 'Номенклатура', 'Сумма'];
  for (let row = 0; row < rows; row++) {
    const code = client[row] ?? 0;
    yield [
      date[row] ?? 0,
      `ПК00-${String(row >> 2).padStart(6, '0')}`,
      `Клиент ${code}`,
      `Менеджер ${code % 12}`,
      `Товар ${row % 400}`,
      amount[row] ?? 0,
    ];
  }
}

/** Exact units of the amounts, as the ledger holds them. */
export function exactAmounts({ amount }: BenchSales): Float64Array {
  return amount.map((value) => moneyFromNumber(value) ?? 0);
}

function xorshift(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
