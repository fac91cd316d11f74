import { attribute, children, element, serializeDocument } from './xml';
import type { Relationship } from './relationships';
import { parseRelationships, relationshipsPart, serializeRelationships } from './relationships';
import type { SourcePackage } from './source';
import type { ZipContent } from './zip';
import { writeZip } from './zip';

const CONTENT_TYPES_PART = '[Content_Types].xml';
const CONTENT_TYPES_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An Office file being put together over an opened one: parts that nobody touches are copied as they are, compressed. */
export class PackageDraft {
  private readonly contents = new Map<string, ZipContent>();
  private readonly defaults = new Map<string, string>();
  private readonly overrides = new Map<string, string>();
  private readonly changedRelationships = new Map<string, Relationship[]>();

  /** Starts from all parts of `source` that `keeps` lets through. */
  constructor(
    private readonly source: SourcePackage,
    keeps: (part: string) => boolean = () => true,
  ) {
    for (const [name, entry] of source.entries)
      if (keeps(name)) this.contents.set(name, { kind: 'entry', entry });
    const types = source.root(CONTENT_TYPES_PART) ?? undefined;
    for (const item of children(types, 'Default')) {
      this.defaults.set(
        (attribute(item, 'Extension') ?? '').toLowerCase(),
        attribute(item, 'ContentType') ?? '',
      );
    }
    for (const item of children(types, 'Override')) {
      this.overrides.set(
        (attribute(item, 'PartName') ?? '').replace(/^\//, ''),
        attribute(item, 'ContentType') ?? '',
      );
    }
  }

  /** Adds or replaces a part; a new one needs its content type. */
  put(part: string, content: ZipContent | string, contentType?: string): void {
    this.contents.set(
      part,
      typeof content === 'string' ? { kind: 'pieces', pieces: () => [content] } : content,
    );
    if (contentType !== undefined) this.overrides.set(part, contentType);
  }

  remove(part: string): void {
    this.contents.delete(part);
    this.contents.delete(relationshipsPart(part));
    this.overrides.delete(part);
    this.changedRelationships.delete(part);
  }

  /** A part name that is free: `freshName('xl/tables/table', '.xml')` is `xl/tables/table3.xml` after two tables. */
  freshName(stem: string, ending: string): string {
    for (let number = 1; ; number++)
      if (!this.contents.has(`${stem}${number}${ending}`)) return `${stem}${number}${ending}`;
  }

  relationships(part: string): readonly Relationship[] {
    const changed = this.changedRelationships.get(part);
    if (changed) return changed;
    const rels = this.contents.has(part) || part === '' ? relationshipsPart(part) : '';
    return this.contents.has(rels) ? parseRelationships(this.source.text(rels), part) : [];
  }

  setRelationships(part: string, relationships: readonly Relationship[]): void {
    this.changedRelationships.set(part, [...relationships]);
  }

  /** Lets `part` refer to `target` under a fresh id, which it answers. `kind` is the last piece of Office's type. */
  relate(part: string, kind: string, target: string, external = false): string {
    const known = this.relationships(part);
    let number = known.length + 1;
    while (known.some((item) => item.id === `rId${number}`)) number++;
    const id = `rId${number}`;
    this.setRelationships(part, [
      ...known,
      { id, kind, type: `${OFFICE_RELATIONSHIPS}/${kind}`, target, external },
    ]);
    return id;
  }

  contentType(part: string): string | undefined {
    return this.overrides.get(part) ?? this.defaults.get(part.slice(part.lastIndexOf('.') + 1).toLowerCase());
  }

  /** The file. Parts that only removed parts referred to go with them. */
  build(): Uint8Array {
    const before = reachable((part) => this.source.relationships(part));
    const after = reachable((part) => this.relationships(part));
    for (const part of before) if (!after.has(part)) this.remove(part);
    for (const [part, relationships] of this.changedRelationships) {
      const rels = relationshipsPart(part);
      if (relationships.length > 0) this.put(rels, serializeRelationships(relationships, part));
      else this.contents.delete(rels);
    }
    this.put(CONTENT_TYPES_PART, this.contentTypesXml());
    return writeZip(this.contents);
  }

  private contentTypesXml(): string {
    if (!this.defaults.has('rels')) {
      this.defaults.set('rels', 'application/vnd.openxmlformats-package.relationships+xml');
    }
    if (!this.defaults.has('xml')) this.defaults.set('xml', 'application/xml');
    const defaults = [...this.defaults].map(([Extension, ContentType]) =>
      element('Default', { Extension, ContentType }),
    );
    const overrides = [...this.overrides]
      .filter(([part]) => this.contents.has(part))
      .map(([part, ContentType]) => element('Override', { PartName: `/${part}`, ContentType }));
    return serializeDocument(
      element('Types', { xmlns: CONTENT_TYPES_NAMESPACE }, [...defaults, ...overrides]),
    );
  }
}

function reachable(relationshipsOf: (part: string) => readonly Relationship[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { target, external } of relationshipsOf(part)) {
      if (external || seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
  return seen;
}
