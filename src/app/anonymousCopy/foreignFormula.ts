const TEXTS = /"(?:[^"]|"")*"/g;
const ERRORS = /#[A-Z]+!/g;
/** `'Продажи 2025'!` or `ABCD!`; what precedes may be a workbook in brackets or a second sheet after a colon. */
const SHEETS = /'((?:[^']|'')+)'!|([\p{L}\p{N}_.:]+)!/gu;

/**
 * Does a formula call anything but the sheets of these names (lower case): another sheet, another workbook, a table?
 * Our formulas call none; what a person wrote into a tab of ours may.
 */
export function isForeign(formula: string, ours: ReadonlySet<string>): boolean {
  const bare = formula.replace(TEXTS, '').replace(ERRORS, '');
  if (bare.includes('[')) return true;
  for (const [, quoted, plain] of bare.matchAll(SHEETS)) {
    if (!ours.has((quoted?.replaceAll("''", "'") ?? plain ?? '').toLowerCase())) return true;
  }
  return false;
}
