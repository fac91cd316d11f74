/** Names the client's file declares at its top: in a page they are properties of the window. */
const CLIENT_NAMES = [
  'OfficeExtension',
  'OfficeExtensionBatch',
  'Excel',
  'Office',
  'OfficeCore',
  'OSF',
  'Microsoft',
  'OfficeRuntime',
];

/** The window of a bare page for the client to live in: enough to start, and nothing that reaches the network. */
export function createWindow(): Record<string, unknown> {
  const nothing = (): undefined => undefined;
  const element = (): object => ({
    style: {},
    setAttribute: nothing,
    appendChild: nothing,
    addEventListener: nothing,
  });
  const location = {
    href: 'https://localhost/',
    protocol: 'https:',
    host: 'localhost',
    hostname: 'localhost',
    search: '',
    hash: '',
  };
  const navigator = { userAgent: 'Node', appVersion: '', language: 'en-US' };
  const document = {
    readyState: 'complete',
    domain: 'localhost',
    cookie: '',
    location,
    body: element(),
    head: element(),
    getElementById: () => null,
    getElementsByTagName: () => [element()],
    createElement: element,
    addEventListener: nothing,
    removeEventListener: nothing,
  };
  const window: Record<string, unknown> = {
    document,
    location,
    navigator,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    addEventListener: nothing,
    removeEventListener: nothing,
  };
  for (const name of CLIENT_NAMES) window[name] = undefined;
  for (const self of ['window', 'self', 'parent', 'top']) window[self] = window;
  return window;
}
