import type { Language } from '../../src/domain/settings';
import { THRESHOLD_KEYS } from '../../src/domain/thresholds';
import type { Thresholds } from '../../src/domain/thresholds';
import { translator } from '../../src/i18n/translate';
import { thresholdName } from '../../src/reports/names';
import { saveWorkbook } from '../../src/workbench/files/save';
import type { BookModel, ModelArea, ModelValue, SheetModel } from '../../src/workbench/model/model';
import { isSameResult, openSaved } from './liveWorkbook';

/** Tabs with a table whose rows have keys: thresholds decide the order of some of them. */
const KEYED_TABS = ['abcd', 'potential', 'movement', 'reactivation', 'deals'] as const;

/** Leaves our tabs alone: they hold what they need of the sales as values, and LibreOffice is quick without the rest. */
export function keepTabs(book: BookModel): void {
  book.sheets = book.sheets.filter((sheet) => sheet.cells.hasFormulas || sheet.customProperties.size > 0);
  book.activeSheetId = book.sheets[0]?.id ?? '';
}

/** The tabs of a saved workbook with thresholds typed into their cells on «Настройки», all results as they were. */
export async function typeThresholds(file: string, thresholds: Partial<Thresholds>): Promise<Uint8Array> {
  const book = await openSaved(file);
  keepTabs(book);
  for (const key of THRESHOLD_KEYS) {
    const value = thresholds[key];
    if (value === undefined) continue;
    const formula = book.names.find(({ name }) => name === thresholdName(key))?.formula ?? '';
    const [, tab, row] = /^='(.+)'!\$B\$(\d+)$/.exec(formula) ?? [];
    const sheet = book.sheets.find(({ name }) => name === tab);
    if (!sheet) throw new Error(`${key} has no cell: ${formula}`);
    sheet.cells.setValue(Number(row) - 1, 1, value);
    sheet.pristine = false;
  }
  return saveWorkbook(book);
}

/** How many cells of a tab follow thresholds, and which do not. */
export interface LivePart {
  readonly tab: string;
  /** Cells that a run with the other thresholds fills otherwise. */
  readonly dependent: number;
  /** Those of them that recalculation does not bring to the same result, each with what it was, is, and must be. */
  readonly dead: readonly string[];
  /** Cells that recalculation moves though a run with the other thresholds leaves them. */
  readonly astray: readonly string[];
}

/**
 * Holds tabs into which other thresholds were typed to a run with these thresholds, cell by cell. Rows of clients and
 * deals are found by their keys: their order, and with it their number, is that of the last run. `written` are the tabs
 * before, of which `recalculated` has the layout.
 */
export function liveParts(
  written: BookModel,
  recalculated: BookModel,
  anew: BookModel,
  language: Language,
): readonly LivePart[] {
  return recalculated.sheets.map((sheet) => {
    const layout = sheetNamed(written, sheet.name);
    const was = valuesByPlace(layout, layout, language);
    const is = valuesByPlace(sheet, layout, language);
    const newLayout = sheetNamed(anew, sheet.name);
    const must = valuesByPlace(newLayout, newLayout, language);

    const dead: string[] = [];
    const astray: string[] = [];
    let dependent = 0;
    for (const place of new Set([...was.keys(), ...must.keys()])) {
      const before = was.get(place) ?? '';
      const now = is.get(place) ?? '';
      const expected = must.get(place) ?? '';
      const isDependent = !isSameResult(before, expected);
      if (isDependent) dependent += 1;
      if (isSameResult(now, expected)) continue;
      const [a, b, c] = [before, now, expected].map((value) => JSON.stringify(value));
      (isDependent ? dead : astray).push(`${place}: ${a} → ${b}, not ${c}`);
    }
    return { tab: sheet.name, dependent, dead, astray };
  });
}

function sheetNamed(book: BookModel, name: string): SheetModel {
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`No tab ${name}`);
  return sheet;
}

/** Values by `R3C1`, or by key and column for rows of a table with keys; `layout` says where the tables stand. */
function valuesByPlace(
  sheet: SheetModel,
  layout: SheetModel,
  language: Language,
): ReadonlyMap<string, ModelValue> {
  const t = translator(language);
  const headings = new Set<ModelValue>(KEYED_TABS.map((tab) => t(`${tab}.column.key`)));
  const table = layout.tables.find(({ area }) => keyColumnOf(layout, area, headings) >= 0);
  const values = new Map<string, ModelValue>();
  for (const { row, column } of sheet.cells.cells()) {
    const value = sheet.cells.value(row, column);
    if (!table || !isRowOf(table.area, row, column)) {
      values.set(`R${row + 1}C${column + 1}`, value);
    } else if (layout.cells.value(table.area.row, column) !== t('movement.column.number')) {
      const key = layout.cells.value(row, keyColumnOf(layout, table.area, headings));
      values.set(`${String(key)} C${column + 1}`, value);
    }
  }
  return values;
}

/** The last column with one of the headings, as keys stand right of everything; -1 if there is none. */
function keyColumnOf({ cells }: SheetModel, area: ModelArea, headings: ReadonlySet<ModelValue>): number {
  for (let column = area.column + area.columns - 1; column >= area.column; column--) {
    if (headings.has(cells.value(area.row, column))) return column;
  }
  return -1;
}

/** Whether a cell stands in a table below its headings. */
function isRowOf({ row: top, column: left, rows, columns }: ModelArea, row: number, column: number): boolean {
  return row > top && row < top + rows && column >= left && column < left + columns;
}
