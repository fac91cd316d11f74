import { performance } from 'node:perf_hooks';
import { createClientele } from '../src/app/clientele';
import type { Hooks, Outcome, Preview } from '../src/app/types';
import type { Result } from '../src/domain/shared/result';
import { DEFAULT_SETTINGS } from '../src/domain/settings';
import { serialFromIso } from '../src/domain/shared/dates';
import type { ExcelSerial } from '../src/domain/shared/dates';
import { createCalculator } from '../src/workbench/calc/calculator';
import { loadIronCalcNode } from '../src/workbench/calc/node';
import { installGlobals } from '../src/workbench/client/node';
import { cultureOf } from '../src/workbench/host/culture';
import { Host } from '../src/workbench/host/host';
import { createBook, createSheet } from '../src/workbench/model/book';
import { ColumnCellsBuilder } from '../src/workbench/model/columnCells';
import type { BookModel, Calculator } from '../src/workbench/model/model';
import { benchSales, sheetRows } from './rows';

/** The product's run over a sheet: seconds by phase, cost and memory. */
export interface ProductRun {
  readonly rows: number;
  readonly clients: number;
  readonly tabs: number;
  readonly formulas: number;
  /** `calculate` is the work of IronCalc, which stands in for Excel's own engine; `write` is without it. */
  readonly seconds: Readonly<Record<'read' | 'analyse' | 'write' | 'calculate' | 'all', number>>;
  readonly syncs: number;
  readonly requestMegabytes: number;
  readonly largestRequestMegabytes: number;
  readonly responseMegabytes: number;
  readonly heapMegabytes: number;
}

const MEGABYTE = 1_000_000;
const LOCALE = 'ru-RU';

/** What thirty dossiers at once cost, and what they add to a run that renews them all. */
export interface DossierRun {
  readonly dossiers: number;
  /** `calculate` is IronCalc's; `make` and `renew` are without it. */
  readonly seconds: Readonly<Record<'make' | 'renew' | 'calculate', number>>;
  readonly syncs: number;
  readonly requestMegabytes: number;
  readonly largestRequestMegabytes: number;
  readonly responseMegabytes: number;
  /** The longest wait between two signs of progress, in milliseconds. */
  readonly longestWait: number;
  /** What a run costs more with the dossiers than without. */
  readonly renewing: {
    readonly syncs: number;
    readonly requestMegabytes: number;
    readonly responseMegabytes: number;
  };
}

/** Makes dossiers of the largest clients of a generated list, then runs the product again. */
export async function runDossiers(rows: number, clients: number, count: number): Promise<DossierRun> {
  const { host, clientele, calculator } = await openBench(rows, clients);
  const settings = { ...DEFAULT_SETTINGS, language: 'ru' as const };
  const [source] = must(await clientele.listSources());
  if (!source) throw new Error('The book has no source');
  const shown = must(await clientele.preview(source, settings, null, hooks()));
  must(await clientele.run(shown, settings, hooks()));
  host.cost.reset();
  must(await clientele.run(shown, settings, hooks()));
  const without = { ...host.cost };
  const largest = [...clientele.dossierChoices()].sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  host.cost.reset();
  calculator.milliseconds = 0;
  let longestWait = 0;
  let last = performance.now();
  const listening: Hooks = {
    ...hooks(),
    onProgress: () => {
      longestWait = Math.max(longestWait, performance.now() - last);
      last = performance.now();
    },
  };
  const started = performance.now();
  const request = { clients: largest.slice(0, count).map(({ key }) => key), variant: 'key' as const };
  const made = must(await clientele.createDossiers(request, listening));
  const done = performance.now();
  const calculated = calculator.milliseconds;
  const { syncs, requestBytes, largestRequest, responseBytes } = host.cost;
  calculator.milliseconds = 0;
  host.cost.reset();
  must(await clientele.run(shown, settings, hooks()));
  const renewed = performance.now();
  return {
    dossiers: made.pages.length,
    seconds: {
      make: (done - started - calculated) / 1000,
      renew: (renewed - done - calculator.milliseconds) / 1000,
      calculate: calculated / 1000,
    },
    syncs,
    requestMegabytes: requestBytes / MEGABYTE,
    largestRequestMegabytes: largestRequest / MEGABYTE,
    responseMegabytes: responseBytes / MEGABYTE,
    longestWait,
    renewing: {
      syncs: host.cost.syncs - without.syncs,
      requestMegabytes: (host.cost.requestBytes - without.requestBytes) / MEGABYTE,
      responseMegabytes: (host.cost.responseBytes - without.responseBytes) / MEGABYTE,
    },
  };
}

/** A generated list in our host, with Microsoft's client over it. */
async function openBench(rows: number, clients: number) {
  const cells = new ColumnCellsBuilder();
  for (const row of sheetRows(benchSales(rows, clients))) cells.appendRow(row);
  const sheet = createSheet('Продажи');
  sheet.cells = cells.build();
  const calculator = new TimedCalculator(
    await createCalculator(loadIronCalcNode(), cultureOf(LOCALE).decimal),
  );
  const host = new Host(createBook('bench.xlsx', [sheet]), { culture: LOCALE, calculator });
  installGlobals(host, { displayLanguage: LOCALE });
  return { host, clientele: createClientele(), calculator };
}

/** Reads, analyses and writes the tabs for a generated list, through Microsoft's client and our host. */
export async function runProduct(rows: number, clients: number): Promise<ProductRun> {
  const { host, clientele, calculator } = await openBench(rows, clients);
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
  const { milliseconds, tabs } = outcome;
  return {
    rows,
    clients,
    tabs: tabs.length,
    formulas: tabs.reduce((sum, tab) => sum + tab.formulas, 0),
    seconds: {
      read: (read - started) / 1000,
      analyse: milliseconds.analyse / 1000,
      write: (milliseconds.write - calculator.milliseconds) / 1000,
      calculate: calculator.milliseconds / 1000,
      all: (done - started) / 1000,
    },
    syncs: host.cost.syncs,
    requestMegabytes: host.cost.requestBytes / MEGABYTE,
    largestRequestMegabytes: host.cost.largestRequest / MEGABYTE,
    responseMegabytes: host.cost.responseBytes / MEGABYTE,
    heapMegabytes: process.memoryUsage().heapUsed / MEGABYTE,
  };
}

/** A calculator that says how long it took. */
class TimedCalculator implements Calculator {
  milliseconds = 0;

  constructor(private readonly calculator: Calculator) {}

  recalculate(book: BookModel): void {
    const started = performance.now();
    this.calculator.recalculate(book);
    this.milliseconds += performance.now() - started;
  }
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
