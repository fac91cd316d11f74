import { parseArgs } from 'node:util';
import { buildPage, buildPane } from './build';
import { localhostCertificate } from './certificate';
import { explainListenTrouble, say } from './messages';
import { createSite, listen, OFFICE_JS, PAGE, PANE } from './site';

const DEFAULT_PORT = 3000;

/** `npm start`: the workbench, a page that plays Excel on the web around the real task pane. */
async function start(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const wanted = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  const certificate = await localhostCertificate();
  const server = createSite(certificate, [PAGE, OFFICE_JS, PANE], `${PAGE.address}index.html`);
  try {
    // Taking the port first: a busy one is said at once, not after half a minute of building.
    const port = await listen(server, wanted);
    say('building');
    await Promise.all([buildPane(), buildPage()]);
    say('ready', { address: `https://localhost:${port}/`, certificate: certificate.certFile });
  } catch (error) {
    server.close();
    explainListenTrouble(error, wanted);
    process.exitCode = 1;
  }
}

void start();
