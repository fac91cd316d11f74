import { parseXml, SaxParser, xmlEncode, xmlEncodeAttr } from '@cj-tech-master/excelts/xml';
import type { XmlElement, XmlNode } from '@cj-tech-master/excelts/xml';

export type { XmlElement } from '@cj-tech-master/excelts/xml';

/** The parser's guard against entity bombs counts every `&amp;`; Office parts declare no entities of their own. */
const NO_ENTITY_LIMIT = Number.MAX_SAFE_INTEGER;

/** The root element of an XML part. Throws on malformed XML. */
export function parseRoot(xml: string): XmlElement {
  return parseXml(xml, { maxEntityExpansions: NO_ENTITY_LIMIT, invalidCharHandling: 'skip' }).root;
}

/** A parser that reports elements and text as they come; throws on malformed XML. */
export function saxParser(): SaxParser {
  const parser = new SaxParser({
    position: false,
    maxEntityExpansions: NO_ENTITY_LIMIT,
    invalidCharHandling: 'skip',
  });
  parser.on('error', (error) => {
    throw error;
  });
  return parser;
}

/** The name without its namespace prefix: `worksheet` of `x:worksheet`. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Child elements, all or those of one local name. */
export function children(element: XmlElement | undefined, name?: string): XmlElement[] {
  if (!element) return [];
  return element.children.filter(
    (node): node is XmlElement =>
      node.type === 'element' && (name === undefined || localName(node.name) === name),
  );
}

/** First child element of a local name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return children(element, name)[0];
}

/** First element of a local name anywhere below. */
export function descendant(element: XmlElement, name: string): XmlElement | undefined {
  for (const inner of children(element)) {
    const found = localName(inner.name) === name ? inner : descendant(inner, name);
    if (found) return found;
  }
  return undefined;
}

/** All text below an element. */
export function text(element: XmlElement | undefined): string {
  if (!element) return '';
  return element.children
    .map((node) =>
      node.type === 'text' || node.type === 'cdata' ? node.value : node.type === 'element' ? text(node) : '',
    )
    .join('');
}

/** An attribute by local name, so that `r:id` is found under any prefix. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  if (!element) return undefined;
  const exact = element.attributes[name];
  if (exact !== undefined) return exact;
  const key = Object.keys(element.attributes).find((candidate) => localName(candidate) === name);
  return key === undefined ? undefined : element.attributes[key];
}

/** A new element. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  content: readonly XmlNode[] | string = [],
): XmlElement {
  const given: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) given[key] = String(value);
  const nodes: XmlNode[] = typeof content === 'string' ? [{ type: 'text', value: content }] : [...content];
  return { type: 'element', name, attributes: given, children: nodes };
}

/** An element as XML text. */
export function serialize(node: XmlNode): string {
  if (node.type === 'text' || node.type === 'cdata') return xmlEncode(node.value);
  if (node.type !== 'element') return '';
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${xmlEncodeAttr(value)}"`)
    .join('');
  if (node.children.length === 0) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${node.children.map(serialize).join('')}</${node.name}>`;
}

/** A whole XML part. */
export function serializeDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${serialize(root)}`;
}

/** Puts a child where the schema wants it: before the first child that comes later in `order`. */
export function insertInOrder(parent: XmlElement, item: XmlElement, order: readonly string[]): XmlElement {
  const rank = (node: XmlElement['children'][number]): number =>
    node.type === 'element' ? order.indexOf(localName(node.name)) : -1;
  const at = parent.children.findIndex((node) => rank(node) > rank(item));
  parent.children.splice(at < 0 ? parent.children.length : at, 0, item);
  return item;
}

/** Replaces the children of a name by one, or by none. */
export function replaceChild(
  parent: XmlElement,
  name: string,
  item: XmlElement | null,
  order: readonly string[],
): void {
  parent.children = parent.children.filter(
    (node) => node.type !== 'element' || localName(node.name) !== name,
  );
  if (item) insertInOrder(parent, item, order);
}
