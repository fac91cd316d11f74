import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { X509Certificate } from 'node:crypto';
import { localhostCertificate } from '../../../src/workbench/server/certificate';
import { createSite, listen, OFFICE_JS, PANE } from '../../../src/workbench/server/site';

const ROOT = path.resolve(__dirname, '../../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'clientele-site-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the certificate', () => {
  test('is for localhost, made once, its key readable by its owner only', async () => {
    const first = await localhostCertificate(folder);
    const again = await localhostCertificate(folder);
    expect(again.cert).toBe(first.cert);
    expect(new X509Certificate(first.cert).checkHost('localhost')).toBe('localhost');
    expect(statSync(path.join(folder, 'localhost.key')).mode & 0o077).toBe(0);
  });
});

describe('the server', () => {
  async function ask(
    address: string,
    mounts = [{ address: '/', folder }],
  ): Promise<{ status: number; body: string }> {
    const server = createSite(await localhostCertificate(folder), mounts, '/index.html');
    const port = await listen(server, 0);
    try {
      return await new Promise((resolve, reject) => {
        get({ host: 'localhost', port, path: address, rejectUnauthorized: false }, (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString()));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
        }).on('error', reject);
      });
    } finally {
      server.close();
    }
  }

  test('gives files and the home page', async () => {
    writeFileSync(path.join(folder, 'index.html'), 'дом');
    expect(await ask('/')).toEqual({ status: 200, body: 'дом' });
    expect((await ask('/nothing.js')).status).toBe(404);
  });

  test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%'])(
    'never leaves its folder: %s',
    async (address) => {
      const secret = path.join(path.dirname(folder), 'secret.txt');
      writeFileSync(secret, 'secret');
      expect((await ask(address)).status).toBe(404);
      rmSync(secret);
    },
  );

  test('gives the pane Microsoft’s client from node_modules, by a policy without Microsoft’s address', () => {
    const source = readFileSync(path.join(ROOT, 'src/taskpane/taskpane.html'), 'utf8');
    const served = PANE.rewrite?.('/dist/taskpane.html', source) ?? '';
    expect(source).toContain('appsforoffice.microsoft.com');
    expect(served).not.toContain('appsforoffice.microsoft.com');
    expect(served).toContain(`src="${OFFICE_JS.address}office.js"`);
    expect(PANE.rewrite?.('/dist/taskpane.js', source)).toBe(source);
  });
});

describe('npm start', () => {
  const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');

  test('says in both languages that its port is taken and which to take', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
    const { port } = other.address() as AddressInfo;
    // Another process: while this one waits for it, it cannot accept anything, which a port taken need not.
    const { stdout, status } = spawnSync(
      process.execPath,
      [tsx, 'src/workbench/server/start.ts', '--port', String(port)],
      { cwd: ROOT },
    );
    other.close();
    expect(status).toBe(1);
    expect(stdout.toString()).toContain(`Порт ${port} занят`);
    expect(stdout.toString()).toContain(`npm start -- --port ${port + 1}`);
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux('start:desktop points to the workbench where there is no desktop Excel', () => {
    const { stdout, status } = spawnSync(process.execPath, [tsx, 'src/workbench/server/desktop.ts'], {
      cwd: ROOT,
    });
    expect(status).toBe(1);
    expect(stdout.toString()).toContain('npm start');
  });
});
