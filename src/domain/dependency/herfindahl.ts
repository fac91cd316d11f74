import { sum } from '../shared/statistics';

/** Points of a monopoly: one client with everything. */
export const HHI_POINTS = 10_000;

/**
 * Herfindahl–Hirschman index in points: `HHI = 10,000·Σ s²` over the shares of all clients (method.md §3;
 * US DoJ & FTC, Horizontal Merger Guidelines). Shares of 30, 30, 20 and 20 % give 2600; one client gives 10,000.
 */
export function herfindahl(shares: readonly number[]): number {
  return HHI_POINTS * sum(shares.map((share) => share * share));
}

/**
 * The number of equally large clients that would give the same HHI: `10,000 / HHI` (numbers equivalent,
 * Adelman 1969). An HHI of 2500 is worth four clients.
 */
export function effectiveClients(hhi: number): number {
  return HHI_POINTS / hhi;
}
