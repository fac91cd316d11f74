import { spawn } from 'node:child_process';
import path from 'node:path';

/** A running workbench. */
export interface WorkbenchServer {
  readonly address: string;
  stop(): void;
}

const ROOT = path.resolve(__dirname, '../..');

/** Runs what `npm start` runs, on a free port; resolves when it prints its address. */
export function startWorkbench(): Promise<WorkbenchServer> {
  const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const server = spawn(process.execPath, [tsx, 'src/workbench/server/start.ts', '--port', '0'], {
    cwd: ROOT,
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /https:\/\/localhost:\d+\//.exec(output)?.[0];
      if (address) resolve({ address, stop: () => server.kill() });
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', (code) => reject(new Error(`the workbench ended with ${code}:\n${output}`)));
  });
}
