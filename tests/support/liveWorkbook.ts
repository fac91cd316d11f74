import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { openWorkbook } from '../../src/workbench/files/open';
import type { BookModel, ModelValue } from '../../src/workbench/model/model';

/** Formula results may differ from the engine's numbers by this much (design.md, rule 3). */
const TOLERANCE = 0.005;

/** A saved workbook, opened again. */
export async function openSaved(file: string): Promise<BookModel> {
  const opened = await openWorkbook(await readFile(file), path.basename(file));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

/** A formula that LibreOffice computes to something else. */
export interface Difference {
  readonly cell: string;
  readonly formula: string;
  readonly engine: unknown;
  readonly libreOffice: unknown;
}

/** Whether two results are one: numbers but for the tolerance, texts exactly. An error equals nothing. */
export function isSameResult(one: ModelValue | undefined, other: ModelValue | undefined): boolean {
  return typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= TOLERANCE
    : typeof one !== 'object' && one === other;
}

/** Formulas of our tabs: how many there are, and where LibreOffice finds another result or an error. */
export function compareFormulas(
  engine: BookModel,
  recalculated: BookModel,
): { formulas: number; differences: Difference[] } {
  let formulas = 0;
  const differences: Difference[] = [];
  for (const sheet of engine.sheets) {
    const other = recalculated.sheets.find(({ name }) => name === sheet.name);
    for (const { row, column } of sheet.cells.cells()) {
      const formula = sheet.cells.formula(row, column);
      if (formula === null) continue;
      formulas += 1;
      const expected = sheet.cells.value(row, column);
      const found = other?.cells.value(row, column);
      if (!isSameResult(expected, found))
        differences.push({
          cell: `${sheet.name}!R${row + 1}C${column + 1}`,
          formula,
          engine: expected,
          libreOffice: found,
        });
    }
  }
  return { formulas, differences };
}
