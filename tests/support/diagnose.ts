import { mkdtemp, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { summarise } from '../../src/app/summary';
import { diagnose } from '../../src/workbench/cli/diagnose';

/** The shape of SUMMARY.json. */
export type Summary = ReturnType<typeof summarise>;

/** What a run of the command left behind. */
export interface Diagnosed {
  readonly exitCode: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
  /** Path of the saved workbook. */
  readonly workbook: string;
  /** The summary; throws if the command wrote none. */
  readonly summary: () => Promise<Summary>;
  readonly wroteNothing: () => boolean;
}

/** Runs `npm run diagnose -- FILE …` in this process, its files going to a fresh folder. */
export async function runDiagnose(file: string, ...options: readonly string[]): Promise<Diagnosed> {
  const folder = await mkdtemp(path.join(tmpdir(), 'clientele-run-'));
  const workbook = path.join(folder, 'out.xlsx');
  const json = path.join(folder, 'summary.json');
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await diagnose([file, '--out', workbook, '--json', json, ...options], {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return {
    exitCode,
    out,
    err,
    workbook,
    summary: async () => JSON.parse(await readFile(json, 'utf8')) as Summary,
    wroteNothing: () => !existsSync(workbook) && !existsSync(json),
  };
}
