import { YEAR_START } from './calendar';
import type { SampleClient } from './clients';
import { kopecksOf } from './sales';
import type { SaleDocument } from './sales';

/** A client with what it bought in the last 12 months, in kopecks. */
export interface Buyer {
  readonly client: SampleClient;
  readonly kopecks: number;
}

/** The clients of the last 12 months, the largest first; returns are netted. */
export function buyersOfTheYear(documents: readonly SaleDocument[]): readonly Buyer[] {
  const sums = new Map<string, Buyer>();
  for (const { client, day, lines } of documents) {
    if (!client || day < YEAR_START) continue;
    const name = client.spellings.ru[0] ?? '';
    const kopecks = lines.reduce((sum, line) => sum + kopecksOf(line), sums.get(name)?.kopecks ?? 0);
    sums.set(name, { client, kopecks });
  }
  return [...sums.values()].sort((a, b) => b.kopecks - a.kopecks);
}
