import { performance } from 'node:perf_hooks';
import type { Hooks, Outcome, Preview } from '../src/app/types';
import type { Result } from '../src/domain/shared/result';
import { DEFAULT_SETTINGS } from '../src/domain/settings';
import { serialFromIso } from '../src/domain/shared/dates';
import type { ExcelSerial } from '../src/domain/shared/dates';
import { openHeadless } from '../src/workbench/cli/headless';
import { createBook, createSheet } from '../src/workbench/model/book';
import { ColumnCellsBuilder } from '../src/workbench/model/columnCells';
import { benchSales, sheetRows } from './rows';

/** The product's run over a sheet: seconds by phase, cost, memory, and the longest time the pane was blocked. */
export interface ProductRun {
  readonly rows: number;
  readonly clients: number;
  readonly seconds: { readonly preview: number; readonly run: number };
  readonly syncs: number;
  readonly requestMegabytes: number;
  readonly responseMegabytes: number;
  readonly heapMegabytes: number;
}

const MEGABYTE = 1_000_000;

/** Reads, analyses and writes the tabs for a generated list, through Microsoft's client and our host. */
export async function runProduct(rows: number, clients: number): Promise<ProductRun> {
  const cells = new ColumnCellsBuilder();
  for (const row of sheetRows(benchSales(rows, clients))) cells.appendRow(row);
  const sheet = createSheet('Продажи');
  sheet.cells = cells.build();
  const { host, clientele } = await openHeadless(createBook('bench.xlsx', [sheet]), 'ru');

  const settings = { ...DEFAULT_SETTINGS, language: 'ru' as const };
  const [source] = must(await clientele.listSources());
  if (!source) throw new Error('The book has no source');
  host.cost.reset();
  const started = performance.now();
  const shown: Preview = must(await clientele.preview(source, settings, null, hooks()));
  const read = performance.now();
  const outcome: Outcome = must(await clientele.run(shown, settings, hooks()));
  const done = performance.now();
  if (outcome.tabs.length === 0) throw new Error('The run wrote no tabs');
  return {
    rows,
    clients,
    seconds: { preview: (read - started) / 1000, run: (done - read) / 1000 },
    syncs: host.cost.syncs,
    requestMegabytes: host.cost.requestBytes / MEGABYTE,
    responseMegabytes: host.cost.responseBytes / MEGABYTE,
    heapMegabytes: process.memoryUsage().heapUsed / MEGABYTE,
  };
}

function hooks(): Hooks {
  return {
    onProgress: () => undefined,
    signal: new AbortController().signal,
    now: () => performance.now(),
    today: serialFromIso('2026-11-22') as ExcelSerial,
  };
}

function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
