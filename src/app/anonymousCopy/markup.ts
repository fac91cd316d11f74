/**
 * An element of an XML part as it is written. Parts are changed as texts, without a tree: what is kept is kept sign for
 * sign, sheets of a million cells stay cheap, and no parser of the platform is needed.
 */
export interface Markup {
  /** Without its namespace prefix. */
  readonly name: string;
  /** The tag that opens it, without the slash of an empty element. */
  readonly open: string;
  /** What stands between its tags. */
  readonly inner: string;
  /** The whole of it. */
  readonly raw: string;
}

const TOKENS =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/g;

/** The elements directly inside a piece of XML; text between them is passed over. Throws on tags that do not match. */
export function elementsIn(xml: string): readonly Markup[] {
  const found: Markup[] = [];
  let depth = 0;
  let start = 0;
  let open = '';
  let name = '';
  let innerFrom = 0;
  for (const token of xml.matchAll(TOKENS)) {
    const [raw, closing, tag, attributes, empty] = token;
    if (tag === undefined) continue;
    const end = token.index + raw.length;
    if (closing === '/') {
      depth -= 1;
      if (depth === 0)
        found.push({ name, open, inner: xml.slice(innerFrom, token.index), raw: xml.slice(start, end) });
    } else {
      if (depth === 0) {
        start = token.index;
        innerFrom = end;
        name = localName(tag);
        open = `<${tag}${attributes ?? ''}>`;
        if (empty === '/') found.push({ name, open, inner: '', raw });
      }
      if (empty !== '/') depth += 1;
    }
  }
  if (depth !== 0) throw new Error('anonymousCopy: tags do not match');
  return found;
}

/** The root element of a part. Throws where there is none. */
export function rootOf(xml: string): Markup {
  const [root] = elementsIn(xml);
  if (!root) throw new Error('anonymousCopy: an empty part');
  return root;
}

/** An attribute by its name without prefix, decoded. */
export function attribute(open: string, name: string): string | undefined {
  const found = attributePattern(name).exec(open);
  return found ? decoded(found[2] ?? found[3] ?? '') : undefined;
}

/** The opening tag without the attributes of these names. */
export function withoutAttributes(open: string, ...names: readonly string[]): string {
  return names.reduce((tag, name) => tag.replace(attributePattern(name), ''), open);
}

/** The opening tag with an attribute that has no prefix. */
export function withAttribute(open: string, name: string, value: string | number): string {
  return withoutAttributes(open, name).replace(/>$/, ` ${name}="${encoded(String(value))}">`);
}

/** An element of an opening tag and a content. */
export function element(open: string, inner: string): string {
  if (inner === '') return open.replace(/>$/, '/>');
  const [, tag = ''] = /^<([^\s/>]+)/.exec(open) ?? [];
  return `${open}${inner}</${tag}>`;
}

/** A part of a root element. */
export function documentOf(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** The text of a piece of XML without tags, decoded. */
export function textOf(xml: string): string {
  return decoded(
    xml.replace(/<!\[CDATA\[([^]*?)\]\]>/g, (_, text: string) => encoded(text)).replace(/<[^>]*>/g, ''),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return ENTITIES[entity] ?? whole;
    const code = /^#x/i.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return String.fromCodePoint(code);
  });
}

function encoded(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (sign) => `&${sign === '&' ? 'amp' : sign === '<' ? 'lt' : sign === '>' ? 'gt' : 'quot'};`,
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function attributePattern(name: string): RegExp {
  return new RegExp(`\\s(?:[\\w.-]+:)?(${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
}
