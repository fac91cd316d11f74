import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:https';
import path from 'node:path';
import type { Certificate } from './certificate';
import { places } from './places';

/** A folder served under an address that ends in `/`; `rewrite` may change a file's text on its way out. */
export interface Mount {
  readonly address: string;
  readonly folder: string;
  readonly rewrite?: (file: string, text: string) => string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.crt': 'application/x-x509-ca-cert',
};

const MICROSOFT = 'https://appsforoffice.microsoft.com';

/** The address under which Microsoft's client is served from node_modules. */
export const OFFICE_JS: Mount = { address: '/office-js/', folder: places.officeJs };

/** The pane as it is published: Microsoft's client comes from Microsoft's address. */
export const PUBLISHED_PANE: Mount = { address: '/', folder: places.pane };

/** The built pane for the workbench: its scripts go out unchanged, its page loads Microsoft's client from here. */
export const PANE: Mount = {
  ...PUBLISHED_PANE,
  rewrite: (file, text) =>
    path.basename(file) === 'taskpane.html'
      ? text
          .replace(`${MICROSOFT}/lib/1/hosted/office.js`, `${OFFICE_JS.address}office.js`)
          .replace(` ${MICROSOFT}`, '')
      : text,
};

/** The page of the workbench. */
export const PAGE: Mount = { address: '/workbench/', folder: places.page };

/** Serves files over https to this machine only; the first mount whose address begins the path answers. */
export function createSite(certificate: Certificate, mounts: readonly Mount[], home: string): Server {
  return createServer({ key: certificate.key, cert: certificate.cert }, (request, response) =>
    answer(request, response, mounts, home),
  );
}

/** Starts to listen on a port (0: any free one); gives the port. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  mounts: readonly Mount[],
  home: string,
): void {
  const asked = addressOf(request);
  const address = asked === '/' ? home : asked;
  const mount = mounts.find((candidate) => address.startsWith(candidate.address));
  const file = mount && path.join(mount.folder, address.slice(mount.address.length));
  if (!file?.startsWith(mount?.folder + path.sep) || !isFile(file)) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found');
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-cache',
  });
  if (mount?.rewrite && path.extname(file) === '.html') {
    response.end(mount.rewrite(file, readFileSync(file, 'utf8')));
  } else {
    createReadStream(file).pipe(response);
  }
}

/** The path asked for, or one that no file has where it cannot be read. */
function addressOf({ url = '/' }: IncomingMessage): string {
  try {
    return decodeURIComponent(new URL(url, 'https://localhost').pathname);
  } catch {
    return '';
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
