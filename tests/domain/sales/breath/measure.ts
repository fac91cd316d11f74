import { analyse } from '../../../../src/domain/analyse';
import { readLedger } from '../../../../src/domain/sales/ledger';
import type { RowAccount } from '../../../../src/domain/sales/types';
import { understand } from '../../../../src/domain/sales/understand';
import { DEFAULT_SETTINGS } from '../../../../src/domain/settings';
import type { Grid } from '../../../../src/domain/shared/grid';
import type { Steps } from '../../../../src/domain/shared/steps';
import { valueOf } from '../support';
import { crosstab, groupedReport, list } from './sheets';

/**
 * Measures in a process of its own how a sheet of half a million rows is read (inside jest every `Math.max` costs a
 * look-up in its sandbox). `measure.ts list 3 200` prints one {@link Breath} as JSON after up to three runs: a busy
 * machine stretches now this step, now that one, but a slow step is slow on every run, so a step's least time counts.
 */
const SHEETS: Readonly<Record<string, () => Grid>> = { list, groupedReport, crosstab };
const MICROSECONDS = 1_000;

/** How long the reading held the thread, and what it took. */
export interface Breath {
  /** Milliseconds of the longest step between two pauses, and where it was. */
  readonly longest: number;
  readonly where: string;
  /** Milliseconds of all steps. */
  readonly total: number;
  readonly pauses: number;
  /** The highest memory seen at a pause, and how much of it there was not before reading. */
  readonly peakBytes: number;
  readonly ownBytes: number;
  readonly account: RowAccount;
}

interface Step {
  readonly where: string;
  readonly milliseconds: number;
}

interface Run {
  readonly steps: readonly Step[];
  readonly peakBytes: number;
  readonly ownBytes: number;
  readonly account: RowAccount;
}

/** Understands, reads and analyses the sheet, with a clock at every pause. */
function run(grid: Grid): Run {
  const steps: Step[] = [];
  const before = memory();
  let peakBytes = before;
  const timed = <T>(where: string, work: () => T): T => {
    const start = performance.now();
    const processor = process.cpuUsage();
    const result = work();
    const { user, system } = process.cpuUsage(processor);
    const milliseconds = Math.min(performance.now() - start, (user + system) / MICROSECONDS);
    steps.push({ where, milliseconds });
    peakBytes = Math.max(peakBytes, memory());
    return result;
  };
  const through = <T>(where: string, work: Steps<T>): T => {
    for (let done = 0; ;) {
      const step = timed(`${where} after ${Math.round(done * 100)} %`, () => work.next());
      if (step.done) return step.value;
      done = step.value;
    }
  };
  const head = { ...grid, rowCount: Math.min(grid.rowCount, 200) };
  const understanding = valueOf(timed('understanding', () => understand(head, DEFAULT_SETTINGS)));
  const reading = valueOf(through('reading', readLedger(grid, understanding, DEFAULT_SETTINGS, null)));
  through('analysis', analyse(reading, DEFAULT_SETTINGS, null));
  return { steps, peakBytes, ownBytes: peakBytes - before, account: reading.account };
}

/** Each step at its quickest. */
function quickest(one: readonly Step[], other: readonly Step[]): readonly Step[] {
  return one.map((step, at) => {
    const again = other[at];
    return again && again.milliseconds < step.milliseconds ? again : step;
  });
}

function longestOf(steps: readonly Step[]): Step {
  return steps.reduce((longest, step) => (step.milliseconds > longest.milliseconds ? step : longest));
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const [, , name = '', attempts = '1', enough = '0'] = process.argv;
const grid = SHEETS[name]?.();
if (!grid) throw new Error(`No sheet ${name}`);
const first = run(grid);
let { steps } = first;
for (let attempt = 1; attempt < Number(attempts); attempt++) {
  if (longestOf(steps).milliseconds < Number(enough)) break;
  steps = quickest(steps, run(grid).steps);
}
const longest = longestOf(steps);
const breath: Breath = {
  longest: longest.milliseconds,
  where: longest.where,
  total: steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  pauses: steps.length,
  peakBytes: first.peakBytes,
  ownBytes: first.ownBytes,
  account: first.account,
};
process.stdout.write(JSON.stringify(breath));
