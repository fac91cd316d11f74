import type { Host } from '../../host/host';

/** How the pane is told about its Excel. */
export interface Surroundings {
  /** Language of Excel's interface and data, e.g. `ru-RU`. */
  readonly locale: string;
  /** Name shown for the workbook. */
  readonly documentName: string;
  /** The requirement set Excel claims, e.g. 1.12. */
  readonly excelApi: number;
  readonly width: number;
  readonly height: number;
}

/** What the pane's frame needs to find its Excel: its address and its name. */
export interface FrameIdentity {
  readonly source: string;
  readonly name: string;
}

/** A message of Office's cross-document protocol: a request (type 0), or the answer to one (type 1). */
interface XdmMessage {
  readonly _messageType: 0 | 1;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** One call of the client; a batch carries, among others, its body as text and its flags. */
interface ExecuteMethodData {
  readonly DdaMethod?: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
}

const SERIALIZER_VERSION = 1;
const APPLICATION_EXCEL = 16;
const VERSION = '16.01';
/** Office's numbers: the call that carries a batch, and the answer to calls of the older API. */
const RICH_API_REQUEST = 93;
const METHOD_NOT_SUPPORTED = 5001;
const BODY_OF_REQUEST = 4;
const FLAGS_OF_REQUEST = 6;
const HTTP_OK = 200;
const WEB_PARTITION = 'WacPartition';

let conversations = 0;

/** The address and name that make the genuine client in a frame believe it is a pane of Excel on the web. */
export function identify(pane: string, locale: string, origin: string): FrameIdentity {
  conversations += 1;
  const conversation = `workbench-${conversations}`;
  const hostInfo = `Excel$Web$${VERSION}$${locale}$${conversation}$$$0`;
  const xdmInfo = `${conversation}|${conversation}-app|${origin}/`;
  return {
    source: `${pane}?_host_Info=${hostInfo}#&_xdm_Info=${xdmInfo}&_serializer_version=${SERIALIZER_VERSION}`,
    name: JSON.stringify({
      baseFrameName: conversation,
      hostInfo,
      xdmInfo,
      serializerVersion: SERIALIZER_VERSION,
      flags: 0,
    }),
  };
}

/**
 * Plays the page of Excel on the web around one frame: answers the messages of the genuine client in it and
 * passes its batches to the host.
 */
export class ExcelParent {
  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly host: Host,
    private readonly surroundings: Surroundings,
  ) {}

  /** Starts to listen; gives a function that ends it. */
  listen(): () => void {
    const onMessage = (event: MessageEvent) => {
      if (event.source !== this.frame.contentWindow || event.origin !== location.origin) return;
      const message = parse(event.data);
      if (message?._messageType === 0) void this.answer(message);
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }

  private async answer(request: XdmMessage): Promise<void> {
    const data = await this.dataFor(request);
    if (data === undefined) return;
    const answer = {
      _messageType: 1,
      _actionName: request._actionName,
      _conversationId: request._conversationId,
      _correlationId: request._correlationId,
      _errorCode: 0,
      _responseType: 0,
      _data: data,
      _origin: location.origin,
      _serializerVersion: SERIALIZER_VERSION,
    };
    this.frame.contentWindow?.postMessage(JSON.stringify(answer), location.origin);
  }

  private async dataFor(request: XdmMessage): Promise<unknown> {
    switch (request._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.appContext();
      case 'executeMethod':
        return this.execute(request._data as ExecuteMethodData);
      default:
        // Focus, shortcuts, telemetry, event registrations: acknowledged; nothing leaves the machine.
        return {};
    }
  }

  private async execute({ ArrayData: request, DdaMethod: method }: ExecuteMethodData): Promise<unknown> {
    if (method?.DispatchId !== RICH_API_REQUEST || !request)
      return { Version: 1, Error: METHOD_NOT_SUPPORTED };
    // To Excel on the web itself (“my commands are ready”), not to the workbook.
    if (request[0] === WEB_PARTITION)
      return { Version: 1, Error: 0, Data: [HTTP_OK, [], JSON.stringify({ Results: [] })] };
    const [body, flags] = [request[BODY_OF_REQUEST], request[FLAGS_OF_REQUEST]];
    const answer = await this.host.processBatch(String(body), Number(flags));
    return { Version: 1, Error: 0, Data: [HTTP_OK, [], answer] };
  }

  private appContext(): unknown {
    const { locale, documentName, excelApi, width, height } = this.surroundings;
    return {
      _id: 'clientele',
      _appName: APPLICATION_EXCEL,
      _appVersion: VERSION,
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: documentName,
      _clientMode: 0,
      _settings: [],
      _reason: 1,
      _osfControlType: 1,
      _eToken: '',
      _correlationId: 'workbench',
      _appInstanceId: 'workbench',
      _requirementMatrix: JSON.stringify({ ExcelApi: excelApi }),
      _hostFullVersion: '16.0.0.0',
      _hostCustomMessage: '',
      _clientWindowHeight: height,
      _clientWindowWidth: width,
      _addinName: 'Clientele',
      _appDomains: [],
      _dialogRequirementMatrix: '{}',
      _featureGates: {},
      _initialDisplayMode: 0,
    };
  }
}

function parse(data: unknown): XdmMessage | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as XdmMessage;
  } catch {
    return null;
  }
}
