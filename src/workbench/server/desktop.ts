import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureCertificatesAreInstalled, getHttpsServerOptions } from 'office-addin-dev-certs';
import { buildPane } from './build';
import { explainListenTrouble, say } from './messages';
import { places } from './places';
import { createSite, listen, PUBLISHED_PANE } from './site';

/** The port written in manifest.xml. */
const MANIFEST_PORT = 3000;
/** Microsoft's places for add-ins under development: the registry on Windows, Excel's documents on a Mac. */
const DEVELOPER_KEY = 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer';
const MAC_FOLDER = path.join(os.homedir(), 'Library/Containers/com.microsoft.Excel/Data/Documents/wef');
const SIDELOADED_MANIFEST = path.join(MAC_FOLDER, 'clientele.manifest.xml');
const ADD_IN_NAME = 'Clientele';

/** `npm run start:desktop`: the pane for the Excel installed on this computer. */
async function startDesktop(): Promise<void> {
  if (process.platform !== 'win32' && process.platform !== 'darwin') {
    say('noDesktopExcel');
    process.exitCode = 1;
    return;
  }
  try {
    say('installingCertificate');
    await ensureCertificatesAreInstalled();
    const { key, cert } = await getHttpsServerOptions();
    const server = createSite(
      { key: String(key), cert: String(cert), certFile: '' },
      [PUBLISHED_PANE],
      '/taskpane.html',
    );
    await listen(server, MANIFEST_PORT);
    say('building');
    await buildPane();
    sideload();
    process.once('SIGINT', () => {
      unload();
      process.exit();
    });
    say('sideloaded', { address: `https://localhost:${MANIFEST_PORT}/` });
  } catch (error) {
    explainListenTrouble(error, MANIFEST_PORT, 'desktopPortTaken');
    process.exit(1);
  }
}

function sideload(): void {
  if (process.platform === 'win32') {
    execFileSync('reg', [
      'add',
      DEVELOPER_KEY,
      '/v',
      ADD_IN_NAME,
      '/t',
      'REG_SZ',
      '/d',
      places.manifest,
      '/f',
    ]);
  } else {
    mkdirSync(MAC_FOLDER, { recursive: true });
    copyFileSync(places.manifest, SIDELOADED_MANIFEST);
  }
}

function unload(): void {
  if (process.platform === 'win32') execFileSync('reg', ['delete', DEVELOPER_KEY, '/v', ADD_IN_NAME, '/f']);
  else rmSync(SIDELOADED_MANIFEST, { force: true });
}

void startDesktop();
