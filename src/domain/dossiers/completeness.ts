import type { Variant } from './schema';
import { sectionsOf } from './schema';

/** What is filled in a dossier: keys of fields (`section.field`) and of tables with at least one row (`section.table`). */
export type Filled = ReadonlySet<string>;

/**
 * Weighted part of the dossier that is filled, 0 … 1 (method.md §5): fields by their weights, a table by having a row.
 * With weights 1, 2 and 5 of which the first two are filled it is 3/8.
 */
export function completenessOf(variant: Variant, filled: Filled): number {
  let all = 0;
  let done = 0;
  for (const { key: section, fields, tables } of sectionsOf(variant)) {
    for (const { key, weight } of [...fields, ...tables]) {
      all += weight;
      if (filled.has(`${section}.${key}`)) done += weight;
    }
  }
  return done / all;
}
