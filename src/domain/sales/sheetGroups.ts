import { sheetPeriod } from './sheetPeriod';

/** A sheet as far as its shape matters. */
export interface ShapedSheet {
  readonly name: string;
  /** Folded headings by column of the sheet; `''` where there is none. */
  readonly headings: readonly string[];
  /** Equal for sheets that may be read as one. */
  readonly form: string;
}

/** Sheets that can be read one below the other as one ledger: indexes in the order of the workbook. */
export interface SheetGroup {
  readonly members: readonly number[];
  /** Three sheets or more named by periods of one kind: a month each, a year each. */
  readonly isSeries: boolean;
  /** Sheets that look like these but are not of them: another column, or no period in the name. */
  readonly alike: readonly number[];
}

/** Two sheets may be a month and its copy; three in a row are a habit. */
const FEWEST_OF_SERIES = 3;
const FEWEST_OF_GROUP = 2;
/** A sheet that has this part of the headings looks alike. */
const ALIKE_SHARE = 0.5;

/**
 * Finds sheets of one form: the same headings in the same columns. Where at least three of them are named by periods of one
 * kind («Январь» … «Декабрь», «Продажи 2024», «Продажи 2025»), only these are the group: a sheet for the year beside
 * sheets for its months would count the money twice, and «План 2025» is no «Факт 2025».
 */
export function groupSheets(sheets: readonly ShapedSheet[]): readonly SheetGroup[] {
  const byShape = new Map<string, number[]>();
  sheets.forEach(({ form }, index) => byShape.set(form, [...(byShape.get(form) ?? []), index]));
  return [...byShape.values()].flatMap((same) => {
    const series = seriesIn(sheets, same);
    const members = series ?? same;
    if (members.length < FEWEST_OF_GROUP) return [];
    const alike = sheets.flatMap((sheet, index) =>
      !members.includes(index) && isAlike(sheet, sheets[members[0] ?? 0]) ? [index] : [],
    );
    return [{ members, isSeries: series !== null, alike }];
  });
}

/** The most numerous series among sheets of one shape, or null. */
function seriesIn(sheets: readonly ShapedSheet[], same: readonly number[]): readonly number[] | null {
  const series = new Map<string, number[]>();
  for (const index of same) {
    const period = sheetPeriod(sheets[index]?.name ?? '');
    if (!period) continue;
    const key = `${period.kind} ${period.months} ${period.label}`;
    series.set(key, [...(series.get(key) ?? []), index]);
  }
  const [longest = []] = [...series.values()].sort((a, b) => b.length - a.length);
  return longest.length >= FEWEST_OF_SERIES ? longest : null;
}

function isAlike(sheet: ShapedSheet, member: ShapedSheet | undefined): boolean {
  const wanted = new Set(member?.headings.filter((heading) => heading !== ''));
  const shared = new Set(sheet.headings.filter((heading) => wanted.has(heading))).size;
  return wanted.size > 0 && shared >= wanted.size * ALIKE_SHARE;
}
