import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { analyse } from '../src/domain/analyse';
import { distributionOf } from '../src/domain/deals/distribution';
import { readLedger } from '../src/domain/sales/ledger';
import { understand } from '../src/domain/sales/understand';
import { DEFAULT_SETTINGS } from '../src/domain/settings';
import { gridOf } from '../src/domain/shared/grid';
import { units } from '../src/domain/shared/money';
import { complete } from '../src/domain/shared/steps';
import type { Steps } from '../src/domain/shared/steps';
import { createRandom } from '../src/workbench/sample/random';
import { arqueroEngine, duckEngine, ownEngine } from './engines';
import { runDossiers, runProduct } from './product';
import { benchSales, sheetRows } from './rows';

const MILLION = 1_000_000;
const CLIENTS = 50_000;
/** The median of this many runs counts. */
const RUNS = 5;
/** Three million roubles in units of money. */
const LARGEST_DEAL = 30_000_000_000;
const PANE_FOLDER = 'dist';

async function main(): Promise<void> {
  await compareEngines();
  readAMillion();
  distributeDeals();
  await wholeRuns();
  await thirtyDossiers();
  bundleSize();
}

/** Group by client, sort, accumulate, classify: the same task side by side, as ratios to ours. */
async function compareEngines(): Promise<void> {
  const sales = benchSales(MILLION, CLIENTS);
  const engines = [ownEngine(sales, CLIENTS), arqueroEngine(sales), await duckEngine(sales)];
  console.log(`\n${MILLION} rows, ${CLIENTS} clients: group, sort, accumulate, classify (median of ${RUNS})`);
  let own = 0;
  for (const { name, classify } of engines) {
    const times: number[] = [];
    let counts = await classify();
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now();
      counts = await classify();
      times.push(performance.now() - started);
    }
    const median = times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
    own ||= median;
    const ratio = (median / own).toFixed(2);
    console.log(
      `  ${name.padEnd(10)} ${median.toFixed(0).padStart(6)} ms  × ${ratio}  A ${counts.A} B ${counts.B} C ${counts.C}`,
    );
  }
}

/** From cells to all analyses, and the longest stretch without a yield. */
function readAMillion(): void {
  const rows = [...sheetRows(benchSales(MILLION, CLIENTS))];
  const grid = gridOf(rows);
  const head = understand(gridOf(rows.slice(0, 200)), { ...DEFAULT_SETTINGS, columns: { date: 'Дата' } });
  if (!head.ok) throw new Error(head.error.code);
  const started = performance.now();
  const read = timed(readLedger(grid, head.value, DEFAULT_SETTINGS, null));
  if (!read.value.ok) throw new Error(read.value.error.code);
  const analysed = timed(analyse(read.value.value, DEFAULT_SETTINGS, null));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const longest = Math.max(read.longest, analysed.longest).toFixed(0);
  console.log(
    `\n${MILLION} rows from cells to all analyses: ${seconds} s, longest stretch without a breath ${longest} ms`,
  );
}

/** The exact distribution of the sum of deals (method.md §4): 500 within 100 ms. */
function distributeDeals(): void {
  const cases = [
    { words: '20 deals of crooked amounts', count: 20, grain: 1 },
    { words: '500 deals in whole thousands', count: 500, grain: 10_000_000 },
    { words: '500 deals of crooked amounts', count: 500, grain: 1 },
  ];
  console.log(`\nThe distribution of the sum of deals (median of ${RUNS})`);
  for (const { words, count, grain } of cases) {
    const random = createRandom(count);
    const deals = Array.from({ length: count }, () => ({
      amount: units(random.whole(1, Math.floor(LARGEST_DEAL / grain)) * grain),
      chance: random.whole(1, 99) / 100,
    }));
    const total = deals.reduce((sum, { amount }) => sum + amount, 0);
    const times: number[] = [];
    let error = 0;
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now();
      error = complete(distributionOf(deals)).error;
      times.push(performance.now() - started);
    }
    const median = times.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
    console.log(
      `  ${words.padEnd(30)} ${median.toFixed(0).padStart(6)} ms  error at most ${((100 * error) / total).toFixed(3)} % of all`,
    );
  }
}

function timed<T>(steps: Steps<T>): { value: T; longest: number } {
  let longest = 0;
  for (;;) {
    const started = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - started);
    if (step.done) return { value: step.value, longest };
  }
}

/** The whole product, through Microsoft's client and the stand-in host. */
async function wholeRuns(): Promise<void> {
  console.log(
    '\nThe whole product: read, analyse, write all tabs, calculate them (IronCalc in place of Excel)',
  );
  for (const [rows, clients] of [
    [100_000, 5_000],
    [500_000, 5_000],
  ] as const) {
    const run = await runProduct(rows, clients);
    const { read, analyse: analysed, write, calculate, all } = run.seconds;
    console.log(
      `  ${rows} rows, ${clients} clients, ${run.tabs} tabs with ${run.formulas} formulas: ${all.toFixed(1)} s ` +
        `(read ${read.toFixed(1)}, analyse ${analysed.toFixed(1)}, write ${write.toFixed(1)}, ` +
        `calculate ${calculate.toFixed(1)}), ${run.syncs} syncs, ${run.requestMegabytes.toFixed(1)} MB out ` +
        `(largest request ${run.largestRequestMegabytes.toFixed(1)}), ${run.responseMegabytes.toFixed(1)} MB in, ` +
        `heap ${run.heapMegabytes.toFixed(0)} MB`,
    );
  }
  console.log(`  peak memory of this process ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

/** Dossiers of the thirty largest clients at once, and a run that renews them. */
async function thirtyDossiers(): Promise<void> {
  const run = await runDossiers(20_000, 1_000, 30);
  const { make, renew, calculate } = run.seconds;
  console.log(
    `\n${run.dossiers} dossiers at once: ${make.toFixed(1)} s (calculate ${calculate.toFixed(1)} more), ` +
      `${run.syncs} syncs, ${run.requestMegabytes.toFixed(1)} MB out (largest request ` +
      `${run.largestRequestMegabytes.toFixed(2)}), ${run.responseMegabytes.toFixed(1)} MB in, ` +
      `longest wait for a sign of progress ${run.longestWait.toFixed(0)} ms; a run that renews them all ` +
      `${renew.toFixed(1)} s, of which the dossiers are ${run.renewing.syncs} syncs, ` +
      `${run.renewing.requestMegabytes.toFixed(2)} MB out and ${run.renewing.responseMegabytes.toFixed(1)} MB in`,
  );
}

function bundleSize(): void {
  const bundle = existsSync(PANE_FOLDER)
    ? readdirSync(PANE_FOLDER).find((file) => /^taskpane\..*js$/.test(file))
    : undefined;
  if (bundle === undefined) {
    console.log('\nThe pane is not built: npm run build, then its size is shown here');
    return;
  }
  const bytes = gzipSync(readFileSync(path.join(PANE_FOLDER, bundle))).length;
  console.log(`\nThe pane's bundle: ${(bytes / 1024).toFixed(0)} KB gzip`);
}

void main();
