import type { Language } from '../../domain/settings';
import { createRandom } from './random';
import { inventSales } from './sales';
import { salesSheet } from './salesSheet';
import type { SampleSheet } from './sheet';

/** The seed of the sample company that `npm start` shows. */
export const SAMPLE_SEED = 2026;

/**
 * The sheets of the sample company: an invented distributor of packaging, three years of sales as 1C exports them.
 * The same seed gives the same figures in both languages; each sheet draws from its own stream, so that another
 * sheet never changes the ones before it.
 */
export function sampleSheets(language: Language, seed: number = SAMPLE_SEED): readonly SampleSheet[] {
  const random = createRandom(seed);
  return [salesSheet(inventSales(random.fork('sales')), language, random.fork('sales sheet'))];
}
