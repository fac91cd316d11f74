import { unzipSync, zipSync } from 'fflate';
import { attribute, documentOf, elementsIn, rootOf } from './markup';

/** A part's reference to another part of the file. */
export interface Reference {
  readonly id: string;
  /** Last piece of the type's address: `worksheet`, `drawing`. */
  readonly kind: string;
  readonly type: string;
  /** Name of the part, without leading slash. */
  readonly target: string;
}

const TYPES_PART = '[Content_Types].xml';
const TYPES_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';

/** An Office file as it was opened; parts are inflated when they are asked for. */
export class OpenedPackage {
  private readonly types: ReadonlyMap<string, string>;

  /** Throws on bytes that are no Office file. */
  constructor(private readonly bytes: Uint8Array) {
    const types = elementsIn(rootOf(this.text(TYPES_PART)).inner);
    this.types = new Map(
      types.flatMap(({ name, open }) => {
        const key =
          name === 'Override'
            ? attribute(open, 'PartName')
            : `.${attribute(open, 'Extension')?.toLowerCase()}`;
        const type = attribute(open, 'ContentType');
        return key !== undefined && type !== undefined ? [[key.replace(/^\//, ''), type]] : [];
      }),
    );
  }

  /** A part as text. Throws if there is none. */
  text(part: string): string {
    const bytes = this.read(part);
    if (!bytes) throw new Error(`anonymousCopy: no part ${part}`);
    return new TextDecoder().decode(bytes);
  }

  contentType(part: string): string | undefined {
    return this.types.get(part) ?? this.types.get(part.slice(part.lastIndexOf('.')).toLowerCase());
  }

  /** What a part refers to inside the file; the file itself is `''`. */
  references(part: string): readonly Reference[] {
    const slash = part.lastIndexOf('/') + 1;
    const bytes = this.read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
    if (!bytes) return [];
    return elementsIn(rootOf(new TextDecoder().decode(bytes)).inner).flatMap(({ open }) => {
      if (attribute(open, 'TargetMode') === 'External') return [];
      const type = attribute(open, 'Type') ?? '';
      return [
        {
          id: attribute(open, 'Id') ?? '',
          kind: type.slice(type.lastIndexOf('/') + 1),
          type,
          target: resolved(attribute(open, 'Target') ?? '', part),
        },
      ];
    });
  }

  private read(part: string): Uint8Array | undefined {
    return unzipSync(this.bytes, { filter: ({ name }) => name === part })[part];
  }
}

/** A new Office file: it holds what is put into it and nothing else. */
export class NewPackage {
  private readonly parts = new Map<string, { readonly xml: string; readonly type: string }>();
  private readonly references = new Map<string, readonly Reference[]>();

  put(part: string, xml: string, type: string, references: readonly Reference[] = []): void {
    this.parts.set(part, { xml, type });
    this.references.set(part, references);
  }

  /** The file; `main` is the part it begins with. */
  build(main: Reference): Uint8Array {
    const files: Record<string, Uint8Array> = {};
    const add = (name: string, xml: string): void => {
      files[name] = new TextEncoder().encode(xml);
    };
    const overrides = [...this.parts].map(
      ([part, { type }]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
    );
    add(
      TYPES_PART,
      documentOf(
        `<Types xmlns="${TYPES_NAMESPACE}"><Default Extension="rels" ContentType="${RELATIONSHIPS_TYPE}"/>` +
          `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
      ),
    );
    add('_rels/.rels', relationshipsXml([main]));
    for (const [part, { xml }] of this.parts) {
      add(part, xml);
      const references = this.references.get(part) ?? [];
      const slash = part.lastIndexOf('/') + 1;
      if (references.length > 0)
        add(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, relationshipsXml(references));
    }
    // Zip dates start here; a fixed one makes equal books equal files and tells nothing.
    return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
  }
}

function relationshipsXml(references: readonly Reference[]): string {
  const items = references.map(
    ({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="/${target}"/>`,
  );
  return documentOf(`<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}">${items.join('')}</Relationships>`);
}

/** `../drawings/drawing1.xml` of `xl/worksheets/sheet1.xml` is `xl/drawings/drawing1.xml`. */
function resolved(target: string, part: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
