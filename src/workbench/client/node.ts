import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createOffice } from './office';
import type { OfficeOptions } from './office';
import { createWindow } from './page';

/** Whoever answers the client's batches: the body of a `ProcessQuery` request in, the body of its answer out. */
export interface BatchProcessor {
  processBatch(bodyText: string, flags?: number): Promise<string>;
}

/** Microsoft's genuine Excel client, running in Node over a host of ours. */
export interface ExcelClient {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  /** Sends all later batches to this host; what the client believes of Excel is given by the options. */
  connect(host: BatchProcessor, options?: OfficeOptions): void;
}

/** A message between the client and a native host; type 1 is a request and its answer. */
interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly url: string; readonly body: unknown };
}

interface Bridge {
  sendMessageToHost(text: string): void;
  /** Put there by the client when it starts. */
  onMessageFromHost?: (text: string) => void;
}

/** The client's file in the package; evaluated as it is, never copied or changed. */
const CLIENT_FILE = 'excel-web-16.00.js';

let loaded: ExcelClient | null = null;

/** Loads the client once, in about 0.1 s; throws with a clear message if the package has lost the ways in. */
export function loadExcelClient(): ExcelClient {
  loaded ??= evaluateClient(readClientSource());
  return loaded;
}

/** Makes `Excel`, `OfficeExtension` and `Office` global over this host, so that the product's code runs unchanged. */
export function installGlobals(host: BatchProcessor, options: OfficeOptions = {}): ExcelClient {
  const client = loadExcelClient();
  client.connect(host, options);
  Object.assign(globalThis, {
    Excel: client.Excel,
    OfficeExtension: client.OfficeExtension,
    Office: createOffice(options),
  });
  return client;
}

function readClientSource(): string {
  const manifest = createRequire(path.join(process.cwd(), 'package.json')).resolve(
    '@microsoft/office-js/package.json',
  );
  return readFileSync(path.join(path.dirname(manifest), 'dist', CLIENT_FILE), 'utf8');
}

/** Evaluates the source of a client; separate from reading so that a test may try a client without its hooks. */
export function evaluateClient(source: string): ExcelClient {
  let host: BatchProcessor | null = null;
  const bridge: Bridge = {
    sendMessageToHost(text) {
      void answer(bridge, host, JSON.parse(text) as BridgeMessage);
    },
  };
  const window = createWindow();
  // The names the file declares become properties of our window, as they would in a page; nothing else is global.
  const evaluate = new Function(
    'window',
    '_richApiNativeBridge',
    `with (window) {${source}\n;return { Excel, OfficeExtension }; }`,
  ) as (
    page: typeof window,
    native: Bridge,
  ) => { Excel: typeof Excel; OfficeExtension: typeof OfficeExtension };
  const client = evaluate(window, bridge);
  checkHooks(client.OfficeExtension, bridge);
  const hooks = client.OfficeExtension as unknown as ClientHooks;
  hooks.CommonUtility._doApiNotSupportedCheck = true;
  return {
    ...client,
    connect(processor, options = {}) {
      host = processor;
      window['Office'] = createOffice(options);
    },
  };
}

/** The inner doors of the client that the workbench stands on; Microsoft may close them in a newer package. */
interface ClientHooks {
  readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
}

function checkHooks(extension: unknown, bridge: Bridge): void {
  const { CommonUtility } = (extension ?? {}) as Partial<ClientHooks>;
  const missing = [
    ...(typeof bridge.onMessageFromHost === 'function' ? [] : ['_richApiNativeBridge']),
    ...(typeof CommonUtility?._doApiNotSupportedCheck === 'boolean'
      ? []
      : ['OfficeExtension.CommonUtility._doApiNotSupportedCheck']),
  ];
  if (missing.length === 0) return;
  throw new Error(
    `@microsoft/office-js no longer has ${missing.join(' and ')}, by which the workbench talks to Excel's client. ` +
      'Stay with the version in package-lock.json, or find the new way in (workbench.md §1).',
  );
}

async function answer(bridge: Bridge, host: BatchProcessor | null, request: BridgeMessage): Promise<void> {
  const { statusCode, body } = await respond(host, request);
  const message = { statusCode, headers: {}, body };
  bridge.onMessageFromHost?.(JSON.stringify({ id: request.id, type: 1, message }));
}

async function respond(
  host: BatchProcessor | null,
  { message, flags }: BridgeMessage,
): Promise<{ statusCode: number; body: string }> {
  if (!host) return failure(503, 'No host is connected to the client: call connect(host) first.');
  try {
    return { statusCode: 200, body: await host.processBatch(JSON.stringify(message.body), flags) };
  } catch (error) {
    return failure(500, error instanceof Error ? error.message : String(error));
  }
}

function failure(statusCode: number, message: string): { statusCode: number; body: string } {
  return { statusCode, body: JSON.stringify({ error: { code: 'GeneralException', message } }) };
}
