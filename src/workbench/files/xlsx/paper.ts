/** Paper sizes by their number in files (ECMA-376 part 1, 18.3.1.63) and their name in Excel's API. */
const PAPERS: Readonly<Record<string, number>> = {
  Letter: 1,
  Tabloid: 3,
  Legal: 5,
  Executive: 7,
  A3: 8,
  A4: 9,
  A5: 11,
  B4: 12,
  B5: 13,
};

/** The name of a paper; null for one we do not know. */
export function paperName(code: number): string | null {
  return Object.keys(PAPERS).find((name) => PAPERS[name] === code) ?? null;
}

/** The number of a paper; A4 for one we do not know. */
export function paperCode(name: string): number {
  return PAPERS[name] ?? PAPERS['A4'] ?? 9;
}
