/** @jest-environment jsdom */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REFRESH_COMMAND } from '../src/commands/commands';
import { MINIMUM_EXCEL_API } from '../src/excel/requirements';

const ROOT = path.resolve(__dirname, '..');
const ORIGIN = 'https://localhost:3000';

/** Longest id of a resource, and longest short string, that Office accepts. */
const LONGEST_RESID = 32;
const LONGEST_SHORT_STRING = 125;
const LONGEST_LONG_STRING = 250;

const manifest = new DOMParser().parseFromString(
  readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8'),
  'text/xml',
);
const root = manifest.documentElement;

const all = (name: string): Element[] => Array.from(manifest.getElementsByTagName(name));
const one = (name: string): Element => {
  const [element, ...others] = all(name);
  if (!element || others.length > 0) throw new Error(`<${name}> stands ${all(name).length} times`);
  return element;
};
const children = (element: Element): string[] => Array.from(element.children, ({ tagName }) => tagName);
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

/** Width and height of a PNG, from its header. */
function pixels(file: string): [number, number] {
  const bytes = readFileSync(file);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** The file of the repository or the page of the build behind an address of ours. */
const local = (url: string): string => url.slice(ORIGIN.length + 1);

const urls = (): string[] =>
  [...all('*')]
    .flatMap((element) => Array.from(element.attributes))
    .filter(({ name, value }) => /^https?:/.test(value) && !name.startsWith('xmlns'))
    .map(({ value }) => value);

describe('manifest.xml', () => {
  it('is well-formed XML', () => {
    expect(manifest.getElementsByTagName('parsererror')).toHaveLength(0);
    expect(attribute(root, 'xsi:type')).toBe('TaskPaneApp');
  });

  it('has a GUID, and the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(one('Id').textContent).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(one('Version').textContent).toBe(`${version}.0`);
  });

  it('keeps the order of elements that the schema demands', () => {
    expect(children(root)).toEqual([
      'Id',
      'Version',
      'ProviderName',
      'DefaultLocale',
      'DisplayName',
      'Description',
      'IconUrl',
      'HighResolutionIconUrl',
      'SupportUrl',
      'Hosts',
      'Requirements',
      'DefaultSettings',
      'Permissions',
      'VersionOverrides',
    ]);
    expect(children(one('VersionOverrides'))).toEqual(['Hosts', 'Resources']);
    expect(children(one('DesktopFormFactor'))).toEqual(['GetStarted', 'FunctionFile', 'ExtensionPoint']);
    expect(children(one('DesktopFormFactor').parentElement as Element)).toEqual([
      'Runtimes',
      'DesktopFormFactor',
    ]);
    expect(children(one('Resources'))).toEqual(['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings']);
    for (const control of all('Control'))
      expect(children(control)).toEqual(['Label', 'Supertip', 'Icon', 'Action']);
  });

  it('asks for the requirement set that the code is held to, and for nothing but the workbook', () => {
    const sets = all('Set').map((set) => [attribute(set, 'Name'), attribute(set, 'MinVersion')]);
    expect(sets).toEqual([['ExcelApi', MINIMUM_EXCEL_API]]);
    expect(all('Host').map((host) => attribute(host, 'Name') || attribute(host, 'xsi:type'))).toEqual([
      'Workbook',
      'Workbook',
    ]);
    expect(one('Permissions').textContent).toBe('ReadWriteDocument');
  });

  it('resolves every resource, and has none to spare', () => {
    const ids = ['bt:Image', 'bt:Url', 'bt:String'].flatMap(all).map((resource) => attribute(resource, 'id'));
    const used = all('*').map((element) => attribute(element, 'resid'));
    const resources = ids.filter((id) => id !== '');
    expect(new Set(resources).size).toBe(resources.length);
    expect(new Set(used.filter((resid) => resid !== ''))).toEqual(new Set(resources));
    for (const id of resources) expect(id.length).toBeLessThanOrEqual(LONGEST_RESID);
  });

  it('says everything in Russian too', () => {
    const own = Array.from(root.children).filter(({ tagName }) =>
      /^(DisplayName|Description)$/.test(tagName),
    );
    expect(own).toHaveLength(2);
    for (const text of [...own, ...all('bt:String')]) {
      const russian = Array.from(text.children).filter((child) => attribute(child, 'Locale') === 'ru-RU');
      expect(russian).toHaveLength(1);
      expect(attribute(russian[0] as Element, 'Value')).toMatch(/[а-яё]/i);
      expect(attribute(text, 'DefaultValue')).toMatch(/^[^а-яё]+$/i);
    }
    expect(one('DefaultLocale').textContent).toBe('en-US');
  });

  it.each([
    ['bt:ShortStrings', LONGEST_SHORT_STRING],
    ['bt:LongStrings', LONGEST_LONG_STRING],
  ])('keeps %s within their length', (list, longest) => {
    for (const element of Array.from(one(list).querySelectorAll('*'))) {
      const text = attribute(element, 'DefaultValue') || attribute(element, 'Value');
      expect(text.length).toBeLessThanOrEqual(longest);
    }
  });

  it('stands on one origin, by https', () => {
    expect(urls().length).toBeGreaterThan(10);
    for (const url of urls()) expect(url.startsWith(`${ORIGIN}/`)).toBe(true);
    expect(attribute(one('SupportUrl'), 'DefaultValue')).toMatch(/^https:/);
    expect(all('AppDomain')).toEqual([]);
  });

  it('points only to files that are there', () => {
    for (const url of urls()) {
      const file = local(url);
      const source = file === 'taskpane.html' ? 'src/taskpane/taskpane.html' : file;
      expect([file, existsSync(path.join(ROOT, source))]).toEqual([file, true]);
    }
  });

  it('has icons of the sizes it names', () => {
    const images = new Map(
      all('bt:Image').map((image) => [attribute(image, 'id'), attribute(image, 'DefaultValue')]),
    );
    const sized = all('bt:Image').filter((image) => image.hasAttribute('size'));
    for (const image of sized) {
      const size = Number(attribute(image, 'size'));
      const url = images.get(attribute(image, 'resid')) ?? '';
      expect([url, pixels(path.join(ROOT, local(url)))]).toEqual([url, [size, size]]);
    }
    for (const icon of all('Icon')) {
      const sizes = Array.from(icon.children, (image) => attribute(image, 'size'));
      expect(sizes).toEqual(expect.arrayContaining(['16', '32', '80']));
    }
    expect(pixels(path.join(ROOT, local(attribute(one('IconUrl'), 'DefaultValue'))))).toEqual([32, 32]);
    expect(pixels(path.join(ROOT, local(attribute(one('HighResolutionIconUrl'), 'DefaultValue'))))).toEqual([
      64, 64,
    ]);
    for (const size of [16, 32, 64, 80, 128]) {
      expect(pixels(path.join(ROOT, `assets/icon-${size}.png`))).toEqual([size, size]);
    }
  });

  it('binds its buttons to what the code offers', () => {
    expect(one('FunctionName').textContent).toBe(REFRESH_COMMAND);
    expect(all('Action').map((action) => attribute(action, 'xsi:type'))).toEqual([
      'ShowTaskpane',
      'ExecuteFunction',
    ]);
    // The command and the pane share one runtime, or its trouble could not be shown in the pane.
    const page = attribute(one('Runtime'), 'resid');
    expect(attribute(one('FunctionFile'), 'resid')).toBe(page);
    const [shown] = all('Action').flatMap((action) =>
      Array.from(action.getElementsByTagName('SourceLocation')),
    );
    expect(shown && attribute(shown, 'resid')).toBe(page);
  });
});
