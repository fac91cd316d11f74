import { xmlEncode } from '@cj-tech-master/excelts/xml';
import type { CellStore, ModelValue, SheetModel, StyleId } from '../../model/model';
import { formulaForFile } from './formulaText';
import { addressAt } from './units';

/**
 * The rows of a sheet as the inside of `sheetData`, piece by piece: a sheet of half a million rows never stands in
 * memory as text or as cell objects. Formulas carry their last result; texts stand in their cells, so that the shared
 * strings of the user's own sheets stay untouched. `headings` are texts that table headings must have.
 */
export function* rowPieces(
  sheet: SheetModel,
  cellFormat: (style: StyleId) => number,
  headings: ReadonlyMap<string, string>,
): Generator<string> {
  const marked = markedRows(sheet);
  let open = -1;
  for (const { row, column } of sheet.cells.cells()) {
    if (row !== open) {
      if (open >= 0) yield '</row>';
      while ((marked[0] ?? Infinity) < row) yield `${rowStart(sheet, marked.shift() ?? 0)}</row>`;
      if (marked[0] === row) marked.shift();
      yield rowStart(sheet, row);
      open = row;
    }
    yield cellXml(sheet.cells, row, column, cellFormat, headings);
  }
  if (open >= 0) yield '</row>';
  for (const row of marked) yield `${rowStart(sheet, row)}</row>`;
}

/** Rows that say something about themselves, in order. */
function markedRows(sheet: SheetModel): number[] {
  return [...new Set([...sheet.rowHeights.keys(), ...sheet.hiddenRows])].sort((a, b) => a - b);
}

function rowStart(sheet: SheetModel, row: number): string {
  const height = sheet.rowHeights.get(row);
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${row + 1}"${size}${sheet.hiddenRows.has(row) ? ' hidden="1"' : ''}>`;
}

function cellXml(
  cells: CellStore,
  row: number,
  column: number,
  cellFormat: (style: StyleId) => number,
  headings: ReadonlyMap<string, string>,
): string {
  const address = addressAt(row, column);
  const format = cellFormat(cells.style(row, column));
  const start = `<c r="${address}"${format === 0 ? '' : ` s="${format}"`}`;
  const formula = cells.formula(row, column);
  if (formula !== null) return `${start}${resultXml(formula, cells.value(row, column))}</c>`;
  const value = headings.get(address) ?? cells.value(row, column);
  if (value === '') return `${start}/>`;
  return `${start}${valueXml(value)}</c>`;
}

/** Excel repairs files with longer texts in a cell. */
const LONGEST_TEXT = 32_767;

/** The rest of a cell's element after its address and format, up to its end. */
function valueXml(value: ModelValue): string {
  if (typeof value === 'number') return Number.isFinite(value) ? `><v>${value}</v>` : '>';
  if (typeof value === 'boolean') return ` t="b"><v>${value ? 1 : 0}</v>`;
  if (typeof value === 'string')
    return ` t="inlineStr"><is><t xml:space="preserve">${textXml(value.slice(0, LONGEST_TEXT))}</t></is>`;
  return ` t="e"><v>${xmlEncode(value.error)}</v>`;
}

function resultXml(formula: string, result: ModelValue): string {
  const source = `<f>${textXml(formulaForFile(formula))}</f>`;
  if (typeof result === 'number')
    return Number.isFinite(result) ? `>${source}<v>${result}</v>` : `>${source}`;
  if (typeof result === 'boolean') return ` t="b">${source}<v>${result ? 1 : 0}</v>`;
  if (typeof result === 'string') return ` t="str">${source}<v>${textXml(result)}</v>`;
  return ` t="e">${source}<v>${xmlEncode(result.error)}</v>`;
}

/** Characters that XML cannot hold, and texts that look like their stand-ins (ECMA-376 part 1, 22.9.2.19). */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\r\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

function textXml(text: string): string {
  return xmlEncode(
    text.replace(
      UNWRITABLE,
      (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  );
}
