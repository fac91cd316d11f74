import type { DealList } from './deals';
import type { ListAccount } from './types';

/** The side lists found in the workbook; null where there is none. */
export interface ListsRead {
  readonly potentials: ListAccount | null;
  readonly mustList: ListAccount | null;
  readonly deals: DealList | null;
}

/** No list found. */
export const NO_LISTS: ListsRead = { potentials: null, mustList: null, deals: null };
