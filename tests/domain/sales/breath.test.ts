import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Breath } from './breath/measure';
import { ROWS } from './breath/sheets';

/** Issue 3: never more than this between two pauses. */
const LONGEST_GAP_MS = 200;
/** Runs before a step counts as slow: a busy machine may stretch any step once. */
const ATTEMPTS = 3;
/** What reading may take beside the sheet itself: typed columns, and what is remembered of its texts. */
const MOST_BYTES_A_ROW = 1_000;

describe.each([
  ['a list with amounts as text', 'list'],
  ['a grouped report: clients over their documents', 'groupedReport'],
  ['a cross-tab of clients and months', 'crosstab'],
])('half a million records in %s', (title, sheet) => {
  test('are read without holding the pane for 200 ms', () => {
    const { longest, where, pauses, total, peakBytes, ownBytes, account } = measured(sheet);
    console.log(
      `${title}: ${account.used} used of ${account.rowsRead}, ${pauses} pauses, longest gap ${Math.round(longest)} ms ` +
        `(${where}), ${Math.round(total)} ms in all, peak heap ${megabytes(peakBytes)}, ${megabytes(ownBytes)} beside the sheet`,
    );
    expect(account.used).toBeGreaterThan(ROWS / 2);
    expect(longest).toBeLessThan(LONGEST_GAP_MS);
    expect(ownBytes / account.rowsRead).toBeLessThan(MOST_BYTES_A_ROW);
  });
});

function measured(sheet: string): Breath {
  const script = path.join(__dirname, 'breath', 'measure.ts');
  const printed = execFileSync(
    process.execPath,
    ['--import', 'tsx', script, sheet, String(ATTEMPTS), String(LONGEST_GAP_MS)],
    { encoding: 'utf8' },
  );
  return JSON.parse(printed) as Breath;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 2 ** 20)} MB`;
}
