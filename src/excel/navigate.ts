import type { Result } from '../domain/shared/result';
import type { OwnTabKey } from '../reports/plan';
import { ExcelRefusal } from './errors';
import { findTabs, isPageKey } from './ownedTabs';
import { withExcel } from './run';
import type { ExcelTrouble } from './types';

/** Brings a tab of ours before the user, whatever it is called now; `itemNotFound` if it is gone. */
export function showTab(key: OwnTabKey): Promise<Result<void, ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const tab = (await findTabs(context)).owned.get(key);
    if (!tab) throw new ExcelRefusal('itemNotFound', null, `tab ${key}`);
    tab.sheet.activate();
    // The first row of a page is out of sight.
    if (isPageKey(key)) tab.sheet.getRange('A2').select();
    await context.sync();
  });
}

/** Shows a range (`B12`, `A1:H1`) of a sheet to the user: where a row that was skipped stands. */
export function showRange(sheetName: string, address: string): Promise<Result<void, ExcelTrouble>> {
  return withExcel(sheetName, async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetName);
    sheet.activate();
    sheet.getRange(address).select();
    await context.sync();
  });
}
