import type { CellValue } from '../../domain/shared/grid';
import type { PlanCell } from '../plan';

/** A label or a name, seven numbers, a sentence. */
export const WIDTHS = [42, 16, 16, 16, 16, 16, 16, 16, 30];
/** Keys and plans beside the page: key, number of the month, month planned, its plan, its fact. */
export const WORKING_WIDTHS = [3, 16, 10, 10, 14, 14];
/** Columns of the page and of the working cells. */
export const PAGE_COLUMNS = WIDTHS.length;
export const KEY_COLUMN = PAGE_COLUMNS + 2;

/** Amounts of the tab: a forecast to the kopeck would promise too much. */
export const MONEY = '#,##0';

/** What an unknown figure reads. */
export const NOTHING = '—';

/** A formula of a cell with the value it must give. */
export function formula(text: string, value: CellValue): PlanCell {
  return { formula: `=${text}`, value };
}
