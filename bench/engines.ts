import { desc, op, table } from 'arquero';
import { DuckDBDecimalValue, DuckDBInstance } from '@duckdb/node-api';
import { standingsOf } from '../src/domain/standings';
import { complete } from '../src/domain/shared/steps';
import { clientKey } from '../src/domain/sales/clientKey';
import { DEFAULT_SETTINGS } from '../src/domain/settings';
import { exactAmounts } from './rows';
import type { BenchSales } from './rows';

/** Clients by class: the same task for every engine, so that their answers can be compared. */
export interface ClassCounts {
  readonly A: number;
  readonly B: number;
  readonly C: number;
}

/** An engine ready to group, sort, accumulate and classify; loading its data is not part of the time. */
export interface Engine {
  readonly name: string;
  readonly classify: () => Promise<ClassCounts>;
}

/** Ours: exact money in typed arrays, the share before the client, ties as one group. */
export function ownEngine(sales: BenchSales, clients: number): Engine {
  const amounts = exactAmounts(sales);
  const known = Array.from({ length: clients }, (_, code) => {
    const name = `Клиент ${code}`;
    return { key: clientKey(name), name, spellings: [name] };
  });
  return {
    name: 'Clientele',
    classify: async () => {
      const revenue = new Float64Array(clients);
      for (let row = 0; row < sales.rows; row++) {
        const code = sales.client[row] ?? 0;
        revenue[code] = (revenue[code] ?? 0) + (amounts[row] ?? 0);
      }
      const { rows } = complete(standingsOf(known, revenue, DEFAULT_SETTINGS.thresholds));
      const counts = { A: 0, B: 0, C: 0 };
      for (const { volumeClass } of rows) if (volumeClass !== 'D') counts[volumeClass]++;
      return counts;
    },
  };
}

/** Arquero: columns in JavaScript, sums in doubles. */
export function arqueroEngine({ client, amount }: BenchSales): Engine {
  const sales = table({ client, amount });
  return {
    name: 'Arquero',
    classify: async () => {
      const ranked = sales
        .groupby('client')
        .rollup({ revenue: (d: { amount: number }) => op.sum(d.amount) })
        .filter((d: { revenue: number }) => d.revenue > 0)
        .orderby(desc('revenue'))
        .reify();
      const revenue = ranked.array('revenue') as number[];
      return classCounts(revenue);
    },
  };
}

/** The decimals of `Money`. */
const DECIMAL_WIDTH = 18;
const DECIMAL_SCALE = 4;

/** DuckDB: a vectorised database, with window functions over decimals. */
export async function duckEngine(sales: BenchSales): Promise<Engine> {
  const { rows, client } = sales;
  const amounts = exactAmounts(sales);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(
    `CREATE TABLE sales (client INTEGER, amount DECIMAL(${DECIMAL_WIDTH}, ${DECIMAL_SCALE}))`,
  );
  const appender = await connection.createAppender('sales');
  for (let row = 0; row < rows; row++) {
    appender.appendInteger(client[row] ?? 0);
    appender.appendDecimal(new DuckDBDecimalValue(BigInt(amounts[row] ?? 0), DECIMAL_WIDTH, DECIMAL_SCALE));
    appender.endRow();
  }
  appender.closeSync();
  const query = `
    WITH revenue AS (SELECT client, sum(amount) AS total FROM sales GROUP BY client HAVING sum(amount) > 0),
    ranked AS (
      SELECT total,
        sum(total) OVER (ORDER BY total DESC RANGE UNBOUNDED PRECEDING) - sum(total) OVER (PARTITION BY total) AS before,
        sum(total) OVER () AS base
      FROM revenue)
    SELECT CASE WHEN before * 100 < base * 80 THEN 'A' WHEN before * 100 < base * 95 THEN 'B' ELSE 'C' END AS class, count(*)
    FROM ranked GROUP BY class`;
  return {
    name: 'DuckDB',
    classify: async () => {
      const reader = await connection.runAndReadAll(query);
      const counts = { A: 0, B: 0, C: 0 };
      for (const [letter, count] of reader.getRows()) counts[letter as keyof typeof counts] = Number(count);
      return counts;
    },
  };
}

/** Classes of revenues sorted descending, in doubles. */
function classCounts(revenue: readonly number[]): ClassCounts {
  const { classA, classB } = DEFAULT_SETTINGS.thresholds;
  const base = revenue.reduce((sum, value) => sum + value, 0);
  const counts = { A: 0, B: 0, C: 0 };
  let before = 0;
  let tied = 0;
  for (const [index, value] of revenue.entries()) {
    if (index > 0 && value !== revenue[index - 1]) {
      before += tied;
      tied = 0;
    }
    tied += value;
    counts[before < classA * base ? 'A' : before < classB * base ? 'B' : 'C']++;
  }
  return counts;
}
