import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import webpack from 'webpack';
import type { Configuration } from 'webpack';
import { pageConfig } from './page.webpack';
import { places } from './places';

type ConfigFunction = (env: unknown, options: { readonly mode: 'production' }) => Configuration;

/** Builds the pane into dist/ exactly as it is published, unless the one there is newer than all its sources. */
export async function buildPane(): Promise<void> {
  if (isFresh(path.join(places.pane, 'taskpane.html'))) return;
  const { default: configure } = (await import(pathToFileURL(places.paneConfig).href)) as {
    default: ConfigFunction;
  };
  await run({ ...configure(undefined, { mode: 'production' }), context: places.root });
}

/** Builds the page of the workbench; quick after the first time. */
export function buildPage(): Promise<void> {
  return run(pageConfig);
}

function isFresh(built: string): boolean {
  if (!existsSync(built)) return false;
  const sources = [places.source, places.assets, places.manifest, places.paneConfig];
  return Math.max(...sources.map(newestChange)) < statSync(built).mtimeMs;
}

/** When a file, or anything in a folder, changed last; the workbench is no part of the pane. */
function newestChange(place: string): number {
  const status = statSync(place);
  if (!status.isDirectory()) return status.mtimeMs;
  const entries = readdirSync(place).filter((entry) => entry !== 'workbench');
  return Math.max(0, ...entries.map((entry) => newestChange(path.join(place, entry))));
}

function run(config: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    webpack(config, (error, stats) => {
      if (error) return reject(error);
      if (stats?.hasErrors()) return reject(new Error(stats.toString({ all: false, errors: true })));
      return resolve();
    });
  });
}
