import { ROWS_A_STEP } from '../ledgerSpan';
import type { Ledger } from '../sales/types';
import { units } from '../shared/money';
import type { Steps } from '../shared/steps';
import type { DossierProfit } from './factTypes';

interface ProfitSums {
  profit: number;
  revenue: number;
  rowsWith: number;
  rowsWithout: number;
}

/**
 * Gross profit of clients among the rows: tells that of a client by its index. Only rows that tell a profit count, in the
 * profit and in what its margin is of. Profits of 30 and 10 on 100 and 60, with a third row of 40 without one, are 40
 * and a margin of 0.25.
 */
export function* clientProfits(
  { client, amount, profit }: Ledger,
  rows: Int32Array,
): Steps<(client: number) => DossierProfit | null> {
  if (!profit) return () => null;
  const byClient = new Map<number, ProfitSums>();
  for (let i = 0; i < rows.length; i++) {
    if (i % ROWS_A_STEP === 0) yield i / rows.length;
    const row = rows[i] ?? 0;
    const who = client[row] ?? 0;
    let sums = byClient.get(who);
    if (!sums) byClient.set(who, (sums = { profit: 0, revenue: 0, rowsWith: 0, rowsWithout: 0 }));
    const told = profit[row] ?? NaN;
    if (Number.isNaN(told)) {
      sums.rowsWithout++;
      continue;
    }
    sums.rowsWith++;
    sums.profit += told;
    sums.revenue += amount[row] ?? 0;
  }
  return (who) => {
    const sums = byClient.get(who);
    if (!sums || sums.rowsWith === 0) return null;
    return {
      profit: units(sums.profit),
      margin: sums.revenue > 0 ? sums.profit / sums.revenue : null,
      rowsWithout: sums.rowsWithout,
    };
  };
}
