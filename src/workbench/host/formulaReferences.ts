import type { BookModel, ConditionalFormatModel, SheetModel, ValidationModel } from '../model/model';
import { quoteSheet } from './a1';

/**
 * A text in double quotes, a sheet with its `!` (quoted or plain), or nothing of interest: enough to tell a sheet's
 * name in a formula from the same letters in a text.
 */
const PARTS = /"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** A reference after the `!`: a cell, an area, columns or rows. */
const AFTER =
  /^\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|^\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|^\$?\d+:\$?\d+/;

/** The formula with its references to one sheet pointing to the sheet's new name. */
export function renameSheetInFormula(formula: string, from: string, to: string): string {
  return formula.replace(PARTS, (part: string, quoted?: string, plain?: string) =>
    names(quoted, plain, from) ? `${quoteSheet(to)}!` : part,
  );
}

/** The formula after a sheet was deleted: references to it are `#REF!`, as Excel leaves them. */
export function removeSheetFromFormula(formula: string, sheet: string): string {
  let rest = formula;
  let done = '';
  for (;;) {
    PARTS.lastIndex = 0;
    const match = PARTS.exec(rest);
    if (!match) return done + rest;
    const after = rest.slice(match.index + match[0].length);
    if (names(match[1], match[2], sheet)) {
      done += `${rest.slice(0, match.index)}#REF!`;
      rest = after.replace(AFTER, '');
    } else {
      done += rest.slice(0, match.index) + match[0];
      rest = after;
    }
  }
}

function names(quoted: string | undefined, plain: string | undefined, sheet: string): boolean {
  const name = quoted?.replaceAll("''", "'") ?? plain;
  return name !== undefined && name.toLowerCase() === sheet.toLowerCase();
}

/** The new text of a formula; `home` is the sheet of references that name none, null for a name of the whole book. */
export type Rewrite = (formula: string, home: SheetModel | null) => string;

/** Rewrites every formula of the book that may name a sheet: cells, names, charts, validations, conditional formats. */
export function rewriteFormulas(book: BookModel, rewrite: Rewrite): void {
  const sheetOf = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
  for (const name of book.names) name.formula = rewrite(name.formula, sheetOf.get(name.scope ?? '') ?? null);
  for (const sheet of book.sheets) rewriteFormulasOf(sheet, rewrite);
}

/** Rewrites every formula on one sheet. */
export function rewriteFormulasOf(sheet: SheetModel, rewrite: Rewrite): void {
  let changed = false;
  const kept = (formula: string): string => {
    const rewritten = rewrite(formula, sheet);
    changed ||= rewritten !== formula;
    return rewritten;
  };
  if (sheet.cells.hasFormulas) {
    for (const { row, column } of [...sheet.cells.cells()]) {
      const formula = sheet.cells.formula(row, column);
      if (formula === null) continue;
      const rewritten = kept(formula);
      if (rewritten !== formula) sheet.cells.setFormula(row, column, rewritten);
    }
  }
  for (const chart of sheet.charts) {
    for (const series of chart.series) {
      series.values = kept(series.values);
      if (series.categories !== null) series.categories = kept(series.categories);
      series.name = isFormula(series.name) ? kept(series.name) : series.name;
    }
  }
  for (const format of sheet.conditionalFormats) format.rule = rewriteFormatRule(format.rule, kept);
  for (const validation of sheet.validations) validation.rule = rewriteValidationRule(validation.rule, kept);
  if (changed) sheet.pristine = false;
}

/** The rule of a conditional format with its formulas rewritten. */
export function rewriteFormatRule(
  rule: ConditionalFormatModel['rule'],
  rewrite: (formula: string) => string,
): ConditionalFormatModel['rule'] {
  if (rule.kind === 'custom') return { ...rule, formula: rewrite(rule.formula) };
  if (rule.kind !== 'cellValue') return rule;
  const { formula1, formula2 } = rule;
  return {
    ...rule,
    formula1: rewrite(formula1),
    ...(formula2 === undefined ? {} : { formula2: rewrite(formula2) }),
  };
}

/** The rule of a validation with its formulas rewritten; constants stay. */
export function rewriteValidationRule(
  rule: ValidationModel['rule'],
  rewrite: (formula: string) => string,
): ValidationModel['rule'] {
  if (rule.kind === 'list')
    return { ...rule, source: isFormula(rule.source) ? rewrite(rule.source) : rule.source };
  if (rule.kind === 'custom') return { ...rule, formula: rewrite(rule.formula) };
  const operand = (value: string | number): string | number =>
    typeof value === 'string' ? rewrite(value) : value;
  const { formula1, formula2 } = rule;
  return {
    ...rule,
    formula1: operand(formula1),
    ...(formula2 === undefined ? {} : { formula2: operand(formula2) }),
  };
}

function isFormula(text: string): boolean {
  return text.startsWith('=');
}
