const TEXTS = /"(?:[^"]|"")*"/g;
const ERRORS = /#[A-Z]+!/g;
/** `'Продажи 2025'!` or `ABCD!`; what precedes may be a workbook in brackets or a second sheet after a colon. */
const SHEETS = /'((?:[^']|'')+)'!|([\p{L}\p{N}_.:]+)!/gu;

const NAMES = /[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

/** What of a workbook goes into the copy, in lower case: its sheets, and the names that do not, as they lead elsewhere. */
export interface Kept {
  readonly sheets: ReadonlySet<string>;
  readonly lostNames: ReadonlySet<string>;
}

/**
 * Does a formula call anything that stays behind: another sheet, another workbook, a table, a name that leads there?
 * The register of dossiers does; what a person wrote into a tab of ours may.
 */
export function isForeign(formula: string, { sheets, lostNames }: Kept): boolean {
  const bare = formula.replace(TEXTS, '').replace(ERRORS, '');
  if (bare.includes('[')) return true;
  for (const [, quoted, plain] of bare.matchAll(SHEETS)) {
    if (!sheets.has((quoted?.replaceAll("''", "'") ?? plain ?? '').toLowerCase())) return true;
  }
  if (lostNames.size === 0) return false;
  for (const [name] of bare.matchAll(NAMES)) if (lostNames.has(name.toLowerCase())) return true;
  return false;
}
