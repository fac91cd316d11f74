import { ROWS_A_STEP } from '../ledgerSpan';
import type { Ledger } from '../sales/types';
import type { Steps } from '../shared/steps';

/**
 * Which clients of the ledger ever bought, by index: any line among the rows with an amount, be it a return, whose
 * purchase the file may not reach back to. A line of zero is no purchase (method.md §8, «потенциальный»).
 */
export function* everBought(ledger: Ledger, rows: Int32Array): Steps<Uint8Array> {
  const bought = new Uint8Array(ledger.clients.length);
  for (let i = 0; i < rows.length; i++) {
    if (i % ROWS_A_STEP === 0) yield i / rows.length;
    const row = rows[i] ?? 0;
    if (ledger.amount[row] !== 0) bought[ledger.client[row] ?? 0] = 1;
  }
  return bought;
}
