import type { Result } from '../../domain/shared/result';
import type { PlanContent } from '../../reports/plan';
import { CHUNK_BYTES } from '../bytes';
import { cellRequests, formatRuns } from '../cells';
import { attempt } from '../charts';
import { dressBlocks, mergeCells, setColumnWidths } from '../dress';
import { setUpPage } from '../page';
import { rangeOf, setNumberFormat } from '../references';
import { withExcel } from '../run';
import { folded, freeName } from '../sheetNames';
import type { ExcelTrouble } from '../types';

/**
 * Makes a sheet of people's out of a plan: it bears no mark of ours, and is never touched again. Answers its name: the
 * planned one, or the next that is free.
 */
export function exportTemplate(plan: PlanContent): Promise<Result<string, ExcelTrouble>> {
  return withExcel(plan.tab, async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    const name = freeName(plan.tab, new Set(sheets.items.map((each) => folded(each.name))));
    // In one batch: a failure leaves no empty sheet.
    const sheet = context.workbook.worksheets.add(name);
    for (const { area, format } of formatRuns(plan)) setNumberFormat(rangeOf(sheet, area), format);
    setColumnWidths(sheet, plan.columnWidths);
    for (const request of cellRequests(plan, CHUNK_BYTES))
      for (const { area, cells } of request) rangeOf(sheet, area).formulas = cells as unknown[][];
    dressBlocks(sheet, plan);
    mergeCells(sheet, plan.merges ?? []);
    sheet.showGridlines = false;
    sheet.tabColor = plan.tabColor;
    await context.sync();
    await attempt(context, () => setUpPage(sheet, plan));
    sheet.activate();
    await context.sync();
    return name;
  });
}
