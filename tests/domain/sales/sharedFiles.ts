import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Rows } from './support';

/** Public files and independent results beside the checkout; absent on a contributor's machine. */
const SHARED = path.resolve(__dirname, '../../../../shared');

/** `describe` where the shared files are, else a skipped block that says so. */
export const describeShared: typeof describe.skip = existsSync(SHARED)
  ? describe
  : (((name: string, body: () => void) =>
      describe.skip(`${name} (skipped: ../shared is absent)`, body)) as typeof describe.skip);

export function sharedText(file: string): string {
  return readFileSync(path.join(SHARED, file), 'utf8').replace(/^\ufeff/, '');
}

/** Rows of a comma-separated file, every cell as text. */
export function sharedCsv(file: string): Rows {
  return splitCsv(sharedText(file));
}

/** A minimal splitter for well-formed files; the product's own reader is elsewhere. */
export function splitCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /("(?:[^"]|"")*"|[^,\n\r]*)(,|\r?\n|$)/g;
  for (const match of text.matchAll(cells)) {
    const [, cell = '', end] = match;
    if (cell === '' && end === '' && row.length === 0) continue;
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
