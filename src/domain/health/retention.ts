import { ROWS_A_STEP } from '../ledgerSpan';
import { units } from '../shared/money';
import type { Steps } from '../shared/steps';
import type { Retention } from './types';

/**
 * Retention of the clients with positive net revenue before (method.md §6): `NRR = Σ now ÷ Σ before`,
 * `GRR = Σ min(now, before) ÷ Σ before`, logos = clients kept ÷ clients; negative net revenue now counts as 0.
 * Both arrays are by client. Before 100, 200, 50 and 0, now 130, 150, 0 and 80: NRR 0.8, GRR 0.714, logos 0.667.
 */
export function* retentionOf(revenueBefore: Float64Array, revenue: Float64Array): Steps<Retention> {
  let [clients, kept, before, now, held] = [0, 0, 0, 0, 0];
  for (let client = 0; client < revenueBefore.length; client++) {
    if (client % ROWS_A_STEP === 0) yield client / revenueBefore.length;
    const was = revenueBefore[client] ?? 0;
    const is = Math.max(0, revenue[client] ?? 0);
    if (was <= 0) continue;
    clients++;
    before += was;
    now += is;
    held += Math.min(was, is);
    if (is > 0) kept++;
  }
  const hasBase = clients > 0;
  return {
    clients,
    kept,
    before: units(before),
    now: units(now),
    held: units(held),
    nrr: hasBase ? now / before : null,
    grr: hasBase ? held / before : null,
    logo: hasBase ? kept / clients : null,
  };
}
