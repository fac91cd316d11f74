import type { CellValue } from '../shared/grid';
import { addressOf } from '../shared/grid';
import { CHART_PLACEHOLDER, hasBraces, listOf, textParts } from './placeholders';
import type { PlaceholderKey, PlaceholderList, PlaceholderOf } from './placeholders';

/** What keeps a sheet from being a template. Cells are addresses: `B3`. */
export type TemplateProblem =
  /** No placeholder of that name; `nearest` is a known name that is written much the same. */
  | {
      readonly kind: 'unknown';
      readonly cell: string;
      readonly written: string;
      readonly nearest: string | null;
    }
  /** `{{` without `}}` after it. */
  | { readonly kind: 'unclosed'; readonly cell: string }
  /** A row can repeat for one list only. */
  | {
      readonly kind: 'twoLists';
      readonly cell: string;
      readonly lists: readonly [PlaceholderList, PlaceholderList];
    }
  /** A chart takes its cell as a whole. */
  | { readonly kind: 'chartInText'; readonly cell: string }
  /** A formula makes its own text: there is no cell to write into. */
  | { readonly kind: 'formula'; readonly cell: string }
  | { readonly kind: 'protected' };

/** A cell that is filled: its text as it stands in the template. Row and column are one-based. */
export interface PatternCell {
  readonly row: number;
  readonly column: number;
  readonly pattern: string;
  /** The list whose row it repeats; null: one cell. */
  readonly list: PlaceholderList | null;
  readonly isChart: boolean;
}

/** A sheet as a template. */
export interface CheckedTemplate {
  readonly cells: readonly PatternCell[];
  /** In the order of the cells, row by row. */
  readonly problems: readonly TemplateProblem[];
}

/** The cells of a sheet as they are read, from a one-based row and column on. */
export interface TemplateCells {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly values: readonly (readonly CellValue[])[];
  /** The same cells, formulas in place of their results. */
  readonly formulas: readonly (readonly CellValue[])[];
}

/** What names placeholders: {@link PlaceholderOf}, and a known name that is written much like an unknown one. */
export interface PlaceholderNames {
  readonly placeholderOf: PlaceholderOf;
  readonly nearestName: (folded: string) => string | null;
}

/** Finds the placeholders of a sheet, and everything that is wrong with them. */
export function checkTemplate(sheet: TemplateCells, names: PlaceholderNames): CheckedTemplate {
  const cells: PatternCell[] = [];
  const problems: TemplateProblem[] = [];
  sheet.values.forEach((values, rowIndex) => {
    const row = sheet.firstRow + rowIndex;
    let listOfRow: PlaceholderList | null = null;
    values.forEach((value, columnIndex) => {
      const column = sheet.firstColumn + columnIndex;
      const cell = addressOf(row, column);
      const formula = sheet.formulas[rowIndex]?.[columnIndex];
      if (isFormula(formula, value)) {
        // A formula that shows another cell's placeholder will show what that is filled with.
        if (hasBraces(String(formula))) problems.push({ kind: 'formula', cell });
        return;
      }
      if (typeof value !== 'string' || !hasBraces(value)) return;
      const read = patternCell(value, row, column, names);
      problems.push(...read.problems);
      for (const list of read.lists) {
        if (listOfRow !== null && list !== listOfRow)
          problems.push({ kind: 'twoLists', cell, lists: [listOfRow, list] });
        listOfRow ??= list;
      }
      if (read.cell) cells.push(read.cell);
    });
  });
  return { cells, problems };
}

/** Whether a cell shows the result of a formula: a text that merely looks like one is its own value. */
export function isFormula(formula: CellValue | undefined, value: CellValue): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}

function patternCell(
  pattern: string,
  row: number,
  column: number,
  { placeholderOf, nearestName }: PlaceholderNames,
): {
  readonly cell: PatternCell | null;
  readonly lists: readonly PlaceholderList[];
  readonly problems: readonly TemplateProblem[];
} {
  const cell = addressOf(row, column);
  const parts = textParts(pattern, placeholderOf);
  const keys = new Set<PlaceholderKey>();
  const problems: TemplateProblem[] = [];
  for (const part of parts) {
    if ('text' in part) {
      if (hasBraces(part.text)) problems.push({ kind: 'unclosed', cell });
    } else if (part.key === null) {
      const written = part.written.trim();
      problems.push({ kind: 'unknown', cell, written, nearest: nearestName(written) });
    } else keys.add(part.key);
  }
  const isChart = keys.has(CHART_PLACEHOLDER);
  if (isChart && !isAlone(pattern)) problems.push({ kind: 'chartInText', cell });
  const lists = [...new Set([...keys].flatMap((key) => listOf(key) ?? []))];
  return {
    cell: keys.size > 0 ? { row, column, pattern, list: lists[0] ?? null, isChart } : null,
    lists,
    problems,
  };
}

/** Whether a pattern is one placeholder and nothing else but blanks. */
export function isAlone(pattern: string): boolean {
  return /^\s*\{\{[^{}]*\}\}\s*$/.test(pattern);
}
