import type { TemplateCells } from '../../domain/dossiers/templateCheck';
import { isFormula } from '../../domain/dossiers/templateCheck';
import type { CellValue } from '../../domain/shared/grid';
import type { Area, PageKey } from '../../reports/plan';
import { cellName } from './templateState';

/** The cells of a sheet and where the named ones of a template stand now. */
export class FormCells implements TemplateCells {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly CellValue[])[];
  private readonly formats: readonly (readonly string[])[];

  /** Last column with contents or a look. */
  readonly lastStyledColumn: number;

  private constructor(
    used: Excel.Range,
    styled: Excel.Range,
    private readonly areas: ReadonlyMap<number, Area>,
  ) {
    this.lastStyledColumn = styled.isNullObject ? 0 : styled.columnIndex + styled.columnCount;
    const isBlank = used.isNullObject;
    this.firstRow = isBlank ? 1 : used.rowIndex + 1;
    this.firstColumn = isBlank ? 1 : used.columnIndex + 1;
    this.values = isBlank ? [] : used.values;
    this.formulas = isBlank ? [] : used.formulas;
    this.formats = isBlank ? [] : used.numberFormat;
  }

  /** Reads a sheet and the cells of these ids on it, in one round trip. */
  static async read(
    context: Excel.RequestContext,
    sheet: Excel.Worksheet,
    key: PageKey,
    ids: readonly number[],
  ): Promise<FormCells> {
    sheet.load('name');
    const used = sheet
      .getUsedRangeOrNullObject(true)
      .load('values,formulas,numberFormat,rowIndex,columnIndex');
    const styled = sheet.getUsedRangeOrNullObject(false).load('columnIndex,columnCount');
    const named = ids.map((id) => ({
      id,
      range: context.workbook.names
        .getItemOrNullObject(cellName(key, id))
        .getRangeOrNullObject()
        .load('address,rowIndex,columnIndex,rowCount,columnCount'),
    }));
    await context.sync();
    const areas = new Map<number, Area>();
    for (const { id, range } of named) {
      // Cells that people moved to another sheet are no longer of this dossier.
      if (range.isNullObject || sheetOf(range.address) !== sheet.name) continue;
      areas.set(id, {
        row: range.rowIndex + 1,
        column: range.columnIndex + 1,
        rows: range.rowCount,
        columns: range.columnCount,
      });
    }
    return new FormCells(used, styled, areas);
  }

  /** Where the cells of an id stand; null if they are gone. */
  area(id: number): Area | null {
    return this.areas.get(id) ?? null;
  }

  /** Last column with contents. */
  get lastColumn(): number {
    return this.firstColumn + (this.values[0]?.length ?? 0) - 1;
  }

  value(row: number, column: number): CellValue {
    return this.values[row - this.firstRow]?.[column - this.firstColumn] ?? '';
  }

  /** Number format of a cell. */
  format(row: number, column: number): string {
    return this.formats[row - this.firstRow]?.[column - this.firstColumn] ?? 'General';
  }

  holdsFormula(row: number, column: number): boolean {
    const formula = this.formulas[row - this.firstRow]?.[column - this.firstColumn];
    return isFormula(formula, this.value(row, column));
  }

  /** What stands in a row but for some of its columns, as a short text; `''` for nothing. */
  rest(row: number, isLeftOut: (column: number) => boolean): string {
    const formulas = this.formulas[row - this.firstRow] ?? [];
    const texts = formulas.flatMap((cell, index) => {
      const column = this.firstColumn + index;
      if (cell === '' || isLeftOut(column)) return [];
      // Addresses in a formula change with the rows above it.
      return [this.holdsFormula(row, column) ? String(cell).replace(/\d+/g, '') : String(cell)];
    });
    return texts.length === 0 ? '' : sign(texts.join('\u001f'));
  }
}

/** `'Досье Альфа'!B3` is on `Досье Альфа`. */
function sheetOf(address: string): string {
  const name = address.slice(0, address.lastIndexOf('!'));
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A text as a few characters that change with it (FNV-1a): what people wrote is not kept twice. */
function sign(text: string): string {
  let hash = FNV_OFFSET;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  return `${text.length}.${(hash >>> 0).toString(36)}`;
}
