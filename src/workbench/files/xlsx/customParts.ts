import type { Relationship } from '../package/relationships';
import type { SourcePackage } from '../package/source';
import type { XmlElement } from '../package/xml';
import { attribute, child, children, element, localName, serializeDocument, text } from '../package/xml';
import { inflateEntry } from '../package/zip';

/**
 * Workbook settings of add-ins stand in a custom XML part of ours: Excel keeps such parts untouched, and its own place
 * for them (web extension parts) would make Excel look for the add-in on opening.
 */
const SETTINGS_NAMESPACE = 'urn:clientele:workbook-settings';

/** The part with our settings, or null. */
export function settingsPart(source: SourcePackage, relationships: readonly Relationship[]): string | null {
  return (
    relationships.find((item) => item.kind === 'customXml' && isSettings(source.root(item.target)))?.target ??
    null
  );
}

function isSettings(root: XmlElement | null): root is XmlElement {
  return (
    root !== null && localName(root.name) === 'settings' && root.attributes['xmlns'] === SETTINGS_NAMESPACE
  );
}

/** Settings of the file: values as JSON text by key. */
export function readSettings(
  source: SourcePackage,
  relationships: readonly Relationship[],
): Map<string, string> {
  const part = settingsPart(source, relationships);
  const root = part === null ? null : source.root(part);
  return new Map(
    children(root ?? undefined, 'setting').map((item) => [attribute(item, 'key') ?? '', text(item)]),
  );
}

/** The settings as a custom XML part. */
export function settingsXml(settings: ReadonlyMap<string, string>): string {
  const items = [...settings].map(([key, value]) => element('setting', { key }, value));
  return serializeDocument(element('settings', { xmlns: SETTINGS_NAMESPACE }, items));
}

/** Custom properties of a sheet: each is a binary part holding UTF-16 text, as Excel itself writes them. */
export function readCustomProperties(
  source: SourcePackage,
  frame: XmlElement,
  relationships: readonly Relationship[],
): Map<string, string> {
  const properties = new Map<string, string>();
  for (const property of children(child(frame, 'customProperties'), 'customPr')) {
    const part = relationships.find((item) => item.id === attribute(property, 'id'))?.target;
    const entry = part === undefined ? undefined : source.entries.get(part);
    const name = attribute(property, 'name');
    if (entry && name !== undefined)
      properties.set(name, new TextDecoder('utf-16le').decode(inflateEntry(entry)));
  }
  return properties;
}

/** The content of a custom property's part. */
export function customPropertyBytes(value: string): Uint8Array {
  const bytes = new Uint8Array(value.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < value.length; index++) view.setUint16(index * 2, value.charCodeAt(index), true);
  return bytes;
}
