import { analyse } from '../../../src/domain/analyse';
import type { Analysis } from '../../../src/domain/analysis';
import type { Entries, KeyMark } from '../../../src/domain/entries';
import { NO_ENTRIES } from '../../../src/domain/entries';
import type { ClientKey } from '../../../src/domain/sales/types';
import type { Thresholds } from '../../../src/domain/settings';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings';
import { complete } from '../../../src/domain/shared/steps';
import { DEFAULT_THRESHOLDS } from '../../../src/domain/thresholds';
import { readingOf, roubles } from '../../support/ledger';
import type { Sale } from '../../support/ledger';

/** The whole analysis of lines of sales, over everything the file has. */
export function analysed(
  sales: readonly Sale[],
  {
    thresholds,
    marks = {},
  }: {
    readonly thresholds?: Partial<Thresholds>;
    readonly marks?: Readonly<Record<string, readonly KeyMark[]>>;
  } = {},
): Analysis {
  const settings = {
    ...DEFAULT_SETTINGS,
    period: 'all' as const,
    thresholds: { ...DEFAULT_THRESHOLDS, ...thresholds },
  };
  const entries: Entries = {
    ...NO_ENTRIES,
    marks: new Map(Object.entries(marks).map(([key, given]) => [key as ClientKey, new Set(given)])),
  };
  return complete(analyse(readingOf(sales), settings, null, entries));
}

/** A line of sales in whole roubles. */
export function sale(client: string, amount: number, more: Partial<Sale> = {}): Sale {
  return { client, amount: roubles(amount), ...more };
}
