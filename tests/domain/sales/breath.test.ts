import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Breath } from './breath/measure';
import { ROWS } from './breath/sheets';

/** Issue 3: never more than this between two pauses. */
const LONGEST_GAP_MS = 200;
/** A busy machine may stretch one step; a slow step is slow on every run. */
const ATTEMPTS = 3;
/** What reading may take beside the sheet itself: typed columns, and what is remembered of its texts. */
const MOST_BYTES_A_ROW = 1_000;

describe.each([
  ['a list with amounts as text', 'list'],
  ['a grouped report: clients over their documents', 'groupedReport'],
  ['a cross-tab of clients and months', 'crosstab'],
])('half a million records in %s', (title, sheet) => {
  test('are read without holding the pane for 200 ms', () => {
    const breath = measured(sheet);
    console.log(
      `${title}: ${breath.used} used of ${breath.rowsRead}, ${breath.pauses} pauses, ` +
        `longest gap ${Math.round(breath.longest)} ms (${breath.where}), ${Math.round(breath.total)} ms in all, ` +
        `${Math.round(breath.bytes / 2 ** 20)} MB beside the sheet`,
    );
    expect(breath.used).toBeGreaterThan(ROWS / 2);
    expect(breath.longest).toBeLessThan(LONGEST_GAP_MS);
    expect(breath.bytes / breath.rowsRead).toBeLessThan(MOST_BYTES_A_ROW);
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
