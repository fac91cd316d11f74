import type { Language } from '../../domain/settings';
import { budgetsSheet } from './budgetsSheet';
import { mustListSheet } from './mustListSheet';
import { pipelineSheet } from './pipelineSheet';
import { createRandom } from './random';
import { inventSales } from './sales';
import { salesSheet } from './salesSheet';
import type { SampleSheet } from './sheet';
import { buyersOfTheYear } from './yearlySales';

/** The seed of the sample company that `npm start` shows. */
export const SAMPLE_SEED = 2026;

/**
 * The sheets of the sample company: an invented distributor of packaging, three years of sales as 1C exports them,
 * the pipeline of the sales team, what is known of clients' budgets, and the items every client should buy.
 * The same seed gives the same figures in both languages; each sheet draws from its own stream, so that another
 * sheet never changes the ones before it.
 */
export function sampleSheets(language: Language, seed: number = SAMPLE_SEED): readonly SampleSheet[] {
  const random = createRandom(seed);
  const documents = inventSales(random.fork('sales'));
  const buyers = buyersOfTheYear(documents);
  return [
    salesSheet(documents, language, random.fork('sales sheet')),
    pipelineSheet(buyers, language, random.fork('pipeline')),
    budgetsSheet(buyers, language, random.fork('budgets')),
    mustListSheet(language, random.fork('must list')),
  ];
}
