import type { BookModel } from '../model/model';
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

/** Rewrites every formula of the book that may name a sheet: cells, names, charts, validations, conditional formats. */
export function rewriteFormulas(book: BookModel, rewrite: (formula: string) => string): void {
  for (const name of book.names) name.formula = rewrite(name.formula);
  for (const sheet of book.sheets) {
    let changed = false;
    const kept = (formula: string): string => {
      const rewritten = rewrite(formula);
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
    for (const format of sheet.conditionalFormats) {
      const { rule } = format;
      if (rule.kind === 'custom') format.rule = { ...rule, formula: kept(rule.formula) };
      if (rule.kind === 'cellValue') {
        format.rule = {
          ...rule,
          formula1: kept(rule.formula1),
          ...(rule.formula2 === undefined ? {} : { formula2: kept(rule.formula2) }),
        };
      }
    }
    for (const validation of sheet.validations) {
      const { rule } = validation;
      if (rule.kind === 'list')
        validation.rule = { ...rule, source: isFormula(rule.source) ? kept(rule.source) : rule.source };
      else if (rule.kind === 'custom') validation.rule = { ...rule, formula: kept(rule.formula) };
      else {
        validation.rule = {
          ...rule,
          formula1: typeof rule.formula1 === 'string' ? kept(rule.formula1) : rule.formula1,
          ...(rule.formula2 === undefined
            ? {}
            : { formula2: typeof rule.formula2 === 'string' ? kept(rule.formula2) : rule.formula2 }),
        };
      }
    }
    if (changed) sheet.pristine = false;
  }
}

function isFormula(text: string): boolean {
  return text.startsWith('=');
}
