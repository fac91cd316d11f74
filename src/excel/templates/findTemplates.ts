import { hasBraces } from '../../domain/dossiers/placeholders';
import { checkTemplate } from '../../domain/dossiers/templateCheck';
import type { TemplateProblem } from '../../domain/dossiers/templateCheck';
import type { CellValue } from '../../domain/shared/grid';
import type { Result } from '../../domain/shared/result';
import { PLACEHOLDER_NAMES } from '../../i18n/placeholderWords';
import { TAB_PROPERTY } from '../ownedTabs';
import { withExcel } from '../run';
import type { ExcelTrouble } from '../types';

/** A sheet of people's that dossiers can be made of. */
export interface TemplateSheet {
  readonly id: string;
  readonly name: string;
  /** Cells with placeholders. */
  readonly cells: number;
  /** What must be mended first; empty for a good template. */
  readonly problems: readonly TemplateProblem[];
}

/** Cells of a sheet that may be a template: forms are small, lists of sales are not. */
const MOST_CELLS = 20_000;
/** Cells in one answer. */
const CELLS_AT_ONCE = 80_000;

/** Visible sheets of people's with anything like a placeholder, in the order of the workbook, with what is wrong with them. */
export function findTemplates(): Promise<Result<readonly TemplateSheet[], ExcelTrouble>> {
  return withExcel(null, async (context) => {
    const sheets = context.workbook.worksheets.load('items/id,items/name,items/visibility');
    await context.sync();
    const asked = sheets.items.map((sheet) => ({
      sheet,
      mark: sheet.customProperties.getItemOrNullObject(TAB_PROPERTY).load('key'),
      protection: sheet.protection.load('protected'),
      used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    }));
    await context.sync();
    const small = asked.filter(
      ({ sheet, mark, used }) =>
        mark.isNullObject &&
        sheet.visibility === 'Visible' &&
        !used.isNullObject &&
        used.rowCount * used.columnCount <= MOST_CELLS,
    );
    const found: TemplateSheet[] = [];
    for (const portion of portions(small, ({ used }) => used.rowCount * used.columnCount)) {
      for (const { used } of portion) used.load('values,formulas');
      // One round trip per answer is the point: together they would pass the limit of an answer.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      await context.sync();
      for (const { sheet, used, protection } of portion) {
        const values: readonly (readonly CellValue[])[] = used.values;
        const formulas: readonly (readonly CellValue[])[] = used.formulas;
        if (!formulas.some((row) => row.some((cell) => typeof cell === 'string' && hasBraces(cell))))
          continue;
        const { cells, problems } = checkTemplate(
          {
            firstRow: used.rowIndex + 1,
            firstColumn: used.columnIndex + 1,
            values,
            formulas,
          },
          PLACEHOLDER_NAMES,
        );
        found.push({
          id: sheet.id,
          name: sheet.name,
          cells: cells.length,
          problems: protection.protected ? [{ kind: 'protected' }, ...problems] : problems,
        });
      }
    }
    return found;
  });
}

/** Items in their order, cut where their weights together pass the limit. */
function portions<Item>(items: readonly Item[], weightOf: (item: Item) => number): readonly Item[][] {
  const all: Item[][] = [];
  let weight = CELLS_AT_ONCE;
  for (const item of items) {
    weight += weightOf(item);
    if (weight > CELLS_AT_ONCE) {
      all.push([]);
      weight = weightOf(item);
    }
    all.at(-1)?.push(item);
  }
  return all;
}
