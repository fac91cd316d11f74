import type { Result } from '../domain/shared/result';
import { withExcel } from './run';
import { TAB_PROPERTY } from './ownedTabs';
import type { ExcelTrouble, Source } from './types';

/**
 * Visible sheets and tables that may hold sales, in the order of the workbook. Geometry only, in two round trips however
 * large the workbook is.
 */
export async function listSources(): Promise<Result<readonly Source[], ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load('items/id,items/name,items/visibility');
    const tables = workbook.tables.load('items/id,items/name');
    const activeSheet = workbook.worksheets.getActiveWorksheet().load('id');
    const activeCell = workbook.getActiveCell().load('rowIndex,columnIndex');
    await context.sync();

    const foundSheets = sheets.items.map((sheet) => ({
      sheet,
      mark: sheet.customProperties.getItemOrNullObject(TAB_PROPERTY).load('key'),
      used: sheet.getUsedRangeOrNullObject(true).load('address,rowCount,columnCount'),
    }));
    const foundTables = tables.items.map((table) => ({
      table,
      home: table.worksheet.load('id'),
      range: table.getRange().load('address,rowIndex,columnIndex,rowCount,columnCount'),
    }));
    await context.sync();

    const sources: Source[] = [];
    for (const { sheet, mark, used } of foundSheets) {
      if (!mark.isNullObject || sheet.visibility !== 'Visible') continue;
      const isShown = sheet.id === activeSheet.id;
      const ofSheet = foundTables
        .filter(({ home }) => home.id === sheet.id)
        .map(({ table, range }): Source => ({
          kind: 'table',
          id: table.id,
          name: table.name,
          sheet: sheet.name,
          address: withoutSheet(range.address),
          rows: range.rowCount,
          columns: range.columnCount,
          isActive: isShown && holds(range, activeCell),
        }));
      sources.push(
        {
          kind: 'sheet',
          id: sheet.id,
          name: sheet.name,
          sheet: sheet.name,
          address: used.isNullObject ? null : withoutSheet(used.address),
          rows: used.isNullObject ? 0 : used.rowCount,
          columns: used.isNullObject ? 0 : used.columnCount,
          isActive: isShown && !ofSheet.some((table) => table.isActive),
        },
        ...ofSheet,
      );
    }
    return sources;
  });
}

/** `'Продажи 2025'!A1:H200` without its sheet; an apostrophe or `!` may be part of the sheet's name. */
function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1);
}

function holds(range: Excel.Range, cell: Excel.Range): boolean {
  const row = cell.rowIndex - range.rowIndex;
  const column = cell.columnIndex - range.columnIndex;
  return row >= 0 && row < range.rowCount && column >= 0 && column < range.columnCount;
}
